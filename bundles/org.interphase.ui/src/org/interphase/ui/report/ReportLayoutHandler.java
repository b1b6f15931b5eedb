package org.interphase.ui.report;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.interphase.ui.navigator.NavigatorView;
import org.interphase.ui.session.WorkbenchSession;

/** Opens the page on which the report is laid out. */
public final class ReportLayoutHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        if (!ReportPage.open(window.getActivePage(), window.getService(WorkbenchSession.class))
                && window.getActivePage().findView(NavigatorView.ID) instanceof NavigatorView view) {
            view.say(Messages.ReportLayoutHandler_noProject, true, List.of());
        }
        return null;
    }
}
