package org.interphase.technique.electrochemistry.drt;

/** How the regularisation parameter of a distribution of relaxation times is found. */
public enum DrtChoice {
    /** Generalised cross-validation. */
    GCV,
    /** Corner of the L-curve. */
    L_CURVE,
    /** As stated. */
    FIXED
}
