package org.interphase.numerics.stats;

/**
 * Mean of values with standard uncertainties, weighted by one over their squares.
 *
 * @param value weighted mean
 * @param uncertainty standard uncertainty from the given ones
 * @param scatter the same enlarged by the Birge ratio (root of the reduced chi-square) where that exceeds one
 * @param chiSquare sum of squared deviations over squared uncertainties
 * @param count number of values
 */
public record WeightedMean(double value, double uncertainty, double scatter, double chiSquare, int count) {

    /**
     * Computes the mean.
     *
     * @throws IllegalArgumentException for no values, unequal lengths, or (naming the first) a value that is not
     *     finite or an uncertainty that is not positive
     */
    public static WeightedMean of(double[] values, double[] uncertainties) {
        if (values.length == 0 || values.length != uncertainties.length) {
            throw new IllegalArgumentException("A mean needs as many uncertainties as values and at least one, got "
                    + values.length + " and " + uncertainties.length);
        }
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i]) || !(uncertainties[i] > 0) || Double.isInfinite(uncertainties[i])) {
                throw new IllegalArgumentException("Value " + i + " is unusable: " + values[i] + " +- "
                        + uncertainties[i]);
            }
            double w = 1 / (uncertainties[i] * uncertainties[i]);
            sum += w * values[i];
            weights += w;
        }
        double mean = sum / weights;
        double chi = 0;
        for (int i = 0; i < values.length; i++) {
            double t = (values[i] - mean) / uncertainties[i];
            chi += t * t;
        }
        double sigma = 1 / Math.sqrt(weights);
        double birge = values.length > 1 ? Math.sqrt(chi / (values.length - 1)) : 1;
        return new WeightedMean(mean, sigma, sigma * Math.max(1, birge), chi, values.length);
    }
}
