package org.interphase.technique.vibrational.reader;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.interphase.api.DatasetFormatException;

/** A binary file's bytes with checked reads: what lies beyond the end is an error naming the byte, never a crash. */
final class Bytes {

    private final String file;
    private final long base;
    private final ByteBuffer buffer;

    private Bytes(String file, long base, ByteBuffer buffer) {
        this.file = file;
        this.base = base;
        this.buffer = buffer;
    }

    /**
     * Bytes that begin at a position of the file.
     *
     * @param base position of the first byte in the file, for messages
     */
    static Bytes of(String file, long base, byte[] content, ByteOrder order) {
        return new Bytes(file, base, ByteBuffer.wrap(content).order(order));
    }

    int size() {
        return buffer.capacity();
    }

    /** An error at a byte offset of this part. */
    DatasetFormatException error(long offset, String reason) {
        return new DatasetFormatException(file, "byte " + (base + offset), reason);
    }

    /**
     * Checks that a stretch lies inside and gives its offset.
     *
     * @throws DatasetFormatException naming what is cut off
     */
    int require(long offset, long length, String what) throws DatasetFormatException {
        if (offset < 0 || length < 0 || offset > buffer.capacity() || length > buffer.capacity() - offset) {
            throw error(Math.max(0, offset), what + " needs " + length + " bytes but the file has "
                    + Math.max(0, buffer.capacity() - Math.max(0, offset)) + " there: it is cut off or damaged");
        }
        return (int) offset;
    }

    int u8(long offset, String what) throws DatasetFormatException {
        return buffer.get(require(offset, 1, what)) & 0xff;
    }

    int u16(long offset, String what) throws DatasetFormatException {
        return buffer.getShort(require(offset, 2, what)) & 0xffff;
    }

    int i16(long offset, String what) throws DatasetFormatException {
        return buffer.getShort(require(offset, 2, what));
    }

    int i32(long offset, String what) throws DatasetFormatException {
        return buffer.getInt(require(offset, 4, what));
    }

    long u32(long offset, String what) throws DatasetFormatException {
        return buffer.getInt(require(offset, 4, what)) & 0xffffffffL;
    }

    long i64(long offset, String what) throws DatasetFormatException {
        return buffer.getLong(require(offset, 8, what));
    }

    float f32(long offset, String what) throws DatasetFormatException {
        return buffer.getFloat(require(offset, 4, what));
    }

    double f64(long offset, String what) throws DatasetFormatException {
        return buffer.getDouble(require(offset, 8, what));
    }

    /** 32-bit floating point numbers as doubles; the length is checked before anything is allocated. */
    double[] floats(long offset, long count, String what) throws DatasetFormatException {
        int at = require(offset, 4 * Math.max(0, count), what);
        double[] out = new double[(int) count];
        for (int i = 0; i < out.length; i++) {
            out[i] = buffer.getFloat(at + 4 * i);
        }
        return out;
    }

    /** 64-bit floating point numbers; the length is checked before anything is allocated. */
    double[] doubles(long offset, long count, String what) throws DatasetFormatException {
        int at = require(offset, 8 * Math.max(0, count), what);
        double[] out = new double[(int) count];
        for (int i = 0; i < out.length; i++) {
            out[i] = buffer.getDouble(at + 8 * i);
        }
        return out;
    }

    /** Latin-1 text up to a NUL or the length, without surrounding space; empty where the file ends before. */
    String text(long offset, int length) {
        if (offset < 0 || offset >= buffer.capacity()) {
            return "";
        }
        return text(offset, length, StandardCharsets.ISO_8859_1);
    }

    /** Text of an encoding up to a NUL or the length. */
    String text(long offset, int length, java.nio.charset.Charset charset) {
        int to = (int) Math.min(offset + length, buffer.capacity());
        int end = (int) offset;
        while (end < to && buffer.get(end) != 0) {
            end++;
        }
        byte[] raw = new byte[end - (int) offset];
        buffer.get((int) offset, raw);
        return new String(raw, charset).strip();
    }

    /** A copy of a stretch. */
    byte[] slice(long offset, long length, String what) throws DatasetFormatException {
        int at = require(offset, length, what);
        byte[] out = new byte[(int) length];
        buffer.get(at, out);
        return out;
    }
}
