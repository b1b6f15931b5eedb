package org.interphase.electro.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.model.Metadata;
import org.junit.jupiter.api.Test;

class EnteredAmountsTest {

    private static EnteredAmounts cycler() {
        return new EnteredAmounts(Metadata.EMPTY, EnteredAmounts.Untyped.CYCLER);
    }

    @Test
    void whatWasTypedIsTaken() {
        EnteredAmounts a = cycler().mass("Mass", 12.5, "mg").area("Area", 1.13, "cm2");
        assertEquals(12.5, a.metadata().number("mass", "mg").orElseThrow());
        assertEquals(1.13, a.metadata().number("electrode area", "cm2").orElseThrow());
        assertTrue(a.remarks().isEmpty());
        assertEquals(0.001, cycler().mass("Mass", 0.001, "g").metadata().number("mass", "g").orElseThrow());
    }

    @Test
    void whatTheProgramWritesByItselfIsNamedAndNotTaken() {
        EnteredAmounts a = cycler().mass("MASS", 1, "g").area("Area", 1, "cm2");
        assertTrue(a.metadata().entries().isEmpty());
        assertEquals(2, a.remarks().size());
        assertTrue(a.remarks().get(0).text().contains("'MASS' is 1 g"), a.remarks().toString());
        assertFalse(EnteredAmounts.Untyped.EC_LAB.isEntered(0.001f));
        assertTrue(EnteredAmounts.Untyped.EC_LAB.isEntered(1));
    }

    @Test
    void whatIsNoAmountIsLeftSilently() {
        EnteredAmounts a = cycler().mass("m", 0, "g").mass("m", -1, "g").mass("m", Double.NaN, "g").mass("m",
                Double.POSITIVE_INFINITY, "g");
        assertTrue(a.metadata().entries().isEmpty());
        assertTrue(a.remarks().isEmpty());
    }
}
