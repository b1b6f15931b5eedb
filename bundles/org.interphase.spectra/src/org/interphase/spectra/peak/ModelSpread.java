package org.interphase.spectra.peak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
    /** Difference in AIC beyond which other line shapes are not tried on a background. */
    private static final double HOPELESS = 50;

    /** Nothing was tried. */
    public static final ModelSpread NONE = new ModelSpread(null, List.of(), List.of(), List.of(), "",
            Map.of());

    private final PeakNumbers base;
    /** Name of the alternative that has all the reported model has and one more coefficient of the background. */
    private final String nested;
    private final List<PeakNumbers> fits;
    private final List<Double> weights;
    private final List<String> used;
    private final Map<PeakShape, PeakFit> shaped;

    private ModelSpread(PeakNumbers base, List<PeakNumbers> fits, List<Double> weights, List<String> used,
            String nested, Map<PeakShape, PeakFit> shaped) {
        this.shaped = shaped;
        this.base = base;
        this.nested = nested;
        this.fits = List.copyOf(fits);
        this.weights = List.copyOf(weights);
        this.used = List.copyOf(used);
    }

    /** The fit with lines of another shape on the reported background; empty if it was not tried. */
    Optional<PeakFit> shaped(PeakShape shape) {
        return Optional.ofNullable(shaped.get(shape));
    }

    /** Whether alternatives were asked for. */
    boolean isTried() {
        return base != null;
    }

    /** Names of the alternatives that counted. */
    public List<String> alternatives() {
        return used;
    }

    /**
     * Type B standard uncertainty of a number, 0 if there were no alternatives: by how much they differ from what is
     * reported, and by how much less certain they are of it (which a further coefficient of the background is).
     */
    double uncertainty(Function<PeakNumbers, Derived> which) {
        if (fits.isEmpty()) {
            return 0;
        }
        Derived reported = which.apply(base);
        double variance = base.variance(reported);
        double largest = 0;
        double mean = 0;
        double wider = 0;
        for (int k = 0; k < fits.size(); k++) {
            Derived other = which.apply(fits.get(k));
            double d = other.value() - reported.value();
            if (Double.isFinite(d)) {
                // a model that holds the reported one tells its bias; of others none is nearer to the truth
                boolean holds = used.get(k).equals(nested);
                largest = Math.max(largest, Math.abs(d) * (holds ? 1 : 1 / Math.sqrt(3)));
                mean += weights.get(k) * d * d;
                wider += weights.get(k) * (fits.get(k).variance(other) - variance);
            }
        }
        return Math.sqrt(Math.max(largest * largest, mean) + Math.max(0, wider));
    }

    /**
     * Fits the alternatives.
     *
     * @param fit the reported fit
     * @param shapes line shapes to try in place of that of the components that share the first one's shape family
     * @param backgrounds backgrounds to try beside the one there is and the same with a slope; none of them if the
     *     background is not part of the fit
     */
    static ModelSpread of(PeakFit fit, List<PeakShape> shapes, List<BackgroundModel.Kind> backgrounds,
            Progress progress) throws AnalysisException {
        PeakFitter.Problem base = fit.problem();
        List<BackgroundModel.Kind> kinds = new ArrayList<>();
        kinds.add(base.background());
        if (base.varies()) {
            Stream.concat(backgrounds.stream(), Stream.of(base.background().sloped())).distinct()
                    .filter(k -> k != base.background()).forEach(kinds::add);
        }
        List<PeakFit> fits = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Map<PeakShape, PeakFit> shaped = new HashMap<>();
        List<PeakComponent> started = fit.startedAtResult();
        for (BackgroundModel.Kind kind : kinds) {
            PeakFit plain = kind == base.background() ? fit : PeakFitter.fit(base.withComponents(started)
                    .withBackground(kind, base.held()), progress);
            String on = text(kind);
            if (plain != fit) {
                fits.add(plain);
                names.add(on);
            }
            for (PeakShape shape : shapes) {
                progress.checkCancelled();
                List<PeakComponent> components = reshaped(started, shape);
                // no line shape makes up for a background that is none of these data, and a slope is one more question
                if (components.equals(started) || hopeless(plain, fit) || kind == base.background().sloped()) {
                    continue;
                }
                PeakFit other = PeakFitter.fit(base.withComponents(components).withBackground(kind, base.held()),
                        progress);
                if (kind == base.background()) {
                    shaped.put(shape, other);
                }
                fits.add(other);
                names.add(base.varies() ? shape + " on " + on : shape.toString());
            }
        }
        return compare(fit, fits, names, shaped);
    }

    private static String text(BackgroundModel.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean hopeless(PeakFit alternative, PeakFit fit) {
        double unit = Math.max(1, Math.min(fit.reducedChiSquare(), alternative.reducedChiSquare()));
        return information(alternative, unit) > information(fit, unit) + HOPELESS;
    }

    private static ModelSpread compare(PeakFit fit, List<PeakFit> fits, List<String> names,
            Map<PeakShape, PeakFit> shaped) {
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
        return new ModelSpread(fit.numbers(), used, weights, text, text(fit.problem().background().sloped()),
                Map.copyOf(shaped));
    }

    /** Akaike's criterion of a fit whose noise is so many times that of the weights (quasi-likelihood). */
    private static double information(PeakFit fit, double unit) {
        return fit.numerics().chiSquare() / unit + 2.0 * fit.numerics().free().length;
    }

    /** The components with another shape where theirs is symmetric, its parameters shared. */
    static List<PeakComponent> reshaped(List<PeakComponent> components, PeakShape shape) {
        List<PeakComponent> out = new ArrayList<>();
        String first = null;
        for (PeakComponent c : components) {
            if (!ShapeCatalogue.isSymmetricVoigtLike(c.shape()) || c.shape().equals(shape)) {
                out.add(c);
                continue;
            }
            // fitted mixing and asymmetry are shared: one number for the instrument, not one per component
            boolean fitted = shape.arguments().isEmpty();
            Constrained shared = first == null || !fitted ? Constrained.AUTO : Constrained.tied(first, 1, 0);
            if (fitted) {
                first = first == null ? c.name() : first;
            }
            out.add(c.withShape(shape).with("mixing", shared).with("asymmetry", shared));
        }
        return out;
    }
}
