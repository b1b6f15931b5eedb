package org.interphase.technique.vibrational.bands;

import org.interphase.model.Verdict;

/**
 * A band found in a spectrum; uncertainties are standard uncertainties.
 *
 * @param position of the maximum
 * @param positionU its uncertainty
 * @param height over the baseline
 * @param heightU its uncertainty
 * @param fwhm full width at half maximum
 * @param fwhmU its uncertainty
 * @param area over the baseline
 * @param areaU its uncertainty
 * @param mixing Lorentzian fraction of the pseudo-Voigt shape
 * @param significance height over the uncertainty it would have if only noise were there
 * @param shoulder whether it has no maximum of its own but sits on the flank of another band
 * @param verdict whether its numbers may be published
 */
public record Band(double position, double positionU, double height, double heightU, double fwhm, double fwhmU,
        double area, double areaU, double mixing, double significance, boolean shoulder, Verdict verdict) {

    /** The same with a further verdict. */
    public Band judged(Verdict other) {
        return new Band(position, positionU, height, heightU, fwhm, fwhmU, area, areaU, mixing, significance, shoulder,
                verdict.and(other));
    }

    /** Its pseudo-Voigt at a place. */
    double at(double x) {
        double t = 2 * (x - position) / fwhm;
        return height * (mixing / (1 + t * t) + (1 - mixing) * Math.exp(-Math.log(2) * t * t));
    }
}
