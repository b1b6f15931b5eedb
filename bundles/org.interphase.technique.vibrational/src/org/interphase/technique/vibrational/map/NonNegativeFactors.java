package org.interphase.technique.vibrational.map;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.interphase.api.Progress;

/**
 * Non-negative factors by hierarchical alternating least squares (Cichocki and Phan, IEICE Trans. Fundamentals E92-A
 * (2009) 708), with several sweeps for each product with the data (Gillis and Glineur, Neural Computation 24 (2012)
 * 1085). Negative data count as zero. Large data are factorised in the space of their leading singular vectors first,
 * where a round costs next to nothing; the rounds that end the search use the data themselves.
 */
final class NonNegativeFactors {

    private static final int ROUNDS = 200;
    private static final int COMPRESSED_ROUNDS = 1000;
    private static final int LAST_ROUNDS = 15;
    /** Values from which on it pays to compress the data. */
    private static final long LARGE = 200_000;
    /** Leading vectors kept besides one per factor. */
    private static final int SPARE = 12;
    private static final int SWEEPS = 6;
    private static final int TEST_EVERY = 5;

    private final RowMatrix matrix;
    private final double level;

    NonNegativeFactors(double[][] rows) {
        double[][] x = new double[rows.length][];
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            x[i] = rows[i].clone();
            for (int j = 0; j < x[i].length; j++) {
                x[i][j] = Math.max(0, x[i][j]);
                sum += x[i][j];
            }
        }
        matrix = new RowMatrix(x, false);
        level = sum / rows.length / rows[0].length;
    }

    SpectralMatrix.Factors find(int k, long seed, Progress progress) {
        Random random = new Random(seed);
        double[][] w = new double[matrix.rows()][k];
        double[][] h = new double[k][matrix.columns()];
        for (double[] r : w) {
            Arrays.setAll(r, c -> random.nextDouble() + 0.1);
        }
        double scale = level / k;
        for (double[] r : h) {
            Arrays.setAll(r, j -> scale * (random.nextDouble() + 0.1));
        }
        boolean compress = (long) matrix.rows() * matrix.columns() > LARGE && matrix.columns() > 4 * (k + SPARE);
        if (compress) {
            double[][] basis = new PrincipalComponents(matrix).subspace(k + SPARE, seed, progress.part(0, 0.3));
            iterate(new Compressed(matrix.times(basis, progress), basis), w, h, COMPRESSED_ROUNDS,
                    progress.part(0.3, 0.7));
        }
        iterate(matrix, w, h, compress ? LAST_ROUNDS : ROUNDS, progress.part(compress ? 0.7 : 0, 1));
        return ordered(w, h, matrix.square());
    }

    /** Alternates between amounts and spectra until the error no longer falls; changes w and h. */
    private static void iterate(MatrixProducts matrix, double[][] w, double[][] h, int rounds, Progress progress) {
        int k = h.length;
        double square = matrix.square();
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < rounds; round++) {
            progress.report((double) round / rounds, "factorising");
            double[][] hh = gram(h);
            double[][] xh = matrix.times(h, progress);
            IntStream.range(0, w.length).parallel().forEach(i -> sweep(w[i], xh[i], hh));
            double[][] ww = gram(transposed(w));
            double[][] wx = matrix.transposedTimes(w, progress);
            IntStream.range(0, h[0].length).parallel().forEach(j -> {
                double[] column = new double[k];
                double[] target = new double[k];
                for (int c = 0; c < k; c++) {
                    column[c] = h[c][j];
                    target[c] = wx[c][j];
                }
                sweep(column, target, ww);
                for (int c = 0; c < k; c++) {
                    h[c][j] = column[c];
                }
            });
            if (round % TEST_EVERY == TEST_EVERY - 1) {
                double error = error(square, wx, ww, h);
                if (before - error < 1e-6 * before) {
                    break;
                }
                before = error;
            }
        }
    }

    /** Products of data that are close to amounts times a few orthonormal vectors. */
    private record Compressed(double[][] amounts, double[][] basis) implements MatrixProducts {

        @Override
        public double square() {
            double sum = 0;
            for (double[] a : amounts) {
                sum += RowMatrix.dot(a, a);
            }
            return sum;
        }

        @Override
        public double[][] times(double[][] vectors, Progress progress) {
            double[][] inside = new RowMatrix(vectors, false).times(basis, progress);
            return new RowMatrix(amounts, false).times(inside, progress);
        }

        @Override
        public double[][] transposedTimes(double[][] weights, Progress progress) {
            double[][] inside = new RowMatrix(amounts, false).transposedTimes(weights, progress);
            double[][] out = new double[inside.length][basis[0].length];
            for (int c = 0; c < out.length; c++) {
                for (int a = 0; a < basis.length; a++) {
                    for (int j = 0; j < out[c].length; j++) {
                        out[c][j] += inside[c][a] * basis[a][j];
                    }
                }
            }
            return out;
        }
    }

    /** Coordinate descent on one row: minimises |x - a H| over a &gt;= 0, given x H' and H H'. */
    private static void sweep(double[] a, double[] target, double[][] gram) {
        for (int s = 0; s < SWEEPS; s++) {
            double change = 0;
            double size = 0;
            for (int c = 0; c < a.length; c++) {
                double g = target[c];
                for (int o = 0; o < a.length; o++) {
                    g -= o == c ? 0 : a[o] * gram[o][c];
                }
                double next = gram[c][c] > 0 ? Math.max(0, g / gram[c][c]) : 0;
                change = Math.max(change, Math.abs(next - a[c]));
                size = Math.max(size, next);
                a[c] = next;
            }
            if (change <= 1e-3 * size) {
                return;
            }
        }
    }

    /** |X - W H|^2 = |X|^2 - 2 sum(W'X o H) + sum(W'W o HH'). */
    private static double error(double square, double[][] wx, double[][] ww, double[][] h) {
        double[][] hh = gram(h);
        double sum = square;
        for (int a = 0; a < h.length; a++) {
            sum -= 2 * RowMatrix.dot(wx[a], h[a]);
            for (int b = 0; b < h.length; b++) {
                sum += ww[a][b] * hh[a][b];
            }
        }
        // what is left of an exact factorisation is rounding
        return Math.max(sum, 1e-12 * square);
    }

    private static double[][] gram(double[][] vectors) {
        int k = vectors.length;
        double[][] out = new double[k][k];
        for (int a = 0; a < k; a++) {
            for (int b = 0; b <= a; b++) {
                out[a][b] = RowMatrix.dot(vectors[a], vectors[b]);
                out[b][a] = out[a][b];
            }
        }
        return out;
    }

    private static double[][] transposed(double[][] w) {
        double[][] out = new double[w[0].length][w.length];
        for (int i = 0; i < w.length; i++) {
            for (int c = 0; c < out.length; c++) {
                out[c][i] = w[i][c];
            }
        }
        return out;
    }

    /** Spectra scaled to unit area, strongest component first. */
    private static SpectralMatrix.Factors ordered(double[][] w, double[][] h, double total) {
        int k = h.length;
        double[] strength = new double[k];
        for (int c = 0; c < k; c++) {
            double area = Arrays.stream(h[c]).sum();
            double square = 0;
            double hh = RowMatrix.dot(h[c], h[c]);
            for (double[] r : w) {
                square += r[c] * r[c] * hh;
                r[c] *= area;
            }
            strength[c] = total > 0 ? square / total : 0;
            for (int j = 0; j < h[c].length; j++) {
                h[c][j] = area > 0 ? h[c][j] / area : 0;
            }
        }
        Integer[] order = IntStream.range(0, k).boxed().sorted((a, b) -> Double.compare(strength[b], strength[a]))
                .toArray(Integer[]::new);
        double[][] amounts = new double[w.length][k];
        for (int i = 0; i < w.length; i++) {
            for (int c = 0; c < k; c++) {
                amounts[i][c] = w[i][order[c]];
            }
        }
        return new SpectralMatrix.Factors(amounts, Arrays.stream(order).map(c -> h[c]).toArray(double[][]::new),
                Arrays.stream(order).mapToDouble(c -> strength[c]).toArray());
    }
}
