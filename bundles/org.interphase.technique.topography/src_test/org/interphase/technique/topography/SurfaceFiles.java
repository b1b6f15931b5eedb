package org.interphase.technique.topography;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.Deflater;

/** Small files of each format, written by its description. Heights are in um, steps too, NaN is missing. */
final class SurfaceFiles {

    private SurfaceFiles() {
    }

    /** Heights of a bumpy tilted sheet, one of them missing. */
    static double[][] bumps(int width, int height) {
        double[][] z = new double[height][width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                z[y][x] = 0.5 * Math.sin(1.1 * x) * Math.cos(0.7 * y) + 0.02 * x - 0.01 * y;
            }
        }
        z[1][2] = Double.NaN;
        return z;
    }

    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    static void text(ByteBuffer b, int at, String text, int length) {
        byte[] t = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < length; i++) {
            b.put(at + i, i < t.length ? t[i] : (byte) 0);
        }
    }

    static byte[] al3d(double[][] z, double step) {
        String[][] tags = {{"Version", "1"}, {"TagCount", "6"}, {"Cols", z[0].length + ""}, {"Rows", z.length + ""},
            {"DepthImageOffset", "500"}, {"InvalidPixelValue", "3.00000002808e+15"},
            {"PixelSizeXMeter", step * 1e-6 + ""}, {"PixelSizeYMeter", step * 1e-6 + ""}};
        int row = (4 * z[0].length + 7) / 8 * 8;
        ByteBuffer b = little(500 + row * z.length);
        text(b, 0, "AliconaImaging\0\r\n", 17);
        for (int i = 0; i < tags.length; i++) {
            text(b, 17 + 52 * i, tags[i][0], 20);
            text(b, 37 + 52 * i, tags[i][1], 30);
            text(b, 67 + 52 * i, "\r\n", 2);
        }
        for (int y = 0; y < z.length; y++) {
            for (int x = 0; x < z[0].length; x++) {
                b.putFloat(500 + y * row + 4 * x, z[y][x] == z[y][x] ? (float) (z[y][x] * 1e-6) : 3.00000002808e15f);
            }
        }
        return b.array();
    }

    static byte[] opd(double[][] z, double step, double aspect) {
        int w = z[0].length;
        int h = z.length;
        String[] names = {"Directory", "Mult", "RAW_DATA", "Aspect", "Pixel_size", "Wavelength"};
        int[] lengths = {24 * 6, 2, 6 + 2 * w * h, 4, 4, 4};
        ByteBuffer b = little(2 + java.util.Arrays.stream(lengths).sum());
        b.putShort(0, (short) 1);
        for (int i = 0; i < names.length; i++) {
            text(b, 2 + 24 * i, names[i], 16);
            b.putShort(18 + 24 * i, (short) 1);
            b.putInt(20 + 24 * i, lengths[i]);
            b.putShort(24 + 24 * i, (short) 1);
        }
        int at = 2 + lengths[0];
        b.putShort(at, (short) 200);
        at += 2;
        b.putShort(at, (short) w);
        b.putShort(at + 2, (short) h);
        b.putShort(at + 4, (short) 2);
        at += 6;
        for (int x = 0; x < w; x++) {
            for (int y = h - 1; y >= 0; y--, at += 2) {
                b.putShort(at, (short) (z[y][x] == z[y][x] ? Math.round(z[y][x] * 1000 / 632.8 * 200) : 32767));
            }
        }
        b.putFloat(at, (float) aspect);
        b.putFloat(at + 4, (float) (step / 1000));
        b.putFloat(at + 8, 632.8f);
        return b.array();
    }

    /** A Digital Surf file: type 1 is a profile (the first row), 2 a surface. */
    static byte[] sur(double[][] z, double step, int type, int bits, boolean packed) {
        int w = z[0].length;
        int h = type == 1 ? 1 : z.length;
        ByteBuffer data = little(w * h * bits / 8);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int v = z[y][x] == z[y][x] ? (int) Math.round(z[y][x] * 1000) : -32002;
                if (bits == 16) {
                    data.putShort((short) v);
                } else {
                    data.putInt(v);
                }
            }
        }
        byte[] body = data.array();
        if (packed) {
            Deflater d = new Deflater();
            d.setInput(body);
            d.finish();
            byte[] out = new byte[body.length + 100];
            int n = d.deflate(out);
            d.end();
            body = little(12 + n).putInt(1).putInt(data.capacity()).putInt(n).put(out, 0, n).array();
        }
        ByteBuffer b = little(512 + 4 + body.length);
        text(b, 0, packed ? "DSCOMPRESSED" : "DIGITAL SURF", 12);
        b.putShort(14, (short) 1);
        b.putShort(18, (short) type);
        text(b, 20, "sheet", 30);
        b.putShort(86, (short) 1);
        b.putShort(98, (short) bits);
        b.putInt(100, -32000);
        b.putInt(104, 32000);
        b.putInt(108, w);
        b.putInt(112, h);
        b.putInt(116, w * h);
        b.putFloat(120, (float) (step / 1000));
        b.putFloat(124, (float) step);
        b.putFloat(128, 1f);
        text(b, 132, "X", 16);
        text(b, 148, "Y", 16);
        text(b, 164, "Z", 16);
        text(b, 180, "mm", 16);
        text(b, 196, "\u00b5m", 16);
        text(b, 212, "nm", 16);
        b.putShort(334, (short) 4);
        text(b, 512, "note", 4);
        b.position(516);
        return b.put(body).array();
    }

    static byte[] xyz(double[][] z, double step, String head) {
        StringBuilder out = new StringBuilder(head);
        for (int y = z.length - 1; y >= 0; y--) {
            for (int x = 0; x < z[0].length; x++) {
                if (z[y][x] == z[y][x]) {
                    out.append(String.format(Locale.ROOT, "%.4f %.4f %.6f%n", x * step, (z.length - 1 - y) * step,
                            z[y][x]));
                }
            }
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] raw(double[][] z) {
        ByteBuffer b = little(4 * z.length * z[0].length);
        for (double[] row : z) {
            for (double v : row) {
                b.putFloat((float) v);
            }
        }
        return b.array();
    }
}
