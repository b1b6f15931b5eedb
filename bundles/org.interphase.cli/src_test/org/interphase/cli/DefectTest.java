package org.interphase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.interphase.api.Applicability;
import org.interphase.api.DatasetReader;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Step;
import org.interphase.api.Technique;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.testkit.toy.ToyReader;
import org.interphase.testkit.toy.ToyTechnique;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors of the Java machine inside readers, operations and the start: one clear line, and the other files done. */
class DefectTest {

    private static final String GOOD = "TOY first\n1 10\n2 14\n3 12\n";

    @TempDir
    private Path folder;
    private String before;

    @BeforeEach
    void workInFolder() throws IOException {
        before = System.getProperty("interphase.cwd");
        System.setProperty("interphase.cwd", folder.toString());
        Files.writeString(folder.resolve("a.toy"), GOOD);
        Files.writeString(folder.resolve("b.toy"), GOOD);
    }

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty("interphase.cwd");
        } else {
            System.setProperty("interphase.cwd", before);
        }
    }

    private record Ran(int code, String out, String err) {
        void assertOneLine(String... parts) {
            List<String> told = err.lines().filter(l -> l.startsWith("interphase: ")).toList();
            assertEquals(1, told.size(), err);
            for (String part : parts) {
                assertTrue(told.get(0).contains(part), told.get(0));
            }
            assertFalse(err.contains("    at "), err);
        }
    }

    private Ran run(Supplier<TechniqueRegistry> registry, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
        int code = NoPlugins.over(registry, console).run(arguments);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** An operation that hits a class that is not there, or runs out of stack, at the second file. */
    private static final class Breaking implements Operation<Curve, Breaking.Settings> {

        /** There is nothing to set. */
        public record Settings() {
        }

        private final Supplier<Error> error;

        Breaking(Supplier<Error> error) {
            this.error = error;
        }

        @Override
        public OperationInfo<Curve, Settings> info() {
            return OperationInfo.of("broken.step", 1, "Breaks", "Breaks at files called b.", Curve.class,
                    Settings.class);
        }

        @Override
        public Outcome apply(Curve input, Settings parameters, Progress progress) {
            if (input.metadata().text("file").orElse("").startsWith("b")) {
                throw error.get();
            }
            return Outcome.builder(input).measure("points", "n", input.points(), 0, "1").build();
        }
    }

    /** Like the toy reader, but breaks at files called b. */
    private static final class BreakingReader implements DatasetReader {

        private final ToyReader reader = new ToyReader();
        private final Supplier<Error> error;

        BreakingReader(Supplier<Error> error) {
            this.error = error;
        }

        @Override
        public String id() {
            return "broken.text";
        }

        @Override
        public String title() {
            return "Broken text";
        }

        @Override
        public List<String> extensions() {
            return List.of("toy");
        }

        @Override
        public List<String> kinds() {
            return reader.kinds();
        }

        @Override
        public int confidence(SourceHead head) {
            return 99;
        }

        @Override
        public List<Dataset> read(Source source, Progress progress) throws IOException {
            if (source.name().startsWith("b")) {
                throw error.get();
            }
            return reader.read(source, progress);
        }
    }

    private record Broken(Supplier<Error> inStep, Supplier<Error> inReader) implements Technique {

        @Override
        public String id() {
            return "broken";
        }

        @Override
        public String title() {
            return "Broken";
        }

        @Override
        public List<DatasetReader> readers() {
            return inReader == null ? List.of() : List.of(new BreakingReader(inReader));
        }

        @Override
        public List<Operation<?, ?>> operations() {
            return inStep == null ? List.of() : List.of(new Breaking(inStep));
        }

        @Override
        public List<Recipe> recipes() {
            return inStep == null ? List.of() : List.of(Recipe.of("broken/recipe", "Breaks", "Breaks.",
                    Applicability.of("toy"), Step.of("step", new Breaking(inStep))));
        }
    }

    private static TechniqueRegistry with(Technique broken) {
        return TechniqueRegistry.of(List.of(new ToyTechnique(), broken));
    }

    @Test
    void anErrorAtTheStartIsOneLineAndExitCodeOne() {
        Ran r = run(() -> {
            throw new NoClassDefFoundError("org/example/Gone");
        }, "formats");
        assertEquals(1, r.code);
        r.assertOneLine("internal error", "NoClassDefFoundError: org/example/Gone", "--debug");
        assertEquals("", r.out);
    }

    @Test
    void anErrorAtTheStartIsStillOneJsonDocument() {
        Ran r = run(() -> {
            throw new OutOfMemoryError("Java heap space");
        }, "techniques", "--json");
        assertEquals(1, r.code);
        r.assertOneLine("not enough memory (Java heap space)");
        assertTrue(r.out.startsWith("{") && r.out.contains("\"error\""), r.out);
    }

    @Test
    void theTraceOfAnErrorComesWithDebug() {
        Ran r = run(() -> {
            throw new StackOverflowError();
        }, "formats", "--debug");
        assertEquals(1, r.code);
        assertTrue(r.err.contains("    at org.interphase.cli.DefectTest"), r.err);
    }

    @Test
    void anErrorInAStepCostsOnlyItsOwnFile() throws IOException {
        for (Supplier<Error> error : List.<Supplier<Error>>of(StackOverflowError::new, OutOfMemoryError::new,
                () -> new NoClassDefFoundError("org/example/Gone"), () -> new AssertionError("impossible"))) {
            Ran r = run(() -> with(new Broken(error, null)), "run", "broken/recipe", "a.toy", "b.toy", "--json");
            assertEquals(1, r.code, r.err);
            r.assertOneLine("b.toy", "step 'step'");
            assertTrue(r.out.contains("\"status\": \"ok\"") && r.out.contains("\"status\": \"failed\""), r.out);
        }
    }

    @Test
    void anErrorInAReaderCostsOnlyItsOwnFile() throws IOException {
        Files.writeString(folder.resolve("project.yaml"), """
                format: interphase project 1
                samples:
                  - name: S
                    files: "*.toy"
                recipes:
                  - recipe: toy/total
                """);
        for (Supplier<Error> error : List.<Supplier<Error>>of(StackOverflowError::new, OutOfMemoryError::new,
                () -> new NoClassDefFoundError("org/example/Gone"))) {
            Supplier<TechniqueRegistry> registry = () -> with(new Broken(null, error));
            for (String[] words : List.of(new String[] {"info", "a.toy", "b.toy", "--json"},
                    new String[] {"run", "toy/total", "a.toy", "b.toy", "--json"},
                    new String[] {"report", ".", "--out", "out", "--format", "csv", "--json"})) {
                Ran r = run(registry, words);
                assertEquals(1, r.code, r.err);
                r.assertOneLine("b.toy");
                assertTrue(r.out.contains("\"first\""), "the other file is done: " + r.out);
            }
        }
    }
}
