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
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.testkit.toy.ToyTechnique;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Folders as they are found on shares: thousands of files, paths without end, names of other machines, odd times. */
@Timeout(120)
class OddFoldersTest {

    private static final String ONE = "TOY first\ntemperature = 25 degC\n1 10\n2 14\n3 12\n";
    private static final String PROJECT = "format: interphase project 1\nsamples:\n  - {name: A, files: '*.toy'}\n"
            + "recipes:\n  - {recipe: toy/total}\n";

    @TempDir
    private Path folder;

    private record Answer(int code, String out, String err) {
    }

    private static Answer run(Path where, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
        int code = NoPlugins.over(() -> TechniqueRegistry.of(List.of(new ToyTechnique())), console, where)
                .run(arguments);
        return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static void assertNoTrace(Answer a) {
        assertFalse(a.err.contains("\tat ") || a.err.contains("Exception"), a.err);
    }

    @Test
    void tenThousandFilesBesideTheData() throws IOException {
        for (int i = 0; i < 10_000; i++) {
            Files.createFile(folder.resolve("log" + i + ".txt"));
        }
        Files.writeString(folder.resolve("a.toy"), ONE);
        Files.writeString(folder.resolve("project.yaml"), PROJECT);
        Answer a = run(folder, "report", ".", "--format", "csv,json", "-q");
        assertEquals(0, a.code, a.err);
        assertTrue(Files.readString(folder.resolve("report/results.csv")).contains("a.toy"));
    }

    @Test
    void aPathOfFourThousandLettersWorksOrIsSaidInOneSentence() throws IOException {
        Path deep = folder;
        try {
            while (deep.toString().length() < 3750) {
                deep = Files.createDirectory(deep.resolve("d".repeat(200)));
            }
            Files.writeString(deep.resolve("a.toy"), ONE);
        } catch (IOException e) {
            Assumptions.abort("this file system has no such paths");
        }
        Answer a = run(folder, "run", "toy/total", deep.resolve("a.toy").toString(), "--out", "out", "-q");
        assertNoTrace(a);
        assertEquals(0, a.code, a.err);
        // the document's name does not fit any more
        Answer there = run(folder, "run", "toy/total", deep.resolve("a.toy").toString(), "--out",
                deep.resolve("o".repeat(200)).resolve("p".repeat(120)).toString(), "-q");
        assertNoTrace(there);
        assertEquals(there.err.contains("interphase: ") ? 1 : 0, there.code, there.err);
    }

    @Test
    void aNameInTheEncodingOfAnotherMachineCostsNoOtherFile() throws Exception {
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"), "only Linux has names that are no text");
        Files.writeString(folder.resolve("a.toy"), ONE);
        Files.writeString(folder.resolve("project.yaml"), PROJECT);
        assertEquals(0, new ProcessBuilder("sh", "-c", "cp a.toy \"$(printf 'k\\374hl.toy')\"").directory(
                folder.toFile()).start().waitFor());
        Answer a = run(folder, "report", ".", "--format", "csv,json", "-q");
        assertNoTrace(a);
        assertTrue(a.code <= 1, a.err);
        assertTrue(Files.readString(folder.resolve("report/results.csv")).contains("a.toy"), a.err);
        assertTrue(a.code == 0 || a.err.contains("hl.toy"), a.err);
    }

    @Test
    void timesThatCannotBeChangeNothing() throws IOException {
        Path raw = Files.writeString(folder.resolve("a.toy"), ONE);
        Files.writeString(folder.resolve("project.yaml"), PROJECT);
        assertEquals(0, run(folder, "report", ".", "--format", "csv,json", "-q").code);
        String before = Files.readString(folder.resolve("report/results.csv"));
        for (String time : List.of("1902-01-01T00:00:00Z", "2199-12-31T00:00:00Z", "1970-01-01T00:00:00Z")) {
            Files.setLastModifiedTime(raw, FileTime.from(Instant.parse(time)));
            assertEquals(0, run(folder, "verify-report", "report").code, time);
            assertEquals(0, run(folder, "report", ".", "--format", "csv,json", "--resume", "-q").code, time);
            assertEquals(before, Files.readString(folder.resolve("report/results.csv")), time);
        }
        // another content under the same time is another content
        FileTime same = Files.getLastModifiedTime(raw);
        Files.writeString(raw, ONE.replace("14", "24"));
        Files.setLastModifiedTime(raw, same);
        assertEquals(1, run(folder, "verify-report", "report").code);
        assertEquals(0, run(folder, "report", ".", "--format", "csv,json", "--resume", "-q").code);
        assertFalse(before.equals(Files.readString(folder.resolve("report/results.csv"))));
    }
}
