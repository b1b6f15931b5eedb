package org.interphase.ui.editor;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.MultiPartInitException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.XMLMemento;
import org.interphase.ui.session.KeptFile;
import org.interphase.ui.session.WorkbenchSession;

/**
 * Writes down, as it changes, which editors are open and what they show, and brings them back however the program
 * ended. Data is read only when an editor comes to sight.
 */
public final class OpenEditors implements IPartListener2 {

    private static final int PAUSE = 300;
    private static final String EDITOR = "editor";
    private static final String ACTIVE = "active";
    private static final String VIEW = "view";
    private final IWorkbenchPage page;
    private final KeptFile file;
    private final Map<String, IMemento> unseen = new HashMap<>();
    private final Runnable write = this::write;

    /** Of a page; nothing happens yet. */
    public OpenEditors(IWorkbenchPage page, WorkbenchSession session) {
        this.page = page;
        this.file = session.kept("editors.xml");
    }

    /** What was open when the program ended is open again; what was closed since the workbench's own state is not. */
    public void restore() {
        Optional<IMemento> kept = file.read().flatMap(OpenEditors::parsed);
        if (kept.isEmpty()) {
            return;
        }
        List<AnalysisInput> inputs = new ArrayList<>();
        int active = 0;
        for (IMemento m : kept.get().getChildren(EDITOR)) {
            AnalysisInput input = AnalysisInput.restored(m);
            active = Boolean.TRUE.equals(m.getBoolean(ACTIVE)) ? inputs.size() : active;
            inputs.add(input);
            Optional.ofNullable(m.getChild(VIEW)).ifPresent(v -> unseen.put(input.key(), v));
        }
        Set<IEditorInput> there = new LinkedHashSet<>();
        List<IEditorReference> closed = new ArrayList<>();
        for (IEditorReference ref : page.getEditorReferences()) {
            Optional<AnalysisInput> input = input(ref);
            if (input.isPresent() && inputs.contains(input.get())) {
                there.add(input.get());
                seen(ref);
            } else {
                closed.add(ref);
            }
        }
        page.closeEditors(closed.toArray(IEditorReference[]::new), false);
        open(inputs, there, active);
        for (IEditorReference ref : page.getEditorReferences()) {
            seen(ref);
        }
    }

    private static Optional<IMemento> parsed(String xml) {
        try {
            return Optional.of(XMLMemento.createReadRoot(new StringReader(xml)));
        } catch (WorkbenchException e) {
            ILog.of(OpenEditors.class).warn("Which editors were open cannot be read: " + e.getMessage(), e);
            return Optional.empty();
        }
    }

    private void open(List<AnalysisInput> inputs, Set<IEditorInput> there, int active) {
        List<AnalysisInput> missing = inputs.stream().filter(i -> !there.contains(i)).toList();
        if (missing.isEmpty()) {
            return;
        }
        int first = Math.max(0, missing.indexOf(inputs.get(active)));
        String[] ids = missing.stream().map(i -> AnalysisEditor.ID).toArray(String[]::new);
        try {
            page.openEditors(missing.toArray(IEditorInput[]::new), ids, null, IWorkbenchPage.MATCH_INPUT, first);
        } catch (MultiPartInitException e) {
            ILog.of(OpenEditors.class).error("Not all editors are open again", e);
        }
    }

    private static Optional<AnalysisInput> input(IEditorReference ref) {
        try {
            return ref.getEditorInput() instanceof AnalysisInput i ? Optional.of(i) : Optional.empty();
        } catch (PartInitException e) {
            // an input of another version: its editor cannot be shown either
            return Optional.empty();
        }
    }

    /** An editor that came to sight shows what it did; from then on it tells itself. */
    private void seen(IEditorReference ref) {
        if (ref.getEditor(false) instanceof AnalysisEditor e) {
            IMemento view = unseen.remove(e.input().key());
            if (view != null) {
                e.restoreState(view);
            }
            e.onViewChanged(this::changed);
        }
    }

    /** Writes down every change from now on. */
    public void follow() {
        page.addPartListener(this);
        for (IEditorReference ref : page.getEditorReferences()) {
            seen(ref);
        }
        changed();
    }

    @Override
    public void partOpened(IWorkbenchPartReference ref) {
        if (ref instanceof IEditorReference e) {
            seen(e);
            changed();
        }
    }

    @Override
    public void partClosed(IWorkbenchPartReference ref) {
        changed();
    }

    @Override
    public void partActivated(IWorkbenchPartReference ref) {
        changed();
    }

    @Override
    public void partInputChanged(IWorkbenchPartReference ref) {
        changed();
    }

    private void changed() {
        Display.getCurrent().timerExec(PAUSE, write);
    }

    private void write() {
        // while the program ends its editors close one by one; what was open before counts
        if (PlatformUI.getWorkbench().isClosing() || page.getWorkbenchWindow().getShell() == null) {
            return;
        }
        XMLMemento root = XMLMemento.createWriteRoot("editors");
        for (IEditorReference ref : page.getEditorReferences()) {
            input(ref).ifPresent(input -> {
                IMemento m = root.createChild(EDITOR);
                input.saveState(m);
                m.putBoolean(ACTIVE, ref.getEditor(false) != null && ref.getEditor(false) == page.getActiveEditor());
                if (ref.getEditor(false) instanceof AnalysisEditor e) {
                    e.saveState(m.createChild(VIEW));
                } else if (unseen.containsKey(input.key())) {
                    m.createChild(VIEW).putMemento(unseen.get(input.key()));
                }
            });
        }
        StringWriter text = new StringWriter();
        try {
            root.save(text);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory refuses characters", e);
        }
        file.write(text.toString());
    }

    /** Writes down what is not yet, as before the program ends. */
    public void writeNow() {
        Display.getCurrent().timerExec(-1, write);
        write();
    }
}
