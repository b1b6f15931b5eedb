package org.interphase.technique.xps;

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
}
