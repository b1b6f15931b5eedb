package org.interphase.technique.electrochemistry.circuit.elements;

import java.util.List;
import org.interphase.technique.electrochemistry.circuit.CircuitElement;
import org.interphase.technique.electrochemistry.circuit.ElementParameter;
import org.interphase.technique.electrochemistry.circuit.ElementValues;
import org.interphase.technique.electrochemistry.circuit.Frequencies;

/** Gerischer element (diffusion with a homogeneous reaction), Z = R / √(1 + jωτ). */
public final class Gerischer implements CircuitElement {

    @Override
    public String symbol() {
        return "G";
    }

    @Override
    public String title() {
        return "Gerischer element";
    }

    @Override
    public String formula() {
        return "Z = R/√(1 + jωτ)";
    }

    @Override
    public List<ElementParameter> parameters() {
        return List.of(CommonParameters.RESISTANCE, CommonParameters.TIME);
    }

    @Override
    public void impedance(Frequencies f, double[] p, ElementValues out) {
        for (int i = 0; i < f.size(); i++) {
            double w = f.omega()[i] * p[1];
            // 1/√(1 + jw) in polar form: the angle stays within ±45°
            double m = 1 / Math.sqrt(Math.hypot(1, w));
            double angle = -0.5 * Math.atan(w);
            double re = m * Math.cos(angle);
            double im = m * Math.sin(angle);
            out.re()[i] = p[0] * re;
            out.im()[i] = p[0] * im;
            if (out.derivatives()) {
                out.dRe(0)[i] = re;
                out.dIm(0)[i] = im;
                // by τ: -Z jω / (2 (1 + jw)) = -(Z/2) (ω w + jω) / (1 + w²), divided so that w² may overflow
                double a = w > 1e150 ? 1 / p[1] : f.omega()[i] * w / (1 + w * w);
                double b = w > 1e150 ? a / w : f.omega()[i] / (1 + w * w);
                out.dRe(1)[i] = -0.5 * p[0] * (re * a - im * b);
                out.dIm(1)[i] = -0.5 * p[0] * (re * b + im * a);
            }
        }
    }
}
