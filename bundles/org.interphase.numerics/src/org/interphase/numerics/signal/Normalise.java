package org.interphase.numerics.signal;

import org.interphase.numerics.fit.Abscissa;
import org.interphase.numerics.internal.Checks;

/** Normalisations; each returns a new array and fails where the divisor vanishes. */
public final class Normalise {

    private Normalise() {
    }

    /** Divided by the trapezoidal area over |x|. */
    public static double[] area(double[] x, double[] y) {
        Abscissa.require(x);
        Checks.sameLength(x, y);
        Checks.finite(y, 2);
        double sum = 0;
        for (int i = 1; i < x.length; i++) {
            sum += 0.5 * (y[i] + y[i - 1]) * Math.abs(x[i] - x[i - 1]);
        }
        return scaled(y, 0, sum, "area");
    }

    /** Divided by the largest value. */
    public static double[] maximum(double[] y) {
        Checks.finite(y, 1);
        double largest = y[0];
        for (double value : y) {
            largest = Math.max(largest, value);
        }
        return scaled(y, 0, largest, "maximum");
    }

    /** Divided by the Euclidean norm. */
    public static double[] vector(double[] y) {
        Checks.finite(y, 1);
        double sum = 0;
        for (double value : y) {
            sum += value * value;
        }
        return scaled(y, 0, Math.sqrt(sum), "norm");
    }

    /** Standard normal variate: mean removed, divided by the sample standard deviation. */
    public static double[] standardNormalVariate(double[] y) {
        Checks.finite(y, 2);
        double mean = 0;
        for (double value : y) {
            mean += value / y.length;
        }
        double sum = 0;
        for (double value : y) {
            sum += (value - mean) * (value - mean);
        }
        return scaled(y, mean, Math.sqrt(sum / (y.length - 1)), "standard deviation");
    }

    private static double[] scaled(double[] y, double offset, double divisor, String what) {
        if (divisor == 0 || !Double.isFinite(divisor)) {
            throw new IllegalArgumentException("Can't normalise: the " + what + " is " + divisor);
        }
        double[] out = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            out[i] = (y[i] - offset) / divisor;
        }
        return out;
    }
}
