package org.interphase.ui.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.interphase.engine.project.ProjectStore;
import org.interphase.ui.editor.OpenFiles;
import org.interphase.ui.navigator.NavigatorView;

/** Asks for a folder of raw files and shows what it may be as a project; one that is a project already is opened. */
public final class NewProjectHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        DirectoryDialog dialog = new DirectoryDialog(window.getShell());
        dialog.setText(Messages.NewProjectHandler_title);
        dialog.setMessage(Messages.NewProjectHandler_message);
        String folder = dialog.open();
        if (folder != null) {
            begin(window, Path.of(folder));
        }
        return null;
    }

    /** Makes a folder the project of the window, with the proposal at sight if it is none yet. */
    public static void begin(IWorkbenchWindow window, Path folder) {
        OpenFiles.open(window.getActivePage(), folder);
        if (!Files.exists(folder.resolve(ProjectStore.FILE))
                && window.getActivePage().findView(NavigatorView.ID) instanceof NavigatorView view) {
            window.getActivePage().activate(view);
            // opening the project is heard of first
            window.getShell().getDisplay().asyncExec(() -> view.propose(folder.toAbsolutePath().normalize()));
        }
    }
}
