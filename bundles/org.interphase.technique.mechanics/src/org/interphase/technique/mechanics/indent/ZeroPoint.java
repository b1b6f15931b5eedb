package org.interphase.technique.mechanics.indent;

import org.interphase.numerics.linear.StraightLine;

/**
 * Where the loading points back to. At one hardness the force is proportional to the contact area, and the contact
 * depth
 * to the depth, so that the root of the force over the root of the area is a straight line through the origin (G.
 * Kick's
 * law of a perfect pyramid). Its intercept tells by how much the zero of the depth is wrong.
 */
final class ZeroPoint {

    private static final double LOW = 0.15;
    private static final double HIGH = 0.85;

    private ZeroPoint() {
    }

    /** Depth in nm at which contact began; NaN where the loading cannot tell. */
    static double offset(IndentCurve c, AreaFunction area, double share) {
        double top = c.force()[c.unload()];
        int n = 0;
        double[] x = new double[c.peak() + 1];
        double[] y = new double[c.peak() + 1];
        for (int i = c.contact(); i <= c.peak(); i++) {
            double p = c.force()[i];
            double a = area.at(share * c.depth()[i]);
            if (p > LOW * top && p < HIGH * top && a > 0) {
                x[n] = Math.sqrt(a);
                y[n++] = Math.sqrt(p);
            }
        }
        if (n < 8) {
            return Double.NaN;
        }
        try {
            StraightLine line = StraightLine.through(java.util.Arrays.copyOf(x, n), java.util.Arrays.copyOf(y, n),
                    new double[n]);
            double root = Math.sqrt(AreaFunction.BERKOVICH);
            return line.slope() > 0 ? -line.intercept() / line.slope() / (root * share) : Double.NaN;
        } catch (IllegalArgumentException e) {
            return Double.NaN;
        }
    }
}
