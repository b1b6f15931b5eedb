package org.interphase.ui.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.interphase.ui.editor.AnalysisEditor;

/** Opens the page for what the file at the front leaves open, whether or not it could be read. */
public final class SayWhatHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        if (window != null && window.getActivePage().getActiveEditor() instanceof AnalysisEditor editor) {
            editor.sayWhat();
        }
        return null;
    }

    @Override
    public boolean isEnabled() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return window != null && window.getActivePage() != null
                && window.getActivePage().getActiveEditor() instanceof AnalysisEditor editor && editor.asksFile();
    }
}
