package org.interphase.numerics.internal;

/**
 * Solves {@code (W + lambda D^T D) z = W y} with W diagonal and D the second differences: a symmetric, positive
 * definite, pentadiagonal system, by LDL^T started at both ends and met in the middle. The two recurrences are
 * independent of one another, so that the latency of their divisions overlaps.
 */
public final class Pentadiagonal {

    private final int n;
    private final double lambda;
    private final double[] inverse;
    private final double[] lower;
    private final double[] rhs;

    /**
     * A solver for n points, n at least 5.
     *
     * @throws IllegalArgumentException if n is less or lambda is not finite and positive
     */
    public Pentadiagonal(int n, double lambda) {
        if (n < 5) {
            throw new IllegalArgumentException("Penalised smoothing needs at least 5 points, got " + n);
        }
        if (!(lambda > 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException("The penalty must be finite and positive, got " + lambda);
        }
        this.n = n;
        this.lambda = lambda;
        inverse = new double[n];
        lower = new double[n];
        rhs = new double[n];
    }

    /** Main diagonal of D^T D. */
    private double main(int i) {
        int edge = Math.min(i, n - 1 - i);
        return edge == 0 ? 1 : edge == 1 ? 5 : 6;
    }

    /**
     * Solves into {@code z}.
     *
     * @param w weights, not negative, at least two of them positive
     * @param y data
     */
    public void solve(double[] w, double[] y, double[] z) {
        double c = lambda;
        double b = -4 * lambda;
        double[] r = inverse;
        double[] u = lower;
        double[] g = rhs;
        int k = (n - 2) / 2;
        // rows 0 and 1, and their mirror images, differ from the interior
        int m = n - 1;
        u[0] = -2 * lambda;
        r[0] = 1 / (w[0] + lambda);
        g[0] = w[0] * y[0];
        u[m] = -2 * lambda;
        r[m] = 1 / (w[m] + lambda);
        g[m] = w[m] * y[m];
        double u1 = u[0];
        double r1 = r[0];
        double g1 = g[0];
        double r2 = 0;
        double g2 = 0;
        double v1 = u[m];
        double s1 = r[m];
        double h1 = g[m];
        double s2 = 0;
        double h2 = 0;
        double six = 5 * lambda;
        double cc = c * c;
        int top = k;
        int bottom = n - 2 - k;
        int steps = Math.min(top, bottom);
        for (int i = 1; i < steps; i++) {
            int j = m - i;
            double a = w[i] + six - cc * r2;
            double d = w[j] + six - cc * s2;
            double gi = w[i] * y[i] - c * r2 * g2;
            double hj = w[j] * y[j] - c * s2 * h2;
            double ur = u1 * r1;
            double vs = v1 * s1;
            double ri = 1 / (a - u1 * ur);
            double sj = 1 / (d - v1 * vs);
            double ui = b - c * ur;
            double vj = b - c * vs;
            gi -= ur * g1;
            hj -= vs * h1;
            r[i] = ri;
            r[j] = sj;
            u[i] = ui;
            u[j] = vj;
            g[i] = gi;
            g[j] = hj;
            r2 = r1;
            g2 = g1;
            r1 = ri;
            u1 = ui;
            g1 = gi;
            s2 = s1;
            h2 = h1;
            s1 = sj;
            v1 = vj;
            h1 = hj;
            six = 6 * lambda;
        }
        middle(w, y, z, steps);
        backward(z, steps);
    }

    /** Solves the rows between the two fronts: 2 of them for even n, 3 for odd n. */
    private void middle(double[] w, double[] y, double[] z, int steps) {
        int count = n - 2 * steps;
        double[][] a = new double[count][count + 1];
        for (int p = 0; p < count; p++) {
            int i = steps + p;
            a[p][p] = w[i] + lambda * main(i);
            a[p][count] = w[i] * y[i];
            for (int q = p + 1; q < count; q++) {
                a[p][q] = coupling(i, steps + q);
                a[q][p] = a[p][q];
            }
        }
        eliminateFront(a, count, steps - 1, steps - 2, 0, 1);
        eliminateFront(a, count, n - steps, n - steps + 1, count - 1, count - 2);
        for (int p = 0; p < count; p++) {
            for (int q = p + 1; q < count; q++) {
                double factor = a[q][p] / a[p][p];
                for (int s = p; s <= count; s++) {
                    a[q][s] -= factor * a[p][s];
                }
            }
        }
        for (int p = count - 1; p >= 0; p--) {
            double sum = a[p][count];
            for (int q = p + 1; q < count; q++) {
                sum -= a[p][q] * z[steps + q];
            }
            z[steps + p] = sum / a[p][p];
        }
    }

    /** What the last two eliminated rows of one side (near, far) leave in the first two rows of the middle. */
    private void eliminateFront(double[][] a, int count, int near, int far, int first, int second) {
        double c = lambda;
        double un = lower[near];
        double rn = inverse[near];
        boolean two = far >= 0 && far < n; // with five points there is only one row on each side
        a[first][first] -= un * un * rn + (two ? c * c * inverse[far] : 0);
        a[first][count] -= un * rn * rhs[near] + (two ? c * inverse[far] * rhs[far] : 0);
        a[second][second] -= c * c * rn;
        a[second][count] -= c * rn * rhs[near];
        a[first][second] -= un * c * rn;
        a[second][first] = a[first][second];
    }

    private double coupling(int i, int j) {
        int distance = Math.abs(i - j);
        if (distance == 2) {
            return lambda;
        }
        return distance == 1 ? (Math.min(i, n - 1 - j) == 0 ? -2 : -4) * lambda : 0;
    }

    private void backward(double[] z, int steps) {
        double c = lambda;
        double[] r = inverse;
        double[] u = lower;
        double[] g = rhs;
        double z1 = z[steps];
        double z2 = z[steps + 1];
        int m = n - 1;
        double y1 = z[m - steps];
        double y2 = z[m - steps - 1];
        for (int i = steps - 1; i >= 0; i--) {
            int j = m - i;
            double zi = r[i] * (g[i] - c * z2) - r[i] * u[i] * z1;
            double yj = r[j] * (g[j] - c * y2) - r[j] * u[j] * y1;
            z[i] = zi;
            z[j] = yj;
            z2 = z1;
            z1 = zi;
            y2 = y1;
            y1 = yj;
        }
    }
}
