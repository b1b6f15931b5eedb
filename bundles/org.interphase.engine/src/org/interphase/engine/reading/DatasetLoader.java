package org.interphase.engine.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.MissingFactException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.engine.internal.Signatures;
import org.interphase.engine.recipe.Checksums;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.DataKind;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Remark;
import org.interphase.model.Series;

/**
 * Reads raw files with whichever installed reader is surest of the content.
 *
 * <p>A reader that is refused the file is not lightly followed by another, since a file of one technique read as data
 * of another is worse than one not read. The rule: the surest reader is asked first. Where its confidence is
 * {@link #RECOGNISED} or more, it knows the format and its refusal is final. Below that it was a guess; then readers
 * of the same technique that are at most {@link #MARGIN} less sure may try, and last the generic readers, which only
 * say that there is a curve or a table. Never is a reader of another technique tried. A refusal for want of a fact is
 * final whatever the confidence: the file was understood. Where a generic reader comes in, a remark says whose refusal
 * it follows.
 *
 * <p>What no reader knows is looked at as an archive: of gzip the file inside is read, of zip all files that can be.
 */
public final class DatasetLoader {

    /** A reader as sure as this has recognised its format; its refusal is final. */
    public static final int RECOGNISED = 60;
    /** A reader of the same technique this much less sure does not try again: it would import nonsense. */
    public static final int MARGIN = 20;
    /**
     * Files up to this size are read once, and hashed and understood from the same bytes; of larger ones, and of
     * archives, readers take parts, and the hash is taken before and after.
     */
    private static final long HELD = 64L << 20;

    private final TechniqueRegistry registry;

    /** A loader with the readers of a registry. */
    public DatasetLoader(TechniqueRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry");
    }

    private record Candidate(DatasetReader reader, int confidence) {

        boolean isGeneric() {
            return reader.kinds().stream().allMatch(k -> DataKind.of(k).isPlain());
        }
    }

    /** The readers that may read a file, surest first; empty if none knows it. */
    public List<DatasetReader> candidates(SourceHead head) {
        return ranked(head).stream().map(Candidate::reader).toList();
    }

    /** Whether a file may hold data: a reader knows it, or it is an archive that may hold files a reader knows. */
    public boolean recognises(Source source) throws IOException {
        SourceHead head = SourceHead.of(source);
        return !ranked(head).isEmpty() || Signatures.isGzip(head) || Archives.isPlainZip(source, head);
    }

    private List<Candidate> ranked(SourceHead head) {
        // a kind that is said leaves only the readers that can give it
        return registry.readers().stream()
                .map(r -> new Candidate(r, confidence(r, head)))
                .filter(c -> c.confidence > 0)
                .sorted(Comparator.comparingInt(Candidate::confidence).reversed()).toList();
    }

    // a reader that fails at a look must not keep the others from reading
    private static int confidence(DatasetReader reader, SourceHead head) {
        try {
            return head.stated().kind().map(reader.kinds()::contains).orElse(true) ? reader.confidence(head) : 0;
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            return 0;
        }
    }

    /**
     * Reads a file.
     *
     * @throws DatasetFormatException if it is missing, a folder, empty, of no known format, or not what its format
     *     demands; names file, position and cause
     * @throws IOException if it cannot be read
     */
    public LoadedFile load(Path path, Progress progress) throws IOException {
        return load(path, Stated.NOTHING, progress);
    }

    /**
     * Reads a file of which something is said that it does not say itself.
     *
     * @throws DatasetFormatException as {@link #load(Path, Progress)}
     * @throws IOException if it cannot be read
     */
    public LoadedFile load(Path path, Stated stated, Progress progress) throws IOException {
        Path file = path.toAbsolutePath().normalize();
        requireReadable(file);
        progress.report(0, "reading " + file.getFileName());
        long size = Files.size(file);
        byte[] held = size <= HELD && !Signatures.isZip(SourceHead.of(Source.of(file))) ? Files.readAllBytes(file)
                : null;
        String sha256 = held == null ? Checksums.ofFile(file) : Checksums.ofBytes(held);
        Source source = held == null ? Source.of(file) : Source.held(file, held);
        Content content = read(source.stating(stated), progress);
        // what is not held was read in parts: it was the same before and after, or nothing is known of it
        if (held == null && !Checksums.ofFile(file).equals(sha256)) {
            throw new DatasetFormatException(name(file), "", "the file changed while it was being read; read it again");
        }
        return new LoadedFile(file, sha256, source.size(), content.reader(), content.plugin(), stated,
                content.datasets());
    }

    /**
     * Reads a file that lies where paths do not reach, as in an object store; what is said of it is in the source.
     *
     * @param named what stands for its path in references and messages
     * @throws DatasetFormatException as {@link #load(Path, Progress)}
     * @throws IOException if it cannot be read
     */
    public LoadedFile load(Path named, Source source, Progress progress) throws IOException {
        if (source.size() == 0) {
            throw new DatasetFormatException(source.name(), "", "the file is empty");
        }
        String sha256 = Checksums.ofBytes(source.readAll(Integer.MAX_VALUE));
        Content content = read(source, progress);
        return new LoadedFile(named, sha256, source.size(), content.reader(), content.plugin(), source.stated(),
                content.datasets());
    }

