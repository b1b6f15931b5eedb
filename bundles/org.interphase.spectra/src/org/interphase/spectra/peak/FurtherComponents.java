package org.interphase.spectra.peak;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.parameters.Constrained;
import org.interphase.numerics.verdict.FitJudge;
import org.interphase.numerics.verdict.ResidualTests;

/** Components nobody asked for: those that stand in the residuals of a fit, and those a rival model puts between. */
public final class FurtherComponents {

    /** What a component from the residuals is called. */
    private static final String NEIGHBOUR = "neighbour";
    /** At most so many of them. */
    public static final int MOST = 3;
    /** Share of the range at its ends where a component is taken to have its maximum outside. */
    private static final double EDGE = 0.06;
    /** How far outside, and how far from the place in the residuals, over the usual width. */
    private static final double OUTSIDE = 3;
    private static final double REACH = 1;

    private FurtherComponents() {
    }

    /**
     * The components with one more at their end, called neighbour, where the residuals hold one; the same if they hold
     * none.
     *
     * @param asked how many of the components somebody asked for, whatever they are called; the others are neighbours
     * @param fwhm usual width of a component
     * @param widest largest width
     */
    public static List<PeakComponent> withNext(List<PeakComponent> components, int asked, PeakFit fit, double fwhm,
            double widest) {
        double[] r = fit.numerics().weightedResiduals();
        double[] x = fit.problem().x();
        if (components.size() - asked >= MOST || r.length < 12) {
            return components;
        }
        ResidualTests tests = ResidualTests.of(r, 1, fit.numerics().free().length);
        if (!(tests.band() > FitJudge.BAND)) {
            return components;
        }
        double at = x[tests.bandAt()];
        double span = x[x.length - 1] - x[0];
        double lower = at - x[0] < EDGE * span ? x[0] - OUTSIDE * fwhm : at - REACH * fwhm;
        double upper = x[x.length - 1] - at < EDGE * span ? x[x.length - 1] + OUTSIDE * fwhm : at + REACH * fwhm;
        return with(components, PeakComponent.of(name(components), "pseudo-voigt")
                .with("position", Constrained.bounded(at, lower, upper))
                .with("fwhm", Constrained.bounded(fwhm, fwhm / 3, widest))
                .with("mixing", Constrained.bounded(0.5, 0, 1)));
    }

    /** The next name that no component has. */
    private static String name(List<PeakComponent> components) {
        for (int k = 1;; k++) {
            String name = NEIGHBOUR + " " + k;
            if (components.stream().noneMatch(c -> c.name().equals(name))) {
                return name;
            }
        }
    }

    /**
     * The components with one more of the shape of the first, anywhere between two places, started automatically.
     *
     * @param narrowest least width
     * @param widest largest width
     */
    public static List<PeakComponent> between(List<PeakComponent> components, String name, double lower, double upper,
            double narrowest, double widest) {
        PeakComponent first = components.get(0);
        PeakComponent one = PeakComponent.of(name, first.shape().toString(), "auto [" + lower + ", " + upper + "]",
                "auto [" + narrowest + ", " + widest + "]", "auto");
        boolean free = ShapeCatalogue.isSymmetricVoigtLike(first.shape()) && first.shape().arguments().isEmpty();
        return with(components, free ? one.with("mixing", Constrained.tied(first.name(), 1, 0)) : one);
    }

    private static List<PeakComponent> with(List<PeakComponent> components, PeakComponent one) {
        List<PeakComponent> out = new ArrayList<>(components);
        out.add(one);
        return out;
    }
}
