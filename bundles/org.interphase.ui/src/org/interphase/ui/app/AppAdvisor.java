package org.interphase.ui.app;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.interphase.engine.plugin.PluginManager;
import org.interphase.ui.session.WorkbenchSession;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Sets the workbench up: keeps its state, offers the session to all parts. */
final class AppAdvisor extends WorkbenchAdvisor {

    private final List<Path> files;
    private final Supplier<PluginManager> techniques;
    private WorkbenchSession session;
    private WindowAdvisor window;

    AppAdvisor(List<Path> files, Supplier<PluginManager> techniques) {
        this.files = files;
        this.techniques = techniques;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
        Bundle bundle = FrameworkUtil.getBundle(AppAdvisor.class);
        Path state = Platform.getStateLocation(bundle).toFile().toPath();
        session = new WorkbenchSession(techniques, state);
        PlatformUI.getWorkbench().getService(IEclipseContext.class).set(WorkbenchSession.class, session);
    }

    @Override
    public boolean preShutdown() {
        IWorkbenchWindow[] windows = PlatformUI.getWorkbench().getWorkbenchWindows();
        if (windows.length > 0 && windows[0].getActivePage() != null) {
            if (!new Leaving(windows[0].getActivePage(), session).agreed()) {
                return false;
            }
            window.writeOpenEditors();
        }
        session.setLeaving(true);
        return true;
    }

    @Override
    public void postShutdown() {
        session.close();
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return AnalysisPerspective.ID;
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        window = new WindowAdvisor(configurer, files);
        return window;
    }
}
