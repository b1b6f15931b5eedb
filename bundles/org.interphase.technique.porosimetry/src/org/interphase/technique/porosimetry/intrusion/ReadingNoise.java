package org.interphase.technique.porosimetry.intrusion;

import java.util.Arrays;

/** How well one volume of a run is known, from the run itself. */
final class ReadingNoise {

    /** Lower quartile of the absolute value of a normal deviate. */
    private static final double QUARTILE = 0.3186;
    private static final double EVEN = Math.sqrt(12);

    private ReadingNoise() {
    }

    /**
     * Standard uncertainty of one reading: the scatter of volumes about the line through their neighbours, and at
     * least what the smallest step of the numbers leaves.
     */
    static double of(double[] p, double[] v) {
        int n = v.length;
        double least = Double.POSITIVE_INFINITY;
        double most = Arrays.stream(v).map(Math::abs).max().orElse(0);
        double[] off = new double[n - 2];
        for (int i = 1; i < n; i++) {
            double d = Math.abs(v[i] - v[i - 1]);
            least = d > 1e-9 * most ? Math.min(least, d) : least;
            if (i + 1 < n) {
                double f = Math.log(p[i] / p[i - 1]) / Math.log(p[i + 1] / p[i - 1]);
                double norm = Math.sqrt(1 + f * f + (1 - f) * (1 - f));
                off[i - 1] = Math.abs(v[i] - (v[i - 1] + f * (v[i + 1] - v[i - 1]))) / norm;
            }
        }
        // where volumes rise a curve leaves its chords: the quieter half of the points tells the noise
        Arrays.sort(off);
        double noise = off[off.length / 4] / QUARTILE;
        return Math.hypot(noise, Double.isFinite(least) ? least / EVEN : 0);
    }
}
