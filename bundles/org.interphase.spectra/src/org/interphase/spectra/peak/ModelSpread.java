package org.interphase.spectra.peak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Constrained;

/**
 * How much the numbers depend on what the data cannot tell: the line shape and the background. The same components
 * are fitted with each alternative, and the largest difference to the reported value is taken as half width of a
 * rectangular distribution, a type B standard uncertainty of (half width)/sqrt(3) (JCGM 100:2008, 4.3.7). Alternatives
 * that describe the data clearly worse do not count.
 */
public final class ModelSpread {

    /** An alternative counts if its reduced chi-square is at most this factor above the best one's. */
    private static final double WORSE = 1.5;

    /** Nothing was tried. */
    public static final ModelSpread NONE = new ModelSpread(Map.of(), List.of());

    private final Map<String, Double> largest;
    private final List<String> used;

    private ModelSpread(Map<String, Double> largest, List<String> used) {
        this.largest = largest;
        this.used = List.copyOf(used);
    }

    /** Names of the alternatives that counted. */
    public List<String> alternatives() {
        return used;
    }

    /**
     * Type B standard uncertainty of a quantity of a component, 0 if there were no alternatives.
     *
     * @param quantity a parameter name of {@link PeakComponent}, or "height", "total area", "fraction"
     */
    public double uncertainty(String component, String quantity) {
        return largest.getOrDefault(component + "\n" + quantity, 0.0) / Math.sqrt(3);
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
        Map<String, Double> largest = new HashMap<>();
        List<String> used = new ArrayList<>();
        for (int k = 0; k < fits.size(); k++) {
            PeakFit f = fits.get(k);
            if (!f.numerics().converged() || f.reducedChiSquare() > WORSE * Math.max(best, 1)) {
                continue;
            }
            used.add(names.get(k));
            for (int c = 0; c < fit.components().size(); c++) {
                String name = fit.components().get(c).name();
                for (String q : List.of("position", "fwhm", "area")) {
                    merge(largest, name, q, f.estimate(c, q).value() - fit.estimate(c, q).value());
                }
                merge(largest, name, "height", f.height(c).value() - fit.height(c).value());
                merge(largest, name, "total area", f.totalArea(c).value() - fit.totalArea(c).value());
                merge(largest, name, "fraction", f.fraction(c).value() - fit.fraction(c).value());
            }
        }
        return new ModelSpread(largest, used);
    }

    private static void merge(Map<String, Double> largest, String component, String quantity, double difference) {
        if (Double.isFinite(difference)) {
            largest.merge(component + "\n" + quantity, Math.abs(difference), Math::max);
        }
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
