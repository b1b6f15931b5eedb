package org.interphase.numerics.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Fits from many start points and keeps the best. Start points are drawn in the box spanned by the bounds, by Latin
 * hypercube (each parameter's range is cut into as many slices as there are starts, each slice used once); the given
 * start is always tried as well. The same seed gives the same result.
 *
 * @param starts number of random starts, at least 1
 * @param seed seed
 */
public record MultiStart(int starts, long seed) {

    /** Checks the number. */
    public MultiStart {
        if (starts < 1) {
            throw new IllegalArgumentException("At least one random start is needed, got " + starts);
        }
    }

    /**
     * The best fit and how many starts reached it.
     *
     * @param best lowest cost found among converged fits (or among all, if none converged)
     * @param reached number of starts, the given one included, whose cost is within a relative 1e-6 of the best
     * @param tried number of starts tried, the given one included
     */
    public record Outcome(FitResult best, int reached, int tried) {
    }

    /**
     * Runs all fits.
     *
     * @throws IllegalArgumentException if a free parameter lacks a finite bound (name in the message), or as {@link
     *     Fitter#fit}
     */
    public Outcome fit(Model model, Parameters parameters, double[] y, Weights weights, FitOptions options) {
        Layout layout = new Layout(parameters);
        for (int j = 0; j < layout.free; j++) {
            if (Double.isInfinite(layout.lower[j]) || Double.isInfinite(layout.upper[j])) {
                throw new IllegalArgumentException("Multi-start needs finite bounds for "
                        + parameters.get(layout.freeToFull[j]).name());
            }
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[][] points = hypercube(layout, parameters.starts(), random);
        Fitter fitter = new Fitter(model, parameters, options);
        List<FitResult> results = new ArrayList<>();
        results.add(fitter.fit(y, weights));
        for (double[] point : points) {
            if (options.cancelled().getAsBoolean()) {
                break;
            }
            FitResult result = attempt(fitter, y, weights, point);
            if (result != null) {
                results.add(result);
            }
        }
        FitResult best = results.get(0);
        for (FitResult result : results) {
            boolean better = result.converged() == best.converged() ? result.cost() < best.cost() : result.converged();
            if (better) {
                best = result;
            }
        }
        int reached = 0;
        for (FitResult result : results) {
            reached += result.cost() <= best.cost() * (1 + 1e-6) ? 1 : 0;
        }
        return new Outcome(best, reached, results.size());
    }

    /** Null where the model can't be evaluated at the random point. */
    private static FitResult attempt(Fitter fitter, double[] y, Weights weights, double[] point) {
        try {
            return fitter.fit(y, weights, point);
        } catch (IllegalArgumentException e) {
            return null; // a random point may lie where the model overflows; the other starts remain
        }
    }

    private double[][] hypercube(Layout layout, double[] given, SplittableRandom random) {
        double[][] points = new double[starts][];
        for (int i = 0; i < starts; i++) {
            points[i] = given.clone();
        }
        for (int j = 0; j < layout.free; j++) {
            int[] slice = new int[starts];
            for (int i = 0; i < starts; i++) {
                int k = random.nextInt(i + 1);
                slice[i] = slice[k];
                slice[k] = i;
            }
            for (int i = 0; i < starts; i++) {
                double t = (slice[i] + random.nextDouble()) / starts;
                points[i][layout.freeToFull[j]] = layout.lower[j] + t * (layout.upper[j] - layout.lower[j]);
            }
        }
        return points;
    }
}
