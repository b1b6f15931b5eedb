package org.interphase.numerics.verdict;

import java.util.Objects;

/**
 * What the judge needs to know of a fit. Arrays are not copied.
 *
 * @param residuals weighted residuals in the order of the abscissa, channels one after the other
 * @param channels number of channels, 2 for stacked complex data
 * @param jacobian weighted derivatives of the model, a row per parameter; zeros for a parameter that is held, follows
 *     another (its part stands with the other) or counts as exactly known
 * @param unit covariance of the parameters for weighted residuals of variance one
 * @param free number of fitted parameters
 * @param absolute whether the weights tell the noise, not only its proportions
 * @param converged whether the fit ended in a minimum
 * @param abscissa place of each point of a channel; null if it means nothing
 * @param envelopes amplitudes of the misfit over the points that are tried, each at most about one
 */
public record Evidence(double[] residuals, int channels, double[][] jacobian, double[][] unit, int free,
        boolean absolute, boolean converged, double[] abscissa, double[][] envelopes) {

    /** @throws IllegalArgumentException if the channels do not divide the residuals */
    public Evidence {
        Objects.requireNonNull(jacobian, "jacobian");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(envelopes, "envelopes");
        if (channels < 1 || residuals.length % channels != 0) {
            throw new IllegalArgumentException(residuals.length + " residuals in " + channels + " channels");
        }
    }
}
