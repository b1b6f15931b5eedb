package org.interphase.ui.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Unit;
import org.interphase.ui.editor.AnalysisInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a batch are on disk one by one and come back as they were. */
class BatchJournalTest {

    @TempDir
    private Path folder;

    private BatchJournal journal() {
        return new BatchJournal(folder.resolve("state").resolve("batch.txt"));
    }

    private BatchRow row(String name, String error, Measurement... numbers) {
        return new BatchRow(new AnalysisInput.Member(folder.resolve("tab\there.csv").toAbsolutePath(), 3), name,
                List.of(numbers), error, List.of(new BatchCondition("temperature", 50, Unit.of("degC")),
                        new BatchCondition("sc\tans", 3, Unit.ONE)));
    }

    @Test
    void rowsComeBackWithAllTheirNumbers() throws IOException {
        BatchRow good = row("a \\ b", "", Measurement.of("LiF position", "E_B", 685.22, 0.02, "eV").withStep("fit"),
                Measurement.of("area", "", 1e5, 12, "counts eV").judged(Verdict.doubtful("two\nlines")),
                Measurement.notDetected("Mn", "", 1.5, "%"), Measurement.withheld("x", "", "eV", "no peak"));
        BatchRow bad = row("second", "line 3: 'abc' is no number");
        journal().begin("Fit as LiF / CF2");
        journal().add(good);
        journal().add(bad);
        BatchJournal.Kept kept = journal().read().orElseThrow();
        assertEquals("Fit as LiF / CF2", kept.title());
        assertEquals(List.of(good, bad), kept.rows());
        assertFalse(kept.finished());
        journal().finish();
        assertTrue(journal().read().orElseThrow().finished());
    }

    @Test
    void aRowThatWasBeingWrittenIsLeftOut() throws IOException {
        journal().begin("Fit");
        journal().add(row("first", "", Measurement.of("p", "", 1, 0.1, "eV")));
        Path file = folder.resolve("state").resolve("batch.txt");
        String whole = Files.readString(file);
        journal().add(row("second", "", Measurement.of("p", "", 2, 0.1, "eV"), Measurement.of("q", "", 3, 0.1, "eV")));
        String both = Files.readString(file);
        for (int cut = whole.length(); cut < both.length() - 1; cut++) {
            Files.writeString(file, both.substring(0, cut));
            List<BatchRow> rows = journal().read().orElseThrow().rows();
            assertEquals(both.startsWith("end", cut - 3) ? 2 : 1, rows.size(), "cut at " + cut);
        }
    }

    @Test
    void aNewBatchTakesThePlaceOfTheOldOne() throws IOException {
        journal().begin("One");
        journal().add(row("first", "failed"));
        journal().begin("Two");
        assertEquals(Optional.of(new BatchJournal.Kept("Two", false, List.of())), journal().read());
    }

    @Test
    void nothingAndNonsenseGiveNothing() throws IOException {
        assertEquals(Optional.empty(), journal().read());
        Files.createDirectories(folder.resolve("state"));
        for (String text : new String[] {"", "other\tformat\n", "interphase batch 1\tFit\nend\n",
            "interphase batch 1\tFit\nrow\tx\nend\n"}) {
            Files.writeString(folder.resolve("state").resolve("batch.txt"), text);
            assertEquals(Optional.empty(), journal().read(), text);
        }
    }
}
