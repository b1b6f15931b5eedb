package org.interphase.technique.mechanics.indent;

import java.util.Arrays;
import org.interphase.api.parameters.Range;
import org.interphase.numerics.linear.StraightLine;

/**
 * Hardness and modulus over depth from the stiffness by a small oscillation during loading (Oliver and Pharr 1992; X.
 * Li,
 * B. Bhushan, Mater. Charact. 48 (2002) 11).
 *
 * @param depth nm
 * @param hardness MPa
 * @param reduced reduced modulus in MPa
 * @param modulus elastic modulus in MPa
 * @param from lowest depth of the mean in nm
 * @param to highest depth of the mean in nm
 */
public record ContinuousStiffness(double[] depth, double[] hardness, double[] reduced, double[] modulus, double from,
        double to) {

    private static final int FEWEST = 5;
    private static final double LOW = 0.5;
    private static final double HIGH = 0.95;

    /**
     * A mean over depths.
     *
     * @param value mean
     * @param scatter standard uncertainty by scatter and change over the depths
     * @param trend change from the lowest to the highest depth
     * @param trendU its standard uncertainty
     */
    public record Mean(double value, double scatter, double trend, double trendU) {
    }

    /** The values along the loading; null if there is no stiffness on it. */
    public static ContinuousStiffness of(IndentCurve c, AreaFunction area, Elasticity e, Range depths) {
        if (c.stiffness() == null) {
            return null;
        }
        int n = 0;
        double[][] v = new double[4][c.peak() + 1];
        for (int i = c.contact(); i <= c.peak(); i++) {
            double s = c.stiffness()[i];
            double a = s > 0 && c.force()[i] > 0 ? area.at(e.contactDepth(c.depth()[i], c.force()[i], s)) : 0;
            if (a > 0) {
                v[0][n] = c.depth()[i];
                v[1][n] = e.hardness(c.force()[i], a);
                v[2][n] = e.reduced(s, a);
                v[3][n] = e.modulus(v[2][n]);
                n++;
            }
        }
        if (n < FEWEST) {
            return null;
        }
        double most = v[0][n - 1];
        int k = n;
        return new ContinuousStiffness(Arrays.copyOf(v[0], k), Arrays.copyOf(v[1], k), Arrays.copyOf(v[2], k),
                Arrays.copyOf(v[3], k), depths.isAll() ? LOW * most : depths.from(),
                depths.isAll() ? HIGH * most : depths.to());
    }

    /** Mean of values over the depths of the mean; null if fewer than five of them are there. */
    public Mean mean(double[] values) {
        double[] x = new double[values.length];
        double[] y = new double[values.length];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (depth[i] >= from && depth[i] <= to && Double.isFinite(values[i])) {
                x[n] = depth[i];
                y[n++] = values[i];
            }
        }
        if (n < FEWEST) {
            return null;
        }
        StraightLine line = StraightLine.through(Arrays.copyOf(x, n), Arrays.copyOf(y, n), new double[n]);
        double mean = Arrays.stream(y, 0, n).average().orElseThrow();
        double span = x[n - 1] - x[0];
        double trend = line.slope() * span;
        double trendU = line.slopeSigma() * span;
        double alone = line.sigmaAt(Arrays.stream(x, 0, n).average().orElseThrow());
        // a value that changes with depth is known to the change over these depths
        return new Mean(mean, Math.hypot(alone, Math.abs(trend) / Math.sqrt(12)), trend, trendU);
    }
}
