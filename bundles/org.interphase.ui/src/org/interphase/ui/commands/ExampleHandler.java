package org.interphase.ui.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.interphase.ui.editor.OpenFiles;

/** Opens the example project, where it is installed beside the product. */
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
            OpenFiles.open(window.getActivePage(), found);
        }
        return null;
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
