package org.interphase.numerics.linear;

/** Householder reflections on columns: least squares without squaring the condition number. */
public final class Householder {

    /** A column this small beside the largest, after those before it are taken out, depends on them. */
    private static final double DEPENDENT = 1e-14;

    private Householder() {
    }

    /**
     * Solves min |A x - y|.
     *
     * @param columns columns of A, each as long as y; overwritten
     * @param y right-hand side; overwritten
     * @return x; a component whose column is linearly dependent on earlier ones is 0
     */
    public static double[] solve(double[][] columns, double[] y) {
        triangularise(columns, y, columns.length, y.length, DEPENDENT);
        double[] x = new double[columns.length];
        for (int k = Math.min(x.length, y.length) - 1; k >= 0; k--) {
            if (columns[k][k] != 0) {
                double s = y[k];
                for (int j = k + 1; j < x.length; j++) {
                    s -= columns[j][k] * x[j];
                }
                x[k] = s / columns[k][k];
            }
        }
        return x;
    }

    /**
     * Reduces columns to an upper triangle in place and applies the same reflections to a right-hand side. What is left
     * below the diagonal of a column is not zero but of no meaning.
     *
     * @param c columns; the first {@code k} take part
     * @param b right-hand side
     * @param length rows that take part
     * @param dependent relative norm up to which a column is not reflected and its diagonal set to 0
     */
    public static void triangularise(double[][] c, double[] b, int k, int length, double dependent) {
        double largest = 0;
        for (int j = 0; j < Math.min(k, length); j++) {
            double[] v = c[j];
            double sum = 0;
            for (int i = j; i < length; i++) {
                sum += v[i] * v[i];
            }
            double alpha = Math.sqrt(sum);
            largest = Math.max(largest, alpha);
            if (alpha <= dependent * largest) {
                v[j] = 0;
                continue;
            }
            if (v[j] > 0) {
                alpha = -alpha;
            }
            double head = v[j] - alpha;
            double beta = -alpha * head;
            v[j] = head;
            for (int q = j + 1; q < k; q++) {
                reflect(v, c[q], j, length, beta);
            }
            reflect(v, b, j, length, beta);
            v[j] = alpha;
        }
    }

    private static void reflect(double[] v, double[] target, int from, int length, double beta) {
        double dot = 0;
        for (int i = from; i < length; i++) {
            dot += v[i] * target[i];
        }
        double factor = dot / beta;
        for (int i = from; i < length; i++) {
            target[i] -= factor * v[i];
        }
    }
}
