package org.interphase.testkit.example;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes an 8-bit baseline TIFF (TIFF 6.0) with the scale as ImageJ or as a Zeiss microscope writes it. */
public final class TiffFile {

    private record Entry(int tag, int type, int count, byte[] value) {
    }

    private TiffFile() {
    }

    /**
     * As ImageJ writes it: unit in the description, pixels per unit as resolution.
     *
     * @param pixels grey levels row by row
     * @param pixelSize side of a pixel in the unit
     */
    public static byte[] imageJ(int width, int height, byte[] pixels, double pixelSize, String unit, String note) {
        List<Entry> extra = new ArrayList<>();
        String description = "ImageJ=1.54p\nunit=" + unit + "\nmin=0.0\nmax=255.0\nInfo=" + note + "\n";
        extra.add(text(270, description));
        long n = Math.round(1e6 / pixelSize);
        extra.add(rational(282, n, 1_000_000));
        extra.add(rational(283, n, 1_000_000));
        extra.add(shortValue(296, 1));
        return write(width, height, pixels, extra);
    }

    /** As a Zeiss SmartSEM microscope writes it: tag 34118 with pixel size in text. */
    static byte[] zeiss(int width, int height, byte[] pixels, double pixelNanometres, String note) {
        String info = "\r\nAP_IMAGE_PIXEL_SIZE\r\nImage Pixel Size = " + pixelNanometres + " nm\r\nAP_WIDTH\r\nWidth = "
                + pixelNanometres * width / 1000
                + " \u00b5m\r\nAP_ACTUALKV\r\nEHT = 5.00 kV\r\nAP_WD\r\nWD = 4.1 mm\r\n"
                + "DP_DETECTOR_TYPE\r\nDetector = SE2\r\nSV_USER_NOTE\r\nNote = " + note + "\r\n";
        return write(width, height, pixels, List.of(text(34118, info)));
    }

    private static Entry text(int tag, String text) {
        byte[] b = (text + "\0").getBytes(StandardCharsets.ISO_8859_1);
        return new Entry(tag, 2, b.length, b);
    }

    private static Entry rational(int tag, long numerator, long denominator) {
        return new Entry(tag, 5, 1, buffer(8).putInt((int) numerator).putInt((int) denominator).array());
    }

    private static Entry shortValue(int tag, int value) {
        return new Entry(tag, 3, 1, buffer(4).putShort((short) value).array());
    }

    private static Entry longValue(int tag, int value) {
        return new Entry(tag, 4, 1, buffer(4).putInt(value).array());
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] write(int width, int height, byte[] pixels, List<Entry> extra) {
        List<Entry> entries = new ArrayList<>(List.of(longValue(256, width), longValue(257, height), shortValue(258, 8),
                shortValue(259, 1), shortValue(262, 1), longValue(273, 8), shortValue(277, 1), longValue(278, height),
                longValue(279, pixels.length)));
        entries.addAll(extra);
        entries.sort(java.util.Comparator.comparingInt(Entry::tag));
        int pad = pixels.length % 2;
        int directory = 8 + pixels.length + pad;
        int after = directory + 2 + 12 * entries.size() + 4;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(buffer(8).put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory).array());
        out.writeBytes(pixels);
        out.writeBytes(new byte[pad]);
        out.writeBytes(buffer(2).putShort((short) entries.size()).array());
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        for (Entry e : entries) {
            ByteBuffer b = buffer(12).putShort((short) e.tag()).putShort((short) e.type()).putInt(e.count());
            if (e.value().length <= 4) {
                b.put(e.value());
            } else {
                b.putInt(after + values.size());
                values.writeBytes(e.value());
                values.writeBytes(new byte[e.value().length % 2]);
            }
            out.writeBytes(b.array());
        }
        out.writeBytes(new byte[4]);
        out.writeBytes(values.toByteArray());
        return out.toByteArray();
    }
}
