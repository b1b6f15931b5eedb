package org.interphase.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.interphase.api.MissingFactException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.junit.jupiter.api.Test;

/**
 * Tables in random dialects with cells missing at random places, cut at random bytes, as text and as a workbook: every
 * number that comes out stands in the table, in its row and column; none is lost without a note; none is half.
 */
class RandomTablesTest {

    private static final int TABLES = 200;

    private final Random random = new Random(20261127);

    /** A table and how it is written. */
    private static final class Written {
        private final Map<Integer, double[]> byLine = new TreeMap<>();
        private final List<List<String>> cells = new ArrayList<>();
        private String text;
        private boolean blanks;
        private int columns;
        private Charset charset;
    }

    private String number(int column, int row, double v, boolean comma, char group, int style) {
        String t = switch (style) {
            case 0 -> String.format(Locale.ROOT, "%.2f", v);
            case 1 -> String.format(Locale.ROOT, "%.4E", v);
            default -> column == 0 ? String.format(Locale.ROOT, "%.1f", v) : Double.toString(Math.rint(v * 1e4) / 1e4);
        };
        if (group != 0 && style == 0) {
            int point = t.indexOf('.');
            int start = t.startsWith("-") ? 1 : 0;
            StringBuilder b = new StringBuilder(t);
            for (int i = point - 3; i > start; i -= 3) {
                b.insert(i, '_');
            }
            t = b.toString();
        }
        t = comma ? t.replace('.', ',') : t;
        return t.replace('_', group);
    }

    private Written table() {
        Written w = new Written();
        int columns = 2 + random.nextInt(4);
        w.columns = columns;
        int rows = 8 + random.nextInt(40);
        boolean comma = random.nextBoolean();
        char[] delimiters = comma ? new char[] {'\t', ';', ' ', '|'} : new char[] {'\t', ';', ',', ' ', '|'};
        char delimiter = delimiters[random.nextInt(delimiters.length)];
        w.blanks = delimiter == ' ';
        int style = random.nextInt(3);
        char[] groups = {0, 0, comma ? '.' : ',', '\'', '\u00a0'};
        char group = groups[random.nextInt(groups.length)];
        group = group == delimiter ? 0 : group;
        String end = new String[] {"\n", "\r\n", "\r"}[random.nextInt(3)];
        StringBuilder out = new StringBuilder();
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            lines.add("Sample " + i + ": made for a test");
        }
        List<String> heads = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            heads.add((c == 0 ? "Energy" : "Counts" + c) + (w.blanks ? "" : c == 0 ? " (eV)" : ""));
        }
        lines.add(String.join("" + delimiter, heads));
        double missing = random.nextInt(3) * 0.06;
        for (int r = 0; r < rows; r++) {
            List<String> cells = new ArrayList<>();
            double[] values = new double[columns];
            for (int c = 0; c < columns; c++) {
                double v = c == 0 ? 700 - 0.1 * r : 20_000 * random.nextDouble() - 3000;
                boolean gone = random.nextDouble() < missing;
                String text = gone ? w.blanks ? "NaN" : new String[] {"", "NaN", "--", "#N/A"}[random.nextInt(4)]
                        : number(c, r, v, comma, group, style);
                cells.add(text);
                values[c] = gone ? Double.NaN : Double.parseDouble(number(c, r, v, false, (char) 0, style));
            }
            lines.add(String.join("" + delimiter, cells));
            w.cells.add(cells);
            w.byLine.put(lines.size(), values);
        }
        w.text = String.join(end, lines) + end;
        Charset[] charsets = {StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE};
        w.charset = charsets[random.nextInt(charsets.length)];
        return w;
    }

    /** Every number stands where it was written; the rows that are there and those that are named are all. */
    private static void compare(Written w, TextBlock b, int lastWhole, String text) {
        int there = 0;
        for (int r = 0; r < b.rows(); r++) {
            double[] truth = w.byLine.get(b.line(r));
            assertTrue(truth != null, () -> "no such row: " + text);
            for (int c = 0; c < b.columns().size(); c++) {
                double v = b.columns().get(c).values()[r];
                assertEquals(truth[b.placeOf(c)], v, () -> "line of " + text);
            }
            there++;
        }
        for (int k = 0; k < b.columns().size(); k++) {
            String name = b.placeOf(k) == 0 ? "Energy" : "Counts" + b.placeOf(k);
            assertEquals(name, b.columns().get(k).name(), () -> "heading of " + text);
        }
        for (int c = 0; c < w.columns; c++) {
            int column = c;
            boolean empty = b.rows() == 0 || IntStream.range(0, b.rows()).mapToObj(b::line)
                    .allMatch(line -> Double.isNaN(w.byLine.get(line)[column]));
            boolean read = IntStream.range(0, b.columns().size()).anyMatch(k -> b.placeOf(k) == column);
            assertTrue(read || empty, () -> "column " + column + " is lost: " + text);
        }
        long named = b.notes().stream().filter(n -> n.reason().isLoss()).count();
        long whole = w.byLine.entrySet().stream().filter(e -> e.getKey() <= lastWhole)
                .filter(e -> Arrays.stream(e.getValue()).anyMatch(v -> !Double.isNaN(v))).count();
        assertTrue(there + named >= whole, () -> "rows are lost without a word: " + text);
    }

    @Test
    void noNumberIsInventedOrLostWithoutAWord() throws IOException {
        int asked = 0;
        for (int k = 0; k < TABLES; k++) {
            Written w = table();
            try {
                TextBlock b = DelimitedText.read(Source.of("t.txt", w.text.getBytes(w.charset))).table();
                compare(w, b, Integer.MAX_VALUE, w.text);
            } catch (MissingFactException e) {
                asked++;
            }
        }
        assertTrue(asked < TABLES / 50, "asked too often: " + asked);
    }

    @Test
    void aCutTableGivesNoHalfNumber() throws IOException {
        for (int k = 0; k < TABLES / 4; k++) {
            Written w = table();
            int from = w.text.length() * 2 / 3;
            for (int cut = from; cut < w.text.length(); cut += 1 + random.nextInt(4)) {
                String text = w.text.substring(0, cut);
                int lines = DelimitedText.lines(text).size();
                char last = text.charAt(cut - 1);
                boolean ended = last == '\n' || last == '\r';
                try {
                    TextBlock b = DelimitedText.parse("t.txt", text).table();
                    compare(w, b, ended ? lines : lines - 1, text);
                } catch (MissingFactException e) {
                    assertTrue(e.getMessage().contains("decimal"), e.getMessage());
                }
            }
        }
    }

    @Test
    void aWorkbookGivesTheSameNumbers() throws IOException {
        for (int k = 0; k < TABLES / 4; k++) {
            Written w = table();
            StringBuilder rows = new StringBuilder("Energy,Counts1\n");
            Written plain = new Written();
            plain.columns = 2;
            int line = 1;
            for (double[] v : w.byLine.values()) {
                line++;
                plain.byLine.put(line, new double[] {v[0], v[1]});
                rows.append(Double.isNaN(v[0]) ? "" : v[0]).append(',').append(Double.isNaN(v[1]) ? "" : v[1])
                        .append('\n');
            }
            compare(plain, TableFile.read(Xlsx.of(Xlsx.rows(rows.toString())).source(), Progress.none()).table(),
                    Integer.MAX_VALUE, rows.toString());
        }
    }
}
