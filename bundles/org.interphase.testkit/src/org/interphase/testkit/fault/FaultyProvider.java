package org.interphase.testkit.fault;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.interphase.testkit.fault.FaultyFileSystem.Fault;

/** Hands calls on to the real file system until it is time to fail. */
final class FaultyProvider extends FileSystemProvider {

    private final FaultyFileSystem system;
    private final Set<Path> unforced = new HashSet<>();
    private int changes;
    private int failAt;
    private Fault fault = Fault.ONCE;
    private boolean crashed;

    /** A kind of change. */
    enum Change {
        /** Needs room on the disk. */
        ROOM,
        /** Takes names away or gives them. */
        NAME
    }

    FaultyProvider(FaultyFileSystem system) {
        this.system = system;
    }

    synchronized void failAt(int change, Fault kind) {
        failAt = change;
        fault = kind;
        changes = 0;
        crashed = false;
        unforced.clear();
    }

    synchronized int changes() {
        return changes;
    }

    /** Counts a change, and fails if it is time. */
    synchronized void change(Change kind, Path path) throws IOException {
        changes++;
        if (failAt == 0 || changes < failAt) {
            return;
        }
        boolean first = changes == failAt;
        switch (fault) {
            case ONCE -> {
                if (first) {
                    throw new FileSystemException(path.toString(), null, "input/output error");
                }
            }
            case DISK_FULL -> {
                if (first || kind == Change.ROOM) {
                    throw new FileSystemException(path.toString(), null, "no space left on device");
                }
            }
            case READ_ONLY -> throw new AccessDeniedException(path.toString());
            default -> {
                crash();
                throw new FileSystemException(path.toString(), null, "the host is down");
            }
        }
    }

    /** Fails where nothing works any more. */
    synchronized void look(Path path) throws IOException {
        boolean gone = fault == Fault.VANISHED || fault == Fault.CRASH;
        if (gone && failAt > 0 && changes >= failAt) {
            throw new FileSystemException(path.toString(), null, "the host is down");
        }
    }

    private void crash() throws IOException {
        if (fault == Fault.CRASH && !crashed) {
            crashed = true;
            for (Path p : unforced) {
                if (Files.isRegularFile(p)) {
                    try (FileChannel c = FileChannel.open(p, StandardOpenOption.WRITE)) {
                        c.truncate(c.size() / 2);
                    }
                }
            }
        }
    }

    synchronized void written(Path path) {
        unforced.add(path);
    }

    synchronized void forced(Path path) {
        unforced.remove(path);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path real = FaultyPath.real(path);
        look(real);
        if (options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND)) {
            change(Change.ROOM, real);
            written(real);
            return new FaultyChannel(this, real, FileChannel.open(real, options, attributes));
        }
        return new FaultyChannel(this, real, FileChannel.open(real, options, attributes));
    }

    @Override
    public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options,
            FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path dir, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        look(FaultyPath.real(dir));
        DirectoryStream<Path> real = Files.newDirectoryStream(FaultyPath.real(dir), p -> filter.accept(system.of(p)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Iterator<Path> all = real.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return all.hasNext();
                    }

                    @Override
                    public Path next() {
                        return system.of(all.next());
                    }
                };
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }

    @Override
    public void createDirectory(Path dir, FileAttribute<?>... attributes) throws IOException {
        change(Change.ROOM, FaultyPath.real(dir));
        Files.createDirectory(FaultyPath.real(dir), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        look(FaultyPath.real(path));
        change(Change.NAME, FaultyPath.real(path));
        Files.delete(FaultyPath.real(path));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        change(Change.ROOM, FaultyPath.real(target));
        Files.copy(FaultyPath.real(source), FaultyPath.real(target), options);
    }

    @Override
    public synchronized void move(Path source, Path target, CopyOption... options) throws IOException {
        change(Change.NAME, FaultyPath.real(target));
        Files.move(FaultyPath.real(source), FaultyPath.real(target), options);
        boolean lost = unforced.remove(FaultyPath.real(source));
        unforced.remove(FaultyPath.real(target));
        if (lost) {
            unforced.add(FaultyPath.real(target));
        }
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        change(Change.NAME, FaultyPath.real(path));
        Files.setAttribute(FaultyPath.real(path), attribute, value, options);
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return Files.isSameFile(FaultyPath.real(path), FaultyPath.real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return Files.isHidden(FaultyPath.real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return Files.getFileStore(FaultyPath.real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        look(FaultyPath.real(path));
        Path real = FaultyPath.real(path);
        real.getFileSystem().provider().checkAccess(real, modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return Files.getFileAttributeView(FaultyPath.real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        look(FaultyPath.real(path));
        return Files.readAttributes(FaultyPath.real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
            throws IOException {
        look(FaultyPath.real(path));
        return Files.readAttributes(FaultyPath.real(path), attributes, options);
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException();
    }
}
