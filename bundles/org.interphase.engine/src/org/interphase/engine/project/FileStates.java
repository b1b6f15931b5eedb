package org.interphase.engine.project;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.recipe.Checksums;
import org.interphase.engine.recipe.InputReference;

/**
 * How the raw files of a project stand, from the analyses saved beside them and from those of the last report. Of
 * several analyses of one dataset by one recipe one of the file's content counts before one of what it was before,
 * whatever the clock said when they were saved; of several such the newest. Remembers what it read of files that stay
 * the same; safe for use by several threads.
 */
public final class FileStates {

    private record Stamp(FileTime time, long size) {
    }

    private record Hash(Stamp stamp, String sha256) {
    }

    /** What counts of a document; of all its numbers only how they stand. */
    private record Analysis(Stamp stamp, InputReference input, String recipe, FileState state) {
    }

    private record Of(Path raw, int index, String recipe) {
    }

    /** An analysis of what the file is now, or of what it was. */
    private record Dated(boolean current, FileTime time, FileState state) {
        Dated or(Dated other) {
            if (current != other.current) {
                return current ? this : other;
            }
            return other.time.compareTo(time) > 0 ? other : this;
        }
    }

    private final Map<Path, Hash> hashes = new ConcurrentHashMap<>();
    private final Map<Path, Analysis> analyses = new ConcurrentHashMap<>();

    /**
     * The files that are not {@link FileState#NOT_RUN}.
     *
     * @throws IOException if the folder cannot be looked through
     */
    public Map<Path, FileState> of(Project project, ProjectFiles files) throws IOException {
        Map<Of, Dated> newest = new HashMap<>();
        for (Path document : documents(project, files)) {
            try {
                add(document, newest);
            } catch (NoSuchFileException e) {
                // it went away since the folder was listed
                analyses.remove(document);
            }
        }
        Map<Path, FileState> out = new HashMap<>();
        newest.forEach((of, dated) -> out.merge(of.raw, dated.state, FileState::and));
        out.values().removeIf(s -> s.state() == FileState.State.NOT_RUN);
        return out;
    }

    private void add(Path document, Map<Of, Dated> newest) throws IOException {
        Stamp stamp = stamp(document);
        Analysis a = analyses.compute(document, (d, old) -> old != null && old.stamp.equals(stamp) ? old
                : read(d, stamp));
        if (a.input == null) {
            String raw = document.getFileName().toString().replace(AnalysisStore.SUFFIX, "");
            newest.put(new Of(document.resolveSibling(raw), -1, ""), new Dated(true, stamp.time, a.state));
            return;
        }
        for (InputReference member : a.input.isSeries() ? a.input.members() : List.of(a.input)) {
            Path raw = AnalysisStore.resolve(document, member);
            if (Files.isRegularFile(raw)) {
                boolean current = hash(raw).equals(member.sha256());
                FileState state = current ? a.state : new FileState(FileState.State.STALE,
                        "the file changed since it was analysed");
                newest.merge(new Of(raw, member.index(), a.recipe), new Dated(current, stamp.time, state), Dated::or);
            }
        }
    }

    private static List<Path> documents(Project project, ProjectFiles files) throws IOException {
        List<Path> out = new ArrayList<>(files.analyses());
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(project.folder(), Files::isDirectory)) {
            for (Path folder : folders) {
                Path of = folder.resolve("analyses");
                if (Files.exists(folder.resolve("report.html")) && Files.isDirectory(of)) {
                    try (DirectoryStream<Path> made = Files.newDirectoryStream(of, "*" + AnalysisStore.SUFFIX)) {
                        made.forEach(out::add);
                    }
                }
            }
        }
        return out;
    }

    private static Analysis read(Path document, Stamp stamp) {
        try {
            AnalysisDocument d = AnalysisStore.read(document);
            return new Analysis(stamp, d.input(), d.recipe().id(), FileState.of(d));
        } catch (IOException e) {
            return new Analysis(stamp, null, "", new FileState(FileState.State.FAILED, "its analysis cannot be read: "
                    + e.getMessage()));
        }
    }

    private String hash(Path raw) throws IOException {
        Stamp stamp = stamp(raw);
        Hash known = hashes.get(raw);
        if (known == null || !known.stamp.equals(stamp)) {
            known = new Hash(stamp, Checksums.ofFile(raw));
            hashes.put(raw, known);
        }
        return known.sha256;
    }

    private static Stamp stamp(Path file) throws IOException {
        return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
    }
}
