package org.interphase.technique.electrochemistry.circuit.elements;

import java.util.Arrays;
import java.util.List;
import org.interphase.technique.electrochemistry.circuit.CircuitElement;
import org.interphase.technique.electrochemistry.circuit.ElementParameter;
import org.interphase.technique.electrochemistry.circuit.ElementValues;
import org.interphase.technique.electrochemistry.circuit.Frequencies;

/** Ohmic resistor, Z = R. */
public final class Resistor implements CircuitElement {

    @Override
    public String symbol() {
        return "R";
    }

    @Override
    public String title() {
        return "Resistor";
    }

    @Override
    public String formula() {
        return "Z = R";
    }

    @Override
    public List<ElementParameter> parameters() {
        return List.of(CommonParameters.RESISTANCE);
    }

    @Override
    public void impedance(Frequencies f, double[] p, ElementValues out) {
        fill(out, p[0], 1);
    }

    @Override
    public void admittance(Frequencies f, double[] p, ElementValues out) {
        fill(out, 1 / p[0], -1 / (p[0] * p[0]));
    }

    private static void fill(ElementValues out, double value, double derivative) {
        Arrays.fill(out.re(), value);
        Arrays.fill(out.im(), 0);
        if (out.derivatives()) {
            Arrays.fill(out.dRe(0), derivative);
            Arrays.fill(out.dIm(0), 0);
        }
    }

    @Override
    public Drawing drawing() {
        return Drawing.RESISTOR;
    }
}
