package org.interphase.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.interphase.engine.project.ProjectGap;
import org.interphase.engine.project.ReportNotes;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Provenance;
import org.interphase.model.Attribution;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Species;
import org.interphase.model.Verdict;
import org.junit.jupiter.api.Test;

/** The first page: questions, answers, what analyses say of each other, and what is missing. */
class AnswersTest {

    private static final List<ReportSample> SAMPLES = List.of(new ReportSample("bare", ""),
            new ReportSample("coated", ""));

    private static final Attribution LIF = Attribution.of("LiF", Attribution.Property.AREA).by("XPS", "F 1s",
            List.of(Species.of("substance LiF")));

    private static ReportEntry entry(String recipe, int sample, Measurement... numbers) {
        InputReference input = new InputReference("raw/x.csv", "0123456789abcdef".repeat(4), "x", 0);
        return new ReportEntry(SAMPLES.get(sample).name(), "raw/x.csv", "x", "kind", recipe, "Title of " + recipe,
                List.of(numbers), List.of(), List.of(), Metadata.EMPTY, Optional.empty(),
                new Provenance("Interphase", "25", Instant.EPOCH, input, List.of()), "", List.of(),
                List.of(numbers).stream().map(Measurement::name).toList());
    }

    private static Measurement area(double value) {
        return Measurement.of("LiF area", "A", value, 0.1 * value, "%").about(LIF);
    }

    private static Measurement none(double limit) {
        return Measurement.notDetected("LiF area", "A", limit, "%").about(LIF);
    }

    private static ReportData data(List<ReportEntry> entries, ReportNotes facts, ProjectGap... gaps) {
        return new ReportData("T", ReportLayout.none(), SAMPLES, entries, Map.of(), List.of(), "Interphase",
                Instant.EPOCH, new ReportSetting(facts, List.of(gaps), Map.of()));
    }

    @Test
    void analysesThatDisagreeOnASampleAreAFinding() {
        ReportData data = data(List.of(entry("xps/a", 0, none(2)), entry("xps/a", 1, area(30)),
                entry("ftir/b", 0, area(5)), entry("ftir/b", 1, area(20))), ReportNotes.NONE);
        List<CrossCheck> checks = SpeciesChecks.of(data);
        assertEquals(List.of(true, false), checks.stream().map(CrossCheck::disagrees).toList());
        assertEquals("LiF in bare: found by 'Title of ftir/b' ((5.00 \u00b1 0.50)\u00a0%), but not found by 'Title of "
                + "xps/a' (below 2\u00a0%).", checks.get(0).sentence());
        String html = HtmlReport.write(data);
        assertTrue(html.contains("1 of 2 cross-checks between analyses agree; these do not:"));
        assertTrue(html.indexOf("but not found by") < html.indexOf("What each analysis answers"));
    }

    @Test
    void aDoubtfulDisagreementIsCalledSoAndAWithheldNumberTakesNoSide() {
        Measurement doubtful = area(5).judged(Verdict.doubtful("odd"));
        assertTrue(SpeciesChecks.of(data(List.of(entry("a/a", 0, none(2)), entry("b/b", 0, doubtful)),
                ReportNotes.NONE)).get(0).sentence().endsWith("; one of these is doubtful."));
        assertEquals(List.of(), SpeciesChecks.of(data(List.of(entry("a/a", 0, none(2)), entry("b/b", 0,
                Measurement.withheld("LiF area", "A", "%", "cut").about(LIF))), ReportNotes.NONE)));
        assertEquals(List.of(), SpeciesChecks.of(data(List.of(entry("a/a", 0, none(2))), ReportNotes.NONE)),
                "one analysis has nobody to disagree with");
    }

