package org.interphase.technique.battery.reader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small and large Neware files of a cell that rests, is charged at 1 A, rests, and is discharged at 0.5 A. */
public final class NewareSamples {

    /** Seconds of each of the four steps; rows are a second apart. */
    static final int STEP = 10;
    private static final double[] AMPERE = {0, 1, 0, -0.5};
    private static final int[] STATUS = {4, 1, 4, 2};
    private static final int PAGE = 4096;

    private NewareSamples() {
    }

    static int rows() {
        return 4 * STEP;
    }

    static double ampere(int row) {
        return AMPERE[row / STEP % 4];
    }

    static double volt(int row) {
        return 3 + 0.01 * (row % 50);
    }

    /** Charge since the start of the step in A.s. */
    static double charge(int row) {
        return Math.abs(ampere(row)) * (row % STEP);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** An .nda file of version 130; records of 52 bytes, or 56 with a temperature. */
    public static byte[] nda130(int length, int rows) {
        ByteBuffer b = buffer(1024 + length * rows + 64);
        b.put("NEWARE20240101".getBytes(StandardCharsets.ISO_8859_1)).put((byte) 130);
        b.putLong(0x12, 1024).putLong(0x1a, (long) length * rows);
        for (int i = 0; i < rows; i++) {
            int at = 1024 + length * i;
            int step = i / STEP % 4;
            boolean in = ampere(i) > 0;
            b.put(at, (byte) 0x55).put(at + 1, (byte) 6).put(at + 2, (byte) (step + 1)).put(at + 3,
                    (byte) STATUS[step]);
            b.putInt(at + 8, i + 1).putInt(at + 12, i).putInt(at + 16, 500_000_000);
            b.putFloat(at + 20, (float) (1000 * ampere(i))).putFloat(at + 24, (float) volt(i));
            b.putFloat(at + 28, (float) ((in ? 1000 : -1000) * charge(i)));
            b.putFloat(at + 32, (float) ((in ? 3600 : -3600) * charge(i)));
            b.putInt(at + 36, i / (4 * STEP)).putInt(at + 44, 1_700_000_000 + i);
            if (length >= 56) {
                b.putFloat(at + 52, 25.5f);
            }
        }
        return b.array();
    }

    /** An .nda file of version 29, the record of the third row twice and the last two in the wrong order. */
    static byte[] nda29() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer head = buffer(2500);
        head.put("NEWARE20240101".getBytes(StandardCharsets.ISO_8859_1)).put((byte) 29);
        head.putInt(152, 12500);
        head.put(2317, "half cell".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(head.array());
        int n = rows();
        for (int i = 0; i < n + 1; i++) {
            out.writeBytes(record29(i <= 2 ? i : i == n - 1 ? n - 1 : i == n ? n - 2 : i - 1));
        }
        return out.toByteArray();
    }

    private static byte[] record29(int row) {
        ByteBuffer b = buffer(86);
        int step = row / STEP % 4;
        b.put(0, (byte) 0x55).putInt(2, row + 1).putInt(6, 0).putShort(10, (short) (step + 1));
        b.put(12, (byte) STATUS[step]).putLong(14, 1000L * (row % STEP)).putInt(22, (int) Math.round(volt(row) * 1e4));
        integers(b, row, 26, 38, 70, 78);
        return b.array();
    }

    private static void integers(ByteBuffer b, int row, int current, int charge, int date, int range) {
        // range 1000: steps of 0.1 mA
        b.putInt(current, (int) Math.round(ampere(row) * 1e4));
        long q = Math.round(charge(row) * 1e4);
        b.putLong(charge + (ampere(row) > 0 ? 0 : 8), q).putLong(charge + (ampere(row) > 0 ? 16 : 24), 3 * q);
        b.putShort(date, (short) 2024).put(date + 2, (byte) 2).put(date + 3, (byte) 29).put(date + 4, (byte) 23);
        b.put(date + 5, (byte) 59).put(date + 6, (byte) (row % 60)).putInt(range, 1000);
    }

    /** An .ndax archive of one of the versions 5, 11, 14 and 17 of its parts. */
    public static byte[] ndax(int version, int rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ndax(out, version, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static void ndax(OutputStream out, int version, int rows) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("TestInfo.xml"));
            zip.write(("<?xml version=\"1.0\" encoding=\"GB2312\"?><root><config><TestInfo DevID=\"27\" UnitID=\"1\" "
                    + "ChlID=\"8\" StartTime=\"2024-02-29 23:59:00\"><Aux1 AuxID=\"1\" RealChlID=\"9\" "
                    + "ChlType=\"103\"/>"
                    + "</TestInfo></config></root>").getBytes(StandardCharsets.US_ASCII));
            if (version == 5) {
                frames(zip, rows);
                return;
            }
            double volts = version == 11 ? 1e4 : 1;
            double amperes = version == 11 ? 1e3 : 1;
            pages(zip, "data.ndc", 1, 2, version, 8, rows, (b, at, i) -> b.putFloat(at, (float) (volts * volt(i)))
                    .putFloat(at + 4, (float) (amperes * ampere(i))));
            double charges = version == 11 ? 1e3 : 1 / 3600.0;
            int every = 5;
            int run = version == 11 ? 47 : version == 14 ? 55 : 100;
            pages(zip, "data_runInfo.ndc", 18, 0x13, version, run, (rows + every - 1) / every, (b, at, k) -> {
                int i = k * every;
                b.putInt(at, 1000 * (i % STEP)).putInt(at + 29, 1000).putInt(at + 33, 1_700_000_000 + i);
                b.putInt(at + 37, i / STEP + 1).putInt(at + 41, i + 1);
                b.putFloat(at + (ampere(i) > 0 ? 5 : 9), (float) (charges * charge(i)));
                b.putFloat(at + (ampere(i) > 0 ? 13 : 17), (float) (charges * 3 * charge(i)));
            });
            pages(zip, "data_step.ndc", 7, 8, version, version < 16 ? 37 : 100, (rows + STEP - 1) / STEP, (b, at,
                    s) -> {
                b.putInt(at, s / 4).putInt(at + 4, s % 4 + 1).put(at + 24, (byte) STATUS[s % 4]);
                b.putLong(at + 25, 1000L * STEP * s).putInt(at + 33, STEP * s + 1);
            });
            if (version == 14) {
                pages(zip, "data_AUX_9_3_1.ndc", 5, 6, version, 4, rows, (b, at, i) -> b.putFloat(at, 20 + i));
            }
        }
    }

