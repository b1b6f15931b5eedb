package org.interphase.ui.app;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.interphase.ui.editor.Unsaved;

/** Asks once, when the program is to end, which analyses are to be saved. */
final class LeaveDialog extends Dialog {

    /** Answer: leave, and have what is not saved back at the next start. */
    static final int LEAVE = IDialogConstants.NO_ID;

    private static final int WIDTH = 520;
    private static final int MOST_ROWS = 12;
    private final List<Unsaved> unsaved;
    private final List<Unsaved> chosen = new ArrayList<>();
    private Table table;

    LeaveDialog(Shell parent, List<Unsaved> unsaved) {
        super(parent);
        this.unsaved = unsaved;
    }

    /** What is to be saved, once the dialog was closed with OK. */
    List<Unsaved> chosen() {
        return chosen;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.LeaveDialog_title);
        shell.setData("interphase.id", "leave");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Label text = new Label(area, SWT.WRAP);
        text.setText(unsaved.size() == 1 ? Messages.LeaveDialog_one : NLS.bind(Messages.LeaveDialog_many,
                unsaved.size()));
        GridData t = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
        t.widthHint = WIDTH;
        text.setLayoutData(t);
        table = new Table(area, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION);
        GridData d = new GridData(SWT.FILL, SWT.FILL, true, true);
        d.widthHint = WIDTH;
        d.heightHint = table.getItemHeight() * Math.clamp(unsaved.size() + 1, 3, MOST_ROWS);
        table.setLayoutData(d);
        TableColumn name = new TableColumn(table, SWT.NONE);
        TableColumn place = new TableColumn(table, SWT.NONE);
        for (Unsaved u : unsaved) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(0, u.input().getName());
            item.setText(1, u.input().getToolTipText().lines().findFirst().orElse(""));
            item.setChecked(true);
        }
        name.pack();
        place.pack();
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.LeaveDialog_save, true);
        createButton(parent, LEAVE, Messages.LeaveDialog_without, false);
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.LeaveDialog_stay, false);
    }

    @Override
    protected void buttonPressed(int id) {
        if (id == LEAVE) {
            setReturnCode(LEAVE);
            close();
        } else {
            super.buttonPressed(id);
        }
    }

    @Override
    protected void okPressed() {
        for (int i = 0; i < unsaved.size(); i++) {
            if (table.getItem(i).getChecked()) {
                chosen.add(unsaved.get(i));
            }
        }
        super.okPressed();
    }

    @Override
    protected boolean isResizable() {
        return true;
    }
}
