package org.interphase.ui.navigator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.interphase.api.Progress;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.project.Project;
import org.interphase.engine.project.ProjectFiles;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.project.Sample;
import org.interphase.engine.reading.LoadedFile;
import org.interphase.ui.session.WorkbenchSession;

/** Reads what the project tree shows from disk. */
final class ProjectTree {

    private static final int MOST = 2000;

    private ProjectTree() {
    }

    /** The top of the tree for a project folder: its samples, if it has a document, and its files. */
    static List<Node> roots(Path folder) {
        List<Node> out = new ArrayList<>();
        try {
            Project project = ProjectStore.read(folder);
            if (!project.implicit()) {
                ProjectFiles files = ProjectFiles.in(folder);
                for (Sample s : project.samples()) {
                    List<Node> children = new ArrayList<>();
                    files.of(s).forEach(f -> children.add(new Node.Document(f)));
                    out.add(new Node.Group(s.name(), s.description(), children));
                }
            }
        } catch (IOException e) {
            out.add(new Node.Hint("project.yaml cannot be used: " + e.getMessage()));
        }
        out.add(new Node.Group("Files", folder.toString(), children(folder)));
        return out;
    }

    /** Folders and files of a folder, folders first; hidden ones are left out. */
    static List<Node> children(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            List<Path> paths = list.filter(p -> !p.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing((Path p) -> !Files.isDirectory(p))
                            .thenComparing(p -> p.getFileName().toString(), String.CASE_INSENSITIVE_ORDER))
                    .limit(MOST).toList();
            List<Node> out = new ArrayList<>();
            for (Path p : paths) {
                out.add(Files.isDirectory(p) ? new Node.Folder(p) : new Node.Document(p));
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
                out.add(new Node.Part(file, i, loaded.datasets().get(i).name(), loaded.datasets().get(i).kind().id()));
            }
            return out;
        } catch (IOException e) {
            return List.of(new Node.Hint(e.getMessage()));
        }
    }

    /** How a raw file stands. */
    static Standing status(Path file) {
        Path document = file.resolveSibling(file.getFileName() + AnalysisStore.SUFFIX);
        try {
            if (Files.isRegularFile(document)) {
                return AnalysisStore.status(document, AnalysisStore.read(document).input())
                        == AnalysisStore.Status.CURRENT ? Standing.ANALYSED : Standing.STALE;
            }
            return Standing.NOT_ANALYSED;
        } catch (IOException e) {
            return Standing.UNREADABLE;
        }
    }

    static boolean isDocument(Path file) {
        String n = file.getFileName().toString();
        return n.endsWith(AnalysisStore.SUFFIX) || n.equals(ProjectStore.FILE);
    }
}
