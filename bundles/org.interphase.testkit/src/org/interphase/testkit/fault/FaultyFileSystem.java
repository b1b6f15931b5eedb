package org.interphase.testkit.fault;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Set;

/**
 * The real file system seen through one that fails: the changes (opening for writing, writing, forcing to disk,
 * closing, renaming, removing, making a folder, setting permissions) are counted, and from a chosen one on things go
 * wrong.
 */
public final class FaultyFileSystem extends FileSystem {

    private final FileSystem real = FileSystems.getDefault();
    private final FaultyProvider provider;

    /** What goes wrong. */
    public enum Fault {
        /** The change fails, and every later one that needs room; renaming and removing go on. */
        DISK_FULL,
        /** The change and every later one is forbidden. */
        READ_ONLY,
        /** The change alone fails, as an unsteady connection does it. */
        ONCE,
        /** Nothing works any more, reading neither. */
        VANISHED,
        /** The machine stops: nothing works any more, and of what was not forced to disk only half is left. */
        CRASH
    }

    /** A file system that does not fail until it is told to. */
    public FaultyFileSystem() {
        provider = new FaultyProvider(this);
    }

    /** A path of the real file system, seen through this one. */
    public Path of(Path path) {
        return new FaultyPath(this, path);
    }

    /** Counts changes from 1 again, and fails from the change with this number on; 0 never to fail. */
    public void failAt(int change, Fault fault) {
        provider.failAt(change, fault);
    }

    /** Changes since {@link #failAt}. */
    public int changes() {
        return provider.changes();
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return real.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return real.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
        return of(real.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        PathMatcher matcher = real.getPathMatcher(syntaxAndPattern);
        return p -> matcher.matches(FaultyPath.real(p));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return real.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }
}
