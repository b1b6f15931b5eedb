package org.interphase.technique.porosimetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.interphase.api.Outcome;
import org.interphase.api.Source;
import org.interphase.model.Measurement;
import org.interphase.model.Table;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** Recorded runs with known answers. */
class KnownRunsTest {

    private static final String COLUMNS = "pressure=#1 [psi], volume=#2 [cm3]";

    private static Outcome clay(String columns) throws Exception {
        Path file = SharedData.require("porosimetry/input_mip.txt");
        return Runs.washburn(Runs.mercury(Source.of(file), columns), "mass", "0.2248 g");
    }

    @Test
    void aRunOfClayHasTheVolumeAreaAndDiametersWorkedOutByHand() throws Exception {
        Outcome o = clay(COLUMNS);
        near(o, "total intrusion volume", 0.473683, 1e-6);
        near(o, "total pore area", 7.273, 5e-4);
        near(o, "mean pore diameter (4V/A)", 0.2605, 5e-5);
        near(o, "median pore diameter (volume)", 0.2949, 5e-5);
        near(o, "diameter at the highest pressure", 3.91325, 5e-6);
        assertTrue(o.measurements().stream().allMatch(m -> m.verdict().isSound()));
    }

    @Test
    void withoutUnitsTheSameNumbersAreDoubtful() throws Exception {
        Outcome o = clay("");
        near(o, "total intrusion volume", 0.473683, 1e-6);
        assertFalse(Runs.of(o, "total intrusion volume").verdict().isSound());
        assertFalse(Runs.of(o, "total pore area").verdict().isSound());
    }

    @Test
    void aCarbonatePlugHasTwoPoreSystems() throws Exception {
        Path file = SharedData.require("porosimetry/Pc_data_dual_porosity.xlsx");
        Table t = (Table) Runs.washburn(Runs.mercury(Source.of(file), "")).dataset();
        Outcome o = Runs.thomeer(t);
        within(o, "Thomeer entry pressure 1", 7.9);
        within(o, "Thomeer pore geometrical factor 1", 0.53);
        within(o, "Thomeer pore volume 1", 10.23);
        within(o, "Thomeer entry pressure 2", 452.7);
        within(o, "Thomeer pore geometrical factor 2", 0.31);
        within(o, "Thomeer pore volume 2", 3.51);
        within(o, "Thomeer permeability (empirical)", 14.83 * 9.869233e-4);
    }

    private static void near(Outcome o, String name, double truth, double tolerance) {
        assertEquals(truth, Runs.of(o, name).value(), tolerance, name);
    }

    private static void within(Outcome o, String name, double truth) {
        Measurement m = Runs.of(o, name);
        assertTrue(Math.abs(m.value() - truth) < 3 * m.uncertainty(), name + " " + m.pretty() + ", not " + truth);
    }
}
