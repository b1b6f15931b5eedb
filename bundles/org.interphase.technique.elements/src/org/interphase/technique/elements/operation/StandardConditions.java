package org.interphase.technique.elements.operation;

import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.model.Verdict;
import org.interphase.technique.elements.spectrum.EdsSpectrum;
import org.interphase.technique.elements.standard.StandardSpectrum;

/** Whether standards were measured as the specimen was. */
final class StandardConditions {

    private static final double SAME_BEAM = 0.005;
    /** In degrees: a k-ratio of a soft line changes by about a per cent. */
    private static final double SAME_ANGLE = 0.5;
    /** Beyond this tilt of the stage in degrees the surface is not normal to the beam, as the correction has it. */
    private static final double FLAT = 2;

    private StandardConditions() {
    }

    /**
     * The verdict on k-ratios; where a standard states no take-off angle it is that of the specimen.
     *
     * @param stated whether a person says what the take-off angle is where files do not
     * @throws AnalysisException if beam or take-off angle of a standard is another than the specimen's
     */
    static Verdict verdict(EdsSpectrum s, List<StandardSpectrum> standards, boolean stated)
            throws AnalysisException {
        Verdict v = tilt("the specimen", s);
        for (StandardSpectrum t : standards) {
            if (Math.abs(t.spectrum().beam() / s.beam() - 1) > SAME_BEAM) {
                throw new AnalysisException("The standard '" + t.file() + "' was measured at "
                        + t.spectrum().beam() / 1000 + " keV, the specimen at " + s.beam() / 1000
                        + " keV; standards need the beam energy of the specimen.");
            }
            if (Math.abs(t.spectrum().takeOff() - s.takeOff()) > SAME_ANGLE) {
                throw new AnalysisException("The standard '" + t.file() + "' was measured at a take-off angle of "
                        + t.spectrum().takeOff() + " degrees, the specimen at " + s.takeOff()
                        + " degrees; standards need the take-off angle of the specimen.");
            }
            if (!(t.spectrum().metadata().number("beam energy", "keV").orElse(0) > 0)) {
                v = v.and(Verdict.doubtful("the standard '" + t.file() + "' does not state its beam energy, which is "
                        + "taken for the specimen's"));
            }
            if (Double.isNaN(t.spectrum().takeOff()) && !stated) {
                v = v.and(Verdict.doubtful("the standard '" + t.file() + "' does not state its take-off angle, which "
                        + "is taken for the specimen's"));
            }
            v = v.and(tilt("the standard '" + t.file() + "'", t.spectrum()));
        }
        return v;
    }

    private static Verdict tilt(String what, EdsSpectrum s) {
        double tilt = Math.hypot(s.metadata().number("stage tilt", "deg").orElse(0),
                s.metadata().number("stage tilt across", "deg").orElse(0));
        return tilt > FLAT ? Verdict.doubtful("the stage was tilted by " + Math.round(tilt) + " degrees for " + what
                + ", and the correction is for surfaces normal to the beam") : Verdict.SOUND;
    }
}
