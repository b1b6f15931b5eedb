package org.interphase.technique.mechanics.tensile;

/**
 * Whether the specimen or the extensometer slipped: behind the straight part the curve is flat for a while and then
 * rises again as steeply as an elastic specimen. No material yields and turns elastic again under growing strain.
 */
public final class Slip {

    private static final double FLAT = 0.35;
    private static final double STEEP = 0.65;
    /** Least strain of a flat piece over the elastic strain: less is a step of the extensometer. */
    private static final double LONG = 0.1;
    /** Least rise behind it over the stress. */
    private static final double HIGH = 0.03;

    private Slip() {
    }

    /** First point of an elastic rise behind a flat piece between two points, or -1. */
    public static int find(double[] e, double[] s, int from, int to, double modulus, double noise) {
        boolean flat = false;
        for (int m : new int[] {3, 6, 12, 24, 48}) {
            flat = false;
            for (int i = from; i + m <= to; i += Math.max(1, m / 2)) {
                double[] b = slope(e, s, i, i + m, noise);
                if (b == null || b[1] > 0.1 * modulus) {
                    continue;
                }
                if (e[i + m - 1] < e[i]) {
                    // unloading: what rises again is no slip
                    flat = false;
                } else if (b[0] + 2 * b[1] < FLAT * modulus && e[i + m - 1] - e[i] > LONG * s[i] / modulus) {
                    flat = true;
                } else if (flat && b[0] - 2 * b[1] > STEEP * modulus
                        && s[i + m - 1] - s[i] > Math.max(8 * noise, HIGH * s[i])) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static double[] slope(double[] e, double[] s, int a, int b, double noise) {
        int n = b - a;
        double me = 0;
        for (int i = a; i < b; i++) {
            me += e[i] / n;
        }
        double xx = 0;
        double xy = 0;
        for (int i = a; i < b; i++) {
            xx += (e[i] - me) * (e[i] - me);
            xy += (e[i] - me) * s[i];
        }
        return xx > 0 ? new double[] {xy / xx, noise / Math.sqrt(xx)} : null;
    }
}
