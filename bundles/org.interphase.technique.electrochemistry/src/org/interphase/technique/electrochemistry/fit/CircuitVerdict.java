package org.interphase.technique.electrochemistry.fit;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;
import org.interphase.numerics.fit.ParameterSpace;
import org.interphase.numerics.verdict.Absorption;
import org.interphase.numerics.verdict.Evidence;
import org.interphase.numerics.verdict.FitJudge;
import org.interphase.numerics.verdict.FitVerdict;
import org.interphase.numerics.verdict.Ground;
import org.interphase.numerics.verdict.Unmodelled;
import org.interphase.technique.electrochemistry.circuit.Circuit;

/**
 * What may be said of a fitted circuit: the covariance widened by what the misfit implies, and a verdict for each
 * parameter.
 */
public final class CircuitVerdict {

    /** Relative uncertainty from which on a value is only an order of magnitude. */
    static final double VAGUE = 0.5;
    /** The same from which on there is no value one may look at. */
    private static final double UNKNOWN = 1;
    /** Standard uncertainty of an exponent from which on it is not known. */
    private static final double VAGUE_EXPONENT = 0.2;
    /** Correlation above which two elements cannot be told apart, and relative uncertainty up to which they may. */
    private static final double CORRELATED = 0.99;
    private static final double TOLERABLE = 0.1;
    /** Values beyond the parameters with which the noise has a variance. */
    private static final int FEWEST = 3;
    /** Residuals below this part of the data are those of the arithmetic. */
    private static final double ARITHMETIC = 1e-7;

    private final CircuitFit fit;
    private final double[][] covariance;
    private final Verdict common;
    private final Verdict step;
    private final boolean clean;
    private final Verdict[] verdicts;

    private CircuitVerdict(CircuitFit fit, double[][] covariance, Verdict common, Verdict step, boolean clean,
            Verdict[] verdicts) {
        this.fit = fit;
        this.covariance = covariance;
        this.common = common;
        this.step = step;
        this.clean = clean;
        this.verdicts = verdicts;
    }

    /** Judges a fit. */
    public static CircuitVerdict of(CircuitFit fit) {
        int n = fit.p().length;
        double[][] unit = known(fit.unit());
        int points = fit.spectrum().size();
        double[] flat = new double[2 * points];
        Arrays.fill(flat, 1);
        FitVerdict judged = FitJudge.judge(new Evidence(fit.residuals(), 2, fit.derivatives(), unit,
                fit.space().size(), fit.weighting().absolute(), true, fit.spectrum().frequency(),
                new double[][] {flat}), Map.of());
        boolean exact = fit.sumOfSquares() < ARITHMETIC * ARITHMETIC * squares(fit.spectrum().modulus());
        LocalNoise local = LocalNoise.of(fit, fit.residuals(), unit, judged.noise());
        double[][] covariance = exact ? fit.uncertainty().covariance() : widened(fit, judged, unit, local);
        Verdict common = Verdict.SOUND;
        if (fit.degreesOfFreedom() < FEWEST) {
            common = Verdict.doubtful("the points are hardly more than the parameters, so nothing tells how well they "
                    + "agree");
        }
        if (!fit.stop().converged() && !exact) {
            common = common.and(Verdict.doubtful("the fit did not end in a minimum (" + fit.stop().text() + ")"));
        }
        if (!exact && judged.grounds().isEmpty() && FitWarnings.isSystematic(fit)) {
            common = common.and(Verdict.doubtful("the residuals are systematic: " + fit.circuit() + " does not "
                    + "describe everything in the data"));
        }
        for (Ground g : exact ? List.<Ground>of() : judged.grounds()) {
            common = common.and(Verdict.doubtful(text(g, fit)));
        }
        Verdict step = exact ? Verdict.SOUND : StepTest.of(fit, new Absorption(fit.derivatives(), unit),
                !common.isSound());
        common = common.and(step);
        Verdict[] verdicts = new Verdict[n];
        Arrays.fill(verdicts, Verdict.SOUND);
        CircuitVerdict out = new CircuitVerdict(fit, covariance, common, step,
                exact || common.isSound() && !local.hasOutlier(), verdicts);
        for (int k = 0; k < fit.space().size(); k++) {
            int i = fit.space().parameter(k);
            verdicts[i] = out.own(k).and(common);
            for (Ground g : exact ? List.<Ground>of() : judged.grounds(i)) {
                if (g.kind() == Ground.Kind.MISFIT_DOMINATES) {
                    verdicts[i] = verdicts[i].and(Verdict.doubtful(g.text()));
                }
            }
        }
        out.arcs();
        for (int i = 0; i < n; i++) {
            int source = fit.space().source(i);
            verdicts[i] = source >= 0 ? verdicts[source] : verdicts[i];
        }
        return out;
    }

