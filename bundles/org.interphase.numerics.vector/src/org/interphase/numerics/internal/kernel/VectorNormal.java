package org.interphase.numerics.internal.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Normal equations in the Vector API: blocks of 4 x 4 columns with 16 vector sums. Written out, because a helper that
 * returned a vector might not be inlined and would then cost a factor of three.
 */
final class VectorNormal {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private VectorNormal() {
    }

    static void compute(double[][] c, int m, double[] r, int n, double[] a, double[] g) {
        int j = 0;
        for (; j + 4 <= m; j += 4) {
            for (int k = 0; k < j; k += 4) {
                block4(c[j], c[j + 1], c[j + 2], c[j + 3], c[k], c[k + 1], c[k + 2], c[k + 3], n, a, j * m + k, m);
            }
            diagonal4(c[j], c[j + 1], c[j + 2], c[j + 3], r, n, a, j * m + j, m, g, j);
        }
        if (j + 2 <= m) {
            for (int k = 0; k < j; k += 4) {
                block2(c[j], c[j + 1], c[k], c[k + 1], c[k + 2], c[k + 3], n, a, j * m + k, m);
            }
            diagonal2(c[j], c[j + 1], r, n, a, j * m + j, m, g, j);
            j += 2;
        }
        if (j < m) {
            for (int k = 0; k + 4 <= j; k += 4) {
                row4(c[j], c[k], c[k + 1], c[k + 2], c[k + 3], n, a, j * m + k, m);
            }
            for (int k = j / 4 * 4; k < j; k++) {
                a[j * m + k] = dot(c[j], c[k], n);
            }
            diagonal1(c[j], r, n, a, j * m + j, m, g, j);
        }
    }

