package org.interphase.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out how rows of numbers are written, from the rows themselves: first the delimiter that leaves most fields
 * numbers in rows of one length, then the decimal mark from fields that can be read in one way only ("0,5", "1.234,5"),
 * then the mark between groups of digits from fields that are numbers only with one. Where every mark could be either
 * ("1,234") that is a doubt, which the caller asks about and does not decide.
 *
 * @param layout the likeliest layout
 * @param doubt the number that could be two, with its line; null where all is clear
 */
record Dialect(TextLayout layout, Doubt doubt) {

    private static final char[] DELIMITERS = {'\t', ';', ',', ' ', '|'};
    private static final char[] POINT_GROUPS = {',', ' ', '\''};
    private static final char[] COMMA_GROUPS = {'.', ' ', '\''};
    private static final int SAMPLE = 250;
    private static final int SAMPLE_CHARACTERS = 60_000;
    // rows of numbers without a single word, of all rows that hold numbers
    private static final double CLEAN = 0.9;

    /** A number that could be two; line from 1. */
    record Doubt(int line, String field) {
    }

    /** A line of the sample. */
    private record Line(int number, String text) {
    }

    /** The layout of all these lines, from a sample of them. */
    static Dialect of(List<String> lines) {
        return of(lines, SAMPLE, null);
    }

    /**
     * The layout of these lines.
     *
     * @param each how many lines to look at from the beginning, the middle and the end
     * @param comma what is said of the decimal mark; null where nothing is
     */
    static Dialect of(List<String> lines, int each, Boolean comma) {
        List<Line> sample = sample(lines, each);
        Votes best = null;
        for (char d : DELIMITERS) {
            Votes v = new Votes(d, sample, comma);
            if (d == ',' && Boolean.TRUE.equals(comma) && v.commas == 0) {
                // the commas are decimal marks, so they are no delimiters
                continue;
            }
            if (best == null || v.beats(best)) {
                best = v;
            }
        }
        return best.rows == 0 ? new Dialect(new TextLayout(' ', Boolean.TRUE.equals(comma)), null) : best.dialect();
    }

    private static List<Line> sample(List<String> lines, int each) {
        List<Line> out = new ArrayList<>();
        int n = lines.size();
        int at = add(lines, 0, each, out);
        at = add(lines, Math.max(at, n / 2), each, out);
        add(lines, Math.max(at, n - each), each, out);
        return out;
    }

