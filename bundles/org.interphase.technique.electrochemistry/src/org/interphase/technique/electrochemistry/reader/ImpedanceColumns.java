package org.interphase.technique.electrochemistry.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.electro.impedance.EisTables;
import org.interphase.electro.record.UniqueNames;
import org.interphase.io.TextBlock;
import org.interphase.io.TextColumn;
import org.interphase.model.Column;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;
import org.interphase.technique.electrochemistry.impedance.ImpedanceScale;

/**
 * One impedance spectrum in a table of numbers, found by the headings or, without headings, by what the numbers look
 * like.
 *
 * @param columns columns of the spectrum, then whatever else the table has
 * @param label what tells it from other spectra beside it in the same table; empty if there are none
 * @param named whether headings told
 * @param note what the headings left open and how it was decided; empty if they told everything
 * @param remarks what the analyst should know before the numbers are used
 * @param measured columns of the table the impedance comes from
 */
record ImpedanceColumns(List<Column> columns, String label, boolean named, String note, List<Remark> remarks,
        List<TextColumn> measured) {

    /** Frequencies span at least this factor in a table without headings. */
    private static final double SPAN = 30;

    /**
     * The spectra in a block of rows.
     *
     * @param minus what a person states of the sign: whether the imaginary part is -Im(Z); null if nothing
     * @return empty if there is none
     */
    static List<ImpedanceColumns> find(TextBlock block, Boolean minus) {
        List<TextColumn> numeric = block.numericColumns();
        List<SpectrumHeadings> found = SpectrumHeadings.find(numeric);
        if (!found.isEmpty()) {
            return found.stream().map(h -> build(numeric, h, minus, true)).toList();
        }
        boolean headed = block.columns().stream().anyMatch(c -> c.heading().chars().anyMatch(Character::isLetter));
        return headed ? List.of() : byNumbers(block, minus, false);
    }

    /**
     * The first column that looks like frequencies and the two behind it, whatever their headings.
     *
     * @param sure whether it is known that they are an impedance; else what no impedance can be is left alone
     */
    static List<ImpedanceColumns> byNumbers(TextBlock block, Boolean minus, boolean sure) {
        List<TextColumn> numeric = block.numericColumns();
        int first = frequencies(numeric, sure);
        if (first < 0 || first + 2 >= numeric.size()) {
            return List.of();
        }
        List<TextColumn> measured = numeric.subList(first, first + 3);
        ImpedanceHeading[] three = new ImpedanceHeading[3];
        ImpedanceRole[] roles = {ImpedanceRole.FREQUENCY, ImpedanceRole.REAL, ImpedanceRole.IMAGINARY};
        for (int i = 0; i < three.length; i++) {
            TextColumn c = numeric.get(first + i);
            ImpedanceHeading own = new ImpedanceHeading(new TextColumn("", c.unit(), "", c.values(), List.of()),
                    roles[i], false);
            three[i] = own.suits() ? own
                    : new ImpedanceHeading(new TextColumn("", Unit.ONE, "", c.values(), List.of()), roles[i], false);
        }
        if (!sure && !ImaginarySign.of(three[0].column().values(), three[1].column().values(),
                three[2].column().values()).isPlausible()) {
            return List.of();
        }
        ImpedanceColumns built = build(numeric.subList(first + 3, numeric.size()),
                new SpectrumHeadings(three[0], ImpedanceForm.PARTS, three[1], three[2], ""), minus, false);
        return List.of(new ImpedanceColumns(built.columns, built.label, false, built.note, built.remarks, measured));
    }

    /** The first column that is positive, monotonic and spans decades in about equal steps, among two; or -1. */
    private static int frequencies(List<TextColumn> columns, boolean sure) {
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
            if (positive && max > SPAN * min && Math.max(up, down) > 0.9 * (v.length - 1)
                    && (sure || geometric(v))) {
                return c;
            }
        }
        return -1;
    }

    /** Whether steps are more equal on a logarithmic scale than on a linear one: frequencies are, times are not. */
    private static boolean geometric(double[] v) {
        double[] linear = new double[v.length - 1];
        double[] logarithmic = new double[v.length - 1];
        for (int i = 1; i < v.length; i++) {
            linear[i - 1] = Math.abs(v[i] - v[i - 1]);
            logarithmic[i - 1] = Math.abs(Math.log(v[i] / v[i - 1]));
        }
        return spread(logarithmic) < spread(linear);
    }

    private static double spread(double[] v) {
        double mean = Arrays.stream(v).average().orElse(0);
        return Math.sqrt(Arrays.stream(v).map(x -> (x - mean) * (x - mean)).average().orElse(0)) / mean;
    }

    private static ImpedanceColumns build(List<TextColumn> numeric, SpectrumHeadings h, Boolean stated,
            boolean named) {
        double[] hertz = h.hertz();
        ImpedanceForm form = h.form();
        ImpedanceScale scale = form.scale(h.first(), h.second());
        List<Remark> remarks = new ArrayList<>();
        List<String> notes = new ArrayList<>(List.of(form.note()));
        boolean radians = false;
        int sign = 1;
        if (form.second() == ImpedanceRole.PHASE) {
            Unit unit = h.second().unit();
            double[] modulus = form == ImpedanceForm.POLAR ? h.first().in(scale.unit())
                    : Arrays.stream(h.first().column().values()).map(v -> Math.pow(10, v)).toArray();
            PhaseGuess guess = PhaseGuess.of(hertz, modulus, h.second().in(Unit.ONE));
            radians = unit.isOne() ? guess.radians() : !unit.text().equals("deg");
            notes.add(unit.isOne() ? "phase taken as " + (radians ? "radians" : "degrees") : "");
            if (guess.reversed() && !(h.second().negative())) {
                sign = -1;
                notes.add("phase taken as -phase, as |Z| demands");
            }
        }
        double[][] z = form.parts(hertz, h.first(), h.second(), scale, radians, sign);
        if (form.leavesSignOpen()) {
            reverse(hertz, z, h, stated, named, notes, remarks);
        }
        List<Column> out = new ArrayList<>();
        out.add(EisTables.frequency(hertz));
        out.add(Column.of(EisColumns.RE, scale.unit().text(), z[0]));
        out.add(Column.of(EisColumns.MINUS_IM, scale.unit().text(), EisTables.negated(z[1])));
        for (TextColumn c : numeric) {
            if (!h.isOfSpectra(c) && !c.heading().isBlank()) {
                out.add(Column.of(c.name(), c.unit(), c.values()));
            }
        }
        return new ImpedanceColumns(UniqueNames.of(out), h.label(), named,
                notes.stream().filter(n -> !n.isEmpty()).collect(Collectors.joining("; ")), List.copyOf(remarks),
                List.of(h.frequency().column(), h.first().column(), h.second().column()));
    }

    /** Turns the sign of the imaginary part where heading, statement or the numbers themselves ask for it. */
    private static void reverse(double[] hertz, double[][] z, SpectrumHeadings h, Boolean stated, boolean named,
            List<String> notes, List<Remark> remarks) {
        if (stated != null) {
            if (stated != h.second().negative()) {
                z[1] = EisTables.negated(z[1]);
            }
            notes.add("taken as " + (stated ? "-Im(Z)" : "Im(Z)") + ", as stated");
            return;
        }
        double[] im = z[1];
        ImaginarySign test = ImaginarySign.of(hertz, z[0], im);
        long above = Arrays.stream(im).filter(v -> v > 0).count();
        long below = Arrays.stream(im).filter(v -> v < 0).count();
        boolean counted = above > 2 * below;
        boolean reversed = test.isReversed() || counted && (Double.isNaN(test.asIs()) || test.isPoor()
                && test.reversed() < test.asIs() || !named && !test.isDecided());
        if (reversed) {
            z[1] = EisTables.negated(im);
            notes.add((h.second().negative() ? "numbers under -Im(Z) taken as Im(Z)" : counted
                    ? "positive values, taken as -Im(Z)" : "taken as -Im(Z)"));
            if (named && !Double.isNaN(test.asIs())) {
                remarks.add(Remark.warning("The sign of Im(Z) looks reversed: with the sign under the heading '"
                        + h.second().column().name() + "' real and imaginary part contradict each other (Kramers-"
                        + "Kronig), with the opposite sign they agree. The opposite sign was taken; state the signal "
                        + "(--signal \"Im(Z)\" or \"-Im(Z)\") if the file is right."));
            }
        } else if (!named) {
            notes.add("negative values, taken as Im(Z)");
        }
    }
}
