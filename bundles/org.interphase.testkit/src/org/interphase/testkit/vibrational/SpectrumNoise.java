package org.interphase.testkit.vibrational;

import java.util.SplittableRandom;

/** Noise of a simulated spectrum. */
final class SpectrumNoise {

    private SpectrumNoise() {
    }

    /** Adds independent normal noise, or such that hangs together over about three points. */
    static void add(double[] y, double sigma, boolean correlated, SplittableRandom random) {
        double before = random.nextGaussian();
        double here = random.nextGaussian();
        for (int i = 0; i < y.length; i++) {
            double next = random.nextGaussian();
            // weights 1, 2, 1 over the root of the sum of their squares
            y[i] += sigma * (correlated ? (before + 2 * here + next) / Math.sqrt(6) : here);
            before = here;
            here = next;
        }
    }

    /** Adds spikes one or two points wide, as cosmic rays leave them. */
    static void spikes(double[] y, int count, double height, SplittableRandom random) {
        for (int s = 0; s < count; s++) {
            int at = random.nextInt(3, y.length - 3);
            y[at] += height * (0.5 + random.nextDouble());
            if (random.nextBoolean()) {
                y[at + 1] += 0.4 * height;
            }
        }
    }
}
