package org.interphase.numerics.background;

import org.interphase.numerics.fit.Component;
import org.interphase.numerics.fit.ParameterSpec;

import java.util.ArrayList;
import java.util.List;

/**
 * Polynomial {@code sum c_k ((x - origin) / span)^k} as a component of a fit. Parameters {@code c0, c1, ...}; with the
 * mean of x as origin and half its range as span ({@link #over}) the columns stay well conditioned.
 *
 * @param degree 0 is a constant, 1 a line
 * @param origin abscissa at which c0 is the value
 * @param span abscissa distance that is one unit of the polynomial's variable
 */
public record PolynomialBackground(int degree, double origin, double span) implements Component {

    /** Checks the numbers. */
    public PolynomialBackground {
        if (degree < 0 || !(span > 0) || !Double.isFinite(origin)) {
            throw new IllegalArgumentException("A polynomial needs degree >= 0, span > 0 and a finite origin, got "
                    + degree + ", " + span + ", " + origin);
        }
    }

    /** Origin in the middle of x, span half its range. */
    public static PolynomialBackground over(double[] x, int degree) {
        double first = x[0];
        double last = x[x.length - 1];
        double half = Math.abs(last - first) / 2;
        return new PolynomialBackground(degree, (first + last) / 2, half > 0 ? half : 1);
    }

    @Override
    public List<ParameterSpec> parameters() {
        List<ParameterSpec> list = new ArrayList<>();
        for (int k = 0; k <= degree; k++) {
            list.add(ParameterSpec.free("c" + k, 0));
        }
        return list;
    }

    @Override
    public Term on(double[] x) {
        int n = x.length;
        double[][] powers = new double[degree + 1][n];
        for (int i = 0; i < n; i++) {
            double power = 1;
            for (int k = 0; k <= degree; k++) {
                powers[k][i] = power;
                power *= (x[i] - origin) / span;
            }
        }
        return new Term() {
            @Override
            public void addValues(double[] p, int at, double[] f) {
                for (int k = 0; k <= degree; k++) {
                    double factor = p[at + k];
                    double[] power = powers[k];
                    for (int i = 0; i < n; i++) {
                        f[i] += factor * power[i];
                    }
                }
            }

            @Override
            public void columns(double[] p, int at, double[] scale, double[][] columns) {
                for (int k = 0; k <= degree; k++) {
                    double[] column = columns[at + k];
                    double[] power = powers[k];
                    for (int i = 0; i < n; i++) {
                        column[i] = power[i] * scale[i];
                    }
                }
            }
        };
    }
}
