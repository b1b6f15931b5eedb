package org.interphase.io;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes workbooks of Excel 97 to 2003 for tests, record by record after [MS-XLS], in a compound file. */
final class Xls {

    private static final int SECTOR = 512;
    private final List<byte[]> sheets = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private ByteArrayOutputStream globals = new ByteArrayOutputStream();
    private ByteArrayOutputStream sheet;

    static ByteBuffer data(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void write(ByteArrayOutputStream out, int type, byte[] data) {
        out.writeBytes(data(4).putShort((short) type).putShort((short) data.length).array());
        out.writeBytes(data);
    }

    /** Adds a record before the list of sheets. */
    Xls global(int type, byte[] data) {
        write(globals, type, data);
        return this;
    }

    /** Begins a sheet. */
    Xls sheet(String name) {
        end();
        sheet = new ByteArrayOutputStream();
        names.add(name);
        return record(0x809, data(16).putShort((short) 0x600).putShort((short) 0x10).array());
    }

    /** Adds a record to the sheet. */
    Xls record(int type, byte[] data) {
        write(sheet, type, data);
        return this;
    }

    Xls number(int row, int column, int style, double v) {
        return record(0x203, data(14).putShort((short) row).putShort((short) column).putShort((short) style)
                .putDouble(v).array());
    }

    Xls rk(int row, int column, int bits) {
        return record(0x27e, data(10).putShort((short) row).putShort((short) column).putShort((short) 0).putInt(bits)
                .array());
    }

    Xls shared(int row, int column, int string) {
        return record(0xfd, data(10).putShort((short) row).putShort((short) column).putShort((short) 0)
                .putInt(string).array());
    }

    /** A formula with the eight bytes of its value. */
    Xls formula(int row, int column, long value) {
        return record(0x6, data(22).putShort((short) row).putShort((short) column).putShort((short) 0).putLong(value)
                .array());
    }

    /** A text of letters of one byte, or of two. */
    static byte[] text(String s, boolean wide) {
        byte[] letters = s.getBytes(wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
        return data(3 + letters.length).putShort((short) s.length()).put((byte) (wide ? 1 : 0)).put(letters).array();
    }

    private void end() {
        if (sheet != null) {
            write(sheet, 0xa, new byte[0]);
            sheets.add(sheet.toByteArray());
            sheet = null;
        }
    }

    /** The stream named Workbook. */
    byte[] stream() {
        end();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, 0x809, data(16).putShort((short) 0x600).putShort((short) 5).array());
        out.writeBytes(globals.toByteArray());
        int at = out.size() + 4;
        for (String n : names) {
            at += 12 + n.length();
        }
        for (int i = 0; i < names.size(); i++) {
            String n = names.get(i);
            boolean hidden = n.startsWith("hidden");
            write(out, 0x85, data(8 + n.length()).putInt(at).put((byte) (hidden ? 1 : 0)).put((byte) 0)
                    .put((byte) n.length()).put((byte) 0).put(n.getBytes(StandardCharsets.ISO_8859_1)).array());
            at += sheets.get(i).length;
        }
        write(out, 0xa, new byte[0]);
        sheets.forEach(out::writeBytes);
        return out.toByteArray();
    }

    byte[] bytes() {
        return compound("Workbook", stream());
    }

    /** A compound file of one stream; below 4096 bytes it lies in small sectors. */
    static byte[] compound(String name, byte[] stream) {
        boolean small = stream.length < 4096;
        int content = (stream.length + SECTOR - 1) / SECTOR;
        int tables = (content + 3 + 127) / 128 + 1;
        int[] table = new int[128 * tables];
        java.util.Arrays.fill(table, -1);
        for (int i = 0; i < tables; i++) {
            table[i] = -3;
        }
        int directory = tables;
        int smallTable = tables + 1;
        int first = tables + 2;
        table[directory] = -2;
        table[smallTable] = -2;
        for (int i = 0; i < content; i++) {
            table[first + i] = i + 1 < content ? first + i + 1 : -2;
        }
        ByteBuffer out = data(SECTOR * (1 + first + content));
        out.putLong(0xe11ab1a1e011cfd0L).position(24);
        out.putShort((short) 0x3e).putShort((short) 3).putShort((short) 0xfffe).putShort((short) 9).putShort((short) 6);
        out.putInt(44, tables).putInt(48, directory).putInt(56, 4096).putInt(60, small ? smallTable : -2).putInt(64,
                small ? 1 : 0).putInt(68, -2);
        for (int i = 0; i < 109; i++) {
            out.putInt(76 + 4 * i, i < tables ? i : -1);
        }
        out.position(SECTOR);
        for (int v : table) {
            out.putInt(v);
        }
        entry(out, SECTOR * (1 + directory), "Root Entry", 5, 1, small ? first : -2, small ? stream.length : 0);
        entry(out, SECTOR * (1 + directory) + 128, name, 2, -1, small ? 0 : first, stream.length);
        int n = (stream.length + 63) / 64;
        for (int i = 0; i < 128; i++) {
            out.putInt(SECTOR * (1 + smallTable) + 4 * i, i + 1 < n ? i + 1 : -2);
        }
        out.position(SECTOR * (1 + first));
        out.put(stream);
        return out.array();
    }

    private static void entry(ByteBuffer out, int at, String name, int type, int child, int start, int size) {
        out.position(at);
        out.put(name.getBytes(StandardCharsets.UTF_16LE));
        out.putShort(at + 64, (short) (2 * name.length() + 2)).put(at + 66, (byte) type).putInt(at + 68, -1)
                .putInt(at + 72, -1).putInt(at + 76, child).putInt(at + 116, start).putInt(at + 120, size);
    }
}
