package org.interphase.technique.mechanics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.technique.mechanics.reader.TensileReader;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** Recorded tests with published or recomputed answers. */
class RecordedTensileTest {

    private static Dataset read(String file) throws Exception {
        return new TensileReader().read(Source.of(SharedData.require("mechanics/" + file)), Progress.none()).get(0);
    }

    private static void near(Map<String, Measurement> m, String name, double value, double within) {
        assertEquals(value, m.get(name).value(), within, name);
        assertTrue(Math.abs(m.get(name).value() - value) <= 2 * m.get(name).uncertainty() + 1e-9, m.get(name).pretty());
    }

    @Test
    void steelIsAsItsSourceSays() throws Exception {
        Dataset steel = read("Steel_1045_Normalized_1_Formatted.csv");
        assertEquals(381, steel.points());
        Map<String, Measurement> m = RunOn.measured("mechanics.tensile", steel, Map.of());
        near(m, "tensile strength", 737.11, 0.03);
        near(m, "yield strength 0.2 %", 503.09, 6);
        near(m, "uniform elongation", 12.79, 0.8);
        near(m, "elongation at break", 28.64, 0.05);
        near(m, "elongation after fracture", 27.165, 0.01);
        near(m, "reduction of area", 59.989, 0.001);
        near(m, "toughness", 192.83, 0.5);
        assertEquals(190.7, m.get("modulus").value(), 1.5);
        assertTrue(m.get("upper yield strength").value() > m.get("lower yield strength").value());
        m.values().forEach(x -> assertTrue(x.verdict().isSound(), x.pretty()));
    }

    @Test
    void aChosenStraightPartIsObeyed() throws Exception {
        Map<String, Measurement> m = RunOn.measured("mechanics.tensile",
                read("Steel_1045_Normalized_1_Formatted.csv"), Map.of("linear", "100 .. 350"));
        assertEquals(188.9, m.get("modulus").value(), 0.1);
    }

    @Test
    void unloadedSheetHasAStrengthOfAtLeastItsGreatestStressAndNoBreak() throws Exception {
        Dataset sheet = read("mDB1pct.txt");
        assertEquals(20, sheet.metadata().number("gauge length", "mm").orElseThrow());
        assertEquals(6.3812, sheet.metadata().number("cross-section", "mm2").orElseThrow(), 1e-12);
        Map<String, Measurement> m = RunOn.measured("mechanics.tensile", sheet, Map.of());
        assertEquals(581.17, m.get("tensile strength").value(), 0.3);
        assertFalse(m.get("tensile strength").verdict().isSound());
        assertTrue(m.get("elongation at break").verdict().isWithheld());
        // steps of the travel are no slip; its file names no extensometer
        String reason = m.get("yield strength 0.2 %").verdict().reason();
        assertTrue(reason.contains("no extensometer") && !reason.contains("slipped"), reason);
    }
}