    @Test
    void aQuestionOfTheProjectIsAnsweredByItsEvidence() {
        ReportNotes facts = new ReportNotes(List.of("A. Author"), "Lab", List.of("Instrument"), "Order 7",
                List.of(new ReportNotes.Question("Is there LiF?", List.of(new ReportNotes.Evidence("a/a", "LiF area"),
                        new ReportNotes.Evidence("b/b", "LiF area"), new ReportNotes.Evidence("c/c", "x")), "")),
                "LiF is <there>.", List.of());
        ReportData data = data(List.of(entry("a/a", 0, none(2)), entry("a/a", 1, area(30)), entry("b/b", 0, area(9))),
                facts);
        Answer answer = Answer.ofQuestions(data).get(0);
        assertEquals("LiF area (Title of a/a): coated (30.0 \u00b1 3.0)\u00a0%; not detected in bare, below 2\u00a0%.",
                answer.sentences().get(0));
        assertEquals("LiF area (Title of b/b) of bare: (9.00 \u00b1 0.90)\u00a0%.", answer.sentences().get(1));
        assertEquals("There is no 'x' of c/c.", answer.sentences().get(2));
        assertEquals("analyses disagree", answer.verdict());
        String html = HtmlReport.write(data);
        for (String said : List.of("A. Author", "Order 7", "LiF is &lt;there&gt;.", "Is there LiF?")) {
            assertTrue(html.indexOf(said) > 0 && html.indexOf(said) < html.indexOf("What each analysis answers"), said);
        }
    }

    @Test
    void theVerdictNamesTheSamplesItIsAbout() {
        Answer answer = Answer.of(data(List.of(entry("a/a", 0, area(5).judged(Verdict.doubtful("odd"))),
                entry("a/a", 1, area(6))), ReportNotes.NONE), new ReportLayout.Section("a/a", "", "", List.of(), true));
        assertEquals("doubtful: bare", answer.verdict());
        assertEquals("sound", Answer.of(data(List.of(entry("a/a", 1, area(6))), ReportNotes.NONE),
                new ReportLayout.Section("a/a", "", "", List.of(), true)).verdict());
    }

    @Test
    void ofOneSampleTheMostImportantNumbersAreTold() {
        ReportEntry e = entry("a/a", 0, Measurement.of("first", "", 1, 0.1, "1"), Measurement.of("second", "", 2, 0.1,
                "1"), Measurement.of("third", "", 3, 0.1, "1"), Measurement.of("energy", "", 4, 0.1, "eV"));
        ReportEntry ordered = new ReportEntry(e.sample(), e.file(), e.dataset(), e.kind(), e.recipe(), e.recipeTitle(),
                e.measurements(), e.remarks(), e.figures(), e.metadata(), e.failure(), e.provenance(), e.document(),
                e.raws(), List.of("energy", "first", "second", "third"), e.plain());
        Answer answer = Answer.of(data(List.of(ordered), ReportNotes.NONE), new ReportLayout.Section("a/a", "", "",
                List.of(), true));
        assertEquals("energy of bare: 4.00 \u00b1 0.10\u00a0eV.", answer.sentences().get(0));
        assertEquals(3, answer.sentences().size());
    }

    @Test
    void aMatchWithoutUncertaintyIsStillAnAnswer() {
        Measurement match = Measurement.of("match 1: polystyrene", "", 0.87, Double.NaN, "1");
        String html = HtmlReport.write(data(List.of(entry("a/a", 0, match)), ReportNotes.NONE));
        String summary = html.substring(0, html.indexOf("id=\"s-a-a\""));
        assertTrue(summary.contains("match 1: polystyrene of bare: 0.87"), summary.substring(summary.indexOf("<body")));
        assertTrue(summary.contains("<td class=\"name\">match 1: polystyrene</td>"), "and a line of the main results");
    }

