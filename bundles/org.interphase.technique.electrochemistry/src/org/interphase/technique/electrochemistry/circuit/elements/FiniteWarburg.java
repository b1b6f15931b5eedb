package org.interphase.technique.electrochemistry.circuit.elements;

import java.util.List;
import org.interphase.technique.electrochemistry.circuit.CircuitElement;
import org.interphase.technique.electrochemistry.circuit.ElementParameter.Role;
import org.interphase.technique.electrochemistry.circuit.ElementParameter;
import org.interphase.technique.electrochemistry.circuit.ElementValues;
import org.interphase.technique.electrochemistry.circuit.Frequencies;

/**
 * Diffusion over a finite distance with s = √(jωτ): a blocking end (finite space, open), Z = Z0 coth(s)/s, or a
 * transmissive end (finite length, short), Z = Z0 tanh(s)/s.
 */
public final class FiniteWarburg implements CircuitElement {

    private final boolean open;

    private FiniteWarburg(boolean open) {
        this.open = open;
    }

    /** Finite-space diffusion, blocking end ("open"). */
    public static FiniteWarburg open() {
        return new FiniteWarburg(true);
    }

    /** Finite-length diffusion, transmissive end ("short"). */
    public static FiniteWarburg shorted() {
        return new FiniteWarburg(false);
    }

    @Override
    public String symbol() {
        return open ? "Wo" : "Ws";
    }

    @Override
    public boolean isDiffusive() {
        return true;
    }

    @Override
    public List<String> aliases() {
        // Boukamp's circuit description code: T for the hyperbolic tangent admittance, O for the cotangent one
        return open ? List.of("T") : List.of("O");
    }

    @Override
    public String title() {
        return open ? "Warburg diffusion, finite space (open)" : "Warburg diffusion, finite length (short)";
    }

    @Override
    public String formula() {
        return open ? "Z = Z0 coth(√(jωτ))/√(jωτ)" : "Z = Z0 tanh(√(jωτ))/√(jωτ)";
    }

    @Override
    public List<ElementParameter> parameters() {
        return List.of(new ElementParameter("diffusion resistance", "Z0", "ohm", Role.RESISTANCE),
                CommonParameters.TIME);
    }

    @Override
    public void impedance(Frequencies f, double[] p, ElementValues out) {
        double[] t = new double[2];
        double[] g = new double[2];
        for (int i = 0; i < f.size(); i++) {
            // s = x (1 + j)
            double x = Math.sqrt(f.omega()[i] * p[1] / 2);
            Complex.tanh(x, x, t);
            if (open) {
                Complex.reciprocal(t[0], t[1], t);
            }
            // g = t / s
            double scale = 1 / (2 * x);
            g[0] = (t[0] + t[1]) * scale;
            g[1] = (t[1] - t[0]) * scale;
            out.re()[i] = p[0] * g[0];
            out.im()[i] = p[0] * g[1];
            if (out.derivatives()) {
                out.dRe(0)[i] = g[0];
                out.dIm(0)[i] = g[1];
                // d(t/s)/ds * s/(2τ), with dt/ds = 1 - t² for tanh and for coth: (1 - t² - t/s) / (2τ)
                double half = p[0] / (2 * p[1]);
                out.dRe(1)[i] = half * (1 - t[0] * t[0] + t[1] * t[1] - g[0]);
                out.dIm(1)[i] = half * (-2 * t[0] * t[1] - g[1]);
            }
        }
        if (out.derivatives() && !open) {
            smallArgument(f, p, out);
        }
    }

    /** For small |s|, 1 - t² - t/s cancels; its series is -(2/3)s² + (8/15)s⁴ - (34/105)s⁶·... of tanh. */
    private static void smallArgument(Frequencies f, double[] p, ElementValues out) {
        for (int i = 0; i < f.size(); i++) {
            double w = f.omega()[i] * p[1];
            if (w < 1e-3) {
                // s² = jw: tanh(s)/s = 1 - s²/3 + 2s⁴/15 - 17s⁶/315 + 62s⁸/2835; derivative by τ term by term
                double w2 = w * w;
                out.dRe(1)[i] = p[0] / p[1] * (-4 * w2 / 15 + 248 * w2 * w2 / 2835);
                out.dIm(1)[i] = p[0] / p[1] * (-w / 3 + 17 * w * w2 / 105);
            }
        }
    }
}
