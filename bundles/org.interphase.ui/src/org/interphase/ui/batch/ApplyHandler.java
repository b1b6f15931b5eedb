package org.interphase.ui.batch;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.editor.AnalysisInput;
import org.interphase.ui.navigator.NavigatorView;
import org.interphase.ui.session.Analysis;

/** Runs the recipe at the front over the files selected in the project. */
public final class ApplyHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        IWorkbenchPage page = window.getActivePage();
        Optional<Analysis> analysis = page.getActiveEditor() instanceof AnalysisEditor e ? e.analysis()
                : Optional.empty();
        List<AnalysisInput.Member> members = page.findView(NavigatorView.ID) instanceof NavigatorView n
                ? n.selectedMembers() : List.of();
        if (analysis.isEmpty() || analysis.get().recipe().steps().isEmpty()) {
            say(page, Messages.ApplyHandler_noRecipe);
        } else if (members.isEmpty()) {
            say(page, Messages.ApplyHandler_noFiles);
        } else {
            try {
                BatchView view = (BatchView) page.showView(BatchView.ID);
                view.run(analysis.get().history().current(), members);
            } catch (PartInitException e) {
                ILog.get().error("The table of results cannot be shown", e);
            }
        }
        return null;
    }

    private static void say(IWorkbenchPage page, String text) {
        if (page.findView(NavigatorView.ID) instanceof NavigatorView n) {
            n.say(text, false, List.of());
        }
    }
}
