package org.interphase.spectra.peak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Constrained;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;

/**
 * Models with more freedom than the one reported: a further component nobody asked for, lines that lean, lines of
 * different shapes. What they would change widens the uncertainty of each number, by the weight Akaike's criterion
 * gives them (Burnham and Anderson, Model Selection and Multimodel Inference (2002), 2.9 and 4.2); where the data
 * clearly prefer one of them, a number it would change by more than its uncertainty is doubtful.
 */
public final class RivalModels {

    /** A model is clearly preferred if its criterion is lower by more than this. */
    private static final double PREFERRED = 12;
    /** What the search for the place of a further component is worth in the criterion. */
    private static final double SEARCHED = 3;
    /** Standard uncertainties by which a preferred model must move a number to cast doubt on it. */
    private static final double MOVES = 1;
    /** The same for one that is not clearly preferred, times the root of its weight. */
    private static final double DOMINATES = 6;
    private static final List<String> QUANTITIES = List.of("position", "fwhm", "area", "height", "total area",
            "fraction", "splitting", "ratio");
    private static final PeakShape LEANING = PeakShape.parse("asymmetric-pseudo-voigt");
    private static final PeakShape EXACT = PeakShape.parse("voigt");

    /**
     * A model with more freedom.
     *
     * @param fit its fit
     * @param gain by how much its criterion is lower than that of the reported fit
     * @param counted whether what it changes is in the uncertainties of the reported fit already
     * @param what what it has that the reported one has not; null for the profile the reported lines stand for, which
     *     widens uncertainties and is no reason to doubt
     */
    private record Rival(PeakFit fit, double gain, boolean counted, String what) {

        Rival against(double better) {
            return new Rival(fit, gain - better, counted, what);
        }

        double weight() {
            return 1 / (1 + Math.exp(-gain / 2));
        }
    }

    /**
     * What a component nobody asked for looks like.
     *
     * @param name what it is called, such as "further state"; with a number behind it where a component has that name
     * @param apart distance from the others from which on it is one of its own
     * @param narrowest its least width
     * @param widest its largest width
     * @param unit unit of the abscissa
     * @param free whether lines are as free as the data allow: then a further component within the upper half of a
     *     reported line is part of it unless the data ask for it, and a preferred model must be better than lines of
     *     the Voigt profile. False where widths and shapes are those of known states
     */
    public record Further(String name, double apart, double narrowest, double widest, String unit, boolean free) {

        /** The same where widths and shapes are those of known states. */
        public Further(String name, double apart, double narrowest, double widest, String unit) {
            this(name, apart, narrowest, widest, unit, false);
        }

        /** The same under a name that none of these components has. */
        private Further besides(List<PeakComponent> components) {
            String unused = name;
            for (int k = 2; isTaken(unused, components); k++) {
                unused = name + " " + k;
            }
            return new Further(unused, apart, narrowest, widest, unit, free);
        }

        private static boolean isTaken(String name, List<PeakComponent> components) {
            return components.stream().anyMatch(c -> c.name().equals(name));
        }
    }

    private final PeakFit reported;
    private final Further further;
    private final List<Rival> rivals = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    private RivalModels(PeakFit reported, Further further) {
        this.reported = reported;
        this.further = further;
    }

    /**
     * Fits the rivals of a fit.
     *
     * @param reported the fit whose numbers are reported; null for none
     * @param asked what nobody asked for
     */
    public static RivalModels of(PeakFit reported, Further asked, Progress progress) {
        if (reported == null) {
            return new RivalModels(null, asked);
        }
        Further further = asked.besides(reported.components());
        RivalModels out = new RivalModels(reported, further);
        String lean = "lines that lean describe the data better";
        reported.shaped(LEANING).ifPresentOrElse(f -> out.consider(f, 0, true, lean),
                () -> out.challenge(leaning(reported.startedAtResult()), 0, progress, "lines that lean", f -> lean));
        out.challenge(ownShapes(reported.startedAtResult()), 0, progress, "lines of different shapes",
                f -> "lines of different shapes describe the data better");
        // started afresh: at the result nothing is left over for a further component
        for (double[] w : out.windows()) {
            out.challenge(FurtherComponents.between(reported.components(), further.name(), w[0], w[1],
                    further.narrowest(), further.widest()), SEARCHED, progress, String.format(Locale.ROOT,
                            "a %s from %.1f to %.1f %s", further.name(), w[0], w[1], further.unit()),
                    f -> String.format(Locale.ROOT, "with a %s near %.1f %s the model describes the data better",
                            further.name(), f.estimate(f.components().size() - 1, "position").value(),
                            further.unit()));
        }
        if (further.free()) {
            out.challengeByProfile(progress);
            // any line is two halves of it: without a word of the data for them they are one
            out.rivals.removeIf(r -> r.gain <= 0 && out.isWithin(r.fit));
        }
        return out;
    }

    /**
     * A sum of Gaussian and Lorentzian line is up to 1.5 % of its height off the Voigt profile it stands for. At good
     * counts that is more than the noise, and a further component or a lean makes up for it. Where the data seem to
     * prefer one of those, lines of the profile itself are fitted, and the others must be better than these.
     */
    private void challengeByProfile(Progress progress) {
        List<PeakComponent> started = reported.startedAtResult();
        List<PeakComponent> exact = started.stream().map(c -> isSymmetric(c) ? c.withShape(EXACT) : c).toList();
        if (rivals.stream().noneMatch(r -> r.gain > 0) || exact.equals(started)) {
            return;
        }
        List<Rival> others = List.copyOf(rivals);
        challenge(exact, 0, progress, "lines of the Voigt profile", f -> null);
        rivals.stream().filter(r -> r.what == null && r.gain > 0).findFirst().ifPresent(profile -> {
            rivals.clear();
            others.forEach(r -> rivals.add(r.against(profile.gain)));
            rivals.add(profile);
        });
    }

