package org.interphase.technique.battery.voltammetry;

import java.util.Arrays;

/** Which of two ordered lists of potentials belong together, without crossings, at the least sum of distances. */
final class Alignment {

    private Alignment() {
    }

    /**
     * Partners.
     *
     * @param a ascending potentials
     * @param b ascending potentials
     * @param furthest distance from which on two are no partners
     * @return for each of a the number of its partner in b, or -1
     */
    static int[] of(double[] a, double[] b, double furthest) {
        int n = a.length;
        int m = b.length;
        double[][] cost = new double[n + 1][m + 1];
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = (i + j) * furthest / 2;
                    continue;
                }
                double alone = Math.min(cost[i - 1][j], cost[i][j - 1]) + furthest / 2;
                double distance = Math.abs(a[i - 1] - b[j - 1]);
                cost[i][j] = distance <= furthest ? Math.min(alone, cost[i - 1][j - 1] + distance) : alone;
            }
        }
        int[] out = new int[n];
        Arrays.fill(out, -1);
        int i = n;
        int j = m;
        while (i > 0 && j > 0) {
            double distance = Math.abs(a[i - 1] - b[j - 1]);
            if (distance <= furthest && cost[i][j] == cost[i - 1][j - 1] + distance) {
                out[i - 1] = j - 1;
                i--;
                j--;
            } else if (cost[i][j] == cost[i - 1][j] + furthest / 2) {
                i--;
            } else {
                j--;
            }
        }
        return out;
    }
}
