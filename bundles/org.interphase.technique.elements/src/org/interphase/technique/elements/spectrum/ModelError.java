package org.interphase.technique.elements.spectrum;

/** How large a relative error of the model must be, beside counting statistics, to account for the residuals. */
final class ModelError {

    /** Beyond this it is no error of a line shape but something left out. */
    private static final double LARGEST = 0.06;

    private ModelError() {
    }

    /**
     * The factor f for which residuals squared over (model + f^2 error) have the mean 1; 0 where counting statistics
     * suffice.
     *
     * @param error square of what the relative error acts on
     */
    static double of(double[] y, double[] model, double[] error) {
        if (sum(y, model, error, 0) <= allowed(y)) {
            return 0;
        }
        double low = 0;
        double high = LARGEST;
        for (int i = 0; i < 50; i++) {
            double mid = 0.5 * (low + high);
            if (sum(y, model, error, mid) > y.length) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return high;
    }

    /** Whether counting statistics and the largest relative error account for the residuals. */
    static boolean suffices(double[] y, double[] model, double[] error) {
        return sum(y, model, error, LARGEST) <= allowed(y);
    }

    /** Statistics alone may well give this much. */
    private static double allowed(double[] y) {
        return y.length + 2 * Math.sqrt(2.0 * y.length);
    }

    private static double sum(double[] y, double[] model, double[] error, double f) {
        double s = 0;
        for (int i = 0; i < y.length; i++) {
            double r = y[i] - model[i];
            s += r * r / (Math.max(model[i], 0.5) + f * f * error[i]);
        }
        return s;
    }
}
