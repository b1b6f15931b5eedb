package org.interphase.technique.electrochemistry.fit;

import java.util.LinkedHashMap;
import java.util.Map;
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
            double[] absorbed = absorbed(fit);
            int at = s;
            taken.forEach((name, values) -> values[at] = absorbed[circuit.indexOf(name)]);
            double[] left = left(fit, absorbed);
            double information = dot(left, left);
            double variance = fit.chiSquare() / Math.max(1, fit.degreesOfFreedom());
            if (information > 0 && variance > 0) {
                sum += dot(left, fit.residuals()) / variance;
                weight += information / variance;
            }
        }
        return weight > 0 ? new HiddenLead(sum / weight, 1 / Math.sqrt(weight), taken) : null;
    }

    /** Weighted derivative of the model by a resistance in series: that of the real part is one. */
    private static double[] column(CircuitFit fit) {
        int n = fit.spectrum().size();
        double[] out = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double difference = fit.spectrum().re()[i] - fit.model()[i];
            // the weight, from the residual where it is not zero
            out[i] = difference == 0 ? 1 / Math.hypot(fit.spectrum().re()[i], fit.spectrum().im()[i])
                    : fit.residuals()[i] / difference;
        }
        return out;
    }

    /** What a hidden resistance of one does to the fitted parameters: C J^t c. */
    private static double[] absorbed(CircuitFit fit) {
        double[] c = column(fit);
        int k = fit.p().length;
        double[] pull = new double[k];
        for (int i = 0; i < k; i++) {
            pull[i] = dot(fit.derivatives()[i], c);
        }
        double[] out = new double[k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                out[i] += pull[j] == 0 ? 0 : fit.unit()[i][j] * pull[j];
            }
        }
        return out;
    }

    private static double[] left(CircuitFit fit, double[] absorbed) {
        double[] out = column(fit);
        for (int k = 0; k < absorbed.length; k++) {
            for (int i = 0; i < out.length; i++) {
                out[i] -= absorbed[k] * fit.derivatives()[k][i];
            }
        }
        return out;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
