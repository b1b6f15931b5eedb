package org.interphase.testkit.synthetic;

import java.util.SplittableRandom;

/** Seeded counting statistics. */
public final class Poisson {

    private static final double SMALL = 10;

    private final SplittableRandom random;

    /** Counts that are the same for the same seed. */
    public Poisson(long seed) {
        random = new SplittableRandom(seed);
    }

    /**
     * A count of this expectation. Small ones by multiplying uniform numbers (D. E. Knuth, The Art of Computer
     * Programming, vol. 2, 3.4.1), large ones by transformed rejection (W. Hoermann, "The transformed rejection method
     * for generating Poisson random variables", Insurance: Mathematics and Economics 12 (1993) 39, algorithm PTRS).
     */
    public long next(double mean) {
        if (!(mean >= 0) || Double.isInfinite(mean)) {
            throw new IllegalArgumentException("no count has the expectation " + mean);
        }
        return mean < SMALL ? multiply(mean) : reject(mean);
    }

    /** Counts of these expectations. */
    public double[] next(double[] means) {
        double[] out = new double[means.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = next(means[i]);
        }
        return out;
    }

    private long multiply(double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        long n = 0;
        while (product > limit) {
            product *= random.nextDouble();
            n++;
        }
        return n;
    }

    private long reject(double mean) {
        double b = 0.931 + 2.53 * Math.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        double vr = 0.9277 - 3.6224 / (b - 2);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextDouble();
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= vr) {
                return (long) k;
            }
            if (k < 0 || us < 0.013 && v > us) {
                continue;
            }
            if (Math.log(v) + Math.log(inverseAlpha) - Math.log(a / (us * us) + b)
                    <= -mean + k * Math.log(mean) - logFactorial(k)) {
                return (long) k;
            }
        }
    }

    /** ln k! by Stirling's series, shifted to arguments where four terms give twelve digits. */
    static double logFactorial(double k) {
        double shift = 0;
        int steps = Math.max(0, (int) Math.ceil(9 - k));
        for (int i = 1; i <= steps; i++) {
            shift += Math.log(k + i);
        }
        double x = k + 1 + steps;
        double r = 1 / (x * x);
        return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI)
                + (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r / 1680))) / x - shift;
    }
}
