package org.interphase.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedDataTest {

    @TempDir
    private Path folder;

    @Test
    void isFoundAboveTheWorkingFolderOrByTheVariable() throws IOException {
        Path data = Files.createDirectories(folder.resolve("shared/data"));
        Path work = Files.createDirectories(folder.resolve("main/bundles/x"));
        assertEquals(Optional.of(data), SharedData.folder(null, work));
        assertEquals(Optional.of(work), SharedData.folder(work.toString(), work));
        assertEquals(Optional.empty(), SharedData.folder(folder.resolve("none").toString(), work));
    }
}
