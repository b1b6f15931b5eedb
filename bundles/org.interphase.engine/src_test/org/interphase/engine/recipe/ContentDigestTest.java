package org.interphase.engine.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.model.Axis;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Signal;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

class ContentDigestTest {

    private static Curve curve(double last, Unit unit) {
        return new Curve(DatasetHeader.of("c", "test", Metadata.EMPTY.with("t", 1, "K")),
                Axis.of("x", unit, new double[] {1, 2, 3}, Direction.ASCENDING),
                Signal.of("y", Unit.ONE, new double[] {1, Double.NaN, last}));
    }

    @Test
    void equalContentHasOneDigest() {
        assertEquals(ContentDigest.of(curve(5, Unit.of("eV"))), ContentDigest.of(curve(5, Unit.of("eV"))));
    }

    @Test
    void aUnitThatHasConvertedIsTheSameUnit() {
        Unit used = Unit.of("eV");
        String before = ContentDigest.of(curve(5, used));
        used.convert(1, Unit.of("J"));
        assertEquals(before, ContentDigest.of(curve(5, used)));
    }

    @Test
    void everyBitCounts() {
        String base = ContentDigest.of(curve(5, Unit.of("eV")));
        assertNotEquals(base, ContentDigest.of(curve(Math.nextUp(5.0), Unit.of("eV"))));
        assertNotEquals(base, ContentDigest.of(curve(5, Unit.of("meV"))));
        assertNotEquals(ContentDigest.of(0.0), ContentDigest.of(-0.0));
        assertNotEquals(base, ContentDigest.of(curve(5, Unit.of("eV")).with(
                new Background("b", new double[] {0, 0, 0}, null))));
        assertNotEquals(ContentDigest.of(List.of("a", "bc")), ContentDigest.of(List.of("ab", "c")));
        assertNotEquals(ContentDigest.of(1L), ContentDigest.of(1));
        assertNotEquals(ContentDigest.of(Optional.empty()), ContentDigest.of(List.of()));
        assertNotEquals(ContentDigest.of(Map.of("a", 1)), ContentDigest.of(Map.of("a", 2)));
    }

    @Test
    void aWrittenArrayIsSeen() {
        double[] inside = {1, 2, 3};
        List<Object> value = List.of(inside, "x");
        String before = ContentDigest.of(value);
        inside[1] = 2.5;
        assertNotEquals(before, ContentDigest.of(value));
    }

    @Test
    void selfReferenceIsRefused() {
        List<Object> loop = new ArrayList<>();
        loop.add(loop);
        assertThrows(IllegalArgumentException.class, () -> ContentDigest.of(loop));
    }
}
