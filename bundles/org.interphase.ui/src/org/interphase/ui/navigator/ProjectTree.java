package org.interphase.ui.navigator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.reading.LoadedFile;
import org.interphase.model.Dataset;
import org.interphase.ui.project.ProjectListing;
import org.interphase.ui.session.WorkbenchSession;

/** What the project tree shows. Everything but {@link #roots} reads from disk. */
final class ProjectTree {

    /** Heading of files of no sample. */
    static final String NOT_ASSIGNED = "Not assigned";
    /** Heading of open files that lie elsewhere. */
    static final String LOOSE = "Loose files";
    private static final int MOST = 2000;

    private ProjectTree() {
    }

    /**
     * The top of the tree: samples, files of none, open files from elsewhere, and the folder itself.
     *
     * @param listing what was read; null where the document cannot be used
     * @param trouble why not
     */
    static List<Node> roots(Path folder, ProjectListing listing, String trouble, List<Path> loose) {
        List<Node> out = new ArrayList<>();
        if (listing == null) {
            out.add(new Node.Hint("project.yaml cannot be used: " + trouble));
        } else {
            for (ProjectListing.OfSample s : listing.samples()) {
                out.add(new Node.OfSample(s.sample(), out.size(), documents(s.files())));
            }
            if (!listing.unassigned().isEmpty()) {
                out.add(new Node.Group(NOT_ASSIGNED, "Files of no sample. Drag them onto one, or choose Assign to in "
                        + "their menu.", documents(listing.unassigned())));
            }
        }
        if (!loose.isEmpty()) {
            out.add(new Node.Group(LOOSE, "Open files that do not lie in the project's folder.", documents(loose)));
        }
        out.add(new Node.Root(folder));
        return out;
    }

    private static List<Node> documents(List<Path> files) {
        return files.stream().map(f -> (Node) new Node.Document(f)).toList();
    }

    /** Folders and files of a folder, folders first; hidden ones are left out. */
    static List<Node> children(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            List<Path> paths = list.filter(p -> !p.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing((Path p) -> !Files.isDirectory(p))
                            .thenComparing(p -> p.getFileName().toString(), String.CASE_INSENSITIVE_ORDER))
                    .limit(MOST + 1L).toList();
            List<Node> out = new ArrayList<>();
            for (Path p : paths.subList(0, Math.min(MOST, paths.size()))) {
                out.add(Files.isDirectory(p) ? new Node.Folder(p) : new Node.Document(p));
            }
            if (paths.size() > MOST) {
                out.add(new Node.Hint("more than " + MOST + " files; the rest is not shown"));
            }
            return out;
        } catch (IOException | java.io.UncheckedIOException e) {
            return List.of(new Node.Hint("This folder cannot be read: " + e.getMessage()));
        }
    }

    /** The datasets of a file; one hint if it cannot be read. */
    static List<Node> parts(Path file, WorkbenchSession session) {
        try {
            LoadedFile loaded = session.load(file, Progress.none());
            List<Node> out = new ArrayList<>();
            for (int i = 0; i < loaded.datasets().size(); i++) {
                Dataset d = loaded.datasets().get(i);
                out.add(new Node.Part(file, i, d.name(), d.kind().id(), session.registry().suggest(d).stream()
                        .map(Recipe::id).toList()));
            }
            return out;
        } catch (IOException e) {
            return List.of(new Node.Hint(e.getMessage()));
        }
    }

    static boolean isDocument(Path file) {
        String n = file.getFileName().toString();
        return n.endsWith(AnalysisStore.SUFFIX) || n.equals(ProjectStore.FILE);
    }
}