    private static int add(List<String> lines, int from, int count, List<Line> out) {
        int i = from;
        long characters = 0;
        long most = Math.max(SAMPLE_CHARACTERS, 80L * count);
        for (int k = 0; i < lines.size() && k < count && (characters < most || k < 8); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !TextLayout.isComment(line)) {
                out.add(new Line(i + 1, line));
                characters += line.length();
                k++;
            }
        }
        return i;
    }

    /** How a field can be read. */
    private static final class Reading {
        private final boolean point;
        private final boolean comma;
        private final char pointGroup;
        private final char commaGroup;

        private Reading(String field) {
            point = reads(field, false, Numeral.UNGROUPED);
            comma = reads(field, true, Numeral.UNGROUPED);
            pointGroup = point ? Numeral.UNGROUPED : group(field, false, POINT_GROUPS);
            commaGroup = comma ? Numeral.UNGROUPED : group(field, true, COMMA_GROUPS);
        }

        /** How a field can be read; null if it is no number in any way. */
        static Reading of(String field) {
            char c = field.isEmpty() ? 'x' : field.charAt(0);
            if (c > '9' && c != '\u2212' && c != '\u2013') {
                return null;
            }
            Reading r = new Reading(field);
            return r.number(false) || r.number(true) ? r : null;
        }

        private static boolean reads(String field, boolean comma, char group) {
            return !Double.isNaN(Numeral.parse(field, 0, field.length(), comma, group));
        }

        private static char group(String field, boolean comma, char[] marks) {
            for (char m : marks) {
                if (reads(field, comma, m)) {
                    return m;
                }
            }
            return Numeral.UNGROUPED;
        }

        boolean strict(boolean decimalComma) {
            return decimalComma ? comma : point;
        }

        char group(boolean decimalComma) {
            return decimalComma ? commaGroup : pointGroup;
        }

        boolean number(boolean decimalComma) {
            return strict(decimalComma) || group(decimalComma) != Numeral.UNGROUPED;
        }
    }

    /** Fields of a line, each with how it can be read, or null. */
    private record Row(List<String> fields, Reading[] readings) {

        static Row of(List<String> fields) {
            return new Row(fields, fields.stream().map(Reading::of).toArray(Reading[]::new));
        }

        boolean mostlyNumbers() {
            int numbers = 0;
            int words = 0;
            for (int c = 0; c < readings.length; c++) {
                if (readings[c] != null) {
                    numbers++;
                } else if (!Missing.is(fields.get(c))) {
                    words++;
                }
            }
            return numbers > words || numbers >= 2;
        }
    }

    /** What the lines say under one delimiter. */
    private static final class Votes {
        private final char delimiter;
        private final Boolean said;
        private final Map<Integer, Double> byLength = new HashMap<>();
        private final List<Reading> readings = new ArrayList<>();
        // first number with a mark that could be either, by mark: point, comma
        private final Doubt[] ambiguous = new Doubt[2];
        private final int[] ambiguousCount = new int[2];
        private final int[] decisive = new int[2];
        private final Map<Integer, int[]> columns = new HashMap<>();
        private int longPlain;
        private int commas;
        private int rows;
        private int numbersInRows;
        private int clean;
        private int strictClean;
        private boolean comma;

        Votes(char delimiter, List<Line> lines, Boolean said) {
            this.delimiter = delimiter;
            this.said = said;
            TextLayout layout = new TextLayout(delimiter, false);
            List<Row> split = new ArrayList<>();
            for (Line line : lines) {
                Row row = Row.of(layout.split(line.text()));
                split.add(row);
                if (row.mostlyNumbers()) {
                    for (int c = 0; c < row.fields.size(); c++) {
                        evidence(line.number(), row.fields.get(c), row.readings[c], c);
                    }
                }
            }
            comma = decimalComma();
            for (Row row : split) {
                score(row);
            }
        }

        private void evidence(int line, String field, Reading r, int column) {
            if (r == null) {
                return;
            }
            readings.add(r);
            commas += field.indexOf(',') >= 0 ? 1 : 0;
            boolean p = r.number(false);
            boolean c = r.number(true);
            int[] seen = columns.computeIfAbsent(column, k -> new int[2]);
            if (p != c) {
                decisive[c ? 1 : 0]++;
            } else if (r.point != r.comma) {
                int mark = r.point ? 0 : 1;
                ambiguousCount[mark]++;
                seen[0]++;
                ambiguous[mark] = ambiguous[mark] == null ? new Doubt(line, field) : ambiguous[mark];
            } else if (r.point) {
                int digits = (int) field.chars().filter(Character::isDigit).count();
                longPlain += digits > 3 ? 1 : 0;
                seen[1] += digits == 3 ? 1 : 0;
            }
        }

        private boolean decimalComma() {
            if (said != null) {
                return said;
            }
            if (decisive[0] != decisive[1]) {
                return decisive[1] > decisive[0];
            }
            return decisive[0] == 0 && ambiguous[1] != null;
        }

        private void score(Row row) {
            List<String> fields = row.fields;
            int numbers = 0;
            int strict = 0;
            int words = 0;
            for (int c = 0; c < fields.size(); c++) {
                Reading r = row.readings[c];
                if (r != null && r.number(comma)) {
                    numbers++;
                    strict += r.strict(comma) ? 1 : 0;
                } else if (!Missing.is(fields.get(c))) {
                    words++;
                }
            }
            if (numbers == 0) {
                return;
            }
            rows++;
            numbersInRows += numbers;
            clean += words == 0 ? 1 : 0;
            strictClean += words == 0 && strict == numbers ? 1 : 0;
            if (numbers > words || words > 0 && numbers >= 2) {
                byLength.merge(fields.size(), (fields.size() > 1 ? numbers : 0.5 * numbers) - 0.25 * words,
                        Double::sum);
            }
        }

        private double score() {
            return byLength.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        }

        private boolean isClean() {
            return rows > 0 && clean >= CLEAN * rows && numbersInRows >= 1.5 * rows;
        }

        private boolean isStrictlyClean() {
            return rows > 0 && strictClean >= CLEAN * rows && numbersInRows >= 1.5 * rows;
        }

        /** Whether the lines speak more for this delimiter than for one that was looked at before. */
        boolean beats(Votes other) {
            if (isClean() != other.isClean()) {
                // whole rows of numbers speak louder than many numbers among words
                return isClean() ? score() * 4 > other.score() : score() > other.score() * 4;
            }
            // "1 234,5<tab>2 345,6": with tabs all rows are numbers, so the blanks stand between groups of digits;
            // "694,10 276,0" needs no groups with blanks as delimiters, and is not three fields with commas
            if (isClean() && delimiter == ' ' && other.delimiter != ',') {
                return false;
            }
            if (isClean() && isStrictlyClean() != other.isStrictlyClean()) {
                return isStrictlyClean();
            }
            return score() > other.score() + 1e-9;
        }

        Dialect dialect() {
            int[] groups = new int[128];
            char best = Numeral.UNGROUPED;
            for (Reading r : readings) {
                char g = r.group(comma);
                if (g != Numeral.UNGROUPED && ++groups[g] > groups[best]) {
                    best = g;
                }
            }
            Doubt doubt = said != null || decisive[0] + decisive[1] > 0 || longPlain > 0 ? null
                    : ambiguous[1] != null ? ambiguous[1] : mixed(columns.values()) ? ambiguous[0] : null;
            return new Dialect(new TextLayout(delimiter, comma, best), doubt);
        }

        /**
         * Whether a column has both "1.234" and "567" and nothing else: a program that writes three decimals writes
         * them always.
         */
        private static boolean mixed(Collection<int[]> columns) {
            return columns.stream().anyMatch(c -> c[0] > 0 && c[1] > 0);
        }
    }
}
