package org.interphase.ui.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.interphase.ui.editor.OpenFiles;

/** Opens a copy of the example project in the folder of the analyst; the one beside the product stays as it is. */
public final class ExampleHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        Path found = find();
        if (found == null) {
            Problems.show(window.getShell(), Messages.ExampleHandler_missing,
                    Messages.ExampleHandler_missingWhy);
        } else {
            copy(window, found, Path.of(System.getProperty("user.home"), "Interphase"));
        }
        return null;
    }

    private static void copy(IWorkbenchWindow window, Path example, Path folder) {
        Shell shell = window.getShell();
        Job.create(Messages.ExampleHandler_copying, (ICoreRunnable) monitor -> {
            try {
                Path copy = ExampleCopy.in(folder, example);
                shell.getDisplay().asyncExec(() -> OpenFiles.open(window.getActivePage(), copy));
            } catch (IOException e) {
                shell.getDisplay().asyncExec(() -> Problems.show(shell, Messages.ExampleHandler_notCopied,
                        NLS.bind(Messages.ExampleHandler_notCopiedWhy, folder,
                                e.getMessage())));
            }
        }).schedule();
    }

    private static Path find() {
        String property = System.getProperty("interphase.examples");
        if (property != null && Files.isDirectory(Path.of(property))) {
            return Path.of(property);
        }
        Path here = Path.of(Platform.getInstallLocation().getURL().getPath()).toAbsolutePath();
        for (Path p = here; p != null; p = p.getParent()) {
            Path example = p.resolve("examples").resolve("small");
            if (Files.isDirectory(example)) {
                return example;
            }
        }
        return null;
    }
}
