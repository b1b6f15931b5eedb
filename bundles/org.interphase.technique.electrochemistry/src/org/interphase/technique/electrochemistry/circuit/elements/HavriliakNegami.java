package org.interphase.technique.electrochemistry.circuit.elements;

import java.util.ArrayList;
import java.util.List;
import org.interphase.technique.electrochemistry.circuit.CircuitElement;
import org.interphase.technique.electrochemistry.circuit.ElementParameter.Role;
import org.interphase.technique.electrochemistry.circuit.ElementParameter;
import org.interphase.technique.electrochemistry.circuit.ElementValues;
import org.interphase.technique.electrochemistry.circuit.Frequencies;

/**
 * Havriliak-Negami relaxation, Z = R / (1 + (jωτ)^α)^β; with β = 1 it is the ZARC (Cole-Cole) element, which is a
 * resistor parallel to a constant phase element with Q = τ^α/R.
 */
public final class HavriliakNegami implements CircuitElement {

    private final boolean asymmetric;

    private HavriliakNegami(boolean asymmetric) {
        this.asymmetric = asymmetric;
    }

    /** The ZARC element, β = 1. */
    public static HavriliakNegami zarc() {
        return new HavriliakNegami(false);
    }

    /** The general element. */
    public static HavriliakNegami general() {
        return new HavriliakNegami(true);
    }

    @Override
    public String symbol() {
        return asymmetric ? "HN" : "Zarc";
    }

    @Override
    public List<String> aliases() {
        return asymmetric ? List.of() : List.of("ZARC");
    }

    @Override
    public String title() {
        return asymmetric ? "Havriliak-Negami element" : "ZARC element";
    }

    @Override
    public String formula() {
        return asymmetric ? "Z = R/(1 + (jωτ)^α)^β" : "Z = R/(1 + (jωτ)^α)";
    }

    @Override
    public List<ElementParameter> parameters() {
        List<ElementParameter> all = new ArrayList<>(List.of(CommonParameters.RESISTANCE, CommonParameters.TIME,
                CommonParameters.ALPHA));
        if (asymmetric) {
            all.add(new ElementParameter("asymmetry exponent", "β", "1", Role.EXPONENT));
        }
        return List.copyOf(all);
    }

    @Override
    public void impedance(Frequencies f, double[] p, ElementValues out) {
        double beta = asymmetric ? p[3] : 1;
        double c = Math.cos(p[2] * Math.PI / 2);
        double s = Math.sin(p[2] * Math.PI / 2);
        double logTau = Math.log(p[1]);
        for (int i = 0; i < f.size(); i++) {
            double log = f.logOmega()[i] + logTau;
            double x = Math.exp(p[2] * log);
            // h = x(c + js); u = 1 + h
            double ur = 1 + x * c;
            double ui = x * s;
            double logModulus = Math.log(Math.hypot(ur, ui));
            double angle = Math.atan2(ui, ur);
            double m = Math.exp(-beta * logModulus);
            double re = m * Math.cos(beta * angle);
            double im = -m * Math.sin(beta * angle);
            out.re()[i] = p[0] * re;
            out.im()[i] = p[0] * im;
            if (out.derivatives()) {
                out.dRe(0)[i] = re;
                out.dIm(0)[i] = im;
                // q = h/u stays bounded where h overflows; scaled division by the modulus
                double inverse = Math.exp(-logModulus);
                double er = ur * inverse;
                double ei = ui * inverse;
                double hr = Math.exp(p[2] * log - logModulus) * c;
                double hi = Math.exp(p[2] * log - logModulus) * s;
                double qr = hr * er + hi * ei;
                double qi = hi * er - hr * ei;
                // dZ = -β Z q · (α dτ/τ + (log + jπ/2) dα)
                double zr = -beta * p[0] * (re * qr - im * qi);
                double zi = -beta * p[0] * (re * qi + im * qr);
                out.dRe(1)[i] = zr * p[2] / p[1];
                out.dIm(1)[i] = zi * p[2] / p[1];
                out.dRe(2)[i] = zr * log - zi * Math.PI / 2;
                out.dIm(2)[i] = zi * log + zr * Math.PI / 2;
                if (asymmetric) {
                    out.dRe(3)[i] = -p[0] * (re * logModulus - im * angle);
                    out.dIm(3)[i] = -p[0] * (im * logModulus + re * angle);
                }
            }
        }
    }
}
