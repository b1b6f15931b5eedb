package org.interphase.technique.xps.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Unit;
import org.interphase.numerics.background.PolynomialBackground;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.LeastSquares;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.SumModel;
import org.interphase.numerics.fit.Weights;
import org.interphase.numerics.shape.PseudoVoigt;
import org.interphase.numerics.signal.PeakSearch;
import org.interphase.numerics.verdict.FitJudge;
import org.interphase.numerics.verdict.FitVerdict;
import org.interphase.numerics.verdict.Ground;
import org.interphase.spectra.peak.Doubt;

/**
 * Where a line of a survey lies: a pseudo-Voigt over a straight line, fitted to the peak and what is beside it, and
 * judged. The difference to where the search saw the peak counts as well, as two ways to say the same, and so does how
 * well the energy scale of a survey is known, which no fit tells.
 *
 * @param energy binding energy in eV
 * @param uncertainty its standard uncertainty
 * @param verdict whether it may be published
 */
record LinePosition(double energy, double uncertainty, Verdict verdict) {

    /** Half of the window over the width of the peak, and its least value in points. */
    private static final double REACH = 2;
    private static final int POINTS = 5;
    /** Lorentzian fraction of a line in a survey, which does not resolve shapes. */
    private static final double MIXING = 0.3;
    /** Standard uncertainty of the energy scale of a survey in eV; unverified, the usual calibration of instruments. */
    static final double SCALE = 0.2;
    private static final Unit EV = Unit.of("eV");

    /**
     * Fits.
     *
     * @param x ascending binding energies
     * @param y signal
     * @param sigma its standard uncertainties
     */
    static LinePosition of(double[] x, double[] y, double[] sigma, PeakSearch.Candidate peak) {
        double step = (x[x.length - 1] - x[0]) / (x.length - 1);
        int half = Math.max(POINTS, (int) Math.ceil(REACH * peak.width() / step));
        int from = Math.max(0, peak.index() - half);
        int to = Math.min(x.length, peak.index() + half + 1);
        double[] px = Arrays.copyOfRange(x, from, to);
        double[] py = Arrays.copyOfRange(y, from, to);
        double search = peak.width() / 2.355 / peak.significance();
        if (px.length < 2 * POINTS) {
            return new LinePosition(peak.centre(), Math.hypot(SCALE, Math.hypot(search, step / Math.sqrt(12))),
                    Verdict.doubtful("it lies at the end of the survey"));
        }
        SumModel model = SumModel.on(px).add("line", new PseudoVoigt())
                .addUnseen("base", PolynomialBackground.over(px, 1)).build();
        double low = Arrays.stream(py).min().orElse(0);
        Parameters p = model.defaults()
                .bounds("line.centre", peak.centre() - peak.width(), peak.centre() + peak.width())
                .start("line.centre", peak.centre())
                .bounds("line.fwhm", step, 4 * Math.max(step, peak.width())).start("line.fwhm", Math.max(step,
                        peak.width()))
                .fix("line.mixing", MIXING).bounds("line.height", 0, Double.POSITIVE_INFINITY)
                .start("line.height", Math.max(1e-12, y[peak.index()] - low)).start("base.c0", low);
        FitResult fit = LeastSquares.fit(model, p, py, Weights.sigma(Arrays.copyOfRange(sigma, from, to)));
        double[] signal = fit.fitted();
        double[] base = model.componentValues("base", fit.values());
        for (int i = 0; i < signal.length; i++) {
            signal[i] -= base[i];
        }
        FitVerdict judged = FitJudge.judge(model, fit, 1, px, signal);
        int centre = fit.parameters().indexOf("line.centre");
        double energy = fit.value("line.centre");
        List<Ground> grounds = new ArrayList<>(judged.grounds(centre));
        // a line of many counts is no pseudo-Voigt on a line; what that does to its place is in the uncertainty
        grounds.removeIf(g -> g.kind() == Ground.Kind.MISFIT_DOMINATES || g.kind() == Ground.Kind.MISFIT);
        Verdict v = Doubt.of(grounds, EV);
        double u = Math.hypot(SCALE, Math.hypot(Math.sqrt(judged.covariance()[centre][centre]),
                (energy - peak.centre()) / Math.sqrt(3)));
        double scatter = Math.sqrt(Math.max(1, fit.reducedChiSquare()));
        return new LinePosition(energy, Math.hypot(u, Math.max(search, scatter * fit.uncertainty("line.centre"))),
                v.isWithheld() ? Verdict.doubtful(v.reason()) : v);
    }
}
