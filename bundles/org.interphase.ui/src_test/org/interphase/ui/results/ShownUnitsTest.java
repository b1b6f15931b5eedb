package org.interphase.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.interphase.model.Measurement;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

/** Numbers are shown in the unit an analyst likes, with their uncertainty and limit. */
class ShownUnitsTest {

    private static final ShownUnits LIKED = new ShownUnits(List.of(Unit.of("um"), Unit.of("MPa")));

    @Test
    void valueUncertaintyAndLimitAreConverted() {
        Measurement m = LIKED.of(Measurement.of("thickness", "t", 1250, 20, "nm"));
        assertEquals(1.25, m.value(), 1e-12);
        assertEquals(0.02, m.uncertainty(), 1e-12);
        assertEquals(Unit.of("um"), m.unit());
        assertEquals(0.003, LIKED.of(Measurement.notDetected("layer", "", 3, "nm")).limit(), 1e-12);
        assertEquals(210_000, LIKED.of(Measurement.of("modulus", "E", 210, 1, "GPa")).value(), 1e-6);
    }

    @Test
    void whatIsOfAnotherKindOrWithheldStaysAsItIs() {
        Measurement energy = Measurement.of("position", "", 688.8, 0.1, "eV");
        assertSame(energy, LIKED.of(energy));
        Measurement share = Measurement.of("share", "", 3, 0.1, "%");
        assertSame(share, LIKED.of(share));
        Measurement withheld = LIKED.of(Measurement.withheld("thickness", "", "nm", "too few points"));
        assertEquals("withheld", withheld.verdict().quality().word());
    }

    @Test
    void everyUnitOnOfferIsKnownAndOfItsKind() {
        for (ShownUnits.Kind kind : ShownUnits.Kind.values()) {
            Unit first = Unit.of(kind.units().get(0));
            kind.units().forEach(u -> assertEquals(true, Unit.isKnown(u) && Unit.of(u).isCompatible(first), u));
        }
    }
}
