package org.interphase.ui.app;

import java.util.concurrent.CompletableFuture;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.interphase.engine.plugin.PluginManager;

/** The workbench. Arguments that are no options are files or folders to open. */
public final class WorkbenchApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) {
        // the techniques are looked for while the window comes up
        CompletableFuture<PluginManager> techniques = CompletableFuture.supplyAsync(Techniques::installed);
        Display.setAppName("Interphase");
        Display display = PlatformUI.createDisplay();
        try {
            String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
            int code = PlatformUI.createAndRunWorkbench(display,
                    new AppAdvisor(StartFiles.of(arguments == null ? new String[0] : arguments), techniques::join));
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            display.dispose();
        }
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            IWorkbench workbench = PlatformUI.getWorkbench();
            workbench.getDisplay().syncExec(workbench::close);
        }
    }
}
