package org.interphase.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Provenance;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of batches, where each file is a sample: still readable, and nothing grows with the square. */
class ManySamplesTest {

    private static final int SAMPLES = 20_000;

    private static ReportData data(int number) {
        List<ReportSample> samples = new ArrayList<>();
        List<ReportEntry> entries = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String name = "sample " + i;
            samples.add(new ReportSample(name, ""));
            InputReference input = new InputReference("raw/" + i, "0123456789abcdef".repeat(4), "F 1s", 0);
            Provenance provenance = new Provenance("Interphase", "25", Instant.EPOCH, input,
                    List.of(new Provenance.StepProvenance("fit", "xps.fit", 1, Map.of(), "Fitted.", List.of())));
            Measurement area = i % 10 == 0 ? Measurement.notDetected("area", "A", 3, "%")
                    : Measurement.of("area", "A", 10 + i, 0.5, "%");
            entries.add(new ReportEntry(name, "raw/f" + i + ".csv", "F 1s", "xps.region", "xps/f1s", "Fit",
                    List.of(area.withStep("fit"), Measurement.of("position", "E", 685, 0.02, "eV").withStep("fit")),
                    List.of(Remark.info("Background of file " + i + ".")), List.of(), Metadata.EMPTY,
                    Optional.empty(), provenance, "analyses/" + i + ".analysis.yaml",
                    List.of(new ReportEntry.RawFile("f" + i + ".csv", "../f" + i + ".csv")), List.of("area")));
        }
        return new ReportData("Batch", new ReportLayout("", List.of()), samples, entries, Map.of(), List.of(),
                "Interphase", Instant.EPOCH);
    }

    @Test
    void theConclusionIsARangeInsteadOfAThousandNumbers() {
        String html = HtmlReport.write(data(2000));
        assertTrue(html.contains("from (11.00 \u00b1 0.50)\u00a0% (sample 1) to (2009.00 \u00b1 0.50)\u00a0% "
                + "(sample 1999) in 1800 samples; not detected in 200 of 2000 samples."), html.substring(0, 6000));
    }

    @Test
    void samplesBecomeRowsAndTheRestIsInTheTables() {
        ReportData data = data(SAMPLES);
        String html = HtmlReport.write(data);
        assertTrue(html.contains("<th>Sample</th>"));
        assertTrue(html.contains("The first 200 of 20000 samples; all are in results.csv."));
        assertTrue(html.contains("href=\"analyses/19999.analysis.yaml\""), "provenance is complete");
        assertTrue(html.contains("and 19900 more; all are in results.json"));
        assertEquals(2 * SAMPLES, ResultsTable.rows(data).size());
        assertEquals("sample 19999", ResultsTable.rows(data).get(2 * SAMPLES - 1).get("sample"));
        assertEquals(1 + 2 * SAMPLES, ResultsTable.csv(data).lines().count());
    }

    @Test
    void aSpreadsheetOfManySamplesKeepsWithinItsColumns(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("results.xlsx");
        Files.write(file, ResultsWorkbook.write(data(SAMPLES)));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<Integer> lastRows = List.of(2 * SAMPLES + 1, SAMPLES + 1);
            for (int i = 0; i < 2; i++) {
                String sheet = new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet" + (i + 2) + ".xml"))
                        .readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(sheet.contains("r=\"A" + lastRows.get(i) + "\""), "sheet " + (i + 2));
            }
        }
    }
}
