package org.interphase.numerics.fit;

/** Why a fit stopped. */
public enum StopReason {
    /** The decrease of chi-square still to be expected is below the tolerance. */
    CONVERGED(true, "converged"),
    /** Chi-square can't be decreased further in double precision. */
    NO_FURTHER_DECREASE(true, "converged to the limit of double precision"),
    /** The iteration limit was reached first. */
    ITERATION_LIMIT(false, "stopped at the iteration limit"),
    /** All parameters are fixed or at their bounds, so there was nothing to fit. */
    NOTHING_FREE(true, "no free parameter"),
    /** No step led to a lower chi-square although the gradient is not zero. */
    STALLED(false, "stalled before reaching a minimum"),
    /** The caller cancelled. */
    CANCELLED(false, "cancelled");

    private final boolean converged;
    private final String text;

    StopReason(boolean converged, String text) {
        this.converged = converged;
        this.text = text;
    }

    /** Whether the result is a minimum. */
    public boolean converged() {
        return converged;
    }

    /** In words. */
    public String text() {
        return text;
    }
}