    /** Reads bytes that stand for a file; there is no path and no hash to refer to. */
    public List<Dataset> read(Source source) throws IOException {
        return read(source, Progress.none()).datasets();
    }

    /**
     * What a file gave.
     *
     * @param reader identifier of the reader
     * @param plugin the plug-in that brought it; empty where it is the program's
     * @param datasets what it read, with the file's name in their metadata
     */
    record Content(String reader, String plugin, List<Dataset> datasets) {
    }

    private Content read(Source source, Progress progress) throws IOException {
        return new Archives(this::readPlain).read(source, progress);
    }

    /** Reads a file that is no archive; empty where no reader knows it. */
    private Optional<Content> readPlain(Source source, String shown, Progress progress) throws IOException {
        List<Candidate> candidates = ranked(SourceHead.of(source));
        while (!candidates.isEmpty()) {
            Candidate first = candidates.get(0);
            try {
                return Optional.of(read(source, shown, candidates, progress));
            } catch (DatasetFormatException e) {
                // a plug-in's reader that fails must not cost what would be read without it; where another reader
                // knows the format as well, its refusal must not either
                List<Candidate> others = candidates.stream().filter(c -> c != first).toList();
                if (!isOfPlugin(first) || others.isEmpty()
                        || !(e instanceof ReaderDefect) && others.get(0).confidence < RECOGNISED) {
                    throw e;
                }
                registry.readerFailed(first.reader, source.name() + ": " + e.reason());
                candidates = others;
            }
        }
        return Optional.empty();
    }

    private Content read(Source source, String shown, List<Candidate> candidates, Progress progress)
            throws IOException {
        Candidate first = candidates.get(0);
        DatasetFormatException refusal = null;
        for (Candidate c : candidates) {
            if (refusal != null && !mayFollow(first, refusal, c)) {
                continue;
            }
            try {
                StatedUse use = new StatedUse(source.stated());
                List<Dataset> datasets = use.remark(source.name(), c.reader.title(),
                        readWith(c.reader, source.stating(use.heard()), progress));
                Optional<Remark> doubt = Optional.ofNullable(refusal).map(r -> Remark.warning("Read as plain columns "
                        + "only: as " + first.reader.title() + " it was refused (" + position(r) + r.reason() + ")."));
                return new Content(c.reader.id(), registry.pluginOfReader(c.reader.id()).orElse(""),
                        datasets.stream().map(d -> withFile(d, shown, doubt)).toList());
            } catch (DatasetFormatException e) {
                if (c == first && e instanceof ReaderDefect && isOfPlugin(c)) {
                    throw e;
                }
                refusal = refusal == null ? e : refusal;
            }
        }
        throw refusal;
    }

    private boolean isOfPlugin(Candidate c) {
        return registry.pluginOfReader(c.reader.id()).isPresent();
    }

    private boolean mayFollow(Candidate first, DatasetFormatException refusal, Candidate next) {
        if (refusal instanceof MissingFactException || first.confidence >= RECOGNISED) {
            return false;
        }
        return next.isGeneric() || next.confidence >= first.confidence - MARGIN
                && registry.isOfOneTechnique(first.reader, next.reader);
    }

    private static String position(DatasetFormatException e) {
        return e.position().isEmpty() ? "" : e.position() + ": ";
    }

    private static List<Dataset> readWith(DatasetReader reader, Source source, Progress progress) throws IOException {
        try {
            List<Dataset> datasets = reader.read(source, progress);
            if (datasets.isEmpty()) {
                throw new DatasetFormatException(source.name(), "", "there is no data in this " + reader.title()
                        + " file");
            }
            return InfiniteNumbers.removed(source.name(), datasets);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw defect(source, reader, e);
        } catch (OutOfMemoryError e) {
            throw new DatasetFormatException(source.name(), "", "there is not enough memory to read it; give Java more "
                    + "memory (-Xmx)", e);
        } catch (Error e) {
            // one file must not cost the results of the others
            throw defect(source, reader, e);
        }
    }

    private static DatasetFormatException defect(Source source, DatasetReader reader, Throwable e) {
        return new ReaderDefect(source.name(), "the reader " + reader.id() + " failed on this file (" + e
                + "); this is a defect of the reader", e);
    }

    private static void requireReadable(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new DatasetFormatException(name(file), "", "there is no such file (looked for " + file + ")");
        }
        if (Files.isDirectory(file)) {
            throw new DatasetFormatException(name(file), "", "this is a folder, not a file; name the files in it");
        }
        if (!Files.isReadable(file)) {
            throw new DatasetFormatException(name(file), "", "there is no permission to read this file");
        }
        if (Files.isRegularFile(file) && Files.size(file) == 0) {
            throw new DatasetFormatException(name(file), "", "the file is empty");
        }
    }

    private static String name(Path file) {
        return file.getFileName() == null ? file.toString() : file.getFileName().toString();
    }

    private static Dataset withFile(Dataset dataset, String file, Optional<Remark> remark) {
        Dataset named = dataset instanceof Series s
                ? s.withMembers(s.members().stream().map(m -> withFile(m, file, Optional.empty())).toList()) : dataset;
        DatasetHeader header = named.header().withMetadata(named.metadata().with("file", file));
        return named.withHeader(remark.map(header::remarking).orElse(header));
    }
}
