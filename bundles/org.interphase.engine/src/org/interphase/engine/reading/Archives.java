package org.interphase.engine.reading;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.engine.internal.Signatures;
import org.interphase.engine.internal.UnpackBudget;
import org.interphase.engine.internal.ZipContent;
import org.interphase.model.Dataset;
import org.interphase.model.Remark;

/**
 * Files in archives. gzip holds one file, which is read as if it lay there; of a zip every file that can be read is
 * read, and the others are named in a remark. A zip that is a format of its own (a workbook, an .ndax) is no archive.
 */
final class Archives {

    private static final int LISTED = 10;

    private final PlainReading reading;

    /** Reads what is no archive. */
    @FunctionalInterface
    interface PlainReading {
        /** What a file holds; empty where no reader knows it. */
        Optional<DatasetLoader.Content> read(Source source, String shown, Progress progress) throws IOException;
    }

    Archives(PlainReading reading) {
        this.reading = reading;
    }

    /**
     * What a file holds, be it an archive or not.
     *
     * @throws DatasetFormatException if nothing can be read; names what was seen
     */
    DatasetLoader.Content read(Source source, Progress progress) throws IOException {
        UnpackBudget budget = new UnpackBudget();
        Optional<DatasetLoader.Content> plain = single(source, source.name(), budget, progress);
        if (plain.isPresent()) {
            return plain.get();
        }
        SourceHead head = SourceHead.of(source);
        if (!isPlainZip(source, head)) {
            throw unknown(source, head);
        }
        try (ZipContent zip = ZipContent.open(source.path().orElseThrow(), budget, source.stated())) {
            return all(source.name(), zip, budget, progress);
        }
    }

    /** Whether a file is a zip that is nothing but files in an archive. */
    static boolean isPlainZip(Source source, SourceHead head) throws IOException {
        return Signatures.isZip(head) && source.path().isPresent() && zipFormat(source).isEmpty();
    }

    private static Optional<String> zipFormat(Source source) throws IOException {
        try (ZipContent zip = ZipContent.open(source.path().orElseThrow(), new UnpackBudget(), Stated.NOTHING)) {
            return Signatures.zipFormat(source.name(), zip.names());
        }
    }

    private static DatasetFormatException unknown(Source source, SourceHead head) throws IOException {
        String what = Signatures.isZip(head) && source.path().isPresent()
                ? zipFormat(source).orElse("a zip archive") : Signatures.describe(head);
        Optional<String> kind = source.stated().kind();
        return new DatasetFormatException(source.name(), "", "this is " + what + ": " + (kind.isPresent()
                ? "no installed format gives data of kind " + kind.get() + " from it"
                : Signatures.isNamed(head) ? "not supported yet" : "no installed format recognises this content")
                + " (the formats verb lists what can be read)");
    }

    /** A file, or the one file in a gzip archive; empty where it is nothing known. */
    private Optional<DatasetLoader.Content> single(Source source, String shown, UnpackBudget budget,
            Progress progress) throws IOException {
        Optional<DatasetLoader.Content> plain = reading.read(source, shown, progress);
        if (plain.isPresent() || !Signatures.isGzip(SourceHead.of(source))) {
            return plain;
        }
        Source inside = gunzip(source, budget);
        Optional<DatasetLoader.Content> content = reading.read(inside, shown, progress);
        if (content.isEmpty()) {
            throw new DatasetFormatException(source.name(), "", "in this gzip archive is "
                    + Signatures.describe(SourceHead.of(inside)) + ": not supported yet");
        }
        return content;
    }

    private static Source gunzip(Source source, UnpackBudget budget) throws IOException {
        String name = source.name().replaceFirst("(?i)\\.gz$", "").replaceFirst("(?i)\\.tgz$", ".tar");
        try (InputStream packed = source.open(); InputStream in = new GZIPInputStream(packed)) {
            return Source.of(name, budget.unpack(source.name(), in, source.size()), source::sibling)
                    .stating(source.stated());
        } catch (ZipException | EOFException e) {
            throw new DatasetFormatException(source.name(), "", "the gzip archive is damaged or cut short ("
                    + e.getMessage() + ")", e);
        }
    }

    private DatasetLoader.Content all(String archive, ZipContent zip, UnpackBudget budget, Progress progress)
            throws IOException {
        List<Dataset> datasets = new ArrayList<>();
        Set<String> plugins = new TreeSet<>();
        List<String> unread = new ArrayList<>();
        List<String> files = zip.files();
        for (String entry : files) {
            progress.checkCancelled();
            progress.report((double) datasets.size() / files.size(), entry);
            try {
                Source file = zip.source(entry);
                Optional<DatasetLoader.Content> content = single(file, archive + "!" + entry, budget, progress);
                if (content.isPresent()) {
                    datasets.addAll(content.get().datasets());
                    plugins.add(content.get().plugin());
                } else {
                    unread.add(entry + " (" + Signatures.describe(SourceHead.of(file)) + ")");
                }
            } catch (DatasetFormatException e) {
                unread.add(entry + " (" + (e.position().isEmpty() ? "" : e.position() + ": ") + e.reason() + ")");
            }
        }
        String left = String.join("; ", unread.subList(0, Math.min(LISTED, unread.size())))
                + (unread.size() > LISTED ? "; and " + (unread.size() - LISTED) + " more" : "");
        if (datasets.isEmpty()) {
            throw new DatasetFormatException(archive, "", files.isEmpty() ? "there is no file in this zip archive"
                    : "nothing in this zip archive can be read: " + left);
        }
        plugins.remove("");
        String brought = String.join(" and ", plugins);
        if (unread.isEmpty()) {
            return new DatasetLoader.Content("zip", brought, datasets);
        }
        Remark remark = Remark.warning("Of " + archive + ", " + unread.size() + " of " + files.size()
                + " files were not read: " + left + ".");
        return new DatasetLoader.Content("zip", brought, datasets.stream().map(d -> d.withHeader(d.header().remarking(
                remark))).toList());
    }
}
