package org.interphase.technique.xps.storedfit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.interphase.numerics.background.Shirley;
import org.interphase.numerics.shape.AreaPeak;
import org.interphase.numerics.shape.CasaDampedLorentzian;
import org.interphase.spectra.peak.PeakShape;

/** Computes what a stored definition of a component or background means, point by point. */
public final class StoredModel {

    private StoredModel() {
    }

    /** A component over binding energies, in counts per second; empty if its line shape is not known. */
    public static Optional<double[]> component(StoredFit.StoredComponent c, double[] x) {
        String shape = c.shape().strip();
        if (!(c.fwhm() > 0)) {
            return Optional.empty();
        }
        // the width of a Gaussian convolved into LA is not published, so only shapes without one are certain
        if (!shape.matches("(?i)(S?GL\\([0-9.]+\\)|LF\\(.*\\))")) {
            return Optional.empty();
        }
        PeakShape parsed;
        try {
            parsed = PeakShape.parse(shape);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (parsed.lineShape() instanceof CasaDampedLorentzian lf) {
            double[] unit = {0, 1, 1};
            double width = c.fwhm() / lf.naturalScale(unit, 0);
            double centre = c.position() - width * lf.naturalOrigin(unit, 0);
            return Optional.of(new AreaPeak(lf).values(x, centre, c.area(), width));
        }
        double mixing = parsed.arguments().get(0) / 100;
        return Optional.of(new AreaPeak(parsed.lineShape()).values(x, c.position(), c.area(), c.fwhm(), mixing));
    }

    /**
     * A background over binding energies, NaN outside its region; empty if its kind is not known.
     *
     * @param y signal in any unit; the background is in the same
     */
    public static Optional<double[]> background(StoredFit.StoredBackground b, double[] x, double[] y) {
        int from = 0;
        while (from < x.length && x[from] < b.from() - 1e-3) {
            from++;
        }
        int to = x.length;
        while (to > from && x[to - 1] > b.to() + 1e-3) {
            to--;
        }
        if (to - from < 5) {
            return Optional.empty();
        }
        double[] xs = Arrays.copyOfRange(x, from, to);
        double[] ys = Arrays.copyOfRange(y, from, to);
        int ends = Math.max(1, Math.min(2 * b.averaging() + 1, xs.length / 3));
        String kind = b.kind().toLowerCase(Locale.ROOT);
        double[] part;
        try {
            if (kind.startsWith("u 3 tougaard") && b.crossSection().size() == 4) {
                part = tougaard(xs, ys, level(y, from, b.averaging()), b.crossSection());
            } else if (kind.equals("shirley")) {
                part = Shirley.withEndWindow(ends).of(xs, ys).values();
            } else if (kind.equals("linear")) {
                part = line(xs, level(y, from, b.averaging()), level(y, to - 1, b.averaging()));
            } else {
                return Optional.empty();
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        double[] out = new double[x.length];
        Arrays.fill(out, Double.NaN);
        System.arraycopy(part, 0, out, from, part.length);
        return Optional.of(out);
    }

    /** Mean about an end of the region. */
    private static double level(double[] y, int at, int averaging) {
        int from = Math.max(0, at - averaging);
        int to = Math.min(y.length, at + averaging + 1);
        return Arrays.stream(y, from, to).average().orElse(y[at]);
    }

    private static double[] line(double[] x, double left, double right) {
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = left + (right - left) * (x[i] - x[0]) / (x[x.length - 1] - x[0]);
        }
        return out;
    }

    /**
     * Loss integral with the three-parameter cross-section {@code B T / ((C - T^2)^2 + D T^2)} (S. Tougaard, Surf.
     * Interface
     * Anal. 25 (1997) 137), which is zero below the gap.
     */
    private static double[] tougaard(double[] x, double[] y, double start, java.util.List<Double> bcdGap) {
        double b = bcdGap.get(0);
        double c = bcdGap.get(1);
        double d = bcdGap.get(2);
        double gap = bcdGap.get(3);
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            for (int k = 0; k < i; k++) {
                double t = x[i] - x[k];
                if (t >= gap - 1e-9) {
                    double square = t * t;
                    double width = 0.5 * (x[k + 1] - x[Math.max(0, k - 1)]) * (k == 0 ? 2 : 1);
                    sum += width * b * t / ((c - square) * (c - square) + d * square) * (y[k] - start);
                }
            }
            out[i] = start + sum;
        }
        return out;
    }
}
