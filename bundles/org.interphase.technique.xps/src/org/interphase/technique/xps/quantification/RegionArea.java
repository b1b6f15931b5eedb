package org.interphase.technique.xps.quantification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.interphase.model.Curve;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.numerics.background.Shirley;
import org.interphase.spectra.peak.Noise;

/** Area of a region above its background with an uncertainty. */
public final class RegionArea {

    /**
     * An area.
     *
     * @param value in counts per second times eV where the acquisition time is known, else in the signal's unit times
     *     eV
     * @param uncertainty standard uncertainty: counting statistics, end levels, and Shirley against a line
     * @param centre binding energy of the area's centre in eV
     * @param verdict doubtful where the region does not end beside its line
     */
    public record Area(double value, double uncertainty, double centre, Verdict verdict) {
    }

    /** Change of the signal over the end points, as a share of the line's height and in standard uncertainties. */
    private static final double STEEP = 0.01;
    private static final double SIGMAS = 5;

    private RegionArea() {
    }

    /** The area of a region; remarks on what was assumed are added. */
    public static Area of(Curve c, boolean byTransmission, List<Remark> remarks) {
        double[] x = c.axis().values();
        double[] y = c.signal().values();
        Noise noise = Noise.of(c);
        double[] sigma = noise.at(y);
        double scale = 1;
        if (c.signal().unit().text().equals("counts")) {
            double seconds = Noise.acquisitionTime(c.metadata()).orElse(Double.NaN);
            if (Double.isNaN(seconds)) {
                remarks.add(Remark.warning("The acquisition time of '" + c.name() + "' is not known: its counts "
                        + "are compared with other regions as they are."));
            } else {
                scale = 1 / seconds;
            }
        }
        double[] transmission = transmission(c, byTransmission, remarks);
        for (int i = 0; i < y.length; i++) {
            y[i] *= scale / transmission[i];
            sigma[i] *= scale / transmission[i];
        }
        int n = x.length;
        int ends = Math.max(1, n / 15);
        double[] line = line(x, y, ends);
        double[] shirley = line;
        try {
            shirley = Shirley.withEndWindow(ends).of(x, y).values();
        } catch (IllegalArgumentException e) {
            remarks.add(Remark.info("No Shirley background was found for '" + c.name() + "'; a line was used."));
        }
        double area = 0;
        double byLine = 0;
        double variance = 0;
        double moment = 0;
        for (int i = 0; i < n; i++) {
            double width = 0.5 * (x[Math.min(n - 1, i + 1)] - x[Math.max(0, i - 1)]);
            area += width * (y[i] - shirley[i]);
            byLine += width * (y[i] - line[i]);
            moment += width * Math.max(0, y[i] - shirley[i]) * x[i];
            variance += width * width * sigma[i] * sigma[i];
        }
        double span = x[n - 1] - x[0];
        // a background drawn between two levels moves by half the error of each
        double left = level(sigma, 0, ends);
        double right = level(sigma, n - ends, n);
        double background = 0.5 * span * Math.hypot(left, right);
        double model = Math.abs(area - byLine) / Math.sqrt(3);
        double positive = Math.max(area, 1e-300);
        double centre = Math.min(Math.max(moment / positive, x[0]), x[n - 1]);
        return new Area(area, Math.sqrt(variance + background * background + model * model), centre,
                ends(x, y, shirley, sigma, ends));
    }

    /**
     * Whether the signal is level at both ends, where the background is drawn from: the outermost points against as
     * many beside them, judged against the noise and the height of the line.
     */
    private static Verdict ends(double[] x, double[] y, double[] background, double[] sigma, int ends) {
        int n = x.length;
        double height = 0;
        for (int i = 0; i < n; i++) {
            height = Math.max(height, y[i] - background[i]);
        }
        for (int from : new int[] {0, n - 2 * ends}) {
            double rise = mean(y, from + ends, from + 2 * ends) - mean(y, from, from + ends);
            double u = Math.hypot(level(sigma, from, from + ends), level(sigma, from + ends, from + 2 * ends));
            if (Math.abs(rise) > STEEP * height && Math.abs(rise) > SIGMAS * u) {
                return Verdict.doubtful(String.format(Locale.ROOT, "the signal is not level at the end of the region "
                        + "at %.1f eV: a line is cut off, another one begins, or the background slopes",
                        from == 0 ? x[0] : x[n - 1]));
            }
        }
        return Verdict.SOUND;
    }

    private static double mean(double[] y, int from, int to) {
        return Arrays.stream(y, from, to).average().orElse(0);
    }

    private static double[] transmission(Curve c, boolean wanted, List<Remark> remarks) {
        double[] ones = new double[c.axis().size()];
        Arrays.fill(ones, 1);
        if (!wanted) {
            return ones;
        }
        Transmission t = c.product(Transmission.class).orElse(null);
        if (t == null || t.values().length != ones.length || Arrays.stream(t.values()).anyMatch(v -> !(v > 0))) {
            remarks.add(Remark.warning("The file gives no transmission for '" + c.name() + "'; none was corrected."));
            return ones;
        }
        return t.values();
    }

    private static double level(double[] sigma, int from, int to) {
        double s = 0;
        for (int i = from; i < to; i++) {
            s += sigma[i] * sigma[i];
        }
        return Math.sqrt(s) / (to - from);
    }

    private static double[] line(double[] x, double[] y, int ends) {
        int n = x.length;
        double left = Arrays.stream(y, 0, ends).average().orElse(0);
        double right = Arrays.stream(y, n - ends, n).average().orElse(0);
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = left + (right - left) * (x[i] - x[0]) / (x[n - 1] - x[0]);
        }
        return out;
    }
}
