package org.interphase.numerics.fit;

/** Central difference quotients of a vector function; error O(step^2), step chosen to balance it against rounding. */
record CentralDifferences(int points, Model.Values values) implements Model.Jacobian {

    private static final double STEP = Math.cbrt(Math.ulp(1.0));

    @Override
    public void compute(double[] p, double[][] columns) {
        double[] q = p.clone();
        double[] below = new double[points];
        for (int j = 0; j < p.length; j++) {
            double h = STEP * Math.max(Math.abs(p[j]), 1e-8);
            double up = p[j] + h;
            double down = p[j] - h;
            double[] column = columns[j];
            q[j] = down;
            values.compute(q, below);
            q[j] = up;
            values.compute(q, column);
            q[j] = p[j];
            for (int i = 0; i < points; i++) {
                column[i] = (column[i] - below[i]) / (up - down);
            }
        }
    }
}
