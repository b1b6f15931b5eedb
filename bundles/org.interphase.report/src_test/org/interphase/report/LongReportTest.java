package org.interphase.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Provenance;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.figure.Figure;
import org.interphase.testkit.synthetic.DemoFigures;
import org.junit.jupiter.api.Test;

/** Reports of recipes that find many numbers: answers first, what supports them where it is looked for. */
class LongReportTest {

    private static ReportEntry entry(String recipe, String sample, int numbers, Figure figure) {
        InputReference input = new InputReference("raw/cell.csv", "0123456789abcdef".repeat(4), "cell", 0);
        Provenance provenance = new Provenance("Interphase", "25", Instant.EPOCH, input,
                List.of(new Provenance.StepProvenance("cycles", "cycling.summary", 1, Map.of(), "", List.of())));
        List<Measurement> all = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (int i = 1; i <= numbers; i++) {
            all.add(Measurement.of("capacity of cycle " + i, "Q", 100 - i, 0.5, "mA.h").withStep("cycles"));
            keys.add("capacity of cycle " + i);
        }
        return new ReportEntry(sample, "raw/" + sample + ".csv", "cell", "cycling", recipe, "Title of " + recipe, all,
                List.of(Remark.info("Cycles are as recorded."), Remark.warning("The last one is cut.")),
                List.of(figure), Metadata.EMPTY, Optional.empty(), provenance, "analyses/1.analysis.yaml",
                List.of(new ReportEntry.RawFile("raw/cell.csv", "../raw/cell.csv")), keys);
    }

    private static ReportData data(int numbers) {
        Figure same = DemoFigures.nyquist();
        List<ReportEntry> entries = List.of(entry("cycling/rate", "A", 2, same), entry("cycling/rate", "B", 2, same),
                entry("cycling/summary", "A", numbers, same), entry("cycling/summary", "B", numbers, same));
        ReportLayout layout = new ReportLayout("", List.of()).inOrder(List.of("cycling/summary", "eis/fit"), entries);
        return new ReportData("Cells", layout, List.of(new ReportSample("A", ""), new ReportSample("B", "")), entries,
                Map.of(), List.of(), "Interphase", Instant.EPOCH);
    }

    private static String paper(ReportData data) {
        return HtmlReport.write(data, (scene, title) -> "<img src=\"0\"/>");
    }

    @Test
    void sectionsFollowTheRulesOfTheProjectAndOthersComeAfter() {
        String html = HtmlReport.write(data(3));
        int rule = html.indexOf("<h2>Title of cycling/summary");
        assertTrue(rule > 0 && rule < html.indexOf("<h2>Title of cycling/rate"));
    }

    @Test
    void theSummaryNamesTheFirstAnswersAndHowManyThereAre() {
        String html = HtmlReport.write(data(40));
        String summary = html.substring(html.indexOf("id=\"summary\""), html.indexOf("<h2>Title of"));
        assertTrue(summary.contains("capacity of cycle 8"));
        assertFalse(summary.contains("capacity of cycle 9"));
        assertTrue(summary.contains("(8 of 40)"));
        String answers = summary.substring(0, summary.indexOf("<table class=\"numbers"));
        assertTrue(answers.contains("capacity of cycle 1:"));
        assertFalse(answers.contains("capacity of cycle 2:"), "one sentence to a question");
    }

    @Test
    void manyNumbersAreFoldedUpOnTheScreenAndLeftToTheDataFilesOnPaper() {
        String html = HtmlReport.write(data(40));
        assertTrue(html.contains("<summary>All 40 numbers</summary>"));
        assertTrue(html.contains("capacity of cycle 40"));
        String paper = paper(data(40));
        assertFalse(paper.contains("<details>"));
        assertTrue(paper.contains("capacity of cycle 3<"));
        assertFalse(paper.contains("capacity of cycle 4<"), "the first three answers of a recipe");
        assertTrue(paper.contains("All numbers are in results.csv and results.json."));
        assertTrue(HtmlReport.write(data(5)).contains("Title of cycling/summary: all numbers."));
    }

