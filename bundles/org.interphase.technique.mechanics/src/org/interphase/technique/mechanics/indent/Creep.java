package org.interphase.technique.mechanics.indent;

import java.util.Arrays;
import java.util.Optional;
import org.interphase.model.Measurement;
import org.interphase.numerics.linear.StraightLine;
import org.interphase.numerics.linear.Student;
import org.interphase.numerics.signal.Robust;

/**
 * Creep during the hold at the greatest force (ISO 14577-1:2015, annex A.5: C_IT = (h2 - h1) / h1).
 *
 * @param rate nm/s at the end of the hold; 0 without hold or time
 * @param rateU its standard uncertainty
 * @param relative change of depth over the hold; NaN without hold
 * @param relativeU its standard uncertainty
 * @param nose nm by which the depth grows behind the start of unloading
 * @param noise of the depth in nm
 */
record Creep(double rate, double rateU, double relative, double relativeU, double nose, double noise) {

    /** What the rate at the end of the hold may be off from the rate while unloading: the founders' choice. */
    private static final double SHARE = 0.3;
    /** Standard uncertainties a rate must be above zero to be taken off; what is below is in the uncertainty. */
    private static final double SEEN = 3;

    /** Fewest steps of a hold that show a rate, and a change of depth over it. */
    private static final int SHORT = 3;
    private static final int LONG = 8;
    /** Part of the force at its end that a short hold has reached: a rounded top is none. */
    private static final double STILL = 0.9995;

    static Creep of(IndentCurve c) {
        int from = c.peak();
        int to = c.unload();
        double noise = Robust.noise(c.depth());
        double most = c.depth()[to];
        for (int i = to; i < c.size() && c.force()[i] > 0.7 * c.force()[to]; i++) {
            most = Math.max(most, c.depth()[i]);
        }
        double nose = most - c.depth()[to];
        // the force still rises by 2 % to the top of a hold: what the depth follows it by is no creep
        boolean brief = to - from < LONG;
        int begin = from;
        while (begin < to && c.force()[begin] < (brief ? STILL : 0.997) * c.force()[to]) {
            begin++;
        }
        if (c.time() == null || brief && to - begin < SHORT) {
            return new Creep(0, 0, Double.NaN, Double.NaN, nose, noise);
        }
        int half = brief ? begin : to - Math.max(4, (to - from) / 3);
        StraightLine line = StraightLine.through(Arrays.copyOfRange(c.time(), half, to + 1),
                Arrays.copyOfRange(c.depth(), half, to + 1), new double[to + 1 - half]);
        double rate = Math.max(0, line.slope());
        double rateU = line.slopeSigma() * Student.widening(to + 1 - half - 2);
        if (brief) {
            return new Creep(rate, rateU, Double.NaN, Double.NaN, nose, noise);
        }
        double first = c.depth()[begin];
        double relative = (c.depth()[to] - first) / first;
        double hold = c.time()[to] - c.time()[begin];
        return new Creep(rate, rateU, relative, Math.hypot(noise, Math.hypot(
                c.corrections().driftU() * hold, 0.0015 * first)) / first, nose, noise);
    }

    /** Compliance in nm/mN that creep hides at the start of unloading: its rate over the rate of unloading. */
    double compliance(IndentCurve c, UnloadingFit fit) {
        if (rate <= SEEN * rateU || c.time() == null) {
            return 0;
        }
        double unloading = unloading(c, fit);
        return unloading > 0 ? rate / unloading : 0;
    }

    /** Standard uncertainty of this compliance: the scatter of the rate, and a share of it, or all if none is off. */
    double complianceU(IndentCurve c, UnloadingFit fit) {
        double unloading = unloading(c, fit);
        double left = compliance(c, fit) > 0 ? SHARE * rate : rate;
        return unloading > 0 ? Math.hypot(left, rateU) / unloading : 0;
    }

    /** Rate of the first fifth of the unloading in mN/s; 0 without time. */
    static double unloading(IndentCurve c, UnloadingFit fit) {
        if (c.time() == null) {
            return 0;
        }
        int end = c.unload();
        while (end + 1 < c.size() && c.force()[end] > 0.8 * fit.force()) {
            end++;
        }
        double passed = c.time()[end] - c.time()[c.unload()];
        return passed > 0 ? (c.force()[c.unload()] - c.force()[end]) / passed : 0;
    }

    /** Whether the depth grows behind the start of unloading by more than noise. */
    boolean hasNose() {
        return nose > Math.max(6 * noise, 0.002 * Math.abs(nose) + 0.5) && rate == 0;
    }

    Optional<Measurement> measurement() {
        return Double.isNaN(relative) ? Optional.empty()
                : Optional.of(Measurement.of("creep", "C_IT", 100 * relative, 100 * relativeU, "%"));
    }
}
