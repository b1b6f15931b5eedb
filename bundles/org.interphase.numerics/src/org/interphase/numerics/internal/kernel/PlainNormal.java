package org.interphase.numerics.internal.kernel;

import java.util.Arrays;

/**
 * Normal equations in plain Java. A dot product alone is bound by the latency of its additions; blocks of 4 x 4 columns
 * keep 16 independent sums in registers and load each entry once for four products.
 */
final class PlainNormal {

    /** Points per pass: some 14 columns of this length fit into 32 kB of first-level cache. */
    private static final int LARGEST_PART = 256;

    private PlainNormal() {
    }

    static void compute(double[][] c, int m, double[] r, int n, double[] a, double[] g) {
        Arrays.fill(a, 0, m * m, 0);
        Arrays.fill(g, 0, m, 0);
        int parts = (n + LARGEST_PART - 1) / LARGEST_PART;
        for (int part = 0; part < parts; part++) {
            add(c, m, r, (int) ((long) n * part / parts), (int) ((long) n * (part + 1) / parts), a, g);
        }
    }

    /** Adds the sums over points {@code from} to {@code n}. */
    private static void add(double[][] c, int m, double[] r, int from, int n, double[] a, double[] g) {
        int j = 0;
        for (; j + 4 <= m; j += 4) {
            for (int k = 0; k < j; k += 4) {
                block4(c[j], c[j + 1], c[j + 2], c[j + 3], c[k], c[k + 1], c[k + 2], c[k + 3], from, n, a, j * m + k,
                        m);
            }
            diagonal4(c[j], c[j + 1], c[j + 2], c[j + 3], r, from, n, a, j * m + j, m, g, j);
        }
        if (j + 2 <= m) {
            for (int k = 0; k < j; k += 4) {
                block2(c[j], c[j + 1], c[k], c[k + 1], c[k + 2], c[k + 3], from, n, a, j * m + k, m);
            }
            diagonal2(c[j], c[j + 1], r, from, n, a, j * m + j, m, g, j);
            j += 2;
        }
        if (j < m) {
            last(c, j, r, from, n, a, m, g);
        }
    }

    private static void block4(double[] x0, double[] x1, double[] x2, double[] x3, double[] y0, double[] y1,
            double[] y2,
            double[] y3, int from, int n, double[] a, int at, int m) {
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
        for (int i = from; i < n; i++) {
            double p0 = x0[i];
            double p1 = x1[i];
            double p2 = x2[i];
            double p3 = x3[i];
            double q0 = y0[i];
            double q1 = y1[i];
            double q2 = y2[i];
            double q3 = y3[i];
            s00 = Math.fma(p0, q0, s00);
            s01 = Math.fma(p0, q1, s01);
            s02 = Math.fma(p0, q2, s02);
            s03 = Math.fma(p0, q3, s03);
            s10 = Math.fma(p1, q0, s10);
            s11 = Math.fma(p1, q1, s11);
            s12 = Math.fma(p1, q2, s12);
            s13 = Math.fma(p1, q3, s13);
            s20 = Math.fma(p2, q0, s20);
            s21 = Math.fma(p2, q1, s21);
            s22 = Math.fma(p2, q2, s22);
            s23 = Math.fma(p2, q3, s23);
            s30 = Math.fma(p3, q0, s30);
            s31 = Math.fma(p3, q1, s31);
            s32 = Math.fma(p3, q2, s32);
            s33 = Math.fma(p3, q3, s33);
        }
        store4(a, at, s00, s01, s02, s03);
        store4(a, at + m, s10, s11, s12, s13);
        store4(a, at + 2 * m, s20, s21, s22, s23);
        store4(a, at + 3 * m, s30, s31, s32, s33);
    }

    private static void store4(double[] a, int at, double s0, double s1, double s2, double s3) {
        a[at] += s0;
        a[at + 1] += s1;
        a[at + 2] += s2;
        a[at + 3] += s3;
    }

