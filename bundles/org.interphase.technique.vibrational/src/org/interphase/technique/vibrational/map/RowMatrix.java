package org.interphase.technique.vibrational.map;

import java.util.stream.IntStream;
import org.interphase.api.Progress;

/**
 * A tall matrix by rows and its products with a few vectors, on all cores. Rows are taken in fixed blocks whose sums
 * are added in order, so results do not depend on the number of cores.
 */
final class RowMatrix implements MatrixProducts {

    private static final int BLOCKS = 32;

    private final double[][] rows;
    private final int columns;
    private final double[] mean;

    /**
     * A matrix.
     *
     * @param rows rows of equal length, not copied and not changed
     * @param centred whether the mean row is taken off every row
     */
    RowMatrix(double[][] rows, boolean centred) {
        this.rows = rows;
        this.columns = rows[0].length;
        this.mean = new double[columns];
        if (centred) {
            for (double[] r : rows) {
                for (int j = 0; j < columns; j++) {
                    mean[j] += r[j];
                }
            }
            for (int j = 0; j < columns; j++) {
                mean[j] /= rows.length;
            }
        }
    }

    int rows() {
        return rows.length;
    }

    int columns() {
        return columns;
    }

    @Override
    public double square() {
        double sum = 0;
        for (double[] r : rows) {
            double part = 0;
            for (int j = 0; j < columns; j++) {
                double d = r[j] - mean[j];
                part += d * d;
            }
            sum += part;
        }
        return sum;
    }

    @Override
    public double[][] times(double[][] vectors, Progress progress) {
        int k = vectors.length;
        double[] shift = new double[k];
        for (int c = 0; c < k; c++) {
            shift[c] = dot(mean, vectors[c]);
        }
        double[][] out = new double[rows.length][k];
        IntStream.range(0, BLOCKS).parallel().forEach(b -> {
            progress.checkCancelled();
            multiply(vectors, shift, out, from(b), from(b + 1));
        });
        return out;
    }

    /** Four vectors at a time, so that a row is read once for them and the sums do not wait for each other. */
    private void multiply(double[][] vectors, double[] shift, double[][] out, int from, int to) {
        int k = vectors.length;
        for (int i = from; i < to; i++) {
            double[] r = rows[i];
            for (int c = 0; c < k; c += 4) {
                int rest = Math.min(4, k - c);
                // where fewer than four are left, the last one fills the places and is not stored again
                double[] v0 = vectors[c];
                double[] v1 = vectors[c + Math.min(1, rest - 1)];
                double[] v2 = vectors[c + Math.min(2, rest - 1)];
                double[] v3 = vectors[c + rest - 1];
                double s0 = 0;
                double s1 = 0;
                double s2 = 0;
                double s3 = 0;
                for (int j = 0; j < columns; j++) {
                    double x = r[j];
                    s0 += x * v0[j];
                    s1 += x * v1[j];
                    s2 += x * v2[j];
                    s3 += x * v3[j];
                }
                double[] sums = {s0, s1, s2, s3};
                for (int n = 0; n < rest; n++) {
                    out[i][c + n] = sums[n] - shift[c + n];
                }
            }
        }
    }

    @Override
    public double[][] transposedTimes(double[][] amounts, Progress progress) {
        int k = amounts[0].length;
        double[][][] parts = new double[BLOCKS][][];
        IntStream.range(0, BLOCKS).parallel().forEach(b -> {
            progress.checkCancelled();
            parts[b] = add(amounts, from(b), from(b + 1));
        });
        double[][] out = new double[k][columns];
        double[] total = new double[k];
        for (double[] a : amounts) {
            for (int c = 0; c < k; c++) {
                total[c] += a[c];
            }
        }
        for (int c = 0; c < k; c++) {
            for (double[][] part : parts) {
                for (int j = 0; j < columns; j++) {
                    out[c][j] += part[c][j];
                }
            }
            for (int j = 0; j < columns; j++) {
                out[c][j] -= total[c] * mean[j];
            }
        }
        return out;
    }

    private double[][] add(double[][] amounts, int from, int to) {
        int k = amounts[0].length;
        double[][] out = new double[k][columns];
        int i = from;
        for (; i + 4 <= to; i += 4) {
            double[] r0 = rows[i];
            double[] r1 = rows[i + 1];
            double[] r2 = rows[i + 2];
            double[] r3 = rows[i + 3];
            for (int c = 0; c < k; c++) {
                double t0 = amounts[i][c];
                double t1 = amounts[i + 1][c];
                double t2 = amounts[i + 2][c];
                double t3 = amounts[i + 3][c];
                double[] target = out[c];
                for (int j = 0; j < target.length; j++) {
                    target[j] += t0 * r0[j] + t1 * r1[j] + t2 * r2[j] + t3 * r3[j];
                }
            }
        }
        for (; i < to; i++) {
            for (int c = 0; c < k; c++) {
                double t = amounts[i][c];
                for (int j = 0; j < columns; j++) {
                    out[c][j] += t * rows[i][j];
                }
            }
        }
        return out;
    }

    private int from(int block) {
        return (int) ((long) rows.length * block / BLOCKS);
    }

    static double dot(double[] a, double[] b) {
        double even = 0;
        double odd = 0;
        int j = 0;
        for (; j + 2 <= a.length; j += 2) {
            even += a[j] * b[j];
            odd += a[j + 1] * b[j + 1];
        }
        return j < a.length ? even + odd + a[j] * b[j] : even + odd;
    }
}
