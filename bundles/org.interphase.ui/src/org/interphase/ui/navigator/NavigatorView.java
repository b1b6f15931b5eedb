package org.interphase.ui.navigator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.interphase.ui.commands.CommandRunner;
import org.interphase.ui.editor.AnalysisInput;
import org.interphase.ui.editor.MessageBar;
import org.interphase.ui.editor.OpenFiles;
import org.interphase.ui.session.WorkbenchSession;
import org.interphase.ui.theme.Looks;

/** The open project: samples with their files, and the folder itself. */
public final class NavigatorView extends ViewPart {

    /** Identifier of this view. */
    public static final String ID = "org.interphase.ui.navigator";

    private final Map<Path, List<Node>> parts = new HashMap<>();
    private final Map<Path, Standing> status = new HashMap<>();
    private WorkbenchSession session;
    private Composite outer;
    private MessageBar notice;
    private Composite root;
    private Composite empty;
    private TreeViewer tree;
    private Runnable stop = () -> { };

    @Override
    public void createPartControl(Composite parent) {
        session = getSite().getService(WorkbenchSession.class);
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
        createEmpty();
        createTree();
        stop = session.onProject(() -> root.getDisplay().asyncExec(this::refresh));
        refresh();
    }

    /** Says something about the project until it is closed or something else is said. */
    public void say(String text, boolean bad, List<MessageBar.Offer> offers) {
        if (!outer.isDisposed()) {
            List<MessageBar.Offer> all = new ArrayList<>(offers);
            all.add(new MessageBar.Offer("Close", "Takes this message away", () -> notice.show("", false, List.of())));
            notice.show(text, bad, all);
        }
    }

    private void createEmpty() {
        empty = new Composite(root, SWT.NONE);
        GridLayout g = new GridLayout(1, false);
        g.marginWidth = 12;
        g.marginTop = 12;
        empty.setLayout(g);
        Label text = new Label(empty, SWT.WRAP);
        text.setText("Drop files here to look at them, or a folder to make it the project.");
        GridData d = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
        d.widthHint = 140;
        text.setLayoutData(d);
        button("Open file \u2026", "org.interphase.ui.open");
        button("Open folder \u2026", "org.interphase.ui.openFolder");
        button("Open the example", "org.interphase.ui.example");
        drop(empty);
    }

    private void button(String label, String command) {
        Button b = new Button(empty, SWT.PUSH);
        b.setText(label);
        b.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        b.addListener(SWT.Selection, e -> CommandRunner.run(getSite(), command));
    }