    private static void diagonal4(double[] x0, double[] x1, double[] x2, double[] x3, double[] r, int from, int n,
            double[] a,
            int at, int m, double[] g, int j) {
        double s00 = 0;
        double s10 = 0;
        double s11 = 0;
        double s20 = 0;
        double s21 = 0;
        double s22 = 0;
        double s30 = 0;
        double s31 = 0;
        double s32 = 0;
        double s33 = 0;
        double g0 = 0;
        double g1 = 0;
        double g2 = 0;
        double g3 = 0;
        for (int i = from; i < n; i++) {
            double p0 = x0[i];
            double p1 = x1[i];
            double p2 = x2[i];
            double p3 = x3[i];
            double d = r[i];
            s00 = Math.fma(p0, p0, s00);
            s10 = Math.fma(p1, p0, s10);
            s11 = Math.fma(p1, p1, s11);
            s20 = Math.fma(p2, p0, s20);
            s21 = Math.fma(p2, p1, s21);
            s22 = Math.fma(p2, p2, s22);
            s30 = Math.fma(p3, p0, s30);
            s31 = Math.fma(p3, p1, s31);
            s32 = Math.fma(p3, p2, s32);
            s33 = Math.fma(p3, p3, s33);
            g0 = Math.fma(p0, d, g0);
            g1 = Math.fma(p1, d, g1);
            g2 = Math.fma(p2, d, g2);
            g3 = Math.fma(p3, d, g3);
        }
        a[at] += s00;
        a[at + m] += s10;
        a[at + m + 1] += s11;
        a[at + 2 * m] += s20;
        a[at + 2 * m + 1] += s21;
        a[at + 2 * m + 2] += s22;
        store4(a, at + 3 * m, s30, s31, s32, s33);
        store4(g, j, g0, g1, g2, g3);
    }

    private static void block2(double[] x0, double[] x1, double[] y0, double[] y1, double[] y2, double[] y3, int from,
            int n,
            double[] a, int at, int m) {
        double s00 = 0;
        double s01 = 0;
        double s02 = 0;
        double s03 = 0;
        double s10 = 0;
        double s11 = 0;
        double s12 = 0;
        double s13 = 0;
        for (int i = from; i < n; i++) {
            double p0 = x0[i];
            double p1 = x1[i];
            double q0 = y0[i];
            double q1 = y1[i];
            double q2 = y2[i];
            double q3 = y3[i];
            s00 = Math.fma(p0, q0, s00);
            s01 = Math.fma(p0, q1, s01);
            s02 = Math.fma(p0, q2, s02);
            s03 = Math.fma(p0, q3, s03);
            s10 = Math.fma(p1, q0, s10);
            s11 = Math.fma(p1, q1, s11);
            s12 = Math.fma(p1, q2, s12);
            s13 = Math.fma(p1, q3, s13);
        }
        store4(a, at, s00, s01, s02, s03);
        store4(a, at + m, s10, s11, s12, s13);
    }

    private static void diagonal2(double[] x0, double[] x1, double[] r, int from, int n, double[] a, int at, int m,
            double[] g,
            int j) {
        double s00 = 0;
        double s10 = 0;
        double s11 = 0;
        double g0 = 0;
        double g1 = 0;
        for (int i = from; i < n; i++) {
            double p0 = x0[i];
            double p1 = x1[i];
            double d = r[i];
            s00 = Math.fma(p0, p0, s00);
            s10 = Math.fma(p1, p0, s10);
            s11 = Math.fma(p1, p1, s11);
            g0 = Math.fma(p0, d, g0);
            g1 = Math.fma(p1, d, g1);
        }
        a[at] += s00;
        a[at + m] += s10;
        a[at + m + 1] += s11;
        g[j] += g0;
        g[j + 1] += g1;
    }

    /** An odd column left over: four products at a time. */
    private static void last(double[][] c, int j, double[] r, int from, int n, double[] a, int m, double[] g) {
        double[] x = c[j];
        int k = 0;
        for (; k + 4 <= j; k += 4) {
            row4(x, c[k], c[k + 1], c[k + 2], c[k + 3], from, n, a, j * m + k);
        }
        for (; k <= j; k++) {
            a[j * m + k] += dot(x, c[k], from, n);
        }
        g[j] += dot(x, r, from, n);
    }

    private static void row4(double[] x, double[] y0, double[] y1, double[] y2, double[] y3, int from, int n,
            double[] a, int at) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int i = from; i < n; i++) {
            double p = x[i];
            s0 = Math.fma(p, y0[i], s0);
            s1 = Math.fma(p, y1[i], s1);
            s2 = Math.fma(p, y2[i], s2);
            s3 = Math.fma(p, y3[i], s3);
        }
        store4(a, at, s0, s1, s2, s3);
    }

    /** Four interleaved sums, so that additions overlap. */
    static double dot(double[] x, double[] y, int from, int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (; i + 4 <= n; i += 4) {
            s0 = Math.fma(x[i], y[i], s0);
            s1 = Math.fma(x[i + 1], y[i + 1], s1);
            s2 = Math.fma(x[i + 2], y[i + 2], s2);
            s3 = Math.fma(x[i + 3], y[i + 3], s3);
        }
        for (; i < n; i++) {
            s0 = Math.fma(x[i], y[i], s0);
        }
        return s0 + s1 + (s2 + s3);
    }
}
