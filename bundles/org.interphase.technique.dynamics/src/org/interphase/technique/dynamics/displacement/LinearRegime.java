package org.interphase.technique.dynamics.displacement;

import java.util.ArrayList;
import java.util.List;

/**
 * The straight part of mean squared displacements, and the slope averaged over where it may begin. Each start has the
 * weight exp(-(chi-square + 2 points left out) / 2) (W. I. Jay, E. T. Neil, Phys. Rev. D 103 (2021) 114502): leaving
 * out points costs as much as they would lower chi-square by being off. The spread between starts is part of the
 * variance.
 *
 * @param slope mean slope
 * @param variance its variance, the choice of the start included
 * @param choice the part of the variance that comes from the choice
 * @param intercept mean intercept
 * @param interceptVariance its variance
 * @param start index of the likeliest start
 * @param best the line from there
 * @param weights the slope is the sum of these times the ordinates
 * @param late weight of the starts behind a third of the longest time
 */
public record LinearRegime(double slope, double variance, double choice, double intercept, double interceptVariance,
        int start, GeneralisedLine best, double[] weights, double late) {

    /** Points a line needs at least. */
    public static final int LEAST = 5;

    /** The straight part must reach this many times beyond its start. */
    private static final double REACH = 3;

    /**
     * The straight part.
     *
     * @param t times
     * @param msd mean squared displacements
     * @param covariance their covariance
     * @param first first index at which it may begin
     * @param last last index at which it may begin; at least {@link #LEAST} points must follow
     */
    public static LinearRegime of(double[] t, double[] msd, double[][] covariance, int first, int last) {
        List<GeneralisedLine> lines = new ArrayList<>();
        double top = Double.NEGATIVE_INFINITY;
        int best = first;
        for (int s = first; s <= last; s++) {
            lines.add(GeneralisedLine.through(t, msd, covariance, s));
            double log = log(lines, s - first);
            if (log > top) {
                top = log;
                best = s;
            }
        }
        double sum = 0;
        double slope = 0;
        double intercept = 0;
        double[] weights = new double[t.length];
        for (int k = 0; k < lines.size(); k++) {
            GeneralisedLine line = lines.get(k);
            double w = Math.exp(log(lines, k) - top);
            sum += w;
            slope += w * line.slope();
            intercept += w * line.intercept();
            for (int i = 0; i < t.length; i++) {
                weights[i] += w * line.weights()[i];
            }
        }
        slope /= sum;
        intercept /= sum;
        double own = 0;
        double choice = 0;
        double ownIntercept = 0;
        double late = 0;
        for (int k = 0; k < lines.size(); k++) {
            GeneralisedLine line = lines.get(k);
            double w = Math.exp(log(lines, k) - top) / sum;
            own += w * line.slopeVariance();
            late += t[first + k] * REACH > t[t.length - 1] ? w : 0;
            choice += w * (line.slope() - slope) * (line.slope() - slope);
            ownIntercept += w * (line.interceptVariance() + (line.intercept() - intercept) * (line.intercept()
                    - intercept));
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return new LinearRegime(slope, own + choice, choice, intercept, ownIntercept, best, lines.get(best - first),
                weights, late);
    }

    private static double log(List<GeneralisedLine> lines, int left) {
        return -0.5 * (lines.get(left).chiSquare() + 2 * left);
    }
}
