package org.interphase.testkit.synthetic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes small Parquet files for tests, from the format's specification (parquet-format 2.10): one row group, one page
 * a column, plain encoding, all columns optional.
 */
public final class ParquetFileBytes {

    private static final int INT64 = 2;
    private static final int FLOAT = 4;
    private static final int DOUBLE = 5;
    private static final int BYTE_ARRAY = 6;
    private static final int UTF8 = 0;
    private static final int TIMESTAMP_MILLIS = 9;
    private static final int NONE = -1;
    private static final int RLE = 3;

    private record Stored(String name, int type, int converted, int rows, byte[] levels, byte[] values) {
    }

    private final List<Stored> columns = new ArrayList<>();
    private boolean gzip;

    /** Compresses pages by gzip. */
    public ParquetFileBytes gzip() {
        gzip = true;
        return this;
    }

    /** Adds a column of numbers in double precision; NaN is a missing value. */
    public ParquetFileBytes doubles(String name, double... values) {
        ByteBuffer b = buffer(8 * values.length);
        boolean[] there = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            there[i] = !Double.isNaN(values[i]);
            if (there[i]) {
                b.putDouble(values[i]);
            }
        }
        return add(name, DOUBLE, NONE, there, b);
    }

    /** Adds a column of numbers in single precision. */
    public ParquetFileBytes floats(String name, float... values) {
        ByteBuffer b = buffer(4 * values.length);
        for (float v : values) {
            b.putFloat(v);
        }
        return add(name, FLOAT, NONE, all(values.length), b);
    }

    /** Adds a column of whole numbers. */
    public ParquetFileBytes longs(String name, long... values) {
        return longs(name, NONE, values);
    }

    /** Adds a column of moments in milliseconds since 1970-01-01 UTC. */
    public ParquetFileBytes moments(String name, long... milliseconds) {
        return longs(name, TIMESTAMP_MILLIS, milliseconds);
    }

    private ParquetFileBytes longs(String name, int converted, long... values) {
        ByteBuffer b = buffer(8 * values.length);
        for (long v : values) {
            b.putLong(v);
        }
        return add(name, INT64, converted, all(values.length), b);
    }

    /** Adds a column of words; null is a missing value. */
    public ParquetFileBytes words(String name, String... values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean[] there = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            there[i] = values[i] != null;
            if (there[i]) {
                byte[] word = values[i].getBytes(StandardCharsets.UTF_8);
                out.writeBytes(buffer(4).putInt(word.length).array());
                out.writeBytes(word);
            }
        }
        byte[] all = out.toByteArray();
        return add(name, BYTE_ARRAY, UTF8, there, buffer(all.length).put(all));
    }

    private static boolean[] all(int n) {
        boolean[] out = new boolean[n];
        Arrays.fill(out, true);
        return out;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private ParquetFileBytes add(String name, int type, int converted, boolean[] there, ByteBuffer values) {
        // one run of bits, eight rows a byte
        int groups = (there.length + 7) / 8;
        ByteArrayOutputStream bits = new ByteArrayOutputStream();
        variable(bits, groups << 1 | 1);
        for (int g = 0; g < groups; g++) {
            int b = 0;
            for (int k = 0; k < 8 && 8 * g + k < there.length; k++) {
                b |= there[8 * g + k] ? 1 << k : 0;
            }
            bits.write(b);
        }
        ByteArrayOutputStream levels = new ByteArrayOutputStream();
        levels.writeBytes(buffer(4).putInt(bits.size()).array());
        levels.writeBytes(bits.toByteArray());
        columns.add(new Stored(name, type, converted, there.length, levels.toByteArray(), Arrays.copyOf(values.array(),
                values.position())));
        return this;
    }

    /** The file. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
        Compact groups = new Compact();
        Compact chunks = new Compact();
        long total = 0;
        for (Stored c : columns) {
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            page.writeBytes(c.levels);
            page.writeBytes(c.values);
            byte[] stored = gzip ? compressed(page.toByteArray()) : page.toByteArray();
            int at = out.size();
            Compact header = new Compact().number(1, 5, 0).number(2, 5, page.size()).number(3, 5, stored.length);
            header.struct(5, new Compact().number(1, 5, c.rows).number(2, 5, 0).number(3, 5, RLE).number(4, 5, RLE));
            out.writeBytes(header.end());
            int head = out.size() - at;
            out.writeBytes(stored);
            total += head + page.size();
            Compact meta = new Compact().number(1, 5, c.type).list(2, 5, new byte[][] {zigzag(0), zigzag(RLE)});
            meta.list(3, 8, new byte[][] {text(c.name)}).number(4, 5, gzip ? 2 : 0).number(5, 6, c.rows);
            meta.number(6, 6, (long) head + page.size()).number(7, 6, (long) head + stored.length).number(9, 6, at);
            chunks.item(new Compact().number(2, 6, at).struct(3, meta).end());
        }
        long rows = columns.isEmpty() ? 0 : columns.get(0).rows;
        groups.item(new Compact().list(1, 12, chunks.items()).number(2, 6, total).number(3, 6, rows).end());
        Compact schema = new Compact();
        schema.item(new Compact().string(4, "schema").number(5, 5, columns.size()).end());
        for (Stored c : columns) {
            Compact e = new Compact().number(1, 5, c.type).number(3, 5, 1).string(4, c.name);
            schema.item((c.converted == NONE ? e : e.number(6, 5, c.converted)).end());
        }
        byte[] footer = new Compact().number(1, 5, 1).list(2, 12, schema.items()).number(3, 6, rows)
                .list(4, 12, groups.items()).string(6, "interphase test kit").end();
        out.writeBytes(footer);
        out.writeBytes(buffer(4).putInt(footer.length).array());
        out.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static byte[] compressed(byte[] raw) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(raw);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void variable(ByteArrayOutputStream out, long value) {
        long v = value;
        while ((v & ~0x7fL) != 0) {
            out.write((int) (v & 0x7f | 0x80));
            v >>>= 7;
        }
        out.write((int) v);
    }

    private static byte[] zigzag(long v) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        variable(out, v << 1 ^ v >> 63);
        return out.toByteArray();
    }

    private static byte[] text(String s) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] b = s.getBytes(StandardCharsets.UTF_8);
        variable(out, b.length);
        out.writeBytes(b);
        return out.toByteArray();
    }

    /** A structure in Thrift's compact protocol. */
    private static final class Compact {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final List<byte[]> items = new ArrayList<>();
        private int last;

        private void field(int id, int type) {
            out.write(id - last << 4 | type);
            last = id;
        }

        Compact number(int id, int type, long v) {
            field(id, type);
            out.writeBytes(zigzag(v));
            return this;
        }

        Compact string(int id, String s) {
            field(id, 8);
            out.writeBytes(text(s));
            return this;
        }

        Compact struct(int id, Compact inner) {
            field(id, 12);
            out.writeBytes(inner.end());
            return this;
        }

        Compact list(int id, int type, byte[][] elements) {
            field(id, 9);
            if (elements.length < 15) {
                out.write(elements.length << 4 | type);
            } else {
                out.write(0xf0 | type);
                variable(out, elements.length);
            }
            for (byte[] e : elements) {
                out.writeBytes(e);
            }
            return this;
        }

        void item(byte[] bytes) {
            items.add(bytes);
        }

        byte[][] items() {
            return items.toArray(byte[][]::new);
        }

        byte[] end() {
            out.write(0);
            return out.toByteArray();
        }
    }
}
