package org.interphase.testkit.example;

import java.util.Random;

/** Seeded noise. */
final class SeededNoise {

    private final Random random;

    SeededNoise(long seed) {
        random = new Random(seed);
    }

    /** A normal deviate of mean 0 and standard deviation 1. */
    double normal() {
        return random.nextGaussian();
    }

    /** A uniform deviate between two ends. */
    double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** A Poisson deviate: by multiplication below 30, else the rounded normal approximation. */
    double poisson(double mean) {
        if (mean <= 0) {
            return 0;
        }
        if (mean > 30) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int n = 0;
        while (product > limit) {
            product *= random.nextDouble();
            n++;
        }
        return n;
    }
}
