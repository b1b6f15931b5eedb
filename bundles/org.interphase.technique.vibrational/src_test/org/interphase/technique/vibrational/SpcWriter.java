package org.interphase.technique.vibrational;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes SPC files field by field as SPC.H of the "Universal Data Format Specification" lays them out, so that each
 * variant of the format can be made.
 */
final class SpcWriter {

    /** A subfile: header fields and values. */
    private record Sub(int exponent, double z, double next, double w, double[] x, double[] y) {
    }

    private final ByteBuffer header;
    private final List<Sub> subs = new ArrayList<>();
    private int flags;
    private double[] common = {};
    private String log = "";

    /** New format; big-endian files have version 0x4c. */
    SpcWriter(ByteOrder order, int points, double first, double last) {
        header = ByteBuffer.allocate(512).order(order);
        header.put(1, (byte) (order == ByteOrder.BIG_ENDIAN ? 0x4c : 0x4b)).putInt(4, points).putDouble(8, first)
                .putDouble(16, last).put(28, (byte) 13).put(29, (byte) 4);
    }

    SpcWriter flags(int value) {
        flags = value;
        return this;
    }

    SpcWriter exponent(int value) {
        header.put(3, (byte) value);
        return this;
    }

    SpcWriter units(int x, int y) {
        header.put(28, (byte) x).put(29, (byte) y);
        return this;
    }

    SpcWriter label(String text) {
        header.put(218, text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    SpcWriter zIncrement(double value) {
        header.putFloat(312, (float) value);
        return this;
    }

    SpcWriter planes(int count) {
        header.putInt(316, count);
        return this;
    }

    SpcWriter axis(double... x) {
        common = x;
        return this;
    }

    SpcWriter log(String text) {
        log = text;
        return this;
    }

    SpcWriter sub(int exponent, double z, double next, double w, double... y) {
        subs.add(new Sub(exponent, z, next, w, null, y));
        return this;
    }

    SpcWriter subWithAxis(int exponent, double z, double[] x, double... y) {
        subs.add(new Sub(exponent, z, z, 0, x, y));
        return this;
    }

    byte[] bytes() {
        ByteBuffer b = ByteBuffer.allocate(1 << 16).order(header.order());
        header.put(0, (byte) flags).putInt(24, subs.size());
        b.put(header.array());
        for (double v : common) {
            b.putFloat((float) v);
        }
        for (Sub s : subs) {
            int at = b.position();
            b.put(at + 1, (byte) s.exponent()).putFloat(at + 4, (float) s.z()).putFloat(at + 8, (float) s.next())
                    .putInt(at + 16, s.x() == null ? 0 : s.y().length).putFloat(at + 24, (float) s.w());
            b.position(at + 32);
            for (int i = 0; s.x() != null && i < s.x().length; i++) {
                b.putFloat((float) s.x()[i]);
            }
            int exponent = s.exponent() != 0 ? s.exponent() : header.get(3);
            for (double v : s.y()) {
                value(b, v, exponent);
            }
        }
        if (!log.isEmpty()) {
            int at = b.position();
            b.putInt(248, at).putInt(at, 64 + log.length()).putInt(at + 8, 64);
            b.position(at + 64);
            b.put(log.getBytes(StandardCharsets.ISO_8859_1));
        }
        byte[] out = new byte[b.position()];
        b.get(0, out);
        return out;
    }

    private void value(ByteBuffer b, double v, int exponent) {
        if (exponent == -128) {
            b.putFloat((float) v);
        } else if ((flags & 1) != 0) {
            b.putShort((short) Math.round(v * Math.pow(2, 16 - exponent)));
        } else {
            b.putInt((int) Math.round(v * Math.pow(2, 32 - exponent)));
        }
    }

    /** Old format (LabCalc) with subfiles of equal length; exponent 128 for floating point ordinates. */
    static byte[] old(int flags, int exponent, double first, double last, double[]... subs) {
        int n = subs[0].length;
        ByteBuffer b = ByteBuffer.allocate(224 + subs.length * (32 + 4 * n)).order(ByteOrder.LITTLE_ENDIAN);
        b.put(0, (byte) flags).put(1, (byte) 0x4d).putShort(2, (short) exponent).putFloat(4, n)
                .putFloat(8, (float) first).putFloat(12, (float) last).put(16, (byte) 13).put(17, (byte) 4);
        b.position(224);
        for (double[] y : subs) {
            b.position(b.position() + 32);
            for (double v : y) {
                int word = (int) Math.round(v * Math.pow(2, 32 - exponent));
                if (exponent == 128) {
                    b.putFloat((float) v);
                } else {
                    b.putShort((short) (word >> 16)).putShort((short) word);
                }
            }
        }
        return b.array();
    }
}
