package org.interphase.technique.electrochemistry.circuit.elements;

import java.util.List;
import org.interphase.technique.electrochemistry.circuit.CircuitElement;
import org.interphase.technique.electrochemistry.circuit.ElementParameter.Role;
import org.interphase.technique.electrochemistry.circuit.ElementParameter;
import org.interphase.technique.electrochemistry.circuit.ElementValues;
import org.interphase.technique.electrochemistry.circuit.Frequencies;

/** Semi-infinite Warburg diffusion, Z = A (1 - j) / √ω. */
public final class Warburg implements CircuitElement {

    @Override
    public String symbol() {
        return "W";
    }

    @Override
    public boolean isDiffusive() {
        return true;
    }

    @Override
    public String title() {
        return "Warburg diffusion, semi-infinite";
    }

    @Override
    public String formula() {
        return "Z = A (1 - j)/√ω";
    }

    @Override
    public List<ElementParameter> parameters() {
        // the number is Re Z at 1 rad/s in ohm
        return List.of(new ElementParameter("Warburg coefficient", "A", "ohm.s-0.5", Role.DIFFUSION));
    }

    @Override
    public void impedance(Frequencies f, double[] p, ElementValues out) {
        double[] root = f.sqrtOmega();
        for (int i = 0; i < root.length; i++) {
            double unit = 1 / root[i];
            out.re()[i] = p[0] * unit;
            out.im()[i] = -p[0] * unit;
            if (out.derivatives()) {
                out.dRe(0)[i] = unit;
                out.dIm(0)[i] = -unit;
            }
        }
    }
}
