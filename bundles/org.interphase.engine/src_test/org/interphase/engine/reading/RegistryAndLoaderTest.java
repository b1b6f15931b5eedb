package org.interphase.engine.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.interphase.api.Applicability;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Technique;
import org.interphase.engine.internal.TechniqueRegistryComponent;
import org.interphase.engine.plugin.PluginFolder;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.engine.registry.UnknownNameException;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryAndLoaderTest {

    @TempDir
    private Path folder;

    @FunctionalInterface
    interface Reading {
        List<Dataset> read(Source source) throws IOException;
    }

    record Reader(String id, int sureness, Reading reading) implements DatasetReader {
        @Override
        public String title() {
            return id;
        }

        @Override
        public List<String> extensions() {
            return List.of();
        }

        @Override
        public List<String> kinds() {
            return List.of("k");
        }

        @Override
        public int confidence(SourceHead head) {
            return sureness;
        }

        @Override
        public List<Dataset> read(Source source, Progress progress) throws IOException {
            return reading.read(source);
        }
    }

    record Fake(String id, List<DatasetReader> readers, List<Recipe> recipes) implements Technique {
        @Override
        public String title() {
            return id;
        }
    }

    private static List<Dataset> table(String name) {
        return List.of(new Table(DatasetHeader.of(name, "k", Metadata.EMPTY),
                List.of(Column.of("a", "V", new double[1]))));
    }

    private static List<Dataset> broken(Source source) throws IOException {
        throw new DatasetFormatException(source.name(), "byte 7", "broken");
    }

    private LoadedFile load(Reader... readers) throws IOException {
        Path file = Files.writeString(folder.resolve("file.dat"), "content");
        return new DatasetLoader(TechniqueRegistry.of(List.of(new Fake("t", List.of(readers), List.of()))))
                .load(file, Progress.none());
    }

    private String refused(Reader... readers) {
        return assertThrows(DatasetFormatException.class, () -> load(readers)).getMessage();
    }

    @Test
    void theSurestReaderReadsAndTheFileIsNamedAndHashed() throws IOException {
        LoadedFile f = load(new Reader("low", 20, s -> table("low")), new Reader("high", 60, s -> table("high")));
        assertEquals("high", f.reader());
        assertEquals("file.dat", f.datasets().get(0).metadata().text("file").orElseThrow());
        // SHA-256 of "content", from sha256sum
        assertEquals("ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73", f.sha256());
        assertEquals(new InputReference(f.path().toString(), f.sha256(), "high", 0), f.reference(0));
    }

    @Test
    void aFileWherePathsDoNotReachIsReadWithWhatLiesBesideIt() throws IOException {
        Reader reader = new Reader("a", 60, s -> table(new String(s.sibling("beside.txt").orElseThrow().readAll(9),
                java.nio.charset.StandardCharsets.UTF_8)));
        DatasetLoader loader = new DatasetLoader(TechniqueRegistry.of(List.of(new Fake("t", List.of(reader),
                List.of()))));
        java.util.function.Function<String, java.util.Optional<Source>> beside = n -> java.util.Optional.of(
                Source.of(n, "scale".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        Path named = Path.of("/bucket/file.dat");
        LoadedFile f = loader.load(named, Source.of("file.dat", "content".getBytes(
                java.nio.charset.StandardCharsets.UTF_8), beside), Progress.none());
        assertEquals("ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73", f.sha256());
        assertEquals(new InputReference(named.toString(), f.sha256(), "scale", 0), f.reference(0));
        assertEquals(7, f.size());
        assertTrue(assertThrows(DatasetFormatException.class, () -> loader.load(named,
                Source.of("file.dat", new byte[0]), Progress.none())).getMessage().contains("empty"));
    }

    @Test
    void aDefectiveReaderIsNamed() {
        assertTrue(refused(new Reader("a", 60, s -> {
            throw new NullPointerException("oops");
        })).contains("reader a failed"));
        assertTrue(refused(new Reader("a", 60, s -> List.of())).contains("no data"));
        assertTrue(refused(new Reader("a", 0, s -> table("x"))).contains("no installed format"));
    }

    @Test
    void theHashIsOfTheBytesTheReaderSawThoughTheFileChanges() throws IOException {
        List<String> seen = new java.util.ArrayList<>();
        LoadedFile f = load(new Reader("a", 60, s -> {
            Files.writeString(s.path().orElseThrow(), "something else");
            seen.add(new String(s.readAll(100), java.nio.charset.StandardCharsets.UTF_8));
            return table("x");
        }));
        assertEquals(List.of("content"), seen);
        assertEquals("ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73", f.sha256());
        assertEquals(7, f.size());
    }

    @Test
    void anArchiveThatChangesWhileReadIsRefused() throws IOException {
        Path zip = folder.resolve("files.zip");
        try (java.util.zip.ZipOutputStream out = new java.util.zip.ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new java.util.zip.ZipEntry("a.dat"));
            out.write("content".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Reader reader = new Reader("a", 60, s -> {
            if (s.name().equals("files.zip")) {
                Files.write(zip, new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);
            }
            return table("x");
        });
        DatasetLoader loader = new DatasetLoader(TechniqueRegistry.of(List.of(new Fake("t", List.of(reader),
                List.of()))));
        assertTrue(assertThrows(DatasetFormatException.class, () -> loader.load(zip, Progress.none())).getMessage()
                .contains("changed while"));
    }

    @Test
    void twoThingsOfOneNameAreRefusedButASharedOneIsNot() {
        Reader shared = new Reader("r", 1, s -> table("r"));
        TechniqueRegistry.of(List.of(new Fake("a", List.of(shared), List.of()), new Fake("b", List.of(shared),
                List.of())));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> TechniqueRegistry.of(List.of(new Fake("a", List.of(), List.of()), new Fake("a", List.of(),
                        List.of()))));
        assertTrue(e.getMessage().contains("technique 'a'"), e.getMessage());
        Recipe one = Recipe.of("a/r", "one", "", Applicability.of("k"));
        Recipe two = Recipe.of("a/r", "two", "", Applicability.of("k"));
        assertThrows(IllegalArgumentException.class, () -> TechniqueRegistry.of(List.of(
                new Fake("a", List.of(), List.of(one)), new Fake("b", List.of(), List.of(two)))));
    }

    @Test
    void recipesAreSuggestedBestFirst() {
        Recipe other = Recipe.of("a/other", "", "", Applicability.of("other"));
        Recipe plain = Recipe.of("a/plain", "", "", Applicability.of("k"));
        Recipe named = Recipe.of("a/named", "", "", Applicability.of("k").preferring("pet"));
        TechniqueRegistry registry = TechniqueRegistry.of(List.of(new Fake("a", List.of(),
                List.of(other, plain, named))));
        assertEquals(List.of(named, plain), registry.suggest(table("PET foil").get(0)));
        UnknownNameException e = assertThrows(UnknownNameException.class, () -> registry.requireRecipe("a/nmaed"));
        assertEquals(List.of("a/named"), e.suggestions());
    }

    @Test
    void theServiceFollowsTechniquesThatComeAndGo() {
        TechniqueRegistryComponent service = new TechniqueRegistryComponent(
                new PluginFolder(Path.of("no-folder-of-plug-ins")));
        Fake a = new Fake("a", List.of(), List.of());
        service.add(a);
        TechniqueRegistry one = service.registry();
        assertSame(one, service.registry());
        assertEquals(1, one.techniques().size());
        service.add(new Fake("b", List.of(), List.of()));
        assertNotSame(one, service.registry());
        service.remove(a);
        assertEquals("b", service.registry().techniques().get(0).id());
        assertEquals(1, one.techniques().size());
    }
}
