package org.interphase.technique.electrochemistry.drt;

/** Basis functions of a distribution of relaxation times over ln τ. */
public enum DrtBasis {
    /** Hat functions: the distribution is linear between grid points. */
    PIECEWISE_LINEAR,
    /** Gaussians whose full width at half maximum is two grid steps. */
    GAUSSIAN
}
