package org.interphase.engine.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.engine.recipe.Checksums;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {

    @TempDir
    private Path folder;

    /** Reads what begins with DATA; takes the name from a side-car where there is one. */
    static final class DataReader implements DatasetReader {
        @Override
        public String id() {
            return "data";
        }

        @Override
        public String title() {
            return "Data";
        }

        @Override
        public List<String> extensions() {
            return List.of("data");
        }

        @Override
        public List<String> kinds() {
            return List.of("k");
        }

        @Override
        public int confidence(SourceHead head) {
            return head.text().startsWith("DATA") ? 95 : 0;
        }

        @Override
        public List<Dataset> read(Source source, Progress progress) throws IOException {
            if (source.size() < 6) {
                throw new DatasetFormatException(source.name(), "byte 4", "cut short");
            }
            String name = source.name();
            if (source.sibling(source.name() + ".name").isPresent()) {
                name = new String(source.sibling(source.name() + ".name").get().readAll(100), StandardCharsets.UTF_8);
            }
            return List.of(new Table(DatasetHeader.of(name, "k", Metadata.EMPTY),
                    List.of(Column.of("size", "1", new double[] {source.size()}))));
        }
    }

    private LoadedFile load(Path file) throws IOException {
        return new DatasetLoader(TechniqueRegistry.of(List.of(new RegistryAndLoaderTest.Fake("t",
                List.of(new DataReader()), List.of())))).load(file, Progress.none());
    }

    private Path zip(String name, String... namesAndContents) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndContents[i]));
                out.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return file;
    }

    private Path gzip(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content);
        }
        return file;
    }

    private String refused(Path file) {
        return assertThrows(DatasetFormatException.class, () -> load(file)).getMessage();
    }

    @Test
    void theFileInAGzipIsReadAndTheFileOnDiskIsHashed() throws IOException {
        Path file = gzip("a.data.gz", "DATA 123".getBytes(StandardCharsets.UTF_8));
        LoadedFile loaded = load(file);
        assertEquals("data", loaded.reader());
        assertEquals("a.data", loaded.datasets().get(0).name());
        assertEquals("a.data.gz", loaded.datasets().get(0).metadata().text("file").orElseThrow());
        assertEquals(Checksums.ofFile(file), loaded.sha256());
        assertTrue(refused(gzip("b.gz", "%PDF-1.4".getBytes(StandardCharsets.UTF_8))).contains("a PDF document"));
    }

    @Test
    void everyReadableFileOfAZipIsReadAndTheOthersAreNamed() throws IOException {
        Path file = zip("mail.zip", "p/raw/b.data", "DATA 22", "p/raw/a.data", "DATA 1", "p/raw/a.data.name", "Alpha",
                "p/notes.pdf", "%PDF-1.4", "p/raw/cut.data", "DATA", "__MACOSX/p/._a.data", "DATA 5", "p/.DS_Store",
                "DATA 5", "p/project.yaml", "format: x");
        LoadedFile loaded = load(file);
        assertEquals(List.of("Alpha", "b.data"), loaded.datasets().stream().map(Dataset::name).toList());
        assertEquals("mail.zip!p/raw/b.data", loaded.datasets().get(1).metadata().text("file").orElseThrow());
        assertEquals("p/raw/b.data", LoadedFile.entry(file, loaded.datasets().get(1)).orElseThrow());
        Remark remark = loaded.datasets().get(1).header().remarks().get(0);
        assertTrue(remark.text().startsWith("Of mail.zip, 3 of 5 files were not read"), remark.text());
        assertTrue(remark.text().contains("p/notes.pdf (a PDF document)"), remark.text());
        assertTrue(remark.text().contains("p/raw/cut.data (byte 4: cut short)"), remark.text());
        assertEquals(Checksums.ofFile(file), loaded.reference(1).sha256());
        assertEquals(1, loaded.reference(1).index());
    }

    @Test
    void aGzipInAZipIsReadToo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write("DATA 123".getBytes(StandardCharsets.UTF_8));
        }
        Path file = folder.resolve("x.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("a.data.gz"));
            out.write(bytes.toByteArray());
        }
        assertEquals("x.zip!a.data.gz", load(file).datasets().get(0).metadata().text("file").orElseThrow());
    }

    @Test
    void aFormatThatIsAZipIsNoArchive() throws IOException {
        assertTrue(refused(zip("cell.ndax", "VersionInfo.xml", "<x/>", "data.ndc", "DATA 1")).contains(
                "this is a Neware .ndax (zip) archive of 2 members: not supported yet"));
        assertTrue(refused(zip("t.xlsx", "[Content_Types].xml", "<x/>", "xl/workbook.xml", "DATA 1")).contains(
                "an Excel workbook (zip)"));
    }

    @Test
    void nothingReadableOrDamagedIsSaid() throws IOException {
        assertTrue(refused(zip("none.zip", "a.txt", "words")).contains("nothing in this zip archive can be read: "
                + "a.txt (text)"));
        assertTrue(refused(zip("empty.zip")).contains("no file in this zip archive"));
        Path cut = folder.resolve("cut.zip");
        byte[] whole = Files.readAllBytes(zip("whole.zip", "a.data", "DATA 1"));
        Files.write(cut, Arrays.copyOf(whole, whole.length - 10));
        assertTrue(refused(cut).contains("damaged, cut short or encrypted"));
        byte[] gz = Files.readAllBytes(gzip("whole.gz", "DATA 1234567".getBytes(StandardCharsets.UTF_8)));
        Path cutGz = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(gz, gz.length - 12));
        assertTrue(refused(cutGz).contains("damaged or cut short"));
    }

    @Test
    void aBombIsRefusedWhileItUnpacks() throws IOException {
        byte[] zeros = new byte[40 << 20];
        System.arraycopy("DATA".getBytes(StandardCharsets.UTF_8), 0, zeros, 0, 4);
        assertTrue(refused(gzip("bomb.gz", zeros)).contains("times its packed size"));
        Path file = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("big.data"));
            out.write(zeros);
            out.closeEntry();
            out.putNextEntry(new ZipEntry("small.data"));
            out.write("DATA 1".getBytes(StandardCharsets.UTF_8));
        }
        LoadedFile loaded = load(file);
        assertEquals(List.of("small.data"), loaded.datasets().stream().map(Dataset::name).toList());
        assertFalse(loaded.datasets().get(0).header().remarks().isEmpty());
    }

    @Test
    void namesThatLeadOutOfAnArchiveAreOnlyNames() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("secret.data"), "DATA of somebody else");
        Path file = zip("a/b/slip.zip", "../../evil.data", "DATA 1", "/evil.data", "DATA 22",
                "C:\\evil.data", "DATA 333", "x/../../../evil.data.name", "no");
        LoadedFile loaded = load(file);
        // what begins with a point, as .. does, is hidden and left out
        assertEquals(List.of("evil.data", "C:\\evil.data"), loaded.datasets().stream().map(Dataset::name)
                .sorted(java.util.Comparator.comparing(n -> n.startsWith("C"))).toList());
        assertEquals(List.of("slip.zip"), list(inner));
        assertFalse(Files.exists(folder.resolve("evil.data")) || Files.exists(folder.resolve("a/evil.data")));
        // a side-car is looked for in the archive, never on the disk
        assertEquals("n.data", load(zip("n.zip", "n.data", "DATA 1")).datasets().get(0).name());
    }

    private static List<String> list(Path folder) throws IOException {
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void archivesWithinArchivesAndManyFilesEnd() throws IOException {
        byte[] inner = "DATA 1".getBytes(StandardCharsets.UTF_8);
        for (int k = 0; k < 50; k++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (OutputStream gz = new GZIPOutputStream(out)) {
                gz.write(inner);
            }
            inner = out.toByteArray();
        }
        Path deep = Files.write(folder.resolve("deep.gz"), inner);
        assertTrue(refused(deep).contains("in this gzip archive is"), refused(deep));
        Path many = folder.resolve("many.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(many))) {
            for (int k = 0; k < 10_001; k++) {
                out.putNextEntry(new ZipEntry(k + ".data"));
            }
        }
        assertTrue(refused(many).contains("10001 files"), refused(many));
    }
}
