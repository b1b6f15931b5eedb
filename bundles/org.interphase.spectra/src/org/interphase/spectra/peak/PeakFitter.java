package org.interphase.spectra.peak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Constrained;
import org.interphase.numerics.background.Shirley;
import org.interphase.numerics.fit.FitOptions;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.LeastSquares;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.StopReason;
import org.interphase.numerics.fit.SumModel;
import org.interphase.numerics.fit.Weights;

/**
 * Fits components and background to points. Weights of counting data come from the fitted level, not from the noisy
 * counts, by refitting: this is the solution of the Poisson likelihood equations and has no bias towards low counts
 * (iteratively reweighted least squares: Charnes, Frome, Yu, J. Am. Stat. Assoc. 71 (1976) 169). Stateless.
 */
public final class PeakFitter {

    private static final int REWEIGHTINGS = 2;

    private PeakFitter() {
    }

    /**
     * What is fitted.
     *
     * @param x strictly ascending abscissae
     * @param y measured signal, background included
     * @param noise noise of y
     * @param components at least one
     * @param background background inside the fit; NONE or HELD for none
     * @param held ordinate of a background that is held, at each point; null for zero
     * @param hints usual widths
     */
    public record Problem(double[] x, double[] y, Noise noise, List<PeakComponent> components,
            BackgroundModel.Kind background, double[] held, PeakHints hints) {

        /** The same problem with other components. */
        public Problem withComponents(List<PeakComponent> other) {
            return new Problem(x, y, noise, other, background, held, hints);
        }

        /** The same problem with another background. */
        public Problem withBackground(BackgroundModel.Kind kind, double[] values) {
            return new Problem(x, y, noise, components, kind, values, hints);
        }

        /** Whether the background is part of the fit. */
        public boolean varies() {
            return background != BackgroundModel.Kind.NONE && background != BackgroundModel.Kind.HELD;
        }
    }

