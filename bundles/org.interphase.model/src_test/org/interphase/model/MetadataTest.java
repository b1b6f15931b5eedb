package org.interphase.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.interphase.model.unit.Quantity;
import org.junit.jupiter.api.Test;

class MetadataTest {

    @Test
    void keepsOrderAndReplacesInPlace() {
        Metadata m = Metadata.EMPTY.with("b", "x").with("a", 1).with("b", "y");
        assertEquals(List.of("b", "a"), List.copyOf(m.entries().keySet()));
        assertEquals("y", m.text("b").orElseThrow());
        assertEquals(Map.of(), Metadata.EMPTY.entries());
    }

    @Test
    void nothingIsNotKept() {
        Metadata m = Metadata.EMPTY.with("a", null).with("b", " ").with("c", Double.NaN, "eV");
        assertFalse(m.has("a") || m.has("b") || m.has("c"));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", null);
        map.put("b", (short) 3);
        assertEquals(Map.of("b", 3L), Metadata.of(map).entries());
    }

    @Test
    void quantitiesConvert() {
        Metadata m = Metadata.EMPTY.with("photon energy", 1.4866, "keV").with("scans", 3);
        assertEquals(1486.6, m.number("photon energy", "eV").orElseThrow(), 1e-9);
        assertEquals(1.4866, m.number("photon energy").orElseThrow());
        assertEquals(OptionalDouble.empty(), m.number("photon energy", "nm"));
        assertEquals(OptionalDouble.of(3), m.number("scans"));
        assertEquals(OptionalDouble.empty(), m.number("scans", "s"));
        assertEquals(OptionalDouble.empty(), m.number("missing"));
    }

    @Test
    void otherTypesAreRefusedByKey() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> Metadata.EMPTY.with("when", java.time.Instant.EPOCH));
        assertTrue(e.getMessage().contains("'when'"), e.getMessage());
    }

    @Test
    void cannotBeWrittenTo() {
        Metadata m = Metadata.EMPTY.with("l", Arrays.asList("a", "b")).with("q", Quantity.of(1, "V"));
        assertThrows(UnsupportedOperationException.class, () -> m.entries().put("x", "y"));
        assertThrows(UnsupportedOperationException.class, () -> ((List<?>) m.entries().get("l")).clear());
        assertEquals(m, Metadata.of(m.entries()));
    }
}
