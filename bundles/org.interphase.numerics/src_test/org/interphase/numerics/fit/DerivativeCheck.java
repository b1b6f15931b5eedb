package org.interphase.numerics.fit;

/** Compares analytic columns with difference quotients. */
public final class DerivativeCheck {

    private DerivativeCheck() {
    }

    /** Fails where a column differs by more than {@code tolerance} times its largest entry. */
    public static void check(SumModel model, double tolerance, double... p) {
        int n = model.points();
        double[] f = new double[n];
        double[][] analytic = new double[p.length][n];
        double[][] numeric = new double[p.length][n];
        Evaluator evaluator = model.evaluator();
        evaluator.values(p, f);
        evaluator.jacobian(p, analytic);
        Evaluator other = model.evaluator();
        for (int j = 0; j < p.length; j++) {
            fivePoint(other, p, j, numeric[j]);
        }
        for (int j = 0; j < p.length; j++) {
            double largest = 1e-12;
            for (int i = 0; i < n; i++) {
                largest = Math.max(largest, Math.abs(numeric[j][i]));
            }
            for (int i = 0; i < n; i++) {
                if (!(Math.abs(numeric[j][i] - analytic[j][i]) <= tolerance * largest)) {
                    throw new AssertionError("column " + model.defaults().get(j).name() + " at point " + i + ": "
                            + analytic[j][i] + ", by differences " + numeric[j][i]);
                }
            }
        }
    }

    /** Five-point stencil, error O(h^4). */
    private static void fivePoint(Evaluator evaluator, double[] p, int j, double[] column) {
        int n = column.length;
        double h = 1e-3;
        double[] offsets = {-2, -1, 1, 2};
        double[] factors = {1, -8, 8, -1};
        double[] f = new double[n];
        for (int k = 0; k < 4; k++) {
            double[] q = p.clone();
            q[j] += offsets[k] * h;
            evaluator.values(q, f);
            for (int i = 0; i < n; i++) {
                column[i] += factors[k] * f[i] / (12 * h);
            }
        }
    }
}
