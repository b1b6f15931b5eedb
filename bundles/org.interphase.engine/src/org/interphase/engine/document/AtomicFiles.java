package org.interphase.engine.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes files so that whatever happens, a reader finds the old content or the new one and never half of it: the new
 * content goes to a temporary file in the same folder, is forced to disk, takes the name in one step, and the folder
 * is forced to disk.
 */
public final class AtomicFiles {

    private static final String SUFFIX = ".interphase-tmp";
    private static final Duration ABANDONED = Duration.ofHours(1);

    private AtomicFiles() {
    }

    /**
     * Writes a file, replacing what is there. A symbolic link stays a link; folders must exist.
     *
     * @throws IOException if it cannot be written; the old content is then untouched, unless it was the folder that
     *     could not be forced to disk: then the new content is there, but a power cut may bring back the old
     */
    public static void write(Path path, byte[] content) throws IOException {
        Path target = Files.isSymbolicLink(path) ? path.toRealPath() : path.toAbsolutePath();
        Path temporary = target.resolveSibling("." + target.getFileName() + "."
                + Long.toString(ThreadLocalRandom.current().nextLong() & Long.MAX_VALUE, 36) + SUFFIX);
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE,
                    StandardOpenOption.CREATE_NEW)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            keepPermissions(target, temporary);
            move(temporary, target);
        } catch (IOException | RuntimeException e) {
            discard(temporary, e);
            throw e;
        }
        forceFolder(target.getParent());
    }

    // why the file could not be written counts, not that what is left of it can't be removed either
    private static void discard(Path temporary, Exception cause) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static void keepPermissions(Path old, Path fresh) throws IOException {
        if (Files.exists(old) && old.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(old));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("the file system of " + to.getParent() + " cannot replace a file in one step; "
                    + "save to another place", e);
        }
    }

    private static void forceFolder(Path folder) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            // Windows has no way to force a folder; NTFS journals the rename
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Removes temporary files that a killed program left in a folder more than an hour ago. */
    public static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ".*" + SUFFIX)) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(ABANDONED))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
