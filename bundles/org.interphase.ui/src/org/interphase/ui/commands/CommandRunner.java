package org.interphase.ui.commands;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;

/** Runs a command of the workbench by its identifier. */
public final class CommandRunner {

    private CommandRunner() {
    }

    /** Runs a command; one that is not enabled does nothing. */
    public static void run(IServiceLocator site, String command) {
        try {
            site.getService(IHandlerService.class).executeCommand(command, null);
        } catch (NotEnabledException e) {
            // the menu shows it greyed; a button does the same by doing nothing
            return;
        } catch (ExecutionException | NotDefinedException | NotHandledException e) {
            ILog.get().error("Command " + command + " failed", e);
        }
    }
}
