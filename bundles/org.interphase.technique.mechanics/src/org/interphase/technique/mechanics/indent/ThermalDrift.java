package org.interphase.technique.mechanics.indent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.interphase.model.Remark;
import org.interphase.numerics.linear.StraightLine;

/**
 * Thermal drift, from a hold at low force during unloading (ISO 14577-1:2015, 7.5), or as it is stated.
 *
 * @param rate nm/s to be taken off
 * @param uncertainty standard uncertainty in nm/s
 * @param remark what was done
 */
record ThermalDrift(double rate, double uncertainty, Optional<Remark> remark) {

    private static final double LOW = 0.25;
    private static final double STEADY = 0.015;
    private static final int POINTS = 10;
    /** Beginning of the hold, in which the sample still creeps back, that does not count. */
    private static final double SETTLING = 0.4;

    static ThermalDrift of(double[] t, double[] h, double[] p, int unload, double most, IndentCurve.Corrections c) {
        if (c.drift() != null) {
            return new ThermalDrift(c.drift(), c.driftU(), Optional.empty());
        }
        if (t == null) {
            return new ThermalDrift(0, 0, Optional.of(Remark.warning("The record has no time: thermal drift is neither "
                    + "corrected nor in the uncertainty.").coded("drift")));
        }
        int[] hold = hold(p, unload, most);
        double length = t[hold[1]] - t[hold[0]];
        if (hold[1] - hold[0] < POINTS || length < 0.05 * (t[unload] - t[0])) {
            return new ThermalDrift(0, c.driftU(), Optional.of(Remark.info(String.format(Locale.ROOT,
                    "There is no hold at "
                    + "low force: thermal drift is not corrected, %.3g nm/s is in the uncertainty.", c.driftU()))
                    .coded("drift")));
        }
        int from = hold[0];
        while (from < hold[1] && t[from] - t[hold[0]] < SETTLING * length) {
            from++;
        }
        StraightLine line = line(t, h, from, hold[1]);
        int half = (from + hold[1]) / 2;
        double change = half - from > 4 ? Math.abs(line(t, h, half, hold[1]).slope() - line(t, h, from, half).slope())
                : 0;
        double u = Math.hypot(line.slopeSigma(), change / 2);
        return new ThermalDrift(line.slope(), u, Optional.of(Remark.info(String.format(Locale.ROOT,
                "Thermal drift of %.3g "
                + "nm/s, known to %.2g nm/s, was found in a hold of %.3g s at low force and is taken off.",
                line.slope(), u, length)).coded("drift")));
    }

    private static StraightLine line(double[] t, double[] h, int from, int to) {
        return StraightLine.through(Arrays.copyOfRange(t, from, to + 1), Arrays.copyOfRange(h, from, to + 1),
                new double[to + 1 - from]);
    }

    /** First and last point of the longest steady piece at low force in the unloading. */
    private static int[] hold(double[] p, int unload, double most) {
        int[] best = {unload, unload};
        int from = unload;
        for (int i = unload; i < p.length; i++) {
            boolean low = p[i] < LOW * most && p[i] > 0.02 * most;
            if (!low || Math.abs(p[i] - p[from]) > STEADY * most) {
                from = i;
            }
            if (low && i - from > best[1] - best[0]) {
                best = new int[] {from, i};
            }
        }
        return best;
    }
}
