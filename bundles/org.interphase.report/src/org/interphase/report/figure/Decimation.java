package org.interphase.report.figure;

import java.util.Arrays;

/** Thins a dense line to what a page can show, keeping every extreme. */
public final class Decimation {

    private Decimation() {
    }

    /**
     * First, lowest, highest and last point of each column half a page unit wide, in order. Lines of fewer than 2,000
     * points and lines whose x does not run one way are returned as they are. NaN points are kept once as breaks.
     *
     * @param x positions along the page; not modified
     * @param y positions down the page; not modified
     * @return {x, y}
     */
    public static double[][] perColumn(double[] x, double[] y) {
        return perColumn(x, y, 0.5, 2000);
    }

    /** As above with the width of a column and the number of points from which it is done. */
    public static double[][] perColumn(double[] x, double[] y, double column, int fewest) {
        int n = x.length;
        if (n < fewest || !monotone(x)) {
            return new double[][] {x, y};
        }
        double[] ox = new double[n];
        double[] oy = new double[n];
        int out = 0;
        int i = 0;
        while (i < n) {
            if (Double.isNaN(y[i])) {
                ox[out] = x[i];
                oy[out++] = Double.NaN;
                while (i < n && Double.isNaN(y[i])) {
                    i++;
                }
                continue;
            }
            long bucket = (long) Math.floor(x[i] / column);
            int first = i;
            int lo = i;
            int hi = i;
            while (i < n && !Double.isNaN(y[i]) && (long) Math.floor(x[i] / column) == bucket) {
                lo = y[i] < y[lo] ? i : lo;
                hi = y[i] > y[hi] ? i : hi;
                i++;
            }
            int[] keep = {first, Math.min(lo, hi), Math.max(lo, hi), i - 1};
            for (int k = 0; k < keep.length; k++) {
                if (k == 0 || keep[k] > keep[k - 1]) {
                    ox[out] = x[keep[k]];
                    oy[out++] = y[keep[k]];
                }
            }
        }
        return new double[][] {Arrays.copyOf(ox, out), Arrays.copyOf(oy, out)};
    }

    private static boolean monotone(double[] x) {
        boolean up = true;
        boolean down = true;
        for (int i = 1; i < x.length; i++) {
            up &= x[i] >= x[i - 1];
            down &= x[i] <= x[i - 1];
        }
        return up || down;
    }
}
