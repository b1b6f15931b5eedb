package org.interphase.numerics.linear;

import java.util.Arrays;

/**
 * Roughness of the last unknowns of a linear system, which are values on an even grid: the sum of squared differences,
 * scaled so that it approximates the integral of the squared derivative.
 */
public final class DifferencePenalty {

    private final int first;
    private final int size;
    private final double step;
    private final double[] stencil;
    private final boolean open;

    /**
     * @param first first unknown that is a value on the grid; those before it are free
     * @param size number of unknowns
     * @param step distance of grid points
     * @param order order of the derivative, 1 or 2
     * @param open whether values may go on beyond the upper end of the grid; otherwise, and always beyond the lower
     *     end, they are zero there
     */
    public DifferencePenalty(int first, int size, double step, int order, boolean open) {
        this.first = first;
        this.size = size;
        this.step = step;
        this.stencil = order == 1 ? new double[] {-1, 1} : new double[] {1, -2, 1};
        this.open = open;
    }

    private double scaled(double lambda) {
        return lambda / Math.pow(step, 2 * (stencil.length - 1) - 1);
    }

    /** Mean diagonal entry of a matrix over the unknowns on the grid. */
    double meanDiagonal(double[] matrix) {
        double trace = 0;
        for (int i = first; i < size; i++) {
            trace += matrix[i * size + i];
        }
        return trace / (size - first);
    }

    /** Adds lambda times the roughness to a matrix of the system's size. */
    void add(double lambda, double[] matrix) {
        double scale = scaled(lambda);
        for (int k = first; k + stencil.length <= size; k++) {
            for (int a = 0; a < stencil.length; a++) {
                for (int b = 0; b < stencil.length; b++) {
                    matrix[(k + a) * size + k + b] += scale * stencil[a] * stencil[b];
                }
            }
        }
        int last = size - 1;
        matrix[first * size + first] += scale;
        matrix[last * size + last] += open ? 0 : scale;
    }

    /** Trace of the regularised inverse times lambda times the roughness, from the regularised matrix's factor. */
    double trace(double lambda, double[] factor) {
        double sum = 0;
        // four at a time: forward substitution of one is a chain of sums that waits for itself
        double[][] v = new double[4][size];
        double[] v0 = v[0];
        double[] v1 = v[1];
        double[] v2 = v[2];
        double[] v3 = v[3];
        int[] from = new int[v.length];
        int end = size + (open ? 0 : 1) - stencil.length + 1;
        for (int begin = first - 1; begin < end; begin += v.length) {
            int count = Math.min(v.length, end - begin);
            for (int c = 0; c < v.length; c++) {
                int k = begin + c;
                boolean below = k < first;
                boolean above = k + stencil.length > size;
                from[c] = below ? first : above ? size - 1 : k;
                Arrays.fill(v[c], 0);
                if (c < count && (below || above)) {
                    v[c][from[c]] = 1;
                } else if (c < count) {
                    System.arraycopy(stencil, 0, v[c], k, stencil.length);
                }
            }
            for (int i = from[0]; i < size; i++) {
                double s0 = v0[i];
                double s1 = v1[i];
                double s2 = v2[i];
                double s3 = v3[i];
                for (int j = from[0]; j < i; j++) {
                    double f = -factor[i * size + j];
                    s0 = Math.fma(f, v0[j], s0);
                    s1 = Math.fma(f, v1[j], s1);
                    s2 = Math.fma(f, v2[j], s2);
                    s3 = Math.fma(f, v3[j], s3);
                }
                double d = factor[i * size + i];
                v0[i] = s0 / d;
                v1[i] = s1 / d;
                v2[i] = s2 / d;
                v3[i] = s3 / d;
            }
            // the sum keeps its order, however many go together
            for (int c = 0; c < count; c++) {
                for (int i = from[c]; i < size; i++) {
                    sum += v[c][i] * v[c][i];
                }
            }
        }
        return scaled(lambda) * sum;
    }
}
