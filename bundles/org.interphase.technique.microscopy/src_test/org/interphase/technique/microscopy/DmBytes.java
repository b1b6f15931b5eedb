package org.interphase.technique.microscopy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Writes small DM3 and DM4 files: one image with its size, data type and scale. */
final class DmBytes {

    private final ByteBuffer b = ByteBuffer.allocate(1 << 16).order(ByteOrder.BIG_ENDIAN);
    private final boolean four;
    private final ByteOrder data;

    private DmBytes(int version, ByteOrder data) {
        this.four = version == 4;
        this.data = data;
    }

    /** An 8-bit DM3 image without scale. */
    static byte[] image(byte[] pixels, int width, int height) {
        return image(3, ByteOrder.LITTLE_ENDIAN, 6, 10, pixels, width, height, 0, "");
    }

    /**
     * An image.
     *
     * @param version 3 or 4
     * @param data byte order of the data
     * @param type data type of the image
     * @param code type of the array's values in the tag tree
     * @param scale size of a pixel, 0 for none
     */
    static byte[] image(int version, ByteOrder data, int type, int code, byte[] pixels, int width, int height,
            double scale, String unit) {
        DmBytes d = new DmBytes(version, data);
        d.b.putInt(version);
        d.word(0);
        d.b.putInt(data == ByteOrder.LITTLE_ENDIAN ? 1 : 0);
        d.group(1);
        d.name(20, "ImageList");
        d.group(1);
        d.name(20, "");
        d.group(1);
        d.name(20, "ImageData");
        d.group(scale > 0 ? 4 : 3);
        if (scale > 0) {
            d.name(20, "Calibrations");
            d.group(1);
            d.name(20, "Dimension");
            d.group(2);
            for (int k = 0; k < 2; k++) {
                d.name(20, "");
                d.group(2);
                d.number("Scale", 6, Float.floatToIntBits((float) scale));
                d.name(21, "Units");
                d.b.putInt(0x25252525);
                d.word(3);
                d.word(20);
                d.word(4);
                d.word(unit.length());
                for (char c : unit.toCharArray()) {
                    d.ordered(c, 2);
                }
            }
        }
        d.name(21, "Data");
        d.b.putInt(0x25252525);
        d.word(3);
        d.word(20);
        d.word(code);
        d.word(pixels.length / (code == 10 ? 1 : code == 4 || code == 2 ? 2 : code == 7 ? 8 : 4));
        d.b.put(pixels);
        d.number("DataType", 5, type);
        d.name(20, "Dimensions");
        d.group(2);
        d.number("", 5, width);
        d.number("", 5, height);
        return Arrays.copyOf(d.b.array(), d.b.position());
    }

    private void word(long v) {
        if (four) {
            b.putLong(v);
        } else {
            b.putInt((int) v);
        }
    }

    private void ordered(long v, int bytes) {
        for (int i = 0; i < bytes; i++) {
            b.put((byte) (v >> 8 * (data == ByteOrder.LITTLE_ENDIAN ? i : bytes - 1 - i)));
        }
    }

    private void group(int tags) {
        b.put((byte) 1).put((byte) 0);
        word(tags);
    }

    private void name(int kind, String name) {
        b.put((byte) kind).putShort((short) name.length()).put(name.getBytes());
        if (four) {
            // size of the tag's data, which readers need not know
            b.putLong(0);
        }
    }

    private void number(String name, int type, int value) {
        name(21, name);
        b.putInt(0x25252525);
        word(1);
        word(type);
        ordered(value & 0xffffffffL, 4);
    }
}
