package org.interphase.technique.microscopy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.Source;

/** Writes a tag tree as DM3 or DM4: groups are maps, unnamed entries have names that begin with '#'. */
final class DmTree {

    /** An array of values: type in the tag tree, number of values, their bytes in the file's order. */
    record Values(int code, int count, byte[] bytes) {
    }

    /** An array of structures of two single-precision numbers: complex numbers. */
    record Complex(int count) {
    }

    private final int version;
    private final ByteOrder order;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private DmTree(int version, ByteOrder order) {
        this.version = version;
        this.order = order;
    }

    static Source source(String name, int version, ByteOrder order, Map<String, Object> root) {
        DmTree t = new DmTree(version, order);
        t.whole(version, 4);
        t.word(0);
        t.whole(order == ByteOrder.LITTLE_ENDIAN ? 1 : 0, 4);
        t.group(root);
        return Source.of(name, t.out.toByteArray());
    }

    /** A file with one image. */
    static Map<String, Object> file(Map<String, Object> image) {
        return map("ImageList", map("#0", image));
    }

    /**
     * An image.
     *
     * @param sizes of the dimensions, the fastest first
     * @param calibrations origin, scale and unit of each dimension
     */
    static Map<String, Object> image(String name, int type, Object data, List<Integer> sizes,
            List<List<Object>> calibrations, Map<String, Object> imageTags) {
        Map<String, Object> dimensions = new LinkedHashMap<>();
        Map<String, Object> axes = new LinkedHashMap<>();
        for (int k = 0; k < sizes.size(); k++) {
            dimensions.put("#" + k, sizes.get(k));
            List<Object> c = calibrations.get(k);
            axes.put("#" + k, map("Origin", c.get(0), "Scale", c.get(1), "Units", c.get(2)));
        }
        return map("ImageData", map("Calibrations", map("Dimension", axes), "Data", data, "DataType", type,
                "Dimensions", dimensions), "ImageTags", imageTags, "Name", name);
    }

    /** Single-precision values. */
    static Values floats(ByteOrder order, double... values) {
        ByteBuffer b = ByteBuffer.allocate(4 * values.length).order(order);
        for (double v : values) {
            b.putFloat((float) v);
        }
        return new Values(6, values.length, b.array());
    }

    static Map<String, Object> map(Object... pairs) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            out.put((String) pairs[i], pairs[i + 1]);
        }
        return out;
    }

    private void whole(long v, int bytes) {
        for (int i = bytes - 1; i >= 0; i--) {
            out.write((int) (v >> 8 * i));
        }
    }

    private void word(long v) {
        whole(v, version == 4 ? 8 : 4);
    }

    private void ordered(long v, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (v >> 8 * (order == ByteOrder.LITTLE_ENDIAN ? i : bytes - 1 - i)));
        }
    }

    private void group(Map<String, Object> entries) {
        out.write(1);
        out.write(0);
        word(entries.size());
        entries.forEach((key, value) -> {
            out.write(value instanceof Map ? 20 : 21);
            byte[] name = key.startsWith("#") ? new byte[0] : key.getBytes(StandardCharsets.ISO_8859_1);
            whole(name.length, 2);
            out.writeBytes(name);
            if (version == 4) {
                whole(0, 8);
            }
            if (value instanceof Map<?, ?> m) {
                @SuppressWarnings("unchecked")
                Map<String, Object> child = (Map<String, Object>) m;
                group(child);
            } else {
                data(value);
            }
        });
    }

    private void data(Object value) {
        whole(0x25252525L, 4);
        switch (value) {
            case Integer i -> {
                word(1);
                word(5);
                ordered(i & 0xffffffffL, 4);
            }
            case Double d -> {
                word(1);
                word(7);
                ordered(Double.doubleToLongBits(d), 8);
            }
            case Float f -> {
                word(1);
                word(6);
                ordered(Float.floatToIntBits(f), 4);
            }
            case String s -> {
                word(3);
                word(20);
                word(4);
                word(s.length());
                s.chars().forEach(c -> ordered(c, 2));
            }
            case Values v -> {
                word(3);
                word(20);
                word(v.code());
                word(v.count());
                out.writeBytes(v.bytes());
            }
            case Complex c -> {
                word(9);
                for (long w : new long[] {20, 15, 0, 2, 0, 6, 0, 6, c.count()}) {
                    word(w);
                }
                out.writeBytes(new byte[8 * c.count()]);
            }
            default -> throw new IllegalArgumentException(String.valueOf(value));
        }
    }
}
