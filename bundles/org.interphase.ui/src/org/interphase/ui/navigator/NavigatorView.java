package org.interphase.ui.navigator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.interphase.api.Recipe;
import org.interphase.engine.project.FileState;
import org.interphase.engine.project.FileStates;
import org.interphase.ui.commands.CommandRunner;
import org.interphase.ui.editor.AnalysisInput;
import org.interphase.ui.editor.MessageBar;
import org.interphase.ui.editor.OpenFiles;
import org.interphase.ui.project.LiveStates;
import org.interphase.ui.project.ProjectListing;
import org.interphase.ui.project.ProjectModel;
import org.interphase.ui.project.StateImages;
import org.interphase.ui.session.WorkbenchSession;

/** The open project: samples with their files, files of none, and the folder itself. */
public final class NavigatorView extends ViewPart {

    /** Identifier of this view. */
    public static final String ID = "org.interphase.ui.navigator";

    private final FileStates saved = new FileStates();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("changes the project").factory());
    private Map<Path, FileState> live = new HashMap<>();
    private WorkbenchSession session;
    private Display display;
    private Composite outer;
    private MessageBar notice;
    private Composite root;
    private Composite empty;
    private SampleTree tree;
    private SampleEdits edits;
    private StateImages images;
    private NavigatorMenu menu;
    private LiveStates open;
    private ProposalFlow proposal;
    private ProjectListing listing;
    /** Why the project cannot be used; empty where it can, or is not read yet. */
    private String unusable = "";
    private Path shown;
    private int newest;
    private Runnable stop = () -> { };

    @Override
    public void createPartControl(Composite parent) {
        session = getSite().getService(WorkbenchSession.class);
        display = parent.getDisplay();
        outer = new Composite(parent, SWT.NONE);
        GridLayout g = new GridLayout(1, false);
        g.marginWidth = 0;
        g.marginHeight = 0;
        g.verticalSpacing = 0;
        outer.setLayout(g);
        notice = new MessageBar(outer);
        root = new Composite(outer, SWT.NONE);
        root.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        root.setLayout(new StackLayout());
        images = new StateImages(display);
        createEmpty();
        tree = new SampleTree(root, session, images, this::stateOf,
                f -> listing != null && listing.unknown().contains(f));
        ProjectModel model = new ProjectModel(worker, session::projectChanged, this::trouble);
        edits = new SampleEdits(session, tree.viewer(), model);
        tree.viewer().addDoubleClickListener(e -> openSelected());
        getSite().setSelectionProvider(tree.viewer());
        SampleDrop.attach(tree.viewer(), edits, new FileDrop(getSite().getPage()));
        menu = new NavigatorMenu(this, tree, edits, images);
        menu.attach();
        proposal = new ProposalFlow(root, session, model, this::top);
        open = new LiveStates(getSite().getPage(), this::liveChanged, tree::follow);
        stop = session.onProject(() -> {
            if (!display.isDisposed()) {
                display.asyncExec(this::refresh);
            }
        });
        refresh();
    }

    /** Says something about the project until it is closed or something else is said. */
    public void say(String text, boolean bad, List<MessageBar.Offer> offers) {
        if (!outer.isDisposed()) {
            List<MessageBar.Offer> all = new ArrayList<>(offers);
            all.add(new MessageBar.Offer(Messages.NavigatorView_close, Messages.NavigatorView_closeTip, () ->
                    notice.show("", false, List.of())));
            notice.show(text, bad, all);
        }
    }

    private void trouble(String text) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> say(text, true, List.of()));
        }
    }

    private void createEmpty() {
        empty = new Composite(root, SWT.NONE);
        GridLayout g = new GridLayout(1, false);
        g.marginWidth = 12;
        g.marginTop = 12;
        empty.setLayout(g);
        Label text = new Label(empty, SWT.WRAP);
        text.setText(Messages.NavigatorView_drop);
        GridData d = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
        d.widthHint = 140;
        text.setLayoutData(d);
        button(Messages.NavigatorView_openFile, "org.interphase.ui.open");
        button(Messages.NavigatorView_newProject, "org.interphase.ui.newProject");
        button(Messages.NavigatorView_openFolder, "org.interphase.ui.openFolder");
        button(Messages.NavigatorView_example, "org.interphase.ui.example");
        DropTarget target = new DropTarget(empty, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new FileDrop(getSite().getPage()));
    }

    private void button(String label, String command) {
        Button b = new Button(empty, SWT.PUSH);
        b.setText(label);
        b.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        b.addListener(SWT.Selection, e -> CommandRunner.run(getSite(), command));
    }

    TreeViewer tree() {
        return tree.viewer();
    }

    /** Changes of the project's document, which all parts of the window share. */
    public ProjectModel model() {
        return edits.model();
    }

    /** Makes undo and redo of another part those of the project. */
    public void undoIn(IHandlerService handlers) {
        menu.undoIn(handlers);
    }

    Optional<Recipe> recipe(String id) {
        return session.registry().recipe(id);
    }

    ProjectListing listing() {
        return listing;
    }

    /** Shows what a folder may be as a project, to be corrected and made one. */
    public void propose(Path folder) {
        notice.show("", false, List.of());
        proposal.begin(folder);
    }

    /** Opens what is selected; groups are opened in the tree. */
    void openSelected() {
        for (Object o : tree().getStructuredSelection()) {
            switch ((Node) o) {
                case Node.Document d -> OpenFiles.open(getSite().getPage(), d.path());
                case Node.Part p -> OpenFiles.open(getSite().getPage(), AnalysisInput.of(p.path(), p.index()));
                case Node.Hint h -> {
                    // there is nothing behind a hint
                }
                default -> tree().setExpandedState(o, !tree().getExpandedState(o));
            }
        }
    }

    /** Names of the samples of the project. */
    public List<String> samples() {
        return listing == null ? List.of() : listing.samples().stream().map(s -> s.sample().name()).toList();
    }

    /** Selects a sample and shows its files. */
    public void select(String sample) {
        if (tree().getInput() instanceof List<?> roots) {
            roots.stream().filter(n -> n instanceof Node.OfSample s && s.label().equals(sample)).findFirst()
                    .ifPresent(n -> {
                        tree().setExpandedState(n, true);
                        tree().setSelection(new StructuredSelection(n), true);
                    });
        }
    }

    /** The raw datasets selected; a sample stands for its files. */
    public List<AnalysisInput.Member> selectedMembers() {
        List<AnalysisInput.Member> out = new ArrayList<>();
        for (Object o : tree().getStructuredSelection()) {
            collect((Node) o, out);
        }
        return out.stream().distinct().toList();
    }

    private void collect(Node node, List<AnalysisInput.Member> out) {
        switch (node) {
            case Node.Document d when !ProjectTree.isDocument(d.path()) -> out.add(new AnalysisInput.Member(d.path(),
                    -1));
            case Node.Part p -> out.add(new AnalysisInput.Member(p.path(), p.index()));
            case Node.Group g -> g.children().forEach(c -> collect(c, out));
            case Node.OfSample s -> s.children().forEach(c -> collect(c, out));
            case Node.Folder f -> tree.children(f.path()).stream().filter(Node.Document.class::isInstance)
                    .forEach(c -> collect(c, out));
            default -> {
                // documents, hints and the whole folder are no raw data
            }
        }
    }

    /** How a raw file stands: by what runs in its editor, else by what is saved. */
    public FileState stateOf(Path file) {
        FileState now = savedStateOf(file);
        // a file that changed under its analysis is stale whatever the analysis says
        return now.state() == FileState.State.STALE ? now : live.getOrDefault(file, now);
    }

    /** How a raw file stands by what is saved. */
    public FileState savedStateOf(Path file) {
        return listing == null ? FileState.NOT_RUN : listing.states().getOrDefault(file, FileState.NOT_RUN);
    }

    private void liveChanged() {
        if (root.isDisposed()) {
            return;
        }
        Map<Path, FileState> now = open.states();
        List<Path> loose = shown == null ? List.of() : open.loose(shown);
        boolean other = !now.equals(live);
        live = now;
        boolean known = listing != null || !unusable.isEmpty();
        if (known && tree().getInput() instanceof List<?> roots && !loose.equals(looseIn(roots))) {
            tree.show(ProjectTree.roots(shown, listing, unusable, loose));
        } else if (other) {
            tree.statesChanged();
        }
    }

    private static List<Path> looseIn(List<?> roots) {
        return roots.stream().filter(n -> n instanceof Node.Group g && g.under() == Node.Under.LOOSE)
                .flatMap(n -> ((Node.Group) n).files().stream()).toList();
    }

    private void top(Control control) {
        if (!root.isDisposed()) {
            boolean project = session.project().isPresent();
            ((StackLayout) root.getLayout()).topControl = control != null ? control
                    : project ? tree().getTree() : empty;
            root.layout(true);
        }
    }

    private void refresh() {
        if (root.isDisposed()) {
            return;
        }
        Path folder = session.project().orElse(null);
        if (folder == null || !folder.equals(shown)) {
            shown = folder;
            listing = null;
            unusable = "";
            tree.forget();
            edits.model().open(folder);
            proposal.end();
            // what was said, and what it offered, was of the folder before
            notice.show("", false, List.of());
        }
        if (!proposal.isShown()) {
            top(null);
        }
        setPartName(folder == null ? Messages.NavigatorView_project : folder.getFileName().toString());
        if (folder != null) {
            int mine = ++newest;
            Job.createSystem("read project", (ICoreRunnable) m -> {
                ProjectListing read = null;
                String trouble = "";
                try {
                    read = ProjectListing.read(folder, saved, session::loader);
                } catch (IOException e) {
                    trouble = e.getMessage();
                }
                ProjectListing now = read;
                String why = trouble;
                if (!display.isDisposed()) {
                    display.asyncExec(() -> show(mine, folder, now, why));
                }
            }).schedule();
        }
    }

    private void show(int which, Path folder, ProjectListing read, String trouble) {
        if (root.isDisposed() || which != newest || !folder.equals(shown)) {
            return;
        }
        boolean first = listing == null;
        if (read != null && (first || listing.project().implicit()) && !read.project().implicit()) {
            // samples are shown with their files when they are first seen
            tree.forget();
        }
        listing = read;
        unusable = read == null ? String.valueOf(trouble) : "";
        tree.show(ProjectTree.roots(folder, read, unusable, open.loose(folder)));
        edits.shown();
        menu.bars();
        if (first && read != null && read.project().implicit() && !proposal.isShown()) {
            say(Messages.NavigatorView_noProject, false, List.of(new MessageBar.Offer(
                    Messages.NavigatorView_make, Messages.NavigatorView_makeTip,
                    () -> propose(folder))));
        }
    }

    @Override
    public void dispose() {
        stop.run();
        if (open != null) {
            open.dispose();
            images.dispose();
        }
        worker.shutdown();
        super.dispose();
    }

    @Override
    public void setFocus() {
        Control top = ((StackLayout) root.getLayout()).topControl;
        if (top != null) {
            top.setFocus();
        }
    }
}
