package org.interphase.technique.vibrational.map;

import org.interphase.api.Progress;

/**
 * Spectra of a map as rows of a matrix, and its decompositions. Rows are worked on in parallel; results do not depend
 * on the number of cores.
 */
public final class SpectralMatrix {

    private static final double EXACT = 1e-9;
    private static final double GOOD = 1e-6;

    private final double[][] rows;

    /** @param rows spectra of equal length, not copied and not changed */
    public SpectralMatrix(double[][] rows) {
        this.rows = rows;
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

    /** Principal components, the largest variance first; each with its largest loading positive. */
    public Factors principal(int k, long seed, Progress progress) {
        return new PrincipalComponents(new RowMatrix(rows, true)).find(k, EXACT, seed, progress);
    }

    /**
     * Amounts [spectrum][component] of the leading components, to tell spectra apart by: those that stand out of the
     * noise are exact, and what is noise need be no certain direction of it.
     */
    public double[][] scores(int k, long seed, Progress progress) {
        return new PrincipalComponents(new RowMatrix(rows, true)).find(k, GOOD, seed, progress).amounts();
    }

    /** Non-negative factors, the strongest first, with spectra of unit area. Negative data count as zero. */
    public Factors nonNegative(int k, long seed, Progress progress) {
        return new NonNegativeFactors(rows).find(k, seed, progress);
    }
}
