package org.interphase.technique.microscopy.threshold;

/** Thresholds that look for two classes in a histogram and may find none; each gives the last bin of the lower one. */
final class BimodalThresholds {

    private static final int MOST_ROUNDS = 10_000;

    private BimodalThresholds() {
    }

    /** Middle between the two modes of the smoothed histogram (J. M. S. Prewitt, M. L. Mendelsohn 1966); -1 if none. */
    static int intermodes(int[] counts) {
        int[] modes = modes(counts, new double[1][]);
        return modes == null ? -1 : (modes[0] + modes[1]) / 2;
    }

    /** Lowest place between the two modes of the smoothed histogram; -1 if none. */
    static int minimum(int[] counts) {
        double[][] smooth = new double[1][];
        int[] modes = modes(counts, smooth);
        if (modes == null) {
            return -1;
        }
        int best = modes[0];
        for (int i = modes[0]; i <= modes[1]; i++) {
            best = smooth[0][i] < smooth[0][best] ? i : best;
        }
        return best;
    }

    /** Smooths by running means of three until two modes are left. */
    private static int[] modes(int[] counts, double[][] smooth) {
        double[] v = new double[counts.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = counts[i];
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int n = 0;
            int[] at = new int[2];
            for (int i = 0; i < v.length; i++) {
                double left = i > 0 ? v[i - 1] : 0;
                double right = i < v.length - 1 ? v[i + 1] : 0;
                if (v[i] > left && v[i] >= right) {
                    if (n < 2) {
                        at[n] = i;
                    }
                    n++;
                }
            }
            if (n == 2) {
                smooth[0] = v;
                return at;
            }
            if (n < 2) {
                return null;
            }
            double[] next = new double[v.length];
            for (int i = 0; i < v.length; i++) {
                next[i] = ((i > 0 ? v[i - 1] : 0) + v[i] + (i < v.length - 1 ? v[i + 1] : 0)) / 3;
            }
            v = next;
        }
        return null;
    }

    /** Middle between the means of both classes, repeated (T. W. Ridler, S. Calvard 1978); -1 if it does not settle. */
    static int isodata(int[] counts) {
        double t = mean(counts, 0, counts.length);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int cut = (int) t + 1;
            double low = mean(counts, 0, cut);
            double high = mean(counts, cut, counts.length);
            if (Double.isNaN(low) || Double.isNaN(high)) {
                return -1;
            }
            double next = (low + high) / 2;
            if ((int) next == (int) t) {
                return (int) next;
            }
            t = next;
        }
        return -1;
    }

    private static double mean(int[] counts, int from, int to) {
        double n = 0;
        double sum = 0;
        for (int i = from; i < to; i++) {
            n += counts[i];
            sum += (double) i * counts[i];
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    /**
     * Minimum error for two normal distributions (J. Kittler, J. Illingworth, Pattern Recognit. 19 (1986) 41): the cut
     * that makes their criterion smallest; -1 if no cut leaves two classes with a spread.
     */
    static int minimumError(int[] counts) {
        double total = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < counts.length; i++) {
            total += counts[i];
            first += (double) i * counts[i];
            second += (double) i * i * counts[i];
        }
        double n = 0;
        double m = 0;
        double q = 0;
        double best = Double.POSITIVE_INFINITY;
        int at = -1;
        for (int i = 0; i < counts.length - 1; i++) {
            n += counts[i];
            m += (double) i * counts[i];
            q += (double) i * i * counts[i];
            double share = n / total;
            double below = q / n - m / n * (m / n);
            double rest = total - n;
            double above = (second - q) / rest - (first - m) / rest * ((first - m) / rest);
            // a class of one grey level has no spread to compare
            if (!(below > 1.0 / 12 && above > 1.0 / 12)) {
                continue;
            }
            double criterion = 1 + share * Math.log(below) + (1 - share) * Math.log(above)
                    - 2 * (share * Math.log(share) + (1 - share) * Math.log(1 - share));
            if (criterion < best) {
                best = criterion;
                at = i;
            }
        }
        return at;
    }
}
