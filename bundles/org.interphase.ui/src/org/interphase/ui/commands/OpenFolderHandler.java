package org.interphase.ui.commands;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.interphase.ui.editor.OpenFiles;
import org.interphase.ui.session.Remembered;
import org.interphase.ui.session.WorkbenchSession;

/** Asks for a folder and makes it the project. */
public final class OpenFolderHandler extends AbstractHandler {

    /** Under which name the folder is remembered. */
    static final String FOLDER = "folder.project";

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        Remembered remembered = window.getService(WorkbenchSession.class).remembered();
        DirectoryDialog dialog = new DirectoryDialog(window.getShell());
        dialog.setText(Messages.OpenFolderHandler_title);
        remembered.get(FOLDER).ifPresent(dialog::setFilterPath);
        String folder = dialog.open();
        if (folder != null) {
            remembered.put(FOLDER, folder);
            OpenFiles.open(window.getActivePage(), Path.of(folder));
        }
        return null;
    }
}
