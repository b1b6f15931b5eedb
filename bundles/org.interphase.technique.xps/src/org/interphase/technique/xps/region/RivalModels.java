package org.interphase.technique.xps.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Constrained;
import org.interphase.model.Verdict;
import org.interphase.spectra.peak.FurtherComponents;
import org.interphase.spectra.peak.PeakComponent;
import org.interphase.spectra.peak.PeakFit;
import org.interphase.spectra.peak.PeakFitter;
import org.interphase.spectra.peak.PeakShape;

/**
 * Models with more freedom than the one reported: a further state nobody asked for, lines that lean, lines of different
 * shapes. What they would change widens the uncertainty of each number, by the weight Akaike's criterion gives them
 * (Burnham and Anderson, Model Selection and Multimodel Inference (2002), 2.9 and 4.2); where the data clearly prefer
 * one of them, a number it would change by more than its uncertainty is doubtful.
 */
public final class RivalModels {

    /** A model is clearly preferred if its criterion is lower by more than this. */
    private static final double PREFERRED = 12;
    /** What the search for the place of a further state is worth in the criterion. */
    private static final double SEARCHED = 3;
    /** Standard uncertainties by which a preferred model must move a number to cast doubt on it. */
    private static final double MOVES = 1;
    /** The same for one that is not clearly preferred, times the root of its weight. */
    private static final double DOMINATES = 6;
    /** Distance of a further state from the others in eV, from which on it is one of its own. */
    private static final double APART = 0.8;
    /** Least and largest width of a further state in eV. */
    private static final double NARROWEST = 0.7;
    private static final double WIDEST = 3;
    private static final String FURTHER = "further state";
    private static final PeakShape LEANING = PeakShape.parse("asymmetric-pseudo-voigt");

    /**
     * A model with more freedom.
     *
     * @param fit its fit
     * @param gain by how much its criterion is lower than that of the reported fit
     * @param counted whether what it changes is in the uncertainties of the reported fit already
     * @param what what it has that the reported one has not
     */
    private record Rival(PeakFit fit, double gain, boolean counted, String what) {

        double weight() {
            return 1 / (1 + Math.exp(-gain / 2));
        }
    }

    private final PeakFit reported;
    private final List<Rival> rivals = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    private RivalModels(PeakFit reported) {
        this.reported = reported;
    }

    /**
     * Fits the rivals of a fit.
     *
     * @param reported the fit whose numbers are reported; null for none
     */
    public static RivalModels of(PeakFit reported, Progress progress) {
        RivalModels out = new RivalModels(reported);
        if (reported == null || reported.components().stream().anyMatch(c -> c.name().equals(FURTHER))) {
            return out;
        }
        reported.shaped(LEANING).ifPresent(f -> out.consider(f, 0, true, "lines that lean describe the data better"));
        out.challenge(ownShapes(reported.startedAtResult()), 0, progress, "lines of different shapes",
                f -> "lines of different shapes describe the data better");
        // started afresh: at the result nothing is left over for a further state
        for (double[] window : windows(reported)) {
            out.challenge(FurtherComponents.between(reported.components(), FURTHER, window[0], window[1], NARROWEST,
                    WIDEST), SEARCHED, progress, String.format(Locale.ROOT, "a further state from %.1f to %.1f eV",
                            window[0], window[1]), f -> String.format(Locale.ROOT,
                                    "with a further state near %.1f eV the model describes the data better",
                                    f.estimate(f.components().size() - 1, "position").value()));
        }
        return out;
    }

    /**
     * Standard uncertainty of a number with what the rivals would change.
     *
     * @param u its standard uncertainty without
     */
    public double uncertainty(int component, String quantity, double u) {
        if (rivals.isEmpty()) {
            return u;
        }
        double value = estimate(reported, component, quantity).value();
        double most = 0;
        for (Rival r : rivals) {
            double moved = r.counted ? 0 : Math.sqrt(r.weight())
                    * Math.abs(estimate(r.fit, component, quantity).value() - value);
            most = Double.isFinite(moved) ? Math.max(most, moved) : most;
        }
        return Math.hypot(u, most);
    }

    /**
     * What the rivals say of a number of the reported fit.
     *
     * @param u its standard uncertainty without them
     */
    public Verdict verdict(int component, String quantity, double u) {
        if (rivals.isEmpty()) {
            return Verdict.SOUND;
        }
        double value = estimate(reported, component, quantity).value();
        Verdict v = Verdict.SOUND;
        for (Rival r : rivals) {
            double moved = Math.abs(estimate(r.fit, component, quantity).value() - value);
            if (r.gain > PREFERRED && moved > MOVES * u || Math.sqrt(r.weight()) * moved > DOMINATES * u) {
                v = v.and(Verdict.doubtful(r.what));
            }
        }
        return v;
    }

    /** What the models are that the data clearly prefer. */
    public List<String> preferred() {
        return rivals.stream().filter(r -> r.gain > PREFERRED).map(Rival::what).toList();
    }

    /** Sentences on models that could not be fitted. */
    public List<String> failed() {
        return List.copyOf(failed);
    }

    private static PeakFit.Estimate estimate(PeakFit fit, int component, String quantity) {
        return switch (quantity) {
            case "height" -> fit.height(component);
            case "total area" -> fit.totalArea(component);
            case "fraction" -> fit.fraction(component);
            default -> fit.estimate(component, quantity);
        };
    }

    private void challenge(List<PeakComponent> components, double price, Progress progress, String with,
            Function<PeakFit, String> what) {
        progress.checkCancelled();
        if (components.isEmpty()) {
            return;
        }
        try {
            PeakFit rival = PeakFitter.fit(reported.problem().withComponents(components), progress);
            consider(rival, price, false, what.apply(rival));
        } catch (AnalysisException e) {
            failed.add("Whether the data prefer " + with + " is not known: " + e.getMessage());
        }
    }

    private void consider(PeakFit rival, double price, boolean counted, String what) {
        double unit = Math.max(1, Math.min(reported.reducedChiSquare(), rival.reducedChiSquare()));
        double gain = (reported.numerics().chiSquare() - rival.numerics().chiSquare()) / unit
                - 2.0 * (rival.numerics().free().length - reported.numerics().free().length) - price;
        // a fit that is better before its end is better
        if (rival.numerics().converged() || gain > PREFERRED) {
            rivals.add(new Rival(rival, gain, counted, what));
        }
    }

    private static boolean isSymmetric(PeakComponent c) {
        return c.shape().toString().equals("pseudo-voigt");
    }

    private static List<PeakComponent> ownShapes(List<PeakComponent> all) {
        boolean shared = all.stream().anyMatch(c -> isSymmetric(c) && c.mixing().isTied());
        return shared ? all.stream().map(c -> isSymmetric(c) ? c.with("mixing", Constrained.AUTO) : c).toList()
                : List.of();
    }

    /** Where a further state may lie: below, between and above those there are. */
    private static List<double[]> windows(PeakFit fit) {
        double[] x = fit.problem().x();
        List<Double> ends = new ArrayList<>();
        for (int i = 0; i < fit.components().size(); i++) {
            ends.add(fit.estimate(i, "position").value());
        }
        ends.add(x[0]);
        ends.add(x[x.length - 1]);
        ends.sort(Double::compare);
        List<double[]> out = new ArrayList<>();
        for (int i = 1; i < ends.size(); i++) {
            if (ends.get(i) - ends.get(i - 1) > 2 * APART) {
                out.add(new double[] {ends.get(i - 1) + APART, ends.get(i) - APART});
            }
        }
        return out;
    }
}
