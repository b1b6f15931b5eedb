package org.interphase.ui.app;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;

/** Takes the buttons away that make parts small or large: a double click on a tab does that. */
final class TabButtons implements IPartListener2 {

    private final IWorkbenchPage page;

    TabButtons(IWorkbenchPage page) {
        this.page = page;
    }

    /** Takes them away now and wherever they come again. */
    void follow() {
        page.addPartListener(this);
        later();
    }

    @Override
    public void partOpened(IWorkbenchPartReference ref) {
        later();
    }

    @Override
    public void partVisible(IWorkbenchPartReference ref) {
        later();
    }

    private void later() {
        Composite shell = page.getWorkbenchWindow().getShell();
        shell.getDisplay().asyncExec(() -> {
            if (!shell.isDisposed()) {
                hide(shell);
            }
        });
    }

    private void hide(Composite in) {
        for (Control c : in.getChildren()) {
            if (c instanceof CTabFolder tabs) {
                tabs.setMinimizeVisible(false);
                tabs.setMaximizeVisible(false);
                if (tabs.getData("interphase.buttons") == null) {
                    tabs.setData("interphase.buttons", "hidden");
                    tabs.addListener(SWT.MouseDoubleClick, e -> later());
                }
            }
            if (c instanceof Composite inner) {
                hide(inner);
            }
        }
    }
}
