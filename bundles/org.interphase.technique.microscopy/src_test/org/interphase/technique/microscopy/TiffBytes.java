package org.interphase.technique.microscopy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes small TIFF files byte by byte, so that each field can be made wrong. */
final class TiffBytes {

    private final ByteOrder order;
    private final List<long[]> tags = new ArrayList<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    TiffBytes(ByteOrder order) {
        this.order = order;
        data.writeBytes(new byte[8]);
    }

    /** A grey picture of one strip. */
    static TiffBytes grey(ByteOrder order, int width, int height, int bits, int format, int compression,
            byte[] strip) {
        TiffBytes t = new TiffBytes(order);
        t.number(256, 4, width);
        t.number(257, 4, height);
        t.number(258, 3, bits);
        t.number(259, 3, compression);
        t.number(262, 3, 1);
        t.number(273, 4, t.put(strip));
        t.number(277, 3, 1);
        t.number(278, 4, height);
        t.number(279, 4, strip.length);
        if (format != 1) {
            t.number(339, 3, format);
        }
        return t;
    }

    long put(byte[] bytes) {
        long at = data.size();
        data.writeBytes(bytes);
        if (data.size() % 2 != 0) {
            data.write(0);
        }
        return at;
    }

    TiffBytes number(int tag, int type, long value) {
        tags.removeIf(t -> t[0] == tag);
        tags.add(new long[] {tag, type, 1, value});
        return this;
    }

    TiffBytes text(int tag, String text) {
        byte[] raw = (text + "\0").getBytes(StandardCharsets.ISO_8859_1);
        tags.add(new long[] {tag, 2, raw.length, put(raw)});
        return this;
    }

    TiffBytes raw(int tag, int type, long count, byte[] values) {
        tags.removeIf(t -> t[0] == tag);
        tags.add(new long[] {tag, type, count, put(values)});
        return this;
    }

    /** A rational number. */
    TiffBytes ratio(int tag, long numerator, long denominator) {
        byte[] b = ByteBuffer.allocate(8).order(order).putInt((int) numerator).putInt((int) denominator).array();
        return raw(tag, 5, 1, b);
    }

    /** The file; the next directory is at {@code next}. */
    byte[] bytes(long next) {
        int directory = data.size();
        tags.sort((a, b) -> Long.compare(a[0], b[0]));
        ByteBuffer out = ByteBuffer.allocate(directory + 2 + 12 * tags.size() + 4).order(order);
        out.put(data.toByteArray());
        out.position(directory);
        out.putShort((short) tags.size());
        for (long[] t : tags) {
            out.putShort((short) t[0]).putShort((short) t[1]).putInt((int) t[2]);
            if (t[1] == 3 && t[2] == 1) {
                out.putShort((short) t[3]).putShort((short) 0);
            } else {
                out.putInt((int) t[3]);
            }
        }
        out.putInt((int) next);
        out.put(0, order == ByteOrder.LITTLE_ENDIAN ? (byte) 'I' : (byte) 'M');
        out.put(1, out.get(0));
        out.putShort(2, (short) 42);
        out.putInt(4, directory);
        return out.array();
    }
}