    /**
     * Standard uncertainty of a number with what the rivals would change.
     *
     * @param which the number
     * @param u its standard uncertainty without
     */
    public double uncertainty(Function<PeakFit, PeakFit.Estimate> which, double u) {
        return uncertainty(moved(which), u);
    }

    private double uncertainty(double[] moved, double u) {
        double most = 0;
        for (int k = 0; k < moved.length; k++) {
            Rival r = rivals.get(k);
            double counts = r.counted ? 0 : Math.sqrt(r.weight()) * moved[k];
            most = Double.isFinite(counts) ? Math.max(most, counts) : most;
        }
        return Math.hypot(u, most);
    }

    /** By how much each rival would change a number. Values alone: what a judge says of them is not asked. */
    private double[] moved(Function<PeakFit, PeakFit.Estimate> which) {
        double[] out = new double[rivals.size()];
        double here = out.length == 0 ? Double.NaN : which.apply(reported.judged(null)).value();
        for (int k = 0; k < out.length; k++) {
            out[k] = Math.abs(which.apply(rivals.get(k).fit).value() - here);
        }
        return out;
    }

    /** The same of a quantity of a component. */
    public double uncertainty(int component, String quantity, double u) {
        return uncertainty(f -> estimate(f, component, quantity), u);
    }

    /**
     * What the rivals say of a number of the reported fit.
     *
     * @param which the number
     * @param u its standard uncertainty without them
     */
    public Verdict verdict(Function<PeakFit, PeakFit.Estimate> which, double u) {
        return verdict(moved(which), u);
    }

    private Verdict verdict(double[] moved, double u) {
        Verdict v = Verdict.SOUND;
        for (int k = 0; k < moved.length; k++) {
            Rival r = rivals.get(k);
            boolean speaks = r.gain > PREFERRED && moved[k] > MOVES * u
                    || Math.sqrt(r.weight()) * moved[k] > DOMINATES * u;
            if (r.what != null && speaks) {
                v = v.and(Verdict.doubtful(r.what));
            }
        }
        return v;
    }

    /** The same of a quantity of a component. */
    public Verdict verdict(int component, String quantity, double u) {
        return verdict(f -> estimate(f, component, quantity), u);
    }

    /**
     * A number of a component with what the rivals would change in its uncertainty and its verdict; the same for one
     * of another component or quantity.
     */
    public Measurement counted(Measurement m) {
        for (int i = 0; !rivals.isEmpty() && i < reported.components().size(); i++) {
            String name = reported.components().get(i).name();
            if (m.isDetected() && m.name().startsWith(name + " ")) {
                String quantity = m.name().substring(name.length() + 1).toLowerCase(Locale.ROOT);
                if (QUANTITIES.contains(quantity)) {
                    int component = i;
                    return counted(m, f -> estimate(f, component, quantity), quantity.equals("fraction") ? 100 : 1);
                }
            }
        }
        return m;
    }

    /**
     * The same of any number of the fit.
     *
     * @param times what the measurement is over the number
     */
    public Measurement counted(Measurement m, Function<PeakFit, PeakFit.Estimate> which, double times) {
        double u = m.uncertainty() / times;
        double[] moved = moved(which);
        return m.withValue(m.value(), times * uncertainty(moved, u)).judged(verdict(moved, u));
    }

    /** What the models are that the data clearly prefer. */
    public List<String> preferred() {
        return rivals.stream().filter(r -> r.what != null && r.gain > PREFERRED).map(Rival::what).toList();
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

    /** Whether a rival's further component lies within the upper half of a reported line. */
    private boolean isWithin(PeakFit rival) {
        int own = reported.components().size();
        if (rival.components().size() == own) {
            return false;
        }
        double at = rival.estimate(own, "position").value();
        for (int i = 0; i < own; i++) {
            double apart = Math.abs(at - reported.estimate(i, "position").value());
            if (apart < 0.5 * reported.estimate(i, "fwhm").value()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSymmetric(PeakComponent c) {
        return c.shape().toString().equals("pseudo-voigt");
    }

    /** The lines with one lean for all; none where no line may lean. */
    private static List<PeakComponent> leaning(List<PeakComponent> all) {
        List<PeakComponent> out = ModelSpread.reshaped(all, LEANING);
        return out.equals(all) ? List.of() : out;
    }

    private static List<PeakComponent> ownShapes(List<PeakComponent> all) {
        boolean shared = all.stream().anyMatch(c -> isSymmetric(c) && c.mixing().isTied());
        return shared ? all.stream().map(c -> isSymmetric(c) ? c.with("mixing", Constrained.AUTO) : c).toList()
                : List.of();
    }

    /** Where a further component may lie: below, between and above those there are. */
    private List<double[]> windows() {
        PeakFit fit = reported;
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
            if (ends.get(i) - ends.get(i - 1) > 2 * further.apart()) {
                out.add(new double[] {ends.get(i - 1) + further.apart(), ends.get(i) - further.apart()});
            }
        }
        return out;
    }
}
