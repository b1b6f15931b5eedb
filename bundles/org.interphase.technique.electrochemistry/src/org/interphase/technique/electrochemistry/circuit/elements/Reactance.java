package org.interphase.technique.electrochemistry.circuit.elements;

import java.util.Arrays;
import java.util.List;
import org.interphase.technique.electrochemistry.circuit.CircuitElement;
import org.interphase.technique.electrochemistry.circuit.ElementParameter.Role;
import org.interphase.technique.electrochemistry.circuit.ElementParameter;
import org.interphase.technique.electrochemistry.circuit.ElementValues;
import org.interphase.technique.electrochemistry.circuit.Frequencies;

/** Capacitor, Y = jωC, or inductor, Z = jωL. */
public final class Reactance implements CircuitElement {

    private final boolean capacitor;

    private Reactance(boolean capacitor) {
        this.capacitor = capacitor;
    }

    /** A capacitor. */
    public static Reactance capacitor() {
        return new Reactance(true);
    }

    /** An inductor. */
    public static Reactance inductor() {
        return new Reactance(false);
    }

    @Override
    public String symbol() {
        return capacitor ? "C" : "L";
    }

    @Override
    public String title() {
        return capacitor ? "Capacitor" : "Inductor";
    }

    @Override
    public String formula() {
        return capacitor ? "Z = 1/(jωC)" : "Z = jωL";
    }

    @Override
    public List<ElementParameter> parameters() {
        return List.of(capacitor ? new ElementParameter("capacitance", "C", "F", Role.CAPACITANCE)
                : new ElementParameter("inductance", "L", "H", Role.INDUCTANCE));
    }

    @Override
    public void impedance(Frequencies f, double[] p, ElementValues out) {
        if (capacitor) {
            falling(f.omega(), p[0], out);
        } else {
            rising(f.omega(), p[0], out);
        }
    }

    @Override
    public void admittance(Frequencies f, double[] p, ElementValues out) {
        if (capacitor) {
            rising(f.omega(), p[0], out);
        } else {
            falling(f.omega(), p[0], out);
        }
    }

    /** jωx. */
    private static void rising(double[] omega, double x, ElementValues out) {
        Arrays.fill(out.re(), 0);
        double[] im = out.im();
        for (int i = 0; i < omega.length; i++) {
            im[i] = omega[i] * x;
        }
        if (out.derivatives()) {
            Arrays.fill(out.dRe(0), 0);
            System.arraycopy(omega, 0, out.dIm(0), 0, omega.length);
        }
    }

    /** 1/(jωx). */
    private static void falling(double[] omega, double x, ElementValues out) {
        Arrays.fill(out.re(), 0);
        double[] im = out.im();
        for (int i = 0; i < omega.length; i++) {
            im[i] = -1 / (omega[i] * x);
        }
        if (out.derivatives()) {
            Arrays.fill(out.dRe(0), 0);
            double[] d = out.dIm(0);
            for (int i = 0; i < omega.length; i++) {
                d[i] = -im[i] / x;
            }
        }
    }

    @Override
    public Drawing drawing() {
        return capacitor ? Drawing.CAPACITOR : Drawing.INDUCTOR;
    }
}
