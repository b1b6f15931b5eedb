package org.interphase.technique.vibrational.bands;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.interphase.model.Verdict;
import org.interphase.numerics.background.PolynomialBackground;
import org.interphase.numerics.fit.FitOptions;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.LeastSquares;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.SumModel;
import org.interphase.numerics.fit.Weights;
import org.interphase.numerics.shape.AsymmetricPseudoVoigt;
import org.interphase.numerics.shape.LineShape;
import org.interphase.numerics.shape.PeakFeatures;

/**
 * The same bands with lines that may lean: what that would change counts as uncertainty, by the weight Akaike's
 * criterion gives it (Burnham and Anderson, Model Selection and Multimodel Inference (2002), 2.9 and 4.2), and casts
 * doubt where the data clearly prefer it.
 */
final class LeaningGroup {

    /** The criterion is clearly lower by more than this. */
    private static final double PREFERRED = 12;
    /** Points on each side of a line's centre among which its maximum is looked for, over a full width. */
    private static final int STEPS = 500;
    private static final String[] SHARED = {".centre", ".fwhm", ".height", ".mixing"};

    private final SumModel model;
    private final FitResult result;
    private final double gain;
    private final Map<String, PeakFeatures> features = new TreeMap<>();

    private LeaningGroup(SumModel model, FitResult result, double gain) {
        this.model = model;
        this.result = result;
        this.gain = gain;
    }

    /** @param symmetric the fit with symmetric lines b0, b1 ... over a parabola */
    static LeaningGroup of(double[] x, double[] y, double[] sigma, FitResult symmetric, int bands,
            FitOptions options) {
        SumModel.Builder b = SumModel.on(x);
        for (int i = 0; i < bands; i++) {
            b.add("b" + i, new AsymmetricPseudoVoigt());
        }
        SumModel model = b.addUnseen("base", PolynomialBackground.over(x, 2)).build();
        Parameters p = model.defaults();
        for (int i = 0; i < bands; i++) {
            for (String name : SHARED) {
                String n = "b" + i + name;
                var from = symmetric.parameters().get(symmetric.parameters().indexOf(n));
                p = p.bounds(n, from.lower(), from.upper()).start(n, Math.min(Math.max(symmetric.value(n),
                        from.lower()), from.upper()));
            }
        }
        for (int k = 0; k <= 2; k++) {
            p = p.start("base.c" + k, symmetric.value("base.c" + k));
        }
        FitResult fit = LeastSquares.fit(model, p, y, Weights.sigma(sigma), options);
        double unit = Math.max(1, Math.min(fit.reducedChiSquare(), symmetric.reducedChiSquare()));
        return new LeaningGroup(model, fit, (symmetric.chiSquare() - fit.chiSquare()) / unit - 2.0 * bands);
    }

    private PeakFeatures features(String band) {
        return features.computeIfAbsent(band, n -> PeakFeatures.of(model, result, n));
    }

    private double change(double difference) {
        return Double.isFinite(difference) ? Math.abs(difference) / Math.sqrt(1 + Math.exp(-gain / 2)) : 0;
    }

    /** Change of the maximum of a band's own line. */
    double position(String band, double reported) {
        double at = result.value(band + ".centre");
        double width = features(band).fwhm().value();
        double[] x = new double[2 * STEPS + 1];
        for (int i = 0; i < x.length; i++) {
            x[i] = at + (i - STEPS) * width / STEPS;
        }
        double[] p = new double[LineShape.EXTRAS + 2];
        for (int k = 0; k < p.length; k++) {
            p[k] = result.values()[model.firstParameter(band) + k];
        }
        double[] y = new double[x.length];
        new AsymmetricPseudoVoigt().on(x).addValues(p, 0, y);
        int top = 0;
        for (int i = 1; i < y.length; i++) {
            top = y[i] > y[top] ? i : top;
        }
        return change(x[top] - reported);
    }

    double height(String band, double reported) {
        return change(features(band).height().value() - reported);
    }

    double fwhm(String band, double reported) {
        return change(features(band).fwhm().value() - reported);
    }

    double area(String band, double reported) {
        return change(features(band).area().map(PeakFeatures.Estimate::value).orElse(Double.NaN) - reported);
    }

    /** Whether the data clearly want lines that lean, as far as that moves a band's width or area by a tenth. */
    Verdict verdict(String band, double fwhm, double area) {
        double[] moved = {fwhm(band, fwhm) / fwhm, area(band, area) / area};
        return gain > PREFERRED && Arrays.stream(moved).anyMatch(m -> m > 0.1)
                ? Verdict.doubtful("lines that lean describe the data better") : Verdict.SOUND;
    }
}
