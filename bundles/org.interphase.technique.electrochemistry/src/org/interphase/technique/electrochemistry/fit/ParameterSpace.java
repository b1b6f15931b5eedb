package org.interphase.technique.electrochemistry.fit;

import java.util.Arrays;
import org.interphase.technique.electrochemistry.circuit.Circuit;

/**
 * Which parameters of a circuit vary, within which bounds, and which follow others. Positive parameters vary as their
 * logarithm. Immutable.
 */
public final class ParameterSpace {

    private final int[] free;
    private final int[] source;
    private final double[] ratio;
    private final double[] offset;
    private final double[] fixed;
    private final boolean[] log;
    private final double[] lower;
    private final double[] upper;

    /**
     * @param log per circuit parameter, whether it varies as its logarithm
     * @param lower natural lower bounds
     * @param upper natural upper bounds
     * @param fixed value of held parameters, NaN for others
     * @param source index of the parameter it follows, or -1
     * @param ratio factor on the followed value
     * @param offset added to it
     */
    ParameterSpace(boolean[] log, double[] lower, double[] upper, double[] fixed, int[] source, double[] ratio,
            double[] offset) {
        int n = log.length;
        int[] number = new int[n];
        int m = 0;
        for (int i = 0; i < n; i++) {
            number[i] = Double.isNaN(fixed[i]) && source[i] < 0 ? m++ : -1;
        }
        this.free = new int[m];
        this.lower = new double[m];
        this.upper = new double[m];
        this.log = new boolean[m];
        for (int i = 0; i < n; i++) {
            if (number[i] >= 0) {
                free[number[i]] = i;
                this.log[number[i]] = log[i];
                this.lower[number[i]] = log[i] ? Math.log(Math.max(lower[i], 1e-300)) : lower[i];
                this.upper[number[i]] = log[i] ? Math.log(upper[i]) : upper[i];
            }
        }
        this.source = source.clone();
        this.ratio = ratio.clone();
        this.offset = offset.clone();
        this.fixed = fixed.clone();
    }

    /** Every parameter varies within its default bounds. */
    public static ParameterSpace of(Circuit circuit) {
        int n = circuit.parameters().size();
        boolean[] log = new boolean[n];
        double[] lower = new double[n];
        double[] upper = new double[n];
        double[] fixed = new double[n];
        int[] source = new int[n];
        double[] ratio = new double[n];
        Arrays.fill(fixed, Double.NaN);
        Arrays.fill(source, -1);
        Arrays.fill(ratio, 1);
        for (int i = 0; i < n; i++) {
            log[i] = circuit.parameters().get(i).definition().logarithmic();
            lower[i] = circuit.parameters().get(i).definition().lower();
            upper[i] = circuit.parameters().get(i).definition().upper();
        }
        return new ParameterSpace(log, lower, upper, fixed, source, ratio, new double[n]);
    }

    /** Number of parameters that vary. */
    public int size() {
        return free.length;
    }

    /** Number of circuit parameters. */
    int all() {
        return source.length;
    }

    /** Circuit parameter of a varying one. */
    public int parameter(int k) {
        return free[k];
    }

    boolean isLog(int k) {
        return log[k];
    }

    double lower(int k) {
        return lower[k];
    }

    double upper(int k) {
        return upper[k];
    }

    boolean isFixed(int parameter) {
        return !Double.isNaN(fixed[parameter]);
    }

    /** The parameter this one follows, or -1. */
    int source(int parameter) {
        return source[parameter];
    }

    double ratio(int parameter) {
        return ratio[parameter];
    }

    /** Varying coordinates of natural values, moved into the bounds. */
    void toFree(double[] p, double[] theta) {
        for (int k = 0; k < free.length; k++) {
            double v = log[k] ? Math.log(Math.max(p[free[k]], 1e-300)) : p[free[k]];
            theta[k] = Math.min(Math.max(v, lower[k]), upper[k]);
        }
    }

    /** Natural values of all circuit parameters. */
    void toNatural(double[] theta, double[] p) {
        for (int i = 0; i < fixed.length; i++) {
            p[i] = fixed[i];
        }
        for (int k = 0; k < free.length; k++) {
            p[free[k]] = log[k] ? Math.exp(theta[k]) : theta[k];
        }
        for (int i = 0; i < source.length; i++) {
            if (source[i] >= 0) {
                p[i] = ratio[i] * p[source[i]] + offset[i];
            }
        }
    }
}
