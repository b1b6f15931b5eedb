package org.interphase.spectra.peak;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Constrained;
import org.interphase.model.Verdict;

/**
 * The area above which a component that is not there would have been found: the critical area, or what was estimated
 * if that is more, plus 1.645 standard uncertainties, so that an area at the limit is missed in 5 % of spectra at most
 * (L. A. Currie, Anal. Chem. 40 (1968) 586). Standard uncertainties hold noise, misfit and choice of model, as those
 * the decision is made with.
 */
final class DetectionLimit {

    /** One-sided 95 % quantile of the normal distribution. */
    private static final double ONE_SIDED = 1.6448536269514722;
    /** Places tried over the bounds of a position. */
    private static final int PLACES = 3;

    /** Finds what the choice of model and the misfit add to a fit. */
    @FunctionalInterface
    interface Judge {
        /** The judged fit. */
        PeakFit of(PeakFit fit) throws AnalysisException;
    }

    private final double sigmas;
    private final Judge judge;

    /** @param sigmas critical area in standard uncertainties */
    DetectionLimit(double sigmas, Judge judge) {
        this.sigmas = sigmas;
        this.judge = judge;
    }

    /**
     * The limit of a component.
     *
     * @param fit the fit in which it was found too small
     * @param index its place there
     * @param given as the analyst wrote it
     */
    PeakFitStep.Missing of(PeakFit fit, int index, PeakComponent given, Progress progress) throws AnalysisException {
        PeakFit worst = null;
        for (PeakComponent held : held(fit, index, given)) {
            List<PeakComponent> all = new ArrayList<>(fit.startedAtResult());
            all.set(index, held);
            PeakFit at = PeakFitter.fit(fit.problem().withComponents(all), progress);
            if (worst == null || area(at.estimate(index, "area")) > area(worst.estimate(index, "area"))) {
                worst = at;
            }
        }
        PeakFit judged = judge.of(worst);
        PeakFit.Estimate here = judged.estimate(index, "area");
        // the free fit's own estimate bounds the limit too, with the larger of the two uncertainties
        PeakFit.Estimate free = fit.estimate(index, "area");
        double u = Math.max(here.uncertainty(), finite(free.uncertainty()));
        double limit = Math.max(area(here), finite(free.value()) + ONE_SIDED * u);
        double both = given.isDoublet() ? 1 + judged.estimate(index, "ratio").value() : 1;
        Verdict verdict = Double.isFinite(limit) ? judged.verdict()
                : Verdict.doubtful("the data give no limit of detection");
        return new PeakFitStep.Missing(given.name(), limit, share(judged, index, both * limit),
                verdict.isWithheld() ? Verdict.doubtful(verdict.reason()) : verdict);
    }

    private double area(PeakFit.Estimate e) {
        return Math.max(e.value(), sigmas * e.uncertainty()) + ONE_SIDED * e.uncertainty();
    }

    private static double finite(double v) {
        return Double.isFinite(v) ? v : 0;
    }

    /** Share of an area beside the others', never below that the fit itself allows, at most all. */
    private static double share(PeakFit fit, int index, double limit) {
        double others = 0;
        for (int i = 0; i < fit.components().size(); i++) {
            others += i == index ? 0 : Math.max(0, fit.totalArea(i).value());
        }
        double share = limit / (limit + others);
        PeakFit.Estimate found = fit.fraction(index);
        double allowed = found.value() + ONE_SIDED * found.uncertainty();
        return Math.min(1, Double.isFinite(allowed) ? Math.max(share, allowed) : share);
    }

    /** The component at several places within its bounds, with its usual width and a free area. */
    private static List<PeakComponent> held(PeakFit fit, int index, PeakComponent given) {
        PeakComponent resolved = fit.resolved().get(index);
        PeakComponent held = given;
        for (String p : PeakComponent.PARAMETERS) {
            Constrained r = resolved.constraint(p);
            if (!r.isTied() && !p.equals("area") && !Double.isNaN(r.start())) {
                boolean own = p.equals("position") || p.equals("fwhm");
                held = held.with(p, Constrained.fixed(own ? middle(given.constraint(p), r) : r.start()));
            }
        }
        held = held.with("area", Constrained.free(0));
        Constrained position = given.position();
        if (position.isTied() || position.fixed() || !position.isBounded()
                || !Double.isFinite(position.lower() + position.upper())) {
            return List.of(held);
        }
        List<PeakComponent> out = new ArrayList<>();
        for (int k = 0; k < PLACES; k++) {
            double at = position.lower() + (position.upper() - position.lower()) * k / (PLACES - 1);
            out.add(held.with("position", Constrained.fixed(at)));
        }
        return out;
    }

    private static double middle(Constrained given, Constrained resolved) {
        if (!Double.isNaN(given.start())) {
            return given.start();
        }
        return given.isBounded() && Double.isFinite(given.lower() + given.upper())
                ? 0.5 * (given.lower() + given.upper()) : resolved.start();
    }
}
