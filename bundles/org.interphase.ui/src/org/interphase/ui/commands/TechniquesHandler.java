package org.interphase.ui.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.interphase.ui.session.WorkbenchSession;

/** Lists the installed techniques and what is left out of them. */
public final class TechniquesHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        new InstalledTechniques(window.getShell(), window.getService(WorkbenchSession.class).registry()).open();
        return null;
    }
}
