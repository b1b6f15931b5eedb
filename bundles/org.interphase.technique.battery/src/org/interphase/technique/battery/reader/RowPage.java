package org.interphase.technique.battery.reader;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.interphase.api.DatasetFormatException;
import org.interphase.io.TextLayout;
import org.interphase.model.ColumnPage;

/**
 * Reads the rows of one page of a text straight from its bytes into columns; no object is made for a cell. Used again
 * for page after page by one thread at a time.
 */
final class RowPage {

    private static final int MOST_WORDS = 24;
    private static final int LONGEST_CELL = 80;
    private static final int MOST_DIGITS = 18;
    /** Cells a page may have whatever its bytes. */
    private static final int FREE_CELLS = 1 << 20;
    /** Cells a page may have for each of its bytes; full rows of empty cells come to one. */
    private static final int CELLS_PER_BYTE = 8;
    /** So many digits are exact in a double whatever they are. */
    private static final int PLAIN = 15;
    private static final double[] POWERS = new double[ColumnPage.MOST_DECIMALS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private final RowPlan plan;
    private final int width;
    private final int needed;
    private final boolean[] essential;
    private final byte mark;
    private final TextLayout layout;
    private final byte[] heading;
    private final long[][] mantissas;
    private final byte[][] decimals;
    private final double[][] wide;
    private final boolean[] isWide;
    private final Map<String, Double> states = new HashMap<>();

    private int rows;
    private int[] odd;
    private int[] missing;
    private int shorter;
    private int repeated;
    private boolean cutRow;
    private List<TreeSet<String>> words;
    private String oddCell;

    /** What a page gave. */
    record Result(ColumnPage[] pages, int rows, int[] odd, int[] missing, int shorter, int repeated,
            List<TreeSet<String>> words, String oddCell, boolean cutRow) {
    }

    RowPage(RowPlan plan) {
        this.plan = plan;
        this.width = plan.width();
        this.essential = new boolean[width];
        int last = 0;
        for (int c = 0; c < width; c++) {
            essential[c] = plan.isEssential(c);
            last = essential[c] ? c + 1 : last;
        }
        this.needed = last;
        this.mark = (byte) (plan.decimalComma() ? ',' : '.');
        this.layout = new TextLayout(plan.delimiter(), plan.decimalComma(), plan.decimalComma() ? '.' : ',');
        this.heading = plan.headingLine().getBytes(plan.charset());
        this.mantissas = new long[width][];
        this.decimals = new byte[width][];
        this.wide = new double[width][];
        this.isWide = new boolean[width];
    }

    /**
     * Reads lines.
     *
     * @param b the bytes
     * @param from first byte of the first line
     * @param to behind the last line
     * @param firstLine number of the first line, for messages
     * @param room rows there can be at most
     * @param endsFile whether the last line is the last of the file
     */
    Result read(byte[] b, int from, int to, long firstLine, int room, boolean endsFile) throws DatasetFormatException {
        // a row holds at least a delimiter for each of its columns but the last: what is wider than that by far is a
        // heading that was damaged, and room for all its columns would be many times the file
        if ((long) room * width > FREE_CELLS + (long) CELLS_PER_BYTE * (to - from)) {
            throw new DatasetFormatException(plan.file(), "line " + firstLine, "a heading of " + width + " columns "
                    + "stands above " + room + " lines of " + (to - from) + " bytes in all: these are no rows of it");
        }
        rows = 0;
        odd = new int[width];
        missing = new int[width];
        shorter = 0;
        repeated = 0;
        cutRow = false;
        oddCell = "";
        words = new ArrayList<>();
        Arrays.fill(isWide, false);
        for (int c = 0; c < width; c++) {
            words.add(null);
            CellKind k = plan.kinds()[c];
            if (k == CellKind.NUMBER && (mantissas[c] == null || mantissas[c].length < room)) {
                mantissas[c] = new long[room];
                decimals[c] = new byte[room];
            } else if (k != CellKind.NUMBER && k != CellKind.WORD && (wide[c] == null || wide[c].length < room)) {
                wide[c] = new double[room];
            }
        }
        long line = firstLine;
        int at = from;
        int last = endsFile ? lastLine(b, from, to) : -1;
        while (at < to) {
            int end = at;
            while (end < to && b[end] != '\n') {
                end++;
            }
            int stop = end > at && b[end - 1] == '\r' ? end - 1 : end;
            if (!isBlank(b, at, stop) && b[at] != '#') {
                row(b, at, stop, line, at == last);
            }
            line++;
            at = end + 1;
        }
        ColumnPage[] pages = new ColumnPage[width];
        for (int c = 0; c < width; c++) {
            CellKind k = plan.kinds()[c];
            pages[c] = k == CellKind.WORD ? null : k == CellKind.NUMBER && !isWide[c]
                    ? ColumnPage.ofDecimals(mantissas[c], decimals[c], rows) : ColumnPage.of(wide[c], rows);
        }
        return new Result(pages, rows, odd, missing, shorter, repeated, words, oddCell, cutRow);
    }

    static boolean isBlank(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            if (b[i] > ' ' || b[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Where the last line that is not blank begins. */
    private static int lastLine(byte[] b, int from, int to) {
        int end = to;
        while (end > from && b[end - 1] <= ' ' && b[end - 1] >= 0) {
            end--;
        }
        while (end > from && b[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private void row(byte[] b, int start, int stop, long line, boolean isLast) throws DatasetFormatException {
        int at = start;
        int to = stop;
        if (plan.wrapped() && to - at > 1 && b[at] == '"' && b[to - 1] == '"') {
            at++;
            to--;
        }
        if (b[at] == heading[0] && to - at == heading.length && Arrays.equals(b, at, to, heading, 0, heading.length)) {
            repeated++;
            return;
        }
        byte delimiter = (byte) plan.delimiter();
        boolean blanks = delimiter == ' ';
        int column = 0;
        while (true) {
            if (blanks) {
                while (at < to && (b[at] == ' ' || b[at] == '\t')) {
                    at++;
                }
                if (at == to && column > 0) {
                    break;
                }
            }
            if (!blanks && column < width && plan.kinds()[column] == CellKind.NUMBER) {
                int behind = plainNumber(b, at, to, column, delimiter);
                if (behind >= 0) {
                    column++;
                    if (behind >= to) {
                        break;
                    }
                    at = behind + 1;
                    continue;
                }
            }
            int end = at;
            boolean quoted = false;
            while (end < to && (quoted || b[end] != delimiter && (!blanks || b[end] != '\t'))) {
                quoted ^= b[end] == '"';
                end++;
            }
            if (column < width) {
                cell(b, at, end, column, line);
            } else if (!isBlank(b, at, end)) {
                throw refused(line, (column + 1) + " fields or more where the headings are " + width);
            }
            column++;
            if (end >= to) {
                break;
            }
            at = end + 1;
        }
        if (column < width) {
            if (column < needed && isLast && column > 1) {
                // the file was cut: what was written last may be half
                missing(column - 1);
                cutRow = true;
            } else if (column < needed) {
                throw refused(line, column + (column == 1 ? " field" : " fields") + " where the headings are " + width);
            }
            shorter += cutRow ? 0 : 1;
            for (int c = column; c < width; c++) {
                missing(c);
            }
        }
        rows++;
    }

    private DatasetFormatException refused(long line, String reason) {
        return new DatasetFormatException(plan.file(), "line " + line, reason);
    }

    private void missing(int c) {
        missing[c]++;
        switch (plan.kinds()[c]) {
            case WORD -> {
            }
            case NUMBER -> {
                if (isWide[c]) {
                    wide[c][rows] = Double.NaN;
                } else {
                    decimals[c][rows] = ColumnPage.MISSING;
                }
            }
            default -> wide[c][rows] = Double.NaN;
        }
    }

    private void cell(byte[] b, int from, int to, int c, long line) throws DatasetFormatException {
        int a = from;
        int e = to;
        while (a < e && (b[a] == ' ' || b[a] == '"' || b[a] == '\t')) {
            a++;
        }
        while (e > a && (b[e - 1] == ' ' || b[e - 1] == '"' || b[e - 1] == '\t')) {
            e--;
        }
        if (a == e) {
            missing(c);
            return;
        }
        switch (plan.kinds()[c]) {
            case NUMBER -> {
                if (!number(b, a, e, c)) {
                    other(b, a, e, c, line);
                }
            }
            case CLOCK -> {
                double v = ClockText.parse(b, a, e);
                wide[c][rows] = v;
                if (Double.isNaN(v)) {
                    other(b, a, e, c, line);
                }
            }
            case DATE -> {
                double v = DateText.parse(b, a, e, plan.order());
                wide[c][rows] = v;
                if (Double.isNaN(v)) {
                    other(b, a, e, c, line);
                }
            }
            case STATE -> wide[c][rows] = state(b, a, e, c);
            case WORD -> word(b, a, e, c);
        }
    }

    /**
     * Reads a cell of a number of few digits without exponent, quotes and blanks, as nearly all are, in one pass.
     *
     * @return where its delimiter or the end of the row is; -1 if it is written another way
     */
    private int plainNumber(byte[] b, int from, int to, int c, byte delimiter) {
        if (isWide[c] || from >= to) {
            return -1;
        }
        boolean negative = b[from] == '-';
        int i = negative ? from + 1 : from;
        int start = i;
        int point = -1;
        long m = 0;
        while (i < to) {
            int x = b[i] - '0';
            if (x >= 0 && x <= 9) {
                m = m * 10 + x;
            } else if (b[i] == mark && mark != delimiter && point < 0) {
                point = i;
            } else {
                break;
            }
            i++;
        }
        int digits = i - start - (point < 0 ? 0 : 1);
        if (digits == 0 || digits > PLAIN || i < to && b[i] != delimiter) {
            return -1;
        }
        mantissas[c][rows] = negative ? -m : m;
        decimals[c][rows] = (byte) (m == 0 || point < 0 ? 0 : i - point - 1);
        return i;
    }

    private boolean number(byte[] b, int a, int e, int c) {
        int i = a;
        boolean negative = b[i] == '-';
        if (negative || b[i] == '+') {
            i++;
        }
        long m = 0;
        int digits = 0;
        int significant = 0;
        int point = -1;
        for (; i < e; i++) {
            int x = b[i] - '0';
            if (x >= 0 && x <= 9) {
                digits++;
                if (significant > 0 || x != 0) {
                    significant++;
                    m = m * 10 + x;
                }
            } else if (b[i] == mark && point < 0) {
                point = digits;
            } else {
                break;
            }
        }
        int exponent = 0;
        boolean whole = i == e;
        if (!whole && digits > 0 && (b[i] | 0x20) == 'e') {
            i++;
            boolean down = i < e && b[i] == '-';
            if (i < e && (down || b[i] == '+')) {
                i++;
            }
            int start = i;
            while (i < e && b[i] >= '0' && b[i] <= '9' && i - start < 5) {
                exponent = exponent * 10 + (b[i] - '0');
                i++;
            }
            whole = i == e && i > start;
            exponent = down ? -exponent : exponent;
        }
        if (!whole || digits == 0) {
            return false;
        }
        int places = (point < 0 ? 0 : digits - point) - exponent;
        while (places < 0 && m <= ColumnPage.LARGEST / 10 && significant <= MOST_DIGITS) {
            m *= 10;
            places++;
        }
        places = m == 0 ? 0 : places;
        if (significant > MOST_DIGITS || m > ColumnPage.LARGEST || places < 0 || places > ColumnPage.MOST_DECIMALS) {
            wide(c)[rows] = slow(b, a, e);
            return true;
        }
        if (isWide[c]) {
            wide[c][rows] = (negative ? -m : m) / POWERS[places];
        } else {
            mantissas[c][rows] = negative ? -m : m;
            decimals[c][rows] = (byte) places;
        }
        return true;
    }

    private double slow(byte[] b, int a, int e) {
        String t = new String(b, a, e - a, StandardCharsets.ISO_8859_1);
        return Double.parseDouble(mark == ',' ? t.replace(',', '.') : t);
    }

    /** The values of a column as doubles from now on, those read so far too. */
    private double[] wide(int c) {
        if (!isWide[c]) {
            if (wide[c] == null || wide[c].length < mantissas[c].length) {
                wide[c] = new double[mantissas[c].length];
            }
            ColumnPage page = ColumnPage.ofDecimals(mantissas[c], decimals[c], rows);
            for (int i = 0; i < rows; i++) {
                wide[c][i] = page.get(i);
            }
            isWide[c] = true;
        }
        return wide[c];
    }

    /** A cell that is not written as the others of its column. */
    private void other(byte[] b, int a, int e, int c, long line) throws DatasetFormatException {
        String t = new String(b, a, Math.min(e - a, LONGEST_CELL), plan.charset());
        if (TextLayout.isMissing(t)) {
            missing(c);
            return;
        }
        if (plan.kinds()[c] == CellKind.NUMBER && layout.isNumber(t)) {
            wide(c)[rows] = layout.number(t);
            return;
        }
        if (essential[c]) {
            throw new DatasetFormatException(plan.file(), "line " + line + ", column '"
                    + plan.headings().get(c).text() + "'", "'" + t + "' is no " + (plan.kinds()[c] == CellKind.NUMBER
                            ? "number" : plan.kinds()[c] == CellKind.CLOCK ? "time" : "date"));
        }
        if (oddCell.isEmpty()) {
            oddCell = "line " + line + ", column '" + plan.headings().get(c).text() + "': '" + t + "'";
        }
        odd[c]++;
        missing(c);
    }

    private double state(byte[] b, int a, int e, int c) {
        String t = new String(b, a, Math.min(e - a, LONGEST_CELL), plan.charset());
        note(t, c);
        Double known = states.get(t);
        if (known == null) {
            known = CellState.direction(t);
            if (states.size() < 1000) {
                states.put(t, known);
            }
        }
        return known;
    }

    private void word(byte[] b, int a, int e, int c) {
        TreeSet<String> seen = words.get(c);
        if (seen == null || seen.size() <= MOST_WORDS) {
            note(new String(b, a, Math.min(e - a, LONGEST_CELL), plan.charset()), c);
        }
    }

    private void note(String word, int c) {
        if (words.get(c) == null) {
            words.set(c, new TreeSet<>());
        }
        if (words.get(c).size() <= MOST_WORDS) {
            words.get(c).add(word);
        }
    }
}
