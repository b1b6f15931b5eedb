package org.interphase.numerics.fit;

/** Solves the damped linear least-squares problem of one iteration, some of the unknowns being held at given values. */
interface StepSolver {

    /**
     * Minimises {@code |J delta - r|^2 + lambda |D delta|^2}, D the column norms of J, over the entries that are not
     * held.
     *
     * @param held which entries of {@code delta} are given
     * @param delta in: values of the held entries; out: the others
     * @return false if the system is too ill-conditioned for this solver
     */
    boolean solve(double lambda, boolean[] held, double[] delta);

    /** Decrease of chi-square the linear model predicts for {@code delta}: {@code 2 g delta - |J delta|^2}. */
    double predicted(double[] delta);
}
