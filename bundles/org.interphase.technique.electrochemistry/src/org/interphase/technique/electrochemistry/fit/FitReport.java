package org.interphase.technique.electrochemistry.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interphase.model.FitParameter;
import org.interphase.model.FitResult;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;
import org.interphase.numerics.fit.ParameterSpace;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.ElementParameter;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.impedance.Weighting;

/** What a circuit fit tells: measurements, the fit as a product, and remarks. */
public final class FitReport {

    /** Name of the weighted sum of squares. */
    public static final String CHI_SQUARE = "chi-square";
    /** Name of the plain sum of squares. */
    public static final String SQUARES = "sum of squares";

    /** Correlation above which two parameters cannot be told apart. */
    private static final double CORRELATED = 0.99;
    /** Relative uncertainty above which a value is only an order of magnitude. */
    private static final double VAGUE = 0.5;

    /** Relative uncertainty up to which strongly correlated parameters are still useful one by one. */
    private static final double TOLERABLE = 0.05;

    private FitReport() {
    }

    /** Parameters, chi-square, sum of squares and effective capacitances of arcs as measurements. */
    public static List<CircuitNumber> numbers(CircuitVerdict judged) {
        CircuitFit fit = judged.fit();
        List<CircuitNumber> out = new ArrayList<>();
        for (int i = 0; i < fit.p().length; i++) {
            Circuit.Parameter p = fit.circuit().parameters().get(i);
            out.add(new CircuitNumber(Measurement.of(p.name(), p.definition().symbol(), fit.p()[i],
                    judged.uncertainty(i), fit.unit(p.definition())).judged(judged.of(i)), p.leaf().label(), true,
                    p.definition().role().impedancePower()));
        }
        out.add(new CircuitNumber(Measurement.of(CHI_SQUARE, "χ²", fit.chiSquare(), Double.NaN,
                fit.weighting() == Weighting.UNIT ? squared(fit) : "1"), "", 0));
        out.add(new CircuitNumber(Measurement.of(SQUARES, "S", fit.sumOfSquares(), Double.NaN, squared(fit)), "", 0));
        out.addAll(EffectiveCapacitance.of(judged));
        return out;
    }

    private static String squared(CircuitFit fit) {
        return fit.spectrum().scale().of("ohm2", 2);
    }

    /** The fit as a product of the dataset. */
    public static FitResult result(CircuitVerdict judged) {
        CircuitFit fit = judged.fit();
        List<FitParameter> parameters = new ArrayList<>();
        ParameterSpace space = fit.space();
        for (int i = 0; i < fit.p().length; i++) {
            Circuit.Parameter p = fit.circuit().parameters().get(i);
            double lower = p.definition().lower();
            double upper = p.definition().upper();
            FitParameter.State state = space.isFixed(i) ? FitParameter.State.FIXED
                    : space.source(i) >= 0 ? FitParameter.State.TIED : FitParameter.State.FREE;
            for (int k = 0; k < space.size(); k++) {
                if (space.parameter(k) == i) {
                    lower = space.isLog(k) ? Math.exp(space.lower(k)) : space.lower(k);
                    upper = space.isLog(k) ? Math.exp(space.upper(k)) : space.upper(k);
                    state = fit.atBound()[k] ? FitParameter.State.AT_BOUND : state;
                }
            }
            parameters.add(new FitParameter(p.leaf().label(), p.definition().name(), p.definition().symbol(),
                    fit.p()[i], judged.uncertainty(i), Unit.of(fit.unit(p.definition())), lower, upper, state,
                    space.source(i) < 0 ? "" : tie(fit, i)));
        }
        return new FitResult(fit.circuit().dashed(), fit.circuit().leaves().stream().map(l -> l.label()).toList(),
                parameters, judged.covariance(), fit.spectrum().frequency(), fit.residuals(),
                new FitResult.Statistics(fit.chiSquare(), fit.degreesOfFreedom(), fit.aic(), fit.bic(),
                        fit.stop().converged(), fit.stop().text(), fit.evaluations()));
    }

    private static String tie(CircuitFit fit, int i) {
        String ratio = fit.space().ratio(i) == 1 ? "" : " * " + fit.space().ratio(i);
        return "= " + fit.circuit().parameters().get(fit.space().source(i)).name() + ratio;
    }

