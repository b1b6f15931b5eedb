package org.interphase.engine.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Fact;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.api.Technique;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoaderRulesTest {

    @TempDir
    private Path folder;

    record Reader(String id, int sureness, String kind, RegistryAndLoaderTest.Reading reading)
            implements DatasetReader {
        @Override
        public String title() {
            return id + " files";
        }

        @Override
        public List<String> extensions() {
            return List.of();
        }

        @Override
        public List<String> kinds() {
            return List.of(kind);
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

    record Fake(String id, List<DatasetReader> readers) implements Technique {
        @Override
        public String title() {
            return id;
        }

        @Override
        public List<Recipe> recipes() {
            return List.of();
        }
    }

    private static Reader reads(String id, int sureness, String kind) {
        return new Reader(id, sureness, kind, s -> List.of(new Table(DatasetHeader.of(id, kind, Metadata.EMPTY),
                List.of(Column.of("a", "V", new double[1])))));
    }

    private static Reader refuses(String id, int sureness, String kind) {
        return new Reader(id, sureness, kind, s -> {
            throw new DatasetFormatException(s.name(), "line 7", "broken");
        });
    }

    private LoadedFile load(Stated stated, Fake... techniques) throws IOException {
        Path file = Files.writeString(folder.resolve("file.dat"), "content");
        return new DatasetLoader(TechniqueRegistry.of(List.of(techniques))).load(file, stated, Progress.none());
    }

    private static Fake technique(String id, Reader... readers) {
        return new Fake(id, List.of(readers));
    }

    private final Fake io = technique("io", reads("io.text", 15, "table"));

    @Test
    void noOtherTechniqueFollowsARefusal() {
        for (int sureness : new int[] {95, 60, 48, 20}) {
            String why = assertThrows(DatasetFormatException.class, () -> load(Stated.NOTHING,
                    technique("a", refuses("a.one", sureness, "epr")),
                    technique("b", reads("b.one", sureness - 1, "raman")))).getMessage();
            assertTrue(why.contains("line 7: broken"), why);
        }
    }

    @Test
    void aReaderThatRecognisedTheFormatHasTheLastWord() {
        assertThrows(DatasetFormatException.class, () -> load(Stated.NOTHING, io,
                technique("a", refuses("a.one", DatasetLoader.RECOGNISED, "epr"), reads("a.two", 59, "epr"))));
    }

    @Test
    void afterAGuessTheSameTechniqueMayTryAndThenTheGenericReader() throws IOException {
        Fake two = technique("a", refuses("a.one", 50, "epr"), reads("a.two", 30, "epr"));
        assertEquals("a.two", load(Stated.NOTHING, io, two).reader());
        Fake far = technique("a", refuses("a.one", 50, "epr"), reads("a.two", 29, "epr"));
        LoadedFile plain = load(Stated.NOTHING, io, far);
        assertEquals("io.text", plain.reader());
        Remark doubt = plain.datasets().get(0).header().remarks().get(0);
        assertEquals(Remark.Level.WARNING, doubt.level());
        assertTrue(doubt.text().contains("a.one files") && doubt.text().contains("line 7: broken"), doubt.text());
    }

    @Test
    void aFileThatWantsAFactIsNotReadOtherwise() {
        Reader wanting = new Reader("a.one", 20, "epr", s -> {
            throw Stated.missing(s.name(), "", "the axis is open", Fact.AXIS);
        });
        assertThrows(org.interphase.api.MissingFactException.class,
                () -> load(Stated.NOTHING, io, technique("a", wanting)));
    }

    @Test
    void aStatedKindLeavesTheReadersOfIt() throws IOException {
        Fake a = technique("a", reads("a.one", 90, "epr"));
        Fake b = technique("b", reads("b.one", 10, "raman"));
        LoadedFile file = load(Stated.of(Map.of("kind", "raman")), a, b, io);
        assertEquals("b.one", file.reader());
        assertEquals(Stated.of(Map.of("kind", "raman")), file.reference(0).stated());
        assertEquals("As stated by the user, not by the file: kind of data raman.",
                file.datasets().get(0).header().remarks().get(0).text());
        assertTrue(assertThrows(DatasetFormatException.class, () -> load(Stated.of(Map.of("kind", "eis")), a, b, io))
                .getMessage().contains("no installed format gives data of kind eis"));
        Reader other = new Reader("c.one", 50, "raman", s -> b.readers().get(0).read(s, Progress.none()).stream()
                .map(d -> d.withHeader(d.header().withKind("ftir"))).toList());
        assertTrue(assertThrows(DatasetFormatException.class, () -> load(Stated.of(Map.of("kind", "raman")),
                technique("c", other))).getMessage().contains("stated to be raman, but its content is ftir"));
    }

    @Test
    void aStatementNoReaderAsksForIsRemarked() throws IOException {
        Reader asking = new Reader("a.one", 50, "epr", s -> {
            s.stated().value(Fact.LASER);
            s.stated().value(Fact.MASS);
            return reads("x", 1, "epr").read(s, Progress.none());
        });
        LoadedFile file = load(Stated.of(Map.of("area", "1.13", "laser", "532")), technique("a", asking));
        List<Remark> remarks = file.datasets().get(0).header().remarks();
        assertEquals("As stated by the user, not by the file: laser wavelength 532 nm.", remarks.get(0).text());
        assertEquals(Remark.Level.WARNING, remarks.get(1).level());
        assertEquals("Stated, but not used: electrode area 1.13 cm2. Nothing in this file (a.one files) asks for it.",
                remarks.get(1).text());
    }
}
