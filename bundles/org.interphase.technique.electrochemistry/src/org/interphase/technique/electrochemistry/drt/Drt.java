package org.interphase.technique.electrochemistry.drt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.numerics.linear.NonNegativeLeastSquares;
import org.interphase.numerics.linear.Tikhonov;

/**
 * A distribution of relaxation times by Tikhonov regularisation with non-negative amplitudes.
 *
 * @param tau time constants in s, ascending
 * @param gamma distribution over ln τ in ohm
 * @param sigma standard uncertainty of the distribution in ohm
 * @param lambda regularisation parameter, relative to the mean diagonal of the data term
 * @param series resistance, inductance and capacitance in series
 * @param residualVariance weighted residual variance per degree of freedom
 * @param model impedance: real parts, then imaginary parts
 * @param peaks maxima that stand out, fastest first
 * @param polarisation integral over the measured time constants, ohm
 * @param polarisationSigma its standard uncertainty
 * @param beyond further polarisation at time constants beyond the measured ones, ohm, of a spectrum that still rises
 *     at its lowest frequency; else 0
 */
public record Drt(double[] tau, double[] gamma, double[] sigma, double lambda, InSeries series,
        double residualVariance, double[] model, List<Peak> peaks, double polarisation, double polarisationSigma,
        double beyond) {

    /**
     * What is in series with the distribution, and the standard uncertainties.
     *
     * @param resistance ohm
     * @param resistanceSigma the same
     * @param inductance H, 0 without
     * @param inductanceSigma the same
     * @param inverseCapacitance coefficient of the element at low frequency, ohm s^-exponent (1/F for a capacitance), 0
     *     without
     * @param inverseCapacitanceSigma the same
     */
    public record InSeries(double resistance, double resistanceSigma, double inductance, double inductanceSigma,
            double inverseCapacitance, double inverseCapacitanceSigma) {
    }

    /**
     * A maximum of the distribution.
     *
     * @param tau time constant at the maximum, s
     * @param height value there, ohm
     * @param resistance integral of its share of the distribution, ohm
     * @param sigma standard uncertainties by the noise
     * @param parting what the way of parting it from its neighbours leaves open of the resistance, ohm
     * @param from lower end in τ
     * @param to upper end in τ
     */
    public record Peak(double tau, double height, double resistance, Sigma sigma, double parting, double from,
            double to) {
        /** τ/R in F. */
        public double capacitance() {
            return tau / resistance;
        }
    }

    /**
     * Standard uncertainties by the noise at the chosen smoothness.
     *
     * @param logTau of ln τ
     * @param height ohm
     * @param resistance ohm
     */
    public record Sigma(double logTau, double height, double resistance) {
    }

    /** How often ten times more smoothing is tried where an automatic choice leaves no peak. */
    private static final int RETRIES = 2;
    /** A maximum must rise this much of the highest above its neighbouring minima. */
    private static final double PROMINENCE = 0.015;
    /** The area of a peak exceeds what noise leaves open of it by at least this factor. */
    private static final double SIGNIFICANT = 2;
    /** A peak holds at least this part of the polarisation resistance. */
    private static final double SMALLEST = 0.01;

    /** Computes the distribution; {@code fixed} is used where the choice is FIXED. */
    public static Drt of(DrtSystem system, DrtChoice choice, double fixed, double[] wRe, double[] wIm) {
        Tikhonov r = new Tikhonov(system.equations, system.roughness);
        double lambda = switch (choice) {
            case GCV -> r.generalisedCrossValidation();
            case L_CURVE -> r.corner();
            case FIXED -> fixed;
        };
        Drt out = solve(system, r, lambda, wRe, wIm);
        // hardly smoothed amplitudes alternate between zero and noise, in which no peak can be told
        for (int i = 0; i < RETRIES && choice != DrtChoice.FIXED && out.peaks.isEmpty(); i++) {
            lambda *= 10;
            Drt smoother = solve(system, r, lambda, wRe, wIm);
            out = smoother.peaks.isEmpty() ? out : smoother;
        }
        return out;
    }

    private static Drt solve(DrtSystem system, Tikhonov r, double lambda, double[] wRe, double[] wIm) {
        double[] h = r.matrix(lambda);
        double[] gram = system.equations.matrix();
        double[] rhs = system.equations.rhs();
        NonNegativeLeastSquares solution = new NonNegativeLeastSquares(h, rhs);
        double[] x = solution.x();
        double misfit = system.equations.squares();
        int n = system.size;
        for (int i = 0; i < n; i++) {
            double gx = 0;
            for (int j = 0; j < n; j++) {
                gx += gram[i * n + j] * x[j];
            }
            misfit += x[i] * (gx - 2 * rhs[i]);
        }
        int rows = 2 * wRe.length;
        double freedom = Math.max(1, rows - r.effectiveParameters(lambda));
        double variance = Math.max(0, misfit) / freedom;
        return assemble(system, x, solution.covariance(h, variance), lambda, variance, wRe, wIm);
    }

    private static Drt assemble(DrtSystem s, double[] x, double[][] covariance, double lambda, double variance,
            double[] wRe, double[] wIm) {
        double[] gamma = s.distribution(x);
        double[][] spread = s.covariance(covariance);
        double[] sigma = new double[gamma.length];
        for (int k = 0; k < sigma.length; k++) {
            sigma[k] = Math.sqrt(Math.max(0, spread[k][k]));
        }
        int n = wRe.length;
        double[] model = new double[2 * n];
        for (int c = 0; c < s.size; c++) {
            for (int i = 0; i < n; i++) {
                model[i] += x[c] * s.equations.column(c)[i] / wRe[i];
                model[n + i] += x[c] * s.equations.column(c)[n + i] / wIm[i];
            }
        }
        double[] within = new double[gamma.length];
        double total = 0;
        double beyond = 0;
        for (int k = 0; k < within.length; k++) {
            within[k] = s.open && s.tau[k] > s.slowest ? 0 : 1;
            total += within[k] * x[s.extras + k] * s.area();
            beyond += (1 - within[k]) * x[s.extras + k] * s.area();
        }
        double[] own = new double[s.extras];
        for (int k = 0; k < own.length; k++) {
            own[k] = Math.sqrt(Math.max(0, covariance[k][k]));
        }
        int last = s.extras - 1;
        InSeries series = new InSeries(s.extra(x, 0), s.extra(own, 0), s.inductance ? s.extra(x, 1) : 0,
                s.inductance ? s.extra(own, 1) : 0, s.capacitance ? s.extra(x, last) : 0,
                s.capacitance ? s.extra(own, last) : 0);
        return new Drt(s.tau, gamma, sigma, lambda, series, variance, model,
                peaks(s, x, gamma, spread, covariance, total), total, areaSigma(s, covariance, within), beyond);
    }

    /** Standard uncertainty of an integral with a share of each grid point. */
    private static double areaSigma(DrtSystem s, double[][] covariance, double[] share) {
        double sum = 0;
        for (int i = 0; i < share.length; i++) {
            for (int j = 0; j < share.length; j++) {
                sum += share[i] * share[j] * covariance[s.extras + i][s.extras + j];
            }
        }
        return s.area() * Math.sqrt(Math.max(0, sum));
    }

    private static List<Peak> peaks(DrtSystem s, double[] x, double[] gamma, double[][] spread,
            double[][] covariance, double total) {
        double[] sigma = new double[gamma.length];
        for (int k = 0; k < sigma.length; k++) {
            sigma[k] = Math.sqrt(Math.max(0, spread[k][k]));
        }
        List<int[]> ranges = ranges(gamma, sigma);
        int last = gamma.length - 1;
        // a maximum beyond the measured time constants takes its share of the distribution, but is no peak
        double measured = s.open ? s.slowest * Math.exp(s.step) : Double.POSITIVE_INFINITY;
        ranges.removeIf(r -> r[1] == 0 || r[1] == last && !s.open || s.tau[r[1]] <= measured
                && (gamma[r[1]] <= 2 * sigma[r[1]] || between(s, x, r) < SMALLEST * total));
        while (!ranges.isEmpty()) {
            List<Peak> all = shared(s, x, gamma, spread, covariance, ranges);
            int weakest = -1;
            int resolved = 0;
            for (int i = 0; i < all.size(); i++) {
                if (s.tau[ranges.get(i)[1]] <= measured) {
                    resolved++;
                    weakest = weakest < 0 || all.get(i).resistance < all.get(weakest).resistance ? i : weakest;
                }
            }
            if (resolved == 0) {
                return List.of();
            }
            if (resolved == 1 || all.get(weakest).resistance > Math.max(SMALLEST * total,
                    SIGNIFICANT * all.get(weakest).sigma.resistance)) {
                return all.stream().filter(p -> p.tau <= measured * Math.exp(s.step)).toList();
            }
            // a shoulder that its neighbours account for is no peak
            ranges.remove(weakest);
        }
        return List.of();
    }

    private static List<Peak> shared(DrtSystem s, double[] x, double[] gamma, double[][] spread,
            double[][] covariance, List<int[]> ranges) {
        double[][] shares = PeakShares.of(s.tau, gamma, ranges.stream().mapToInt(r -> r[1]).toArray());
        List<Peak> out = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            int[] r = ranges.get(i);
            int top = r[1];
            double area = 0;
            for (int k = 0; k < gamma.length; k++) {
                area += x[s.extras + k] * s.area() * shares[i][k];
            }
            // where peaks overlap, a cut at the minima shares differently: as much is left open
            out.add(new Peak(refined(s, gamma, top), gamma[top], area, new Sigma(positionSigma(s, gamma, spread, top),
                    Math.sqrt(Math.max(0, spread[top][top])), areaSigma(s, covariance, shares[i])),
                    Math.abs(area - between(s, x, r)), s.tau[r[0]], s.tau[r[2]]));
        }
        return out;
    }

    private static double between(DrtSystem s, double[] x, int[] range) {
        double area = 0;
        for (int k = range[0]; k <= range[2]; k++) {
            // a minimum belongs to both sides
            double half = k == range[0] && k > 0 || k == range[2] && s.extras + k < s.size - 1 ? 0.5 : 1;
            area += half * x[s.extras + k] * s.area();
        }
        return area;
    }

    /** Maxima that rise above their neighbouring minima: index of the minimum before, the maximum, the one behind. */
    private static List<int[]> ranges(double[] gamma, double[] sigma) {
        double highest = Arrays.stream(gamma).max().orElse(0);
        List<int[]> out = new ArrayList<>();
        int start = 0;
        int top = 0;
        int bottom = 0;
        boolean falling = false;
        for (int k = 0; k < gamma.length; k++) {
            double need = Math.max(PROMINENCE * highest, 2 * sigma[falling ? bottom : top]);
            if (!falling) {
                top = gamma[k] > gamma[top] ? k : top;
                if (gamma[top] - gamma[k] > need) {
                    falling = true;
                    bottom = k;
                }
            } else {
                bottom = gamma[k] < gamma[bottom] ? k : bottom;
                if (gamma[k] - gamma[bottom] > need) {
                    out.add(new int[] {start, top, bottom});
                    start = bottom;
                    top = k;
                    falling = false;
                }
            }
        }
        out.add(new int[] {start, top, gamma.length - 1});
        return out;
    }

    /** Time constant of a maximum between grid points, from a parabola through three points. */
    private static double refined(DrtSystem s, double[] gamma, int k) {
        if (k == gamma.length - 1) {
            return s.tau[k];
        }
        double a = gamma[k - 1] - 2 * gamma[k] + gamma[k + 1];
        double shift = a < 0 ? 0.5 * (gamma[k - 1] - gamma[k + 1]) / a : 0;
        return s.tau[k] * Math.exp(s.step * shift);
    }

    /**
     * Standard uncertainty of ln τ of a maximum by the noise of the three points of its parabola; a step of the grid
     * where they lie on a line, NaN at the end of the grid.
     */
    private static double positionSigma(DrtSystem s, double[] gamma, double[][] spread, int k) {
        if (k == gamma.length - 1) {
            return Double.NaN;
        }
        double a = gamma[k - 1] - 2 * gamma[k] + gamma[k + 1];
        if (!(a < 0)) {
            return s.step;
        }
        double[] slope = {(gamma[k + 1] - gamma[k]) / (a * a), (gamma[k - 1] - gamma[k + 1]) / (a * a),
            (gamma[k] - gamma[k - 1]) / (a * a)};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                sum += slope[i] * slope[j] * spread[k - 1 + i][k - 1 + j];
            }
        }
        // three points may lie anywhere within a step; farther the maximum would be another
        return Math.min(s.step, s.step * Math.sqrt(Math.max(0, sum)));
    }
}