    /** What the analyst should know about the fit; which points took no part is told by who left them out. */
    public static List<Remark> remarks(CircuitVerdict judged, ImpedanceSpectrum all) {
        CircuitFit fit = judged.fit();
        List<Remark> out = new ArrayList<>();
        if (fit.starts() > 1) {
            out.add(Remark.info("Best of " + fit.starts() + " starts; " + fit.agreeing() + " of them ended in the same "
                    + "minimum."));
        }
        if (!fit.stop().converged()) {
            out.add(Remark.warning("The fit did not converge (" + fit.stop().text()
                    + "); a parameter may not be determined by the data."));
        }
        out.addAll(identifiability(fit));
        for (int k = 0; k < fit.atBound().length; k++) {
            if (fit.atBound()[k]) {
                Circuit.Parameter p = fit.circuit().parameters().get(fit.space().parameter(k));
                if (p.definition().role() == ElementParameter.Role.EXPONENT
                        && fit.p()[fit.space().parameter(k)] == 1) {
                    out.add(Remark.info(p.name() + " ended at 1: " + p.leaf().label() + " behaves as its ideal "
                            + "counterpart without an exponent (for a constant phase element a capacitor), which is "
                            + "the simpler choice.").about(p.leaf().label()));
                    continue;
                }
                out.add(Remark.warning(p.name() + " ended on its bound; its uncertainty is not known and the model may "
                        + "have a part too many.").about(p.leaf().label()));
            }
        }
        out.addAll(FitWarnings.of(fit, all));
        if (!judged.step().isSound()) {
            out.add(Remark.warning("The residuals have a step: " + judged.step().reason() + "."));
        }
        return out;
    }

    /** One remark per group of parameters that only their combination is determined of. */
    private static List<Remark> identifiability(CircuitFit fit) {
        List<Remark> out = new ArrayList<>();
        double[][] correlation = fit.uncertainty().correlation();
        ParameterSpace space = fit.space();
        Map<String, Boolean> told = new LinkedHashMap<>();
        for (int a = 0; a < space.size(); a++) {
            for (int b = a + 1; b < space.size(); b++) {
                double r = correlation[a][b];
                if (!(Math.abs(r) > CORRELATED)) {
                    continue;
                }
                String first = name(fit, a);
                String second = name(fit, b);
                boolean one = leaf(fit, a).equals(leaf(fit, b));
                String who = one ? "The parameters of " + leaf(fit, a) + " (" + first + ", " + second + ")"
                        : first + " and " + second;
                String numbers = String.format(Locale.ROOT, "correlation %.4f, condition number %.1e", r,
                        fit.uncertainty().condition());
                if (relative(fit, a) < TOLERABLE && relative(fit, b) < TOLERABLE) {
                    out.add(Remark.info(who + " are strongly correlated (" + numbers + "); quote them together.")
                            .about(leaf(fit, a)));
                    continue;
                }
                told.put(first, true);
                told.put(second, true);
                out.add(Remark.warning(who + " are not separately identifiable (" + numbers + "): the data determine "
                        + "only a combination of them. Measure to lower frequency, hold one, or choose a simpler "
                        + "element.").about(leaf(fit, a)));
            }
        }
        for (int k = 0; k < space.size(); k++) {
            String name = name(fit, k);
            double relative = relative(fit, k);
            if (!told.containsKey(name) && !fit.atBound()[k] && !(relative <= VAGUE)) {
                out.add(Remark.warning(name + " is not determined by the data: its standard uncertainty is "
                        + (Double.isNaN(relative) ? "unbounded" : Math.round(100 * relative) + " % of its value") + ".")
                        .about(leaf(fit, k)));
            }
        }
        return out;
    }

    private static double relative(CircuitFit fit, int k) {
        int i = fit.space().parameter(k);
        return fit.uncertainty().of(i) / Math.abs(fit.p()[i]);
    }

    private static String name(CircuitFit fit, int k) {
        return fit.circuit().parameters().get(fit.space().parameter(k)).name();
    }

    private static String leaf(CircuitFit fit, int k) {
        return fit.circuit().parameters().get(fit.space().parameter(k)).leaf().label();
    }
}
