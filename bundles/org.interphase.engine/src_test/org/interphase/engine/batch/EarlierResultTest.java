package org.interphase.engine.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.Fact;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.Stated;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Provenance;
import org.interphase.engine.recipe.RecipeRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierResultTest {

    @TempDir
    private Path folder;
    private final Counting technique = new Counting();
    private final Recipe recipe = technique.each();
    private Path document;
    private InputReference input;

    @BeforeEach
    void runOnce() throws IOException {
        document = folder.resolve("a" + AnalysisStore.SUFFIX);
        input = new InputReference(folder.resolve("a.csv").toString(), "ab12", "a", 1)
                .stating(Stated.NOTHING.with(Fact.AREA, "2"));
        write(technique.runner(), recipe);
    }

    private void write(RecipeRunner runner, Recipe by) throws IOException {
        AnalysisStore.write(document, AnalysisDocument.of(runner.run(by, Counting.table("a", 3), input, folder,
                Progress.none())));
    }

    private boolean holds(Recipe by, InputReference of, Counting installed) {
        return EarlierResult.find(document, by, of, installed.registry()).isPresent();
    }

    private Recipe with(String parameter, Object value) {
        return recipe.withStep(recipe.steps().get(0).withParameters(Map.of(parameter, value)));
    }

    @Test
    void theSameHolds() {
        assertEquals(3.0, EarlierResult.find(document, recipe, input, technique.registry()).orElseThrow()
                .measurements().get(0).value());
    }

    @Test
    void whateverTheResultDependsOnEndsIt() throws IOException {
        assertEquals(false, holds(with("factor", 2.0), input, technique), "parameters");
        assertEquals(false, holds(new Recipe("count/other", recipe.title(), recipe.help(), recipe.applies(),
                recipe.scope(), recipe.steps()), input, technique), "recipe");
        assertEquals(false, holds(recipe, input, new Counting(2, d -> { })), "version of an operation");
        assertEquals(false, holds(recipe, new InputReference(input.path(), "ab13", "a", 1).stating(input.stated()),
                technique), "content of the file");
        assertEquals(false, holds(recipe, new InputReference(input.path(), "ab12", "a", 0).stating(input.stated()),
                technique), "dataset");
        assertEquals(false, holds(recipe, input.withPath(folder.resolve("b.csv").toString()), technique), "place");
        assertEquals(false, holds(recipe, input.stating(Stated.NOTHING), technique), "what is stated");
        assertEquals(false, holds(recipe, input.withMembers(List.of(input)), technique), "series");
        Files.writeString(document, Files.readString(document).replace("software: Interphase", "software: Other"));
        assertEquals(false, holds(recipe, input, technique), "program");
        Files.writeString(document, "format: inter");
        assertEquals(false, holds(recipe, input, technique), "torn document");
        Files.delete(document);
        assertEquals(false, holds(recipe, input, technique), "no document");
    }

    @Test
    void aResultThatFailedOrReadAnotherFileIsMadeAgain() throws IOException {
        Counting failing = new Counting(1, d -> {
            throw new IllegalStateException("odd");
        });
        write(failing.runner(), recipe);
        assertEquals(false, holds(recipe, input, technique));
        Recipe reading = with("notes", Map.of("file", "notes.txt"));
        write(technique.runner(), reading);
        assertEquals(false, holds(reading, input, technique));
    }

    private String made(Recipe by, Stated stated, Counting installed) {
        return EarlierResult.fingerprint(by, stated, installed.registry()).orElse("");
    }

    @Test
    void theFingerprintChangesWithWhateverTheResultDependsOnBesidesTheData() {
        String now = made(recipe, input.stated(), technique);
        assertEquals(64, now.length());
        assertEquals(now, made(recipe, Stated.NOTHING.with(Fact.AREA, "2"), new Counting()));
        assertNotEquals(now, made(with("factor", 2.0), input.stated(), technique), "parameters");
        assertNotEquals(now, made(recipe, Stated.NOTHING, technique), "what is stated");
        assertNotEquals(now, made(recipe, input.stated(), new Counting(2, d -> { })), "version of an operation");
        assertEquals("", made(with("notes", Map.of("file", "notes.txt")), input.stated(), technique), "another file");
    }

    @Test
    void aFileThatAnotherPluginReadIsReadAgain() throws IOException {
        assertEquals(false, holds(recipe, input.readBy("org.lab.reader 1.0.0"), technique));
        AnalysisDocument d = AnalysisStore.read(document);
        AnalysisStore.write(document, d.withInput(input.readBy("org.lab.reader 1.0.0")));
        assertEquals(true, holds(recipe, input.readBy("org.lab.reader 1.0.0"), technique));
        assertEquals(false, holds(recipe, input.readBy("org.lab.reader 1.0.1"), technique));
    }

    @Test
    void anOperationThatAnotherPluginBroughtIsRunAgain() throws IOException {
        AnalysisDocument d = AnalysisStore.read(document);
        Provenance p = d.provenance().orElseThrow();
        List<Provenance.StepProvenance> steps = p.steps().stream().map(s -> new Provenance.StepProvenance(s.step(),
                s.operation(), s.version(), s.parameters(), s.methods(), s.citations(), "org.lab.count 1.0.0"))
                .toList();
        AnalysisStore.write(document, new AnalysisDocument(d.recipe(), d.input(), d.measurements(), d.remarks(),
                Optional.of(new Provenance(p.software(), p.java(), p.time(), p.input(), steps))));
        assertEquals(false, holds(recipe, input, technique));
    }
}
