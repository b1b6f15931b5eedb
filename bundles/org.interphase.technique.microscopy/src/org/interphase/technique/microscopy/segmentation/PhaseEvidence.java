package org.interphase.technique.microscopy.segmentation;

import java.util.Arrays;
import org.interphase.model.Raster;
import org.interphase.numerics.image.Histogram;

/**
 * What the grey levels of a picture say about a phase that was separated in it.
 *
 * @param width mean length in pixels of the stretches of phase along the rows; NaN without phase
 * @param contrast distance of the mean grey levels of phase and rest in standard deviations of a pixel's noise; NaN if
 *     too few pixels tell
 * @param fraction share of the selected pixels below Otsu's threshold
 * @param flatFraction the same after the slow change of brightness over the field was taken out
 * @param rowSteps root mean square of the steps of brightness from row to row, relative to the distance of the phases
 * @param between pixels whose grey level lies in the middle half between the typical ones of phase and rest, relative
 *     to those of the smaller of both
 */
public record PhaseEvidence(double width, double contrast, double fraction, double flatFraction, double rowSteps,
        double between) {

    /** Pixels so far apart share no noise after a 3 x 3 median. */
    private static final int APART = 3;
    /** So many pixels, evenly spread, tell as much about grey levels as all. */
    private static final int MOST = 250_000;
    private static final int ROUNDS = 4;
    private static final int BINS = 256;
    /** Of the surface that follows the brightness over the field. */
    private static final int ORDER = 3;

    /** Change of the area of the smaller phase by taking out the slow change of brightness, relative. */
    public double shading() {
        return Math.abs(flatFraction - fraction) / Math.min(fraction, 1 - fraction);
    }

    /** Looks at a picture and the phase separated in it. */
    public static PhaseEvidence of(Raster input, Selection area, byte[] mask) {
        int stride = (int) Math.max(1, Math.sqrt(mask.length / (double) MOST));
        int columns = (area.width() + stride - 1) / stride;
        int rows = (area.height() + stride - 1) / stride;
        double[] x = new double[columns * rows];
        double[] y = new double[columns * rows];
        float[] v = new float[columns * rows];
        byte[] phase = new byte[columns * rows];
        double[] pairs = new double[columns * rows];
        int n = 0;
        int m = 0;
        for (int r = 0; r < area.height(); r += stride) {
            for (int c = 0; c < area.width(); c += stride) {
                int i = r * area.width() + c;
                float level = (float) input.get(area.x() + c, area.y() + r);
                if (!area.has(i) || Float.isNaN(level)) {
                    continue;
                }
                x[n] = 2.0 * c / area.width() - 1;
                y[n] = 2.0 * r / area.height() - 1;
                phase[n] = mask[i];
                v[n++] = level;
                double near = c + APART < area.width() ? input.get(area.x() + c + APART, area.y() + r) : Double.NaN;
                if (!Double.isNaN(near)) {
                    pairs[m++] = Math.abs(level - near);
                }
            }
        }
        v = Arrays.copyOf(v, n);
        double[] typical = {median(v, phase, 0), median(v, phase, 1)};
        double distance = Math.abs(typical[1] - typical[0]);
        Arrays.sort(pairs, 0, m);
        // 1.4826: median of the absolute values of a normal distribution; sqrt 2: a difference of two
        double noise = m < 100 ? Double.NaN : 1.4826 * pairs[m / 2] / Math.sqrt(2);
        double[] fractions = fractions(v, x, y);
        return new PhaseEvidence(meanWidth(mask, area.width()), distanceOfMeans(v, phase) / Math.max(1e-12, noise),
                fractions[0], fractions[1], rowSteps(input, area, stride) / distance, between(v, phase, typical));
    }

    /** Mean length in pixels of the stretches of phase along the rows. */
    private static double meanWidth(byte[] mask, int width) {
        long pixels = 0;
        long stretches = 0;
        for (int i = 0; i < mask.length; i++) {
            pixels += mask[i];
            stretches += mask[i] != 0 && (i % width == 0 || mask[i - 1] == 0) ? 1 : 0;
        }
        return stretches == 0 ? Double.NaN : (double) pixels / stretches;
    }

    private static double distanceOfMeans(float[] v, byte[] phase) {
        double[] sum = new double[2];
        double[] count = new double[2];
        for (int i = 0; i < v.length; i++) {
            sum[phase[i]] += v[i];
            count[phase[i]]++;
        }
        return Math.abs(sum[0] / count[0] - sum[1] / count[1]);
    }

    private static double median(float[] v, byte[] phase, int which) {
        float[] own = new float[v.length];
        int n = 0;
        for (int i = 0; i < v.length; i++) {
            if (phase[i] == which) {
                own[n++] = v[i];
            }
        }
        Arrays.sort(own, 0, n);
        return n == 0 ? Double.NaN : own[n / 2];
    }

    private static double between(float[] v, byte[] phase, double[] typical) {
        double middle = (typical[0] + typical[1]) / 2;
        double half = Math.abs(typical[1] - typical[0]) / 4;
        double[] count = new double[2];
        double inside = 0;
        for (int i = 0; i < v.length; i++) {
            count[phase[i]]++;
            inside += Math.abs(v[i] - middle) < half ? 1 : 0;
        }
        return inside / Math.min(count[0], count[1]);
    }

    /** Shares below Otsu's threshold, of the levels as they are and after a surface was taken out. */
    private static double[] fractions(float[] v, double[] x, double[] y) {
        double[] out = new double[2];
        byte[] dark = new byte[v.length];
        out[0] = below(v, dark);
        Arrays.fill(dark, (byte) 0);
        double held = 0;
        for (int round = 0; round < ROUNDS; round++) {
            LevelSurface surface = LevelSurface.fit(v, x, y, v.length, ORDER, round == 0 ? null : dark);
            if (surface == null) {
                return new double[] {out[0], out[0]};
            }
            float[] flat = new float[v.length];
            for (int i = 0; i < flat.length; i++) {
                flat[i] = (float) (v[i] - surface.at(x[i], y[i]));
            }
            held = below(flat, dark);
        }
        out[1] = held;
        return out;
    }

    /** Share of the values below Otsu's threshold; marks them. */
    private static double below(float[] v, byte[] dark) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : v) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        if (!(high > low)) {
            return Double.NaN;
        }
        double level = low + (Histogram.otsu(Histogram.of(v, null, low, high, BINS)) + 1.0) * (high - low) / BINS;
        double n = 0;
        for (int i = 0; i < v.length; i++) {
            dark[i] = (byte) (v[i] < level ? 1 : 0);
            n += dark[i];
        }
        return n / v.length;
    }

    /** Root mean square of the median differences between rows. */
    private static double rowSteps(Raster input, Selection area, int stride) {
        double squares = 0;
        int n = 0;
        double[] d = new double[area.width()];
        for (int r = 1; r < area.height(); r++) {
            int m = 0;
            for (int c = r % stride; c < area.width(); c += stride) {
                int i = r * area.width() + c;
                double step = input.get(area.x() + c, area.y() + r) - input.get(area.x() + c, area.y() + r - 1);
                if (area.has(i) && area.has(i - area.width()) && !Double.isNaN(step)) {
                    d[m++] = step;
                }
            }
            if (m >= 16) {
                Arrays.sort(d, 0, m);
                squares += Math.pow((d[(m - 1) / 2] + d[m / 2]) / 2, 2);
                n++;
            }
        }
        return n == 0 ? 0 : Math.sqrt(squares / n);
    }
}
