package org.interphase.spectra.peak;

/**
 * What a technique knows about its lines before it sees the data.
 *
 * @param width usual full width at half maximum, in the axis unit; NaN to estimate it from the data
 * @param narrowest smallest width an automatic bound allows; NaN for a third of the usual width
 * @param widest largest width an automatic bound allows; NaN for three times the usual width
 */
public record PeakHints(double width, double narrowest, double widest) {

    /** Nothing is known. */
    public static final PeakHints NONE = new PeakHints(Double.NaN, Double.NaN, Double.NaN);
}
