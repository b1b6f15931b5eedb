package org.interphase.testkit.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** An open file that may fail when it is written, forced to disk or closed; a write that fails has written half. */
final class FaultyChannel extends FileChannel {

    private final FaultyProvider provider;
    private final Path path;
    private final FileChannel real;
    private boolean written;

    FaultyChannel(FaultyProvider provider, Path path, FileChannel real) {
        this.provider = provider;
        this.path = path;
        this.real = real;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        provider.look(path);
        return real.read(target);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        provider.look(path);
        return real.read(targets, offset, length);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        provider.look(path);
        return real.read(target, position);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        // in pieces, as a disk takes them: between two of them anything may happen
        int half = Math.max(1, source.remaining() / 2);
        ByteBuffer piece = source.slice(source.position(), half);
        provider.change(FaultyProvider.Change.ROOM, path);
        written = true;
        provider.written(path);
        int n = real.write(piece);
        source.position(source.position() + n);
        return n;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        return write(sources[offset]);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        provider.change(FaultyProvider.Change.ROOM, path);
        written = true;
        return real.write(source, position);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        provider.change(FaultyProvider.Change.ROOM, path);
        real.force(metaData);
        provider.forced(path);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
        if (written) {
            provider.change(FaultyProvider.Change.ROOM, path);
        }
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long newPosition) throws IOException {
        real.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        provider.change(FaultyProvider.Change.NAME, path);
        real.truncate(size);
        return this;
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return real.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        provider.change(FaultyProvider.Change.ROOM, path);
        return real.transferFrom(source, position, count);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return real.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return real.tryLock(position, size, shared);
    }
}
