package org.interphase.ui.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Lists the installed techniques and plug-ins, and what is left out of them. */
public final class TechniquesHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        InstalledTechniques.open(HandlerUtil.getActiveWorkbenchWindow(event), dialog -> { });
        return null;
    }
}
