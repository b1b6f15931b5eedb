package org.interphase.ui.recipe;

import java.util.Optional;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.part.ViewPart;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.session.AnalysisListener;

/** A view that follows the analysis in the editor at the front. */
public abstract class AnalysisView extends ViewPart implements AnalysisListener {

    private Analysis analysis;

    private final IPartListener2 parts = new IPartListener2() {
        @Override
        public void partActivated(IWorkbenchPartReference ref) {
            follow();
        }

        @Override
        public void partBroughtToTop(IWorkbenchPartReference ref) {
            follow();
        }

        @Override
        public void partClosed(IWorkbenchPartReference ref) {
            follow();
        }
    };

    /** To be called when the controls are made. */
    protected final void startFollowing() {
        getSite().getPage().addPartListener(parts);
        follow();
    }

    private void follow() {
        Object editor = getSite().getPage().getActiveEditor();
        if (editor instanceof AnalysisEditor e) {
            e.whenLoaded(() -> show(getSite().getPage().getActiveEditor() instanceof AnalysisEditor now
                    ? now.analysis().orElse(null) : null));
            if (e.analysis().isEmpty()) {
                show(null);
            }
        } else {
            show(null);
        }
    }

    private void show(Analysis next) {
        if (next == analysis && next != null || isGone()) {
            return;
        }
        if (analysis != null) {
            analysis.removeListener(this);
        }
        analysis = next;
        if (next != null) {
            next.addListener(this);
        }
        showAnalysis();
    }

    /** The analysis followed, if there is one. */
    public final Optional<Analysis> analysis() {
        return Optional.ofNullable(analysis);
    }

    /** Whether the controls are disposed. */
    protected abstract boolean isGone();

    /** Shows another analysis, or the empty state. */
    protected abstract void showAnalysis();

    @Override
    public void dispose() {
        getSite().getPage().removePartListener(parts);
        if (analysis != null) {
            analysis.removeListener(this);
        }
        super.dispose();
    }
}
