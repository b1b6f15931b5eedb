package org.interphase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.interphase.api.DatasetReader;
import org.interphase.api.Operation;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Technique;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Dataset;
import org.interphase.testkit.toy.ToyReader;
import org.interphase.testkit.toy.ToyTechnique;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files and shares that go away while a batch reads them: what was done stays, the rest says so in one sentence. */
@Timeout(120)
class VanishingFilesTest {

    private static final String ONE = "TOY first\ntemperature = 25 degC\n1 10\n2 14\n3 12\n";
    private static final int FILES = 6;

    @TempDir
    private Path folder;

    private record Answer(int code, String err) {
    }

    /** The toy's reader, before which something happens to the disk. */
    private record Disturbed(Consumer<Source> before) implements DatasetReader {
        @Override
        public String id() {
            return new ToyReader().id();
        }

        @Override
        public String title() {
            return new ToyReader().title();
        }

        @Override
        public List<String> extensions() {
            return new ToyReader().extensions();
        }

        @Override
        public List<String> kinds() {
            return new ToyReader().kinds();
        }

        @Override
        public int confidence(SourceHead head) {
            return new ToyReader().confidence(head);
        }

        @Override
        public List<Dataset> read(Source source, Progress progress) throws IOException {
            before.accept(source);
            return new ToyReader().read(source, progress);
        }
    }

    private record Toy(Consumer<Source> before) implements Technique {
        @Override
        public String id() {
            return "toy";
        }

        @Override
        public String title() {
            return "Toy";
        }

        @Override
        public List<DatasetReader> readers() {
            return List.of(new Disturbed(before));
        }

        @Override
        public List<Operation<?, ?>> operations() {
            return new ToyTechnique().operations();
        }

        @Override
        public List<Recipe> recipes() {
            return new ToyTechnique().recipes();
        }
    }

    private Answer run(Consumer<Source> before, List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
        int code = NoPlugins.over(() -> TechniqueRegistry.of(List.of(new Toy(before))), console, folder)
                .run(arguments.toArray(String[]::new));
        return new Answer(code, err.toString(StandardCharsets.UTF_8));
    }

    private static void remove(Path path) {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> batch() throws IOException {
        Path share = Files.createDirectories(folder.resolve("share"));
        List<String> line = new java.util.ArrayList<>(List.of("run", "toy/total"));
        for (int i = 0; i < FILES; i++) {
            Files.writeString(share.resolve(i + ".toy"), ONE.replace("14", Integer.toString(14 + i)));
            line.add("share/" + i + ".toy");
        }
        line.addAll(List.of("--out", "out", "--jobs", "1", "-q"));
        return line;
    }

    private void check(Answer a, int done) throws IOException {
        assertEquals(1, a.code, a.err);
        assertFalse(a.err.contains("\tat ") || a.err.contains("Exception") || a.err.contains("null"), a.err);
        assertEquals(FILES - done, a.err.lines().filter(l -> l.startsWith("interphase: ")
                && l.contains(".toy")).count(), a.err);
        int whole = 0;
        try (Stream<Path> written = Files.list(folder.resolve("out"))) {
            for (Path p : written.filter(f -> f.toString().endsWith(AnalysisStore.SUFFIX)).toList()) {
                assertFalse(AnalysisStore.read(p).measurements().isEmpty(), p.toString());
                whole++;
            }
        }
        assertEquals(done, whole, a.err);
        String table = Files.readString(folder.resolve("out").resolve("results.csv"));
        for (int i = 0; i < done; i++) {
            assertTrue(table.contains(i + ".toy"), table);
        }
    }

    @Test
    void aFileRemovedWhileItIsOpenCostsNoOther() throws IOException {
        Assumptions.assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Windows keeps open files");
        Answer a = run(source -> {
            if (source.name().endsWith("2.toy")) {
                remove(folder.resolve("share").resolve("3.toy"));
                remove(folder.resolve("share").resolve("2.toy"));
            }
        }, batch());
        // the one that was being read is whole in memory; the next one is gone
        check(a, FILES - 1);
        assertTrue(a.err.contains("3.toy"), a.err);
    }

    @Test
    void aShareThatVanishesLeavesWhatWasDone() throws IOException {
        Answer a = run(source -> {
            if (source.name().endsWith("3.toy")) {
                remove(folder.resolve("share"));
            }
        }, batch());
        check(a, 4);
        // when it is back, the batch goes on to its end
        Answer whole = run(source -> { }, Stream.concat(batch().stream(), Stream.of("--resume")).toList());
        assertEquals(0, whole.code, whole.err);
        String table = Files.readString(folder.resolve("out").resolve("results.csv"));
        for (int i = 0; i < FILES; i++) {
            assertTrue(table.contains(i + ".toy"), table);
        }
    }
}
