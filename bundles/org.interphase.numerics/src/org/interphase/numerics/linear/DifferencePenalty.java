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
        double[] v = new double[size];
        for (int k = first - 1; k + stencil.length <= size + (open ? 0 : 1); k++) {
            boolean below = k < first;
            boolean above = k + stencil.length > size;
            int from = below ? first : above ? size - 1 : k;
            Arrays.fill(v, from, size, 0);
            if (below || above) {
                v[from] = 1;
            } else {
                System.arraycopy(stencil, 0, v, from, stencil.length);
            }
            for (int i = from; i < size; i++) {
                double s = v[i];
                for (int j = from; j < i; j++) {
                    s = Math.fma(-factor[i * size + j], v[j], s);
                }
                v[i] = s / factor[i * size + i];
                sum += v[i] * v[i];
            }
        }
        return scaled(lambda) * sum;
    }
}
