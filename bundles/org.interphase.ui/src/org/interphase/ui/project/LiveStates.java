package org.interphase.ui.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.interphase.engine.project.FileState;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.editor.AnalysisInput;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.session.AnalysisListener;

/** Which files are open, and how they stand by what ran over them in their editors, saved or not. */
public final class LiveStates implements IPartListener2 {

    private final IWorkbenchPage page;
    private final Runnable changed;
    private final Consumer<Path> front;
    private final Map<AnalysisEditor, Analysis> heard = new HashMap<>();
    private final AnalysisListener listener = this::heard;

    /**
     * Watches a page; what is called is called on the window's thread.
     *
     * @param changed is called when a file may stand otherwise
     * @param front is told of the file whose editor came to the front
     */
    public LiveStates(IWorkbenchPage page, Runnable changed, Consumer<Path> front) {
        this.page = page;
        this.changed = changed;
        this.front = front;
        page.addPartListener(this);
        for (IEditorReference e : page.getEditorReferences()) {
            listen(e);
        }
    }

    /** Stops watching. */
    public void dispose() {
        page.removePartListener(this);
        heard.values().forEach(a -> a.removeListener(listener));
        heard.clear();
    }

    private void heard(AnalysisListener.Change change) {
        if (change == AnalysisListener.Change.RESULT || change == AnalysisListener.Change.SAVED) {
            changed.run();
        }
    }

    private void listen(IWorkbenchPartReference part) {
        if (part.getPart(false) instanceof AnalysisEditor editor && !heard.containsKey(editor)) {
            editor.whenLoaded(() -> editor.analysis().ifPresent(a -> {
                Analysis before = heard.put(editor, a);
                if (before != a) {
                    a.addListener(listener);
                    changed.run();
                }
            }));
        }
    }

    /** How files stand by what ran in open editors. */
    public Map<Path, FileState> states() {
        Map<Path, FileState> out = new HashMap<>();
        heard.forEach((editor, a) -> a.result().filter(r -> !r.run().recipe().steps().isEmpty()).ifPresent(r -> {
            FileState state = FileState.of(r.run());
            editor.input().members().forEach(m -> out.merge(m.file().toAbsolutePath().normalize(), state,
                    FileState::and));
        }));
        return out;
    }

    /** Files of open editors that do not lie in a folder, each once. */
    public List<Path> loose(Path folder) {
        List<Path> out = new ArrayList<>();
        for (IEditorReference e : page.getEditorReferences()) {
            if (e.getPart(false) instanceof AnalysisEditor editor && editor.input() != null) {
                for (AnalysisInput.Member m : editor.input().members()) {
                    Path file = m.file().toAbsolutePath().normalize();
                    if (!file.startsWith(folder) && !out.contains(file)) {
                        out.add(file);
                    }
                }
            }
        }
        return out;
    }

    @Override
    public void partOpened(IWorkbenchPartReference part) {
        listen(part);
        if (part instanceof IEditorReference) {
            changed.run();
        }
    }

    @Override
    public void partActivated(IWorkbenchPartReference part) {
        listen(part);
        if (part.getPart(false) instanceof AnalysisEditor editor && editor.input() != null
                && !editor.input().members().isEmpty()) {
            front.accept(editor.input().members().get(0).file().toAbsolutePath().normalize());
        }
    }

    @Override
    public void partClosed(IWorkbenchPartReference part) {
        if (part.getPart(false) instanceof AnalysisEditor editor) {
            Analysis a = heard.remove(editor);
            if (a != null) {
                a.removeListener(listener);
            }
            changed.run();
        }
    }
}
