package org.interphase.ui.commands;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.interphase.ui.editor.OpenFiles;
import org.interphase.ui.session.Remembered;
import org.interphase.ui.session.WorkbenchSession;

/** Asks for files and opens them. */
public final class OpenHandler extends AbstractHandler {

    /** Under which name the folder is remembered. */
    static final String FOLDER = "folder.open";

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        FileDialog dialog = new FileDialog(window.getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setText(Messages.OpenHandler_title);
        Remembered remembered = window.getService(WorkbenchSession.class).remembered();
        remembered.get(FOLDER).ifPresent(dialog::setFilterPath);
        if (dialog.open() != null) {
            remembered.put(FOLDER, dialog.getFilterPath());
            for (String name : dialog.getFileNames()) {
                OpenFiles.open(window.getActivePage(), Path.of(dialog.getFilterPath(), name));
            }
        }
        return null;
    }
}