    /** The fit as it is, without a judge. */
    static CircuitVerdict unjudged(CircuitFit fit) {
        Verdict[] verdicts = new Verdict[fit.p().length];
        Arrays.fill(verdicts, Verdict.SOUND);
        return new CircuitVerdict(fit, fit.uncertainty().covariance(), Verdict.SOUND, Verdict.SOUND, true, verdicts);
    }

    /**
     * With what the judge does not know of impedance: noise that is larger at some frequencies, and deviations that no
     * circuit has. Where the noise is known from its own residuals only, values over their uncertainties follow
     * Student's distribution, whose standard deviation is sqrt(nu/(nu - 2)) (JCGM 101:2008, 6.4.9).
     */
    private static double[][] widened(CircuitFit fit, FitVerdict judged, double[][] unit,
            LocalNoise noise) {
        double[][] out = judged.covariance();
        double nu = Math.max(FEWEST, fit.degreesOfFreedom());
        double student = fit.weighting().absolute() ? 1 : nu / (nu - 2);
        double[][] local = noise.covariance(judged.noise());
        // a misfit of another kind is no evidence for one of these: it counts as noise here
        double scatter = Math.max(judged.noise(), fit.chiSquare() / Math.max(1, fit.degreesOfFreedom()));
        double[][] left = Unmodelled.covariance(new Absorption(fit.derivatives(), unit), fit.residuals(), scatter,
                UnmodelledParts.of(fit));
        for (int i = 0; i < out.length; i++) {
            for (int j = 0; j < out.length; j++) {
                out[i][j] = student * (out[i][j] + local[i][j]) + left[i][j];
            }
        }
        return out;
    }

    private static double squares(double[] v) {
        return Arrays.stream(v).map(x -> x * x).sum();
    }

    /** Without the rows of parameters that the data do not determine. */
    private static double[][] known(double[][] unit) {
        double[][] out = new double[unit.length][unit.length];
        for (int i = 0; i < unit.length; i++) {
            for (int j = 0; j < unit.length; j++) {
                out[i][j] = Double.isFinite(unit[i][j]) ? unit[i][j] : 0;
            }
        }
        return out;
    }

    private static String text(Ground g, CircuitFit fit) {
        return switch (g.kind()) {
            case UNFITTED_BAND, STRUCTURE -> "the residuals are systematic" + (Double.isNaN(g.at()) ? ""
                    : " about " + Numbers.plain(g.at(), 2) + " Hz") + ": " + fit.circuit()
                    + " does not describe everything in the data";
            case MISFIT -> String.format(Locale.ROOT, "%s is not the circuit of the data (reduced chi-square %.3g)",
                    fit.circuit(), g.weight());
            default -> g.text();
        };
    }

    /** What speaks against one varying parameter by itself. */
    private Verdict own(int k) {
        int i = fit.space().parameter(k);
        Circuit.Parameter q = fit.circuit().parameters().get(i);
        double value = fit.p()[i];
        if (fit.atBound()[k] && !fit.isIdeal(k)) {
            return isDefaultBound(k) ? Verdict.withheld("it ran to its bound (" + Numbers.plain(value, 2)
                    + "): the data set no limit to it")
                    : Verdict.doubtful("it ended on the bound that was set for it");
        }
        double u = Math.sqrt(covariance[i][i]);
        if (!(u >= 0) || Double.isNaN(fit.unit()[i][i])) {
            return Verdict.withheld("the data do not determine it");
        }
        if (!q.definition().logarithmic()) {
            return u > VAGUE_EXPONENT ? Verdict.doubtful("the data hardly determine it") : Verdict.SOUND;
        }
        double relative = u / Math.abs(value);
        if (relative > UNKNOWN) {
            return Verdict.withheld("the data do not determine it (standard uncertainty "
                    + Numbers.plain(100 * relative, 2) + " % of the value)");
        }
        Verdict out = relative > VAGUE ? Verdict.doubtful("the data determine only its order of magnitude")
                : Verdict.SOUND;
        return relative > TOLERABLE ? out.and(correlated(k)) : out;
    }

    private Verdict correlated(int k) {
        double[][] correlation = fit.uncertainty().correlation();
        for (int j = 0; j < correlation.length; j++) {
            Circuit.Parameter q = fit.circuit().parameters().get(fit.space().parameter(j));
            boolean other = q.leaf() != fit.circuit().parameters().get(fit.space().parameter(k)).leaf();
            if (other && Math.abs(correlation[k][j]) > CORRELATED) {
                return Verdict.doubtful(String.format(Locale.ROOT, "it can hardly be told apart from %s (correlation "
                        + "%.3f)", q.name(), correlation[k][j]));
            }
        }
        return Verdict.SOUND;
    }

    private boolean isDefaultBound(int k) {
        ParameterSpace plain = ParameterTable.free(fit.circuit());
        int i = fit.space().parameter(k);
        for (int j = 0; j < plain.size(); j++) {
            if (plain.parameter(j) == i) {
                double value = fit.space().isLog(k) ? Math.log(fit.p()[i]) : fit.p()[i];
                double span = 1e-6 * (1 + Math.abs(value));
                return value <= plain.lower(j) + span || value >= plain.upper(j) - span;
            }
        }
        return false;
    }

