package org.interphase.numerics.fit;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Confidence interval of one parameter from the profile of chi-square: the parameter is fixed at a value, all others
 * are fitted again, and the interval ends where chi-square has risen by the quantile of its distribution with one
 * degree of freedom (times the reduced chi-square where the weights don't state the noise). Unlike the standard
 * uncertainty it follows curvature and bounds, and may be unsymmetric.
 */
public final class ProfileLikelihood {

    private static final int LARGEST_SEARCH = 60;

    private ProfileLikelihood() {
    }

    /**
     * An interval.
     *
     * @param lower lower end; the parameter's bound if chi-square does not rise enough before it; -Infinity if it
     *     never does
     * @param value best value
     * @param upper upper end, likewise
     * @param level confidence level
     */
    public record Interval(double lower, double value, double upper, double level) {
    }

    /**
     * Interval of a free parameter around a converged fit.
     *
     * @param level confidence level between 0 and 1, for example 0.6827
     * @throws IllegalArgumentException if the parameter is not free or the level is out of range
     */
    public static Interval of(Model model, FitResult fit, double[] y, String name, double level, FitOptions options) {
        Parameter parameter = fit.parameters().get(fit.parameters().indexOf(name));
        if (!parameter.free()) {
            throw new IllegalArgumentException(name + " is not a free parameter");
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("The confidence level must be between 0 and 1, got " + level);
        }
        double quantile = new ChiSquaredDistribution(null, 1).inverseCumulativeProbability(level);
        double rise = quantile * (fit.weights().absolute() ? 1 : fit.reducedChiSquare());
        double best = fit.value(name);
        double sigma = fit.uncertainty(name);
        double step = sigma > 0 && !Double.isInfinite(sigma) ? sigma * Math.sqrt(quantile)
                : Math.max(Math.abs(best), 1) * 0.1;
        double target = fit.cost() + rise;
        double lower = end(model, fit, y, name, options, best, -step, target, parameter.lower());
        double upper = end(model, fit, y, name, options, best, step, target, parameter.upper());
        return new Interval(lower, best, upper, level);
    }

    private static double end(Model model, FitResult fit, double[] y, String name, FitOptions options, double best,
            double step, double target, double bound) {
        int position = fit.parameters().indexOf(name);
        double[] starts = fit.values();
        double inside = best;
        double insideCost = fit.cost();
        double outside = best + step;
        double outsideCost;
        int search = 0;
        while (true) {
            boolean atBound = step < 0 ? outside <= bound : outside >= bound;
            outside = atBound ? bound : outside;
            starts[position] = outside;
            FitResult profile = refit(model, fit, y, name, outside, starts, options);
            outsideCost = profile.cost();
            if (outsideCost >= target) {
                break;
            }
            if (atBound) {
                return bound;
            }
            if (++search > LARGEST_SEARCH) {
                return step < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            }
            inside = outside;
            insideCost = outsideCost;
            starts = profile.values();
            outside = inside + step * Math.pow(1.4, search);
        }
        for (int i = 0; i < 60 && Math.abs(outside - inside) > 1e-7 * Math.abs(step); i++) {
            // chi-square is close to a parabola: interpolate its root, but stay well inside the bracket
            double root = Math.sqrt(Math.max(insideCost - fit.cost(), 0));
            double far = Math.sqrt(outsideCost - fit.cost());
            double t = (Math.sqrt(target - fit.cost()) - root) / (far - root);
            double middle = inside + Math.min(0.98, Math.max(0.02, t)) * (outside - inside);
            starts[position] = middle;
            FitResult profile = refit(model, fit, y, name, middle, starts, options);
            if (Math.abs(profile.cost() - target) <= 1e-9 * (target - fit.cost())) {
                return middle;
            }
            if (profile.cost() < target) {
                inside = middle;
                insideCost = profile.cost();
            } else {
                outside = middle;
                outsideCost = profile.cost();
            }
        }
        return 0.5 * (inside + outside);
    }

    private static FitResult refit(Model model, FitResult fit, double[] y, String name, double value, double[] starts,
            FitOptions options) {
        Parameters fixed = fit.parameters().fix(name, value);
        if (new Layout(fixed).free == 0) {
            return new Fitter(model, fixed, options).fit(y, fit.weights());
        }
        return new Fitter(model, fixed, options).fit(y, fit.weights(), starts);
    }
}
