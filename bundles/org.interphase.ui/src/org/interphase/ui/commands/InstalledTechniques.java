package org.interphase.ui.commands;

import java.util.List;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.interphase.api.KindInfo;
import org.interphase.api.Technique;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.ui.editor.MessageBar;
import org.interphase.ui.navigator.NavigatorView;

/**
 * Which techniques are installed, with the kinds of data they know, and before them what is left out and why. The text
 * can be selected and copied, and the window stays usable beside it.
 */
public final class InstalledTechniques extends Dialog {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 420;
    private final TechniqueRegistry registry;

    /** Of a registry as it is now; nothing is shown yet. */
    public InstalledTechniques(Shell parent, TechniqueRegistry registry) {
        super(parent);
        this.registry = registry;
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    /** Says in the project view that something is left out, and offers the list; silent where nothing is. */
    public static void notice(IWorkbenchPage page, TechniqueRegistry registry) {
        List<String> problems = registry.problems();
        if (!problems.isEmpty() && page.findView(NavigatorView.ID) instanceof NavigatorView view) {
            String others = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
            view.say("Not everything installed can be used: " + problems.get(0) + others, true,
                    List.of(new MessageBar.Offer("Installed techniques", "Lists what is installed and what is left out",
                            () -> new InstalledTechniques(page.getWorkbenchWindow().getShell(), registry).open())));
        }
    }

    /** What is listed. */
    static String list(TechniqueRegistry registry) {
        StringBuilder s = new StringBuilder();
        if (!registry.problems().isEmpty()) {
            s.append("Left out\n");
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
        shell.setText("Installed techniques");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Text text = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        text.setData("interphase.id", "techniques");
        text.setText(list(registry));
        GridData d = new GridData(SWT.FILL, SWT.FILL, true, true);
        d.widthHint = WIDTH;
        d.heightHint = HEIGHT;
        text.setLayoutData(d);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }
}
