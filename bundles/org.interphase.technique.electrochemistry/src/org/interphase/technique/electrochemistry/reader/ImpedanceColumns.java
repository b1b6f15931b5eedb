package org.interphase.technique.electrochemistry.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.interphase.io.TextBlock;
import org.interphase.io.TextColumn;
import org.interphase.model.Column;
import org.interphase.model.unit.Unit;
import org.interphase.technique.electrochemistry.eis.EisColumns;

/**
 * Finds frequency, real and imaginary part in a table of numbers, by the headings or, without headings, by what the
 * numbers look like.
 *
 * @param columns columns of the spectrum, then whatever else the table has
 * @param named whether headings told
 * @param note how the sign of the imaginary part was decided; empty if the heading told
 */
record ImpedanceColumns(List<Column> columns, boolean named, String note) {

    private static final Pattern FREQUENCY = Pattern.compile("f|fr[eé]q.*|ν|nu", Pattern.CASE_INSENSITIVE);
    private static final Pattern REAL = Pattern.compile(
            "z'|zs'|z’|zre.*|z_?re.*|re\\(?z?\\)?|real.*|re z|z1|z real.*|z\\.real.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern IMAGINARY = Pattern.compile("[-−–]?\\s*\\(?(z''|z\"|zs''|z’’|z”|zim.*|z_?im.*|"
            + "im\\(?z?\\)?|imag.*|im z|z2|z imag.*|z\\.imag.*)\\)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern MODULUS = Pattern.compile("\\|z\\|.*|zmod.*|mod.*|z", Pattern.CASE_INSENSITIVE);
    private static final Pattern PHASE = Pattern.compile("phase.*|[-−–]phase.*|θ.*|theta.*|zphz|phi.*",
            Pattern.CASE_INSENSITIVE);
    /** Frequencies span at least this factor in a table without headings. */
    private static final double SPAN = 30;

    /** The impedance in a block of rows, or null if there is none. */
    static ImpedanceColumns find(TextBlock block) {
        List<TextColumn> numeric = block.numericColumns();
        TextColumn f = first(numeric, FREQUENCY);
        TextColumn re = first(numeric, REAL);
        TextColumn im = first(numeric, IMAGINARY);
        if (f != null && re != null && im != null) {
            return build(numeric, f, re, im, true);
        }
        TextColumn modulus = first(numeric, MODULUS);
        TextColumn phase = first(numeric, PHASE);
        if (f != null && modulus != null && phase != null) {
            return polar(numeric, f, modulus, phase);
        }
        int first = frequencies(numeric);
        boolean headed = block.columns().stream().anyMatch(c -> c.heading().chars().anyMatch(Character::isLetter));
        if (headed || first < 0 || first + 2 >= numeric.size()) {
            return null;
        }
        return build(numeric.subList(first, numeric.size()), numeric.get(first), numeric.get(first + 1),
                numeric.get(first + 2), false);
    }

    private static TextColumn first(List<TextColumn> columns, Pattern pattern) {
        return columns.stream().filter(c -> pattern.matcher(c.name().strip()).matches()).findFirst().orElse(null);
    }

    /** The first column that is positive, monotonic and spans decades, among the first two; or -1. */
    private static int frequencies(List<TextColumn> columns) {
        for (int c = 0; c < Math.min(2, columns.size()); c++) {
            double[] v = columns.get(c).values();
            int up = 0;
            int down = 0;
            double min = Double.POSITIVE_INFINITY;
            double max = 0;
            boolean positive = v.length > 4;
            for (int i = 0; i < v.length; i++) {
                positive &= v[i] > 0;
                min = Math.min(min, v[i]);
                max = Math.max(max, v[i]);
                if (i > 0) {
                    up += v[i] > v[i - 1] ? 1 : 0;
                    down += v[i] < v[i - 1] ? 1 : 0;
                }
            }
            if (positive && max > SPAN * min && Math.max(up, down) > 0.9 * (v.length - 1)) {
                return c;
            }
        }
        return -1;
    }

    private static ImpedanceColumns build(List<TextColumn> numeric, TextColumn f, TextColumn re, TextColumn im,
            boolean named) {
        boolean minus = im.name().strip().matches("[-−–].*") || im.name().toLowerCase(Locale.ROOT).contains("minus")
                || im.name().toLowerCase(Locale.ROOT).contains("neg");
        double[] values = in(im, "ohm");
        String note = "";
        if (!minus) {
            long above = Arrays.stream(values).filter(v -> v > 0).count();
            long below = Arrays.stream(values).filter(v -> v < 0).count();
            if (above > 2 * below) {
                minus = true;
                note = "positive values, taken as -Im(Z)";
            } else if (!named) {
                note = "negative values, taken as Im(Z)";
            }
        }
        List<Column> out = new ArrayList<>();
        out.add(EisTables.frequency(in(f, "Hz")));
        out.add(EisTables.real(in(re, "ohm")));
        out.add(minus ? Column.of(EisColumns.MINUS_IM, "ohm", values) : EisTables.minusImaginary(values));
        rest(numeric, out, f, re, im);
        return new ImpedanceColumns(EcLabColumns.distinct(out), named, note);
    }

    private static ImpedanceColumns polar(List<TextColumn> numeric, TextColumn f, TextColumn modulus,
            TextColumn phase) {
        double[] m = in(modulus, "ohm");
        double[] p = phase.values();
        boolean radians = phase.unit().text().equals("rad");
        boolean minus = phase.name().strip().matches("[-−–].*");
        double[] re = new double[m.length];
        double[] im = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            double angle = (radians ? p[i] : Math.toRadians(p[i])) * (minus ? -1 : 1);
            re[i] = m[i] * Math.cos(angle);
            im[i] = m[i] * Math.sin(angle);
        }
        List<Column> out = new ArrayList<>(List.of(EisTables.frequency(in(f, "Hz")), EisTables.real(re),
                EisTables.minusImaginary(im)));
        rest(numeric, out, f, modulus, phase);
        return new ImpedanceColumns(EcLabColumns.distinct(out), true, "from modulus and phase");
    }

    private static void rest(List<TextColumn> numeric, List<Column> out, TextColumn... used) {
        for (TextColumn c : numeric) {
            if (!Arrays.asList(used).contains(c) && !c.heading().isBlank()) {
                out.add(Column.of(c.name(), c.unit(), c.values()));
            }
        }
    }

    private static double[] in(TextColumn c, String unit) {
        Unit to = Unit.of(unit);
        double scale = c.hasUnit() && c.unit().isCompatible(to) ? c.unit().scaleTo(to) : 1;
        return Arrays.stream(c.values()).map(v -> v * scale).toArray();
    }
}
