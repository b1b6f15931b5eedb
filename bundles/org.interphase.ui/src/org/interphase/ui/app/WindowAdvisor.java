package org.interphase.ui.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.ui.commands.InstalledTechniques;
import org.interphase.ui.editor.OpenEditors;
import org.interphase.ui.editor.TabNames;
import org.interphase.ui.editor.OpenFiles;
import org.interphase.ui.navigator.FileDrop;
import org.interphase.ui.session.WorkbenchSession;
import org.interphase.ui.theme.ThemeSwitch;

/** One window: its size, its look, what it opens first. */
final class WindowAdvisor extends WorkbenchWindowAdvisor {

    private static final int SHOWN = 1500;
    private final List<Path> files;
    private OpenEditors editors;

    WindowAdvisor(IWorkbenchWindowConfigurer configurer, List<Path> files) {
        super(configurer);
        this.files = files;
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        return new Menus(configurer);
    }

    /** All of the screen: pictures want room. */
    static Point initialSize() {
        Rectangle screen = Display.getCurrent().getPrimaryMonitor().getClientArea();
        return new Point(screen.width, screen.height);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer c = getWindowConfigurer();
        c.setInitialSize(initialSize());
        c.setTitle("Interphase");
        c.setShowMenuBar(true);
        c.setShowCoolBar(true);
        c.setShowStatusLine(false);
        c.setShowProgressIndicator(true);
        c.setShowPerspectiveBar(false);
        c.addEditorAreaTransfer(FileTransfer.getInstance());
        c.configureEditorAreaDropListener(new FileDrop(null));
        ThemeSwitch.apply();
    }

    @Override
    public void postWindowOpen() {
        Display display = Display.getCurrent();
        fitOnScreen(getWindowConfigurer().getWindow().getShell());
        display.addListener(SWT.OpenDocument, e -> open(Path.of(e.text)));
        display.addListener(SWT.Settings, e -> ThemeSwitch.apply());
        WorkbenchSession session = session();
        session.remembered().get(WorkbenchSession.PROJECT).map(Path::of).filter(Files::isDirectory)
                .ifPresent(session::openProject);
        editors = new OpenEditors(getWindowConfigurer().getWindow().getActivePage(), session);
        editors.restore();
        editors.follow();
        new TabNames(getWindowConfigurer().getWindow().getActivePage()).follow();
        new TabButtons(getWindowConfigurer().getWindow().getActivePage()).follow();
        new SideColumns(getWindowConfigurer().getWindow(), session.remembered()).follow();
        files.forEach(this::open);
        tellWhatIsLeftOut(session, display);
        if (Boolean.getBoolean("interphase.closeWhenShown")) {
            // the build starts the program once to record what the JVM loads
            display.timerExec(SHOWN, () -> PlatformUI.getWorkbench().close());
        }
    }

    /** A window that was larger than the screen there is now is not cut off. */
    private static void fitOnScreen(Shell shell) {
        Rectangle screen = shell.getMonitor().getClientArea();
        Rectangle now = shell.getBounds();
        int w = Math.min(now.width, screen.width);
        int h = Math.min(now.height, screen.height);
        Rectangle fits = new Rectangle(Math.clamp(now.x, screen.x, screen.x + screen.width - w),
                Math.clamp(now.y, screen.y, screen.y + screen.height - h), w, h);
        if (!fits.equals(now) && !shell.getMaximized()) {
            shell.setBounds(fits);
        }
    }

    /** Writes down what is open in the window, before it closes. */
    void writeOpenEditors() {
        if (editors != null) {
            editors.writeNow();
        }
    }

    // finding the techniques takes a moment, which the first sight of the window does not wait for
    private void tellWhatIsLeftOut(WorkbenchSession session, Display display) {
        Job.createSystem("Find the techniques", (ICoreRunnable) m -> {
            TechniqueRegistry registry = session.registry();
            if (display.isDisposed()) {
                return;
            }
            display.asyncExec(() -> {
                IWorkbenchPage page = getWindowConfigurer().getWindow().getActivePage();
                if (page != null) {
                    InstalledTechniques.notice(page, registry);
                }
            });
        }).schedule();
    }

    private WorkbenchSession session() {
        return getWindowConfigurer().getWindow().getService(WorkbenchSession.class);
    }

    private void open(Path path) {
        IWorkbenchPage page = getWindowConfigurer().getWindow().getActivePage();
        OpenFiles.open(page, path);
    }
}
