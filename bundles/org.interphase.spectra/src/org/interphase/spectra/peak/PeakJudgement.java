package org.interphase.spectra.peak;

import java.util.Locale;
import java.util.function.Function;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;
import org.interphase.model.unit.Unit;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.Identifiability;
import org.interphase.numerics.verdict.FitJudge;
import org.interphase.numerics.verdict.FitVerdict;
import org.interphase.numerics.verdict.Ground;

/**
 * What may be said of the numbers of one peak fit: standard uncertainties from noise, misfit, bounds and the choice of
 * model, each counted once, and the reasons for doubt in the words of people who fit peaks. Immutable.
 */
final class PeakJudgement {

    /** A bound moves a number by so many of its standard uncertainties from noise before it casts doubt. */
    private static final double MOVED = 3;
    /** Two equal Gaussian lines have two maxima from this distance over their full width on: 1/sqrt(2 ln 2). */
    private static final double RESOLVED = 0.849;

    private final FitResult fit;
    private final FitVerdict judged;
    private final FitParameters parameters;
    private final ModelSpread spread;
    private final double sigmas;
    private final Verdict common;

    private PeakJudgement(FitResult fit, FitVerdict judged, FitParameters parameters, ModelSpread spread, Unit axis,
            double sigmas) {
        this.sigmas = sigmas;
        this.fit = fit;
        this.judged = judged;
        this.parameters = parameters;
        this.spread = spread;
        this.common = Doubt.of(judged.grounds(), axis);
    }

    /**
     * Judges a fit.
     *
     * @param sigmas area in standard uncertainties from which on a component is there; 0 if that was not asked
     */
    static PeakJudgement of(PeakFit fit, ModelSpread spread, Unit axis, double sigmas) {
        double[] signal = new double[fit.problem().x().length];
        for (int c = 0; c < fit.components().size(); c++) {
            double[] v = fit.component(c);
            for (int i = 0; i < signal.length; i++) {
                signal[i] += v[i];
            }
        }
        FitResult numerics = fit.numerics();
        return new PeakJudgement(numerics, FitJudge.judge(fit.model(), numerics, 1, fit.problem().x(), signal),
                fit.parameters(), spread, axis, sigmas);
    }

    /** What speaks against all numbers alike. */
    Verdict common() {
        return common;
    }

    /** Standard deviation of the scatter over that which the weights say. */
    double scatter() {
        return Math.sqrt(judged.noise());
    }

    ModelSpread spread() {
        return spread;
    }

    /** Covariance of all parameters, model choice not included. */
    double[][] covariance() {
        return judged.covariance();
    }

    /**
     * By how many standard uncertainties the area of a component stands out from noise: what decides whether the data
     * need it. What other models would do and what this one leaves out are reasons to doubt it, not to take out what
     * the data then show as an unfitted band.
     */
    double significance(PeakNumbers numbers, int component) {
        Function<PeakNumbers, Derived> which = n -> n.parameter(component, Slots.AREA);
        Derived d = which.apply(numbers);
        double noise = Math.max(judged.scatter(d.gradient()), 0);
        double u = noise > 0 ? noise : fit.uncertainty(d.parameter());
        return u > 0 && Double.isFinite(u) ? d.value() / u : 0;
    }

    /**
     * A number of the fit with its uncertainty and verdict.
     *
     * @param components those it speaks of
     */
    PeakFit.Estimate judge(PeakNumbers numbers, Function<PeakNumbers, Derived> which, int... components) {
        PeakFit.Estimate e = judge(numbers, which);
        if (!(e.uncertainty() > 0) && e.verdict().isSound()) {
            return e;
        }
        for (int c : components) {
            e = e.judged(bounded(c));
            PeakFit.Estimate area = judge(numbers, n -> n.parameter(c, Slots.AREA));
            if (sigmas > 0 && area.uncertainty() > 0 && area.value() < sigmas * area.uncertainty()) {
                e = e.judged(Verdict.doubtful("the area is only " + Numbers.plain(area.value()
                        / area.uncertainty(), 2) + " of its standard uncertainties"));
            }
            e = e.judged(unresolved(numbers, c, area.uncertainty()));
        }
        return e;
    }

    /**
     * Two lines too close for two maxima share one area between them: where one of them may not be there, or is not
     * where the data want it, the other's numbers are no better known.
     */
    private Verdict unresolved(PeakNumbers numbers, int component, double uncertainty) {
        Verdict v = Verdict.SOUND;
        for (int o = 0; o < numbers.components(); o++) {
            int other = o;
            double apart = Math.abs(value(numbers, component, Slots.POSITION) - value(numbers, o, Slots.POSITION));
            double width = 0.5 * (value(numbers, component, Slots.FWHM) + value(numbers, o, Slots.FWHM));
            if (o == component || !(apart < RESOLVED * width)) {
                continue;
            }
            PeakFit.Estimate area = judge(numbers, n -> n.parameter(other, Slots.AREA));
            boolean faint = sigmas > 0 && area.uncertainty() > 0 && area.value() < sigmas * area.uncertainty();
            if (area.value() > uncertainty && (faint || !bounded(o).isSound())) {
                v = v.and(Verdict.doubtful("it is not resolved from " + numbers.name(o) + ", "
                        + (faint ? "which may not be there" : "which ended at its bound")));
            }
        }
        return v;
    }

