package org.interphase.io.jcamp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;

/** Reads the lines of one data table into abscissae and ordinates. */
final class JcampTables {

    private static final Pattern STEPPED = Pattern.compile("\\(\\s*(\\w)\\s*\\+\\+\\s*\\(\\s*(\\w)\\s*\\.\\.");
    private static final Pattern PAIRS = Pattern.compile("\\(\\s*(\\w)\\s*,?\\s*(\\w)\\s*,?\\s*(\\w?)\\s*\\.*");

    private final String file;
    private final long limit;
    private double[] values = new double[1024];
    private int count;
    /** Abscissa the last line begins with, and the index of the point it belongs to. */
    private double lastAbscissa;
    private int lastLineStart;
    /** Lines whose check ordinate is one unit off. */
    private final List<Integer> nearChecks = new ArrayList<>();
    private int lineNumber;

    /**
     * @param file for messages
     * @param limit how many ordinates at most; a duplicate count cannot ask for more
     */
    JcampTables(String file, long limit) {
        this.file = file;
        this.limit = limit;
    }

    /** Scales and limits of the two variables of a table. */
    record Variables(double firstX, double lastX, double xFactor, double yFactor, double deltaX, long points) {
    }

    /** Symbols named by a variable list such as {@code (X++(Y..Y))}, or null if it is of no known form. */
    static String[] symbols(String form) {
        Matcher m = STEPPED.matcher(form);
        if (m.find()) {
            return new String[] {m.group(1), m.group(2), "++"};
        }
        m = PAIRS.matcher(form);
        return m.find() ? new String[] {m.group(1), m.group(2), m.group(3)} : null;
    }

