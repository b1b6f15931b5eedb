package org.interphase.technique.microscopy.reader.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;

/** Reads numbers anywhere in a source through a window, so that many small reads cost few file accesses. */
public final class RandomInput {

    private static final int WINDOW = 1 << 18;

    private final Source source;
    private final long size;
    private byte[] window = new byte[0];
    private long windowStart;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    /** Input from a source, little endian until told otherwise. */
    public RandomInput(Source source) throws IOException {
        this.source = source;
        this.size = source.size();
    }

    /** Sets the byte order of numbers. */
    public void order(ByteOrder other) {
        order = other;
    }

    /** Byte order of numbers. */
    public ByteOrder order() {
        return order;
    }

    /** Size of the source in bytes. */
    public long size() {
        return size;
    }

    /** An error at a position. */
    public DatasetFormatException error(long position, String reason) {
        return new DatasetFormatException(source.name(), "byte " + position, reason);
    }

    /** Copies bytes from a position. */
    public byte[] bytes(long position, int count) throws IOException {
        require(position, count);
        if (count > WINDOW) {
            byte[] direct = source.read(position, count);
            if (direct.length != count) {
                throw error(position + direct.length, "the file ends here");
            }
            return direct;
        }
        byte[] out = new byte[count];
        int at = at(position, count);
        System.arraycopy(window, at, out, 0, count);
        return out;
    }

    /** Number of whole bytes as an unsigned number; at most 8. */
    public long unsigned(long position, int bytes) throws IOException {
        require(position, bytes);
        int at = at(position, bytes);
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            int k = order == ByteOrder.LITTLE_ENDIAN ? bytes - 1 - i : i;
            value = value << 8 | window[at + k] & 0xff;
        }
        return value;
    }

    private void require(long position, int count) throws DatasetFormatException {
        if (position < 0 || count < 0 || position > size - count) {
            throw error(Math.max(0, Math.min(position, size)), "the file ends where " + count
                    + " bytes are needed (it has " + size + " bytes)");
        }
    }

    private int at(long position, int count) throws IOException {
        if (position < windowStart || position + count > windowStart + window.length) {
            window = source.read(position, Math.max(WINDOW, count));
            windowStart = position;
            if (window.length < count) {
                throw error(position + window.length, "the file ends here");
            }
        }
        return (int) (position - windowStart);
    }
}
