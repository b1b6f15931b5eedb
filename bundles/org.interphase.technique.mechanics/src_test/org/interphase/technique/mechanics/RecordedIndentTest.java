package org.interphase.technique.mechanics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.technique.mechanics.indent.IndentTable;
import org.interphase.technique.mechanics.reader.HysitronReader;
import org.interphase.technique.mechanics.reader.NanoSuiteMethodReader;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** Recorded indents and methods. */
class RecordedIndentTest {

    @Test
    void hysitronShowsWhatIsTakenOffAndItsAreaFunctionIsDoubted() throws Exception {
        Dataset d = new HysitronReader().read(Source.of(SharedData.require("mechanics/Exp-50mN_0000.hld")),
                Progress.none()).get(0);
        assertEquals(1068, d.points());
        assertEquals(6.63947, d.metadata().number(IndentTable.COMPLIANCE, "nm/mN").orElseThrow(), 1e-9);
        assertEquals("true", d.metadata().text(IndentTable.COMPLIANCE_TAKEN_OFF).orElseThrow());
        assertEquals("true", d.metadata().text(IndentTable.DRIFT_TAKEN_OFF).orElseThrow());
        Map<String, Measurement> m = RunOn.measured("mechanics.indentation", d, Map.of());
        // power law by an independent least squares: 1.524e5 N/m, contact depth 321 nm
        assertEquals(1.524e5, m.get("contact stiffness").value(), 2e3);
        assertEquals(325, m.get("contact depth").value(), 8);
        assertFalse(m.get("hardness").verdict().isSound());
        assertTrue(m.get("hardness").verdict().reason().contains("blunter"), m.get("hardness").verdict().reason());
    }

    @Test
    void aMethodGivesItsSettingsAndSaysThatItHoldsNoPoints() throws Exception {
        Dataset d = new NanoSuiteMethodReader().read(Source.of(SharedData.require("mechanics/CSM.txt")),
                Progress.none()).get(0);
        assertEquals(0.18, d.metadata().number(IndentTable.POISSON).orElseThrow());
        assertEquals(2000, d.metadata().number("depth limit", "nm").orElseThrow());
        assertTrue(d.header().remarks().stream().anyMatch(r -> r.code().equals("no-points")));
    }
}
