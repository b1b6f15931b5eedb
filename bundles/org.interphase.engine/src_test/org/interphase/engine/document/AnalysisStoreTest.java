package org.interphase.engine.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.Applicability;
import org.interphase.api.Citation;
import org.interphase.api.Recipe;
import org.interphase.api.Stated;
import org.interphase.api.Step;
import org.interphase.engine.recipe.Checksums;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Provenance;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisStoreTest {

    @TempDir
    private Path folder;

    private AnalysisDocument document(Path raw) throws IOException {
        InputReference input = new InputReference(raw.toString(), Checksums.ofFile(raw), "F 1s", 2).stating(
                Stated.of(Map.of("photon-energy", "1486.6", "axis", "kinetic energy"))).readBy("org.lab.xps 1.2.0");
        Recipe recipe = Recipe.of("test/r", "R", "help", Applicability.of("x"),
                new Step("fit", "test.fit", true, Map.of("range", "682 .. 692", "seed", 7L)));
        Provenance provenance = new Provenance("Interphase 0.1.0", "25", Instant.parse("2026-01-02T03:04:05Z"), input,
                List.of(new Provenance.StepProvenance("fit", "test.fit", 3, Map.of("seed", 7L, "width", 0.1),
                        "Fitted: by least squares.", List.of(new Citation("A 2000", "A, \"B\", 2000.")))));
        return new AnalysisDocument(recipe, input,
                List.of(Measurement.of("LiF position", "E_B", 685.1234567890123, 0.1 / 3, "eV").withStep("fit"),
                        Measurement.notDetected("CF2", "", 1.2, "%").withStep("fit")),
                List.of(Remark.warning("Check: it.").about("LiF").withStep("fit")), Optional.of(provenance));
    }

    @Test
    void comesBackToTheLastDigit() throws IOException {
        Path raw = Files.writeString(Files.createDirectories(folder.resolve("raw")).resolve("a b.csv"), "1,2\n");
        AnalysisDocument d = document(raw);
        Path file = folder.resolve("docs.d").resolve("x.analysis.yaml");
        Files.createDirectories(file.getParent());
        AnalysisStore.write(file, d);
        AnalysisDocument read = AnalysisStore.read(file);
        assertEquals("../raw/a b.csv", read.input().path());
        assertEquals(d, read.withInput(d.input()));
        assertEquals(raw, AnalysisStore.resolve(file, read.input()));
    }

    @Test
    void savingTwiceGivesTheSameText() throws IOException {
        Path raw = Files.writeString(folder.resolve("a.csv"), "1,2\n");
        Path file = folder.resolve("x.analysis.yaml");
        AnalysisStore.write(file, document(raw));
        String once = Files.readString(file);
        AnalysisStore.write(file, AnalysisStore.read(file));
        assertEquals(once, Files.readString(file));
        assertFalse(once.contains(folder.toString()), once);
    }

    @Test
    void changedRawFileIsStaleAndMissingOneIsMissing() throws IOException {
        Path raw = Files.writeString(folder.resolve("a.csv"), "1,2\n");
        Path file = folder.resolve("x.analysis.yaml");
        AnalysisStore.write(file, document(raw));
        InputReference input = AnalysisStore.read(file).input();
        assertEquals(AnalysisStore.Status.CURRENT, AnalysisStore.status(file, input));
        Files.writeString(raw, "1,3\n");
        assertEquals(AnalysisStore.Status.STALE, AnalysisStore.status(file, input));
        InputReference series = new InputReference("s", "", "s", 0, List.of(input, input));
        assertEquals(AnalysisStore.Status.STALE, AnalysisStore.status(file, series));
        Files.delete(raw);
        assertEquals(AnalysisStore.Status.MISSING, AnalysisStore.status(file, input));
        assertEquals(AnalysisStore.Status.MISSING, AnalysisStore.status(file, series));
    }

    @Test
    void aMovedFolderStaysCurrent() throws IOException {
        Path here = Files.createDirectories(folder.resolve("here"));
        Path raw = Files.writeString(here.resolve("a.csv"), "1,2\n");
        AnalysisStore.write(here.resolve("x.analysis.yaml"), document(raw));
        Path there = Files.move(here, folder.resolve("there"));
        Path file = there.resolve("x.analysis.yaml");
        assertEquals(AnalysisStore.Status.CURRENT, AnalysisStore.status(file, AnalysisStore.read(file).input()));
    }

    @Test
    void brokenDocumentsNameLineAndCause() throws IOException {
        Path raw = Files.writeString(folder.resolve("a.csv"), "1,2\n");
        Path file = folder.resolve("x.analysis.yaml");
        AnalysisStore.write(file, document(raw));
        String good = Files.readString(file);
        for (String[] change : new String[][] {{"unit: eV", "unit: parsec"}, {"level: warning", "level: loud"},
            {"time: '2026", "time: 'x2026"}, {"version: 3", "version: three"}, {"sha256:", "sha265:"},
            {"uncertainty: 0.0333", "uncertainty: -0.0333"}, {"analysis 1", "analysis 9"}}) {
            assertTrue(good.contains(change[0]) || change[0].startsWith("time"), change[0]);
            Files.writeString(file, good.replace(change[0], change[1]).replace("time: 2026", "time: x2026"));
            DocumentException e = assertThrows(DocumentException.class, () -> AnalysisStore.read(file));
            assertTrue(e.line() > 0 && e.getMessage().startsWith("x.analysis.yaml, line "), e.getMessage());
        }
        assertThrows(DocumentException.class, () -> AnalysisStore.read(folder.resolve("none.analysis.yaml")));
        assertThrows(DocumentException.class, () -> AnalysisStore.read(folder));
    }
}
