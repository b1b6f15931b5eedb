package org.interphase.technique.microscopy.reader;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.interphase.api.Source;
import org.interphase.model.Metadata;
import org.interphase.technique.microscopy.reader.tiff.TextBytes;

/**
 * Text and print resolution that a PNG or JPEG file carries beside its picture: PNG's tEXt, zTXt, iTXt and pHYs chunks
 * (PNG specification, third edition, section 11.3), JPEG's comments and JFIF density. The resolution is that of a print
 * or screen and tells nothing about the specimen.
 *
 * @param texts by keyword
 * @param resolution for example "300 per inch", or empty
 */
record PictureText(Map<String, String> texts, String resolution) {

    private static final int MOST_CHUNKS = 4096;
    private static final int MOST_TEXTS = 64;
    private static final int LONGEST = 1 << 20;
    private static final int SHOWN = 200;

    static PictureText of(Source source, String format) throws IOException {
        return switch (format) {
            case "png" -> png(source);
            case "jpeg" -> jpeg(source);
            default -> new PictureText(Map.of(), "");
        };
    }

    /** The texts as metadata, long ones shortened. */
    Metadata metadata() {
        Metadata m = Metadata.EMPTY;
        for (Map.Entry<String, String> e : texts.entrySet()) {
            String t = e.getValue().strip();
            m = m.with(e.getKey(), t.length() > SHOWN ? t.substring(0, SHOWN) + " ..." : t);
        }
        return m;
    }

    private static PictureText png(Source source) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        String resolution = "";
        long at = 8;
        for (int n = 0; n < MOST_CHUNKS; n++) {
            byte[] head = source.read(at, 8);
            if (head.length < 8) {
                break;
            }
            long length = number(head, 0, 4);
            String type = new String(head, 4, 4, StandardCharsets.ISO_8859_1);
            if (type.equals("IEND") || length > Integer.MAX_VALUE) {
                break;
            }
            if (type.equals("pHYs") && length == 9) {
                byte[] b = source.read(at + 8, 9);
                if (b.length == 9 && b[8] == 1) {
                    resolution = String.format(Locale.ROOT, "%.4g per cm", number(b, 0, 4) / 100.0);
                }
            } else if ((type.equals("tEXt") || type.equals("zTXt") || type.equals("iTXt")) && length <= LONGEST
                    && texts.size() < MOST_TEXTS) {
                text(type, source.read(at + 8, (int) length), texts);
            }
            at += 12 + length;
        }
        return new PictureText(texts, resolution);
    }

    private static void text(String type, byte[] b, Map<String, String> out) {
        int end = zero(b, 0);
        if (end >= b.length || end == 0) {
            return;
        }
        String key = new String(b, 0, end, StandardCharsets.ISO_8859_1);
        byte[] value;
        boolean packed = type.equals("zTXt");
        int from = end + (packed ? 2 : 1);
        Charset charset = StandardCharsets.ISO_8859_1;
        if (type.equals("iTXt")) {
            packed = end + 1 < b.length && b[end + 1] == 1;
            // compression flag and method, then language and translated keyword, each with a zero behind
            from = zero(b, Math.min(b.length, zero(b, Math.min(b.length, end + 3)) + 1)) + 1;
            charset = StandardCharsets.UTF_8;
        }
        if (from > b.length) {
            return;
        }
        value = Arrays.copyOfRange(b, from, b.length);
        out.putIfAbsent(key, new String(packed ? inflate(value) : value, charset));
    }

    private static int zero(byte[] b, int from) {
        int i = from;
        while (i < b.length && b[i] != 0) {
            i++;
        }
        return i;
    }

    private static byte[] inflate(byte[] packed) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] out = new byte[LONGEST];
            return Arrays.copyOf(out, inflater.inflate(out));
        } catch (DataFormatException e) {
            // a damaged text is no reason to refuse the picture
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    private static PictureText jpeg(Source source) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        String resolution = "";
        long at = 2;
        for (int n = 0; n < MOST_CHUNKS; n++) {
            byte[] head = source.read(at, 4);
            // a scan begins, or this is no marker
            if (head.length < 4 || head[0] != -1 || (head[1] & 0xff) == 0xda || (head[1] & 0xff) == 0xd9) {
                break;
            }
            int marker = head[1] & 0xff;
            int length = (int) number(head, 2, 2);
            if (length < 2) {
                break;
            }
            byte[] b = source.read(at + 4, length - 2);
            if (marker == 0xe0 && b.length >= 12 && b[0] == 'J' && b[1] == 'F' && b[2] == 'I' && b[3] == 'F'
                    && (b[7] == 1 || b[7] == 2)) {
                resolution = number(b, 8, 2) + (b[7] == 1 ? " per inch" : " per cm");
            } else if (marker == 0xfe && texts.size() < MOST_TEXTS) {
                texts.put(texts.isEmpty() ? "comment" : "comment " + (texts.size() + 1), TextBytes.decode(b));
            }
            at += 2 + length;
        }
        return new PictureText(texts, resolution);
    }

    private static long number(byte[] b, int at, int bytes) {
        long v = 0;
        for (int i = 0; i < bytes; i++) {
            v = v << 8 | b[at + i] & 0xff;
        }
        return v;
    }
}
