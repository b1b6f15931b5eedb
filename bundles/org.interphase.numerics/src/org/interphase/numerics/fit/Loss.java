package org.interphase.numerics.fit;

/**
 * Robust loss: the sum of {@code scale^2 * rho((r/scale)^2)} over weighted residuals r is minimised. Definitions as in
 * Triggs et al., "Bundle adjustment - a modern synthesis" (2000), and in scipy.optimize.least_squares.
 */
public enum Loss {
    /** rho(z) = z: ordinary least squares. */
    LINEAR {
        @Override
        double rho(double z) {
            return z;
        }

        @Override
        double slope(double z) {
            return 1;
        }
    },
    /** rho(z) = 2 (sqrt(1 + z) - 1): smooth absolute value. */
    SOFT_L1 {
        @Override
        double rho(double z) {
            return 2 * z / (Math.sqrt(1 + z) + 1);
        }

        @Override
        double slope(double z) {
            return 1 / Math.sqrt(1 + z);
        }
    },
    /** rho(z) = z for z at most 1, else 2 sqrt(z) - 1. */
    HUBER {
        @Override
        double rho(double z) {
            return z <= 1 ? z : 2 * Math.sqrt(z) - 1;
        }

        @Override
        double slope(double z) {
            return z <= 1 ? 1 : 1 / Math.sqrt(z);
        }
    };

    abstract double rho(double z);

    abstract double slope(double z);
}
