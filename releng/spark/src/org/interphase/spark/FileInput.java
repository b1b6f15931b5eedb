package org.interphase.spark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.Stated;
import org.interphase.engine.reading.DatasetLoader;
import org.interphase.engine.reading.LoadedFile;
import org.interphase.engine.recipe.Checksums;

/**
 * A raw file in a file system that Hadoop reaches. One on a disk that every executor sees is read as {@code interphase
 * run} does; of others the bytes are held in memory while they are read, and files beside it are fetched when a reader
 * asks for them. Archives are read from a temporary copy.
 *
 * @param uri absolute path or URI
 */
record FileInput(String uri) implements Input {

    private static final int ZIP = 0x504b0304;

    @Override
    public String name() {
        return uri;
    }

    private Optional<java.nio.file.Path> local() {
        Path path = new Path(uri);
        String scheme = path.toUri().getScheme();
        return scheme == null || scheme.equals("file") ? Optional.of(java.nio.file.Path.of(path.toUri().getPath()))
                : Optional.empty();
    }

    @Override
    public String sha256(Configuration hadoop) throws IOException {
        Optional<java.nio.file.Path> file = local();
        return file.isPresent() ? Checksums.ofFile(file.get()) : Checksums.ofBytes(bytes(new Path(uri), hadoop));
    }

    @Override
    public LoadedFile load(DatasetLoader loader, Stated stated, Configuration hadoop) throws IOException {
        Optional<java.nio.file.Path> file = local();
        if (file.isPresent()) {
            if (Files.isRegularFile(file.get())) {
                MemoryShare.require(file.get().getFileName().toString(), Files.size(file.get()));
            }
            return loader.load(file.get(), stated, Progress.none());
        }
        Path path = new Path(uri);
        byte[] content = bytes(path, hadoop);
        return isZip(content) ? unpacked(path.getName(), content, loader, stated)
                : loader.load(java.nio.file.Path.of(path.toUri().getPath()),
                        source(path, content, hadoop).stating(stated), Progress.none());
    }

    private static boolean isZip(byte[] content) {
        return content.length > 4 && java.nio.ByteBuffer.wrap(content).getInt() == ZIP;
    }

    private static LoadedFile unpacked(String name, byte[] content, DatasetLoader loader, Stated stated)
            throws IOException {
        java.nio.file.Path folder = Files.createTempDirectory("interphase-spark");
        java.nio.file.Path copy = folder.resolve(name);
        try {
            Files.write(copy, content);
            return loader.load(copy, stated, Progress.none());
        } finally {
            Files.deleteIfExists(copy);
            Files.delete(folder);
        }
    }

    private static Source source(Path path, byte[] content, Configuration hadoop) {
        return Source.of(path.getName(), content, other -> beside(path, other, hadoop));
    }

    private static Optional<Source> beside(Path path, String other, Configuration hadoop) {
        Path sibling = new Path(path.getParent(), other);
        try {
            FileSystem files = sibling.getFileSystem(hadoop);
            return files.exists(sibling) && files.getFileStatus(sibling).isFile()
                    ? Optional.of(source(sibling, bytes(sibling, hadoop), hadoop)) : Optional.empty();
        } catch (IOException e) {
            // a reader that went on without what lies beside the file would find other numbers
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path path, Configuration hadoop) throws IOException {
        FileSystem files = path.getFileSystem(hadoop);
        FileStatus status = files.getFileStatus(path);
        if (status.isDirectory()) {
            throw new DatasetFormatException(path.getName(), "", "this is a folder, not a file");
        }
        MemoryShare.require(path.getName(), status.getLen());
        try (InputStream in = files.open(path)) {
            return in.readAllBytes();
        }
    }
}
