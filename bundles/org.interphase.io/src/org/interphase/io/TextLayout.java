package org.interphase.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How rows of a delimited text are written.
 *
 * @param delimiter character between fields; a blank stands for any run of blanks and tabs
 * @param decimalComma whether numbers are written with a decimal comma
 */
public record TextLayout(char delimiter, boolean decimalComma) {

    private static final List<TextLayout> CANDIDATES = List.of(new TextLayout('\t', false), new TextLayout('\t', true),
            new TextLayout(';', false), new TextLayout(';', true), new TextLayout(',', false),
            new TextLayout(' ', false), new TextLayout(' ', true), new TextLayout('|', false),
            new TextLayout('|', true));
    private static final int SAMPLE = 3000;

    /**
     * The layout under which most fields of the lines are numbers in rows of one length. Without any such row the
     * first of tab, semicolon, comma and blanks is returned that occurs at all.
     */
    public static TextLayout detect(List<String> lines) {
        TextLayout best = null;
        double bestScore = 0;
        List<String> sample = sample(lines);
        for (TextLayout candidate : CANDIDATES) {
            double score = candidate.score(sample);
            if (score > bestScore + 1e-9) {
                best = candidate;
                bestScore = score;
            }
        }
        return best == null ? new TextLayout(' ', false) : best;
    }

    private static List<String> sample(List<String> lines) {
        List<String> out = new ArrayList<>();
        // the beginning, and the middle for files with a very long preamble
        for (int i = 0; i < lines.size() && out.size() < SAMPLE; i++) {
            if (!lines.get(i).isBlank()) {
                out.add(lines.get(i));
            }
        }
        for (int i = Math.max(SAMPLE, lines.size() / 2); i < lines.size() && out.size() < 2 * SAMPLE; i++) {
            if (!lines.get(i).isBlank()) {
                out.add(lines.get(i));
            }
        }
        return out;
    }

    private double score(List<String> lines) {
        Map<Integer, Double> byLength = new HashMap<>();
        for (String line : lines) {
            if (isComment(line)) {
                continue;
            }
            List<String> fields = split(line);
            int numbers = 0;
            int words = 0;
            for (String f : fields) {
                if (isNumber(f)) {
                    numbers++;
                } else if (!isMissing(f)) {
                    words++;
                }
            }
            if (numbers > words || numbers > 0 && words > 0 && numbers >= 2) {
                double bonus = fields.size() > 1 ? numbers : 0.5 * numbers;
                byLength.merge(fields.size(), bonus - 0.25 * words, Double::sum);
            }
        }
        return byLength.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** Splits a line into fields, blanks around them removed; a field in double quotes may hold the delimiter. */
    public List<String> split(String line) {
        List<String> out = new ArrayList<>();
        int n = line.length();
        int i = 0;
        boolean blanks = delimiter == ' ';
        while (i <= n) {
            while (i < n && (line.charAt(i) == ' ' || blanks && line.charAt(i) == '\t')) {
                i++;
            }
            if (i >= n) {
                if (!blanks) {
                    out.add("");
                }
                break;
            }
            if (line.charAt(i) == '"') {
                int end = closingQuote(line, i + 1);
                if (end > 0) {
                    out.add(line.substring(i + 1, end).replace("\"\"", "\"").strip());
                    i = end + 1;
                    while (i < n && !isDelimiter(line.charAt(i))) {
                        i++;
                    }
                    if (i >= n) {
                        break;
                    }
                    i++;
                    continue;
                }
            }
            int start = i;
            while (i < n && !isDelimiter(line.charAt(i))) {
                i++;
            }
            out.add(line.substring(start, i).strip());
            if (i >= n) {
                break;
            }
            i++;
        }
        return out;
    }

    private boolean isDelimiter(char c) {
        return c == delimiter || delimiter == ' ' && c == '\t';
    }

    private static int closingQuote(String line, int from) {
        for (int i = from; i < line.length(); i++) {
            if (line.charAt(i) == '"') {
                if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    i++;
                } else {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Whether a line is marked as comment by {@code #}, {@code %}, {@code !} or {@code //} at its beginning. */
    public static boolean isComment(String line) {
        String t = line.stripLeading();
        return t.startsWith("#") || t.startsWith("%") || t.startsWith("!") || t.startsWith("//");
    }

    /** A comment line without its mark, other lines as they are. */
    public static String uncomment(String line) {
        return isComment(line) ? line.stripLeading().replaceFirst("^(//+|[#%!]+)\\s?", "") : line;
    }

    /** Whether a field stands for a missing value: empty, NaN, NA, n/a, null or dashes. */
    public static boolean isMissing(String field) {
        return switch (field) {
            case "", "NaN", "nan", "NAN", "NA", "N/A", "n/a", "null", "-", "--", "---", "1.#QNAN", "-1.#IND" -> true;
            default -> false;
        };
    }

    /** Whether a field is a number in this layout. */
    public boolean isNumber(String field) {
        int n = field.length();
        int i = 0;
        if (n == 0) {
            return false;
        }
        char c = field.charAt(0);
        if (c == '+' || c == '-' || c == '\u2212') {
            i++;
        }
        int digits = 0;
        boolean point = false;
        for (; i < n; i++) {
            c = field.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (!point && c == (decimalComma ? ',' : '.')) {
                point = true;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return false;
        }
        if (i == n) {
            return true;
        }
        if ("eEdD".indexOf(field.charAt(i)) < 0) {
            return false;
        }
        i++;
        if (i < n && (field.charAt(i) == '+' || field.charAt(i) == '-')) {
            i++;
        }
        int start = i;
        while (i < n && field.charAt(i) >= '0' && field.charAt(i) <= '9') {
            i++;
        }
        return i == n && i > start && i - start <= 5;
    }

    /**
     * The number in a field for which {@link #isNumber} holds; NaN for a missing value.
     *
     * @throws NumberFormatException if it is neither
     */
    public double number(String field) {
        if (!isNumber(field)) {
            if (isMissing(field)) {
                return Double.NaN;
            }
            throw new NumberFormatException("'" + field + "' is no number");
        }
        String t = field;
        if (decimalComma) {
            t = t.replace(',', '.');
        }
        return Double.parseDouble(t.replace('\u2212', '-').replace('d', 'e').replace('D', 'e'));
    }
}
