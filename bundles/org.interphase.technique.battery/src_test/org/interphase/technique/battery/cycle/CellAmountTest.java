package org.interphase.technique.battery.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.electro.record.EnteredAmounts;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Quantity;
import org.interphase.technique.battery.cycle.CellAmount.Stated;
import org.junit.jupiter.api.Test;

/** What charges are referred to, and numbers with uncertainties, by hand. */
class CellAmountTest {

    private static final Stated NOTHING = new Stated(null, null);

    @Test
    void aChargePerMassHoldsTheUncertaintyOfCurrentAndMass() {
        // 2 A.h +- 0.02 by 4 g: 500 mA.h/g; relative 1 % of its own, 0.3 % of the current, 0.4 % of the mass
        CellAmount a = CellAmount.of(new Stated(4000.0, 16.0), NOTHING, Metadata.EMPTY, 0.003);
        Uncertain q = a.of(new Uncertain(2, 0.02));
        assertEquals(500, q.value(), 1e-9);
        assertEquals(500 * Math.sqrt(1e-4 + 25e-6), q.u(), 1e-9);
        assertEquals("mA.h/g", a.capacityUnit());
        assertEquals("mW.h/g", a.energyUnit());
        assertTrue(a.stated());
        assertEquals("Capacities and energies are referred to the active mass of 4000.0 mg.",
                a.remark().orElseThrow().text());
    }

    @Test
    void aChargePerAreaHoldsTheUncertaintyOfCurrentAndArea() {
        CellAmount a = CellAmount.of(NOTHING, new Stated(2.0, 0.08), Metadata.EMPTY, 0.03);
        Uncertain q = a.of(new Uncertain(0.004, 0));
        assertEquals(2, q.value(), 1e-12);
        assertEquals(2 * 0.05, q.u(), 1e-12);
        assertEquals("mA.h/cm2", a.capacityUnit());
        assertEquals("mW.h/cm2", a.energyUnit());
        assertTrue(a.stated());
    }

    @Test
    void withNothingStatedChargesStayCharges() {
        CellAmount a = CellAmount.of(NOTHING, NOTHING, Metadata.EMPTY, 0.003);
        Uncertain q = a.of(new Uncertain(-0.5, 0.002));
        assertEquals(-500, q.value(), 1e-12);
        assertEquals(2.5, q.u(), 1e-12);
        assertEquals("mA.h", a.capacityUnit());
        assertEquals("mW.h", a.energyUnit());
        assertTrue(a.remark().isEmpty());
    }

    @Test
    void anEnergyHoldsTheVoltageTimesTheCharge() {
        CellAmount a = CellAmount.of(NOTHING, NOTHING, Metadata.EMPTY, 0);
        // 3 mW.h of its own, 2 mV times 2 A.h
        assertEquals(5, a.energy(new Uncertain(8, 3e-3), new Uncertain(2, 1), 2e-3).u(), 1e-12);
    }

    @Test
    void whatIsStatedGoesBeforeTheFileAndAMassBeforeAnArea() {
        Metadata file = Metadata.EMPTY.with(EnteredAmounts.MASS, Quantity.of(5e-3, "g"));
        CellAmount ofFile = CellAmount.of(NOTHING, NOTHING, file, 0);
        assertEquals(0.005, ofFile.divisor(), 1e-15);
        assertFalse(ofFile.stated());
        assertEquals("no-amount-uncertainty", ofFile.remark().orElseThrow().code());
        assertTrue(ofFile.remark().orElseThrow().text().contains("No uncertainty"));
        assertEquals(0.007, CellAmount.of(new Stated(7.0, null), NOTHING, file, 0).divisor(), 1e-15);
        // an area that a person states is meant, though the file has a mass
        CellAmount area = CellAmount.of(NOTHING, new Stated(1.5, null), file, 0);
        assertEquals(1.5, area.divisor());
        assertFalse(area.stated());
        assertEquals("mA.h/g", CellAmount.of(new Stated(7.0, null), new Stated(1.5, null), file, 0).capacityUnit());
    }

    @Test
    void aRatioHoldsBothUncertaintiesAndWhatTheInstrumentDoesNotShare() {
        // relative 2 %, 1 % and 2 %: 3 % of 0.8
        Uncertain r = new Uncertain(-4, 0.08).over(new Uncertain(5, 0.05), 0.02);
        assertEquals(-0.8, r.value(), 1e-12);
        assertEquals(0.8 * 0.03, r.u(), 1e-12);
    }

    @Test
    void aFactorAndAFurtherPartOfAnUncertainty() {
        assertEquals(new Uncertain(-6, 1), new Uncertain(3, 0.5).times(-2));
        assertEquals(new Uncertain(3, 5), new Uncertain(3, 3).and(4));
        assertTrue(new Uncertain(3, Double.NaN).exists());
        assertFalse(Uncertain.NONE.exists());
    }
}
