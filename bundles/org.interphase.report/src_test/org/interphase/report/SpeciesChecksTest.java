package org.interphase.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
import org.interphase.model.Verdict;
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
        Map<String, List<Measurement>> byAnalysis = new LinkedHashMap<>();
        for (Measurement m : numbers) {
            byAnalysis.computeIfAbsent(m.evidence().orElseThrow().place(), k -> new ArrayList<>()).add(m);
        }
        List<ReportEntry> entries = byAnalysis.values().stream().map(all -> {
            Attribution e = all.get(0).evidence().orElseThrow();
            String recipe = ("a/" + e.method() + e.line()).toLowerCase(java.util.Locale.ROOT).replace(" ", "");
            InputReference input = new InputReference("x", "0123456789abcdef".repeat(4), "x", 0);
            return new ReportEntry("S", "x", "x", "kind", recipe, "Fit " + e.place(), all, List.of(), List.of(),
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

    @Test
    void aLimitOfOneAnalysisDoesNotRuleOutWhatAnotherHasFound() {
        List<CrossCheck> c = checks(found(evidence("C-O", "XPS", "C 1s", C_O, NITRILE)),
                absent(evidence("C-O", "XPS", "O 1s", C_O)), absent(evidence("PAN", "XPS", "N 1s", NITRILE)),
                found(evidence("PAN", "infrared", "", NITRILE)));
        CrossCheck open = c.stream().filter(k -> k.subject().equals("C-O")).findFirst().orElseThrow();
        assertEquals(CrossCheck.Finding.NARROWED, open.finding());
        assertTrue(open.note().startsWith("the state found is rather C#N (found in this sample)")
                || open.note().contains("(found in this sample)"), open.note());
        // the two that speak of the nitrile itself disagree
        assertEquals(2, c.size());
        assertTrue(c.stream().filter(k -> k != open).allMatch(CrossCheck::disagrees));
    }

    @Test
    void eachAnalysisThatFoundItMustHaveAnotherReading() {
        // the band has no other reading, so that the line that found nothing disagrees with it
        List<CrossCheck> c = checks(found(evidence("C-O", "XPS", "C 1s", C_O, CH2)),
                found(evidence("C-O", "infrared", "", C_O)), absent(evidence("C-O", "XPS", "O 1s", C_O)));
        assertEquals(List.of(true), c.stream().map(CrossCheck::disagrees).toList());
        assertEquals(2, c.get(0).found().size());
        assertEquals(1, c.get(0).absent().size());
    }

    private static Measurement of(String component, Attribution.Property property, boolean detected, double value) {
        Attribution e = Attribution.of(component, property).by("XPS", "C 1s", List.of(Species.of("ion carbonate")));
        String name = component + " " + property;
        return (detected ? Measurement.of(name, "", value, 1, "%") : Measurement.notDetected(name, "", value, "%"))
                .about(e);
    }

    private static String sentence(Measurement... xps) {
        Measurement other = absent(evidence("carbonate", "infrared", "", "ion carbonate"));
        List<Measurement> all = new ArrayList<>(List.of(xps));
        all.add(other);
        List<CrossCheck> c = checks(all.toArray(new Measurement[0]));
        return c.isEmpty() ? "" : c.get(0).sentence();
    }

    @Test
    void ofAComponentTheAreaTellsThatItIsThereAndTheFractionThatItIsNot() {
        Attribution.Property area = Attribution.Property.AREA;
        Attribution.Property fraction = Attribution.Property.FRACTION;
        assertTrue(sentence(of("Li2CO3", fraction, true, 7), of("Li2CO3", area, true, 50)).contains("(50.0"));
        assertTrue(sentence(of("Li2CO3", fraction, true, 7)).contains("(7.0"));
        assertTrue(sentence(of("Li2CO3", area, false, 50), of("Li2CO3", fraction, false, 7)).contains("(below 7"));
        // one limit among its numbers: it is not there
        String mixed = sentence(of("Li2CO3", area, true, 50), of("Li2CO3", fraction, false, 7));
        assertTrue(mixed.contains("(below 7") && !mixed.contains("but"), mixed);
    }

    @Test
    void withheldNumbersAndOneAnalysisAloneSayNothing() {
        assertEquals("", sentence(of("Li2CO3", Attribution.Property.AREA, true, 50).judged(
                Verdict.withheld("the fit failed"))));
        assertEquals(List.of(), checks(of("Li2CO3", Attribution.Property.AREA, true, 50)));
    }
}
