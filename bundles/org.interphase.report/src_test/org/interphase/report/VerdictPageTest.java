package org.interphase.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Provenance;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Verdict;
import org.junit.jupiter.api.Test;

/** A number that is not sound is told from the others in every form of the report, with its reason. */
class VerdictPageTest {

    private static final List<Measurement> NUMBERS = List.of(
            Measurement.of("R_s", "R", 12, 0.1, "ohm"),
            Measurement.of("R_s", "R", 18, 0.1, "ohm").judged(Verdict.doubtful("the residuals hang together")),
            Measurement.withheld("R_s", "R", "ohm", "the arc <is> outside the measured range"));

    private static ReportData data() {
        List<ReportSample> samples = List.of(new ReportSample("A", ""), new ReportSample("B", ""),
                new ReportSample("C", ""));
        List<ReportEntry> entries = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            InputReference input = new InputReference("raw/" + i + ".csv", "0123456789abcdef".repeat(4), "cell", 0);
            entries.add(new ReportEntry(samples.get(i).name(), "raw/" + i + ".csv", "cell", "eis.spectrum", "eis/fit",
                    "Circuit", List.of(NUMBERS.get(i).withStep("fit")), List.of(), List.of(), Metadata.EMPTY,
                    Optional.empty(), new Provenance("Interphase", "25", Instant.EPOCH, input, List.of()),
                    "analyses/" + i + ".analysis.yaml", List.of(), List.of("R_s")));
        }
        return new ReportData("Cells", new ReportLayout("", List.of()), samples, entries, Map.of(), List.of(),
                "Interphase", Instant.EPOCH);
    }

    @Test
    void thePageTellsTheReasonBelowTheTable() {
        String html = HtmlReport.write(data());
        String numbers = html.substring(html.indexOf("<table class=\"numbers"));
        assertTrue(numbers.contains("class=\"doubtful\"><span class=\"nobreak\">18.00 \u00b1 0.10\u00a0\u03a9\u00a0?<"),
                numbers);
        assertTrue(numbers.contains("class=\"withheld\"><span>withheld<"), numbers);
        assertTrue(numbers.contains("<p class=\"verdict\">Doubtful (?): "), numbers);
        assertTrue(numbers.contains("(B): the residuals hang together.</p>"), numbers);
        assertTrue(numbers.contains("(C): the arc &lt;is&gt; outside the measured range.</p>"), numbers);
        assertFalse(html.contains("18.00 \u00b1 0.10\u00a0\u03a9\u00a0? *"), "a doubtful number is never significant");
    }

    @Test
    void noConclusionRestsOnADoubtfulNumber() {
        String told = Comparison.of(data(), data().entries()).get(0).statement(data().samples());
        assertTrue(told.contains("B 18.00 \u00b1 0.10\u00a0\u03a9\u00a0?"), told);
        assertFalse(told.contains("higher"), told);
        assertTrue(told.contains("C withheld: the arc"), told);
    }

    /** Of many samples the sentence counts; what is withheld was not found absent. */
    @Test
    void ofManySamplesEachKindIsCounted() {
        List<Measurement> values = new ArrayList<>();
        List<ReportSample> samples = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            values.addAll(NUMBERS);
            values.add(Measurement.notDetected("R_s", "R", 3, "ohm"));
        }
        values.add(Measurement.notDetected("R_s", "R", 3, "ohm"));
        values.forEach(v -> samples.add(new ReportSample("S" + samples.size(), "")));
        String told = new Comparison("r", "R_s", true, values, Collections.nCopies(values.size(), "a"))
                .statement(samples);
        assertTrue(told.endsWith("in 8 samples; not detected in 5; withheld in 4; doubtful in 4 of 17 samples."), told);
    }

    @Test
    void everyRowCarriesItsQuality() {
        List<Map<String, Object>> rows = ResultsTable.rows(data());
        assertEquals(List.of("sound", "doubtful", "withheld"), rows.stream().map(r -> r.get("quality")).toList());
        assertEquals("the residuals hang together", rows.get(1).get("reason"));
        assertEquals(null, rows.get(2).get("value"));
        assertTrue(ResultsTable.csv(data()).lines().skip(1).findFirst().orElseThrow().contains(",sound,"));
    }
}
