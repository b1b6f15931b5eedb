package org.interphase.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.model.Dataset;
import org.interphase.model.Series;

/** Reads raw files with whichever installed reader is surest of the content. */
public final class DatasetLoader {

    // a reader this much less sure than the best does not get a second try: it would import nonsense
    private static final int SURENESS_MARGIN = 20;
    private static final int SIGNATURE = 90;

    private final TechniqueRegistry registry;

    /** A loader with the readers of a registry. */
    public DatasetLoader(TechniqueRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry");
    }

    private record Candidate(DatasetReader reader, int confidence) {
    }

    /** The readers that may read a file, surest first; empty if none knows it. */
    public List<DatasetReader> candidates(SourceHead head) {
        return ranked(head).stream().map(Candidate::reader).toList();
    }

    private List<Candidate> ranked(SourceHead head) {
        // a kind that is said leaves only the readers that can give it
        return registry.readers().stream()
                .filter(r -> head.stated().kind().map(r.kinds()::contains).orElse(true))
                .map(r -> new Candidate(r, r.confidence(head)))
                .filter(c -> c.confidence > 0)
                .sorted(Comparator.comparingInt(Candidate::confidence).reversed()).toList();
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
        FileTime before = Files.getLastModifiedTime(file);
        progress.report(0, "reading " + file.getFileName());
        String sha256 = Checksums.ofFile(file);
        Source source = Source.of(file).stating(stated);
        Read read = read(source, progress);
        long size = Files.size(file);
        if (!Files.getLastModifiedTime(file).equals(before)) {
            throw new DatasetFormatException(name(file), "", "the file changed while it was being read; read it again");
        }
        List<Dataset> datasets = read.datasets.stream().map(d -> withFile(d, source.name())).toList();
        return new LoadedFile(file, sha256, size, read.reader, datasets);
    }

    /** Reads bytes that stand for a file; there is no path and no hash to refer to. */
    public List<Dataset> read(Source source) throws IOException {
        return read(source, Progress.none()).datasets.stream().map(d -> withFile(d, source.name())).toList();
    }

    private record Read(String reader, List<Dataset> datasets) {
    }

    private Read read(Source source, Progress progress) throws IOException {
        List<Candidate> candidates = ranked(SourceHead.of(source));
        if (candidates.isEmpty()) {
            throw new DatasetFormatException(source.name(), "", "no installed format recognises this content (the "
                    + "formats verb lists what can be read)");
        }
        int best = candidates.get(0).confidence;
        DatasetFormatException first = null;
        for (Candidate c : candidates) {
            if (first != null && (best >= SIGNATURE || c.confidence < best - SURENESS_MARGIN)) {
                break;
            }
            try {
                return new Read(c.reader.id(), readWith(c.reader, source, progress));
            } catch (DatasetFormatException e) {
                first = first == null ? e : first;
            }
        }
        throw first;
    }

    private static List<Dataset> readWith(DatasetReader reader, Source source, Progress progress) throws IOException {
        try {
            List<Dataset> datasets = reader.read(source, progress);
            if (datasets.isEmpty()) {
                throw new DatasetFormatException(source.name(), "", "there is no data in this " + reader.title()
                        + " file");
            }
            return datasets;
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw defect(source, reader, e);
        } catch (OutOfMemoryError e) {
            throw new DatasetFormatException(source.name(), "", "there is not enough memory to read it; give Java more "
                    + "memory (-Xmx)", e);
        } catch (StackOverflowError | LinkageError | AssertionError e) {
            // one file must not cost the results of the others
            throw defect(source, reader, e);
        }
    }

    private static DatasetFormatException defect(Source source, DatasetReader reader, Throwable e) {
        return new DatasetFormatException(source.name(), "", "the reader " + reader.id() + " failed on this file ("
                + e + "); this is a defect of the reader", e);
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

    private static Dataset withFile(Dataset dataset, String file) {
        Dataset named = dataset instanceof Series s
                ? s.withMembers(s.members().stream().map(m -> withFile(m, file)).toList()) : dataset;
        return named.withHeader(named.header().withMetadata(named.metadata().with("file", file)));
    }
}