    /**
     * Does the fit.
     *
     * @throws AnalysisException if components contradict each other or there are too few points, saying what to do
     * @throws CancellationException if the result is no longer wanted
     */
    public static PeakFit fit(Problem problem, Progress progress) throws AnalysisException {
        double[] x = problem.x();
        double[] y = problem.y();
        if (problem.components().isEmpty()) {
            throw new AnalysisException("There is no component to fit; add one.");
        }
        requireFinite(x, y);
        Slots slots = Slots.of(problem.components());
        double[] rough = roughBackground(problem);
        double[] data = y.clone();
        if (!problem.varies() && problem.held() != null) {
            for (int i = 0; i < y.length; i++) {
                data[i] -= problem.held()[i];
            }
        }
        double[] above = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            above[i] = y[i] - rough[i];
        }
        double[] sigma = problem.noise().at(smooth(y));
        double width = width(problem.hints(), x, above);
        double[] widths = {finite(problem.hints().narrowest(), width / 3), finite(problem.hints().widest(), width * 3)};
        double[][] starts = AutoStart.find(slots, x, above, sigma, width, widths);
        SumModel model = ModelFactory.model(x, slots, problem.varies() ? problem.background()
                : BackgroundModel.Kind.NONE);
        try {
            Parameters parameters = ModelFactory.parameters(model, slots, starts, widths, x, rough[0]);
            requirePoints(x.length, parameters);
            FitResult fit = iterate(problem, model, parameters, data, sigma, progress);
            return new PeakFit(problem, slots, model, fit, resolved(slots, starts, widths, x));
        } catch (IllegalArgumentException e) {
            throw new AnalysisException("The components cannot be fitted: " + e.getMessage(), e);
        }
    }

    private static FitResult iterate(Problem problem, SumModel model, Parameters parameters, double[] data,
            double[] firstSigma, Progress progress) {
        FitOptions options = FitOptions.defaults().withTolerance(1e-10).withCancel(progress::isCancelled);
        FitResult fit = run(model, parameters, data, firstSigma, options);
        for (int k = 0; k < REWEIGHTINGS && problem.noise().isCounting(); k++) {
            double[] level = fit.fitted();
            for (int i = 0; i < level.length; i++) {
                level[i] += problem.y()[i] - data[i];
            }
            fit = run(model, parameters.starts(inside(parameters, fit.values())), data, problem.noise().at(level),
                    options);
        }
        return fit;
    }

    private static double[] inside(Parameters parameters, double[] values) {
        double[] out = values.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.min(Math.max(out[i], parameters.get(i).lower()), parameters.get(i).upper());
        }
        return out;
    }

    private static FitResult run(SumModel model, Parameters parameters, double[] data, double[] sigma,
            FitOptions options) {
        FitResult fit = LeastSquares.fit(model, parameters, data, Weights.sigma(sigma), options);
        if (fit.stopReason() == StopReason.CANCELLED) {
            throw new CancellationException("cancelled");
        }
        return fit;
    }

    private static void requireFinite(double[] x, double[] y) throws AnalysisException {
        for (int i = 0; i < y.length; i++) {
            if (!Double.isFinite(y[i])) {
                throw new AnalysisException("The signal is not a number at " + x[i] + "; choose a range without it.");
            }
        }
    }

    private static void requirePoints(int points, Parameters parameters) throws AnalysisException {
        long free = parameters.list().stream().filter(p -> p.free()).count();
        if (points <= free) {
            throw new AnalysisException("There are " + points + " points for " + free + " free parameters; widen the "
                    + "range, or hold or tie parameters.");
        }
    }

    /** A background good enough to find start values: the held one, or a Shirley or straight line between the ends. */
    private static double[] roughBackground(Problem problem) {
        double[] x = problem.x();
        double[] y = problem.y();
        int n = x.length;
        if (!problem.varies()) {
            return problem.held() == null ? new double[n] : problem.held();
        }
        int window = Math.max(1, Math.min(10, n / 20));
        if (problem.background() == BackgroundModel.Kind.SHIRLEY && n > 2 * window) {
            try {
                return Shirley.withEndWindow(window).of(x, y).values();
            } catch (IllegalArgumentException e) {
                // diverges where there is no peak between the ends: the line below serves
                return line(x, y, window);
            }
        }
        return line(x, y, window);
    }

    private static double[] line(double[] x, double[] y, int window) {
        int n = x.length;
        double left = Arrays.stream(y, 0, window).average().orElse(0);
        double right = Arrays.stream(y, n - window, n).average().orElse(0);
        double[] b = new double[n];
        for (int i = 0; i < n; i++) {
            b[i] = n == 1 ? left : left + (right - left) * (x[i] - x[0]) / (x[n - 1] - x[0]);
        }
        return b;
    }

    private static double[] smooth(double[] y) {
        double[] out = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            int from = Math.max(0, i - 2);
            int to = Math.min(y.length, i + 3);
            out[i] = Arrays.stream(y, from, to).average().orElse(y[i]);
        }
        return out;
    }

    /** The usual width, or the width of the region around the maximum that lies above half of it. */
    private static double width(PeakHints hints, double[] x, double[] above) {
        double span = Math.abs(x[x.length - 1] - x[0]);
        if (!Double.isNaN(hints.width())) {
            return hints.width();
        }
        double[] s = smooth(above);
        int top = 0;
        for (int i = 1; i < s.length; i++) {
            top = s[i] > s[top] ? i : top;
        }
        int from = top;
        int to = top;
        while (from > 0 && s[from] > 0.5 * s[top]) {
            from--;
        }
        while (to < s.length - 1 && s[to] > 0.5 * s[top]) {
            to++;
        }
        double found = Math.abs(x[to] - x[from]);
        double step = span / Math.max(1, x.length - 1);
        return Math.min(Math.max(found, 3 * step), Math.max(span / 3, 3 * step));
    }

    private static double finite(double value, double otherwise) {
        return Double.isNaN(value) ? otherwise : value;
    }

    /** The components with everything automatic written out: the start values used, within the bounds used. */
    private static List<PeakComponent> resolved(Slots slots, double[][] starts, double[] widths, double[] x) {
        List<PeakComponent> out = new ArrayList<>();
        for (int i = 0; i < slots.components().size(); i++) {
            PeakComponent c = slots.components().get(i);
            for (int p = 0; p < Slots.COUNT; p++) {
                if (slots.uses(i, p) && slots.constraint(i, p).isAuto() && Double.isNaN(slots.held(i, p))) {
                    double[] b = ModelFactory.bounds(slots, i, p, widths, x);
                    double start = Math.min(Math.max(starts[i][p], b[0]), b[1]);
                    c = c.with(PeakComponent.PARAMETERS.get(p), Constrained.bounded(start, b[0], b[1]));
                }
            }
            out.add(c);
        }
        return out;
    }
}
