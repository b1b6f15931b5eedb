package org.interphase.technique.electrochemistry.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.model.Measurement;
import org.interphase.technique.electrochemistry.circuit.CircuitNode;
import org.interphase.technique.electrochemistry.circuit.ElementParameter.Role;

/**
 * The capacitance that a constant phase element with a resistor beside it stands for, by the two formulas in use; which
 * one holds depends on why the phase is constant.
 *
 * <ul>
 * <li>Brug: time constants distributed along the surface, C = Q^(1/α) (1/R_e + 1/R)^((α-1)/α), where R_e is
 *     the ohmic resistance in series. G. J. Brug et al., J. Electroanal. Chem. 176 (1984) 275-295.</li>
 * <li>Hsu-Mansfeld: distributed through a film, C = Q^(1/α) R^((1-α)/α). C. H. Hsu, F. Mansfeld, Corrosion 57 (2001)
 *     747-748.</li>
 * </ul>
 *
 * Both in the form of B. Hirschorn et al., Electrochim. Acta 55 (2010) 6218-6227. Uncertainties are propagated to first
 * order with all covariances.
 */
final class EffectiveCapacitance {

    private final CircuitVerdict judged;
    private final CircuitFit fit;
    private final List<CircuitNumber> found = new ArrayList<>();
    private final List<Integer> ohmic = new ArrayList<>();

    private EffectiveCapacitance(CircuitVerdict judged) {
        this.judged = judged;
        this.fit = judged.fit();
    }

    /** Both for every arc of a resistor (alone or in series with diffusion) and a constant phase element. */
    static List<CircuitNumber> of(CircuitVerdict judged) {
        CircuitFit fit = judged.fit();
        EffectiveCapacitance all = new EffectiveCapacitance(judged);
        List<CircuitLayout.Block> blocks = new CircuitLayout(fit.circuit()).blocks();
        for (CircuitLayout.Block b : blocks) {
            if (b.kind() == CircuitLayout.Kind.OHMIC && b.node() instanceof CircuitNode.Leaf leaf) {
                all.ohmic.add(fit.circuit().indexOf(leaf.label()));
            }
        }
        for (CircuitLayout.Block b : blocks) {
            if (b.node() instanceof CircuitNode.InParallel p && p.children().size() == 2) {
                all.arc(p.children().get(0), p.children().get(1));
                all.arc(p.children().get(1), p.children().get(0));
            }
        }
        return all.found;
    }

    private void arc(CircuitNode conducting, CircuitNode constantPhase) {
        int r = resistor(conducting);
        if (r < 0 || !(constantPhase instanceof CircuitNode.Leaf leaf) || !isConstantPhase(leaf)) {
            return;
        }
        int q = fit.circuit().indexOf(leaf.label() + "_0");
        int a = fit.circuit().indexOf(leaf.label() + "_1");
        double alpha = fit.p()[a];
        double lnQ = Math.log(fit.p()[q]);
        double resistance = fit.p()[r];
        double series = 0;
        for (int i : ohmic) {
            series += fit.p()[i];
        }
        if (series > 0) {
            double g = 1 / series + 1 / resistance;
            Map<Integer, Double> slopes = new LinkedHashMap<>();
            slopes.put(q, 1 / (alpha * fit.p()[q]));
            slopes.put(a, (Math.log(g) - lnQ) / (alpha * alpha));
            slopes.put(r, -(1 - 1 / alpha) / (g * resistance * resistance));
            for (int i : ohmic) {
                slopes.put(i, -(1 - 1 / alpha) / (g * series * series));
            }
            add(leaf, "Brug", Math.exp(lnQ / alpha + (1 - 1 / alpha) * Math.log(g)), slopes);
        }
        Map<Integer, Double> slopes = new LinkedHashMap<>();
        slopes.put(q, 1 / (alpha * fit.p()[q]));
        slopes.put(a, -(lnQ + Math.log(resistance)) / (alpha * alpha));
        slopes.put(r, (1 / alpha - 1) / resistance);
        add(leaf, "Hsu-Mansfeld", Math.exp((lnQ + (1 - alpha) * Math.log(resistance)) / alpha), slopes);
    }

    /** Number of the resistor of a branch that has exactly one, beside diffusion elements only; or -1. */
    private int resistor(CircuitNode branch) {
        List<CircuitNode> parts = branch instanceof CircuitNode.InSeries s ? s.children() : List.of(branch);
        int out = -1;
        for (CircuitNode part : parts) {
            if (!(part instanceof CircuitNode.Leaf leaf)) {
                return -1;
            }
            boolean one = leaf.element().parameters().size() == 1;
            Role role = leaf.element().parameters().get(0).role();
            if (role == Role.RESISTANCE && one) {
                if (out >= 0) {
                    return -1;
                }
                out = fit.circuit().indexOf(leaf.label());
            } else if (one && role != Role.DIFFUSION || role == Role.ADMITTANCE) {
                return -1;
            }
        }
        return out;
    }

    private static boolean isConstantPhase(CircuitNode.Leaf leaf) {
        return leaf.element().parameters().size() == 2
                && leaf.element().parameters().get(0).role() == Role.ADMITTANCE
                && leaf.element().parameters().get(1).role() == Role.EXPONENT;
    }

    /** @param slopes derivatives of ln C by parameters */
    private void add(CircuitNode.Leaf leaf, String formula, double capacitance, Map<Integer, Double> slopes) {
        double[] gradient = new double[fit.p().length];
        slopes.forEach((i, slope) -> gradient[i] = slope);
        found.add(new CircuitNumber(Measurement.of("effective capacitance " + leaf.label() + " (" + formula + ")",
                "C_eff", capacitance, capacitance * judged.propagate(gradient), fit.spectrum().scale().of("F", -1))
                .judged(judged.of(slopes.keySet())), leaf.label(), -1));
    }
}
