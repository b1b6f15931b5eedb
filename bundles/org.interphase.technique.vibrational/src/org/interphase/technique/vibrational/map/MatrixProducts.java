package org.interphase.technique.vibrational.map;

import org.interphase.api.Progress;

/** What factorisations ask of a matrix whose rows are spectra: products with a few vectors. */
interface MatrixProducts {

    /** Sum of the squares of all elements. */
    double square();

    /** The matrix times vectors [vector][column]: [row][vector]. */
    double[][] times(double[][] vectors, Progress progress);

    /** Amounts [row][vector], transposed, times the matrix: [vector][column]. */
    double[][] transposedTimes(double[][] amounts, Progress progress);
}
