package org.interphase.technique.topography.operation;

import org.interphase.api.Outcome;
import org.interphase.model.Remark;

/** What is said where the calibration of an instrument is not given. */
final class Calibrations {

    private Calibrations() {
    }

    /** Remarks on scales whose relative standard uncertainty is zero: not given. */
    static void remark(Outcome.Builder out, double height, double lateral) {
        height(out, height);
        if (lateral == 0) {
            out.remark(Remark.info("The uncertainties leave out that of lengths in the plane; give it as lateral "
                    + "calibration if the instrument's is known.").coded("no-lateral-calibration"));
        }
    }

    /** The same where only heights count. */
    static void height(Outcome.Builder out, double height) {
        if (height == 0) {
            out.remark(Remark.info("The uncertainties leave out that of the height scale; give it as height "
                    + "calibration if the instrument's is known.").coded("no-height-calibration"));
        }
    }
}
