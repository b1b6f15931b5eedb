package org.interphase.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The first bytes of a file, read once and shown to every reader so that each can say how sure it is.
 *
 * @param name file name
 * @param size file size in bytes
 * @param bytes the first bytes, at most {@link #LENGTH}; not to be written to
 * @param stated what a person says of the file that it does not say itself
 */
public record SourceHead(String name, long size, byte[] bytes, Stated stated) {

    /** How many bytes readers get to see. */
    public static final int LENGTH = 16384;

    /** A head of which nothing is said beyond its content. */
    public SourceHead(String name, long size, byte[] bytes) {
        this(name, size, bytes, Stated.NOTHING);
    }

    /** The head of a source. */
    public static SourceHead of(Source source) throws IOException {
        return new SourceHead(source.name(), source.size(), source.read(0, LENGTH), source.stated());
    }

    /** The bytes as Latin-1 text (every byte one character; UTF-16 files with a byte order mark are decoded). */
    public String text() {
        if (bytes.length > 1 && (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe
                || bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Whether the content looks like text: no NUL byte (unless UTF-16) and few control characters. */
    public boolean isText() {
        String t = text();
        if (t.isEmpty()) {
            return false;
        }
        long odd = t.chars().filter(c -> c < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f').count();
        return odd * 200 <= t.length() && t.indexOf('\0') < 0;
    }

    /** Whether the file name ends in one of these extensions (without dot, any case). */
    public boolean hasExtension(String... extensions) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String e : extensions) {
            if (lower.endsWith("." + e.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the bytes at an offset equal these. */
    public boolean hasBytes(int offset, int... expected) {
        if (offset + expected.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[offset + i] & 0xff) != (expected[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }
}
