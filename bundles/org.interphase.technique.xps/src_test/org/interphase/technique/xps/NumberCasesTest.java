package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.api.Outcome;
import org.interphase.model.Measurement;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** The small files whose numbers once were wrong without a word, case by case. */
class NumberCasesTest {

    private static Outcome run(String recipe, String file) throws Exception {
        return XpsRuns.run(recipe, XpsRuns.read(SharedData.require("../cases/" + file)).get(0));
    }

    private static Measurement one(Outcome o, String name) {
        return o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void aStateAt6866IsNotCalledLithiumFluoride() throws Exception {
        Outcome o = run("xps/f1s-lif-cf2", "01_f1s_686.6_called_LiF.csv");
        assertFalse(one(o, "LiF area").verdict().isSound(), one(o, "LiF area").toString());
        assertTrue(o.remarks().stream().anyMatch(r -> r.component().equals("LiF") && r.code().equals("assignment")),
                o.remarks().toString());
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
    void aSlopeUnderTheStepIsInTheUncertaintyOfTheFraction() throws Exception {
        Measurement fraction = one(run("xps/f1s-lif-cf2", "14_f1s_slope_silent.csv"), "LiF fraction");
        assertTrue(!fraction.verdict().isSound() || Math.abs(fraction.value() - 10) < 2 * fraction.uncertainty(),
                fraction.toString());
    }
}