    private static double value(PeakNumbers numbers, int component, int slot) {
        return numbers.parameter(component, slot).value();
    }

    /** A component whose place or width the data want elsewhere than it may be is not the one that was asked for. */
    Verdict bounded(int component) {
        Verdict v = Verdict.SOUND;
        for (String name : fit.identifiability().atBound()) {
            for (int i = 0; i < fit.parameters().size(); i++) {
                FitParameters.Role role = parameters.role(i);
                if (role.component() == component && (role.slot() == Slots.POSITION || role.slot() == Slots.FWHM)
                        && fit.parameters().get(parameters.source(i)).name().equals(name)) {
                    v = v.and(Verdict.doubtful("the " + parameters.title(i) + " ended at its bound"));
                }
            }
        }
        return v;
    }

    private PeakFit.Estimate judge(PeakNumbers numbers, Function<PeakNumbers, Derived> which) {
        Derived d = which.apply(numbers);
        if (Double.isNaN(d.value())) {
            return PeakFit.Estimate.NONE;
        }
        if (isGiven(d)) {
            return new PeakFit.Estimate(d.value(), 0, Verdict.SOUND);
        }
        double within = Math.hypot(Math.hypot(judged.scatter(d.gradient()), judged.shift(d.gradient())),
                misfit(d.gradient()));
        int own = d.parameter();
        if (own >= 0 && within == 0) {
            // on a bound that the data do not free it from: the uncertainty it has on its open side
            within = fit.uncertainty(own);
        }
        // either the sum or the profile it approximates: the difference is the half width of a rectangle
        double approximated = spread.isTried() ? d.approximated() / Math.sqrt(3) : 0;
        double u = Math.hypot(Math.hypot(within, spread.uncertainty(which)), approximated);
        Verdict v = common.and(own(d));
        return new PeakFit.Estimate(d.value(), Double.isFinite(u) ? u : Double.NaN,
                Double.isFinite(u) && u > 0 || v.isWithheld() ? v
                        : v.and(Verdict.doubtful("the data give it no uncertainty")));
    }

    /** Where other models were tried, they tell what parameters absorb of the misfit; each counts once. */
    private double misfit(double[] gradient) {
        return spread.alternatives().isEmpty() ? judged.misfit(gradient) : judged.visibleMisfit(gradient);
    }

    /** Whether a number follows from what the analyst gave alone. */
    private boolean isGiven(Derived d) {
        for (int i = 0; i < d.gradient().length; i++) {
            if (d.gradient()[i] != 0 && !parameters.given(i)) {
                return false;
            }
        }
        return true;
    }

    private Verdict own(Derived d) {
        Verdict v = Verdict.SOUND;
        int self = d.parameter() < 0 ? -1 : parameters.source(d.parameter());
        for (int i = 0; i < d.gradient().length; i++) {
            if (d.gradient()[i] != 0 && !parameters.given(i)) {
                v = v.and(determined(i, self));
            }
        }
        double dominance = judged.misfitEstablished() ? misfit(d.gradient()) / judged.scatter(d.gradient()) : 0;
        if (dominance > FitJudge.DOMINATES) {
            v = v.and(Verdict.doubtful("what the model leaves out adds " + Numbers.plain(dominance, 2)
                    + " times the uncertainty from noise"));
        }
        double moved = Math.abs(judged.shift(d.gradient())) / judged.scatter(d.gradient());
        if (moved > MOVED) {
            v = v.and(Verdict.doubtful("it hangs on the bound of " + strongestBound()));
        }
        return v;
    }

    /** What speaks against one parameter that a number follows from. */
    private Verdict determined(int parameter, int self) {
        int source = parameters.source(parameter);
        String name = fit.parameters().get(source).name();
        Identifiability known = fit.identifiability();
        if (known.undetermined().contains(name)) {
            return Verdict.withheld("the data do not determine the " + parameters.title(source));
        }
        if (known.atBound().contains(name)) {
            if (self == source) {
                return Verdict.withheld("it ended at the bound of the " + parameters.title(source)
                        + String.format(Locale.ROOT, ", %.5g", fit.value(source)));
            }
            if (fit.unboundCovariance().isEmpty()) {
                return Verdict.doubtful("the " + parameters.title(source) + " ended at its bound");
            }
        }
        for (Identifiability.Pair pair : known.correlated()) {
            boolean first = pair.first().equals(name);
            int other = fit.parameters().indexOf(first ? pair.second() : pair.first());
            if ((first || pair.second().equals(name)) && parameters.role(other).component() >= 0) {
                return Verdict.doubtful(String.format(Locale.ROOT, "the %s can hardly be told apart from the %s "
                        + "(correlation %.3f)", parameters.title(source), parameters.title(other),
                        pair.correlation()));
            }
        }
        return Verdict.SOUND;
    }

    /** The parameter that would go furthest beyond its bound. */
    private String strongestBound() {
        String found = "a parameter";
        double most = 0;
        for (String name : fit.identifiability().atBound()) {
            int i = fit.parameters().indexOf(name);
            for (Ground g : judged.grounds(i)) {
                if (g.kind() == Ground.Kind.AT_BOUND && g.weight() > most) {
                    most = g.weight();
                    found = "the " + parameters.title(i);
                }
            }
        }
        return found;
    }
}