    JcampTable stepped(String[] symbols, String page, List<String> lines, int firstLine, Variables v)
            throws DatasetFormatException {
        count = 0;
        boolean endedInDifference = false;
        double firstAbscissa = Double.NaN;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            try {
                lineNumber = firstLine + i;
                AsdfLine line = new AsdfLine(lines.get(i));
                double expected = expected(firstAbscissa, endedInDifference, v);
                double abscissa = line.abscissa(expected / v.xFactor()) * v.xFactor();
                if (Double.isNaN(firstAbscissa)) {
                    firstAbscissa = abscissa;
                }
                checkAbscissa(abscissa, expected, v);
                lastAbscissa = abscissa;
                lastLineStart = endedInDifference ? count - 1 : count;
                endedInDifference = ordinates(line, endedInDifference);
            } catch (IllegalArgumentException e) {
                throw new DatasetFormatException(file, "line " + (firstLine + i), e.getMessage(), e);
            }
        }
        if (v.points() >= 0 && v.points() != count) {
            throw new DatasetFormatException(file, "line " + firstLine, "NPOINTS says " + v.points()
                    + " points but the table has " + count);
        }
        if (count == 0) {
            throw new DatasetFormatException(file, "line " + firstLine, "the data table is empty");
        }
        double first = Double.isNaN(v.firstX()) ? firstAbscissa : v.firstX();
        double step = count == 1 ? 0 : step(v, first, firstAbscissa);
        if (count > 1 && !(Math.abs(step) > 0)) {
            throw new DatasetFormatException(file, "line " + firstLine,
                    "the step of the abscissa is not known: FIRSTX, LASTX or DELTAX is missing or wrong");
        }
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = first + i * step;
            y[i] = values[i] * v.yFactor();
        }
        return new JcampTable(firstLine, symbols[0], symbols[1], page, x, y, false, v.points() >= 0, notes());
    }

    private List<String> notes() {
        if (nearChecks.isEmpty()) {
            return List.of();
        }
        return List.of("The check ordinate of " + (nearChecks.size() == 1 ? "line " + nearChecks.get(0)
                : nearChecks.size() + " lines (the first is line " + nearChecks.get(0) + ")")
                + " is one unit off the last ordinate of the line before: a program rounded differently, or a "
                + "character is damaged.");
    }

    /** Step of the abscissa: from its ends, else as stated, else from the abscissae the lines begin with. */
    private double step(Variables v, double first, double firstAbscissa) {
        if (!Double.isNaN(v.lastX())) {
            return (v.lastX() - first) / (count - 1);
        }
        return !Double.isNaN(v.deltaX()) ? v.deltaX()
                : lastLineStart > 0 ? (lastAbscissa - firstAbscissa) / lastLineStart : Double.NaN;
    }

    /** Reads the ordinates of a line; returns whether the line ended in difference form. */
    private boolean ordinates(AsdfLine line, boolean checkFirst) {
        boolean check = checkFirst;
        boolean difference = false;
        double lastDifference = 0;
        int inLine = 0;
        for (AsdfLine.Form form = line.next(); form != AsdfLine.Form.END; form = line.next()) {
            switch (form) {
                case VALUE, MISSING -> {
                    if (check && form == AsdfLine.Form.VALUE) {
                        double off = count > 0 ? Math.abs(values[count - 1] - line.value()) : 0;
                        if (off > 1) {
                            throw new IllegalArgumentException("the check ordinate " + line.value()
                                    + " differs from the last one of the line before, " + values[count - 1]);
                        }
                        if (off > 1e-6 * Math.max(1, Math.abs(line.value()))) {
                            nearChecks.add(lineNumber);
                        }
                        check = false;
                    } else {
                        add(line.value());
                    }
                    difference = false;
                }
                case DIFFERENCE -> {
                    if (count == 0) {
                        throw new IllegalArgumentException("a difference comes before any ordinate");
                    }
                    check = false;
                    lastDifference = line.value();
                    add(values[count - 1] + lastDifference);
                    difference = true;
                }
                case DUPLICATE -> {
                    if (inLine == 0 || count == 0 || line.value() < 1) {
                        throw new IllegalArgumentException("a duplicate count follows no ordinate");
                    }
                    repeat(difference ? lastDifference : 0, (long) line.value() - 1);
                }
                default -> throw new IllegalStateException("form " + form);
            }
            inLine++;
        }
        return difference;
    }

    private void repeat(double difference, long times) {
        requireRoom(times);
        for (long i = 0; i < times; i++) {
            add(values[count - 1] + difference);
        }
    }

    private void requireRoom(long more) {
        if (count + more > limit) {
            throw new IllegalArgumentException("the table claims more than " + limit
                    + " points, more than this file can hold");
        }
    }

    private void add(double value) {
        requireRoom(1);
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = value;
    }

    /** Step as the records state it: by both ends and the number of points, as DELTAX is often written rounded. */
    private static double statedStep(Variables v) {
        double byEnds = v.points() > 1 ? (v.lastX() - v.firstX()) / (v.points() - 1) : Double.NaN;
        return Double.isFinite(byEnds) && byEnds != 0 ? byEnds : v.deltaX();
    }

    /** Where the next line must begin; NaN where the records do not say. */
    private double expected(double firstAbscissa, boolean endedInDifference, Variables v) {
        return Double.isNaN(firstAbscissa) ? v.firstX()
                : firstAbscissa + statedStep(v) * (endedInDifference ? count - 1 : count);
    }

    private void checkAbscissa(double abscissa, double expected, Variables v) {
        double step = statedStep(v);
        if (Double.isNaN(step) || Double.isNaN(expected)) {
            return;
        }
        // abscissae are written rounded and serve as a check only (JCAMP-DX 4.24, section 5.8)
        double tolerance = 2 * Math.abs(step) + 1e-4 * Math.abs(expected);
        if (count > 0 && Math.abs(abscissa - expected) > tolerance) {
            throw new IllegalArgumentException("the abscissa is " + abscissa + " where " + expected
                    + " should follow: points are missing or too many before this line");
        }
    }

    JcampTable pairs(String[] symbols, String page, List<String> lines, int firstLine, Variables v, boolean peaks)
            throws DatasetFormatException {
        count = 0;
        int width = symbols[2].isEmpty() || symbols[2].equals(symbols[0]) ? 2 : 3;
        for (int i = 0; i < lines.size(); i++) {
            try {
                // a group in brackets with a text, such as (1030.2, 0.7, <C-O>), keeps its numbers
                AsdfLine line = new AsdfLine(lines.get(i).replaceAll("<[^>]*>", "0").replace('(', ' ')
                        .replace(')', ' '));
                for (AsdfLine.Form form = line.next(); form != AsdfLine.Form.END; form = line.next()) {
                    if (form != AsdfLine.Form.VALUE && form != AsdfLine.Form.MISSING) {
                        throw new IllegalArgumentException("a pair has a number in difference or duplicate form");
                    }
                    add(line.value());
                }
            } catch (IllegalArgumentException e) {
                throw new DatasetFormatException(file, "line " + (firstLine + i), e.getMessage(), e);
            }
        }
        if (count == 0 || count % width != 0) {
            throw new DatasetFormatException(file, "line " + firstLine,
                    count + " numbers are no whole number of groups of " + width);
        }
        int n = count / width;
        if (v.points() >= 0 && v.points() != n) {
            throw new DatasetFormatException(file, "line " + firstLine, "NPOINTS says " + v.points()
                    + " points but the table has " + n);
        }
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = values[i * width] * v.xFactor();
            y[i] = values[i * width + 1] * v.yFactor();
        }
        return new JcampTable(firstLine, symbols[0], symbols[1], page, x, y, peaks, v.points() >= 0, List.of());
    }
}
