package org.interphase.testkit.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes almost valid files of valid ones: counts, offsets and numbers of another size, parts that are missing, doubled
 * or in another place, ends cut off. Inside packed files it is the content that is changed. The same seed makes the
 * same files.
 */
public final class FileMutator {

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+([.,]\\d+)?([eE][-+]?\\d+)?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9-]*");
    private static final List<String> NUMBERS = List.of("0", "-1", "1", "2147483647", "-2147483648", "4294967296",
            "9223372036854775807", "99999999999999999999", "1e308", "-1e308", "1e999", "1e-320", "NaN", "inf",
            "Infinity", "-0", "", "1e", "1.2.3", "0x10", "12a", "1,5", "\u0661", "1e-9", "65536", "1000000000");
    private static final List<String> PIECES = List.of("\n", "\r\n", "\t", ",", ";", "\"", "'", "\0", "\ufeff", "=",
            ":", "<", ">", "&amp;", "[", "]", "{", "}", "#", "  ", "\u00b5", "--", "\u2212", "(", ")", "%s", "\\");
    private static final long[] WHOLE = {0, 1, -1, 2, 7, 127, 128, 255, 256, 32767, 32768, 65535, 65536, 1 << 20,
        1 << 24, Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE};
    private static final double[] REAL = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, -0.0,
        1e308, -1e308, 1e-310, -1, 1e20};

    private final Random random;

    /** A mutator that always makes the same files of the same. */
    public FileMutator(long seed) {
        this.random = new Random(seed);
    }

    /** Another file made of a valid one, which is left as it is. */
    public byte[] mutate(byte[] valid) {
        try {
            if (ContainerBytes.isZip(valid) && random.nextInt(8) > 0) {
                return ofZip(valid);
            }
            if (ContainerBytes.isGzip(valid) && random.nextInt(8) > 0) {
                return ContainerBytes.gzip(mutate(ContainerBytes.gunzip(valid)));
            }
        } catch (IOException e) {
            // not what it seemed to be: its bytes are changed as they are
        }
        byte[] out = valid.clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            out = isText(out) && random.nextInt(5) > 0 ? text(out) : binary(out);
        }
        return out;
    }

    private byte[] ofZip(byte[] valid) throws IOException {
        Map<String, byte[]> files = ContainerBytes.unzip(valid);
        if (files.isEmpty()) {
            return binary(valid);
        }
        String name = new ArrayList<>(files.keySet()).get(random.nextInt(files.size()));
        switch (random.nextInt(12)) {
            case 0 -> files.remove(name);
            case 1 -> files.put(new String(text(name.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8),
                    files.remove(name));
            default -> files.put(name, mutate(files.get(name)));
        }
        return ContainerBytes.zip(files);
    }

    private static boolean isText(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, 4096); i++) {
            if (bytes[i] >= 0 && bytes[i] < 9) {
                return false;
            }
        }
        return bytes.length > 0;
    }

    private byte[] text(byte[] bytes) {
        String t = new String(bytes, StandardCharsets.ISO_8859_1);
        String out = switch (random.nextInt(9)) {
            case 0, 1, 2 -> replaced(t, NUMBER, pick(NUMBERS));
            case 3 -> replaced(t, WORD, random.nextBoolean() ? "" : pick(PIECES));
            case 4 -> replaced(t, WORD, piece(t, WORD));
            case 5 -> inserted(t, pick(PIECES));
            case 6 -> lines(t);
            case 7 -> replaced(t, NUMBER, piece(t, NUMBER));
            default -> everywhere(t);
        };
        return out.getBytes(StandardCharsets.ISO_8859_1);
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** One of the matches, rather one of the first as headings stand there. */
    private MatchResult match(String t, Pattern pattern) {
        int from = t.isEmpty() || random.nextInt(3) == 0 ? 0
                : random.nextInt(random.nextBoolean() ? Math.min(t.length(), 1000) : t.length());
        return pattern.matcher(t.substring(from)).results().skip(random.nextInt(4)).findFirst()
                .map(m -> pattern.matcher(t).results().skip(0).filter(n -> n.start() >= from + m.start()).findFirst()
                        .orElse(null)).orElse(null);
    }

    private String replaced(String t, Pattern pattern, String by) {
        MatchResult m = match(t, pattern);
        return m == null ? inserted(t, by) : t.substring(0, m.start()) + by + t.substring(m.end());
    }

    private String piece(String t, Pattern pattern) {
        MatchResult m = match(t, pattern);
        return m == null ? "" : m.group();
    }

    private String inserted(String t, String what) {
        int at = random.nextInt(t.length() + 1);
        return t.substring(0, at) + what.repeat(random.nextInt(20) == 0 ? 500 : 1) + t.substring(at);
    }

    private String lines(String t) {
        List<String> lines = new ArrayList<>(List.of(t.split("(?<=\n)")));
        int a = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(a);
            case 1 -> lines.add(random.nextInt(lines.size()), lines.get(a));
            case 2 -> lines.subList(a, Math.min(lines.size(), a + 1 + random.nextInt(lines.size()))).clear();
            default -> java.util.Collections.swap(lines, a, random.nextInt(lines.size()));
        }
        return String.join("", lines);
    }

    private String everywhere(String t) {
        return switch (random.nextInt(7)) {
            case 0 -> t.replace('.', ',');
            case 1 -> t.replace(',', random.nextBoolean() ? ';' : '\t');
            case 2 -> t.replace("\r", "").replace("\n", "\r\n");
            case 3 -> t.replaceAll("[0-9]", "9");
            case 4 -> t.toUpperCase(java.util.Locale.ROOT);
            case 5 -> NUMBER.matcher(t).replaceAll("0");
            default -> t.replace('-', '+');
        };
    }

    private byte[] binary(byte[] bytes) {
        int n = bytes.length;
        if (n < 2) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        // headings stand at the beginning
        int at = random.nextInt(random.nextBoolean() ? Math.min(n, 512) : n);
        int length = Math.min(n - at, 1 + random.nextInt(random.nextBoolean() ? 16 : n));
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> {
                return field(bytes, at);
            }
            case 3 -> {
                byte[] out = bytes.clone();
                out[at] = (byte) random.nextInt(256);
                return out;
            }
            case 4 -> {
                byte[] out = bytes.clone();
                out[at] ^= (byte) (1 << random.nextInt(8));
                return out;
            }
            case 5 -> {
                return spliced(bytes, at, at + length, new byte[0]);
            }
            case 6 -> {
                return spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
            }
            case 7 -> {
                byte[] out = bytes.clone();
                int to = random.nextInt(n);
                System.arraycopy(bytes, at, out, to, Math.min(length, n - to));
                return out;
            }
            case 8 -> {
                return Arrays.copyOf(bytes, at);
            }
            default -> {
                byte[] out = bytes.clone();
                Arrays.fill(out, at, at + length, (byte) (random.nextBoolean() ? 0 : 0xff));
                return out;
            }
        }
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] by) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(by);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    /** Another whole or real number at a place, in either order of bytes. */
    private byte[] field(byte[] bytes, int place) {
        byte[] out = bytes.clone();
        int size = 1 << random.nextInt(4);
        int at = size <= 4 && random.nextInt(4) > 0 ? place / size * size : place;
        if (at + size > out.length) {
            return out;
        }
        ByteBuffer b = ByteBuffer.wrap(out).order(random.nextInt(4) == 0 ? ByteOrder.BIG_ENDIAN
                : ByteOrder.LITTLE_ENDIAN);
        long v = WHOLE[random.nextInt(WHOLE.length)];
        if (random.nextInt(3) == 0) {
            v = random.nextInt(65) - 32L + switch (size) {
                case 1 -> b.get(at);
                case 2 -> b.getShort(at);
                case 4 -> b.getInt(at);
                default -> b.getLong(at);
            };
        }
        boolean real = random.nextInt(4) == 0;
        double r = REAL[random.nextInt(REAL.length)];
        switch (size) {
            case 1 -> b.put(at, (byte) v);
            case 2 -> b.putShort(at, (short) v);
            case 4 -> b.putInt(at, real ? Float.floatToIntBits((float) r) : (int) v);
            default -> b.putLong(at, real ? Double.doubleToLongBits(r) : v);
        }
        return out;
    }
}
