package org.interphase.ui.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example is worked on as a copy of the analyst's own. */
class ExampleCopyTest {

    @TempDir
    private Path folder;

    private Path example() throws IOException {
        Path raw = Files.createDirectories(folder.resolve("installed").resolve("raw"));
        Files.writeString(raw.resolve("a.csv"), "1 2\n");
        Files.writeString(folder.resolve("installed").resolve("project.yaml"), "title: t\n");
        return folder.resolve("installed");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theCopyHasEverythingAndNothingElseIsLeft() throws IOException {
        Path home = folder.resolve("home");
        Path copy = ExampleCopy.in(home, example());
        assertEquals(List.of("project.yaml", "raw"), names(copy));
        assertEquals("1 2\n", Files.readString(copy.resolve("raw").resolve("a.csv")));
        assertEquals(List.of(copy.getFileName().toString()), names(home));
    }

    @Test
    void workInTheCopyStays() throws IOException {
        Path copy = ExampleCopy.in(folder.resolve("home"), example());
        Files.writeString(copy.resolve("project.yaml"), "title: mine\n");
        assertEquals(copy, ExampleCopy.in(folder.resolve("home"), example()));
        assertEquals("title: mine\n", Files.readString(copy.resolve("project.yaml")));
        assertEquals("title: t\n", Files.readString(folder.resolve("installed").resolve("project.yaml")));
    }

    @Test
    void whatCannotBeCopiedLeavesNothingHalfMade() throws IOException {
        Path home = folder.resolve("home");
        assertThrows(IOException.class, () -> ExampleCopy.in(home, folder.resolve("not there")));
        assertEquals(List.of(), names(home));
    }
}
