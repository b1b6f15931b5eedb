package org.interphase.ui.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the user's plug-ins, to install, disable or remove them. */
public final class PluginsHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        InstalledTechniques.open(HandlerUtil.getActiveWorkbenchWindow(event), InstalledTechniques::showPlugins);
        return null;
    }
}
