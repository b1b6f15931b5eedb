package org.interphase.ui.batch;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the rows of the newest batch, also of one before the last start. */
public final class ShowBatchHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        try {
            HandlerUtil.getActiveWorkbenchWindow(event).getActivePage().showView(BatchView.ID);
        } catch (PartInitException e) {
            ILog.get().error("The batch cannot be shown", e);
        }
        return null;
    }
}
