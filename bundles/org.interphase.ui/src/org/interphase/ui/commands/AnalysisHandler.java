package org.interphase.ui.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.session.Analysis;

/** A command on the analysis in the editor at the front. */
abstract class AnalysisHandler extends AbstractHandler {

    @Override
    public final Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveWorkbenchWindow(event) != null && HandlerUtil.getActiveWorkbenchWindow(event)
                .getActivePage().getActiveEditor() instanceof AnalysisEditor editor) {
            editor.analysis().ifPresent(a -> run(editor, a));
        }
        return null;
    }

    abstract void run(AnalysisEditor editor, Analysis analysis);

    /** Whether the command makes sense for an analysis. */
    boolean suits(Analysis analysis) {
        return true;
    }

    @Override
    public boolean isEnabled() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return window != null && window.getActivePage() != null
                && window.getActivePage().getActiveEditor() instanceof AnalysisEditor editor
                && editor.analysis().filter(this::suits).isPresent();
    }
}
