package org.interphase.technique.porosimetry.intrusion;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.Verdict;
import org.interphase.numerics.linear.StraightLine;

/**
 * Surface fractal dimension: the volume per decade of diameter goes with the diameter to the power 3 - D where the
 * walls of pores are alike on all scales (W. I. Friesen, R. J. Mikula, J. Colloid Interface Sci. 120 (1987) 263-271,
 * doi:10.1016/0021-9797(87)90348-1, written there as dV/dp proportional to p^(D - 4)).
 *
 * @param dimension D
 * @param uncertainty its standard uncertainty
 * @param from narrowest diameter in m
 * @param to widest diameter in m
 * @param points steps the line goes through
 * @param verdict whether it is one
 */
public record SurfaceFractal(double dimension, double uncertainty, double from, double to, int points,
        Verdict verdict) {

    private static final int FEWEST = 6;
    private static final double EVIDENT = 3;

    /** The dimension over diameters from..to in m; null if too few steps hold volume. */
    public static SurfaceFractal of(PoreHistogram h, double from, double to) {
        List<Integer> use = new ArrayList<>();
        for (int k = 0; k < h.diameter().length; k++) {
            if (h.diameter()[k] >= from && h.diameter()[k] <= to && h.density()[k] > EVIDENT * h.uncertainty()[k]) {
                use.add(k);
            }
        }
        if (use.size() < FEWEST) {
            return null;
        }
        StraightLine all = line(h, use);
        double dimension = 3 - all.slope();
        int half = use.size() / 2;
        StraightLine wide = line(h, use.subList(0, half));
        StraightLine narrow = line(h, use.subList(half, use.size()));
        double apart = Math.abs(wide.slope() - narrow.slope());
        double bent = apart / Math.max(1e-12, Math.hypot(wide.slopeSigma(), narrow.slopeSigma()));
        double reach = Math.log10(h.diameter()[use.get(0)] / h.diameter()[use.getLast()]);
        Verdict v = Verdict.SOUND;
        if (bent > EVIDENT && apart > 0.1) {
            v = v.and(Verdict.doubtful("the slope changes along the range: pores are not alike on its scales"));
        }
        if (reach < 1) {
            v = v.and(Verdict.doubtful("the range is shorter than a decade of diameters"));
        }
        double u = Math.hypot(all.slopeSigma(), apart / 4);
        if (dimension < 2 - 2 * u || dimension > 3 + 2 * u) {
            v = Verdict.withheld(String.format(java.util.Locale.ROOT, "the slope gives %.2f, and a surface has 2 to 3: "
                    + "these pores are not the roughness of one surface", dimension));
        }
        return new SurfaceFractal(dimension, u, h.diameter()[use.getLast()], h.diameter()[use.get(0)], use.size(), v);
    }

    private static StraightLine line(PoreHistogram h, List<Integer> use) {
        double[] x = new double[use.size()];
        double[] y = new double[x.length];
        double[] u = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int k = use.get(i);
            x[i] = Math.log(h.diameter()[k]);
            y[i] = Math.log(h.density()[k]);
            u[i] = h.uncertainty()[k] / h.density()[k];
        }
        return StraightLine.through(x, y, u);
    }
}
