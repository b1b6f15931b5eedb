package org.interphase.technique.electrochemistry.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interphase.io.TextBlock;
import org.interphase.io.TextColumn;
import org.interphase.model.Column;
import org.interphase.model.unit.Unit;
import org.interphase.technique.electrochemistry.impedance.EisColumns;
import org.interphase.technique.electrochemistry.reader.ImpedanceHeading.Role;

/**
 * Finds frequency, real and imaginary part in a table of numbers, by the headings or, without headings, by what the
 * numbers look like.
 *
 * @param columns columns of the spectrum, then whatever else the table has
 * @param named whether headings told
 * @param note what the headings left open and how it was decided; empty if they told everything
 */
record ImpedanceColumns(List<Column> columns, boolean named, String note) {

    /** Frequencies span at least this factor in a table without headings. */
    private static final double SPAN = 30;

    /** The impedance in a block of rows, or null if there is none. */
    static ImpedanceColumns find(TextBlock block) {
        List<TextColumn> numeric = block.numericColumns();
        List<ImpedanceHeading> headings = numeric.stream().map(ImpedanceHeading::of).toList();
        ImpedanceHeading f = ImpedanceHeading.first(headings, Role.FREQUENCY);
        f = f == null ? ImpedanceHeading.first(headings, Role.ANGULAR_FREQUENCY) : f;
        ImpedanceHeading re = ImpedanceHeading.first(headings, Role.REAL);
        ImpedanceHeading im = ImpedanceHeading.first(headings, Role.IMAGINARY);
        if (f != null && re != null && im != null) {
            return build(numeric, f, re, im, true);
        }
        ImpedanceHeading modulus = ImpedanceHeading.first(headings, Role.MODULUS);
        ImpedanceHeading phase = ImpedanceHeading.first(headings, Role.PHASE);
        if (f != null && modulus != null && phase != null) {
            return polar(numeric, f, modulus, phase);
        }
        boolean headed = block.columns().stream().anyMatch(c -> c.heading().chars().anyMatch(Character::isLetter));
        return headed ? null : byNumbers(block);
    }

    /** The first column that looks like frequencies and the two behind it, whatever their headings; or null. */
    static ImpedanceColumns byNumbers(TextBlock block) {
        List<TextColumn> numeric = block.numericColumns();
        int first = frequencies(numeric);
        if (first < 0 || first + 2 >= numeric.size()) {
            return null;
        }
        ImpedanceHeading[] three = new ImpedanceHeading[3];
        Role[] roles = {Role.FREQUENCY, Role.REAL, Role.IMAGINARY};
        for (int i = 0; i < three.length; i++) {
            TextColumn c = numeric.get(first + i);
            three[i] = new ImpedanceHeading(new TextColumn("", Unit.ONE, "", c.values(), List.of()), roles[i], false);
        }
        return build(numeric.subList(first + 3, numeric.size()), three[0], three[1], three[2], false);
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

    private static ImpedanceColumns build(List<TextColumn> numeric, ImpedanceHeading f, ImpedanceHeading re,
            ImpedanceHeading im, boolean named) {
        boolean minus = im.negative();
        double[] values = im.in("ohm");
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
        out.add(EisTables.frequency(hertz(f)));
        out.add(EisTables.real(re.in("ohm")));
        out.add(minus ? Column.of(EisColumns.MINUS_IM, "ohm", values) : EisTables.minusImaginary(values));
        rest(numeric, out, f, re, im);
        return new ImpedanceColumns(EcLabColumns.distinct(out), named, notes(note, perArea(re)));
    }

    private static ImpedanceColumns polar(List<TextColumn> numeric, ImpedanceHeading f, ImpedanceHeading modulus,
            ImpedanceHeading phase) {
        double[] hertz = hertz(f);
        double[] m = modulus.in("ohm");
        double[] p = phase.column().values();
        Unit stated = phase.unit();
        PhaseGuess guess = PhaseGuess.of(hertz, m, p);
        boolean radians = stated.isOne() ? guess.radians() : stated.text().equals("rad");
        boolean minus = phase.negative() || guess.reversed();
        double[] re = new double[m.length];
        double[] im = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            double angle = (radians ? p[i] : Math.toRadians(p[i])) * (minus ? -1 : 1);
            re[i] = m[i] * Math.cos(angle);
            im[i] = m[i] * Math.sin(angle);
        }
        List<Column> out = new ArrayList<>(List.of(EisTables.frequency(hertz), EisTables.real(re),
                EisTables.minusImaginary(im)));
        rest(numeric, out, f, modulus, phase);
        return new ImpedanceColumns(EcLabColumns.distinct(out), true, notes("from modulus and phase",
                stated.isOne() ? "phase taken as " + (radians ? "radians" : "degrees") : "",
                !phase.negative() && guess.reversed() ? "phase taken as -phase, as |Z| demands" : "",
                perArea(modulus)));
    }

    private static double[] hertz(ImpedanceHeading f) {
        if (f.role() == Role.ANGULAR_FREQUENCY) {
            return Arrays.stream(f.column().values()).map(w -> w / (2 * Math.PI)).toArray();
        }
        return f.in("Hz");
    }

    private static String perArea(ImpedanceHeading z) {
        Unit u = z.unit();
        return u.isOne() || u.isCompatible(Unit.of("ohm")) ? "" : "the file states " + u.text()
                + "; the numbers are read as ohm";
    }

    private static String notes(String... notes) {
        return Stream.of(notes).filter(n -> !n.isEmpty()).collect(Collectors.joining("; "));
    }

    private static void rest(List<TextColumn> numeric, List<Column> out, ImpedanceHeading... used) {
        for (TextColumn c : numeric) {
            if (Stream.of(used).noneMatch(h -> h.column() == c) && !c.heading().isBlank()) {
                out.add(Column.of(c.name(), c.unit(), c.values()));
            }
        }
    }
}