    @Test
    void warningsStandInTheTextAndNotesAreCountedOnPaper() {
        String html = HtmlReport.write(data(3));
        assertTrue(html.contains("Cycles are as recorded."));
        String paper = paper(data(3));
        assertTrue(paper.contains("The last one is cut."));
        assertFalse(paper.contains("Cycles are as recorded."));
        assertTrue(paper.contains("1 note on how the files were read"));
    }

    @Test
    void theSamePictureOfTheSameDataIsShownOnce() {
        String paper = paper(data(3));
        assertEquals(2, paper.split("<img ", -1).length, "two samples of two recipes in one picture");
        assertTrue(paper.contains("are shown in figure 1."));
        Figure other = DemoFigures.spectrum(401, 3, 2);
        ReportData d = data(3);
        List<ReportEntry> entries = new ArrayList<>(d.entries());
        entries.set(2, entry("cycling/summary", "A", 3, other));
        ReportData changed = new ReportData(d.title(), d.layout(), d.samples(), entries, Map.of(), List.of(), "",
                Instant.EPOCH);
        assertFalse(paper(changed).contains("are shown in figure"));
    }

    @Test
    void sectionsOfOneTitleKeepTheirResultsAndManySamplesTheirHeadings() {
        Figure same = DemoFigures.nyquist();
        List<ReportSample> samples = new ArrayList<>();
        List<ReportEntry> entries = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            samples.add(new ReportSample("S" + i, ""));
            entries.add(entry("cycling/summary", "S" + i, 40, same));
            entries.add(entry("cycling/rate", "S" + i, 1, same));
        }
        List<ReportLayout.Section> sections = List.of(
                new ReportLayout.Section("cycling/summary", "Cell", "", List.of(), false),
                new ReportLayout.Section("cycling/rate", "Cell", "", List.of(), false));
        String html = HtmlReport.write(new ReportData("Cells", new ReportLayout("", sections), samples, entries,
                Map.of(), List.of(), "", Instant.EPOCH));
        String summary = html.substring(0, html.indexOf("<h2>Cell"));
        assertTrue(summary.contains("Cell (8 of 40). Main results"));
        assertEquals(10, summary.split("capacity of cycle [0-9]+</th>", -1).length, "eight of one, one of the other");
    }

    @Test
    void dataAloneAreDrawnOnlyWhereNothingElseIs() {
        Figure raw = Figure.of("record", "Record", "", DemoFigures.spectrum(51, 1, 1).panels().get(0));
        List<ReportEntry> entries = List.of(plain(entry("cycling/rate", "A", 2, DemoFigures.nyquist()), raw, true),
                plain(entry("cycling/summary", "A", 2, DemoFigures.nyquist()), raw, false));
        List<Integer> numbers = new ArrayList<>();
        for (List<String> chosen : List.of(List.<String>of(), List.of("record"))) {
            List<ReportLayout.Section> sections = Stream.of("cycling/rate", "cycling/summary").map(r ->
                    new ReportLayout.Section(r, "", "", chosen, true)).toList();
            ReportData data = new ReportData("Cells", new ReportLayout("", sections), List.of(new ReportSample("A",
                    "")), entries, Map.of(), List.of(), "Interphase", Instant.EPOCH);
            String html = HtmlReport.write(data, (scene, title) -> "<img alt=\"" + title + "\"/>");
            numbers.add(html.split("alt=\"Record of A", -1).length - 1);
        }
        assertEquals(List.of(1, 1), numbers, "of what draws nothing else; of both, shown once, where asked for");
    }

    private static ReportEntry plain(ReportEntry e, Figure raw, boolean others) {
        return new ReportEntry(e.sample(), e.file(), e.dataset(), e.kind(), e.recipe(), e.recipeTitle(),
                e.measurements(), e.remarks(), others ? List.of(raw, e.figures().get(0)) : List.of(raw), e.metadata(),
                e.failure(), e.provenance(), e.document(), e.raws(), e.keys(), Set.of("record"));
    }
}
