package org.interphase.ui.navigator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
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
            out.add(new Node.Hint(NLS.bind(Messages.ProjectTree_unusable, trouble)));
        } else {
            for (ProjectListing.OfSample s : listing.samples()) {
                out.add(new Node.OfSample(s.sample(), out.size(), List.copyOf(documents(s.files()))));
            }
            if (!listing.unassigned().isEmpty()) {
                out.add(new Node.Group(Node.Under.NOT_ASSIGNED, documents(listing.unassigned())));
            }
        }
        if (!loose.isEmpty()) {
            out.add(new Node.Group(Node.Under.LOOSE, documents(loose)));
        }
        out.add(new Node.Root(folder));
        return out;
    }

    private static List<Node.Document> documents(List<Path> files) {
        return files.stream().map(Node.Document::new).toList();
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
                out.add(new Node.Hint(NLS.bind(Messages.ProjectTree_most, MOST)));
            }
            return out;
        } catch (IOException | java.io.UncheckedIOException e) {
            return List.of(new Node.Hint(NLS.bind(Messages.ProjectTree_unreadable, e.getMessage())));
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
