package org.interphase.engine.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.interphase.engine.internal.UnpackBudget;
import org.interphase.engine.recipe.Checksums;

/**
 * A jar held in memory: what is loaded later is what was hashed, whatever happens to the file, and no file is kept
 * open, so that it can be replaced or removed on every platform while the program runs.
 *
 * @param sha256 of the file, hexadecimal
 * @param entries the files in it by their path
 */
record JarContent(String sha256, Map<String, byte[]> entries) {

    /** A larger jar is none of a plug-in. */
    static final long MOST_BYTES = 256L << 20;
    private static final int MOST_ENTRIES = 50_000;

    /**
     * Reads a jar.
     *
     * @throws PluginException if it is no jar, damaged, too large, or changes meanwhile
     * @throws IOException if it cannot be read
     */
    static JarContent read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new PluginException(Files.exists(file) ? "it is no file" : "there is no such file");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new PluginException("it is larger than " + (MOST_BYTES >> 20) + " MB");
        }
        String sha256 = Checksums.ofFile(file);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new PluginException("it holds more than " + MOST_ENTRIES + " files");
            }
            long left = MOST_BYTES;
            for (ZipEntry e : Collections.list(zip.entries())) {
                if (!e.isDirectory()) {
                    byte[] content = content(zip, e, left);
                    left -= content.length;
                    entries.put(e.getName(), content);
                }
            }
        } catch (ZipException e) {
            throw new PluginException("it is no jar, or a damaged one (" + e.getMessage() + ")", e);
        }
        if (!Checksums.ofFile(file).equals(sha256)) {
            throw new PluginException("the file changed while it was being read");
        }
        return new JarContent(sha256, Collections.unmodifiableMap(entries));
    }

    // never more than is left, whatever the entry says of itself
    private static byte[] content(ZipFile zip, ZipEntry entry, long left) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left + 1));
            if (content.length > left) {
                throw new PluginException("unpacked it is larger than " + (MOST_BYTES >> 20) + " MB");
            }
            // stated sizes may lie, but what was packed is no larger than the file
            long packed = Math.min(Math.max(1, entry.getCompressedSize()), Path.of(zip.getName()).toFile().length());
            if (content.length > UnpackBudget.FREE && content.length > UnpackBudget.RATIO * packed) {
                throw new PluginException("'" + entry.getName() + "' unpacks to more than " + UnpackBudget.RATIO
                        + " times its packed size; that is no plug-in");
            }
            return content;
        }
    }
}
