package org.interphase.testkit.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Packed files taken apart and put together again, so that what is changed inside them gets past checksums and
 * compression to the reader.
 */
public final class ContainerBytes {

    private static final int LARGEST = 16 << 20;

    private ContainerBytes() {
    }

    /** Whether bytes begin as a zip does. */
    public static boolean isZip(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /** Whether bytes begin as gzip does. */
    public static boolean isGzip(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
    }

    /**
     * The files in a zip, in their order.
     *
     * @throws IOException if it is no zip
     */
    public static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
        Map<String, byte[]> out = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                out.put(e.getName(), in.readNBytes(LARGEST));
            }
        }
        return out;
    }

    /** A zip of files in their order; folders and names that occur twice are left out. */
    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> e : files.entrySet()) {
                ZipEntry entry = new ZipEntry(e.getKey());
                entry.setTime(0);
                out.putNextEntry(entry);
                out.write(e.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * What a gzip holds.
     *
     * @throws IOException if it is none
     */
    public static byte[] gunzip(byte[] bytes) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readNBytes(LARGEST);
        }
    }

    /** Bytes as gzip. */
    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    /**
     * Files laid out flat: for each the length of its name in one byte, the name, the length of its content in four
     * bytes (least first), the content. Whatever is done to these bytes, {@link #ofFlat} makes files of them.
     */
    public static byte[] flat(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.forEach((name, content) -> {
            byte[] letters = name.getBytes(StandardCharsets.UTF_8);
            out.write(Math.min(255, letters.length));
            out.write(letters, 0, Math.min(255, letters.length));
            for (int shift = 0; shift < 32; shift += 8) {
                out.write(content.length >>> shift);
            }
            out.writeBytes(content);
        });
        return out.toByteArray();
    }

    /** The files of bytes laid out flat; lengths that point beyond the end mean up to the end. */
    public static Map<String, byte[]> ofFlat(byte[] flat) {
        Map<String, byte[]> out = new LinkedHashMap<>();
        int at = 0;
        while (at < flat.length) {
            int end = Math.min(flat.length, at + 1 + (flat[at] & 0xff));
            String name = new String(flat, at + 1, end - at - 1, StandardCharsets.UTF_8);
            long length = 0;
            for (int i = 0; i < 4 && end + i < flat.length; i++) {
                length |= (flat[end + i] & 0xffL) << 8 * i;
            }
            int from = Math.min(flat.length, end + 4);
            at = (int) Math.min(flat.length, from + length);
            out.putIfAbsent(name, Arrays.copyOfRange(flat, from, at));
        }
        return out;
    }
}
