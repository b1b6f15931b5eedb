package org.interphase.technique.electrochemistry.circuit.elements;

import java.util.List;
import org.interphase.technique.electrochemistry.circuit.CircuitElement;
import org.interphase.technique.electrochemistry.circuit.ElementParameter.Role;
import org.interphase.technique.electrochemistry.circuit.ElementParameter;
import org.interphase.technique.electrochemistry.circuit.ElementValues;
import org.interphase.technique.electrochemistry.circuit.Frequencies;

/**
 * De Levie's transmission line of a blocking pore of ionic resistance R whose wall is a constant phase element:
 * Z = R coth(s)/s with s = √(R Q (jω)^α).
 */
public final class TransmissionLine implements CircuitElement {

    @Override
    public String symbol() {
        return "TLMQ";
    }

    @Override
    public List<String> aliases() {
        return List.of("TLM");
    }

    @Override
    public String title() {
        return "De Levie transmission line";
    }

    @Override
    public String formula() {
        return "Z = R coth(s)/s, s = √(R Q (jω)^α)";
    }

    @Override
    public List<ElementParameter> parameters() {
        return List.of(new ElementParameter("ionic resistance of the pore", "R_ion", "ohm", Role.RESISTANCE),
                CommonParameters.Q, CommonParameters.ALPHA);
    }

    @Override
    public void impedance(Frequencies f, double[] p, ElementValues out) {
        double[] t = new double[2];
        double angle = p[2] * Math.PI / 4;
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        double logRq = Math.log(p[0]) + Math.log(p[1]);
        for (int i = 0; i < f.size(); i++) {
            double m = Math.exp(0.5 * (logRq + p[2] * f.logOmega()[i]));
            Complex.tanh(m * c, m * s, t);
            Complex.reciprocal(t[0], t[1], t);
            // g = coth(s)/s
            double gr = (t[0] * c + t[1] * s) / m;
            double gi = (t[1] * c - t[0] * s) / m;
            out.re()[i] = p[0] * gr;
            out.im()[i] = p[0] * gi;
            if (out.derivatives()) {
                // s dg/ds = 1 - t² - g; ds/s = (dR/R + dQ/Q + (ln ω + jπ/2) dα) / 2
                double dr = 0.5 * (1 - t[0] * t[0] + t[1] * t[1] - gr);
                double di = 0.5 * (-2 * t[0] * t[1] - gi);
                out.dRe(0)[i] = gr + dr;
                out.dIm(0)[i] = gi + di;
                double q = p[0] / p[1];
                out.dRe(1)[i] = q * dr;
                out.dIm(1)[i] = q * di;
                double log = f.logOmega()[i];
                out.dRe(2)[i] = p[0] * (dr * log - di * Math.PI / 2);
                out.dIm(2)[i] = p[0] * (di * log + dr * Math.PI / 2);
            }
        }
    }
}
