package org.interphase.ui.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.interphase.api.KindInfo;
import org.interphase.api.Technique;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.ui.editor.MessageBar;
import org.interphase.ui.navigator.NavigatorView;
import org.interphase.ui.session.WorkbenchSession;

/**
 * Which techniques are installed, with the kinds of data they know, and before them what is left out and why; and the
 * user's plug-ins. The text can be selected and copied, and the window stays usable beside it.
 */
public final class InstalledTechniques extends Dialog {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 420;
    private final WorkbenchSession session;
    private final String listed;
    private TabFolder tabs;
    private PluginPane plugins;

    /** With the list of what is installed; nothing is shown yet. */
    InstalledTechniques(Shell parent, WorkbenchSession session, String listed) {
        super(parent);
        this.session = session;
        this.listed = listed;
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    /** Opens it as soon as the techniques are found, which may take a moment. */
    static void open(IWorkbenchWindow window, Consumer<InstalledTechniques> then) {
        open(window, window.getService(WorkbenchSession.class)::registry, then);
    }

    private static void open(IWorkbenchWindow window, Supplier<TechniqueRegistry> registry,
            Consumer<InstalledTechniques> then) {
        WorkbenchSession session = window.getService(WorkbenchSession.class);
        Display display = window.getShell().getDisplay();
        Job.createSystem("Find the techniques", (ICoreRunnable) m -> {
            // plug-ins of others are asked here, so not on the window's thread
            String listed = list(registry.get());
            if (!display.isDisposed()) {
                display.asyncExec(() -> {
                    if (!window.getShell().isDisposed()) {
                        InstalledTechniques dialog = new InstalledTechniques(window.getShell(), session, listed);
                        dialog.open();
                        then.accept(dialog);
                    }
                });
            }
        }).schedule();
    }

    /** Whether a file is taken for a plug-in. */
    public static boolean isPlugin(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".jar")
                && Files.isRegularFile(file);
    }

    /** Shows the plug-ins and asks whether to install one. */
    public static void install(IWorkbenchWindow window, Path jar) {
        open(window, dialog -> {
            dialog.showPlugins();
            dialog.plugins.ask(jar);
        });
    }

    void showPlugins() {
        tabs.setSelection(1);
    }

    PluginPane plugins() {
        return plugins;
    }

    /** Says in the project view that something is left out, and offers the list; silent where nothing is. */
    public static void notice(IWorkbenchPage page, TechniqueRegistry registry) {
        List<String> problems = registry.problems();
        if (!problems.isEmpty() && page.findView(NavigatorView.ID) instanceof NavigatorView view) {
            String said = problems.size() == 1 ? NLS.bind(Messages.InstalledTechniques_unusable, problems.get(0))
                    : NLS.bind(Messages.InstalledTechniques_unusableMore, problems.get(0), problems.size() - 1);
            view.say(said, true, List.of(new MessageBar.Offer(Messages.InstalledTechniques_title,
                    Messages.InstalledTechniques_titleTip,
                            () -> open(page.getWorkbenchWindow(), () -> registry, dialog -> { }))));
        }
    }

    /** What is listed. */
    static String list(TechniqueRegistry registry) {
        StringBuilder s = new StringBuilder();
        if (!registry.problems().isEmpty()) {
            s.append(Messages.InstalledTechniques_leftOut).append('\n');
            registry.problems().forEach(p -> s.append("    ").append(p).append('\n'));
            s.append('\n');
        }
        for (Technique t : registry.techniques()) {
            s.append(t.title()).append(" (").append(t.id()).append(")\n");
            for (KindInfo k : t.kinds()) {
                s.append("    ").append(k.title()).append(" (").append(k.id()).append(")\n");
            }
        }
        return s.toString();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.InstalledTechniques_title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        tabs = new TabFolder(area, SWT.NONE);
        Text text = new Text(tabs, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        text.setData("interphase.id", "techniques");
        text.setText(listed);
        GridData d = new GridData(SWT.FILL, SWT.FILL, true, true);
        d.widthHint = WIDTH;
        d.heightHint = HEIGHT;
        tabs.setLayoutData(d);
        plugins = new PluginPane(tabs, session);
        tab(Messages.InstalledTechniques_techniques, text);
        tab(Messages.InstalledTechniques_plugins, plugins);
        return area;
    }

    private void tab(String title, Control content) {
        TabItem item = new TabItem(tabs, SWT.NONE);
        item.setText(title);
        item.setControl(content);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.Close, true);
    }
}
