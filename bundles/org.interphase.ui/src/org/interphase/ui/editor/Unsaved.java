package org.interphase.ui.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.ui.session.WorkbenchSession;

/**
 * An open editor whose recipe is not saved: one that was worked in, or one that came back after a crash and was not
 * looked at since.
 *
 * @param input what it is of
 * @param editor the editor; null if it was not looked at
 */
public record Unsaved(AnalysisInput input, AnalysisEditor editor) {

    /** All of a page. */
    public static List<Unsaved> of(IWorkbenchPage page, WorkbenchSession session) {
        List<Unsaved> out = new ArrayList<>();
        for (IEditorReference ref : page.getEditorReferences()) {
            try {
                if (ref.getEditor(false) instanceof AnalysisEditor e && e.analysis().isPresent()) {
                    if (e.isDirty()) {
                        out.add(new Unsaved(e.input(), e));
                    }
                } else if (ref.getEditorInput() instanceof AnalysisInput i && session.recovery().isKept(i.key())) {
                    out.add(new Unsaved(i, null));
                }
            } catch (PartInitException e) {
                // an editor without input has nothing to be saved
                continue;
            }
        }
        return out;
    }

    /** Where it is saved without asking; empty if that has to be asked. */
    public Optional<Path> place() {
        return editor != null ? editor.place() : input.document() != null ? Optional.of(input.document())
                : Optional.empty();
    }

    /** Whether an editor that was not looked at has no place to be saved at before somebody says one. */
    public boolean asksPlace() {
        return editor == null && input.isSeries();
    }

    /**
     * Saves one that was not looked at, with the numbers its recipe gives. Not to be called on the window's thread.
     *
     * @param place where to; null for the usual place
     * @throws IOException if the data cannot be read or the document not written
     */
    public void saveUnseen(Path place, WorkbenchSession session, IProgressMonitor monitor) throws IOException {
        MonitorProgress progress = new MonitorProgress(monitor);
        Opened opened = Opened.open(input, session, progress);
        Path target = place != null ? place : opened.document() != null ? opened.document()
                : Opened.documentFor(input.members().get(0).file(), opened.reference().index(),
                        opened.siblings().size());
        AnalysisStore.write(target, AnalysisDocument.of(session.runner().run(opened.recipe(), opened.dataset(),
                opened.reference(), opened.folder(), progress)));
        session.recovery().forget(input.key());
    }
}
