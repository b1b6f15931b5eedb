package org.interphase.technique.topography.operation;

import java.util.Locale;
import org.interphase.api.Outcome;
import org.interphase.model.Remark;

/** How well scales are known where the calibration of an instrument is not given. */
final class Calibrations {

    /**
     * Relative standard uncertainty of a scale in percent where nothing is stated, as a parameter has it. The founders'
     * choice, unverified; a scale that somebody calibrated is better.
     */
    static final String USUAL = "1";

    private static final double VALUE = Double.parseDouble(USUAL);

    private Calibrations() {
    }

    /** Remarks on scales of which nothing was stated. */
    static void remark(Outcome.Builder out, double height, double lateral) {
        height(out, height);
        if (lateral == VALUE) {
            out.remark(said("lengths in the plane", "lateral calibration").coded("no-lateral-calibration"));
        }
    }

    /** The same where only heights count. */
    static void height(Outcome.Builder out, double height) {
        if (height == VALUE) {
            out.remark(said("the height scale", "height calibration").coded("no-height-calibration"));
        }
    }

    private static Remark said(String what, String parameter) {
        return Remark.info(String.format(Locale.ROOT, "The uncertainties hold %.0f %% for %s, a usual value where "
                + "nothing is stated; give that of this instrument as %s, 0 for a scale that is exact.", VALUE, what,
                parameter));
    }
}
