package org.interphase.numerics.fit;

import java.util.Arrays;

/**
 * Which parameters of a model vary, within which bounds, and which follow others by a line. Positive parameters can
 * vary as their logarithm. Immutable.
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

    private ParameterSpace(boolean[] log, double[] lower, double[] upper, double[] fixed, int[] source, double[] ratio,
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

    /** Number of parameters that vary. */
    public int size() {
        return free.length;
    }

    /** Number of model parameters. */
    public int all() {
        return source.length;
    }

    /** Model parameter of a varying one. */
    public int parameter(int k) {
        return free[k];
    }

    /** Whether a varying parameter varies as its logarithm. */
    public boolean isLog(int k) {
        return log[k];
    }

    /** Lower bound of a varying parameter, of its logarithm where it varies as such. */
    public double lower(int k) {
        return lower[k];
    }

    /** Upper bound of a varying parameter, as {@link #lower}. */
    public double upper(int k) {
        return upper[k];
    }

    /** Whether a model parameter is held. */
    public boolean isFixed(int parameter) {
        return !Double.isNaN(fixed[parameter]);
    }

    /** The parameter this one follows, or -1. */
    public int source(int parameter) {
        return source[parameter];
    }

    /** Factor of a parameter that follows another. */
    public double ratio(int parameter) {
        return ratio[parameter];
    }

    /** Varying coordinates of natural values, moved into the bounds. */
    void toFree(double[] p, double[] theta) {
        for (int k = 0; k < free.length; k++) {
            double v = log[k] ? Math.log(Math.max(p[free[k]], 1e-300)) : p[free[k]];
            theta[k] = Math.min(Math.max(v, lower[k]), upper[k]);
        }
    }

    /** Natural values of all model parameters. */
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

    /** Describes the parameters of a model one by one; every one has to be given to {@link #vary} first. */
    public static final class Builder {

        private final boolean[] log;
        private final double[] lower;
        private final double[] upper;
        private final double[] fixed;
        private final int[] source;
        private final double[] ratio;
        private final double[] offset;

        /** For a model of {@code n} parameters. */
        public Builder(int n) {
            log = new boolean[n];
            lower = new double[n];
            upper = new double[n];
            fixed = new double[n];
            source = new int[n];
            ratio = new double[n];
            offset = new double[n];
            Arrays.fill(fixed, Double.NaN);
            Arrays.fill(source, -1);
            Arrays.fill(ratio, 1);
        }

        /** A parameter varies between natural bounds, as its logarithm or as itself. */
        public Builder vary(int i, boolean asLogarithm, double from, double to) {
            log[i] = asLogarithm;
            lower[i] = from;
            upper[i] = to;
            return this;
        }

        /** A parameter is held at a value. */
        public Builder fix(int i, double value) {
            fixed[i] = value;
            return this;
        }

        /** A parameter is {@code factor * p[followed] + constant}; the followed one must not follow another itself. */
        public Builder tie(int i, int followed, double factor, double constant) {
            source[i] = followed;
            ratio[i] = factor;
            offset[i] = constant;
            return this;
        }

        /** The space. */
        public ParameterSpace build() {
            return new ParameterSpace(log, lower, upper, fixed, source, ratio, offset);
        }
    }
}
