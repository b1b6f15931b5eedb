package org.interphase.spectra.peak;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Constrained;

/**
 * Fits again from other starts before a component is said to be absent, so that a local minimum is not taken for
 * absence: the component starts where the residuals of all others hold most of its line, the others where they ended,
 * or where they would start by themselves. Deterministic.
 */
final class Restart {

    private static final int GRID = 41;
    private static final int PLACES = 3;
    /** Standard deviations by which residuals must hold a line for a start there to be worth it. */
    private static final double LEAST = 2;
    private static final double[] WIDTHS = {0.7, 1, 1.4};

    private record Place(double position, double width, double area, double significance) {
    }

    private Restart() {
    }

    /** The fit with the smallest chi-square of the one given and those from other starts. */
    static PeakFit of(PeakFit fit, int index, Progress progress) throws AnalysisException {
        PeakComponent given = fit.components().get(index);
        if (given.position().isTied() || given.position().fixed()) {
            return fit;
        }
        PeakFit best = fit;
        List<PeakComponent> ended = fit.startedAtResult();
        for (Place p : places(fit, index)) {
            for (List<PeakComponent> others : List.of(ended, fit.components())) {
                List<PeakComponent> all = new ArrayList<>(others);
                all.set(index, started(given, fit.resolved().get(index), p));
                PeakFit tried = PeakFitter.fit(fit.problem().withComponents(all), progress);
                best = tried.numerics().chiSquare() < best.numerics().chiSquare() - 1e-6 ? tried : best;
            }
        }
        return best;
    }

    private static PeakComponent started(PeakComponent given, PeakComponent resolved, Place p) {
        PeakComponent c = given.with("position", resolved.position().withStart(p.position));
        if (!given.fwhm().isTied() && !given.fwhm().fixed()) {
            c = c.with("fwhm", resolved.fwhm().withStart(p.width));
        }
        Constrained area = resolved.area();
        return given.area().isTied() || given.area().fixed() ? c
                : c.with("area", area.withStart(Math.min(Math.max(p.area, area.lower()), area.upper())));
    }

    /** Separate places within the bounds of a component, the most significant first. */
    private static List<Place> places(PeakFit fit, int index) {
        PeakComponent resolved = fit.resolved().get(index);
        double[] x = fit.problem().x();
        double from = Math.max(resolved.position().lower(), Math.min(x[0], x[x.length - 1]));
        double to = Math.min(resolved.position().upper(), Math.max(x[0], x[x.length - 1]));
        double usual = resolved.fwhm().isTied() ? fit.estimate(index, "fwhm").value() : middle(resolved.fwhm(), fit,
                index);
        double[] rest = fit.numerics().residuals();
        double[] own = fit.component(index);
        for (int i = 0; i < rest.length; i++) {
            rest[i] += own[i];
        }
        List<Place> all = new ArrayList<>();
        for (int g = 0; g < GRID; g++) {
            for (double w : WIDTHS) {
                all.add(place(fit, index, rest, from + (to - from) * g / (GRID - 1), usual * w));
            }
        }
        all.sort((a, b) -> Double.compare(b.significance, a.significance));
        List<Place> out = new ArrayList<>();
        for (Place p : all) {
            if (p.significance > LEAST && out.size() < PLACES
                    && out.stream().allMatch(o -> Math.abs(o.position - p.position) > 0.5 * usual)) {
                out.add(p);
            }
        }
        return out;
    }

    private static double middle(Constrained width, PeakFit fit, int index) {
        return Double.isFinite(width.lower() + width.upper()) ? Math.sqrt(width.lower() * width.upper())
                : fit.estimate(index, "fwhm").value();
    }

    private static Place place(PeakFit fit, int index, double[] rest, double position, double width) {
        double[] line = fit.line(index, position, width);
        double with = 0;
        double norm = 0;
        for (int i = 0; i < rest.length; i++) {
            double s = fit.numerics().weights().sigmaAt(i);
            with += rest[i] * line[i] / (s * s);
            norm += line[i] * line[i] / (s * s);
        }
        return norm > 0 ? new Place(position, width, with / norm, with / Math.sqrt(norm))
                : new Place(position, width, 0, 0);
    }
}
