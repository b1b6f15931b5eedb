package org.interphase.technique.battery.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * The pages of an Access database for the library that reads it. Pages refer to each other, and the library follows
 * references that lead in a circle without end; a whole file of Arbin's is read about once (0.9 to 1.2 times its size,
 * measured on recorded ones), so one that is read far more often than that is damaged.
 */
final class AccessPages extends FileChannel {

    private static final int VERSION = 0x14;
    private static final int SMALL_PAGE = 2048;
    private static final int PAGE = 4096;
    private static final int DEFINITION = 2;
    /** The library joins these pages in one text, so a circle of them costs memory before it costs reading. */
    private static final int LONGEST_DEFINITION = 256;
    private static final int TIMES = 8;
    private static final long SPARE = 1 << 20;

    private final FileChannel bytes;
    private long left;

    private AccessPages(FileChannel bytes) throws IOException {
        this.bytes = bytes;
        this.left = TIMES * bytes.size() + SPARE;
    }

    /**
     * The pages of a database.
     *
     * @throws IOException if the definition of a table has no end
     */
    static AccessPages of(FileChannel bytes) throws IOException {
        AccessPages out = new AccessPages(bytes);
        ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        bytes.read(head.limit(1), VERSION);
        int page = head.get(0) == 0 ? SMALL_PAGE : PAGE;
        long pages = bytes.size() / page;
        for (long p = 0; p < pages; p++) {
            int length = 0;
            for (long q = p; q > 0 && q < pages; length++) {
                if (length > LONGEST_DEFINITION) {
                    throw new IOException("the definition of a table at page " + p + " has no end");
                }
                bytes.read(head.clear(), q * page);
                q = head.get(0) == DEFINITION ? head.getInt(4) : 0;
            }
        }
        return out;
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        left -= Math.max(1, target.remaining());
        if (left < 0) {
            throw new IOException("its pages refer to each other without end");
        }
        return bytes.read(target, position);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int n = read(target, bytes.position());
        bytes.position(bytes.position() + Math.max(0, n));
        return n;
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        long sum = 0;
        for (int i = offset; i < offset + length; i++) {
            int n = read(targets[i]);
            if (n < 0) {
                return sum == 0 ? n : sum;
            }
            sum += n;
        }
        return sum;
    }

    @Override
    public long position() throws IOException {
        return bytes.position();
    }

    @Override
    public FileChannel position(long other) throws IOException {
        bytes.position(other);
        return this;
    }

    @Override
    public long size() throws IOException {
        return bytes.size();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return bytes.transferTo(position, count, target);
    }

    @Override
    public void force(boolean metadata) {
        // nothing is written
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public int write(ByteBuffer source, long position) {
        throw new NonWritableChannelException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new NonWritableChannelException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException("not in a file of its own");
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException("not in a file of its own");
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException("not in a file of its own");
    }

    @Override
    protected void implCloseChannel() throws IOException {
        bytes.close();
    }
}
