package org.interphase.spectra.peak;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Constrained;

/**
 * Decides which components are really there: one whose area is less than a number of standard uncertainties is taken
 * out and the rest fitted again, weakest first.
 */
final class Detection {

    /**
     * A component that is not there.
     *
     * @param component as given
     * @param limit area above which it would have been found
     */
    record Missing(PeakComponent component, double limit) {
    }

    /**
     * What is left.
     *
     * @param fit the fit of what is there; null if nothing is
     * @param spread model contributions to it
     * @param missing what is not there
     */
    record Verdict(PeakFit fit, ModelSpread spread, List<Missing> missing) {
    }

    private final PeakFitter.Problem problem;
    private final List<PeakShape> shapes;
    private final List<BackgroundModel.Kind> backgrounds;
    private final double sigmas;
    private final boolean spread;

    Detection(PeakFitter.Problem problem, List<PeakShape> shapes, List<BackgroundModel.Kind> backgrounds,
            double sigmas, boolean spread) {
        this.problem = problem;
        this.shapes = shapes;
        this.backgrounds = backgrounds;
        this.sigmas = sigmas;
        this.spread = spread;
    }

    Verdict decide(Progress progress) throws AnalysisException {
        List<PeakComponent> left = new ArrayList<>(problem.components());
        List<Missing> missing = new ArrayList<>();
        while (!left.isEmpty()) {
            PeakFit fit = PeakFitter.fit(problem.withComponents(left), progress);
            // what statistics alone rule out needs no alternatives
            int weakest = weakest(fit, ModelSpread.NONE);
            ModelSpread model = spread && weakest < 0 ? ModelSpread.of(fit, shapes, backgrounds, progress)
                    : ModelSpread.NONE;
            weakest = weakest < 0 ? weakest(fit, model) : weakest;
            if (weakest < 0) {
                return new Verdict(fit, model, missing);
            }
            missing.add(new Missing(left.get(weakest), limit(fit, weakest, progress)));
            left = Removal.without(left, weakest).orElseThrow();
        }
        return new Verdict(null, ModelSpread.NONE, missing);
    }

    /** Index of the least significant component that is below the threshold and can be taken out; or -1. */
    private int weakest(PeakFit fit, ModelSpread model) {
        int index = -1;
        double least = sigmas;
        for (int i = 0; i < fit.components().size(); i++) {
            PeakComponent c = fit.components().get(i);
            if (sigmas <= 0 || c.area().isTied() || Removal.without(fit.components(), i).isEmpty()
                    || c.area().fixed()) {
                continue;
            }
            PeakFit.Estimate area = fit.estimate(i, "area");
            double u = Math.hypot(area.uncertainty(), model.uncertainty(c.name(), "area"));
            double significance = Double.isNaN(u) ? 0 : area.value() / u;
            if (significance < least) {
                least = significance;
                index = i;
            }
        }
        return index;
    }

    /**
     * The threshold times the standard uncertainty the area has where the component is expected, plus what models
     * differ by.
     */
    private double limit(PeakFit fit, int index, Progress progress) throws AnalysisException {
        PeakComponent c = fit.components().get(index);
        PeakComponent resolved = fit.resolved().get(index);
        PeakComponent held = c;
        for (String p : PeakComponent.PARAMETERS) {
            Constrained r = resolved.constraint(p);
            if (!r.isTied() && !p.equals("area") && !Double.isNaN(r.start())) {
                double value = p.equals("position") || p.equals("fwhm") ? middle(c.constraint(p), r) : r.start();
                held = held.with(p, Constrained.fixed(value));
            }
        }
        held = held.with("area", Constrained.free(0));
        List<PeakComponent> all = new ArrayList<>(ModelSpread.atResult(fit));
        all.set(index, held);
        PeakFit at = PeakFitter.fit(problem.withComponents(all), progress);
        ModelSpread model = spread ? ModelSpread.of(at, shapes, backgrounds, progress) : ModelSpread.NONE;
        return sigmas * Math.hypot(at.estimate(index, "area").uncertainty(), model.uncertainty(c.name(), "area"));
    }

    private static double middle(Constrained given, Constrained resolved) {
        if (!Double.isNaN(given.start())) {
            return given.start();
        }
        return given.isBounded() && Double.isFinite(given.lower() + given.upper())
                ? 0.5 * (given.lower() + given.upper()) : resolved.start();
    }
}
