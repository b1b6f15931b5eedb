package org.interphase.testkit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.interphase.api.Recipe;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.document.AtomicFiles;
import org.interphase.engine.document.Recipes;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.testkit.fault.FailedWrites;
import org.interphase.testkit.fault.FailedWrites.Operation;
import org.interphase.testkit.toy.ToyTechnique;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every change on the disk fails once: what is there afterwards is old or new, and new if that was said. */
class FailedWritesTest {

    @TempDir
    Path work;

    private final Recipe recipe = TechniqueRegistry.of(List.of(new ToyTechnique())).requireRecipe("toy/total");

    private void assertOldOrNew(Operation before, Operation operation) throws IOException {
        FailedWrites tally = FailedWrites.of(work, before, operation);
        assertEquals(List.of(), tally.wrong());
        assertTrue(tally.changes() >= 6, tally.row("changes"));
        assertTrue(tally.told() > tally.changes(), tally.row("told"));
    }

    @Test
    void aFileThatIsReplaced() throws IOException {
        assertOldOrNew(f -> Files.writeString(f.resolve("a.txt"), "old"),
                f -> AtomicFiles.write(f.resolve("a.txt"), "new".repeat(1000).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFileThatIsNew() throws IOException {
        assertOldOrNew(f -> { }, f -> AtomicFiles.write(f.resolve("a.txt"), new byte[5000]));
    }

    @Test
    void aRecipe() throws IOException {
        assertOldOrNew(f -> Recipes.write(f.resolve("r.yaml"), recipe.withSteps(List.of())),
                f -> Recipes.write(f.resolve("r.yaml"), recipe));
    }

    @Test
    void anAnalysis() throws IOException {
        assertOldOrNew(f -> AnalysisStore.write(f.resolve("a.analysis.yaml"), AnalysisDocument.of(
                recipe.withSteps(List.of()), InputReference.none("a"))), f -> AnalysisStore.write(f.resolve(
                "a.analysis.yaml"), AnalysisDocument.of(recipe, InputReference.none("b"))));
    }

    @Test
    void aProject() throws IOException {
        assertOldOrNew(f -> Files.writeString(f.resolve(ProjectStore.FILE), "format: interphase project 1\ntitle: a\n"),
                f -> ProjectStore.write(ProjectStore.read(f)));
    }

    /** The harness itself: what writes in place, or renames what is not on the disk, is caught. */
    @Test
    void writersThatTearFilesAreCaught() throws IOException {
        assertFalse(FailedWrites.of(work.resolve("a"), f -> Files.writeString(f.resolve("a.txt"), "old text"),
                f -> Files.writeString(f.resolve("a.txt"), "new text")).wrong().isEmpty());
        FailedWrites unforced = FailedWrites.of(work.resolve("b"), f -> Files.writeString(f.resolve("a.txt"), "old"),
                f -> {
                    Path aside = Files.writeString(f.resolve("b.interphase-tmp"), "new");
                    Files.move(aside, f.resolve("a.txt"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                    Files.createDirectory(f.resolve("later"));
                });
        assertTrue(unforced.wrong().stream().anyMatch(w -> w.startsWith("CRASH") && w.contains("neither")),
                unforced.wrong().toString());
    }
}
