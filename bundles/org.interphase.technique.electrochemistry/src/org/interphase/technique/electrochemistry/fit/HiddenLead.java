package org.interphase.technique.electrochemistry.fit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.interphase.numerics.verdict.Absorption;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.ElementParameter.Role;

/**
 * The resistance in series that all spectra of a series may have in common though their circuit has none (leads,
 * contacts), from what the fits leave (the test of an added variable: R. D. Cook, S. Weisberg, Residuals and Influence
 * in Regression, 1982, section 2.3), and how much of it each fitted resistance has taken up.
 *
 * @param value in the unit of the spectra; may be negative
 * @param uncertainty its standard uncertainty
 * @param taken by label of a resistor, one per spectrum: change of the fitted value over the hidden resistance
 */
public record HiddenLead(double value, double uncertainty, Map<String, double[]> taken) {

    /** Estimates it; null if the circuit has a resistance in series or the fits are perfect. */
    public static HiddenLead of(CircuitVerdict[] series) {
        Circuit circuit = series[0].fit().circuit();
        if (new CircuitLayout(circuit).has(CircuitLayout.Kind.OHMIC)) {
            return null;
        }
        Map<String, double[]> taken = new LinkedHashMap<>();
        for (Circuit.Parameter q : circuit.parameters()) {
            if (q.definition().role() == Role.RESISTANCE && q.leaf().element().parameters().size() == 1) {
                taken.put(q.name(), new double[series.length]);
            }
        }
        double weight = 0;
        double sum = 0;
        for (int s = 0; s < series.length; s++) {
            CircuitFit fit = series[s].fit();
            Absorption absorption = series[s].absorption();
            double[] column = column(fit);
            double[] absorbed = absorption.taken(column);
            int at = s;
            taken.forEach((name, values) -> values[at] = absorbed[circuit.indexOf(name)]);
            Absorption.Amplitude lead = absorption.amplitude(column, fit.residuals());
            double variance = fit.chiSquare() / Math.max(1, fit.degreesOfFreedom());
            if (lead.information() > 0 && variance > 0) {
                sum += lead.value() * lead.information() / variance;
                weight += lead.information() / variance;
            }
        }
        return weight > 0 ? new HiddenLead(sum / weight, 1 / Math.sqrt(weight), taken) : null;
    }

    /** Weighted derivative of the model by a resistance in series: that of the real part is one. */
    private static double[] column(CircuitFit fit) {
        int n = fit.spectrum().size();
        return Arrays.copyOf(Arrays.copyOf(fit.weights(), n), 2 * n);
    }
}
