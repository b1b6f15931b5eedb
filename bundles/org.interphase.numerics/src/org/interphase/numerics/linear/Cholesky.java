package org.interphase.numerics.linear;

/** Cholesky factor of a small positive definite matrix in a flat array, in place and without allocating. */
public final class Cholesky {

    private Cholesky() {
    }

    /**
     * Factor L of the leading n by n part, A = L L'; only the lower triangle is read and written.
     *
     * @param stride length of a row in {@code a}
     * @return false if the matrix is not positive definite
     */
    public static boolean factor(double[] a, int n, int stride) {
        for (int j = 0; j < n; j++) {
            double d = a[j * stride + j];
            for (int k = 0; k < j; k++) {
                double l = a[j * stride + k];
                d = Math.fma(-l, l, d);
            }
            if (!(d > 0)) {
                return false;
            }
            double root = Math.sqrt(d);
            double inverse = 1 / root;
            a[j * stride + j] = root;
            for (int i = j + 1; i < n; i++) {
                double s = a[i * stride + j];
                for (int k = 0; k < j; k++) {
                    s = Math.fma(-a[i * stride + k], a[j * stride + k], s);
                }
                a[i * stride + j] = s * inverse;
            }
        }
        return true;
    }

    /** Solves {@code L L' x = b} with the factor from {@link #factor}; {@code x} holds b before, the solution after. */
    public static void solve(double[] l, int n, int stride, double[] x) {
        for (int i = 0; i < n; i++) {
            double s = x[i];
            for (int k = 0; k < i; k++) {
                s = Math.fma(-l[i * stride + k], x[k], s);
            }
            x[i] = s / l[i * stride + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double s = x[i];
            for (int k = i + 1; k < n; k++) {
                s = Math.fma(-l[k * stride + i], x[k], s);
            }
            x[i] = s / l[i * stride + i];
        }
    }
}
