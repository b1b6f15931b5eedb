package org.interphase.ui.commands;

import java.util.List;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.interphase.ui.editor.SaveDialogs;
import org.interphase.ui.help.ProblemReport;
import org.interphase.ui.help.ProgramPart;
import org.interphase.ui.session.DiskJob;

/**
 * What the program is made of, with licences, and a report of a problem: all it would hold is shown before it is
 * written. All texts can be selected and copied.
 */
final class AboutDialog extends Dialog {

    private static final int WIDTH = 660;
    private static final int HEIGHT = 380;
    private static final int[] WIDTHS = {290, 120, 220};
    private final List<ProgramPart> parts;
    private final ProblemReport report;
    private final boolean problem;
    private TabFolder tabs;
    private Label status;

    /** @param problem whether the report of a problem is shown first */
    AboutDialog(Shell parent, List<ProgramPart> parts, ProblemReport report, boolean problem) {
        super(parent);
        this.parts = parts;
        this.report = report;
        this.problem = problem;
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.AboutDialog_title);
        shell.setData("interphase.id", "about");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        tabs = new TabFolder(area, SWT.NONE);
        GridData d = new GridData(SWT.FILL, SWT.FILL, true, true);
        d.widthHint = WIDTH;
        d.heightHint = HEIGHT;
        tabs.setLayoutData(d);
        String versions = report.entries().get(0).text();
        tab(Messages.AboutDialog_versions, text(tabs, Messages.AboutDialog_about + "\n\n"
                + versions.substring(0, versions.indexOf("\n\n") + 1)));
        tab(Messages.AboutDialog_parts, createParts(tabs));
        tab(Messages.AboutDialog_problem, createReport(tabs));
        tabs.setSelection(problem ? 2 : 0);
        return area;
    }

    private Control createParts(Composite parent) {
        Table table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI);
        table.setData("interphase.id", "parts");
        table.setHeaderVisible(true);
        String[] heads = {Messages.AboutDialog_part, Messages.AboutDialog_version, Messages.AboutDialog_licence};
        for (int i = 0; i < heads.length; i++) {
            TableColumn c = new TableColumn(table, SWT.NONE);
            c.setText(heads[i]);
            c.setWidth(WIDTHS[i]);
        }
        for (ProgramPart p : parts) {
            new TableItem(table, SWT.NONE).setText(new String[] {p.name(), p.version(), p.licence()});
        }
        return table;
    }

    private Control createReport(Composite parent) {
        Composite box = new Composite(parent, SWT.NONE);
        box.setLayout(new GridLayout(2, false));
        Label says = new Label(box, SWT.WRAP);
        says.setText(Messages.AboutDialog_says);
        GridData d = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        d.widthHint = WIDTH - 40;
        says.setLayoutData(d);
        org.eclipse.swt.widgets.List list = new org.eclipse.swt.widgets.List(box, SWT.BORDER | SWT.SINGLE);
        list.setData("interphase.id", "problem-entries");
        report.entries().forEach(e -> list.add(e.name() + "  (" + (e.text().length() / 1000 + 1) + " kB)"));
        list.setLayoutData(new GridData(SWT.FILL, SWT.FILL, false, true));
        Text content = text(box, "");
        content.setData("interphase.id", "problem-text");
        content.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        list.addListener(SWT.Selection, e -> {
            ProblemReport.Entry entry = report.entries().get(list.getSelectionIndex());
            content.setText(entry.about() + ".\n\n" + entry.text());
        });
        list.select(0);
        list.notifyListeners(SWT.Selection, null);
        status = new Label(box, SWT.NONE);
        status.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        return box;
    }

    private static Text text(Composite parent, String said) {
        Text text = new Text(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        text.setText(said);
        return text;
    }

    private void tab(String title, Control content) {
        TabItem item = new TabItem(tabs, SWT.NONE);
        item.setText(title);
        item.setControl(content);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.CLIENT_ID, Messages.AboutDialog_write, false);
        createButton(parent, IDialogConstants.OK_ID, Messages.Close, true);
    }

    @Override
    protected void buttonPressed(int id) {
        if (id != IDialogConstants.CLIENT_ID) {
            super.buttonPressed(id);
        } else if (tabs.getSelectionIndex() != 2) {
            // what is written is shown first
            tabs.setSelection(2);
        } else {
            SaveDialogs.ask(getShell(), SaveDialogs.Kind.PROBLEM, Messages.AboutDialog_writeTitle,
                    "interphase-problem.zip", "*.zip").ifPresent(
                    file -> {
                        status.setText(NLS.bind(Messages.AboutDialog_writing, file));
                        Display display = getShell().getDisplay();
                        DiskJob.run(Messages.AboutDialog_writeTitle, display, () -> {
                            report.write(file);
                            display.asyncExec(() -> say(NLS.bind(Messages.AboutDialog_written, file)));
                        }, why -> say(NLS.bind(Messages.AboutDialog_notWritten, why)));
                    });
        }
    }

    private void say(String what) {
        if (!status.isDisposed()) {
            status.setText(what);
        }
    }
}
