package org.interphase.numerics.image;

import java.util.Arrays;

/** Linear and edge-keeping smoothing of pictures; at the edges the picture continues with its outermost pixels. */
public final class Filters {

    private Filters() {
    }

    /** A Gaussian kernel of this standard deviation, cut at four of them, of sum 1. */
    static float[] kernel(double sigma) {
        int reach = (int) Math.ceil(4 * sigma);
        float[] k = new float[2 * reach + 1];
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            sum += Math.exp(-0.5 * i * i / (sigma * sigma));
        }
        for (int i = -reach; i <= reach; i++) {
            k[i + reach] = (float) (Math.exp(-0.5 * i * i / (sigma * sigma)) / sum);
        }
        return k;
    }

    /** Gaussian smoothing; sigma in pixels, 0 copies. */
    public static float[] gaussian(float[] pixels, int width, int height, double sigma) {
        Grid.require(pixels.length, width, height);
        if (!(sigma > 0)) {
            return pixels.clone();
        }
        float[] k = kernel(sigma);
        int reach = k.length / 2;
        float[] out = new float[pixels.length];
        for (int y = 0; y < height; y++) {
            int row = y * width;
            for (int j = -reach; j <= reach; j++) {
                int from = Math.min(height - 1, Math.max(0, y + j)) * width;
                float f = k[j + reach];
                for (int x = 0; x < width; x++) {
                    out[row + x] += f * pixels[from + x];
                }
            }
        }
        float[] padded = new float[width + 2 * reach];
        float[] sum = new float[width];
        for (int y = 0; y < height; y++) {
            int row = y * width;
            System.arraycopy(out, row, padded, reach, width);
            Arrays.fill(padded, 0, reach, out[row]);
            Arrays.fill(padded, reach + width, padded.length, out[row + width - 1]);
            Arrays.fill(sum, 0);
            for (int j = 0; j < k.length; j++) {
                float f = k[j];
                for (int x = 0; x < width; x++) {
                    sum[x] += f * padded[x + j];
                }
            }
            System.arraycopy(sum, 0, out, row, width);
        }
        return out;
    }

    /**
     * Median over a square window; at the edges over the part inside the picture (for radius 1: with the outermost
     * pixels continued).
     *
     * @param radius half side of the window in pixels, at least 1
     */
    public static float[] median(float[] pixels, int width, int height, int radius) {
        Grid.require(pixels.length, width, height);
        float[] out = new float[pixels.length];
        if (radius == 1) {
            float[][] column = new float[3][width];
            for (int y = 0; y < height; y++) {
                medianOfNine(pixels, width, height, y, column, out);
            }
            return out;
        }
        float[] window = new float[(2 * radius + 1) * (2 * radius + 1)];
        for (int y = 0; y < height; y++) {
            int y0 = Math.max(0, y - radius);
            int y1 = Math.min(height - 1, y + radius);
            for (int x = 0; x < width; x++) {
                int x0 = Math.max(0, x - radius);
                int n = Math.min(width - 1, x + radius) - x0 + 1;
                int count = 0;
                for (int yy = y0; yy <= y1; yy++) {
                    System.arraycopy(pixels, yy * width + x0, window, count, n);
                    count += n;
                }
                Arrays.sort(window, 0, count);
                out[y * width + x] = window[count / 2];
            }
        }
        return out;
    }

    /**
     * Columns of three are sorted once; the median of nine is the median of (largest of the low ones, median of the
     * middle ones, smallest of the high ones).
     */
    private static void medianOfNine(float[] p, int w, int h, int y, float[][] column, float[] out) {
        int above = Math.max(0, y - 1) * w;
        int here = y * w;
        int below = Math.min(h - 1, y + 1) * w;
        float[] low = column[0];
        float[] middle = column[1];
        float[] high = column[2];
        for (int x = 0; x < w; x++) {
            float a = p[above + x];
            float b = p[here + x];
            float c = p[below + x];
            float least = Math.min(a, b);
            float most = Math.max(a, b);
            low[x] = Math.min(least, c);
            high[x] = Math.max(most, c);
            middle[x] = Math.max(least, Math.min(most, c));
        }
        for (int x = 0; x < w; x++) {
            int l = Math.max(0, x - 1);
            int r = Math.min(w - 1, x + 1);
            float lo = Math.max(low[l], Math.max(low[x], low[r]));
            float hi = Math.min(high[l], Math.min(high[x], high[r]));
            float mid = middleOf(middle[l], middle[x], middle[r]);
            out[here + x] = middleOf(lo, mid, hi);
        }
    }

    private static float middleOf(float a, float b, float c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    /**
     * Bilateral filter (C. Tomasi, R. Manduchi, ICCV 1998): Gaussian in space and in grey level.
     *
     * @param sigma spatial standard deviation in pixels
     * @param greySigma standard deviation in grey levels
     */
    public static float[] bilateral(float[] pixels, int width, int height, double sigma, double greySigma) {
        Grid.require(pixels.length, width, height);
        int reach = (int) Math.ceil(2 * sigma);
        float[] out = new float[pixels.length];
        double g = -0.5 / (greySigma * greySigma);
        double s = -0.5 / (sigma * sigma);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float centre = pixels[y * width + x];
                double sum = 0;
                double weights = 0;
                for (int yy = Math.max(0, y - reach); yy <= Math.min(height - 1, y + reach); yy++) {
                    for (int xx = Math.max(0, x - reach); xx <= Math.min(width - 1, x + reach); xx++) {
                        float v = pixels[yy * width + xx];
                        double dv = v - centre;
                        int d2 = (yy - y) * (yy - y) + (xx - x) * (xx - x);
                        double w = Math.exp(dv * dv * g + d2 * s);
                        sum += w * v;
                        weights += w;
                    }
                }
                out[y * width + x] = (float) (sum / weights);
            }
        }
        return out;
    }

    /**
     * Non-local means (A. Buades, B. Coll, J.-M. Morel, CVPR 2005), offset by offset with sliding sums over the patch,
     * so that the cost does not depend on the patch size.
     *
     * @param patch half side of a patch in pixels
     * @param search half side of the search window in pixels
     * @param noise standard deviation of the noise in grey levels; the filter strength is 0.7 times it
     */
    public static float[] nonLocalMeans(float[] pixels, int width, int height, int patch, int search, double noise) {
        Grid.require(pixels.length, width, height);
        float[] sum = new float[pixels.length];
        float[] weights = new float[pixels.length];
        double[] integral = new double[(width + 1) * (height + 1)];
        double h2 = 0.49 * noise * noise;
        for (int dy = -search; dy <= search; dy++) {
            for (int dx = -search; dx <= search; dx++) {
                differences(pixels, width, height, dx, dy, integral);
                gather(pixels, width, height, dx, dy, patch, 2 * noise * noise, h2, integral, sum, weights);
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= weights[i];
        }
        return sum;
    }

    private static void differences(float[] p, int w, int h, int dx, int dy, double[] integral) {
        for (int y = 0; y < h; y++) {
            int yy = Math.min(h - 1, Math.max(0, y + dy));
            double row = 0;
            for (int x = 0; x < w; x++) {
                int xx = Math.min(w - 1, Math.max(0, x + dx));
                double d = p[y * w + x] - p[yy * w + xx];
                row += d * d;
                integral[(y + 1) * (w + 1) + x + 1] = integral[y * (w + 1) + x + 1] + row;
            }
        }
    }

    private static void gather(float[] p, int w, int h, int dx, int dy, int patch, double noise2, double h2,
            double[] integral, float[] sum, float[] weights) {
        for (int y = 0; y < h; y++) {
            int yy = Math.min(h - 1, Math.max(0, y + dy));
            int y0 = Math.max(0, y - patch);
            int y1 = Math.min(h, y + patch + 1);
            for (int x = 0; x < w; x++) {
                int xx = Math.min(w - 1, Math.max(0, x + dx));
                int x0 = Math.max(0, x - patch);
                int x1 = Math.min(w, x + patch + 1);
                double d = integral[y1 * (w + 1) + x1] - integral[y0 * (w + 1) + x1] - integral[y1 * (w + 1) + x0]
                        + integral[y0 * (w + 1) + x0];
                double distance = Math.max(0, d / ((y1 - y0) * (x1 - x0)) - noise2);
                float weight = (float) Math.exp(-distance / h2);
                sum[y * w + x] += weight * p[yy * w + xx];
                weights[y * w + x] += weight;
            }
        }
    }

    /**
     * Standard deviation of the noise from second differences (J. Immerkaer, Comput. Vis. Image Underst. 64 (1996)
     * 300): structure that is locally straight cancels.
     */
    public static double noise(float[] pixels, int width, int height) {
        Grid.require(pixels.length, width, height);
        if (width < 3 || height < 3) {
            return 0;
        }
        double sum = 0;
        for (int y = 1; y < height - 1; y++) {
            int r = y * width;
            for (int x = 1; x < width - 1; x++) {
                int i = r + x;
                sum += Math.abs(pixels[i - width - 1] - 2 * pixels[i - width] + pixels[i - width + 1]
                        - 2 * (pixels[i - 1] - 2 * pixels[i] + pixels[i + 1])
                        + pixels[i + width - 1] - 2 * pixels[i + width] + pixels[i + width + 1]);
            }
        }
        return Math.sqrt(Math.PI / 2) * sum / (6.0 * (width - 2) * (height - 2));
    }
}