    /** Writes one record of a page. */
    private interface Writer {
        void write(ByteBuffer page, int at, int record);
    }

    private static void pages(ZipOutputStream zip, String name, int type, int page, int version, int length, int count,
            Writer writer) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(buffer(PAGE).put(0, (byte) type).put(2, (byte) version).array());
        int slots = 3960 / length;
        for (int first = 0; first < count; first += slots) {
            ByteBuffer b = buffer(PAGE);
            int n = Math.min(slots, count - first);
            b.putShort(0, (short) page).putShort(2, (short) n);
            for (int i = 0; i < n; i++) {
                b.put(4 + i / 8, (byte) (b.get(4 + i / 8) | 1 << i % 8));
                writer.write(b, 132 + i * length, first + i);
            }
            CRC32 crc = new CRC32();
            crc.update(b.array(), 0, PAGE - 4);
            b.putInt(PAGE - 4, (int) crc.getValue());
            zip.write(b.array());
        }
    }

    private static void frames(ZipOutputStream zip, int rows) throws IOException {
        zip.putNextEntry(new ZipEntry("data.ndc"));
        zip.write(buffer(PAGE).put(0, (byte) 1).put(2, (byte) 5).array());
        for (int first = 0; first < rows; first += 45) {
            ByteBuffer page = buffer(PAGE);
            for (int i = first; i < Math.min(rows, first + 45); i++) {
                ByteBuffer b = buffer(87);
                int step = i / STEP % 4;
                b.put(7, (byte) 0x55).putInt(8, i + 1).put(16, (byte) (step + 1)).put(17, (byte) STATUS[step]);
                b.putLong(23, 1000L * (i % STEP)).putInt(31, (int) Math.round(volt(i) * 1e4));
                integers(b, i, 35, 43, 75, 82);
                page.put(125 + 87 * (i - first), b.array());
            }
            zip.write(page.array());
        }
    }
}
