package org.interphase.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.interphase.api.Applicability;
import org.interphase.api.Recipe;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.recipe.InputReference;
import org.interphase.model.Measurement;
import org.interphase.ui.session.WorkbenchSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is compared are the numbers an analyst sees: those in open editors count before those on disk. */
class UnsavedNumbersTest {

    @TempDir
    private Path folder;

    private static List<Measurement> width(double value) {
        return List.of(Measurement.of("width", "", value, 0.1, "eV"));
    }

    private void save(Path target, Path file, int index) throws IOException {
        AnalysisStore.write(target, AnalysisDocument.of(Recipe.of("x/y", "Y", "", Applicability.of("k")),
                new InputReference(file.getFileName().toString(), "", "a", index, List.of())));
    }

    @Test
    void openEditorsCountInPlaceOfWhatIsSavedOfTheSameDataset() throws IOException {
        Path a = Files.writeString(folder.resolve("a.csv"), "1");
        Path b = Files.writeString(folder.resolve("b.csv"), "2");
        save(folder.resolve("a.csv.1.analysis.yaml"), a, 0);
        save(folder.resolve("a.csv.2.analysis.yaml"), a, 1);
        save(folder.resolve("b.csv.analysis.yaml"), b, 0);
        WorkbenchSession session = new WorkbenchSession(() -> null, folder.resolve("state"));
        SavedResults found = SavedResults.of(List.of(new AnalysisInput.Member(a, -1), new AnalysisInput.Member(b, 0)),
                session, new UnsavedNumbers(Map.of(new AnalysisInput.Member(a, 0), width(2), new AnalysisInput.Member(
                        b, 0), width(3))));
        session.close();
        assertEquals(List.of("a.csv.1 (not saved)", "b.csv (not saved)"), found.names().stream()
                .filter(n -> n.endsWith("(not saved)")).toList());
        assertEquals(3, found.names().size(), found.names() + " has the second dataset of a.csv as it is saved");
        assertTrue(found.names().get(1).startsWith("a.csv.2"), found.names().toString());
        assertEquals(1, found.rows().size());
        assertEquals(2, found.rows().get(0).values().get(0).value());
        assertEquals(3, found.rows().get(0).values().get(2).value());
    }

    @Test
    void anotherDatasetOfTheFileIsNotMeant() {
        AnalysisInput.Member first = new AnalysisInput.Member(folder.resolve("a.csv"), 0);
        UnsavedNumbers u = new UnsavedNumbers(Map.of(first, width(1)));
        assertEquals(1, u.of(first).size());
        assertEquals(1, u.of(new AnalysisInput.Member(first.file(), -1)).size());
        assertEquals(0, u.of(new AnalysisInput.Member(first.file(), 1)).size());
        assertEquals(0, u.of(new AnalysisInput.Member(folder.resolve("b.csv"), 0)).size());
    }
}
