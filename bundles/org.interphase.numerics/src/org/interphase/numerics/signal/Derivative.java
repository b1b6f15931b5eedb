package org.interphase.numerics.signal;

import org.interphase.numerics.fit.Abscissa;
import org.interphase.numerics.internal.Checks;

/** Numerical derivative on any strictly monotonic grid; for noisy data prefer {@link SavitzkyGolay}. */
public final class Derivative {

    private Derivative() {
    }

    /**
     * First derivative: slope of the parabola through each point and its neighbours (of the outermost three points at
     * the ends); exact for parabolas.
     *
     * @throws IllegalArgumentException for bad abscissae, unequal lengths, fewer than 3 points or a value that is
     *     not finite
     */
    public static double[] first(double[] x, double[] y) {
        Abscissa.require(x);
        Checks.sameLength(x, y);
        Checks.finite(y, 3);
        int n = x.length;
        double[] d = new double[n];
        for (int i = 0; i < n; i++) {
            int k = Math.max(1, Math.min(n - 2, i));
            double h = x[k] - x[k - 1];
            double g = x[k + 1] - x[k];
            double before = (y[k] - y[k - 1]) / h;
            double after = (y[k + 1] - y[k]) / g;
            double curvature = (after - before) / (h + g);
            double middle = (before * g + after * h) / (h + g);
            d[i] = middle + 2 * curvature * (x[i] - x[k]);
        }
        return d;
    }
}
