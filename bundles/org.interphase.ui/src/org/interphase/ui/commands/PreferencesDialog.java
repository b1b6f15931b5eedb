package org.interphase.ui.commands;

import java.util.List;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.interphase.ui.results.CopiedNumbers;
import org.interphase.ui.session.Remembered;
import org.interphase.ui.session.WorkbenchSession;
import org.interphase.ui.theme.ThemeSwitch;

/** What can be set for this program as a whole; each choice acts at once, unless it says otherwise. */
final class PreferencesDialog extends Dialog {

    private static final int FIELD = 260;
    private static final int MOST_BY_ITSELF = 1024;
    private final Remembered remembered;

    PreferencesDialog(Shell parent, WorkbenchSession session) {
        super(parent);
        this.remembered = session.remembered();
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Preferences");
        shell.setData("interphase.id", "preferences");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayout g = (GridLayout) area.getLayout();
        g.numColumns = 3;
        Combo look = combo(area, "Look", List.of("Light", "Dark", "Like the system"),
                ThemeSwitch.chosen().ordinal());
        look.addListener(SWT.Selection, e -> ThemeSwitch.choose(
                ThemeSwitch.Mode.values()[look.getSelectionIndex()]));
        Combo digits = combo(area, "Copied numbers", List.of("Rounded to the uncertainty", "All digits"),
                remembered.get(CopiedNumbers.FULL).isPresent() ? 1 : 0);
        digits.addListener(SWT.Selection, e -> remembered.put(CopiedNumbers.FULL,
                digits.getSelectionIndex() == 1 ? "yes" : ""));
        Combo sign = combo(area, "Decimal sign of copied numbers", List.of("Point  (12.5)", "Comma  (12,5)"),
                remembered.get(CopiedNumbers.COMMA).isPresent() ? 1 : 0);
        sign.addListener(SWT.Selection, e -> remembered.put(CopiedNumbers.COMMA,
                sign.getSelectionIndex() == 1 ? "yes" : ""));
        memory(area);
        folder(area, "Files are opened from", "folder.open");
        folder(area, "Projects are opened from", "folder.project");
        folder(area, "Figures are written to", "folder.Export-figure");
        return area;
    }

    private void memory(Composite area) {
        label(area, "Memory for results (MB)");
        Spinner spinner = new Spinner(area, SWT.BORDER);
        spinner.setValues(remembered.number(WorkbenchSession.CACHE, (int) Math.min(MOST_BY_ITSELF,
                Runtime.getRuntime().maxMemory() / 4_000_000)), 64, 16000, 0, 64, 512);
        spinner.setToolTipText("Results of steps that are kept, so that going back and forth takes no time");
        spinner.addListener(SWT.Selection, e -> remembered.put(WorkbenchSession.CACHE,
                Integer.toString(spinner.getSelection())));
        label(area, "from the next start on");
    }

    private static void label(Composite area, String text) {
        new Label(area, SWT.NONE).setText(text);
    }

    private static Combo combo(Composite area, String name, List<String> entries, int selected) {
        label(area, name);
        Combo c = new Combo(area, SWT.READ_ONLY | SWT.DROP_DOWN);
        c.setItems(entries.toArray(String[]::new));
        c.select(selected);
        c.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        return c;
    }

    private void folder(Composite area, String name, String key) {
        label(area, name);
        Text text = new Text(area, SWT.BORDER | SWT.SINGLE | SWT.READ_ONLY);
        text.setText(remembered.get(key).orElse(""));
        GridData d = new GridData(SWT.FILL, SWT.CENTER, true, false);
        d.widthHint = FIELD;
        text.setLayoutData(d);
        Button choose = new Button(area, SWT.PUSH);
        choose.setText("Choose \u2026");
        choose.addListener(SWT.Selection, e -> {
            DirectoryDialog dialog = new DirectoryDialog(getShell());
            dialog.setText(name);
            dialog.setFilterPath(text.getText());
            String folder = dialog.open();
            if (folder != null) {
                text.setText(folder);
                remembered.put(key, folder);
            }
        });
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }
}
