package org.interphase.model;

import java.util.Objects;

/**
 * A background or baseline found under a curve, point by point on the curve's axis. The curve itself is not changed,
 * so that counting statistics still come from what was measured.
 *
 * @param title the algorithm, for example "Shirley"
 * @param values ordinate at each point of the curve, in the signal's unit; NaN outside the region; copied
 * @param sigma standard uncertainty at each point, or null if not known; copied
 */
public record Background(String title, double[] values, double[] sigma) implements Product {

    /** Copies the arrays. */
    public Background {
        Objects.requireNonNull(title, "title");
        values = values.clone();
        sigma = sigma == null ? null : sigma.clone();
    }

    /** A copy of the values. */
    @Override
    public double[] values() {
        return values.clone();
    }

    /** A copy of the standard uncertainties, or null. */
    @Override
    public double[] sigma() {
        return sigma == null ? null : sigma.clone();
    }
}
