package org.interphase.technique.dynamics.reader;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;

/** Records of unformatted Fortran: each between two copies of its length in bytes, four bytes wide. */
final class FortranRecords implements AutoCloseable {

    private final String file;
    private final InputStream in;
    private final ByteOrder order;
    private final long size;
    private long position;

    /** @param first length of the first record, which tells the byte order */
    FortranRecords(Source source, int first) throws IOException {
        file = source.name();
        size = source.size();
        byte[] head = source.read(0, 4);
        if (head.length < 4) {
            throw new DatasetFormatException(file, "byte 0", "the file is too short");
        }
        int big = ByteBuffer.wrap(head).getInt();
        int little = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (big != first && little != first) {
            throw new DatasetFormatException(file, "byte 0", "the first record is not " + first + " bytes long");
        }
        order = big == first ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        in = new BufferedInputStream(source.open(), 1 << 16);
    }

    long position() {
        return position;
    }

    boolean atEnd() {
        return position >= size;
    }

    /** The next record, which must be this long. */
    byte[] next(int length, String what) throws IOException {
        int said = mark(what);
        if (said != length) {
            throw wrong(what + " should be " + length + " bytes long, not " + said);
        }
        if (position + length + 4 > size) {
            throw new EOFException(what + " are cut");
        }
        byte[] out = in.readNBytes(length);
        position += length;
        if (mark(what) != length) {
            throw wrong("the record of " + what + " does not end where it should");
        }
        return out;
    }

    /** Passes over a record of any length. */
    void skip(String what) throws IOException {
        int length = mark(what);
        if (length < 0 || position + length + 4 > size) {
            throw wrong("the record of " + what + " claims " + length + " bytes");
        }
        in.skipNBytes(length);
        position += length;
        if (mark(what) != length) {
            throw wrong("the record of " + what + " does not end where it should");
        }
    }

    private int mark(String what) throws IOException {
        byte[] b = in.readNBytes(4);
        if (b.length < 4) {
            throw new EOFException(what + " are cut");
        }
        position += 4;
        return whole(b, 0);
    }

    int whole(byte[] b, int at) {
        return ByteBuffer.wrap(b).order(order).getInt(at);
    }

    float single(byte[] b, int at) {
        return ByteBuffer.wrap(b).order(order).getFloat(at);
    }

    double doubled(byte[] b, int at) {
        return ByteBuffer.wrap(b).order(order).getDouble(at);
    }

    /** An error at this place. */
    DatasetFormatException wrong(String reason) {
        return new DatasetFormatException(file, "byte " + position, reason);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
