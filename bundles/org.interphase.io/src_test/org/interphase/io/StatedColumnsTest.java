package org.interphase.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.model.Curve;
import org.interphase.model.Direction;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

class StatedColumnsTest {

    private static final String BARE = "694 2764\n693.9 2791\n693.8 2718\n693.7 2800\n";

    private static Source source(String text, String... said) {
        Stated stated = Stated.NOTHING;
        for (int i = 0; i < said.length; i += 2) {
            stated = stated.orElse(Stated.of(Map.of(said[i], said[i + 1])));
        }
        return Source.of("x.txt", text.getBytes(StandardCharsets.UTF_8)).stating(stated);
    }

    private static StatedColumns columns(Source source) throws Exception {
        return StatedColumns.of(DelimitedText.read(source).table(), source.stated());
    }

    @Test
    void bareColumnsGetTheHeadingsStated() throws Exception {
        StatedColumns said = columns(source(BARE, "axis", "binding energy", "unit", "eV", "signal", "counts"));
        assertEquals("binding energy (eV)", said.block().columns().get(0).heading());
        assertEquals("binding energy", said.block().columns().get(0).name());
        assertEquals(Unit.of("eV"), said.block().columns().get(0).unit());
        assertEquals("counts", said.block().columns().get(1).name());
        assertEquals(0, said.block().indexOf("Binding Energy"));
        assertEquals(List.of(), said.remarks());
        assertEquals(2, said.block().line(1));
    }

    @Test
    void nothingSaidChangesNothing() throws Exception {
        TextBlock block = DelimitedText.read(source(BARE)).table();
        assertSame(block, StatedColumns.of(block, Stated.NOTHING).block());
        assertSame(block, StatedColumns.of(block, Stated.of(Map.of("kind", "raman"))).block());
    }

    @Test
    void whatTheFileSaysOtherwiseIsNamed() throws Exception {
        String headed = "Kinetic Energy (eV);counts\n800;1\n801;2\n802;3\n";
        StatedColumns said = columns(source(headed, "axis", "binding energy"));
        assertEquals(Remark.Level.WARNING, said.remarks().get(0).level());
        assertTrue(said.remarks().get(0).text().contains("Kinetic Energy (eV)"), said.remarks().toString());
        assertEquals("binding energy (eV)", said.block().columns().get(0).heading());
        StatedColumns other = columns(source(headed, "unit", "keV"));
        assertEquals(Remark.Level.WARNING, other.remarks().get(0).level());
        StatedColumns same = columns(source(headed, "axis", "kinetic energy", "unit", "eV"));
        assertEquals(List.of(), same.remarks());
    }

    @Test
    void thePlainReaderDrawsTheAxisStatedTheWayOfTheField() throws Exception {
        Source s = source(BARE, "axis", "binding energy", "unit", "eV");
        Curve curve = (Curve) new DelimitedTextReader().read(s, Progress.none()).get(0);
        assertEquals("binding energy", curve.axis().quantity());
        assertEquals(Unit.of("eV"), curve.axis().unit());
        assertEquals(Direction.DESCENDING, curve.axis().direction());
        assertEquals(693.7, curve.axis().min());
        assertEquals("curve", curve.kind().id());
        assertEquals(0, curve.header().remarks().size());
    }

    @Test
    void onlyAStatedKindOfTheReaderSuits() throws Exception {
        assertTrue(StatedColumns.suits(SourceHead.of(source(BARE, "kind", "raman")), List.of("raman")));
        assertFalse(StatedColumns.suits(SourceHead.of(source(BARE, "kind", "raman")), List.of("xps.region")));
        assertFalse(StatedColumns.suits(SourceHead.of(source(BARE)), List.of("raman")));
        assertFalse(StatedColumns.suits(SourceHead.of(source("words only\n", "kind", "raman")), List.of("raman")));
    }
}
