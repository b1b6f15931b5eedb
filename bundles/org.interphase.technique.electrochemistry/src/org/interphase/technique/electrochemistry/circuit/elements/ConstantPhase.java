package org.interphase.technique.electrochemistry.circuit.elements;

import java.util.List;
import org.interphase.technique.electrochemistry.circuit.CircuitElement;
import org.interphase.technique.electrochemistry.circuit.ElementParameter;
import org.interphase.technique.electrochemistry.circuit.ElementValues;
import org.interphase.technique.electrochemistry.circuit.Frequencies;

/** Constant phase element, Y = Q (jω)^α. */
public final class ConstantPhase implements CircuitElement {

    @Override
    public String symbol() {
        return "CPE";
    }

    @Override
    public List<String> aliases() {
        return List.of("Q");
    }

    @Override
    public String title() {
        return "Constant phase element";
    }

    @Override
    public String formula() {
        return "Z = 1/(Q (jω)^α)";
    }

    @Override
    public List<ElementParameter> parameters() {
        return List.of(CommonParameters.Q, CommonParameters.ALPHA);
    }

    @Override
    public void impedance(Frequencies f, double[] p, ElementValues out) {
        power(f, 1 / p[0], -p[1], -1, out);
        if (out.derivatives()) {
            // by Q: -Z/Q instead of Z/(1/Q) computed by power
            scale(out, -1 / (p[0] * p[0]));
        }
    }

    @Override
    public void admittance(Frequencies f, double[] p, ElementValues out) {
        power(f, p[0], p[1], 1, out);
    }

    private static void scale(ElementValues out, double factor) {
        double[] a = out.dRe(0);
        double[] b = out.dIm(0);
        for (int i = 0; i < a.length; i++) {
            a[i] *= factor;
            b[i] *= factor;
        }
    }

    /** v = q (jω)^e with derivatives by q and by sign*e. */
    private static void power(Frequencies f, double q, double e, double sign, ElementValues out) {
        double c = Math.cos(e * Math.PI / 2);
        double s = Math.sin(e * Math.PI / 2);
        double[] re = out.re();
        double[] im = out.im();
        double[] log = f.logOmega();
        int n = log.length;
        for (int i = 0; i < n; i++) {
            re[i] = Math.exp(e * log[i]);
        }
        if (out.derivatives()) {
            double[] qr = out.dRe(0);
            double[] qi = out.dIm(0);
            double[] er = out.dRe(1);
            double[] ei = out.dIm(1);
            double quarter = Math.PI / 2;
            for (int i = 0; i < n; i++) {
                double a = re[i] * c;
                double b = re[i] * s;
                qr[i] = a;
                qi[i] = b;
                a *= q;
                b *= q;
                re[i] = a;
                im[i] = b;
                er[i] = sign * (a * log[i] - b * quarter);
                ei[i] = sign * (a * quarter + b * log[i]);
            }
        } else {
            double qc = q * c;
            double qs = q * s;
            for (int i = 0; i < n; i++) {
                im[i] = re[i] * qs;
                re[i] = re[i] * qc;
            }
        }
    }

    @Override
    public Drawing drawing() {
        return Drawing.CONSTANT_PHASE;
    }
}
