package org.interphase.technique.battery.titration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.api.Outcome;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Quantity;
import org.junit.jupiter.api.Test;

class ParticleSizeTest {

    private static final ParticleSize UNKNOWN = new ParticleSize(null, null);

    private static String codes(ParticleSize size) {
        Outcome.Builder out = Outcome.builder(Points.table());
        size.remark(out);
        return String.join(" ", out.build().remarks().stream().map(r -> r.code()).toList());
    }

    @Test
    void aCoefficientIsTheSquareOfTheLengthOverTheTime() {
        // (5e-4 cm)^2 / 1000 s; 3 % of the time, twice 2 % of the length
        Measurement d = new ParticleSize(5.0, 0.1).number(", pulse 1", 1000, 0.03);
        assertEquals("D, pulse 1", d.name());
        assertEquals(2.5e-10, d.value(), 1e-20);
        assertEquals(2.5e-10 * 0.05, d.uncertainty(), 1e-20);
        assertTrue(d.verdict().isSound());
        assertEquals("", codes(new ParticleSize(5.0, 0.1)));
    }

    @Test
    void aLengthWithoutAnUncertaintyMakesItDoubtful() {
        ParticleSize size = new ParticleSize(5.0, null);
        Measurement d = size.number("", 1000, 0.03);
        assertEquals(2.5e-10 * 0.03, d.uncertainty(), 1e-20);
        assertTrue(d.verdict().reason().contains("radius or thickness"));
        assertEquals("no-length-uncertainty", codes(size));
    }

    @Test
    void withoutALengthTheTimeIsGiven() {
        Measurement t = UNKNOWN.number(", pulse 1", 1000, 0.03);
        assertEquals("diffusion time, pulse 1", t.name());
        assertEquals(1000, t.value());
        assertEquals(30, t.uncertainty(), 1e-12);
        assertEquals("no-length", codes(UNKNOWN));
        assertTrue(Double.isNaN(UNKNOWN.area()));
        assertEquals("t_D", UNKNOWN.withheld("", "x").symbol());
        assertEquals("s", UNKNOWN.withheld("", "x").unit().toString());
        assertEquals("D", new ParticleSize(5.0, null).withheld("", "x").symbol());
        assertTrue(UNKNOWN.withheld(", pulse 2", "x").verdict().isWithheld());
        assertEquals("D, pulse 2", new ParticleSize(5.0, null).withheld(", pulse 2", "x").name());
    }

    @Test
    void whatIsStatedGoesBeforeTheFile() {
        Metadata file = Metadata.EMPTY.with(ParticleShape.RADIUS, Quantity.of(2e-6, "m"));
        assertEquals(2, ParticleSize.of(null, 0.1, file).length(), 1e-12);
        assertEquals(0.1, ParticleSize.of(null, 0.1, file).uncertainty());
        assertEquals(3, ParticleSize.of(3.0, null, file).length());
        assertEquals(3, ParticleSize.of(3.0, null, Metadata.EMPTY).length());
        assertFalse(ParticleSize.of(null, null, Metadata.EMPTY).isKnown());
    }
}
