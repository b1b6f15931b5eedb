package org.interphase.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.engine.project.ReportNotes;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Provenance;
import org.interphase.model.Attribution;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Species;
import org.junit.jupiter.api.Test;

/** Analyses are compared by the species behind components, not by the names of components. */
class SpeciesChecksTest {

    private static final String C_O = "group C-O";
    private static final String CH2 = "group CH2 beside CF2";
    private static final String NITRILE = "group C#N";

    private static Attribution evidence(String name, String method, String line, String... species) {
        return Attribution.of(name, Attribution.Property.AREA).by(method, line, Arrays.stream(species).map(Species::of)
                .toList());
    }

    private static Measurement found(Attribution e) {
        return Measurement.of(e.component() + " area", "A", 10, 1, "eV").about(e);
    }

    private static Measurement absent(Attribution e) {
        return Measurement.notDetected(e.component() + " area", "A", 2, "eV").about(e);
    }

    private static List<CrossCheck> checks(Measurement... numbers) {
        List<ReportEntry> entries = Arrays.stream(numbers).map(m -> {
            Attribution e = m.evidence().orElseThrow();
            String recipe = ("a/" + e.method() + e.line()).toLowerCase(java.util.Locale.ROOT).replace(" ", "");
            InputReference input = new InputReference("x", "0123456789abcdef".repeat(4), "x", 0);
            return new ReportEntry("S", "x", "x", "kind", recipe, "Fit " + e.place(), List.of(m), List.of(), List.of(),
                    Metadata.EMPTY, Optional.empty(), new Provenance("I", "25", Instant.EPOCH, input, List.of()), "",
                    List.of(), List.of());
        }).toList();
        return SpeciesChecks.of(new ReportData("T", ReportLayout.none(), List.of(new ReportSample("S", "")), entries,
                Map.of(), List.of(), "I", Instant.EPOCH, new ReportSetting(ReportNotes.NONE, List.of(), Map.of())));
    }

    @Test
    void oneNameOfTwoSpeciesIsNotCompared() {
        assertEquals(List.of(), checks(found(evidence("CH2", "Raman", "", CH2)),
                absent(evidence("CH2", "infrared", "", "group CH2 beside CH-C#N"))));
        assertEquals(List.of(), checks(found(evidence("lattice", "XPS", "O 1s", "substance lattice oxide")),
                absent(evidence("lattice", "XPS", "X 1s"))), "what no technique has typed is compared with nothing");
    }

    @Test
    void oneSpeciesOfTwoNamesIsCompared() {
        List<CrossCheck> c = checks(found(evidence("Li2CO3", "XPS", "C 1s", "ion carbonate")),
                absent(evidence("carbonate", "infrared", "", "ion carbonate")));
        assertEquals(List.of(CrossCheck.Finding.DISAGREE), c.stream().map(CrossCheck::finding).toList());
        assertEquals("carbonate in S: found by 'Fit XPS (C 1s)' (10.0 \u00b1 1.0\u00a0eV), but not found by "
                + "'Fit infrared' (below 2\u00a0eV); XPS and infrared reach different depths and have no common "
                + "scale, so that a limit of one is none of the other.", c.get(0).sentence());
    }

    @Test
    void whatMayBeSomethingElseIsNarrowedByTheLineThatTells() {
        List<CrossCheck> c = checks(found(evidence("C-O", "XPS", "C 1s", C_O, CH2, NITRILE)),
                absent(evidence("C-O", "XPS", "O 1s", C_O)), absent(evidence("PAN", "XPS", "N 1s", NITRILE)),
                found(evidence("CH2", "infrared", "", CH2)));
        assertEquals(List.of(CrossCheck.Finding.NARROWED), c.stream().map(CrossCheck::finding).toList());
        assertTrue(c.get(0).sentence().endsWith("; the state found is rather CH2 beside CF2 (found in this sample), "
                + "which lies at the same place."), c.get(0).sentence());
    }

    @Test
    void whereNoReadingIsLeftTheyDisagree() {
        assertEquals(List.of(true), checks(found(evidence("C-O", "XPS", "C 1s", C_O, NITRILE)),
                absent(evidence("C-O", "XPS", "O 1s", C_O)), absent(evidence("PAN", "XPS", "N 1s", NITRILE))).stream()
                .map(CrossCheck::disagrees).toList());
        assertEquals(List.of(true), checks(found(evidence("C-O", "XPS", "C 1s", C_O)),
                absent(evidence("C-O", "XPS", "O 1s", C_O))).stream().map(CrossCheck::disagrees).toList());
    }

    @Test
    void whatIsFoundByBothAgreesWhateverElseItMayBe() {
        assertEquals(List.of(CrossCheck.Finding.AGREE), checks(found(evidence("C-O", "XPS", "C 1s", C_O, NITRILE)),
                found(evidence("C-O", "XPS", "O 1s", C_O))).stream().map(CrossCheck::finding).toList());
    }
}
