package org.interphase.numerics.background;

import org.interphase.numerics.fit.Abscissa;

/**
 * Tougaard background of a measured spectrum: {@code B(E) = integral over E' from E up of K(E' - E) (j(E') - j0) dE'}
 * in kinetic energy, j0 the level at the high-kinetic-energy end (mean over a window), by the trapezoidal rule; j0 is
 * added back. On a binding-energy axis the integral runs from below.
 *
 * @param kernel cross-section
 * @param bindingEnergy whether abscissae are binding energies (else kinetic), in eV
 * @param window points averaged for the end levels
 * @param meetEnd whether B of the kernel is scaled so that the background meets the mean level at the far end of
 *     the window, as analysts usually do
 */
public record Tougaard(TougaardKernel kernel, boolean bindingEnergy, int window, boolean meetEnd) {

    /** Checks the numbers. */
    public Tougaard {
        if (window < 1) {
            throw new IllegalArgumentException("The end window needs at least one point, got " + window);
        }
    }

    /**
     * The background.
     *
     * @throws IllegalArgumentException for bad abscissae, unequal lengths, a value that is not finite, or fewer
     *     points than two windows
     */
    public Baseline of(double[] x, double[] y) {
        Abscissa.require(x);
        Inputs.require(x.length, y, Math.max(2, 2 * window));
        int n = x.length;
        // loss-free side first
        boolean forward = x[1] > x[0] == bindingEnergy;
        double start = mean(y, forward ? 0 : n - window);
        double end = mean(y, forward ? n - window : 0);
        double[] above = new double[n];
        for (int i = 0; i < n; i++) {
            above[i] = y[i] - start;
        }
        double[] b = new double[n];
        new ActiveTougaard(kernel.withB(1), bindingEnergy).on(x).apply(0, above, b);
        double factor = kernel.b();
        if (meetEnd) {
            double reached = mean(b, forward ? n - window : 0);
            if (reached == 0) {
                throw new IllegalArgumentException("The loss integral vanishes at the far end, so it can't be "
                        + "scaled to meet it");
            }
            factor = (end - start) / reached;
        }
        for (int i = 0; i < n; i++) {
            b[i] = start + factor * b[i];
        }
        return new Baseline(b, 0, true);
    }

    private double mean(double[] y, int from) {
        double sum = 0;
        for (int i = from; i < from + window; i++) {
            sum += y[i];
        }
        return sum / window;
    }
}