    static double dot(double[] x, double[] y, int n) {
        int bound = SPECIES.loopBound(n);
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int i = 0; i < bound; i += SPECIES.length()) {
            sum = DoubleVector.fromArray(SPECIES, x, i).fma(DoubleVector.fromArray(SPECIES, y, i), sum);
        }
        return sum.reduceLanes(VectorOperators.ADD) + tail(x, y, bound, n);
    }

    private static double tail(double[] x, double[] y, int from, int n) {
        double sum = 0;
        for (int i = from; i < n; i++) {
            sum = Math.fma(x[i], y[i], sum);
        }
        return sum;
    }

    private static void block4(double[] x0, double[] x1, double[] x2, double[] x3, double[] y0, double[] y1,
            double[] y2, double[] y3,
            int n, double[] a, int at, int m) {
        int bound = SPECIES.loopBound(n);
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector s01 = DoubleVector.zero(SPECIES);
        DoubleVector s02 = DoubleVector.zero(SPECIES);
        DoubleVector s03 = DoubleVector.zero(SPECIES);
        DoubleVector s10 = DoubleVector.zero(SPECIES);
        DoubleVector s11 = DoubleVector.zero(SPECIES);
        DoubleVector s12 = DoubleVector.zero(SPECIES);
        DoubleVector s13 = DoubleVector.zero(SPECIES);
        DoubleVector s20 = DoubleVector.zero(SPECIES);
        DoubleVector s21 = DoubleVector.zero(SPECIES);
        DoubleVector s22 = DoubleVector.zero(SPECIES);
        DoubleVector s23 = DoubleVector.zero(SPECIES);
        DoubleVector s30 = DoubleVector.zero(SPECIES);
        DoubleVector s31 = DoubleVector.zero(SPECIES);
        DoubleVector s32 = DoubleVector.zero(SPECIES);
        DoubleVector s33 = DoubleVector.zero(SPECIES);
        for (int i = 0; i < bound; i += SPECIES.length()) {
            DoubleVector p0 = DoubleVector.fromArray(SPECIES, x0, i);
            DoubleVector p1 = DoubleVector.fromArray(SPECIES, x1, i);
            DoubleVector p2 = DoubleVector.fromArray(SPECIES, x2, i);
            DoubleVector p3 = DoubleVector.fromArray(SPECIES, x3, i);
            DoubleVector q0 = DoubleVector.fromArray(SPECIES, y0, i);
            s00 = p0.fma(q0, s00);
            s10 = p1.fma(q0, s10);
            s20 = p2.fma(q0, s20);
            s30 = p3.fma(q0, s30);
            DoubleVector q1 = DoubleVector.fromArray(SPECIES, y1, i);
            s01 = p0.fma(q1, s01);
            s11 = p1.fma(q1, s11);
            s21 = p2.fma(q1, s21);
            s31 = p3.fma(q1, s31);
            DoubleVector q2 = DoubleVector.fromArray(SPECIES, y2, i);
            s02 = p0.fma(q2, s02);
            s12 = p1.fma(q2, s12);
            s22 = p2.fma(q2, s22);
            s32 = p3.fma(q2, s32);
            DoubleVector q3 = DoubleVector.fromArray(SPECIES, y3, i);
            s03 = p0.fma(q3, s03);
            s13 = p1.fma(q3, s13);
            s23 = p2.fma(q3, s23);
            s33 = p3.fma(q3, s33);
        }
        a[at] = s00.reduceLanes(VectorOperators.ADD) + tail(x0, y0, bound, n);
        a[at + 1] = s01.reduceLanes(VectorOperators.ADD) + tail(x0, y1, bound, n);
        a[at + 2] = s02.reduceLanes(VectorOperators.ADD) + tail(x0, y2, bound, n);
        a[at + 3] = s03.reduceLanes(VectorOperators.ADD) + tail(x0, y3, bound, n);
        a[at + m] = s10.reduceLanes(VectorOperators.ADD) + tail(x1, y0, bound, n);
        a[at + m + 1] = s11.reduceLanes(VectorOperators.ADD) + tail(x1, y1, bound, n);
        a[at + m + 2] = s12.reduceLanes(VectorOperators.ADD) + tail(x1, y2, bound, n);
        a[at + m + 3] = s13.reduceLanes(VectorOperators.ADD) + tail(x1, y3, bound, n);
        a[at + 2 * m] = s20.reduceLanes(VectorOperators.ADD) + tail(x2, y0, bound, n);
        a[at + 2 * m + 1] = s21.reduceLanes(VectorOperators.ADD) + tail(x2, y1, bound, n);
        a[at + 2 * m + 2] = s22.reduceLanes(VectorOperators.ADD) + tail(x2, y2, bound, n);
        a[at + 2 * m + 3] = s23.reduceLanes(VectorOperators.ADD) + tail(x2, y3, bound, n);
        a[at + 3 * m] = s30.reduceLanes(VectorOperators.ADD) + tail(x3, y0, bound, n);
        a[at + 3 * m + 1] = s31.reduceLanes(VectorOperators.ADD) + tail(x3, y1, bound, n);
        a[at + 3 * m + 2] = s32.reduceLanes(VectorOperators.ADD) + tail(x3, y2, bound, n);
        a[at + 3 * m + 3] = s33.reduceLanes(VectorOperators.ADD) + tail(x3, y3, bound, n);
    }

    private static void diagonal4(double[] x0, double[] x1, double[] x2, double[] x3, double[] r,
            int n, double[] a, int at, int m, double[] g, int j) {
        int bound = SPECIES.loopBound(n);
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector s10 = DoubleVector.zero(SPECIES);
        DoubleVector s11 = DoubleVector.zero(SPECIES);
        DoubleVector s20 = DoubleVector.zero(SPECIES);
        DoubleVector s21 = DoubleVector.zero(SPECIES);
        DoubleVector s22 = DoubleVector.zero(SPECIES);
        DoubleVector s30 = DoubleVector.zero(SPECIES);
        DoubleVector s31 = DoubleVector.zero(SPECIES);
        DoubleVector s32 = DoubleVector.zero(SPECIES);
        DoubleVector s33 = DoubleVector.zero(SPECIES);
        DoubleVector g0 = DoubleVector.zero(SPECIES);
        DoubleVector g1 = DoubleVector.zero(SPECIES);
        DoubleVector g2 = DoubleVector.zero(SPECIES);
        DoubleVector g3 = DoubleVector.zero(SPECIES);
        for (int i = 0; i < bound; i += SPECIES.length()) {
            DoubleVector d = DoubleVector.fromArray(SPECIES, r, i);
            DoubleVector p0 = DoubleVector.fromArray(SPECIES, x0, i);
            s00 = p0.fma(p0, s00);
            g0 = p0.fma(d, g0);
            DoubleVector p1 = DoubleVector.fromArray(SPECIES, x1, i);
            s10 = p1.fma(p0, s10);
            s11 = p1.fma(p1, s11);
            g1 = p1.fma(d, g1);
            DoubleVector p2 = DoubleVector.fromArray(SPECIES, x2, i);
            s20 = p2.fma(p0, s20);
            s21 = p2.fma(p1, s21);
            s22 = p2.fma(p2, s22);
            g2 = p2.fma(d, g2);
            DoubleVector p3 = DoubleVector.fromArray(SPECIES, x3, i);
            s30 = p3.fma(p0, s30);
            s31 = p3.fma(p1, s31);
            s32 = p3.fma(p2, s32);
            s33 = p3.fma(p3, s33);
            g3 = p3.fma(d, g3);
        }
        a[at] = s00.reduceLanes(VectorOperators.ADD) + tail(x0, x0, bound, n);
        g[j] = g0.reduceLanes(VectorOperators.ADD) + tail(x0, r, bound, n);
        a[at + m] = s10.reduceLanes(VectorOperators.ADD) + tail(x1, x0, bound, n);
        a[at + m + 1] = s11.reduceLanes(VectorOperators.ADD) + tail(x1, x1, bound, n);
        g[j + 1] = g1.reduceLanes(VectorOperators.ADD) + tail(x1, r, bound, n);
        a[at + 2 * m] = s20.reduceLanes(VectorOperators.ADD) + tail(x2, x0, bound, n);
        a[at + 2 * m + 1] = s21.reduceLanes(VectorOperators.ADD) + tail(x2, x1, bound, n);
        a[at + 2 * m + 2] = s22.reduceLanes(VectorOperators.ADD) + tail(x2, x2, bound, n);
        g[j + 2] = g2.reduceLanes(VectorOperators.ADD) + tail(x2, r, bound, n);
        a[at + 3 * m] = s30.reduceLanes(VectorOperators.ADD) + tail(x3, x0, bound, n);
        a[at + 3 * m + 1] = s31.reduceLanes(VectorOperators.ADD) + tail(x3, x1, bound, n);
        a[at + 3 * m + 2] = s32.reduceLanes(VectorOperators.ADD) + tail(x3, x2, bound, n);
        a[at + 3 * m + 3] = s33.reduceLanes(VectorOperators.ADD) + tail(x3, x3, bound, n);
        g[j + 3] = g3.reduceLanes(VectorOperators.ADD) + tail(x3, r, bound, n);
    }

    private static void block2(double[] x0, double[] x1, double[] y0, double[] y1, double[] y2, double[] y3,
            int n, double[] a, int at, int m) {
        int bound = SPECIES.loopBound(n);
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector s01 = DoubleVector.zero(SPECIES);
        DoubleVector s02 = DoubleVector.zero(SPECIES);
        DoubleVector s03 = DoubleVector.zero(SPECIES);
        DoubleVector s10 = DoubleVector.zero(SPECIES);
        DoubleVector s11 = DoubleVector.zero(SPECIES);
        DoubleVector s12 = DoubleVector.zero(SPECIES);
        DoubleVector s13 = DoubleVector.zero(SPECIES);
        for (int i = 0; i < bound; i += SPECIES.length()) {
            DoubleVector p0 = DoubleVector.fromArray(SPECIES, x0, i);
            DoubleVector p1 = DoubleVector.fromArray(SPECIES, x1, i);
            DoubleVector q0 = DoubleVector.fromArray(SPECIES, y0, i);
            s00 = p0.fma(q0, s00);
            s10 = p1.fma(q0, s10);
            DoubleVector q1 = DoubleVector.fromArray(SPECIES, y1, i);
            s01 = p0.fma(q1, s01);
            s11 = p1.fma(q1, s11);
            DoubleVector q2 = DoubleVector.fromArray(SPECIES, y2, i);
            s02 = p0.fma(q2, s02);
            s12 = p1.fma(q2, s12);
            DoubleVector q3 = DoubleVector.fromArray(SPECIES, y3, i);
            s03 = p0.fma(q3, s03);
            s13 = p1.fma(q3, s13);
        }
        a[at] = s00.reduceLanes(VectorOperators.ADD) + tail(x0, y0, bound, n);
        a[at + 1] = s01.reduceLanes(VectorOperators.ADD) + tail(x0, y1, bound, n);
        a[at + 2] = s02.reduceLanes(VectorOperators.ADD) + tail(x0, y2, bound, n);
        a[at + 3] = s03.reduceLanes(VectorOperators.ADD) + tail(x0, y3, bound, n);
        a[at + m] = s10.reduceLanes(VectorOperators.ADD) + tail(x1, y0, bound, n);
        a[at + m + 1] = s11.reduceLanes(VectorOperators.ADD) + tail(x1, y1, bound, n);
        a[at + m + 2] = s12.reduceLanes(VectorOperators.ADD) + tail(x1, y2, bound, n);
        a[at + m + 3] = s13.reduceLanes(VectorOperators.ADD) + tail(x1, y3, bound, n);
    }

    private static void diagonal2(double[] x0, double[] x1, double[] r,
            int n, double[] a, int at, int m, double[] g, int j) {
        int bound = SPECIES.loopBound(n);
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector s10 = DoubleVector.zero(SPECIES);
        DoubleVector s11 = DoubleVector.zero(SPECIES);
        DoubleVector g0 = DoubleVector.zero(SPECIES);
        DoubleVector g1 = DoubleVector.zero(SPECIES);
        for (int i = 0; i < bound; i += SPECIES.length()) {
            DoubleVector d = DoubleVector.fromArray(SPECIES, r, i);
            DoubleVector p0 = DoubleVector.fromArray(SPECIES, x0, i);
            s00 = p0.fma(p0, s00);
            g0 = p0.fma(d, g0);
            DoubleVector p1 = DoubleVector.fromArray(SPECIES, x1, i);
            s10 = p1.fma(p0, s10);
            s11 = p1.fma(p1, s11);
            g1 = p1.fma(d, g1);
        }
        a[at] = s00.reduceLanes(VectorOperators.ADD) + tail(x0, x0, bound, n);
        g[j] = g0.reduceLanes(VectorOperators.ADD) + tail(x0, r, bound, n);
        a[at + m] = s10.reduceLanes(VectorOperators.ADD) + tail(x1, x0, bound, n);
        a[at + m + 1] = s11.reduceLanes(VectorOperators.ADD) + tail(x1, x1, bound, n);
        g[j + 1] = g1.reduceLanes(VectorOperators.ADD) + tail(x1, r, bound, n);
    }

    private static void row4(double[] x0, double[] y0, double[] y1, double[] y2, double[] y3,
            int n, double[] a, int at, int m) {
        int bound = SPECIES.loopBound(n);
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector s01 = DoubleVector.zero(SPECIES);
        DoubleVector s02 = DoubleVector.zero(SPECIES);
        DoubleVector s03 = DoubleVector.zero(SPECIES);
        for (int i = 0; i < bound; i += SPECIES.length()) {
            DoubleVector p0 = DoubleVector.fromArray(SPECIES, x0, i);
            DoubleVector q0 = DoubleVector.fromArray(SPECIES, y0, i);
            s00 = p0.fma(q0, s00);
            DoubleVector q1 = DoubleVector.fromArray(SPECIES, y1, i);
            s01 = p0.fma(q1, s01);
            DoubleVector q2 = DoubleVector.fromArray(SPECIES, y2, i);
            s02 = p0.fma(q2, s02);
            DoubleVector q3 = DoubleVector.fromArray(SPECIES, y3, i);
            s03 = p0.fma(q3, s03);
        }
        a[at] = s00.reduceLanes(VectorOperators.ADD) + tail(x0, y0, bound, n);
        a[at + 1] = s01.reduceLanes(VectorOperators.ADD) + tail(x0, y1, bound, n);
        a[at + 2] = s02.reduceLanes(VectorOperators.ADD) + tail(x0, y2, bound, n);
        a[at + 3] = s03.reduceLanes(VectorOperators.ADD) + tail(x0, y3, bound, n);
    }

    private static void diagonal1(double[] x0, double[] r,
            int n, double[] a, int at, int m, double[] g, int j) {
        int bound = SPECIES.loopBound(n);
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector g0 = DoubleVector.zero(SPECIES);
        for (int i = 0; i < bound; i += SPECIES.length()) {
            DoubleVector d = DoubleVector.fromArray(SPECIES, r, i);
            DoubleVector p0 = DoubleVector.fromArray(SPECIES, x0, i);
            s00 = p0.fma(p0, s00);
            g0 = p0.fma(d, g0);
        }
        a[at] = s00.reduceLanes(VectorOperators.ADD) + tail(x0, x0, bound, n);
        g[j] = g0.reduceLanes(VectorOperators.ADD) + tail(x0, r, bound, n);
    }
}
