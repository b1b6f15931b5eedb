package org.interphase.technique.dynamics.displacement;

import org.interphase.model.Verdict;

/**
 * The slope of a mean squared displacement, and what it rests on. Lengths in angstroms, times in ps.
 *
 * @param slope slope in angstrom^2/ps
 * @param uncertainty its standard uncertainty
 * @param choice the part of it that comes from the choice of the start
 * @param intercept value of the line at 0
 * @param interceptUncertainty its standard uncertainty
 * @param start where the straight part begins
 * @param end where it ends
 * @param curve what the line was fitted to
 * @param verdict whether slope and diffusion coefficient may be published
 */
public record SlopeEstimate(double slope, double uncertainty, double choice, double intercept,
        double interceptUncertainty, double start, double end, MsdCurve curve, Verdict verdict) {

    /**
     * Mean squared displacements over time.
     *
     * @param time times in ps
     * @param msd in angstrom^2
     * @param uncertainty standard uncertainties; NaN where they are not known
     */
    public record MsdCurve(double[] time, double[] msd, double[] uncertainty) {
    }

    /** The same with a further verdict. */
    public SlopeEstimate judged(Verdict other) {
        return new SlopeEstimate(slope, uncertainty, choice, intercept, interceptUncertainty, start, end, curve,
                verdict.and(other));
    }

    /** Diffusion coefficient in angstrom^2/ps: slope / (2 d), A. Einstein, Ann. Phys. 322 (1905) 549-560. */
    public double diffusion(int dimension) {
        return slope / (2 * dimension);
    }

    /** Its standard uncertainty. */
    public double diffusionUncertainty(int dimension) {
        return uncertainty / (2 * dimension);
    }
}
