package org.interphase.technique.vibrational.map;

import java.util.List;
import java.util.Locale;
import org.interphase.model.Verdict;
import org.interphase.numerics.fit.FitOptions;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.LeastSquares;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.SumModel;
import org.interphase.numerics.fit.Weights;
import org.interphase.numerics.signal.NoiseLevel;
import org.interphase.numerics.verdict.FitJudge;
import org.interphase.numerics.verdict.FitVerdict;
import org.interphase.spectra.peak.Doubt;
import org.interphase.technique.vibrational.bands.BandSpectrum;

/**
 * What the judge says of the spectra of a map, and how far their noise hangs together: both from a sample of spectra
 * spread over the map, since judging each would take longer than fitting it.
 *
 * @param verdict doubtful where the model is not that of more than a tenth of the sample
 * @param correlation how much noisier fitted heights are than white noise would make them
 */
record PixelJudge(Verdict verdict, double correlation) {

    private static final int SAMPLE = 48;
    /** Of spectra that obey the model one in a hundred is doubted; a tenth of the sample is not chance. */
    private static final double SHARE = 0.1;

    /**
     * Judges.
     *
     * @param start parameters every fit starts from
     * @param whole which spectra can be fitted
     */
    static PixelJudge of(SumModel model, Parameters start, double[] x, double[][] curves, boolean[] whole,
            FitOptions options) {
        int measured = 0;
        for (boolean w : whole) {
            measured += w ? 1 : 0;
        }
        int every = Math.max(1, measured / SAMPLE);
        int seen = 0;
        int judged = 0;
        int doubted = 0;
        Verdict why = Verdict.SOUND;
        double squares = 0;
        for (int i = 0; i < curves.length; i++) {
            if (!whole[i] || seen++ % every != 0) {
                continue;
            }
            FitResult fit = LeastSquares.fit(model, start, curves[i], Weights.unit(), options);
            double[] signal = fit.fitted();
            double[] base = model.componentValues("base", fit.values());
            for (int k = 0; k < signal.length; k++) {
                signal[k] -= base[k];
            }
            FitVerdict v = FitJudge.judge(model, fit, 1, x, signal);
            judged++;
            double c = NoiseLevel.correlationOfResiduals(fit.weightedResiduals(), 1);
            squares += c * c;
            if (!v.grounds().isEmpty()) {
                doubted++;
                why = Doubt.of(List.of(v.grounds().get(0)), BandSpectrum.WAVENUMBERS);
            }
        }
        Verdict verdict = doubted <= SHARE * judged ? Verdict.SOUND : Verdict.doubtful(String.format(Locale.ROOT,
                "in %d of %d spectra looked at %s", doubted, judged, why.reason()));
        return new PixelJudge(verdict, judged == 0 ? 1 : Math.sqrt(squares / judged));
    }
}
