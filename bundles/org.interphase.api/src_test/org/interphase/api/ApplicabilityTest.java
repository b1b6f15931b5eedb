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

    private String refused(Applicability a, org.interphase.model.Dataset d) {
        return a.refusal(d).orElseThrow().text();
    }

    @Test
    void theNeededRangeMustBeThereButForATenthAtEitherEnd() {
        // 682-692 eV: 1 eV may be missing at either end
        assertTrue(f1s.refusal(region("x", "xps.region", 683, 691, "eV")).isEmpty());
        assertEquals("covers 683.01-691 eV, this recipe needs 682-692 eV",
                refused(f1s, region("x", "xps.region", 683.01, 691, "eV")));
        assertEquals(Applicability.Reason.RANGE,
                f1s.refusal(region("x", "xps.region", 683, 690.9, "eV")).orElseThrow().reason());
        assertEquals("covers 278-294 eV, this recipe needs 682-692 eV",
                refused(f1s, region("x", "xps.region", 278, 294, "eV")));
        assertEquals("covers -804.6 to -792.6 eV, this recipe needs 682-692 eV",
                refused(f1s, region("x", "xps.region", -804.6, -792.6, "eV")));
        Applicability half = Applicability.of("raman").covering(200, 1800, "cm-1", 0.5);
        assertTrue(half.refusal(region("x", "raman", 118, 1050, "cm-1")).isEmpty());
        assertTrue(half.refusal(region("x", "raman", 118, 999, "cm-1")).isPresent());
        assertTrue(half.refusal(region("x", "raman", 1001, 3000, "cm-1")).isPresent());
    }

    @Test
    void aPlainCurveIsToldHowToSayWhatItIs() {
        Applicability.Refusal plain = f1s.refusal(region("x", "curve", 680, 695, "eV")).orElseThrow();
        assertEquals(Applicability.Reason.UNKNOWN_KIND, plain.reason());
        assertEquals("is a plain curve of unknown kind, this recipe is for xps.region; say what it is with --as "
                + "xps.region", plain.text());
        assertEquals(List.of(Fact.KIND), plain.missing());
        Applicability.Refusal other = f1s.refusal(region("x", "raman", 680, 695, "eV")).orElseThrow();
        assertEquals("is raman, this recipe is for xps.region", other.text());
        assertEquals(List.of(), other.missing());
    }

    @Test
    void anotherQuantityIsRefusedWhateverItsNumbers() {
        Applicability binding = f1s.along("binding energy", Fact.PHOTON_ENERGY);
        assertTrue(binding.refusal(region("x", "xps.region", 680, 695, "eV")).isEmpty());
        Curve kinetic = Curve.ofUnsorted(DatasetHeader.of("x", "xps.region", Metadata.EMPTY), "Kinetic energy",
                Unit.of("eV"), Direction.ASCENDING, new double[] {680, 695}, "I", Unit.of("counts"), new double[2],
                null);
        Applicability.Refusal r = binding.refusal(kinetic).orElseThrow();
        assertEquals(Applicability.Reason.AXIS, r.reason());
        assertEquals("is over kinetic energy, this recipe needs binding energy; say the photon energy with "
                + "--photon-energy 1486.6", r.text());
        assertEquals(List.of(Fact.PHOTON_ENERGY), r.missing());
    }

    @Test
    void aRecipeWithoutKindsIsForAnythingAndASeriesForAllOfItsMembers() {
        Curve c = region("x", "eis", 1, 2, "Hz");
        assertTrue(Applicability.of().refusal(c).isEmpty());
        assertEquals(1, Applicability.of().score(c));
        Series mixed = Series.named(DatasetHeader.of("s", "series", Metadata.EMPTY),
                List.of(c, region("y", "raman", 1, 2, "cm-1")));
        assertEquals(0, Applicability.of("eis").score(mixed));
        assertEquals("is raman, this recipe is for eis", refused(Applicability.of("eis"), mixed));
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
