package org.interphase.technique.mechanics.tensile;

import java.util.List;
import org.interphase.model.Measurement;

/** Upper and lower yield strength, where the stress falls behind the straight part and rises above again. */
final class YieldDrop {

    private static final double LEAST = 0.004;

    private YieldDrop() {
    }

    /** Both strengths; none where the stress does not fall, or falls because the specimen was unloaded. */
    static List<Measurement> of(StressStrain curve, Rise rise, int from, double stressU) {
        double[] s = rise.smooth();
        double[] e = curve.strain();
        int upper = from - 1;
        int lower = -1;
        double reached = e[upper];
        for (int i = from; i < rise.peak(); i++) {
            if (e[i] < reached - 4 * rise.strainNoise()) {
                // the specimen is unloaded: no yielding
                continue;
            }
            reached = Math.max(reached, e[i]);
            if (lower < 0 && s[i] >= s[upper]) {
                upper = i;
            } else if (falls(curve.stress(), rise, upper, i) && (lower < 0 || s[i] < s[lower])) {
                lower = i;
            } else if (lower >= 0 && s[i] > s[upper]) {
                break;
            }
        }
        if (lower < 0) {
            return List.of();
        }
        double step = Math.max(Math.abs(s[upper] - s[upper - 1]), Math.abs(s[upper] - s[upper + 1]));
        return List.of(Measurement.of("upper yield strength", "R_eH", s[upper], TensileNumbers.norm(s[upper] * stressU,
                rise.smoothNoise(), step / Math.sqrt(12)), "MPa"),
                Measurement.of("lower yield strength", "R_eL", s[lower], TensileNumbers.norm(s[lower] * stressU,
                        2 * rise.smoothNoise(), 0.003 * s[lower]), "MPa"));
    }

    /** Whether the stress falls beyond noise and what smoothing makes of a corner. */
    private static boolean falls(double[] raw, Rise rise, int upper, int i) {
        double[] s = rise.smooth();
        return s[i] < s[upper] - Math.max(LEAST * s[upper], 8 * rise.smoothNoise())
                && Math.max(s[i], raw[i]) < raw[upper] - 5 * rise.noise();
    }
}
