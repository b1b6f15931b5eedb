package org.interphase.testkit.fault;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** A path of the real file system, reached through one that may fail. */
record FaultyPath(FaultyFileSystem system, Path real) implements Path {

    static Path real(Path path) {
        if (path instanceof FaultyPath f) {
            return f.real;
        }
        throw new ProviderMismatchException(String.valueOf(path));
    }

    private Path wrap(Path path) {
        return path == null ? null : new FaultyPath(system, path);
    }

    /** Paths of the real file system are taken as they are, so that the two can be named together. */
    private static Path bare(Path path) {
        return path instanceof FaultyPath f ? f.real : path;
    }

    @Override
    public FileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return real.isAbsolute();
    }

    @Override
    public Path getRoot() {
        return wrap(real.getRoot());
    }

    @Override
    public Path getFileName() {
        return wrap(real.getFileName());
    }

    @Override
    public Path getParent() {
        return wrap(real.getParent());
    }

    @Override
    public int getNameCount() {
        return real.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return wrap(real.getName(index));
    }

    @Override
    public Path subpath(int from, int to) {
        return wrap(real.subpath(from, to));
    }

    @Override
    public boolean startsWith(Path other) {
        return real.startsWith(bare(other));
    }

    @Override
    public boolean endsWith(Path other) {
        return real.endsWith(bare(other));
    }

    @Override
    public Path normalize() {
        return wrap(real.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return wrap(real.resolve(bare(other)));
    }

    @Override
    public Path relativize(Path other) {
        return wrap(real.relativize(bare(other)));
    }

    @Override
    public URI toUri() {
        return real.toUri();
    }

    @Override
    public Path toAbsolutePath() {
        return wrap(real.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return wrap(real.toRealPath(options));
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(Path other) {
        return real.compareTo(bare(other));
    }

    @Override
    public String toString() {
        return real.toString();
    }
}
