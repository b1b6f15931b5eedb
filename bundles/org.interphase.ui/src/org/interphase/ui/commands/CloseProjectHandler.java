package org.interphase.ui.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.interphase.ui.session.WorkbenchSession;

/** Closes the project; open editors stay. */
public final class CloseProjectHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        HandlerUtil.getActiveWorkbenchWindow(event).getService(WorkbenchSession.class).openProject(null);
        return null;
    }
}
