package org.interphase.spectra.peak;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Range;
import org.interphase.model.Axis;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.model.Verdict;

/**
 * A peak fit as a step of a recipe: from a curve with the background an earlier step found to measurements, overlays,
 * handles, remarks and the fit as a product. A technique's operation builds {@link PeakFitSettings} from its record,
 * calls {@link #run}, adds what only it knows, and builds the outcome.
 */
public final class PeakFitStep {

    /**
     * What the step found.
     *
     * @param fit the judged fit; null if no component is there
     * @param missing components that are not there, with the area above which they would have been found
     * @param components the step's components with everything automatic filled in, in the step's order
     * @param outcome measurements, overlays, handles and remarks so far; add to it
     */
    public record Result(PeakFit fit, List<Missing> missing, List<PeakComponent> components,
            Outcome.Builder outcome) {

        /** Standard uncertainty of a quantity, everything together. */
        public double uncertainty(int component, String quantity) {
            return switch (quantity) {
                case "height" -> fit.height(component).uncertainty();
                case "total area" -> fit.totalArea(component).uncertainty();
                case "fraction" -> fit.fraction(component).uncertainty();
                default -> fit.estimate(component, quantity).uncertainty();
            };
        }

        /** The same, components as another step would write them. */
        public Result withComponents(List<PeakComponent> other) {
            return new Result(fit, missing, other, outcome);
        }

        /** What is known of a component that is not there; empty for others. */
        public Optional<Missing> missing(String name) {
            return missing.stream().filter(m -> m.name().equals(name)).findFirst();
        }

        /** Index of a component in the fit, or -1. */
        public int indexOf(String name) {
            if (fit == null) {
                return -1;
            }
            for (int i = 0; i < fit.components().size(); i++) {
                if (fit.components().get(i).name().equals(name)) {
                    return i;
                }
            }
            return -1;
        }
    }

    /**
     * A component that is not there.
     *
     * @param name its name
     * @param limit area (of the stronger line of a doublet) above which it would have been found
     * @param share the same as a share in the area of all components, 0 to 1
     * @param verdict whether that may be published
     */
    public record Missing(String name, double limit, double share, Verdict verdict) {
    }

    private PeakFitStep() {
    }

    /**
     * Fits.
     *
     * @throws AnalysisException if there is no result, saying what to do
     */
    public static Result run(Curve input, PeakFitSettings settings, Progress progress) throws AnalysisException {
        return run(input, settings, null, progress);
    }

    /**
     * Fits where an earlier fit, of another model, has told which components are there.
     *
     * @param absent names of the components that are not there, which get their limits; all others are kept
     * @throws AnalysisException if there is no result, saying what to do
     */
    public static Result runKnowing(Curve input, PeakFitSettings settings, Set<String> absent, Progress progress)
            throws AnalysisException {
        return run(input, settings, Set.copyOf(absent), progress);
    }

    private static Result run(Curve input, PeakFitSettings settings, Set<String> absent, Progress progress)
            throws AnalysisException {
        Background background = input.product(Background.class).orElse(null);
        BackgroundModel model = input.product(BackgroundModel.class).orElse(null);
        int[] part = part(input, settings.range(), background);
        Curve curve = input.slice(part[0], part[1]);
        double[] held = background == null ? null
                : java.util.Arrays.copyOfRange(background.values(), part[0], part[1]);
        BackgroundModel.Kind kind = background == null ? BackgroundModel.Kind.NONE : BackgroundModel.Kind.HELD;
        if (settings.vary() && model != null && model.canVary()) {
            kind = model.kind();
        }
        Noise noise = Noise.of(input).slice(part[0], part[1]);
        PeakFitter.Problem problem = new PeakFitter.Problem(curve.axis().values(), curve.signal().values(), noise,
                settings.components(), kind, held, settings.hints());
        Detection.Found found = new Detection(problem, settings, curve.axis().unit(), absent).decide(progress);
        PeakFit fit = found.fit();
        List<PeakComponent> resolved = resolved(settings.components(), fit);
        if (fit == null) {
            Outcome.Builder outcome = Outcome.builder(input);
            PeakReport.noise(noise, outcome);
            PeakReport.missing(found.missing(), null, curve, settings.detection(), outcome);
            return new Result(null, found.missing(), resolved, outcome);
        }
        Outcome.Builder outcome = Outcome.builder(withProducts(input, fit, part));
        Result result = new Result(fit, found.missing(), resolved, outcome);
        PeakReport.measurements(fit, curve, outcome);
        PeakReport.missing(found.missing(), fit, curve, settings.detection(), outcome);
        PeakReport.noise(noise, outcome);
        PeakReport.remarks(fit, curve, outcome);
        PeakPicture.overlays(fit, curve.axis().unit(), settings.digits()).forEach(outcome::overlay);
        PeakPicture.handles(fit, indexes(settings.components(), fit)).forEach(outcome::handle);
        return result;
    }

    /** First (inclusive) and last (exclusive) index to fit: the range, where there is background. */
    private static int[] part(Curve input, Range range, Background background) throws AnalysisException {
        Axis axis = input.axis();
        double[] b = background == null ? null : background.values();
        if (b != null && b.length != axis.size()) {
            throw new AnalysisException("The background has " + b.length + " points for " + axis.size()
                    + " of the curve; compute it after cropping or resampling.");
        }
        int from = -1;
        int to = -1;
        for (int i = 0; i < axis.size(); i++) {
            if (range.contains(axis.get(i)) && (b == null || !Double.isNaN(b[i]))) {
                from = from < 0 ? i : from;
                to = i + 1;
            }
        }
        if (from < 0 || to - from < 4) {
            throw new AnalysisException("The range " + range + " holds fewer than four points of the data ("
                    + axis.min() + " to " + axis.max() + " " + axis.unit() + "); widen it.");
        }
        return new int[] {from, to};
    }

    /** The curve with the fit as product, and the background as it was refined. */
    private static Curve withProducts(Curve input, PeakFit fit, int[] part) {
        Curve out = input.with(fit.product("Peak fit", input.axis().unit(), input.signal().unit()))
                .with(new FittedComponents(fit.components().stream().map(PeakComponent::name).toList(), fit));
        if (fit.problem().varies()) {
            double[] values = new double[input.axis().size()];
            java.util.Arrays.fill(values, Double.NaN);
            System.arraycopy(fit.background(), 0, values, part[0], part[1] - part[0]);
            out = out.with(new Background("fitted background", values, null));
        }
        return out;
    }

    private static List<PeakComponent> resolved(List<PeakComponent> given, PeakFit fit) {
        List<PeakComponent> out = new ArrayList<>();
        for (PeakComponent c : given) {
            PeakComponent found = c;
            if (fit != null) {
                for (PeakComponent r : fit.resolved()) {
                    found = r.name().equals(c.name()) ? r : found;
                }
            }
            out.add(found);
        }
        return out;
    }

    private static int[] indexes(List<PeakComponent> given, PeakFit fit) {
        List<String> names = given.stream().map(PeakComponent::name).toList();
        return fit.components().stream().mapToInt(c -> names.indexOf(c.name())).toArray();
    }
}