    @Test
    void whatIsInNoResultStandsInOneTable() {
        List<ProjectGap> gaps = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            gaps.add(new ProjectGap(ProjectGap.Kind.FILE_WITHOUT_SAMPLE, "raw/<" + i + ">", "belongs to no sample"));
        }
        gaps.add(0, new ProjectGap(ProjectGap.Kind.RULE_WITHOUT_DATA, "a/b", "no file of a sample matches x"));
        ReportData data = data(List.of(entry("a/a", 0, area(5))), ReportNotes.NONE, gaps.toArray(ProjectGap[]::new));
        String html = HtmlReport.write(data);
        assertTrue(html.contains("<td class=\"left\">rule left out</td><th>a/b</th><td>no file of a sample matches x"));
        assertTrue(html.contains("raw/&lt;98&gt;</th>"));
        assertFalse(html.contains("raw/&lt;99&gt;</th>"));
        assertTrue(html.contains("The first 100 of 121; all are in results.json."));
        assertTrue(ResultsJson.write(data).contains("raw/<119>"), "as the page says");
    }

    /** By hand: 10, 12, 14 have the mean 12, s = 2, s/sqrt(3) = 1.1547; with 0.3 of each number 1.1930. */
    @Test
    void theScatterBetweenSpecimensIsInTheUncertaintyOfTheirMean() {
        List<ReportEntry> entries = List.of(specimen(1, strength(10, 0.3)), specimen(2, strength(12, 0.3)),
                specimen(3, strength(14, 0.3)), entry("a/a", 1, strength(15.7, 1)));
        ReportNotes facts = new ReportNotes(List.of(), "", List.of(), "", List.of(), "", List.of("a/a"));
        Comparison c = Comparison.of(data(entries, facts), entries).get(0);
        assertEquals(12, c.values().get(0).value(), 1e-12);
        assertEquals(Math.sqrt(4.0 / 3 + 0.09), c.values().get(0).uncertainty(), 1e-12);
        assertEquals(3, c.scatters().get(0).n());
        assertEquals(1.1547, c.scatters().get(0).ofMean(), 1e-4);
        assertEquals(1, c.scatters().get(1).n());
        // the difference of 3.7 has u = 1.5567 and 5.873 / (1.7778 / 2) = 6.6 degrees of freedom: t = 2.52, not 2
        assertEquals(2.52, c.coverage(1));
        assertEquals(1.5567, c.difference(1).uncertainty(), 1e-4);
        assertEquals(false, c.isSignificant(1), "2.38 standard uncertainties are not enough of three specimens");
        String html = HtmlReport.write(data(entries, facts));
        assertTrue(html.contains("12.0 \u00b1 1.2\u00a0MPa (n\u00a0=\u00a03)"), "mean, and of how many");
        assertTrue(html.contains("Student&#39;s t") || html.contains("Student's t"), "told in words");
        assertEquals(4, Comparison.of(data(entries, ReportNotes.NONE), entries).stream().flatMap(x -> x.values()
                .stream()).filter(Objects::nonNull).count(), "without a word of the project each stands for itself");
    }

    @Test
    void specimensOfWhichOneHasNoValueStandForThemselvesAndUnitsAreConverted() {
        ReportNotes facts = new ReportNotes(List.of(), "", List.of(), "", List.of(), "", List.of("a/a"));
        List<ReportEntry> entries = List.of(entry("a/a", 0, none(2)), entry("a/a", 0, area(5)));
        assertEquals(0, Comparison.of(data(entries, facts), entries).stream().filter(c -> c.scatters().get(0).n() > 1)
                .count());
        List<ReportEntry> units = List.of(entry("a/a", 0, Measurement.of("x", "", 1, 0, "GPa")),
                entry("a/a", 0, Measurement.of("x", "", 1002, 0, "MPa")));
        Comparison c = Comparison.of(data(units, facts), units).get(0);
        assertEquals(1.001, c.values().get(0).value(), 1e-12);
        assertEquals(0.001, c.values().get(0).uncertainty(), 1e-12);
        assertEquals(13.97, Scatter.coverage(1.9));
        assertEquals(2.13, Scatter.coverage(24));
        assertEquals(2, Scatter.coverage(Double.POSITIVE_INFINITY));
    }

    private static ReportEntry specimen(int n, Measurement number) {
        ReportEntry e = entry("a/a", 0, number);
        return new ReportEntry(e.sample(), "raw/" + n + ".csv", "x", e.kind(), e.recipe(), e.recipeTitle(),
                e.measurements(), e.remarks(), e.figures(), e.metadata(), e.failure(), e.provenance(), "", e.raws(),
                e.keys());
    }

    private static Measurement strength(double value, double u) {
        return Measurement.of("strength", "", value, u, "MPa");
    }
}
