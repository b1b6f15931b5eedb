package org.interphase.numerics.linear;

import org.interphase.numerics.internal.kernel.Kernel;
import org.interphase.numerics.internal.kernel.Kernels;

/**
 * The normal equations {@code A'A x = A'y} of min |A x - y|, with the memory to form them again and again: fill
 * {@link #column} and {@link #target}, then {@link #form}. For one thread.
 */
public final class NormalEquations {

    private final int size;
    private final int rows;
    /** The kernel works on pairs of columns: an odd number is filled up with one of zeros. */
    private final int even;
    private final double[][] columns;
    private final double[] target;
    private final double[] products;
    private final double[] projections;
    private final double[] matrix;
    private final double[] rhs;
    private final Kernel kernel = Kernels.current();

    /**
     * @param size number of unknowns (columns of A)
     * @param rows number of equations (rows of A)
     */
    public NormalEquations(int size, int rows) {
        this.size = size;
        this.rows = rows;
        even = (size + 1) / 2 * 2;
        columns = new double[even][rows];
        target = new double[rows];
        products = new double[even * even];
        projections = new double[even];
        matrix = new double[size * size];
        rhs = new double[size];
    }

    /** Number of unknowns. */
    public int size() {
        return size;
    }

    /** Number of equations. */
    public int rows() {
        return rows;
    }

    /** A column of A, to be written to. */
    public double[] column(int number) {
        return columns[number];
    }

    /** The vector y, to be written to. */
    public double[] target() {
        return target;
    }

    /** Forms matrix and right-hand side from the columns and the target. */
    public void form() {
        kernel.normal(columns, even, target, rows, products, projections);
        System.arraycopy(projections, 0, rhs, 0, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double product = products[i * even + j];
                matrix[i * size + j] = product;
                matrix[j * size + i] = product;
            }
        }
    }

    /** {@code A'A}, both triangles, rows of {@link #size} values; overwritten by {@link #form}. */
    public double[] matrix() {
        return matrix;
    }

    /** {@code A'y}; overwritten by {@link #form}. */
    public double[] rhs() {
        return rhs;
    }

    /** {@code y'y}. */
    public double squares() {
        double sum = 0;
        for (double v : target) {
            sum = Math.fma(v, v, sum);
        }
        return sum;
    }
}
