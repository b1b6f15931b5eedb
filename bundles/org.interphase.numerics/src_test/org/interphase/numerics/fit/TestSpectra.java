package org.interphase.numerics.fit;

import java.util.SplittableRandom;
import org.interphase.numerics.background.PolynomialBackground;
import org.interphase.numerics.shape.PseudoVoigt;

/** Seeded spectra with known answers. */
public final class TestSpectra {

    private TestSpectra() {
    }

    /** {@code n} equally spaced abscissae, ends included. */
    public static double[] grid(double from, double to, int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = from + (to - from) * i / (n - 1);
        }
        return x;
    }

    /** F 1s like: three pseudo-Voigts and a line over 401 points, 14 parameters. */
    public static SumModel f1s(double[] x) {
        return SumModel.on(x).add("a", new PseudoVoigt()).add("b", new PseudoVoigt()).add("c", new PseudoVoigt())
                .add("bg", PolynomialBackground.over(x, 1)).build();
    }

    /** Truth for {@link #f1s}. */
    public static double[] f1sTruth() {
        return new double[] {685.3, 2500, 1.6, 0.3, 687.6, 6000, 1.8, 0.3, 690.2, 3000, 2.0, 0.3, 1200, 150};
    }

    /**
     * Poisson deviates of the given means; exact inversion for small, rounded normal (mean above 500) for large ones.
     */
    public static double[] poisson(double[] mean, SplittableRandom random) {
        double[] y = new double[mean.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = mean[i] > 500 ? Math.rint(mean[i] + Math.sqrt(mean[i]) * random.nextGaussian()) : small(mean[i],
                    random);
        }
        return y;
    }

    private static double small(double mean, SplittableRandom random) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
