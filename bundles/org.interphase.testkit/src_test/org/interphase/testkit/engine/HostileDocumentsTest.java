package org.interphase.testkit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interphase.api.Progress;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
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
import org.interphase.testkit.fuzz.DocumentTrial;
import org.interphase.testkit.fuzz.DocumentTrial.Kind;
import org.interphase.testkit.fuzz.FileMutator;
import org.interphase.testkit.toy.ToyTechnique;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people write, made hostile, the same at every run. */
class HostileDocumentsTest {

    private static final int MUTANTS = 400;

    @TempDir
    Path folder;

    private final ToyTechnique toy = new ToyTechnique();

    private List<String> samples(Kind kind) throws Exception {
        return switch (kind) {
            case RECIPE -> toy.recipes().stream().map(Recipes::toYaml).toList();
            case ANALYSIS -> List.of(analysis());
            default -> DocumentTrial.samples(kind);
        };
    }

    private String analysis() throws Exception {
        Curve curve = Curve.ofUnsorted(DatasetHeader.of("a", "curve", Metadata.EMPTY), "x", Unit.ONE,
                Direction.ASCENDING, new double[] {1, 2, 3}, "y", Unit.ONE, new double[] {4, 6, 5}, null);
        TechniqueRegistry registry = TechniqueRegistry.of(List.of(toy));
        Run run = new RecipeRunner(registry, new OutcomeCache(0)).run(registry.requireRecipe("toy/total"), curve,
                InputReference.none("a"), folder, Progress.none());
        Path file = folder.resolve("sample.analysis.yaml");
        AnalysisStore.write(file, AnalysisDocument.of(run));
        return Files.readString(file);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsWrongIsSaidAndWhatIsTakenIsKept(Kind kind) throws Exception {
        DocumentTrial trial = new DocumentTrial(TechniqueRegistry.of(List.of(toy)), folder);
        FileMutator mutator = new FileMutator(20260101);
        List<String> faults = new ArrayList<>();
        for (String sample : samples(kind)) {
            byte[] valid = sample.getBytes(StandardCharsets.UTF_8);
            assertEquals(Optional.empty(), trial.fault(kind, valid), sample);
            for (int i = 0; i < MUTANTS; i++) {
                byte[] mutant = mutator.mutate(valid);
                trial.fault(kind, mutant).ifPresent(f -> faults.add("'" + new String(mutant, StandardCharsets.UTF_8)
                        + "': " + f));
            }
        }
        assertEquals(List.of(), faults.subList(0, Math.min(3, faults.size())));
    }
}
