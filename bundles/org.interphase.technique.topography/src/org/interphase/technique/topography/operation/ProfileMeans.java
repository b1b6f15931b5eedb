package org.interphase.technique.topography.operation;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.interphase.api.Outcome;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.interphase.numerics.linear.Student;
import org.interphase.technique.topography.profile.ProfileParameters;

/**
 * Means over profiles. Their uncertainty is the larger of what blocks of neighbouring profiles and what sections of the
 * length scatter: with lay, profiles across it are alike, and their number tells nothing.
 *
 * @param rows of every profile
 * @param parts of every section of the length, in turn, those of all profiles
 */
record ProfileMeans(Outcome.Builder out, List<ProfileParameters> rows, List<List<ProfileParameters>> parts,
        Verdict verdict) {

    private static final int BLOCKS = 8;
    private static final int FEW = 3;

    /** The mean of a parameter; {@code scale} is the relative standard uncertainty of its unit. */
    void add(String name, String symbol, String unit, ToDoubleFunction<ProfileParameters> what, double scale) {
        add(name, symbol, unit, what, scale, false, false);
    }

    /** The root mean square of a parameter. */
    void addSquare(String name, String symbol, String unit, ToDoubleFunction<ProfileParameters> what, double scale) {
        add(name, symbol, unit, what, scale, true, false);
    }

    /** The mean of what is the highest of a whole length: sections scatter as lengths do, it is no mean over them. */
    void addExtreme(String name, String symbol, String unit, ToDoubleFunction<ProfileParameters> what, double scale) {
        add(name, symbol, unit, what, scale, false, true);
    }

    private void add(String name, String symbol, String unit, ToDoubleFunction<ProfileParameters> what, double scale,
            boolean square, boolean extreme) {
        double value = mean(rows, what, square);
        if (!Double.isFinite(value)) {
            out.measure(Measurement.withheld(name, symbol, unit, name.equals("RSm") ? "no profile has two elements"
                    : "the profiles give no finite number"));
            return;
        }
        double[] sections = parts.stream().mapToDouble(s -> mean(s, what, square)).filter(v -> v == v).toArray();
        double along = uncertainty(sections) * (extreme ? Math.sqrt(sections.length) : 1);
        double across = uncertainty(blocks(what, square));
        double u = rows.size() == 1 || across != across ? along : Math.max(along, across);
        out.measure(Measurement.of(name, symbol, value, Math.hypot(u, scale * value), unit).judged(verdict)
                .judged(sections.length < FEW || rows.size() > 1 && rows.size() < FEW ? Verdict.doubtful("too few "
                        + "profiles or sections tell how it scatters") : Verdict.SOUND));
    }

    private double[] blocks(ToDoubleFunction<ProfileParameters> what, boolean square) {
        int count = Math.min(BLOCKS, rows.size());
        double[] means = new double[count];
        for (int i = 0; i < count; i++) {
            means[i] = mean(rows.subList(i * rows.size() / count, (i + 1) * rows.size() / count), what, square);
        }
        return Arrays.stream(means).filter(v -> v == v).toArray();
    }

    /** Standard uncertainty of the mean of few values; NaN of fewer than two. */
    private static double uncertainty(double[] v) {
        int n = v.length;
        double centre = Arrays.stream(v).average().orElse(Double.NaN);
        return Student.widening(n - 1) * Math.sqrt(Arrays.stream(v).map(b -> (b - centre) * (b - centre)).sum()
                / (n - 1.0) / n);
    }

    private static double mean(List<ProfileParameters> of, ToDoubleFunction<ProfileParameters> what, boolean square) {
        double[] v = of.stream().mapToDouble(what).filter(x -> x == x).toArray();
        double m = Arrays.stream(v).map(x -> square ? x * x : x).average().orElse(Double.NaN);
        return square ? Math.sqrt(m) : m;
    }
}
