package org.interphase.technique.battery.cycle;

import java.util.Arrays;

/**
 * Differential capacity dQ/dV over voltage of one step. The charge of each interval is spread over the voltages it
 * passed, so that the area under the curve is the charge to the last digit however the voltage wavers; smoothing is a
 * convolution that leaves the area as it is.
 *
 * @param voltage middles of the classes, V, ascending
 * @param capacity dQ/dV, A.h/V, positive
 * @param width width of a class, V
 * @param charge area under the curve, A.h
 * @param wavering share of the way of the voltage that went backwards
 */
public record DifferentialCurve(double[] voltage, double[] capacity, double width, double charge, double wavering) {

    /** Steps whose voltage goes backwards for more than this share of its way are not monotonic. */
    public static final double MONOTONIC = 0.1;
    private static final int MOST = 20000;
    /** How far a Gaussian of smoothing reaches, in its standard deviations. */
    private static final double REACH = 4;

    /**
     * The curve of a step.
     *
     * @param width width of the classes, V; NaN to take the larger of 1 mV and four times the scatter of the voltage
     * @param smoothing standard deviation of the Gaussian, V; 0 for none
     * @throws IllegalArgumentException if the voltage does not change, or needs too many classes
     */
    public static DifferentialCurve of(VoltageCurve curve, double width, double smoothing) {
        double[] v = curve.voltage();
        double[] q = curve.charge();
        double low = Arrays.stream(v).min().orElse(Double.NaN);
        double high = Arrays.stream(v).max().orElse(Double.NaN);
        double w = Double.isNaN(width) ? Math.max(1e-3, 4 * scatter(v)) : width;
        int n = (int) Math.ceil((high - low) / w) + 1;
        if (!(high > low) || n < 3 || n > MOST) {
            throw new IllegalArgumentException("the voltage runs over " + (high - low) + " V, which makes " + n
                    + " classes of " + w + " V");
        }
        double start = low - (n * w - (high - low)) / 2;
        double[] sum = new double[n];
        double back = 0;
        double way = 0;
        double direction = Math.signum(v[v.length - 1] - v[0]);
        for (int i = 1; i < v.length; i++) {
            double d = v[i] - v[i - 1];
            back += d * direction < 0 ? Math.abs(d) : 0;
            way += Math.abs(d);
            double from = (Math.min(v[i], v[i - 1]) - start) / w;
            spread(sum, from, from + Math.abs(d) / w, q[i] - q[i - 1]);
        }
        double[] smooth = smoothing > 0 ? smoothed(sum, smoothing / w) : sum;
        double[] x = new double[n];
        double charge = 0;
        for (int i = 0; i < n; i++) {
            x[i] = start + (i + 0.5) * w;
            charge += smooth[i];
            smooth[i] /= w;
        }
        return new DifferentialCurve(x, smooth, w, charge, back / way);
    }

    private static void spread(double[] sum, double from, double to, double charge) {
        int a = Math.max(0, Math.min(sum.length - 1, (int) from));
        int b = Math.max(0, Math.min(sum.length - 1, (int) to));
        if (a == b || !(to > from)) {
            sum[a] += charge;
            return;
        }
        for (int k = a; k <= b; k++) {
            double part = Math.min(to, k + 1) - Math.max(from, k);
            sum[k] += charge * part / (to - from);
        }
    }

    /** A Gaussian, what it would push over the ends kept inside by reflection. */
    private static double[] smoothed(double[] y, double sigma) {
        int reach = Math.max(1, (int) Math.ceil(REACH * sigma));
        double[] kernel = new double[2 * reach + 1];
        double norm = 0;
        for (int k = -reach; k <= reach; k++) {
            kernel[k + reach] = Math.exp(-k * k / (2 * sigma * sigma));
            norm += kernel[k + reach];
        }
        int n = y.length;
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = -reach; k <= reach; k++) {
                int j = i + k;
                while (j < 0 || j >= n) {
                    j = j < 0 ? -1 - j : 2 * n - 1 - j;
                }
                out[j] += y[i] * kernel[k + reach] / norm;
            }
        }
        return out;
    }

    /** Scatter of the voltage from row to row beyond its trend. */
    static double scatter(double[] v) {
        if (v.length < 8) {
            return 0;
        }
        double[] d = new double[v.length - 2];
        for (int i = 0; i < d.length; i++) {
            d[i] = Math.abs(v[i] - 2 * v[i + 1] + v[i + 2]);
        }
        Arrays.sort(d);
        // a median of |second differences| is 0.6745 sqrt(6) standard deviations
        return d[d.length / 2] / (0.6745 * Math.sqrt(6));
    }

    /** dV/dQ in V/(A.h) over the charge, by classes of charge with the mean slope of the voltage in each. */
    public static double[][] inverse(VoltageCurve curve, int classes) {
        double[] q = curve.charge();
        double total = q[q.length - 1];
        double[][] out = new double[2][classes];
        int row = 0;
        double before = curve.voltage()[0];
        for (int k = 0; k < classes; k++) {
            double to = total * (k + 1) / classes;
            while (row < q.length - 2 && q[row + 1] < to) {
                row++;
            }
            double f = q[row + 1] > q[row] ? Math.min(1, (to - q[row]) / (q[row + 1] - q[row])) : 1;
            double v = curve.voltage()[row] + f * (curve.voltage()[row + 1] - curve.voltage()[row]);
            out[0][k] = total * (k + 0.5) / classes;
            out[1][k] = (v - before) / (total / classes);
            before = v;
        }
        return out;
    }
}
