package org.interphase.ui.navigator;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.interphase.engine.project.FileState;
import org.interphase.engine.project.Sample;
import org.interphase.model.figure.Colour;
import org.interphase.ui.project.StateImages;
import org.interphase.ui.session.WorkbenchSession;
import org.interphase.ui.theme.Looks;

/** The tree of samples, files and their datasets. What lies behind an entry is read in jobs when it is opened. */
final class SampleTree {

    private final WorkbenchSession session;
    private final Function<Path, FileState> states;
    private final Function<Path, Boolean> unknown;
    private final TreeViewer viewer;
    private final Display display;
    private final StateImages images;
    private final Map<Path, List<Node>> parts = new HashMap<>();
    private final Map<Path, List<Node>> folders = new HashMap<>();
    private boolean fresh = true;

    /**
     * @param states how files stand
     * @param unknown whether files are no data of a known format
     */
    SampleTree(Composite parent, WorkbenchSession session, StateImages images, Function<Path, FileState> states,
            Function<Path, Boolean> unknown) {
        this.session = session;
        this.states = states;
        this.unknown = unknown;
        this.display = parent.getDisplay();
        this.images = images;
        viewer = new TreeViewer(parent, SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        viewer.getTree().setData("interphase.id", "navigator");
        viewer.setContentProvider(new Content());
        viewer.setLabelProvider(new Text());
        ColumnViewerToolTipSupport.enableFor(viewer);
    }

    TreeViewer viewer() {
        return viewer;
    }

    /** Shows other entries; what was open stays open. */
    void show(List<Node> roots) {
        if (viewer.getTree().isDisposed()) {
            return;
        }
        folders.keySet().forEach(f -> read("list " + f.getFileName(), folders, f, () -> ProjectTree.children(f)));
        Object[] expanded = viewer.getExpandedElements();
        Object[] selected = viewer.getStructuredSelection().toArray();
        viewer.getTree().setRedraw(false);
        viewer.setInput(roots);
        if (fresh) {
            // the folder itself is looked into where there are no samples
            roots.stream().filter(n -> !(n instanceof Node.Root) || roots.size() == 1)
                    .forEach(n -> viewer.expandToLevel(n, 1));
            fresh = false;
        } else {
            viewer.setExpandedElements(expanded);
        }
        viewer.setSelection(new StructuredSelection(selected));
        viewer.getTree().setRedraw(true);
    }

    /**
     * Selects a file whose analysis came to the front and brings it to sight. A choice of several entries stays: it may
     * be what a recipe is about to be applied to.
     */
    void follow(Path file) {
        if (viewer.getTree().isDisposed() || viewer.getStructuredSelection().size() > 1
                || isOf(viewer.getStructuredSelection().getFirstElement(), file)
                || !(viewer.getInput() instanceof List<?> roots)) {
            return;
        }
        for (Object root : roots) {
            Optional<Node> found = Stream.of(viewer.getExpandedState(root) || !(root instanceof Node.Root)
                    ? ((ITreeContentProvider) viewer.getContentProvider()).getChildren(root) : new Object[0])
                    .map(Node.class::cast).filter(n -> n instanceof Node.Document && isOf(n, file)).findFirst();
            if (found.isPresent()) {
                viewer.setExpandedState(root, true);
                viewer.setSelection(new StructuredSelection(found.get()), true);
                return;
            }
        }
    }

    private static boolean isOf(Object node, Path file) {
        return switch (node) {
            case Node.Document d -> d.path().equals(file);
            case Node.Part p -> p.path().equals(file);
            case null, default -> false;
        };
    }

    /** Forgets what is open and was read, for another project. */
    void forget() {
        fresh = true;
        parts.clear();
        folders.clear();
    }

    /** Paints states anew. */
    void statesChanged() {
        if (!viewer.getTree().isDisposed()) {
            viewer.refresh(true);
        }
    }

    /** The datasets of a file; read first if they are not known, which the tree then shows. */
    List<Node> parts(Path file) {
        if (!parts.containsKey(file)) {
            parts.put(file, List.of(new Node.Hint(Messages.SampleTree_reading)));
            read("read " + file.getFileName(), parts, file, () -> ProjectTree.parts(file, session));
        }
        return parts.get(file);
    }

    /** What lies in a folder; read first if it is not known, which the tree then shows. */
    List<Node> children(Path folder) {
        if (!folders.containsKey(folder)) {
            folders.put(folder, List.of(new Node.Hint(Messages.SampleTree_reading)));
            read("list " + folder.getFileName(), folders, folder, () -> ProjectTree.children(folder));
        }
        return folders.get(folder);
    }

    private void read(String job, Map<Path, List<Node>> into, Path path, Supplier<List<Node>> from) {
        Job.createSystem(job, (ICoreRunnable) m -> {
            List<Node> read = from.get();
            if (!display.isDisposed()) {
                display.asyncExec(() -> {
                    boolean changed = into.containsKey(path) && !read.equals(into.put(path, read));
                    if (changed && !viewer.getTree().isDisposed()) {
                        viewer.refresh();
                    }
                });
            }
        }).schedule();
    }

    /** The colour 0xRRGGBB a sample has in figures. */
    int colour(Sample sample, int place) {
        return sample.colour() >= 0 ? sample.colour() : Looks.of(viewer.getTree()).palette().rgb(Colour.sample(place));
    }

    private final class Content implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return ((List<?>) input).toArray();
        }

