package org.interphase.spectra.peak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Constrained;

/**
 * How much the numbers depend on what the data cannot tell: the line shape and the background. The same components
 * are fitted with each alternative, and the largest difference to the reported value is taken as half width of a
 * rectangular distribution, a type B standard uncertainty of (half width)/sqrt(3) (JCGM 100:2008, 4.3.7). Where data
 * prefer alternatives to the reported fit, the root mean square difference counts instead, weighted by exp(-AIC/2)
 * (Burnham and Anderson, Model Selection and Multimodel Inference (2002), 2.9 and 4.2). Alternatives that describe the
 * data clearly worse do not count.
 */
public final class ModelSpread {

    /** An alternative counts as equally good up to this difference in AIC: beyond it has essentially no support. */
    private static final double SUPPORTED = 10;

    /** Nothing was tried. */
    public static final ModelSpread NONE = new ModelSpread(List.of(), List.of(), List.of());

    private final List<PeakNumbers> fits;
    private final List<Double> weights;
    private final List<String> used;

    private ModelSpread(List<PeakNumbers> fits, List<Double> weights, List<String> used) {
        this.fits = List.copyOf(fits);
        this.weights = List.copyOf(weights);
        this.used = List.copyOf(used);
    }

    /** Names of the alternatives that counted. */
    public List<String> alternatives() {
        return used;
    }

    /**
     * Type B standard uncertainty of a number, 0 if there were no alternatives.
     *
     * @param which the number
     * @param reported its value in the fit that is reported
     */
    double uncertainty(Function<PeakNumbers, Derived> which, double reported) {
        double largest = 0;
        double mean = 0;
        for (int k = 0; k < fits.size(); k++) {
            double d = which.apply(fits.get(k)).value() - reported;
            if (Double.isFinite(d)) {
                largest = Math.max(largest, Math.abs(d));
                mean += weights.get(k) * d * d;
            }
        }
        return Math.max(largest / Math.sqrt(3), Math.sqrt(mean));
    }

    /**
     * Fits the alternatives.
     *
     * @param fit the reported fit
     * @param shapes line shapes to try in place of that of the components that share the first one's shape family
     * @param backgrounds backgrounds to try; empty to keep the one there is
     */
    static ModelSpread of(PeakFit fit, List<PeakShape> shapes, List<BackgroundModel.Kind> backgrounds,
            Progress progress) throws AnalysisException {
        PeakFitter.Problem base = fit.problem();
        List<PeakShape> allShapes = new ArrayList<>();
        allShapes.add(null);
        allShapes.addAll(shapes);
        List<BackgroundModel.Kind> kinds = new ArrayList<>();
        kinds.add(base.background());
        if (base.varies()) {
            backgrounds.stream().filter(k -> k != base.background()).forEach(kinds::add);
        }
        List<PeakFit> fits = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<PeakComponent> started = atResult(fit);
        for (PeakShape shape : allShapes) {
            for (BackgroundModel.Kind kind : kinds) {
                progress.checkCancelled();
                if (shape == null && kind == base.background()) {
                    continue;
                }
                List<PeakComponent> components = shape == null ? started : reshaped(started, shape);
                if (shape != null && components.equals(started)) {
                    continue;
                }
                PeakFit other = PeakFitter.fit(base.withComponents(components).withBackground(kind, base.held()),
                        progress);
                fits.add(other);
                String text = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
                names.add(shape == null ? text : base.varies() ? shape + " on " + text : shape.toString());
            }
        }
        return compare(fit, fits, names);
    }

    private static ModelSpread compare(PeakFit fit, List<PeakFit> fits, List<String> names) {
        double best = fit.reducedChiSquare();
        for (PeakFit f : fits) {
            best = Math.min(best, f.reducedChiSquare());
        }
        double unit = Math.max(best, 1);
        double least = information(fit, unit);
        for (PeakFit f : fits) {
            least = Math.min(least, information(f, unit));
        }
        double total = Math.exp(0.5 * (least - information(fit, unit)));
        List<PeakNumbers> used = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        List<String> text = new ArrayList<>();
        for (int k = 0; k < fits.size(); k++) {
            PeakFit f = fits.get(k);
            if (f.numerics().converged() && information(f, unit) <= least + SUPPORTED) {
                double w = Math.exp(0.5 * (least - information(f, unit)));
                total += w;
                used.add(f.numbers());
                weights.add(w);
                text.add(names.get(k));
            }
        }
        double sum = total;
        weights.replaceAll(w -> w / sum);
        return new ModelSpread(used, weights, text);
    }

    /** Akaike's criterion of a fit whose noise is so many times that of the weights (quasi-likelihood). */
    private static double information(PeakFit fit, double unit) {
        return fit.numerics().chiSquare() / unit + 2.0 * fit.numerics().free().length;
    }

    /** The components with start values at the result, so that an alternative finds the same assignment. */
    static List<PeakComponent> atResult(PeakFit fit) {
        List<PeakComponent> out = new ArrayList<>();
        for (int i = 0; i < fit.components().size(); i++) {
            PeakComponent c = fit.components().get(i);
            PeakComponent resolved = fit.resolved().get(i);
            for (String p : PeakComponent.PARAMETERS) {
                Constrained r = resolved.constraint(p);
                double value = fit.estimate(i, p).value();
                if (!r.fixed() && !r.isTied() && Double.isFinite(value)) {
                    c = c.with(p, r.withStart(value));
                }
            }
            out.add(c);
        }
        return out;
    }

    private static List<PeakComponent> reshaped(List<PeakComponent> components, PeakShape shape) {
        List<PeakComponent> out = new ArrayList<>();
        String first = null;
        for (PeakComponent c : components) {
            if (!ShapeCatalogue.isSymmetricVoigtLike(c.shape()) || c.shape().equals(shape)) {
                out.add(c);
                continue;
            }
            // a fitted mixing is shared: one number for the instrument, not one per component
            Constrained mixing = first == null ? Constrained.AUTO : Constrained.tied(first, 1, 0);
            if (shape.arguments().isEmpty()) {
                first = first == null ? c.name() : first;
            }
            out.add(c.withShape(shape).with("mixing", shape.arguments().isEmpty() ? mixing : Constrained.AUTO));
        }
        return out;
    }
}
