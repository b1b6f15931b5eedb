package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.api.Outcome;
import org.interphase.model.Measurement;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** Files with known areas that once got a limit below the truth, or a number far off, without a word. */
class PeakCasesTest {

    private static Outcome run(String recipe, String file) throws Exception {
        return XpsRuns.run(recipe, XpsRuns.read(SharedData.require("../cases/" + file)).get(0));
    }

    private static Measurement one(Outcome o, String name) {
        return o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void lithiumCarbonateHasNoLimitBelowItsArea() throws Exception {
        Measurement area = one(run("xps/c1s-carbonate", "02d_c1s_tenfold.csv"), "Li2CO3 area");
        assertFalse(area.verdict().isSound(), "the fit is poor: " + area);
        assertTrue(area.isDetected() ? Math.abs(area.value() - 4459) < 3 * area.uncertainty() : area.limit() > 4459,
                area.toString());
    }

    @Test
    void aWeakStateInNitrogenHasNoLimitBelowItsArea() throws Exception {
        Measurement area = one(run("xps/n1s-pan-licn", "02e_n1s_silent.csv"), "LiCN area");
        if (area.isDetected()) {
            assertEquals(1751, area.value(), 2 * area.uncertainty());
        } else {
            assertTrue(area.limit() > 1751, area.toString());
        }
    }

    @Test
    void lithiumFluorideIsNotLostInALocalMinimum() throws Exception {
        Measurement area = one(run("xps/f1s-lif-cf2", "03_f1s_LiF_local_minimum.csv"), "LiF area");
        assertTrue(area.isDetected(), area.toString());
        assertEquals(392, area.value(), 2 * area.uncertainty());
    }

    @Test
    void aSlopeUnderTheStepWidensTheUncertaintyOfTheFraction() throws Exception {
        Measurement fraction = one(run("xps/f1s-lif-cf2", "14_f1s_slope_silent.csv"), "LiF fraction");
        // 2.2 standard uncertainties; it was 4
        assertTrue(!fraction.verdict().isSound() || Math.abs(fraction.value() - 10) < 2.5 * fraction.uncertainty(),
                fraction.toString());
    }
}