        @Override
        public Object[] getChildren(Object element) {
            return switch ((Node) element) {
                case Node.Group g -> g.children().toArray();
                case Node.OfSample s -> s.children().isEmpty() ? new Object[] {
                    new Node.Hint(Messages.SampleTree_drop)} : s.children().toArray();
                case Node.Root r -> children(r.path()).toArray();
                case Node.Folder f -> children(f.path()).toArray();
                case Node.Document d -> parts(d.path()).toArray();
                case Node.Part p -> new Object[0];
                case Node.Hint h -> new Object[0];
            };
        }

        @Override
        public Object getParent(Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return switch ((Node) element) {
                case Node.Group g -> !g.children().isEmpty();
                case Node.OfSample s -> true;
                case Node.Root r -> true;
                case Node.Folder f -> true;
                case Node.Document d -> !ProjectTree.isDocument(d.path());
                case Node.Part p -> false;
                case Node.Hint h -> false;
            };
        }
    }

    private final class Text extends ColumnLabelProvider {
        @Override
        public String getText(Object element) {
            return ((Node) element).label();
        }

        @Override
        public Image getImage(Object element) {
            return switch ((Node) element) {
                case Node.OfSample s -> images.colour(colour(s.sample(), s.place()));
                case Node.Document d when !ProjectTree.isDocument(d.path()) -> images.state(
                        states.apply(d.path()).state(), Looks.of(viewer.getTree()));
                default -> null;
            };
        }

        @Override
        public String getToolTipText(Object element) {
            return switch ((Node) element) {
                case Node.Document d when ProjectTree.isDocument(d.path()) -> d.path().toString();
                case Node.Document d -> d.path() + "\n" + (unknown.apply(d.path()) ? Messages.SampleTree_unknown
                        : said(states.apply(d.path())));
                case Node.Group g -> g.tip().isEmpty() ? null : g.tip();
                case Node.OfSample s -> s.sample().name() + (s.sample().description().isEmpty() ? "" : "\n"
                        + s.sample().description()) + "\n" + (s.children().size() == 1
                                ? Messages.SampleTree_file : NLS.bind(Messages.SampleTree_files, s.children().size()));
                case Node.Part p -> p.kind();
                case Node.Root r -> r.path().toString();
                default -> null;
            };
        }

        @Override
        public Color getForeground(Object element) {
            boolean quiet = element instanceof Node.Hint
                    || element instanceof Node.Document d && unknown.apply(d.path());
            return quiet ? Looks.of(viewer.getTree()).muted() : null;
        }
    }

    /** A state in words. */
    static String said(FileState state) {
        String words = switch (state.state()) {
            case NOT_RUN -> Messages.SampleTree_notRun;
            case SOUND -> Messages.SampleTree_sound;
            case DOUBTFUL -> Messages.SampleTree_doubtful;
            case STALE -> Messages.SampleTree_stale;
            case FAILED -> Messages.SampleTree_failed;
        };
        return state.reason().isEmpty() ? words : NLS.bind(Messages.SampleTree_why, words, state.reason());
    }
}
