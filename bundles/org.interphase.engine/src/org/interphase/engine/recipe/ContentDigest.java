package org.interphase.engine.recipe;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * SHA-256 over everything a value holds, to the last bit of every number: two datasets or outcomes with one digest
 * are the same, and a digest that changed tells that somebody wrote into a value that must not change. Objects are
 * walked by their fields; text, numbers, enums, lists, maps, sets and optionals by their content.
 */
public final class ContentDigest {

    private final MessageDigest digest = Checksums.sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 13);
    private final Map<Object, Boolean> open = new IdentityHashMap<>();

    private ContentDigest() {
    }

    /**
     * Digest of a value as lower-case hexadecimal digits.
     *
     * @throws IllegalArgumentException if the value refers to itself, or to something that has no content (a thread,
     *     a stream)
     */
    public static String of(Object value) {
        ContentDigest d = new ContentDigest();
        d.add(value);
        d.flush();
        return HexFormat.of().formatHex(d.digest.digest());
    }

    private void flush() {
        digest.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private void room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void putInt(int v) {
        room(4);
        buffer.putInt(v);
    }

    private void putLong(long v) {
        room(8);
        buffer.putLong(v);
    }

    private void putText(String s) {
        byte[] bytes = s.getBytes(StandardCharsets.UTF_8);
        putInt(bytes.length);
        flush();
        digest.update(bytes);
    }

    private void add(Object value) {
        switch (value) {
            case null -> putInt(0);
            case String s -> {
                putInt(1);
                putText(s);
            }
            case Double d -> {
                putInt(2);
                putLong(Double.doubleToRawLongBits(d));
            }
            case Float f -> {
                putInt(3);
                putInt(Float.floatToRawIntBits(f));
            }
            case Long l -> {
                putInt(4);
                putLong(l);
            }
            case Integer i -> {
                putInt(5);
                putInt(i);
            }
            case Short s -> {
                putInt(6);
                putInt(s);
            }
            case Byte b -> {
                putInt(7);
                putInt(b);
            }
            case Character c -> {
                putInt(8);
                putInt(c);
            }
            case Boolean b -> putInt(b ? 9 : 10);
            case Enum<?> e -> {
                putText(e.getDeclaringClass().getName());
                putText(e.name());
            }
            case Class<?> c -> putText(c.getName());
            default -> addNested(value);
        }
    }

    private void addNested(Object value) {
        if (open.put(value, true) != null) {
            throw new IllegalArgumentException("a " + value.getClass().getName() + " refers to itself");
        }
        switch (value) {
            case Optional<?> o -> {
                putInt(20);
                add(o.orElse(null));
            }
            case List<?> l -> {
                putInt(21);
                putInt(l.size());
                l.forEach(this::add);
            }
            case Set<?> s -> {
                putInt(22);
                s.stream().map(ContentDigest::of).sorted().forEach(this::putText);
            }
            case Map<?, ?> m -> {
                putInt(23);
                putInt(m.size());
                m.forEach((k, v) -> {
                    add(k);
                    add(v);
                });
            }
            default -> {
                if (value.getClass().isArray()) {
                    addArray(value);
                } else {
                    addFields(value);
                }
            }
        }
        open.remove(value);
    }

    private void addArray(Object array) {
        putText(array.getClass().getName());
        switch (array) {
            case double[] a -> {
                putInt(a.length);
                for (double v : a) {
                    putLong(Double.doubleToRawLongBits(v));
                }
            }
            case float[] a -> {
                putInt(a.length);
                for (float v : a) {
                    putInt(Float.floatToRawIntBits(v));
                }
            }
            case byte[] a -> {
                putInt(a.length);
                flush();
                digest.update(a);
            }
            case short[] a -> {
                putInt(a.length);
                for (short v : a) {
                    putInt(v);
                }
            }
            case int[] a -> {
                putInt(a.length);
                for (int v : a) {
                    putInt(v);
                }
            }
            case long[] a -> {
                putInt(a.length);
                for (long v : a) {
                    putLong(v);
                }
            }
            case boolean[] a -> {
                putInt(a.length);
                for (boolean v : a) {
                    putInt(v ? 1 : 0);
                }
            }
            case char[] a -> putText(new String(a));
            case Object[] a -> {
                putInt(a.length);
                Arrays.stream(a).forEach(this::add);
            }
            default -> throw new IllegalArgumentException("no content in a " + array.getClass().getName());
        }
    }

    private void addFields(Object value) {
        Class<?> type = value.getClass();
        putText(type.getName());
        if (value instanceof org.interphase.model.unit.Unit unit) {
            // a unit keeps what it built lazily beside its text
            putText(unit.text());
            return;
        }
        if (type.getName().startsWith("java.")) {
            putText(Objects.toString(value));
            return;
        }
        for (Field field : fields(type)) {
            try {
                field.setAccessible(true);
                add(field.get(value));
            } catch (IllegalAccessException | InaccessibleObjectException e) {
                throw new IllegalArgumentException("cannot look into a " + type.getName(), e);
            }
        }
    }

    private static List<Field> fields(Class<?> type) {
        List<Field> all = new ArrayList<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            Arrays.stream(c.getDeclaredFields())
                    .filter(f -> !Modifier.isStatic(f.getModifiers()) && !Modifier.isTransient(f.getModifiers()))
                    .sorted(Comparator.comparing(Field::getName)).forEach(all::add);
        }
        return all;
    }
}
