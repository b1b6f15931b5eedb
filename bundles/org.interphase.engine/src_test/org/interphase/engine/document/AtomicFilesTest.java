package org.interphase.engine.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

    @TempDir
    private Path folder;

    @Test
    void replacesContentAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("a.yaml");
        AtomicFiles.write(file, new byte[] {1, 2, 3});
        AtomicFiles.write(file, new byte[] {4});
        assertArrayEquals(new byte[] {4}, Files.readAllBytes(file));
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(1, all.count());
        }
    }

    @Test
    void keepsPermissionsAndLinks() throws IOException {
        Assumptions.assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path file = folder.resolve("a.yaml");
        AtomicFiles.write(file, new byte[] {1});
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);
        AtomicFiles.write(link, new byte[] {2});
        assertTrue(Files.isSymbolicLink(link));
        assertArrayEquals(new byte[] {2}, Files.readAllBytes(file));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void failureLeavesTheOldContent() throws IOException {
        Path file = Files.createDirectory(folder.resolve("taken")).resolve("x");
        Files.writeString(file, "old");
        assertThrows(IOException.class, () -> AtomicFiles.write(folder.resolve("taken"), new byte[] {1}));
        assertThrows(IOException.class, () -> AtomicFiles.write(folder.resolve("no/such/folder"), new byte[] {1}));
        assertEquals("old", Files.readString(file));
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(1, all.count());
        }
    }

    @Test
    void sweepRemovesOldLeftoversOnly() throws IOException {
        Path old = Files.writeString(folder.resolve(".a.yaml.1.interphase-tmp"), "");
        Path fresh = Files.writeString(folder.resolve(".a.yaml.2.interphase-tmp"), "");
        Path other = Files.writeString(folder.resolve(".hidden"), "");
        FileTime before = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
        Files.setLastModifiedTime(old, before);
        Files.setLastModifiedTime(other, before);
        AtomicFiles.sweep(folder);
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(fresh));
        assertTrue(Files.exists(other));
    }
}
