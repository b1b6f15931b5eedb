package org.interphase.testkit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.document.AtomicFiles;
import org.interphase.engine.document.Recipes;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.OutcomeCache;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;
import org.interphase.testkit.toy.ToyTechnique;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock that is put back by a day or forward by a year while the program works: nothing is lost or taken for new. */
class JumpingClockTest {

    private static final List<Duration> JUMPS = List.of(Duration.ofDays(-1), Duration.ofDays(365),
            Duration.ofDays(-3650), Duration.ofSeconds(-1), Duration.ZERO);

    @TempDir
    private Path folder;
    private final TechniqueRegistry registry = TechniqueRegistry.of(List.of(new ToyTechnique()));
    private final Recipe recipe = registry.requireRecipe("toy/total");

    private static final class Jumping extends Clock {

        private Instant now = Instant.parse("2026-06-01T12:00:00Z");
        private int asked;

        @Override
        public Instant instant() {
            now = now.plus(JUMPS.get(asked++ % JUMPS.size()));
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static Curve curve(double... y) {
        double[] x = new double[y.length];
        java.util.Arrays.setAll(x, i -> i + 1);
        return Curve.ofUnsorted(DatasetHeader.of("first", "toy", Metadata.EMPTY), "Position", Unit.of("mm"),
                Direction.ASCENDING, x, "Signal", Unit.of("counts"), y, null);
    }

    @Test
    void resultsAreTheSameAndTheLastSavedIsTheOneThatIsThere() throws IOException {
        RecipeRunner runner = new RecipeRunner(registry, new OutcomeCache(), new Jumping());
        Path file = folder.resolve("a.analysis.yaml");
        for (int i = 0; i < 3 * JUMPS.size(); i++) {
            Run run = runner.run(recipe, curve(10, 14 + i, 12), InputReference.none("a"), folder, Progress.none());
            assertEquals(6 + i, run.measurements().get(0).value());
            AnalysisStore.write(file, AnalysisDocument.of(run));
            AnalysisDocument saved = AnalysisStore.read(file);
            assertEquals(run.measurements(), saved.measurements());
            assertEquals(run.provenance().time(), saved.provenance().orElseThrow().time());
        }
    }

    @Test
    void aFileOfAParameterIsKnownByItsContentWhateverItsTime() throws IOException {
        Path level = Files.writeString(folder.resolve("level.txt"), "4");
        Recipe with = Recipes.set(recipe, registry, "level.file", "level.txt");
        RecipeRunner runner = new RecipeRunner(registry, new OutcomeCache(), new Jumping());
        Instant now = Instant.now();
        int n = 0;
        for (Duration jump : JUMPS) {
            // of one length, so that the time alone could tell them apart
            String content = Integer.toString(1 + n++);
            Files.writeString(level, content);
            Files.setLastModifiedTime(level, FileTime.from(now.plus(jump)));
            assertEquals(36 - 3 * n, runner.run(with, curve(10, 14, 12), InputReference.none("a"), folder,
                    Progress.none()).measurements().get(0).value(), "clock put by " + jump);
        }
    }

    @Test
    void aFileThatIsBeingWrittenIsNotSweptWhateverItsTime() throws IOException {
        AtomicFiles.write(folder.resolve("a.txt"), new byte[10]);
        Path young = Files.createFile(folder.resolve(".b.txt.1.interphase-tmp"));
        for (Duration ahead : List.of(Duration.ofDays(365), Duration.ofDays(1), Duration.ZERO)) {
            Files.setLastModifiedTime(young, FileTime.from(Instant.now().plus(ahead)));
            AtomicFiles.sweep(folder);
            assertTrue(Files.exists(young), "of " + ahead + " from now");
        }
        assertEquals(10, Files.size(folder.resolve("a.txt")));
    }
}
