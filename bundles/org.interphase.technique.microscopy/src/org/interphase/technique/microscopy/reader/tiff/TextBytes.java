package org.interphase.technique.microscopy.reader.tiff;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text whose encoding nobody told: microscopes write UTF-8, UTF-16 with and without mark, and Latin-1. */
public final class TextBytes {

    private TextBytes() {
    }

    /**
     * Decodes text: UTF-16 by its byte order mark, or where every second byte of the beginning is 0; UTF-8 where the
     * bytes are valid as such; else Latin-1.
     */
    public static String decode(byte[] raw) {
        int n = raw.length;
        if (n > 1 && (raw[0] == -1 && raw[1] == -2 || raw[0] == -2 && raw[1] == -1)) {
            return new String(raw, StandardCharsets.UTF_16);
        }
        Charset wide = wide(raw);
        if (wide != null) {
            return new String(raw, wide);
        }
        int skip = n > 2 && raw[0] == (byte) 0xef && raw[1] == (byte) 0xbb && raw[2] == (byte) 0xbf ? 3 : 0;
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw, skip, n - skip)).toString();
        } catch (CharacterCodingException e) {
            return new String(raw, StandardCharsets.ISO_8859_1);
        }
    }

    private static Charset wide(byte[] raw) {
        int n = Math.min(64, raw.length / 2 * 2);
        int even = 0;
        int odd = 0;
        for (int i = 0; i < n; i += 2) {
            even += raw[i] == 0 ? 1 : 0;
            odd += raw[i + 1] == 0 ? 1 : 0;
        }
        if (n < 8) {
            return null;
        }
        return odd > 0.4 * n && even == 0 ? StandardCharsets.UTF_16LE : even > 0.4 * n && odd == 0
                ? StandardCharsets.UTF_16BE : null;
    }
}
