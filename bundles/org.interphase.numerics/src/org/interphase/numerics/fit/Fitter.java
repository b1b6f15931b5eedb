package org.interphase.numerics.fit;

import org.interphase.numerics.internal.kernel.Kernels;

/**
 * A fit prepared once and run on many data vectors: it owns all scratch memory, so that {@link #solve} allocates
 * nothing. One fitter serves one thread. {@link #fit} returns an immutable result; {@link #solve} with the copying
 * accessors is for maps.
 */
public final class Fitter {

    private final Model model;
    private final Parameters parameters;
    private final FitOptions options;
    private final Layout layout;
    private final LevenbergMarquardt engine;
    private final Covariance covariance;
    private double[] data;
    private Weights weights;
    private StopReason reason;

    /**
     * Prepares a fit.
     *
     * @throws IllegalArgumentException if the parameters do not match the model, ties are circular, or there are
     *     more free parameters than points
     */
    public Fitter(Model model, Parameters parameters, FitOptions options) {
        if (parameters.size() != model.parameters()) {
            throw new IllegalArgumentException("The model has " + model.parameters() + " parameters, but "
                    + parameters.size() + " were given: " + parameters.names());
        }
        this.model = model;
        this.parameters = parameters;
        this.options = options;
        layout = new Layout(parameters);
        if (layout.free > model.points()) {
            throw new IllegalArgumentException("There are more free parameters (" + layout.free + ") than points ("
                    + model.points() + ")");
        }
        engine = new LevenbergMarquardt(model, layout, options, Kernels.current());
        covariance = new Covariance(engine);
    }

    /** Fits from the start values of the parameters. */
    public FitResult fit(double[] y, Weights w) {
        return fit(y, w, parameters.starts());
    }

    /**
     * Fits from other start values.
     *
     * @param y data, input, not modified, {@code model.points()} long
     * @param w weights of the same length, or unit
     * @param starts one start value per parameter (those of tied parameters are ignored)
     * @throws IllegalArgumentException if a length differs, a value is not finite (the message says which), a start
     *     is outside its bounds, or the model is not finite at the start
     */
    public FitResult fit(double[] y, Weights w, double[] starts) {
        solve(y, w, starts);
        return result();
    }

    /** Fits without building a result. */
    public StopReason solve(double[] y, Weights w, double[] starts) {
        checkData(y);
        if (starts.length != parameters.size()) {
            throw new IllegalArgumentException("Expected " + parameters.size() + " start values, got " + starts.length);
        }
        data = y;
        weights = w;
        w.copyInverseSigma(engine.s);
        reason = options.careful() ? carefully(y, starts)
                : engine.run(y, starts, options.damping(), LevenbergMarquardt.Strategy.PLAIN);
        covariance.compute(w.absolute());
        return reason;
    }

    /** Two strategies with complementary strengths; the better end point is refined without damping. */
    private StopReason carefully(double[] y, double[] starts) {
        StopReason first = engine.run(y, starts, 100, LevenbergMarquardt.Strategy.GUARDED);
        double[] best = engine.p.clone();
        double cost = engine.cost;
        int iterations = engine.iterations;
        int evaluations = engine.evaluations;
        StopReason second = first == StopReason.CANCELLED ? first
                : engine.run(y, starts, 1, LevenbergMarquardt.Strategy.ACCELERATED);
        iterations += engine.iterations;
        evaluations += engine.evaluations;
        boolean better = engine.cost < cost && (second.converged() || !first.converged());
        if (better) {
            best = engine.p.clone();
        }
        StopReason chosen = better ? second : first;
        if (chosen == StopReason.CANCELLED) {
            return chosen;
        }
        StopReason refined = engine.run(y, best, 1e-6, LevenbergMarquardt.Strategy.PLAIN);
        engine.polish();
        engine.iterations += iterations;
        engine.evaluations += evaluations;
        return chosen.converged() || !refined.converged() ? chosen : refined;
    }

    /** The immutable result of the last {@link #solve}. */
    public FitResult result() {
        requireSolved();
        return new FitResult(new FitResult.Raw(parameters, layout.freeToFull.clone(), engine.p.clone(),
                covariance.sigma.clone(), covariance.full.clone(),
                covariance.unbound(), data.clone(), engine.f.clone(), engine.s.clone(), weights, chiSquare(),
                engine.cost, reason, engine.iterations, engine.evaluations, covariance.identifiability()));
    }

    /** Copies the fitted values of all parameters. */
    public void copyValues(double[] target) {
        requireSolved();
        System.arraycopy(engine.p, 0, target, 0, engine.p.length);
    }

    /**
     * Copies values and standard uncertainties of all parameters to {@code at}, and the lower triangle of their
     * covariance, row by row, to {@code covarianceAt}: for callers that store many fits in few arrays.
     */
    public void copyTo(double[] values, double[] uncertainties, int at, double[] triangle, int covarianceAt) {
        requireSolved();
        int k = engine.p.length;
        System.arraycopy(engine.p, 0, values, at, k);
        System.arraycopy(covariance.sigma, 0, uncertainties, at, k);
        int to = covarianceAt;
        for (int i = 0; i < k; i++) {
            System.arraycopy(covariance.full, i * k, triangle, to, i + 1);
            to += i + 1;
        }
    }

    /** Weighted sum of squared residuals of the last solution. */
    public double chiSquare() {
        requireSolved();
        if (engine.robustFit()) {
            double sum = 0;
            for (double residual : engine.r) {
                sum += residual * residual;
            }
            return sum;
        }
        return engine.cost;
    }

    /** Number of points minus number of free parameters. */
    public int degreesOfFreedom() {
        return model.points() - layout.free;
    }

    /** Steps tried in the last solution. */
    public int iterations() {
        return engine.iterations;
    }

    /** Parameters this fitter was prepared with. */
    public Parameters parameters() {
        return parameters;
    }

    private void requireSolved() {
        if (reason == null) {
            throw new IllegalStateException("Nothing has been fitted yet");
        }
    }

    private void checkData(double[] y) {
        if (y.length != model.points()) {
            throw new IllegalArgumentException("The model predicts " + model.points() + " points, the data have "
                    + y.length);
        }
        for (int i = 0; i < y.length; i++) {
            if (!Double.isFinite(y[i])) {
                throw new IllegalArgumentException("Data must be finite: point " + i + " is " + y[i]);
            }
        }
    }
}
