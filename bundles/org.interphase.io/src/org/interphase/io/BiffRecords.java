package org.interphase.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.interphase.api.DatasetFormatException;

/**
 * The records of a stream of Excel 97 to 2003 ([MS-XLS] 2.1.4): type, length, data; data that are too long go on in
 * records of their own. Numbers are read from the data of the record, and from what continues it.
 */
final class BiffRecords {

    private static final int CONTINUE = 0x3c;

    private final String file;
    private final ByteBuffer bytes;
    private int type = -1;
    private int at;
    private int end;
    private int next;

    BiffRecords(String file, byte[] stream) {
        this.file = file;
        bytes = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Goes to a record that begins at a byte of the stream. */
    void seek(int position) throws DatasetFormatException {
        if (position < 0 || position > bytes.limit()) {
            throw refused("a sheet begins at byte " + (position & 0xffffffffL) + ", behind the end of the workbook");
        }
        next = position;
        end = position;
        at = position;
    }

    /** Goes to the next record; false at the end of the stream. */
    boolean next() throws DatasetFormatException {
        if (next + 4 > bytes.limit()) {
            return false;
        }
        type = bytes.getShort(next) & 0xffff;
        int length = bytes.getShort(next + 2) & 0xffff;
        at = next + 4;
        end = at + length;
        if (end > bytes.limit()) {
            throw refused("a record of " + length + " bytes goes beyond the end; the file is truncated or damaged");
        }
        next = end;
        return true;
    }

    /** Type of the record. */
    int type() {
        return type;
    }

    /** Bytes of the record that are not read yet, without those of its continuations. */
    int left() {
        return end - at;
    }

    private void need(int n) throws DatasetFormatException {
        if (at == end && next + 4 <= bytes.limit() && (bytes.getShort(next) & 0xffff) == CONTINUE) {
            next();
        }
        if (end - at < n) {
            throw refused("a record of type " + Integer.toHexString(type) + " is too short");
        }
    }

    int u8() throws DatasetFormatException {
        need(1);
        return bytes.get(at++) & 0xff;
    }

    int u16() throws DatasetFormatException {
        need(2);
        at += 2;
        return bytes.getShort(at - 2) & 0xffff;
    }

    int i32() throws DatasetFormatException {
        need(4);
        at += 4;
        return bytes.getInt(at - 4);
    }

    double f64() throws DatasetFormatException {
        need(8);
        at += 8;
        return bytes.getDouble(at - 8);
    }

    /** Passes over bytes, also of continuations. */
    void skip(long n) throws DatasetFormatException {
        long more = n;
        while (more > 0) {
            need(1);
            int step = (int) Math.min(more, end - at);
            at += step;
            more -= step;
        }
    }

    /**
     * A string ([MS-XLS] 2.5.293 and 2.5.294): flags, runs of formats and phonetics around its letters, which may go on
     * in continuations; each begins with whether its letters have one byte or two.
     *
     * @param letters number of them
     */
    String string(int letters) throws DatasetFormatException {
        int flags = u8();
        int runs = (flags & 8) != 0 ? u16() : 0;
        long phonetic = (flags & 4) != 0 ? i32() & 0xffffffffL : 0;
        StringBuilder out = new StringBuilder();
        boolean wide = (flags & 1) != 0;
        while (out.length() < letters) {
            if (at == end) {
                wide = (u8() & 1) != 0;
            }
            int size = wide ? 2 : 1;
            need(size);
            int n = Math.min(letters - out.length(), (end - at) / size);
            out.append(new String(bytes.array(), at, n * size, wide ? StandardCharsets.UTF_16LE
                    : StandardCharsets.ISO_8859_1));
            at += n * size;
        }
        skip(4L * runs + phonetic);
        return out.toString();
    }

    DatasetFormatException refused(String reason) {
        return new DatasetFormatException(file, "byte " + at + " of the workbook", reason);
    }
}
