package org.interphase.technique.elements.spectrum;

/** How large a relative error of the model must be, beside counting statistics, to account for the residuals. */
final class ModelError {

    /** Beyond this it is no error of a line shape but something left out. */
    private static final double LARGEST = 0.06;
    /** Standard deviations that statistics alone may well give: all channels, and the few of one family. */
    private static final double ALL = 2;
    private static final double FEW = 4;

    private final double[] y;
    private final double[] model;
    private final double[] statistics;
    private final double[] error;

    /**
     * @param statistics variance by counting
     * @param error square of what the relative error acts on
     */
    ModelError(double[] y, double[] model, double[] statistics, double[] error) {
        this.y = y;
        this.model = model;
        this.statistics = statistics;
        this.error = error;
    }

    /**
     * The factor f for which residuals squared over (statistics + f^2 error) have the mean 1; 0 where counting
     * statistics suffice.
     */
    double factor() {
        if (sum(null, 0) <= allowed(y.length, ALL)) {
            return 0;
        }
        double low = 0;
        double high = LARGEST;
        for (int i = 0; i < 50; i++) {
            double mid = 0.5 * (low + high);
            if (sum(null, mid) > y.length) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return high;
    }

    /** Whether counting statistics and the largest relative error account for all residuals. */
    boolean suffices() {
        return sum(null, LARGEST) <= allowed(y.length, ALL);
    }

    /** Whether they account for those of some channels. */
    boolean suffices(boolean[] channels) {
        int n = 0;
        for (boolean c : channels) {
            n += c ? 1 : 0;
        }
        return sum(channels, LARGEST) <= allowed(n, FEW);
    }

    private static double allowed(int n, double deviations) {
        return n + deviations * Math.sqrt(2.0 * n);
    }

    private double sum(boolean[] channels, double f) {
        double s = 0;
        for (int i = 0; i < y.length; i++) {
            if (channels == null || channels[i]) {
                double r = y[i] - model[i];
                s += r * r / (statistics[i] + f * f * error[i]);
            }
        }
        return s;
    }
}
