/**
 * Linear algebra of small dense least-squares problems on plain arrays: normal equations, their Cholesky factor,
 * Householder triangles, sign conditions, regularisation, symmetric eigenvalues and the straight line.
 */
package org.interphase.numerics.linear;
