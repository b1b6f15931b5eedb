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
 * @param source the file itself, for readers of archives, whose headings lie behind the first bytes; to be looked at
 *     with care, as every file is shown to every reader
 * @param notes what readers have found out about it
 */
public record SourceHead(String name, long size, byte[] bytes, Stated stated, Source source, HeadNotes notes) {

    /** How many bytes readers get to see. */
    public static final int LENGTH = 16384;

    /** A head about which nothing has been found out. */
    public SourceHead(String name, long size, byte[] bytes, Stated stated, Source source) {
        this(name, size, bytes, stated, source, new HeadNotes());
    }

    /** A head of which nothing is said beyond its content. */
    public SourceHead(String name, long size, byte[] bytes) {
        this(name, size, bytes, Stated.NOTHING, Source.of(name, bytes));
    }

    /** The head of a source. */
    public static SourceHead of(Source source) throws IOException {
        return new SourceHead(source.name(), source.size(), source.read(0, LENGTH), source.stated(), source);
    }

    /**
     * The bytes as text: UTF-16 and UTF-8 (with or without byte order mark, which is left out) where they are that,
     * else every byte one character (Latin-1).
     */
    public String text() {
        if (hasBytes(0, 0xff, 0xfe) || hasBytes(0, 0xfe, 0xff)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        if (hasBytes(0, 0xef, 0xbb, 0xbf)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        int zeros = zeros(0);
        int others = zeros(1);
        if (bytes.length >= 8 && Math.max(zeros, others) > bytes.length * 0.4 && Math.min(zeros, others) == 0) {
            return new String(bytes, zeros > others ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        return new String(bytes, isUtf8() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    private int zeros(int from) {
        int n = 0;
        for (int i = from; i < bytes.length; i += 2) {
            n += bytes[i] == 0 ? 1 : 0;
        }
        return n;
    }

    /** Whether the bytes are UTF-8 up to a character cut at the end, and more than ASCII. */
    private boolean isUtf8() {
        boolean more = false;
        for (int i = 0; i < bytes.length;) {
            int b = bytes[i] & 0xff;
            int follow = b < 0x80 ? 0 : b >= 0xc2 && b < 0xe0 ? 1 : b >= 0xe0 && b < 0xf0 ? 2
                    : b >= 0xf0 && b < 0xf5 ? 3 : -1;
            if (follow < 0) {
                return false;
            }
            for (int k = 1; k <= follow && i + k < bytes.length; k++) {
                if ((bytes[i + k] & 0xc0) != 0x80) {
                    return false;
                }
            }
            more |= follow > 0;
            i += 1 + follow;
        }
        return more;
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
