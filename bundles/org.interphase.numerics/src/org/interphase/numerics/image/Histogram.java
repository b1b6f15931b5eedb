package org.interphase.numerics.image;

/** Counts of pixel values and what follows from them. */
public final class Histogram {

    private Histogram() {
    }

    /** Counts of the 256 values of unsigned bytes. */
    public static int[] ofBytes(byte[] pixels) {
        // four tables: neighbouring equal values would wait for each other's store
        int[] a = new int[256];
        int[] b = new int[256];
        int[] c = new int[256];
        int[] d = new int[256];
        int i = 0;
        for (; i + 4 <= pixels.length; i += 4) {
            a[pixels[i] & 0xff]++;
            b[pixels[i + 1] & 0xff]++;
            c[pixels[i + 2] & 0xff]++;
            d[pixels[i + 3] & 0xff]++;
        }
        for (; i < pixels.length; i++) {
            a[pixels[i] & 0xff]++;
        }
        for (int v = 0; v < 256; v++) {
            a[v] += b[v] + c[v] + d[v];
        }
        return a;
    }

    /**
     * Counts in equal bins between two values; values outside go to the end bins, NaN is left out.
     *
     * @param selected 0 or 1 per pixel, or null for all
     */
    public static int[] of(float[] pixels, byte[] selected, double low, double high, int bins) {
        int[] counts = new int[bins];
        double scale = high > low ? bins / (high - low) : 0;
        for (int i = 0; i < pixels.length; i++) {
            if (selected != null && selected[i] == 0 || Float.isNaN(pixels[i])) {
                continue;
            }
            int bin = (int) ((pixels[i] - low) * scale);
            counts[Math.min(bins - 1, Math.max(0, bin))]++;
        }
        return counts;
    }

    /**
     * Otsu's threshold (N. Otsu, IEEE Trans. Syst. Man Cybern. 9 (1979) 62): the last bin of the lower class that
     * makes the variance between the classes largest; the middle one where several do.
     *
     * @return index of a bin; values in bins up to it are the lower class
     */
    public static int otsu(int[] counts) {
        double total = 0;
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            total += counts[i];
            sum += (double) i * counts[i];
        }
        double below = 0;
        double sumBelow = 0;
        double best = -1;
        int first = 0;
        int last = 0;
        for (int i = 0; i < counts.length - 1; i++) {
            below += counts[i];
            sumBelow += (double) i * counts[i];
            double above = total - below;
            if (below == 0 || above == 0) {
                continue;
            }
            double between = sumBelow * total - below * sum;
            double variance = between * between / (below * above);
            if (variance > best * (1 + 1e-12)) {
                best = variance;
                first = i;
                last = i;
            } else if (variance >= best * (1 - 1e-12)) {
                last = i;
            }
        }
        return (first + last) / 2;
    }

    /**
     * Two thresholds for three classes that make the variance between classes largest (P.-S. Liao, T.-S. Chen, P.-C.
     * Chung, J. Inf. Sci. Eng. 17 (2001) 713).
     *
     * @return last bins of the lowest and of the middle class
     */
    public static int[] otsuThree(int[] counts) {
        int n = counts.length;
        double[] weight = new double[n + 1];
        double[] moment = new double[n + 1];
        for (int i = 0; i < n; i++) {
            weight[i + 1] = weight[i] + counts[i];
            moment[i + 1] = moment[i] + (double) i * counts[i];
        }
        double best = -1;
        int[] at = {n / 3, 2 * n / 3};
        for (int i = 0; i < n - 2; i++) {
            for (int j = i + 1; j < n - 1; j++) {
                double v = part(weight, moment, 0, i + 1) + part(weight, moment, i + 1, j + 1)
                        + part(weight, moment, j + 1, n);
                if (v > best) {
                    best = v;
                    at = new int[] {i, j};
                }
            }
        }
        return at;
    }

    private static double part(double[] weight, double[] moment, int from, int to) {
        double w = weight[to] - weight[from];
        double m = moment[to] - moment[from];
        return w == 0 ? 0 : m * m / w;
    }
}
