package org.interphase.technique.vibrational.evidence;

import java.util.List;

/**
 * What a band may be.
 *
 * @param name for people
 * @param claimed whether this is what the analyst asks for
 * @param prior how often it is met compared with the others
 * @param position where the band is, in cm-1
 * @param spread standard deviation of positions that are met
 * @param width usual full width at half maximum
 * @param factor standard deviation of widths that are met, as a factor
 * @param partners bands it never comes without
 */
record Hypothesis(String name, boolean claimed, double prior, double position, double spread, double width,
        double factor, List<Partner> partners) {

    /**
     * A partner band.
     *
     * @param name for people
     * @param position where it is
     * @param reach how far from there it may be
     * @param fwhm usual width
     * @param from lower end of the range it is measured in
     * @param to upper end
     * @param least least height over that of the band
     * @param telling how much likelier the hypothesis is where the partner is there; 1 where other bands lie as well
     */
    record Partner(String name, double position, double reach, double fwhm, double from, double to, double least,
            double telling) {
    }

    /**
     * How well place and width agree, within the joint uncertainty: the product of a normal density in position and
     * one in the logarithm of the width.
     */
    double likelihood(Observed band) {
        double sigma = Math.hypot(spread, finite(band.positionU()));
        double d = (band.position() - position) / sigma;
        double s = Math.hypot(Math.log(factor), finite(band.fwhmU()) / band.fwhm());
        double w = Math.log(band.fwhm() / width) / s;
        return prior * Math.exp(-0.5 * (d * d + w * w)) / (sigma * s);
    }

    private static double finite(double u) {
        return Double.isFinite(u) ? u : 0;
    }

    /**
     * A band as it was found.
     *
     * @param position in cm-1
     * @param positionU its standard uncertainty
     * @param fwhm full width at half maximum
     * @param fwhmU its standard uncertainty
     * @param height over the baseline
     */
    record Observed(double position, double positionU, double fwhm, double fwhmU, double height) {
    }
}
