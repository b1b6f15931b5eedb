package org.interphase.numerics.fit;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Seeded parametric bootstrap: data are drawn around the fitted curve with the standard deviations the weights state
 * (times the root of the reduced chi-square where these are relative), fitted again from the solution, and the scatter
 * of the parameters is reported.
 *
 * @param samples number of synthetic data sets, at least 2
 * @param seed seed; the same seed gives the same numbers
 */
public record MonteCarlo(int samples, long seed) {

    /** Checks the number. */
    public MonteCarlo {
        if (samples < 2) {
            throw new IllegalArgumentException("At least two samples are needed, got " + samples);
        }
    }

    /**
     * Scatter of the parameters.
     *
     * @param mean mean per parameter
     * @param deviation sample standard deviation per parameter
     * @param values fitted values, {@code values[sample][parameter]}
     * @param failed number of synthetic fits that did not converge and were left out
     */
    public record Outcome(double[] mean, double[] deviation, double[][] values, int failed) {

        /** Central interval of a parameter that holds the given share of samples. */
        public double[] interval(int parameter, double level) {
            double[] sorted = Arrays.stream(values).mapToDouble(v -> v[parameter]).sorted().toArray();
            return new double[] {quantile(sorted, 0.5 - level / 2), quantile(sorted, 0.5 + level / 2)};
        }

        private static double quantile(double[] sorted, double p) {
            double at = p * (sorted.length - 1);
            int i = (int) Math.floor(at);
            int next = Math.min(i + 1, sorted.length - 1);
            return sorted[i] + (at - i) * (sorted[next] - sorted[i]);
        }
    }

    /**
     * Runs the synthetic fits.
     *
     * @throws IllegalStateException if fewer than two of them converge
     */
    public Outcome of(Model model, FitResult fit, FitOptions options) {
        SplittableRandom random = new SplittableRandom(seed);
        Fitter fitter = new Fitter(model, fit.parameters(), options);
        double[] curve = fit.fitted();
        double scale = fit.weights().absolute() ? 1 : Math.sqrt(fit.reducedChiSquare());
        double[] y = new double[curve.length];
        int k = fit.parameters().size();
        double[][] values = new double[samples][];
        int count = 0;
        for (int sample = 0; sample < samples && !options.cancelled().getAsBoolean(); sample++) {
            for (int i = 0; i < y.length; i++) {
                y[i] = curve[i] + scale * fit.weights().sigmaAt(i) * random.nextGaussian();
            }
            if (fitter.solve(y, fit.weights(), fit.values()).converged()) {
                values[count] = new double[k];
                fitter.copyValues(values[count++]);
            }
        }
        if (count < 2) {
            throw new IllegalStateException("Only " + count + " of " + samples + " synthetic fits converged");
        }
        double[][] kept = Arrays.copyOf(values, count);
        double[] mean = new double[k];
        double[] deviation = new double[k];
        for (int j = 0; j < k; j++) {
            for (double[] v : kept) {
                mean[j] += v[j] / count;
            }
            double sum = 0;
            for (double[] v : kept) {
                sum += (v[j] - mean[j]) * (v[j] - mean[j]);
            }
            deviation[j] = Math.sqrt(sum / (count - 1));
        }
        return new Outcome(mean, deviation, kept, samples - count);
    }
}
