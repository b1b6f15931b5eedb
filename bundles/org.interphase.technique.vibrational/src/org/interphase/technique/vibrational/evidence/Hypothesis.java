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

    /** Width of the range in which a band is asked about, cm-1, and the widths bands of condensed matter have. */
    private static final double RANGE = 120;
    private static final double NARROWEST = 8;
    private static final double WIDEST = 120;

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
     * one in the logarithm of the width. A place or width whose uncertainty is not known speaks for nothing: its
     * density is the same for all.
     */
    double likelihood(Observed band) {
        return prior * place(band) * size(band);
    }

    private double place(Observed band) {
        if (!Double.isFinite(band.positionU()) || isAnything()) {
            return 1 / RANGE;
        }
        return normal(band.position() - position, Math.hypot(spread, band.positionU()));
    }

    private double size(Observed band) {
        if (!Double.isFinite(band.fwhmU()) || !(band.fwhm() > 0) || isAnything()) {
            return 1 / Math.log(WIDEST / NARROWEST);
        }
        return normal(Math.log(band.fwhm() / width), Math.hypot(Math.log(factor), band.fwhmU() / band.fwhm()));
    }

    private static double normal(double d, double sigma) {
        return Math.exp(-0.5 * d * d / (sigma * sigma)) / (sigma * Math.sqrt(2 * Math.PI));
    }

    /** Something that is not listed: any place of the range where C=C is asked for, any width bands have. */
    static Hypothesis anything(double prior) {
        return new Hypothesis("something that is not listed", false, prior, Double.NaN, Double.NaN, Double.NaN,
                Double.NaN, List.of());
    }

    private boolean isAnything() {
        return Double.isNaN(position);
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
