package org.interphase.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files named at the start are opened; values of options are not, whatever files there are. */
class StartFilesTest {

    @TempDir
    private Path folder;

    @Test
    void filesAreOpenedAndValuesOfOptionsAreNot() throws IOException {
        Path one = Files.createFile(folder.resolve("one.vms"));
        Path two = Files.createFile(folder.resolve("two.vms"));
        Path value = Files.createFile(folder.resolve("settings.properties"));
        assertEquals(List.of(one, two), StartFiles.of(new String[] {one.toString(), "-settings", value.toString(),
            two.toString()}));
        assertEquals(List.of(two), StartFiles.of(new String[] {"-x", "-settings", value.toString(), "",
            two.toString(), folder.resolve("none").toString(), "-y"}));
        assertEquals(List.of(), StartFiles.of(new String[0]));
    }
}
