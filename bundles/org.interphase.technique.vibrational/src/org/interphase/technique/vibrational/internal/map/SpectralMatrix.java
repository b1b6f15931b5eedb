package org.interphase.technique.vibrational.internal.map;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.interphase.api.Progress;

/**
 * Spectra of a map as rows of a matrix, and its decompositions. Rows are worked on in parallel; results do not depend
 * on the number of cores (sums over rows are taken in fixed blocks).
 */
public final class SpectralMatrix {

    private static final int BLOCKS = 16;
    /** Directions that are noise converge slowly and mean nothing; those that matter are there long before. */
    private static final int ROUNDS = 80;

    private final double[][] rows;
    private final int columns;

    /** @param rows spectra of equal length, not copied and not changed */
    public SpectralMatrix(double[][] rows) {
        this.rows = rows;
        this.columns = rows[0].length;
    }

    /**
     * A decomposition into amounts times spectra.
     *
     * @param amounts [spectrum][component]
     * @param spectra [component][point]
     * @param share share of the variance (PCA) or of the signal's square (NMF) each component explains
     */
    public record Factors(double[][] amounts, double[][] spectra, double[] share) {
    }

    /**
     * Principal components by orthogonal iteration on the covariance (Golub and Van Loan, Matrix Computations, 4th
     * ed., section 8.2), with four spare directions for convergence.
     */
    public Factors principal(int k, long seed, Progress progress) {
        double[] mean = new double[columns];
        for (double[] r : rows) {
            for (int j = 0; j < columns; j++) {
                mean[j] += r[j] / rows.length;
            }
        }
        double total = 0;
        for (double[] r : rows) {
            for (int j = 0; j < columns; j++) {
                total += (r[j] - mean[j]) * (r[j] - mean[j]);
            }
        }
        int wide = Math.min(Math.min(k + 4, columns), rows.length);
        Random random = new Random(seed);
        double[][] v = new double[wide][columns];
        for (double[] direction : v) {
            Arrays.setAll(direction, j -> random.nextGaussian());
        }
        orthonormalise(v);
        double[] before = new double[wide];
        for (int round = 0; round < ROUNDS; round++) {
            progress.checkCancelled();
            progress.report((double) round / ROUNDS, "principal components");
            double[][] next = covarianceTimes(v, mean);
            double[] size = new double[wide];
            for (int c = 0; c < wide; c++) {
                size[c] = Math.sqrt(dot(next[c], next[c]));
            }
            v = next;
            orthonormalise(v);
            double change = 0;
            for (int c = 0; c < Math.min(k, wide); c++) {
                change = Math.max(change, Math.abs(size[c] - before[c]) / Math.max(size[0], 1e-300));
            }
            before = size;
            if (change < 1e-8) {
                break;
            }
        }
        int kept = Math.min(k, wide);
        double[][] spectra = Arrays.copyOf(v, kept);
        for (double[] s : spectra) {
            // the sign is free: the largest loading is made positive, so that results repeat
            int largest = 0;
            for (int j = 1; j < columns; j++) {
                largest = Math.abs(s[j]) > Math.abs(s[largest]) ? j : largest;
            }
            if (s[largest] < 0) {
                for (int j = 0; j < columns; j++) {
                    s[j] = -s[j];
                }
            }
        }
        double[][] amounts = new double[rows.length][kept];
        double[] variance = new double[kept];
        for (int i = 0; i < rows.length; i++) {
            for (int c = 0; c < kept; c++) {
                double sum = 0;
                for (int j = 0; j < columns; j++) {
                    sum += (rows[i][j] - mean[j]) * spectra[c][j];
                }
                amounts[i][c] = sum;
                variance[c] += sum * sum;
            }
        }
        double all = total;
        return new Factors(amounts, spectra, Arrays.stream(variance).map(x -> all > 0 ? x / all : 0).toArray());
    }

    private double[][] covarianceTimes(double[][] v, double[] mean) {
        int k = v.length;
        double[][][] parts = new double[BLOCKS][k][columns];
        IntStream.range(0, BLOCKS).parallel().forEach(b -> {
            double[] centred = new double[columns];
            for (int i = b; i < rows.length; i += BLOCKS) {
                for (int j = 0; j < columns; j++) {
                    centred[j] = rows[i][j] - mean[j];
                }
                for (int c = 0; c < k; c++) {
                    double t = dot(centred, v[c]);
                    double[] target = parts[b][c];
                    for (int j = 0; j < columns; j++) {
                        target[j] += t * centred[j];
                    }
                }
            }
        });
        double[][] out = new double[k][columns];
        for (double[][] part : parts) {
            for (int c = 0; c < k; c++) {
                for (int j = 0; j < columns; j++) {
                    out[c][j] += part[c][j];
                }
            }
        }
        return out;
    }

