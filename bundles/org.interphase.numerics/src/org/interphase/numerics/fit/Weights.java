package org.interphase.numerics.fit;

/**
 * What a residual is divided by. Absolute weights state the true standard deviations, and the covariance of the fit is
 * taken as it is; unit and relative weights do not know the scale of the noise, and the covariance is multiplied by the
 * reduced chi-square.
 */
public final class Weights {

    private static final Weights UNIT = new Weights(null, false);

    private final double[] inverseSigma;
    private final boolean absolute;

    private Weights(double[] inverseSigma, boolean absolute) {
        this.inverseSigma = inverseSigma;
        this.absolute = absolute;
    }

    /** All residuals alike, noise level unknown. */
    public static Weights unit() {
        return UNIT;
    }

    /**
     * Known standard deviations, one per point.
     *
     * @throws IllegalArgumentException naming the first that is not finite and positive
     */
    public static Weights sigma(double[] sigma) {
        return new Weights(invert(sigma, "standard deviation"), true);
    }

    /**
     * Standard deviations known up to a common factor.
     *
     * @throws IllegalArgumentException naming the first that is not finite and positive
     */
    public static Weights relative(double[] sigma) {
        return new Weights(invert(sigma, "relative standard deviation"), false);
    }

    /**
     * Counting statistics: standard deviation {@code sqrt(max(counts, 1))}. The counts must be those the detector gave,
     * not background-subtracted and not divided by a dwell time.
     *
     * @throws IllegalArgumentException naming the first count that is negative or not finite
     */
    public static Weights poisson(double[] counts) {
        return poisson(counts, 1);
    }

    /**
     * Counting statistics of a rate: counts = rate * countsPerUnit (dwell time times number of sweeps), so the standard
     * deviation of the rate is {@code sqrt(max(counts, 1)) / countsPerUnit}.
     */
    public static Weights poisson(double[] rate, double countsPerUnit) {
        if (!(countsPerUnit > 0) || Double.isInfinite(countsPerUnit)) {
            throw new IllegalArgumentException("Counts per unit must be finite and positive, got " + countsPerUnit);
        }
        double[] w = new double[rate.length];
        for (int i = 0; i < w.length; i++) {
            if (!(rate[i] >= 0) || Double.isInfinite(rate[i])) {
                throw new IllegalArgumentException("Poisson weights need counts that are finite and not negative "
                        + "(unsubtracted): point " + i + " is " + rate[i]);
            }
            w[i] = countsPerUnit / Math.sqrt(Math.max(rate[i] * countsPerUnit, 1));
        }
        return new Weights(w, true);
    }

    /**
     * Complex data stacked as real parts, then imaginary parts, each with a standard deviation proportional to the
     * modulus (the usual "modulus weighting" of impedance spectra; scale unknown).
     *
     * @return weights for {@code 2 * re.length} residuals
     */
    public static Weights modulus(double[] re, double[] im) {
        if (re.length != im.length) {
            throw new IllegalArgumentException("Real and imaginary parts differ in length: " + re.length + " and "
                    + im.length);
        }
        double[] sigma = new double[2 * re.length];
        for (int i = 0; i < re.length; i++) {
            sigma[i] = Math.hypot(re[i], im[i]);
            sigma[i + re.length] = sigma[i];
        }
        return relative(sigma);
    }

    /** Whether the standard deviations are absolute. */
    public boolean absolute() {
        return absolute;
    }

    /** Number of points the weights are for, or -1 for unit weights, which fit any number. */
    public int points() {
        return inverseSigma == null ? -1 : inverseSigma.length;
    }

    /** Standard deviation of point {@code i} (1 for unit weights). */
    public double sigmaAt(int i) {
        return inverseSigma == null ? 1 : 1 / inverseSigma[i];
    }

    void copyInverseSigma(double[] target) {
        if (inverseSigma == null) {
            java.util.Arrays.fill(target, 1);
        } else if (inverseSigma.length != target.length) {
            throw new IllegalArgumentException("There are " + inverseSigma.length + " weights for " + target.length
                    + " points");
        } else {
            System.arraycopy(inverseSigma, 0, target, 0, target.length);
        }
    }

    private static double[] invert(double[] sigma, String what) {
        double[] w = new double[sigma.length];
        for (int i = 0; i < w.length; i++) {
            w[i] = 1 / sigma[i];
            if (!(sigma[i] > 0) || Double.isInfinite(sigma[i]) || Double.isInfinite(w[i])) {
                throw new IllegalArgumentException("Each " + what + " must be finite and positive: point " + i
                        + " is " + sigma[i]);
            }
        }
        return w;
    }
}
