package org.interphase.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StatedTest {

    @Test
    void aQuantityIsTakenInItsOwnUnitOrAnyCompatibleOne() {
        assertEquals(1486.6, Stated.NOTHING.with(Fact.PHOTON_ENERGY, "1486.6").value(Fact.PHOTON_ENERGY).orElseThrow());
        assertEquals(1486.6, Stated.NOTHING.with(Fact.PHOTON_ENERGY, "1.4866 keV").value(Fact.PHOTON_ENERGY)
                .orElseThrow(), 1e-9);
        assertEquals(1.5, Stated.NOTHING.with(Fact.AREA, "150 mm2").value(Fact.AREA).orElseThrow(), 1e-12);
        assertEquals(-20, Stated.NOTHING.with(Fact.TEMPERATURE, "-20").value(Fact.TEMPERATURE).orElseThrow());
        assertEquals(1e3, Stated.NOTHING.with(Fact.LASER, "1e3 nm").value(Fact.LASER).orElseThrow());
        assertEquals(0, Stated.NOTHING.with(Fact.WORK_FUNCTION, "0").value(Fact.WORK_FUNCTION).orElseThrow());
    }

    @Test
    void whatIsOfNoUseIsRefusedWithTheOption() {
        for (Map.Entry<Fact, String> e : Map.of(Fact.PHOTON_ENERGY, "much", Fact.AREA, "3 eV", Fact.LASER, "-5",
                Fact.UNIT, "parsnips", Fact.KIND, "Raman Spectrum", Fact.DECIMAL, "dot", Fact.MASS, "0").entrySet()) {
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                    () -> Stated.NOTHING.with(e.getKey(), e.getValue()));
            assertTrue(refused.getMessage().startsWith(e.getKey().option()), refused.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> Stated.of(Map.of("colour", "blue")));
    }

    @Test
    void whatIsSaidOfAFileGoesBeforeWhatIsSaidOfAll() {
        Stated all = Stated.of(Map.of("kind", "raman", "laser", "532"));
        Stated one = Stated.of(Map.of("laser", "785"));
        assertEquals(Map.of("kind", "raman", "laser", "785"), one.orElse(all).entries());
        assertTrue(one.with(Fact.LASER, " ").isEmpty());
    }

    @Test
    void aMissingFactTellsHowToSayIt() {
        MissingFactException e = Stated.missing("a.csv", "line 1", "the axis is kinetic energy, the photon energy is "
                + "not stated", Fact.PHOTON_ENERGY);
        assertTrue(e.getMessage().contains("--photon-energy 1486.6"), e.getMessage());
        assertEquals(java.util.List.of(Fact.PHOTON_ENERGY), e.needed());
    }
}
