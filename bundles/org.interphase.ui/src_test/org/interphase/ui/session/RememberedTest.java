package org.interphase.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered is on disk as soon as it is said, and comes back as it was. */
class RememberedTest {

    @TempDir
    private Path folder;
    private final List<IOException> refused = new ArrayList<>();

    private Remembered open(Executor writer) {
        return new Remembered(new KeptFile(folder.resolve("state").resolve("remembered.properties"), writer,
                refused::add));
    }

    @Test
    void whatWasSaidComesBackWithoutGoodbye() {
        Remembered first = open(Runnable::run);
        first.put("project", "C:\\data\\NCM = 1\u00b5m\n# second");
        first.put("a key: with = signs", " begins with a blank\t");
        first.put("width.left", "312");
        Remembered second = open(Runnable::run);
        assertEquals(Optional.of("C:\\data\\NCM = 1\u00b5m\n# second"), second.get("project"));
        assertEquals(Optional.of(" begins with a blank\t"), second.get("a key: with = signs"));
        assertEquals(312, second.number("width.left", 0));
        assertEquals(7, second.number("project", 7));
        assertTrue(refused.isEmpty());
    }

    @Test
    void aDiskThatFailsInAnyWayIsAskedAgain() throws IOException {
        KeptFile kept;
        try (FileSystem archive = FileSystems.newFileSystem(folder.resolve("a.zip"), Map.of("create", "true"))) {
            kept = new KeptFile(archive.getPath("/state/a.txt"), Runnable::run, refused::add);
        }
        // it is closed now, and says so by something else than an IOException
        kept.write("one");
        kept.write("two");
        assertEquals(2, refused.size());
    }

    @Test
    void whatIsForgottenStaysForgotten() {
        open(Runnable::run).put("project", "/data");
        open(Runnable::run).put("project", "");
        assertEquals(Optional.empty(), open(Runnable::run).get("project"));
    }

    @Test
    void ofAListTheLastSaidIsFirstAndNothingStandsTwice() {
        Remembered first = open(Runnable::run);
        for (String s : new String[] {"a", "b", "c", "a"}) {
            first.push("recent", s, 2);
        }
        assertEquals(List.of("a", "c"), open(Runnable::run).list("recent"));
        assertEquals(List.of(), first.list("other"));
    }

    @Test
    void ofContentsThatFollowQuicklyOnlyTheLastIsWritten() throws IOException {
        List<Runnable> later = new ArrayList<>();
        Remembered first = open(later::add);
        first.put("look", "light");
        first.put("look", "dark");
        assertEquals(1, later.size());
        later.remove(0).run();
        assertEquals("look=dark\n", Files.readString(folder.resolve("state").resolve("remembered.properties")));
        first.put("look", "light");
        assertEquals(1, later.size());
        later.remove(0).run();
        assertEquals(Optional.of("light"), open(Runnable::run).get("look"));
    }

    @Test
    void aDiskThatRefusesIsToldAndTheWorkGoesOn() throws IOException {
        Files.writeString(folder.resolve("state"), "a file where the folder should be");
        Remembered remembered = open(Runnable::run);
        remembered.put("look", "dark");
        assertEquals(Optional.of("dark"), remembered.get("look"));
        assertEquals(1, refused.size());
        remembered.put("look", "light");
        assertEquals(2, refused.size());
    }

    @Test
    void aFileOfSomebodyElseCountsAsEmpty() throws IOException {
        Files.createDirectories(folder.resolve("state"));
        Files.writeString(folder.resolve("state").resolve("remembered.properties"), "look=\\u12zz");
        assertEquals(Optional.empty(), open(Runnable::run).get("look"));
    }
}
