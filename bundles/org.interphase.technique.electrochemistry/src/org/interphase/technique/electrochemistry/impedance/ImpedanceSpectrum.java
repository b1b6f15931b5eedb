package org.interphase.technique.electrochemistry.impedance;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.interphase.api.AnalysisException;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.model.Column;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;
import org.interphase.technique.electrochemistry.circuit.Frequencies;

/**
 * The numbers of an impedance spectrum, from high to low frequency. Arrays are not to be written to.
 *
 * @param frequency Hz, descending
 * @param re Re Z in the unit of the scale
 * @param im Im Z (not -Im Z)
 * @param sigmaRe standard uncertainty of Re Z, or null
 * @param sigmaIm standard uncertainty of Im Z, or null
 * @param scale what the impedance refers to: ohm or ohm.cm2
 */
public record ImpedanceSpectrum(double[] frequency, double[] re, double[] im, double[] sigmaRe, double[] sigmaIm,
        ImpedanceScale scale) {

    /** A spectrum in ohm. */
    public ImpedanceSpectrum(double[] frequency, double[] re, double[] im, double[] sigmaRe, double[] sigmaIm) {
        this(frequency, re, im, sigmaRe, sigmaIm, ImpedanceScale.WHOLE);
    }

    /**
     * The spectrum in a table of kind {@code eis}; rows with a missing value are left out.
     *
     * @throws AnalysisException if a column is missing, a frequency is not positive, or fewer than three rows are left
     */
    public static ImpedanceSpectrum of(Table table) throws AnalysisException {
        double[] f = column(table, EisColumns.FREQUENCY, Unit.of("Hz"));
        ImpedanceScale scale = table.column(EisColumns.RE).map(Column::unit).flatMap(ImpedanceScale::of)
                .orElse(ImpedanceScale.WHOLE);
        double[] re = column(table, EisColumns.RE, scale.unit());
        double[] minus = column(table, EisColumns.MINUS_IM, scale.unit());
        double[] sr = table.column(EisColumns.SIGMA_RE).map(Column::values).orElse(null);
        double[] si = table.column(EisColumns.SIGMA_IM).map(Column::values).orElse(null);
        int[] rows = IntStream.range(0, f.length)
                .filter(i -> Double.isFinite(f[i]) && Double.isFinite(re[i]) && Double.isFinite(minus[i])
                        && f[i] > 0 && (re[i] != 0 || minus[i] != 0))
                .boxed().sorted(Comparator.comparingDouble((Integer i) -> -f[i])).mapToInt(Integer::intValue)
                .toArray();
        if (rows.length < 3) {
            throw new AnalysisException("the spectrum '" + table.name() + "' has " + rows.length
                    + " usable points; at least 3 are needed");
        }
        double[] im = Arrays.stream(minus).map(v -> -v).toArray();
        boolean both = sr != null && si != null;
        return new ImpedanceSpectrum(pick(f, rows), pick(re, rows), pick(im, rows), both ? pick(sr, rows) : null,
                both ? pick(si, rows) : null, scale);
    }

    private static double[] column(Table table, String name, Unit unit) throws AnalysisException {
        Column c = table.column(name).orElseThrow(() -> new AnalysisException("the table '" + table.name()
                + "' has no column '" + name + "'; an impedance spectrum needs " + EisColumns.FREQUENCY + ", "
                + EisColumns.RE + " and " + EisColumns.MINUS_IM));
        return c.values(unit);
    }

    private static double[] pick(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
    }

    /** Number of frequencies. */
    public int size() {
        return frequency.length;
    }

    /** The part of the spectrum at the given rows. */
    ImpedanceSpectrum rows(int[] rows) {
        return new ImpedanceSpectrum(pick(frequency, rows), pick(re, rows), pick(im, rows),
                sigmaRe == null ? null : pick(sigmaRe, rows), sigmaIm == null ? null : pick(sigmaIm, rows), scale);
    }

    /** The part between two frequencies in Hz, ends included. */
    public ImpedanceSpectrum between(double low, double high) {
        return rows(IntStream.range(0, size()).filter(i -> frequency[i] >= low && frequency[i] <= high).toArray());
    }

    /** The part without some rows. */
    public ImpedanceSpectrum without(Collection<Integer> left) {
        return rows(IntStream.range(0, size()).filter(i -> !left.contains(i)).toArray());
    }

    /** The part from a row on. */
    public ImpedanceSpectrum from(int row) {
        return rows(IntStream.range(row, size()).toArray());
    }

    /** The part without Im Z above zero at either end, where that is beyond the noise. */
    public ImpedanceSpectrum withoutInductiveEnds() {
        int from = SpectrumTails.leading(this);
        return rows(IntStream.range(from, Math.max(from, size() - SpectrumTails.loop(this))).toArray());
    }

    /** The points with Im Z not above zero. */
    public ImpedanceSpectrum capacitive() {
        return rows(IntStream.range(0, size()).filter(i -> im[i] <= 0).toArray());
    }

    /** |Z| at each frequency. */
    public double[] modulus() {
        return IntStream.range(0, size()).mapToDouble(i -> Math.hypot(re[i], im[i])).toArray();
    }

    /** Angular frequencies. */
    public Frequencies frequencies() {
        return Frequencies.ofHertz(frequency);
    }
}