    private static void orthonormalise(double[][] v) {
        for (int c = 0; c < v.length; c++) {
            // twice is enough against rounding
            for (int pass = 0; pass < 2; pass++) {
                for (int o = 0; o < c; o++) {
                    double t = dot(v[c], v[o]);
                    for (int j = 0; j < v[c].length; j++) {
                        v[c][j] -= t * v[o][j];
                    }
                }
            }
            double norm = Math.sqrt(dot(v[c], v[c]));
            for (int j = 0; j < v[c].length; j++) {
                v[c][j] = norm > 1e-300 ? v[c][j] / norm : 0;
            }
        }
    }

    /**
     * Non-negative factors by hierarchical alternating least squares (Cichocki and Phan, IEICE Trans. Fundamentals
     * E92-A (2009) 708). Negative data count as zero.
     */
    public Factors nonNegative(int k, long seed, Progress progress) {
        Random random = new Random(seed);
        double[][] x = new double[rows.length][columns];
        double level = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns; j++) {
                x[i][j] = Math.max(0, rows[i][j]);
                level += x[i][j] / rows.length / columns;
            }
        }
        double[][] w = new double[rows.length][k];
        double[][] h = new double[k][columns];
        for (double[] r : w) {
            Arrays.setAll(r, c -> random.nextDouble() + 0.1);
        }
        double scale = level / k;
        for (double[] r : h) {
            Arrays.setAll(r, j -> scale * (random.nextDouble() + 0.1));
        }
        double before = Double.POSITIVE_INFINITY;
        double error = 0;
        for (int round = 0; round < 200; round++) {
            progress.checkCancelled();
            progress.report(round / 200.0, "factorising");
            updateAmounts(x, w, h);
            updateSpectra(x, w, h);
            if (round % 5 == 4) {
                error = error(x, w, h);
                if (before - error < 1e-6 * before) {
                    break;
                }
                before = error;
            }
        }
        return ordered(x, w, h);
    }

    private void updateAmounts(double[][] x, double[][] w, double[][] h) {
        int k = h.length;
        double[][] hh = new double[k][k];
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                hh[a][b] = dot(h[a], h[b]);
            }
        }
        IntStream.range(0, x.length).parallel().forEach(i -> {
            for (int c = 0; c < k; c++) {
                double g = dot(x[i], h[c]);
                for (int o = 0; o < k; o++) {
                    g -= o == c ? 0 : w[i][o] * hh[o][c];
                }
                w[i][c] = hh[c][c] > 0 ? Math.max(0, g / hh[c][c]) : 0;
            }
        });
    }

    private void updateSpectra(double[][] x, double[][] w, double[][] h) {
        int k = h.length;
        double[][] ww = new double[k][k];
        for (double[] r : w) {
            for (int a = 0; a < k; a++) {
                for (int b = 0; b < k; b++) {
                    ww[a][b] += r[a] * r[b];
                }
            }
        }
        double[][][] parts = new double[BLOCKS][k][columns];
        IntStream.range(0, BLOCKS).parallel().forEach(b -> {
            for (int i = b; i < x.length; i += BLOCKS) {
                for (int c = 0; c < k; c++) {
                    double t = w[i][c];
                    double[] target = parts[b][c];
                    for (int j = 0; j < columns; j++) {
                        target[j] += t * x[i][j];
                    }
                }
            }
        });
        for (int c = 0; c < k; c++) {
            for (int j = 0; j < columns; j++) {
                double g = 0;
                for (double[][] part : parts) {
                    g += part[c][j];
                }
                for (int o = 0; o < k; o++) {
                    g -= o == c ? 0 : ww[o][c] * h[o][j];
                }
                h[c][j] = ww[c][c] > 0 ? Math.max(0, g / ww[c][c]) : 0;
            }
        }
    }

    private static double error(double[][] x, double[][] w, double[][] h) {
        double[] part = new double[x.length];
        IntStream.range(0, x.length).parallel().forEach(i -> {
            double sum = 0;
            for (int j = 0; j < x[i].length; j++) {
                double d = x[i][j];
                for (int c = 0; c < h.length; c++) {
                    d -= w[i][c] * h[c][j];
                }
                sum += d * d;
            }
            part[i] = sum;
        });
        return Arrays.stream(part).sum();
    }

    /** Spectra scaled to unit area, strongest component first. */
    private static Factors ordered(double[][] x, double[][] w, double[][] h) {
        int k = h.length;
        double[] strength = new double[k];
        double total = 0;
        for (double[] r : x) {
            total += dot(r, r);
        }
        for (int c = 0; c < k; c++) {
            double area = Arrays.stream(h[c]).sum();
            double square = 0;
            double hh = dot(h[c], h[c]);
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
        return new Factors(amounts, Arrays.stream(order).map(c -> h[c]).toArray(double[][]::new),
                Arrays.stream(order).mapToDouble(c -> strength[c]).toArray());
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