    private void createTree() {
        tree = new TreeViewer(root, SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        tree.getTree().setData("interphase.id", "navigator");
        tree.setContentProvider(new Content());
        tree.setLabelProvider(new Text());
        ColumnViewerToolTipSupport.enableFor(tree);
        tree.addDoubleClickListener(e -> openSelected());
        getSite().setSelectionProvider(tree);
        drop(tree.getTree());
        NavigatorMenu.attach(this);
    }

    private void drop(org.eclipse.swt.widgets.Control control) {
        org.eclipse.swt.dnd.DropTarget target = new org.eclipse.swt.dnd.DropTarget(control,
                DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_DEFAULT);
        target.setTransfer(new Transfer[] {FileTransfer.getInstance()});
        target.addDropListener(new FileDrop(getSite().getPage()));
    }

    TreeViewer tree() {
        return tree;
    }

    /** Opens what is selected; groups are opened in the tree. */
    void openSelected() {
        for (Object o : tree.getStructuredSelection()) {
            switch ((Node) o) {
                case Node.Document d -> OpenFiles.open(getSite().getPage(), d.path());
                case Node.Part p -> OpenFiles.open(getSite().getPage(), AnalysisInput.of(p.path(), p.index()));
                case Node.Group g -> tree.setExpandedState(g, !tree.getExpandedState(g));
                case Node.Folder f -> tree.setExpandedState(f, !tree.getExpandedState(f));
                case Node.Hint h -> {
                    // there is nothing behind a hint
                }
            }
        }
    }

    /** The raw datasets selected; a sample stands for its files. */
    public List<AnalysisInput.Member> selectedMembers() {
        List<AnalysisInput.Member> out = new ArrayList<>();
        for (Object o : tree.getStructuredSelection()) {
            collect((Node) o, out);
        }
        return out.stream().distinct().toList();
    }

    private static void collect(Node node, List<AnalysisInput.Member> out) {
        switch (node) {
            case Node.Document d when !ProjectTree.isDocument(d.path()) -> out.add(new AnalysisInput.Member(d.path(),
                    -1));
            case Node.Part p -> out.add(new AnalysisInput.Member(p.path(), p.index()));
            case Node.Group g -> g.children().forEach(c -> collect(c, out));
            case Node.Folder f -> ProjectTree.children(f.path()).stream().filter(Node.Document.class::isInstance)
                    .forEach(c -> collect(c, out));
            default -> {
                // documents and hints are no raw data
            }
        }
    }

    private void refresh() {
        if (root.isDisposed()) {
            return;
        }
        boolean open = session.project().isPresent();
        ((StackLayout) root.getLayout()).topControl = open ? tree.getTree() : empty;
        root.layout(true);
        setPartName(open ? session.project().get().getFileName().toString() : "Project");
        status.clear();
        if (open) {
            Path folder = session.project().get();
            Job.create("Read project", (ICoreRunnable) m -> {
                List<Node> roots = ProjectTree.roots(folder);
                root.getDisplay().asyncExec(() -> showRoots(roots));
            }).schedule();
        }
    }

    private void showRoots(List<Node> roots) {
        if (!root.isDisposed()) {
            Object[] expanded = tree.getExpandedElements();
            tree.setInput(roots);
            if (expanded.length == 0) {
                tree.expandToLevel(2);
            } else {
                tree.setExpandedElements(expanded);
            }
        }
    }

    private void loadParts(Path file) {
        parts.put(file, List.of(new Node.Hint("reading \u2026")));
        Job.create("Read " + file.getFileName(), (ICoreRunnable) m -> {
            List<Node> read = ProjectTree.parts(file, session);
            root.getDisplay().asyncExec(() -> {
                parts.put(file, read);
                if (!root.isDisposed()) {
                    tree.refresh();
                }
            });
        }).schedule();
    }

    private Standing statusOf(Path file) {
        if (!status.containsKey(file)) {
            status.put(file, Standing.NOT_ANALYSED);
            Job.createSystem("Look at " + file.getFileName(), (ICoreRunnable) m -> {
                Standing s = ProjectTree.status(file);
                root.getDisplay().asyncExec(() -> {
                    if (s != Standing.NOT_ANALYSED && !root.isDisposed()) {
                        status.put(file, s);
                        tree.refresh(true);
                    }
                });
            }).schedule();
        }
        return status.get(file);
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
                case Node.Folder f -> ProjectTree.children(f.path()).toArray();
                case Node.Document d -> {
                    if (!parts.containsKey(d.path())) {
                        loadParts(d.path());
                    }
                    yield parts.get(d.path()).toArray();
                }
                default -> new Object[0];
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
                case Node.Folder f -> true;
                case Node.Document d -> !ProjectTree.isDocument(d.path());
                default -> false;
            };
        }
    }

    private final class Text extends ColumnLabelProvider {
        @Override
        public String getText(Object element) {
            String sign = element instanceof Node.Document d ? statusOf(d.path()).sign() : "";
            return ((Node) element).label() + sign;
        }

        @Override
        public String getToolTipText(Object element) {
            return switch ((Node) element) {
                case Node.Document d -> d.path() + statusOf(d.path()).tip();
                case Node.Group g -> g.tip().isEmpty() ? null : g.tip();
                case Node.Part p -> p.kind();
                default -> null;
            };
        }

        @Override
        public Color getForeground(Object element) {
            return element instanceof Node.Hint ? Looks.of(root).muted() : null;
        }
    }

    @Override
    public void dispose() {
        stop.run();
        super.dispose();
    }

    @Override
    public void setFocus() {
        if (session.project().isPresent()) {
            tree.getTree().setFocus();
        } else {
            empty.setFocus();
        }
    }
}
