package org.interphase.numerics.shape;

/** Gauss-Legendre nodes by Newton's iteration on the Legendre polynomial. */
final class Quadrature {

    final double[] nodes;
    final double[] weights;

    /** Rule with n nodes on [-1, 1]. */
    Quadrature(int n) {
        nodes = new double[n];
        weights = new double[n];
        for (int i = 0; i < n; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
            double slope = 1;
            for (int step = 0; step < 100; step++) {
                double p = 1;
                double before = 0;
                for (int k = 0; k < n; k++) {
                    double next = ((2 * k + 1) * x * p - k * before) / (k + 1);
                    before = p;
                    p = next;
                }
                slope = n * (x * p - before) / (x * x - 1);
                double change = p / slope;
                x -= change;
                if (Math.abs(change) < 1e-16) {
                    break;
                }
            }
            nodes[i] = x;
            weights[i] = 2 / ((1 - x * x) * slope * slope);
        }
    }
}
