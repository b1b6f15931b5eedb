package org.interphase.technique.vibrational.bandfit;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.parameters.Constrained;
import org.interphase.numerics.verdict.FitJudge;
import org.interphase.numerics.verdict.ResidualTests;
import org.interphase.spectra.peak.PeakComponent;
import org.interphase.spectra.peak.PeakFit;

/** Bands that nobody asked for but that stand in the residuals of a fit, within its range or at its edge. */
public final class Neighbours {

    /** What a component of this kind is called. */
    public static final String NAME = "neighbour";
    /** At most so many. */
    public static final int MOST = 3;
    /** Share of the range at its ends where a band is taken to have its maximum outside. */
    private static final double EDGE = 0.06;
    private static final double OUTSIDE = 60;
    private static final double REACH = 20;

    private Neighbours() {
    }

    /**
     * The components with one more where the residuals hold a band; the same if they hold none.
     *
     * @param x abscissa of the fit
     * @param fwhm usual width of a band
     * @param widest largest width
     */
    public static List<PeakComponent> withNext(List<PeakComponent> components, PeakFit fit, double[] x, double fwhm,
            double widest) {
        double[] r = fit.numerics().weightedResiduals();
        long have = components.stream().filter(c -> c.name().startsWith(NAME)).count();
        if (have >= MOST || r.length != x.length || r.length < 12) {
            return components;
        }
        ResidualTests tests = ResidualTests.of(r, 1, fit.numerics().free().length);
        if (!(tests.band() > FitJudge.BAND)) {
            return components;
        }
        double at = x[tests.bandAt()];
        double span = x[x.length - 1] - x[0];
        double lower = at - x[0] < EDGE * span ? x[0] - OUTSIDE : at - REACH;
        double upper = x[x.length - 1] - at < EDGE * span ? x[x.length - 1] + OUTSIDE : at + REACH;
        List<PeakComponent> out = new ArrayList<>(components);
        out.add(PeakComponent.of(NAME + " " + (have + 1), "pseudo-voigt")
                .with("position", Constrained.bounded(at, lower, upper))
                .with("fwhm", Constrained.bounded(fwhm, fwhm / 3, widest))
                .with("mixing", Constrained.bounded(0.5, 0, 1)));
        return out;
    }
}
