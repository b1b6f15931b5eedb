package org.interphase.technique.vibrational.bands;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.Verdict;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.SumModel;
import org.interphase.numerics.verdict.FitJudge;
import org.interphase.numerics.verdict.FitVerdict;
import org.interphase.numerics.verdict.Ground;
import org.interphase.spectra.peak.Doubt;

/** The judge's word on the bands of one group fit. */
final class BandGroupJudge {

    /** A bound moves a number by so many of its standard uncertainties before it casts doubt. */
    private static final double MOVED = 3;
    /** What is left over counts against a band within so many of its widths. */
    private static final double BESIDE = 1.5;

    private final FitResult result;
    private final FitVerdict verdict;
    private final double[][] covariance;
    private final double scale;

    private BandGroupJudge(FitResult result, FitVerdict verdict, double scale) {
        this.result = result;
        this.verdict = verdict;
        this.covariance = verdict.covariance();
        this.scale = scale;
    }

    /** @param correlation how much noisier the data are than white noise */
    static BandGroupJudge of(SumModel model, FitResult result, double[] x, double correlation) {
        double[] signal = result.fitted();
        double[] base = model.componentValues("base", result.values());
        for (int i = 0; i < signal.length; i++) {
            signal[i] -= base[i];
        }
        return new BandGroupJudge(result, FitJudge.judge(model, result, 1, x, signal), correlation
                * Math.sqrt(Math.max(1, result.reducedChiSquare())));
    }

    /** Factor by which the misfit widens the uncertainty that noise and its scatter give; at least 1. */
    double widening(String parameter) {
        int i = result.parameters().indexOf(parameter);
        double noise = scale * result.uncertainty(parameter);
        double all = Math.sqrt(covariance[i][i]);
        // a misfit without strong evidence counts up to three times the noise
        double most = isDominated(i) ? Double.POSITIVE_INFINITY : Math.hypot(1, FitJudge.DOMINATES);
        return noise > 0 && Double.isFinite(all) ? Math.max(1, Math.min(most, all / noise)) : 1;
    }

    private boolean isDominated(int parameter) {
        return verdict.grounds(parameter).stream().anyMatch(g -> g.kind() == Ground.Kind.MISFIT_DOMINATES);
    }

    /** What speaks against a band: the common grounds and those of its parameters. */
    Verdict verdict(String band) {
        List<Ground> out = new ArrayList<>();
        for (String p : List.of(".centre", ".height", ".fwhm", ".mixing")) {
            for (Ground g : verdict.grounds(result.parameters().indexOf(band + p))) {
                boolean counts = switch (g.kind()) {
                    case AT_BOUND -> !p.equals(".mixing") && !(g.weight() <= MOVED);
                    case CORRELATED -> !p.equals(".mixing");
                    // it is in the uncertainty
                    case MISFIT_DOMINATES, MISFIT -> false;
                    // what is left over elsewhere in the group is another band's
                    case UNFITTED_BAND -> Math.abs(g.at() - result.value(band + ".centre")) < BESIDE
                            * result.value(band + ".fwhm");
                    default -> true;
                };
                if (counts && !out.contains(g)) {
                    out.add(g);
                }
            }
        }
        Verdict v = Doubt.of(out, BandSpectrum.WAVENUMBERS);
        // the band is there; what of it is not determined is doubtful
        return v.isWithheld() ? Verdict.doubtful(v.reason()) : v;
    }
}
