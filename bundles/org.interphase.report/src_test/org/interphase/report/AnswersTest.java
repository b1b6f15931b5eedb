package org.interphase.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.engine.project.ProjectGap;
import org.interphase.engine.project.ReportNotes;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Provenance;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Verdict;
import org.junit.jupiter.api.Test;

/** The first page: questions, answers, what analyses say of each other, and what is missing. */
class AnswersTest {

    private static final List<ReportSample> SAMPLES = List.of(new ReportSample("bare", ""),
            new ReportSample("coated", ""));

    private static ReportEntry entry(String recipe, int sample, Measurement... numbers) {
        InputReference input = new InputReference("raw/x.csv", "0123456789abcdef".repeat(4), "x", 0);
        return new ReportEntry(SAMPLES.get(sample).name(), "raw/x.csv", "x", "kind", recipe, "Title of " + recipe,
                List.of(numbers), List.of(), List.of(), Metadata.EMPTY, Optional.empty(),
                new Provenance("Interphase", "25", Instant.EPOCH, input, List.of()), "", List.of(),
                List.of(numbers).stream().map(Measurement::name).toList());
    }

    private static Measurement area(double value) {
        return Measurement.of("LiF area", "A", value, 0.1 * value, "%");
    }

    private static Measurement none(double limit) {
        return Measurement.notDetected("LiF area", "A", limit, "%");
    }

    private static ReportData data(List<ReportEntry> entries, ReportNotes facts, ProjectGap... gaps) {
        return new ReportData("T", ReportLayout.none(), SAMPLES, entries, Map.of(), List.of(), "Interphase",
                Instant.EPOCH, new ReportSetting(facts, List.of(gaps), Map.of()));
    }

    @Test
    void analysesThatDisagreeOnASampleAreAFinding() {
        ReportData data = data(List.of(entry("xps/a", 0, none(2)), entry("xps/a", 1, area(30)),
                entry("ftir/b", 0, area(5)), entry("ftir/b", 1, area(20))), ReportNotes.NONE);
        List<CrossCheck> checks = CrossCheck.ofComponents(data);
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
        assertTrue(CrossCheck.ofComponents(data(List.of(entry("a/a", 0, none(2)), entry("b/b", 0, doubtful)),
                ReportNotes.NONE)).get(0).sentence().endsWith("; one of these is doubtful."));
        assertEquals(List.of(), CrossCheck.ofComponents(data(List.of(entry("a/a", 0, none(2)), entry("b/b", 0,
                Measurement.withheld("LiF area", "A", "%", "cut"))), ReportNotes.NONE)));
        assertEquals(List.of(), CrossCheck.ofComponents(data(List.of(entry("a/a", 0, none(2))), ReportNotes.NONE)),
                "one analysis has nobody to disagree with");
    }

    @Test
    void aQuestionOfTheProjectIsAnsweredByItsEvidence() {
        ReportNotes facts = new ReportNotes(List.of("A. Author"), "Lab", List.of("Instrument"), "Order 7",
                List.of(new ReportNotes.Question("Is there LiF?", List.of(new ReportNotes.Evidence("a/a", "LiF area"),
                        new ReportNotes.Evidence("b/b", "LiF area"), new ReportNotes.Evidence("c/c", "x")), "")),
                "LiF is <there>.");
        ReportData data = data(List.of(entry("a/a", 0, none(2)), entry("a/a", 1, area(30)), entry("b/b", 0, area(9))),
                facts);
        Answer answer = Answer.ofQuestions(data).get(0);
        assertEquals("LiF area: coated (30.0 \u00b1 3.0)\u00a0%; not detected in bare, below 2\u00a0%.",
                answer.sentences().get(0));
        assertEquals("LiF area of bare: (9.00 \u00b1 0.90)\u00a0%.", answer.sentences().get(1));
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
}
