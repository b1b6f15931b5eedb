package org.interphase.numerics.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.numerics.internal.kernel.Kernel;
import org.interphase.numerics.internal.kernel.Kernels;
import org.interphase.numerics.internal.kernel.PlainKernel;
import org.junit.jupiter.api.Test;

import java.util.SplittableRandom;

/** Both kernels; beside the vector kernel, because only here both are on the class path. */
class KernelsTest {

    @Test
    void exponentialOfNegativeArgumentsIsAccurateToRounding() {
        int n = 100_001;
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            z[i] = -700.0 * i / (n - 1);
        }
        double[] out = new double[n];
        new PlainKernel().expNegative(z, out, n);
        for (int i = 0; i < n; i++) {
            assertEquals(1, out[i] / Math.exp(z[i]), 6e-16, "at " + z[i]);
        }
        new PlainKernel().expNegative(new double[] {-709, -1e4, -1e300, 0}, out, 4);
        assertEquals(0, out[0] + out[1] + out[2]);
        assertEquals(1, out[3]);
    }

    @Test
    void normalEquationsAgreeWithPlainSumsForAnyShape() {
        for (Kernel kernel : new Kernel[] {Kernels.named("plain"), Kernels.named("vector")}) {
            SplittableRandom random = new SplittableRandom(4);
            for (int m = 1; m <= 17; m++) {
                for (int n : new int[] {1, 7, 8, 17, 400, 777}) {
                    double[][] c = new double[m][];
                    for (int j = 0; j < m; j++) {
                        c[j] = random.doubles(n, -1, 1).toArray();
                    }
                    double[] r = random.doubles(n, -1, 1).toArray();
                    double[] a = new double[m * m];
                    double[] g = new double[m];
                    kernel.normal(c, m, r, n, a, g);
                    for (int j = 0; j < m; j++) {
                        assertEquals(dot(c[j], r), g[j], 1e-12, kernel.name());
                        for (int k = 0; k <= j; k++) {
                            assertEquals(dot(c[j], c[k]), a[j * m + k], 1e-12, kernel.name());
                        }
                    }
                }
            }
        }
    }

    @Test
    void vectorAndPlainKernelsAgree() {
        Kernel plain = Kernels.named("plain");
        Kernel vector = Kernels.named("vector");
        int n = 403;
        double[] x = new SplittableRandom(1).doubles(n, -9, 9).toArray();
        double[] s = new SplittableRandom(2).doubles(n, 0.1, 2).toArray();
        double[][] a = new double[8][n];
        double[][] b = new double[8][n];
        for (double width : new double[] {0.05, 1.3, 40}) {
            run(plain, x, s, width, a, n);
            run(vector, x, s, width, b, n);
            for (int k = 0; k < 8; k++) {
                for (int i = 0; i < n; i++) {
                    assertEquals(a[k][i], b[k][i], 1e-14 * Math.max(1, Math.abs(a[k][i])), k + " at " + x[i]);
                }
            }
        }
    }

    private static void run(Kernel kernel, double[] x, double[] s, double width, double[][] c, int n) {
        for (double[] column : c) {
            java.util.Arrays.fill(column, 0);
        }
        kernel.gaussian(x, 0.3, width, 1.5, c[0], c[2], n);
        kernel.gaussianColumns(x, 0.3, width, 1.5, c[0], s, c[4], c[5], c[6], n);
        kernel.lorentzian(x, 0.3, width, 1.5, c[1], c[2], n);
        kernel.lorentzianColumns(x, 0.3, width, 1.5, c[1], s, c[4], c[5], c[6], n);
        kernel.pseudoVoigt(x, 0.3, width, 1.5, 0.4, c[1], c[0], c[2], n);
        kernel.pseudoVoigtColumns(x, 0.3, width, 1.5, 0.4, c[1], c[0], s, c[4], c[5], c[6], c[7], n);
        kernel.residuals(x, c[2], s, c[3], n);
    }

    @Test
    void anUnknownKernelIsNamed() {
        assertTrue(assertThrows(IllegalStateException.class, () -> Kernels.named("quick")).getMessage()
                .contains("quick"));
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
