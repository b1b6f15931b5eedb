package org.interphase.engine.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.api.Stated;

/** The files in a zip archive on disk. Nothing is written anywhere; a file is unpacked when it is asked for. */
public final class ZipContent implements AutoCloseable {

    private final String archive;
    private final ZipFile zip;
    private final UnpackBudget budget;
    private final Stated stated;

    private ZipContent(String archive, ZipFile zip, UnpackBudget budget, Stated stated) {
        this.archive = archive;
        this.zip = zip;
        this.budget = budget;
        this.stated = stated;
    }

    /**
     * Opens an archive.
     *
     * @param stated what is said of every file in it
     * @throws DatasetFormatException if it is damaged, encrypted or holds too many files
     */
    public static ZipContent open(Path file, UnpackBudget budget, Stated stated) throws IOException {
        String name = file.getFileName().toString();
        ZipFile zip = zip(file, name);
        if (zip.size() > UnpackBudget.MOST_FILES) {
            int size = zip.size();
            zip.close();
            throw new DatasetFormatException(name, "", "the archive holds " + size + " files, more than the "
                    + UnpackBudget.MOST_FILES + " that are read from one");
        }
        return new ZipContent(name, zip, budget, stated);
    }

    private static ZipFile zip(Path file, String name) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            try {
                // names of old archives are in the code page of the machine that packed them
                return new ZipFile(file.toFile(), Charset.isSupported("IBM437") ? Charset.forName("IBM437")
                        : StandardCharsets.ISO_8859_1);
            } catch (ZipException again) {
                throw new DatasetFormatException(name, "", "the zip archive is damaged, cut short or encrypted ("
                        + e.getMessage() + ")", e);
            }
        }
    }

    /** Names of all entries, folders too, in their order. */
    public List<String> names() {
        return Collections.list(zip.entries()).stream().map(ZipEntry::getName).toList();
    }

    /** Names of the files that may be data: no folders, hidden files, or documents of a project. */
    public List<String> files() {
        List<String> out = new ArrayList<>();
        for (String n : names()) {
            String base = n.substring(n.lastIndexOf('/') + 1);
            String lower = base.toLowerCase(Locale.ROOT);
            boolean noise = base.isEmpty() || base.startsWith(".") || n.startsWith("__MACOSX/") || n.contains("/.")
                    || lower.equals("thumbs.db") || lower.equals("desktop.ini") || lower.endsWith(".yaml")
                    || lower.endsWith(".yml");
            if (!noise) {
                out.add(n);
            }
        }
        Collections.sort(out);
        return out;
    }

    /**
     * A file of the archive, whose siblings are the files in its folder.
     *
     * @throws DatasetFormatException if it cannot be unpacked
     */
    public Source source(String entry) throws IOException {
        ZipEntry e = zip.getEntry(entry);
        String folder = entry.substring(0, entry.lastIndexOf('/') + 1);
        String base = entry.substring(folder.length());
        try (InputStream in = zip.getInputStream(e)) {
            // the stream cannot give more packed bytes than the file on disk has
            long packed = Math.min(Math.max(1, e.getCompressedSize()), Path.of(zip.getName()).toFile().length());
            byte[] content = budget.unpack(base, in, packed);
            return Source.of(base, content, other -> sibling(folder, other)).stating(stated);
        } catch (ZipException damaged) {
            throw new DatasetFormatException(base, "", "it cannot be unpacked from " + archive + " ("
                    + damaged.getMessage() + ")", damaged);
        }
    }

    private Optional<Source> sibling(String folder, String name) {
        if (name.contains("/") || zip.getEntry(folder + name) == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(source(folder + name));
        } catch (IOException e) {
            // a side-car that cannot be unpacked is as one that is not there
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
