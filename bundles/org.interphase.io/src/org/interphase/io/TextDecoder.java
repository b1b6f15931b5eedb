package org.interphase.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.interphase.api.DatasetFormatException;

/**
 * Finds out how the bytes of a text file are encoded: a byte order mark decides; else NUL bytes in every second place
 * mean UTF-16; else valid UTF-8 is UTF-8; else windows-1252 (the superset of Latin-1 that instrument software writes).
 */
public final class TextDecoder {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private TextDecoder() {
    }

    /**
     * The text without byte order mark.
     *
     * @param file name for the error message
     * @param bytes whole content, or its beginning (a character cut at the end does not matter)
     * @throws DatasetFormatException if the bytes are no text, naming the first byte that is not
     */
    public static String decode(String file, byte[] bytes) throws DatasetFormatException {
        String text = decodeBytes(bytes);
        int odd = 0;
        int first = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1a || c == 0x7f) {
                odd++;
                first = first < 0 ? i : first;
                if (c == 0 || odd > 10 + text.length() / 200) {
                    throw new DatasetFormatException(file, "character " + first,
                            "this is binary data, not text (control character " + (int) text.charAt(first) + ")");
                }
            }
        }
        return text;
    }

    private static String decodeBytes(byte[] b) {
        if (b.length >= 3 && (b[0] & 0xff) == 0xef && (b[1] & 0xff) == 0xbb && (b[2] & 0xff) == 0xbf) {
            return new String(b, 3, b.length - 3, StandardCharsets.UTF_8);
        }
        if (b.length >= 2 && (b[0] & 0xff) == 0xff && (b[1] & 0xff) == 0xfe) {
            return new String(b, 2, b.length - 2, StandardCharsets.UTF_16LE);
        }
        if (b.length >= 2 && (b[0] & 0xff) == 0xfe && (b[1] & 0xff) == 0xff) {
            return new String(b, 2, b.length - 2, StandardCharsets.UTF_16BE);
        }
        int even = 0;
        int odd = 0;
        int n = Math.min(b.length, 4096);
        for (int i = 0; i < n; i++) {
            if (b[i] == 0) {
                if ((i & 1) == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (n >= 8 && odd > n * 0.4 && even == 0) {
            return new String(b, StandardCharsets.UTF_16LE);
        }
        if (n >= 8 && even > n * 0.4 && odd == 0) {
            return new String(b, StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(b)).toString();
        } catch (CharacterCodingException e) {
            return new String(b, WINDOWS);
        }
    }
}
