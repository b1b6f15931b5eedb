package org.interphase.ui.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
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
            Problems.show(window.getShell(), "The example is not here",
                    "no folder examples/small was found beside the program; open it from where Interphase was "
                            + "unpacked, with File > Open folder");
        } else {
            copy(window, found, Path.of(System.getProperty("user.home"), "Interphase"));
        }
        return null;
    }

    private static void copy(IWorkbenchWindow window, Path example, Path folder) {
        Shell shell = window.getShell();
        Job.create("Copy the example", (ICoreRunnable) monitor -> {
            try {
                Path copy = ExampleCopy.in(folder, example);
                shell.getDisplay().asyncExec(() -> OpenFiles.open(window.getActivePage(), copy));
            } catch (IOException e) {
                shell.getDisplay().asyncExec(() -> Problems.show(shell, "The example cannot be copied",
                        "nothing can be written to " + folder + " (" + e.getMessage() + ")"));
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
