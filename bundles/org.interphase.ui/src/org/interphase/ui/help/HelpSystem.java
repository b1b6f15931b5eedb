package org.interphase.ui.help;

import org.eclipse.core.runtime.ILog;
import org.eclipse.help.IContext;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.help.AbstractHelpUI;

/**
 * Leads what the platform offers of help to our pages: its "Search in Help" of the one field that finds anything would
 * lead nowhere without it.
 */
public final class HelpSystem extends AbstractHelpUI {

    private static HelpView view() throws PartInitException {
        IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        return (HelpView) page.showView(HelpView.ID, null, IWorkbenchPage.VIEW_VISIBLE);
    }

    @Override
    public void search(String expression) {
        try {
            view().search(expression);
        } catch (PartInitException e) {
            ILog.get().error("Help cannot be shown", e);
        }
    }

    @Override
    public void displayHelp() {
        search("");
    }

    @Override
    public void displaySearch() {
        search("");
    }

    @Override
    public void displayDynamicHelp() {
        search("");
    }

    @Override
    public void displayContext(IContext context, int x, int y) {
        search("");
    }

    @Override
    public void displayHelpResource(String href) {
        search("");
    }

    @Override
    public boolean isContextHelpDisplayed() {
        return false;
    }
}
