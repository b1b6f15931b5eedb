package org.interphase.technique.topography.surface;

import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.interphase.api.Progress;

/**
 * The areal Gaussian filter of ISO 16610-61:2015 (weights exp(-pi (x / (alpha * cut-off))^2) with alpha = sqrt(ln 2 /
 * pi), 50 % transmission at the cut-off), one direction after the other. At edges and holes weights are normalised over
 * the measured points, so that a level stays a level; a hole stays a hole.
 */
public final class GaussianFilter {

    private static final double ALPHA = Math.sqrt(Math.log(2) / Math.PI);
    /** Where weights end, in cut-offs: 1e-6 of the largest weight is left there. */
    private static final double END = 1;
    /** Weights on one side from which lines are convolved by Fourier transform. */
    private static final int LONG = 40;

    private GaussianFilter() {
    }

    /** The long waves of a map: what is longer than the cut-off. */
    public static HeightField longWaves(HeightField f, double cutoff, Progress progress) {
        double mean = f.mean();
        int w = f.width();
        int h = f.height();
        double[] sum = new double[w * h];
        double[] weight = new double[w * h];
        for (int i = 0; i < sum.length; i++) {
            double v = f.z()[i];
            sum[i] = v == v ? v - mean : 0;
            weight[i] = v == v ? 1 : 0;
        }
        Line rows = new Line(cutoff / f.stepX(), w);
        for (int y = 0; y < h; y++) {
            progress.checkCancelled();
            rows.filter(sum, weight, y * w, 1);
        }
        Line columns = new Line(cutoff / f.stepY(), h);
        for (int x = 0; x < w; x++) {
            progress.checkCancelled();
            columns.filter(sum, weight, x, w);
        }
        double[] out = new double[w * h];
        for (int i = 0; i < out.length; i++) {
            out[i] = f.z()[i] == f.z()[i] ? sum[i] / weight[i] + mean : Double.NaN;
        }
        return f.with(out);
    }

    /** The short waves of a map: what is shorter than the cut-off. */
    public static HeightField shortWaves(HeightField f, double cutoff, Progress progress) {
        double[] longer = longWaves(f, cutoff, progress).z();
        double[] out = new double[longer.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = f.z()[i] - longer[i];
        }
        return f.with(out);
    }

    /** Convolution of lines of one length. */
    private static final class Line {
        private final int n;
        private final double[] weights;
        private final double[] a;
        private final double[] b;
        private final double[][] pair;
        private final double[] transfer;

        private Line(double cutoff, int n) {
            this.n = n;
            int reach = (int) Math.min(n - 1, Math.ceil(END * cutoff));
            weights = new double[reach + 1];
            double norm = 0;
            for (int k = 0; k <= reach; k++) {
                double t = k / (ALPHA * cutoff);
                weights[k] = Math.exp(-Math.PI * t * t);
                norm += (k == 0 ? 1 : 2) * weights[k];
            }
            for (int k = 0; k <= reach; k++) {
                weights[k] /= norm;
            }
            a = new double[n];
            b = new double[n];
            if (reach < LONG) {
                pair = null;
                transfer = null;
                return;
            }
            int size = PlaneTransform.powerOfTwo(n + reach);
            pair = new double[2][size];
            for (int k = 0; k <= reach; k++) {
                pair[0][k] = weights[k];
                if (k > 0) {
                    pair[0][size - k] = weights[k];
                }
            }
            FastFourierTransformer.transformInPlace(pair, DftNormalization.STANDARD, TransformType.FORWARD);
            // weights are even: their transform is real
            transfer = pair[0].clone();
        }

        private void filter(double[] sum, double[] weight, int from, int step) {
            if (transfer == null) {
                direct(sum, weight, from, step);
                return;
            }
            java.util.Arrays.fill(pair[0], 0);
            java.util.Arrays.fill(pair[1], 0);
            // two real lines in one complex: real weights keep them apart
            for (int i = 0; i < n; i++) {
                pair[0][i] = sum[from + i * step];
                pair[1][i] = weight[from + i * step];
            }
            FastFourierTransformer.transformInPlace(pair, DftNormalization.STANDARD, TransformType.FORWARD);
            for (int i = 0; i < transfer.length; i++) {
                pair[0][i] *= transfer[i];
                pair[1][i] *= transfer[i];
            }
            FastFourierTransformer.transformInPlace(pair, DftNormalization.STANDARD, TransformType.INVERSE);
            for (int i = 0; i < n; i++) {
                sum[from + i * step] = pair[0][i];
                weight[from + i * step] = pair[1][i];
            }
        }

        private void direct(double[] sum, double[] weight, int from, int step) {
            for (int i = 0; i < n; i++) {
                a[i] = sum[from + i * step];
                b[i] = weight[from + i * step];
            }
            for (int i = 0; i < n; i++) {
                double s = weights[0] * a[i];
                double t = weights[0] * b[i];
                for (int k = 1; k < weights.length; k++) {
                    if (i >= k) {
                        s += weights[k] * a[i - k];
                        t += weights[k] * b[i - k];
                    }
                    if (i + k < n) {
                        s += weights[k] * a[i + k];
                        t += weights[k] * b[i + k];
                    }
                }
                sum[from + i * step] = s;
                weight[from + i * step] = t;
            }
        }
    }
}
