package org.interphase.technique.battery.reader;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interphase.api.StatedColumn;
import org.interphase.io.TextLayout;

/**
 * The beginning of a text with a table of a cycler: the lines above it, its headings, and where its rows begin.
 *
 * @param lines all lines looked at, each from its place in {@code offsets}
 * @param offsets byte at which each line begins
 * @param headingLine index of the line of headings
 * @param headings the headings
 * @param delimiter what stands between fields
 * @param rowLine index of the first line below headings and units
 * @param nested whether lines of cycles and steps stand between the rows
 * @param charset how its letters are encoded
 */
record TextHead(List<String> lines, List<Long> offsets, int headingLine, List<RecordHeading> headings, char delimiter,
        int rowLine, boolean nested, Charset charset) {

    private static final char[] DELIMITERS = {'\t', ',', ';', '|'};
    private static final int MOST_LINES = 4000;
    private static final int LEAST_ROLES = 2;
    private static final int LONGEST_BLANK = 2000;
    private static final Charset CHINESE = Charset.isSupported("GB18030") ? Charset.forName("GB18030")
            : StandardCharsets.ISO_8859_1;
    private static final Charset WINDOWS = Charset.isSupported("windows-1252") ? Charset.forName("windows-1252")
            : StandardCharsets.ISO_8859_1;

    /** The head of a text, or null where no line heads a table of a cycler. */
    static TextHead of(byte[] bytes, List<StatedColumn> said) {
        int from = bytes.length > 2 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb
                && (bytes[2] & 0xff) == 0xbf ? 3 : 0;
        Charset charset = charset(bytes, from);
        List<String> lines = new ArrayList<>();
        List<Long> offsets = new ArrayList<>();
        int start = from;
        for (int i = from; i <= bytes.length && lines.size() < MOST_LINES; i++) {
            if (i == bytes.length ? start < i : bytes[i] == '\n') {
                int end = i > start && bytes[i - 1] == '\r' ? i - 1 : i;
                lines.add(new String(bytes, start, end - start, charset));
                offsets.add((long) start);
                start = i + 1;
            }
        }
        // what a program is to do stands before its data and speaks of times and voltages too
        int data = lines.stream().map(l -> l.replace("\"", "").strip()).toList().indexOf("[Data]");
        for (int i = Math.max(0, data); i < lines.size(); i++) {
            TextHead head = said.isEmpty() ? at(lines, offsets, i) : stated(lines, offsets, i, said);
            if (head != null) {
                return new TextHead(lines, offsets, head.headingLine, head.headings, head.delimiter, head.rowLine,
                        head.nested, charset);
            }
        }
        return null;
    }

    /** A line that heads all columns stated, or for columns stated by number the first line of numbers. */
    private static TextHead stated(List<String> lines, List<Long> offsets, int line, List<StatedColumn> said) {
        for (char d : DELIMITERS) {
            List<String> cells = LineFields.of(lines.get(line), d);
            List<RecordHeading> headings = new ArrayList<>();
            cells.forEach(c -> headings.add(RecordHeading.of(c)));
            if (cells.size() < 2 || StatedHeadings.found(headings, said) < said.size()) {
                continue;
            }
            boolean byNumber = said.stream().allMatch(s -> s.heading().startsWith("#"));
            TextLayout layout = new TextLayout(d, d != ',' && lines.get(line).indexOf(',') >= 0);
            long numbers = cells.stream().filter(layout::isNumber).count();
            if (!byNumber) {
                return below(lines, offsets, line, headings, d);
            }
            if (numbers >= said.size()) {
                List<RecordHeading> plain = new ArrayList<>();
                for (int i = 0; i < cells.size(); i++) {
                    plain.add(RecordHeading.of("column " + (i + 1)));
                }
                return new TextHead(lines, offsets, line - 1, plain, d, line, false, null);
            }
            if (TextHead.roles(headings).size() > 0) {
                return below(lines, offsets, line, headings, d);
            }
        }
        return null;
    }

    private static TextHead at(List<String> lines, List<Long> offsets, int line) {
        TextHead nested = nested(lines, offsets, line);
        if (nested != null) {
            return nested;
        }
        String text = lines.get(line);
        if (isWithoutWords(text)) {
            return null;
        }
        TextHead best = null;
        int most = 0;
        for (char d : DELIMITERS) {
            if (text.indexOf(d) < 0) {
                continue;
            }
            List<String> cells = LineFields.of(text, d);
            List<RecordHeading> headings = new ArrayList<>();
            cells.forEach(c -> headings.add(RecordHeading.of(c)));
            Set<RecordRole> roles = roles(headings);
            if (roles.size() > most && isTable(roles)) {
                most = roles.size();
                best = below(lines, offsets, line, headings, d);
            }
        }
        return best == null ? blanks(lines, offsets, line) : best;
    }

    /** Whether a line holds nothing but numbers and marks, which head no column; most lines of most files do. */
    static boolean isWithoutWords(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean exponent = (c == 'e' || c == 'E') && i > 0 && Character.isDigit(line.charAt(i - 1));
            if (Character.isLetter(c) && !exponent) {
                return false;
            }
        }
        return true;
    }

    /** Headings with blanks between them, as many as the fields of the rows below. */
    private static TextHead blanks(List<String> lines, List<Long> offsets, int line) {
        String text = lines.get(line).strip();
        if (text.indexOf(' ') < 0 || text.length() > LONGEST_BLANK) {
            return null;
        }
        for (String[] cells : List.of(text.split("\\s{2,}"), text.split("\\s+(?![(\\[])"))) {
            List<RecordHeading> headings = new ArrayList<>();
            for (String c : cells) {
                headings.add(RecordHeading.of(c));
            }
            if (cells.length > 1 && isTable(roles(headings))) {
                TextHead head = below(lines, offsets, line, headings, ' ');
                List<String> first = head.rows(1);
                TextLayout layout = new TextLayout(' ', !first.isEmpty() && first.get(0).indexOf(',') >= 0);
                List<String> fields = first.isEmpty() ? List.of() : layout.split(first.get(0));
                if (fields.size() == cells.length + 1) {
                    head = withTimeOfDay(head);
                }
                if (fields.size() == head.headings.size() && fields.stream().filter(layout::isNumber).count() * 2
                        >= cells.length) {
                    return head;
                }
            }
        }
        return null;
    }

    /** Where blanks separate fields, a date and its time of day are two: the latter gets a heading of its own. */
    private static TextHead withTimeOfDay(TextHead head) {
        List<RecordHeading> all = new ArrayList<>(head.headings);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).role().filter(r -> r == RecordRole.DATE).isPresent()) {
                all.add(i + 1, new RecordHeading(DayClock.HEADING, DayClock.HEADING, Optional.empty(),
                        Optional.empty(), true));
                break;
            }
        }
        return new TextHead(head.lines, head.offsets, head.headingLine, List.copyOf(all), head.delimiter, head.rowLine,
                head.nested, head.charset);
    }

    static Set<RecordRole> roles(List<RecordHeading> headings) {
        Set<RecordRole> roles = EnumSet.noneOf(RecordRole.class);
        headings.forEach(h -> h.role().ifPresent(roles::add));
        return roles;
    }

    /** Whether these roles make a record over time, or a table of cycles. */
    static boolean isTable(Set<RecordRole> roles) {
        boolean time = roles.contains(RecordRole.TIME) || roles.contains(RecordRole.STEP_TIME)
                || roles.contains(RecordRole.DATE);
        boolean signal = roles.contains(RecordRole.VOLTAGE) || roles.contains(RecordRole.CURRENT);
        boolean counters = roles.contains(RecordRole.CHARGE_CAPACITY) && roles.contains(RecordRole.DISCHARGE_CAPACITY);
        return roles.size() >= LEAST_ROLES && (time && signal || roles.contains(RecordRole.CYCLE) && counters);
    }

    private static TextHead below(List<String> lines, List<Long> offsets, int line, List<RecordHeading> headings,
            char delimiter) {
        int next = line + 1;
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        List<RecordHeading> all = headings;
        if (next < lines.size()) {
            List<String> cells = LineFields.of(lines.get(next), delimiter);
            if (areUnits(cells)) {
                all = new ArrayList<>();
                for (int i = 0; i < headings.size(); i++) {
                    all.add(i < cells.size() ? headings.get(i).in(cells.get(i)) : headings.get(i));
                }
                next++;
            }
        }
        return new TextHead(lines, offsets, line, List.copyOf(all), delimiter, next, false, null);
    }

    /** Whether a row says units: all that stands in it are units, and some does. */
    private static boolean areUnits(List<String> cells) {
        int units = 0;
        for (String c : cells) {
            String t = c.replaceAll("^[(\\[]|[)\\]]$", "");
            if (HeadingUnits.isClock(t) || !t.isEmpty() && !t.equals("1") && HeadingUnits.of(t).isPresent()) {
                units++;
            } else if (!t.isEmpty() && !t.equals("-") && !t.equals("1")) {
                return false;
            }
        }
        return units > 0;
    }

    /** Headings of cycles, steps and records below each other, each a field further in. */
    private static TextHead nested(List<String> lines, List<Long> offsets, int line) {
        for (char d : new char[] {',', '\t', ';'}) {
            for (int record = line + 1; record <= line + 2 && record < lines.size(); record++) {
                List<String> cells = LineFields.of(lines.get(record), d);
                int depth = record - line;
                if (NestedRows.depth(cells) == depth && NestedRows.depth(LineFields.of(lines.get(line), d)) == 0
                        && (depth < 2 || NestedRows.depth(LineFields.of(lines.get(line + 1), d)) == 1)) {
                    List<RecordHeading> headings = new ArrayList<>();
                    cells.forEach(c -> headings.add(RecordHeading.of(c)));
                    if (isTable(roles(headings))) {
                        return new TextHead(lines, offsets, line, List.copyOf(headings), d, record + 1, true, null);
                    }
                }
            }
        }
        return null;
    }

    /** The same without headings behind the last that has words. */
    TextHead trimmed() {
        int n = headings.size();
        while (n > 0 && headings.get(n - 1).text().isBlank()) {
            n--;
        }
        return new TextHead(lines, offsets, headingLine, headings.subList(0, n), delimiter, rowLine, nested, charset);
    }

    /** The lines above the headings. */
    List<String> preamble() {
        return lines.subList(0, Math.max(0, headingLine));
    }

    /** The first lines of rows; none of them cut. */
    List<String> rows(int most) {
        return lines.subList(Math.min(rowLine, lines.size()), Math.min(lines.size(), rowLine + most));
    }

    private static Charset charset(byte[] b, int from) {
        try {
            // a character cut at the end of the head is no reason to doubt the others
            int end = b.length;
            while (end > from && end > b.length - 4 && b[end - 1] < 0) {
                end--;
            }
            StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(b, from, end - from));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            String chinese = new String(b, from, Math.min(b.length - from, 1 << 16), CHINESE);
            long known = "电压流时间循环工步容量能温度".chars().filter(c -> chinese.indexOf(c) >= 0).count();
            return known >= 3 ? CHINESE : WINDOWS;
        }
    }
}
