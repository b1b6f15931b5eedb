package org.interphase.technique.topography.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;

/** The bytes of a binary file; reading behind their end names the place. Not safe for use by several threads. */
final class SurfaceBytes {

    /** Largest file read: a map of 10 000 x 10 000 doubles. */
    static final long LIMIT = 1L << 30;

    private final String file;
    private final ByteBuffer bytes;

    private SurfaceBytes(String file, byte[] content, ByteOrder order) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(content).order(order);
    }

    static SurfaceBytes read(Source source, ByteOrder order) throws IOException {
        return new SurfaceBytes(source.name(), source.readAll(LIMIT), order);
    }

    static SurfaceBytes of(String file, byte[] content, ByteOrder order) {
        return new SurfaceBytes(file, content, order);
    }

    String file() {
        return file;
    }

    int size() {
        return bytes.limit();
    }

    byte[] bytes(long at, long length) throws DatasetFormatException {
        require(at, length);
        byte[] out = new byte[(int) length];
        bytes.get((int) at, out);
        return out;
    }

    /** Latin-1 text up to the first zero, without blanks around it. */
    String text(long at, int length) throws DatasetFormatException {
        String t = new String(bytes(at, length), StandardCharsets.ISO_8859_1);
        int end = t.indexOf('\0');
        return (end < 0 ? t : t.substring(0, end)).strip();
    }

    int u8(long at) throws DatasetFormatException {
        require(at, 1);
        return bytes.get((int) at) & 0xff;
    }

    int i16(long at) throws DatasetFormatException {
        require(at, 2);
        return bytes.getShort((int) at);
    }

    int u16(long at) throws DatasetFormatException {
        return i16(at) & 0xffff;
    }

    int i32(long at) throws DatasetFormatException {
        require(at, 4);
        return bytes.getInt((int) at);
    }

    long u32(long at) throws DatasetFormatException {
        return i32(at) & 0xffffffffL;
    }

    float f32(long at) throws DatasetFormatException {
        require(at, 4);
        return bytes.getFloat((int) at);
    }

    double f64(long at) throws DatasetFormatException {
        require(at, 8);
        return bytes.getDouble((int) at);
    }

    /** Makes sure that a piece is there, before anything is allocated for it. */
    void require(long at, long length) throws DatasetFormatException {
        // in this way round, as the sum of two large numbers of a damaged file is negative
        if (at < 0 || length < 0 || at > bytes.limit() || length > bytes.limit() - at) {
            throw wrong(at, "the file has " + bytes.limit() + " bytes, " + length + " are needed from here");
        }
    }

    DatasetFormatException wrong(long at, String reason) {
        return new DatasetFormatException(file, "byte " + at, reason);
    }

    /** Values of one type, one after the other. */
    double[] values(Number type, long at, long count) throws DatasetFormatException {
        require(at, count > Integer.MAX_VALUE ? count : count * type.bytes);
        double[] out = new double[(int) count];
        for (int i = 0; i < out.length; i++) {
            int p = (int) (at + (long) i * type.bytes);
            out[i] = switch (type) {
                case I8 -> bytes.get(p);
                case U8 -> bytes.get(p) & 0xff;
                case I16 -> bytes.getShort(p);
                case U16 -> bytes.getShort(p) & 0xffff;
                case I32 -> bytes.getInt(p);
                case U32 -> bytes.getInt(p) & 0xffffffffL;
                case F32 -> bytes.getFloat(p);
                case F64 -> bytes.getDouble(p);
            };
        }
        return out;
    }

    /** How a number is stored. */
    enum Number {
        I8(1), U8(1), I16(2), U16(2), I32(4), U32(4), F32(4), F64(8);

        private final int bytes;

        Number(int bytes) {
            this.bytes = bytes;
        }

        int bytes() {
            return bytes;
        }

        boolean isWhole() {
            return this != F32 && this != F64;
        }
    }
}
