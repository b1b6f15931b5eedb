package org.interphase.technique.mechanics.tensile;

import org.interphase.numerics.signal.Robust;

/** Noise and shape of a stress-strain curve: its peak, its break, jumps that no specimen makes. */
public final class Rise {

    private static final double QUIET = 3e-4;
    private static final int HALF_WIDTH = 7;
    private static final double SUDDEN = 0.25;
    private static final double BROKEN = 0.1;
    private static final int SLOW = 15;

    private final double[] strain;
    private final double[] stress;
    private final double[] smooth;
    private final double noise;
    private final int peak;
    private final int end;
    private final Ending ending;

    /** How a record ends. */
    public enum Ending {
        /** The stress falls away at once. */
        BREAK,
        /** The record ends while the stress falls slowly. */
        FALLING,
        /** The record ends at its greatest stress. */
        AT_PEAK,
        /** The specimen was unloaded: stress and strain go back together. */
        UNLOADED
    }

    /** A curve in the order of the record. */
    public Rise(double[] strain, double[] stress) {
        this.strain = strain;
        this.stress = stress;
        noise = stress.length < 10 ? 0 : Robust.noise(stress);
        double most = java.util.Arrays.stream(stress).max().orElseThrow();
        int last = breakAt(most);
        smooth = noise > QUIET * most ? smoothed(last + 1) : stress;
        int at = 0;
        for (int i = 0; i <= last; i++) {
            at = smooth[i] > smooth[at] ? i : at;
        }
        peak = at;
        ending = ending(last, most);
        end = ending == Ending.UNLOADED ? peak : last;
    }

    /** Last point before the stress falls away; the last of the record where it does not. */
    private int breakAt(double most) {
        int at = 0;
        for (int i = 1; i < stress.length; i++) {
            at = stress[i] > stress[at] ? i : at;
        }
        double largest = 0;
        int where = -1;
        for (int i = at; i + 1 < stress.length; i++) {
            double fall = stress[i] - stress[i + 1];
            if (fall > largest && stress[i] > BROKEN * most) {
                largest = fall;
                where = i;
            }
        }
        if (where >= 0 && largest > Math.max(SUDDEN * stress[where], 8 * noise)) {
            // a fall may take a few rows: it begins where the fall of a step leaves that of noise
            while (where > at && stress[where - 1] - stress[where] > Math.max(0.05 * most, 6 * noise)) {
                where--;
            }
            return where;
        }
        return stress.length - 1;
    }

    private Ending ending(int last, double most) {
        if (last < stress.length - 1) {
            return Ending.BREAK;
        }
        double back = strain[peak] - strain[last];
        if (last - peak > SLOW && back > 0.02 * (strain[peak] - strain[0]) && stress[last] < 0.8 * most) {
            return Ending.UNLOADED;
        }
        return stress[last] > 0.985 * most - 3 * noise ? Ending.AT_PEAK : Ending.FALLING;
    }

    /** Running parabola over a few points, cut short at the ends and the break. */
    private double[] smoothed(int n) {
        double[] out = stress.clone();
        int half = Math.min(HALF_WIDTH, Math.max(1, n / 40));
        for (int i = 0; i < n; i++) {
            int a = Math.max(0, i - half);
            int b = Math.min(n - 1, i + half);
            out[i] = Parabola.at(stress, a, b, i);
        }
        return out;
    }

    /** Standard deviation of the stress between neighbours, MPa. */
    public double noise() {
        return noise;
    }

    /** Standard deviation of the strain between neighbours. */
    public double strainNoise() {
        return strain.length < 10 ? 0 : Robust.noise(strain);
    }

    /** Standard deviation of a smoothed stress, MPa. */
    public double smoothNoise() {
        int half = Math.min(HALF_WIDTH, Math.max(1, (end + 1) / 40));
        // variance of the middle of a parabola over 2 m + 1 points is 9 / (4 (2 m + 1)) for many points
        return smooth == stress ? noise : noise * Math.min(1, 1.5 / Math.sqrt(2 * half + 1));
    }

    /** Stress, smoothed where it is noisy. */
    public double[] smooth() {
        return smooth;
    }

    /** Point of the greatest stress. */
    public int peak() {
        return peak;
    }

    /** Last point that belongs to the test. */
    public int end() {
        return end;
    }

    /** How it ends. */
    public Ending ending() {
        return ending;
    }
}
