package org.interphase.testkit.synthetic;

import java.util.List;
import java.util.Locale;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;

/**
 * A synthetic XPS region with its truth.
 *
 * @param name region, for example "F 1s"
 * @param energy binding energies in eV, ascending
 * @param counts counts at each energy, Poisson distributed about {@code expected}
 * @param expected expectation of the counts
 * @param background expectation of the counts without the peaks
 * @param peaks the peaks
 * @param seed seed of the counting statistics
 */
public record XpsRegionTruth(String name, double[] energy, double[] counts, double[] expected, double[] background,
        List<PeakTruth> peaks, long seed) {

    private static final int OVERSAMPLING = 20;

    /**
     * Peaks on a constant level and a step: at each energy the background rises by a share of the peak area at lower
     * binding energies, which is what Shirley's background assumes (D. A. Shirley, Phys. Rev. B 5 (1972) 4709).
     *
     * @param from lowest binding energy in eV
     * @param step energy step in eV
     * @param points number of points
     * @param level counts far below the peaks
     * @param stepShare rise of the background per eV and area of the peaks; 0 for a flat background
     */
    public static XpsRegionTruth of(String name, double from, double step, int points, double level, double stepShare,
            List<PeakTruth> peaks, long seed) {
        double[] energy = new double[points];
        double[] background = new double[points];
        double[] expected = new double[points];
        double below = 0;
        double fine = step / OVERSAMPLING;
        for (int i = 0; i < points; i++) {
            // rounded as a file would write it, so that axis and file agree
            energy[i] = Math.round((from + i * step) * 1e6) / 1e6;
            if (i > 0) {
                // trapezoids on a finer grid between this point and the one before
                for (int k = 0; k < OVERSAMPLING; k++) {
                    double x = from + (i - 1) * step + k * fine;
                    below += fine / 2 * (sum(peaks, x) + sum(peaks, x + fine));
                }
            }
            background[i] = level + stepShare * below;
            expected[i] = background[i] + sum(peaks, energy[i]);
        }
        return new XpsRegionTruth(name, energy, new Poisson(seed).next(expected), expected, background,
                List.copyOf(peaks), seed);
    }

    private static double sum(List<PeakTruth> peaks, double x) {
        return peaks.stream().mapToDouble(p -> p.at(x)).sum();
    }

    /** F 1s of lithium fluoride (about 685 eV) beside fluorinated carbon (about 688.7 eV), 30 % Lorentzian. */
    public static XpsRegionTruth fluorine(double lifHeight, double cf2Height, long seed) {
        return of("F 1s", 680, 0.1, 141, 2000, 0.02,
                List.of(new PeakTruth("LiF", 685.2, 1.7, lifHeight, 0.3),
                        new PeakTruth("CF2", 688.7, 1.9, cf2Height, 0.3)), seed);
    }

    /** The region as a dataset of kind {@code xps.region}. */
    public Curve toCurve() {
        DatasetHeader header = DatasetHeader.of(name, "xps.region", Metadata.EMPTY.with("synthetic", true));
        return Curve.ofUnsorted(header, "Binding energy", Unit.of("eV"), Direction.DESCENDING, energy, "Intensity",
                Unit.of("counts"), counts, null);
    }

    /**
     * The region as delimited text with descending binding energy.
     *
     * @param comment lines put before the table, each behind {@code #}
     */
    public String toCsv(List<String> comment) {
        StringBuilder out = new StringBuilder();
        comment.forEach(c -> out.append("# ").append(c).append('\n'));
        out.append("Binding Energy (eV),Intensity (counts)\n");
        for (int i = energy.length - 1; i >= 0; i--) {
            out.append(String.format(Locale.ROOT, "%.3f,%.0f%n", energy[i], counts[i]).replace("\r", ""));
        }
        return out.toString();
    }
}
