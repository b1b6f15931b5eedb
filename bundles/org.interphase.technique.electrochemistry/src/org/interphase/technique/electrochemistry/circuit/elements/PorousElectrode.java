package org.interphase.technique.electrochemistry.circuit.elements;

import java.util.List;
import org.interphase.technique.electrochemistry.circuit.CircuitElement;
import org.interphase.technique.electrochemistry.circuit.ElementParameter.Role;
import org.interphase.technique.electrochemistry.circuit.ElementParameter;
import org.interphase.technique.electrochemistry.circuit.ElementValues;
import org.interphase.technique.electrochemistry.circuit.Frequencies;

/**
 * De Levie's porous electrode with a reaction at the walls of the pores: a transmission line of ionic resistance R
 * whose wall is a charge-transfer resistance beside a constant phase element, Z = R coth(s)/s with
 * s² = R (1/R_ct + Q (jω)^α) (R. de Levie, Adv. Electrochem. Electrochem. Eng. 6 (1967) 329-397).
 */
public final class PorousElectrode implements CircuitElement {

    @Override
    public String symbol() {
        return "TLMR";
    }

    @Override
    public String title() {
        return "De Levie transmission line with reaction";
    }

    @Override
    public String formula() {
        return "Z = R coth(s)/s, s = √(R (1/R_ct + Q (jω)^α))";
    }

    @Override
    public List<ElementParameter> parameters() {
        return List.of(new ElementParameter("ionic resistance of the pore", "R_ion", "ohm", Role.RESISTANCE),
                new ElementParameter("charge-transfer resistance of the wall", "R_ct", "ohm", Role.RESISTANCE),
                CommonParameters.Q, CommonParameters.ALPHA);
    }

    @Override
    public void impedance(Frequencies f, double[] p, ElementValues out) {
        double[] t = new double[2];
        double c = Math.cos(p[3] * Math.PI / 2);
        double s = Math.sin(p[3] * Math.PI / 2);
        for (int i = 0; i < f.size(); i++) {
            double log = f.logOmega()[i];
            double m = p[2] * Math.exp(p[3] * log);
            // y = 1/R_ct + q, q = Q (jω)^α; s = √(R y)
            double qr = m * c;
            double qi = m * s;
            double yr = 1 / p[1] + qr;
            double modulus = Math.sqrt(p[0] * Math.hypot(yr, qi));
            double angle = 0.5 * Math.atan2(qi, yr);
            double sr = modulus * Math.cos(angle);
            double si = modulus * Math.sin(angle);
            Complex.tanh(sr, si, t);
            Complex.reciprocal(t[0], t[1], t);
            double s2 = modulus * modulus;
            // g = coth(s)/s
            double gr = (t[0] * sr + t[1] * si) / s2;
            double gi = (t[1] * sr - t[0] * si) / s2;
            out.re()[i] = p[0] * gr;
            out.im()[i] = p[0] * gi;
            if (out.derivatives()) {
                // half of s dg/ds = 1 - t² - g; ds/s = (dR/R + dy/y) / 2
                double dr = 0.5 * (1 - t[0] * t[0] + t[1] * t[1] - gr);
                double di = 0.5 * (-2 * t[0] * t[1] - gi);
                out.dRe(0)[i] = gr + dr;
                out.dIm(0)[i] = gi + di;
                double y2 = yr * yr + qi * qi;
                // e = R (s dg/ds) / (2 y)
                double er = p[0] * (dr * yr + di * qi) / y2;
                double ei = p[0] * (di * yr - dr * qi) / y2;
                out.dRe(1)[i] = -er / (p[1] * p[1]);
                out.dIm(1)[i] = -ei / (p[1] * p[1]);
                double ar = er * qr - ei * qi;
                double ai = er * qi + ei * qr;
                out.dRe(2)[i] = ar / p[2];
                out.dIm(2)[i] = ai / p[2];
                out.dRe(3)[i] = ar * log - ai * Math.PI / 2;
                out.dIm(3)[i] = ai * log + ar * Math.PI / 2;
            }
        }
    }
}