    /** Values of arcs whose top was not measured are extrapolated by the model. */
    private void arcs() {
        for (FitWarnings.Outside arc : FitWarnings.outside(fit)) {
            for (Circuit.Parameter q : arc.part().parameters()) {
                int i = fit.circuit().indexOf(q.name());
                if (!fit.space().isFixed(i)) {
                    verdicts[i] = verdicts[i].and(Verdict.doubtful("the top of its arc lies at "
                            + Numbers.plain(arc.hertz(), 2) + " Hz, outside the frequencies that were measured"));
                }
            }
        }
    }

    /** The fit. */
    public CircuitFit fit() {
        return fit;
    }

    /** Whether the residuals hold a change of the instrument's range and nothing worse. */
    public Verdict step() {
        return step;
    }

    /** What the circuit's parameters take up of a change of the weighted data. */
    Absorption absorption() {
        return new Absorption(fit.derivatives(), known(fit.unit()));
    }

    /**
     * Whether nothing but noise is left and no point stands out. Circuits obey the Kramers-Kronig relations, and so do
     * data that one of them describes to their noise.
     */
    public boolean isClean() {
        return clean;
    }

    /** What speaks against all numbers of the fit alike. */
    public Verdict common() {
        return common;
    }

    /** Verdict on a parameter. */
    public Verdict of(int parameter) {
        return verdicts[parameter];
    }

    /** Verdict on a quantity that follows from several parameters: the worst of theirs. */
    public Verdict of(Collection<Integer> parameters) {
        Verdict out = Verdict.SOUND;
        for (int i : parameters) {
            out = out.and(verdicts[i]);
        }
        return out;
    }

    /**
     * The verdicts on the resistors and other elements by their labels, for the steps behind.
     *
     * @param further what else speaks against them
     */
    public ElementVerdicts product(Verdict further) {
        Map<String, Verdict> out = new LinkedHashMap<>();
        for (int i = 0; i < verdicts.length; i++) {
            out.merge(fit.circuit().parameters().get(i).leaf().label(), verdicts[i].and(further),
                    Verdict::and);
        }
        return new ElementVerdicts(out, common.and(further));
    }

    /**
     * Whether the circuit may be chosen by the data: the noise leaves every parameter determined, none has run to a
     * bound, and every arc was measured. What the misfit adds to the uncertainties is a matter of the verdicts.
     */
    public boolean isUsable() {
        for (int k = 0; k < fit.space().size(); k++) {
            int i = fit.space().parameter(k);
            double limit = fit.circuit().parameters().get(i).definition().logarithmic() ? VAGUE * fit.p()[i]
                    : VAGUE_EXPONENT;
            if (fit.atBound()[k] || !(fit.uncertainty().of(i) <= limit)) {
                return false;
            }
        }
        return FitWarnings.outside(fit).isEmpty();
    }

    /** Covariance of all circuit parameters, widened by the misfit; NaN for those that the data do not determine. */
    public double[][] covariance() {
        double[][] out = new double[covariance.length][];
        for (int i = 0; i < out.length; i++) {
            out[i] = covariance[i].clone();
            for (int j = 0; j < out.length; j++) {
                out[i][j] = isOpen(i) || isOpen(j) ? Double.NaN : out[i][j];
            }
        }
        return out;
    }

    /** Standard deviation of the residuals of either part, relative to |Z|, whatever the weights were. */
    public double relativeResidual() {
        return FitWarnings.relativeResidual(fit);
    }

    /** Standard uncertainty of a parameter: 0 if it is held, NaN if it ran to a bound or is not determined. */
    public double uncertainty(int parameter) {
        for (int k = 0; k < fit.space().size(); k++) {
            int i = fit.space().parameter(k);
            if ((i == parameter || fit.space().source(parameter) == i) && fit.atBound()[k] && !fit.isIdeal(k)) {
                return Double.NaN;
            }
        }
        return isOpen(parameter) ? Double.NaN : Math.sqrt(covariance[parameter][parameter]);
    }

    // the judge works without what the data leave open; nobody else may take that for known
    private boolean isOpen(int parameter) {
        return Double.isNaN(fit.unit()[parameter][parameter]);
    }

    /**
     * Standard uncertainty of a quantity with these derivatives by the circuit's parameters; NaN if it depends on one
     * that the data do not determine.
     */
    public double propagate(double[] gradient) {
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            if (gradient[i] != 0 && isOpen(i)) {
                return Double.NaN;
            }
            for (int j = 0; j < gradient.length && gradient[i] != 0; j++) {
                sum += gradient[i] * covariance[i][j] * gradient[j];
            }
        }
        return Math.sqrt(Math.max(0, sum));
    }
}
