package org.interphase.technique.electrochemistry.leastsquares;

/** Dense normal equations of small problems, on columns, four by four (see docs on numerics: this dominates a fit). */
public final class NormalEquations {

    private NormalEquations() {
    }

    /**
     * Inner products of columns: {@code out[i * stride + j] = sum over rows of c[i] c[j]} for i, j below {@code count};
     * both triangles are written.
     *
     * @param c columns of equal length; {@code count} rounded up to a multiple of four must exist (pad with zeros)
     */
    public static void gram(double[][] c, int count, int rows, double[] out, int stride) {
        for (int i = 0; i < count; i += 4) {
            for (int j = i; j < count; j += 4) {
                block(c, i, j, rows, out, stride, count);
            }
        }
        for (int i = 1; i < count; i++) {
            for (int j = 0; j < i; j++) {
                out[i * stride + j] = out[j * stride + i];
            }
        }
    }

    private static void block(double[][] c, int i, int j, int rows, double[] out, int stride, int count) {
        double[] a0 = c[i];
        double[] a1 = c[i + 1];
        double[] a2 = c[i + 2];
        double[] a3 = c[i + 3];
        double[] b0 = c[j];
        double[] b1 = c[j + 1];
        double[] b2 = c[j + 2];
        double[] b3 = c[j + 3];
        double s00 = 0;
        double s01 = 0;
        double s02 = 0;
        double s03 = 0;
        double s10 = 0;
        double s11 = 0;
        double s12 = 0;
        double s13 = 0;
        double s20 = 0;
        double s21 = 0;
        double s22 = 0;
        double s23 = 0;
        double s30 = 0;
        double s31 = 0;
        double s32 = 0;
        double s33 = 0;
        for (int k = 0; k < rows; k++) {
            double x0 = a0[k];
            double x1 = a1[k];
            double x2 = a2[k];
            double x3 = a3[k];
            double y = b0[k];
            s00 = Math.fma(x0, y, s00);
            s10 = Math.fma(x1, y, s10);
            s20 = Math.fma(x2, y, s20);
            s30 = Math.fma(x3, y, s30);
            y = b1[k];
            s01 = Math.fma(x0, y, s01);
            s11 = Math.fma(x1, y, s11);
            s21 = Math.fma(x2, y, s21);
            s31 = Math.fma(x3, y, s31);
            y = b2[k];
            s02 = Math.fma(x0, y, s02);
            s12 = Math.fma(x1, y, s12);
            s22 = Math.fma(x2, y, s22);
            s32 = Math.fma(x3, y, s32);
            y = b3[k];
            s03 = Math.fma(x0, y, s03);
            s13 = Math.fma(x1, y, s13);
            s23 = Math.fma(x2, y, s23);
            s33 = Math.fma(x3, y, s33);
        }
        put(out, stride, count, i, j, s00, s01, s02, s03);
        put(out, stride, count, i + 1, j, s10, s11, s12, s13);
        put(out, stride, count, i + 2, j, s20, s21, s22, s23);
        put(out, stride, count, i + 3, j, s30, s31, s32, s33);
    }

    private static void put(double[] out, int stride, int count, int i, int j, double a, double b, double c,
            double d) {
        if (i >= count) {
            return;
        }
        int at = i * stride + j;
        out[at] = a;
        if (j + 1 < count) {
            out[at + 1] = b;
        }
        if (j + 2 < count) {
            out[at + 2] = c;
        }
        if (j + 3 < count) {
            out[at + 3] = d;
        }
    }

    /**
     * Cholesky factor of the leading n by n part in place (lower triangle).
     *
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

    /** Solves with the factor from {@link #factor}, in place. */
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
