package org.interphase.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.interphase.model.Column;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

class ApplicabilityTest {

    private static Curve region(String name, String kind, double from, double to, String unit) {
        return Curve.ofUnsorted(DatasetHeader.of(name, kind, Metadata.EMPTY), "Binding energy", Unit.of(unit),
                Direction.DESCENDING, new double[] {from, to}, "I", Unit.of("counts"), new double[2], null);
    }

    private final Applicability f1s = Applicability.of("xps.region").covering(682, 692, "eV").preferring("f 1s", "f1s");

    @Test
    void kindAndRangeDecide() {
        assertTrue(f1s.score(region("x", "xps.region", 680, 695, "eV")) > 0);
        assertEquals(0, f1s.score(region("x", "raman", 680, 695, "eV")));
        assertEquals(0, f1s.score(region("x", "xps.region", 280, 295, "eV")));
        assertEquals(0, f1s.score(region("x", "xps.region", 680, 695, "nm")));
        assertTrue(f1s.score(region("x", "xps.region", 0.680, 0.695, "keV")) > 0);
        assertEquals(0, f1s.score(new Table(DatasetHeader.of("x", "xps.region", Metadata.EMPTY),
                List.of(Column.of("a", "eV", new double[1])))));
    }

    @Test
    void aNarrowRegionSuitsBetterThanASurveyAndATellingNameHelps() {
        int region = f1s.score(region("x", "xps.region", 680, 695, "eV"));
        assertTrue(region > f1s.score(region("x", "xps.region", 0, 1200, "eV")));
        assertEquals(region + 5, f1s.score(region("F 1s 7", "xps.region", 680, 695, "eV")));
        Curve named = region("x", "xps.region", 680, 695, "eV");
        assertEquals(region + 5, f1s.score(named.withHeader(named.header().withMetadata(
                Metadata.EMPTY.with("file", "Au_F1s.csv")))));
    }

    @Test
    void aSeriesCountsByItsMembers() {
        Curve c = region("x", "eis", 1, 2, "Hz");
        Series s = Series.named(DatasetHeader.of("s", "series", Metadata.EMPTY), List.of(c));
        assertEquals(10, Applicability.of("eis").score(s));
    }

    @Test
    void recipesRefuseMalformedNamesAndRepeatedSteps() {
        Step step = new Step("fit", "xps.fit", true, Map.of());
        assertThrows(IllegalArgumentException.class, () -> Recipe.of("XPS fit", "", "", f1s));
        assertThrows(IllegalArgumentException.class, () -> Recipe.of("xps/fit", "", "", f1s, step, step));
        assertThrows(IllegalArgumentException.class, () -> new Step("a b", "xps.fit", true, Map.of()));
        Recipe r = Recipe.of("xps/fit", "T", "H", f1s, step);
        assertEquals(1.0, r.withStep(step.withParameters(Map.of("x", 1.0))).step("fit").orElseThrow().parameters()
                .get("x"));
        assertThrows(IllegalArgumentException.class, () -> r.withStep(new Step("other", "xps.fit", true, Map.of())));
    }

    @Test
    void aHeadTellsTextFromBytes() {
        assertTrue(head("a.csv", "x,y\n1,2\n".getBytes(StandardCharsets.US_ASCII)).isText());
        assertTrue(head("a.csv", "\ufeffx,y\n".getBytes(StandardCharsets.UTF_16LE)).isText());
        assertTrue(!head("a.csv", new byte[] {'x', 0, 'y'}).isText());
        assertTrue(!head("a.csv", new byte[0]).isText());
        assertTrue(head("A.CSV", new byte[1]).hasExtension("csv"));
        assertTrue(head("a", new byte[] {'I', 'I', 42, 0}).hasBytes(2, 42, 0));
        assertTrue(!head("a", new byte[] {1}).hasBytes(0, 1, 2));
    }

    private static SourceHead head(String name, byte[] bytes) {
        return new SourceHead(name, bytes.length, bytes);
    }

    @Test
    void aSourceReadsPartsAndRefusesTooMuch() throws java.io.IOException {
        Source s = Source.of("a.b", new byte[] {1, 2, 3});
        assertEquals(1, s.read(2, 10).length);
        assertEquals(0, s.read(99, 10).length);
        assertEquals(0, s.read(99, Integer.MAX_VALUE).length);
        assertEquals("b", s.extension());
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> s.readAll(2));
        assertTrue(e.getMessage().startsWith("a.b: "), e.getMessage());
        assertEquals("f, line 3: bad", new DatasetFormatException("f", "line 3", "bad").getMessage());
    }

    @Test
    void rowsOfATableFitItsColumns() {
        assertThrows(IllegalArgumentException.class,
                () -> new ReferenceTable("t", "T", List.of("a", "source"), List.of(List.of("1"))));
        assertEquals(Map.of("a", "1", "source", "s"), new ReferenceTable("t", "T", List.of("a", "source"),
                List.of(List.of("1", "s"))).row(0));
    }
}
