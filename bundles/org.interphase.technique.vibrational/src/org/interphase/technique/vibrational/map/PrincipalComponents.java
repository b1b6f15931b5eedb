package org.interphase.technique.vibrational.map;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.interphase.api.Progress;

/**
 * Principal components by block Krylov iteration on the covariance, restarted with the best vectors (Golub and
 * Van Loan, Matrix Computations, 4th ed., section 10.3, block Lanczos, here orthogonalised in full). The covariance
 * itself is never formed.
 */
final class PrincipalComponents {

    /** Blocks of a Krylov space. */
    private static final int DEPTH = 4;
    /** Directions that are noise converge slowly and mean nothing; those that matter are there long before. */
    private static final int RESTARTS = 12;
    private static final int SPARE = 4;

    private final RowMatrix matrix;

    /** @param matrix spectra by rows; centred for principal components */
    PrincipalComponents(RowMatrix matrix) {
        this.matrix = matrix;
    }

    private double[][] random(int wide, long seed) {
        Random random = new Random(seed);
        double[][] v = new double[wide][matrix.columns()];
        for (double[] direction : v) {
            Arrays.setAll(direction, j -> random.nextGaussian());
        }
        return v;
    }

    /** Orthonormal vectors that span the leading directions closely: one Krylov space, no convergence. */
    double[][] subspace(int k, long seed, Progress progress) {
        int wide = Math.min(Math.min(k, matrix.columns()), matrix.rows());
        return improved(random(wide, seed), new double[wide], progress);
    }

    /**
     * Components.
     *
     * @param done change of the variances, relative to the largest, at which they are good enough
     */
    SpectralMatrix.Factors find(int k, double done, long seed, Progress progress) {
        int wide = Math.min(Math.min(k + SPARE, matrix.columns()), matrix.rows());
        double[][] v = random(wide, seed);
        int kept = Math.min(k, wide);
        double[] before = new double[wide];
        for (int round = 0; round < RESTARTS; round++) {
            progress.report((double) round / RESTARTS, "principal components");
            double[] variances = new double[wide];
            v = improved(v, variances, progress);
            double change = 0;
            for (int c = 0; c < kept; c++) {
                change = Math.max(change, Math.abs(variances[c] - before[c]));
            }
            before = variances;
            if (change <= done * variances[0]) {
                break;
            }
        }
        double[][] spectra = Arrays.copyOf(v, kept);
        Arrays.stream(spectra).forEach(PrincipalComponents::signed);
        double[][] amounts = matrix.times(spectra, progress);
        double[] share = new double[kept];
        double total = matrix.square();
        for (double[] a : amounts) {
            for (int c = 0; c < kept; c++) {
                share[c] += a[c] * a[c];
            }
        }
        return new SpectralMatrix.Factors(amounts, spectra, Arrays.stream(share).map(s -> total > 0 ? s / total : 0)
                .toArray());
    }

    /** The best approximations to the leading vectors in the Krylov space of a block, with their variances. */
    private double[][] improved(double[][] start, double[] variances, Progress progress) {
        int wide = start.length;
        int columns = matrix.columns();
        int size = Math.min(wide * DEPTH, columns);
        double[][] basis = new double[size][];
        double[][] image = new double[size][];
        double[][] block = start;
        int n = 0;
        while (n < size) {
            int added = Math.min(block.length, size - n);
            for (int c = 0; c < added; c++) {
                basis[n + c] = block[c].clone();
                orthonormalise(basis, n + c);
            }
            double[][] part = Arrays.copyOfRange(basis, n, n + added);
            block = matrix.transposedTimes(matrix.times(part, progress), progress);
            System.arraycopy(block, 0, image, n, added);
            n += added;
        }
        double[][] projected = new double[size][size];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                double t = 0.5 * (RowMatrix.dot(basis[a], image[b]) + RowMatrix.dot(basis[b], image[a]));
                projected[a][b] = t;
                projected[b][a] = t;
            }
        }
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(projected, false));
        double[] values = eigen.getRealEigenvalues();
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(values[b], values[a]));
        double[][] out = new double[wide][columns];
        for (int c = 0; c < wide; c++) {
            variances[c] = values[order[c]];
            double[] weights = eigen.getEigenvector(order[c]).toArray();
            for (int a = 0; a < size; a++) {
                for (int j = 0; j < columns; j++) {
                    out[c][j] += weights[a] * basis[a][j];
                }
            }
        }
        return out;
    }

    /** Makes one vector orthogonal to those before it and of unit length; zero if nothing is left of it. */
    private static void orthonormalise(double[][] v, int index) {
        double[] x = v[index];
        double length = Math.sqrt(RowMatrix.dot(x, x));
        // twice is enough against rounding
        for (int pass = 0; pass < 2; pass++) {
            for (int o = 0; o < index; o++) {
                double t = RowMatrix.dot(x, v[o]);
                for (int j = 0; j < x.length; j++) {
                    x[j] -= t * v[o][j];
                }
            }
        }
        double norm = Math.sqrt(RowMatrix.dot(x, x));
        double scale = norm > 1e-12 * length && norm > 1e-300 ? 1 / norm : 0;
        for (int j = 0; j < x.length; j++) {
            x[j] *= scale;
        }
    }

    /** The sign is free: the largest loading is made positive, so that results repeat. */
    private static void signed(double[] s) {
        int largest = 0;
        for (int j = 1; j < s.length; j++) {
            largest = Math.abs(s[j]) > Math.abs(s[largest]) ? j : largest;
        }
        if (s[largest] < 0) {
            for (int j = 0; j < s.length; j++) {
                s[j] = -s[j];
            }
        }
    }
}
