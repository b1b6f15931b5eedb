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

    /** A sound number holds the truth, a limit is not below it; a doubtful or withheld one claims nothing. */
    private static void claimsNothingFalse(Measurement m, double truth) {
        if (m.isNotDetected()) {
            assertFalse(m.limit() < truth, m.toString());
        } else if (m.verdict().isSound()) {
            assertEquals(truth, m.value(), 2.5 * m.uncertainty(), m.toString());
        }
    }

    @Test
    void aStateAt6866IsNotCalledLithiumFluoride() throws Exception {
        Outcome o = run("xps/f1s-lif-cf2", "01_f1s_686.6_called_LiF.csv");
        assertFalse(one(o, "LiF area").verdict().isSound(), one(o, "LiF area").toString());
        assertTrue(o.remarks().stream().anyMatch(r -> r.component().equals("LiF") && r.code().equals("assignment")),
                o.remarks().toString());
    }

    @Test
    void carbonateThatIsThereIsNotDeniedBelowItsArea() throws Exception {
        claimsNothingFalse(one(run("xps/c1s-carbonate", "02d_c1s_tenfold.csv"), "Li2CO3 area"), 4459);
    }

    @Test
    void cyanideThatIsThereIsNotDeniedBelowItsArea() throws Exception {
        claimsNothingFalse(one(run("xps/n1s-pan-licn", "02e_n1s_silent.csv"), "LiCN area"), 1751);
    }

    @Test
    void aLocalMinimumIsNoAbsence() throws Exception {
        claimsNothingFalse(one(run("xps/f1s-lif-cf2", "03_f1s_LiF_local_minimum.csv"), "LiF area"), 392);
    }

    @Test
    void aSlopeUnderTheLineDoesNotMoveTheFraction() throws Exception {
        claimsNothingFalse(one(run("xps/f1s-lif-cf2", "14_f1s_slope_silent.csv"), "LiF fraction"), 10);
    }
}
