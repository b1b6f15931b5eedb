package org.interphase.ui.commands;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.osgi.util.NLS;
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
import org.interphase.figure.Palette;
import org.interphase.model.unit.Unit;
import org.interphase.ui.editor.SaveDialogs;
import org.interphase.ui.form.FormHost;
import org.interphase.ui.results.CopiedNumbers;
import org.interphase.ui.results.ShownUnits;
import org.interphase.ui.session.Language;
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
        shell.setText(Messages.PreferencesDialog_title);
        shell.setData("interphase.id", "preferences");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayout g = (GridLayout) area.getLayout();
        g.numColumns = 3;
        Combo look = combo(area, "look", Messages.PreferencesDialog_look, List.of(Messages.PreferencesDialog_light,
                Messages.PreferencesDialog_dark, Messages.PreferencesDialog_system),
                ThemeSwitch.chosen().ordinal());
        look.addListener(SWT.Selection, e -> ThemeSwitch.choose(
                ThemeSwitch.Mode.values()[look.getSelectionIndex()]));
        language(area);
        Combo digits = combo(area, "copied-numbers", Messages.PreferencesDialog_copied, List.of(
                Messages.PreferencesDialog_rounded, Messages.PreferencesDialog_digits),
                remembered.get(CopiedNumbers.FULL).isPresent() ? 1 : 0);
        digits.addListener(SWT.Selection, e -> remembered.put(CopiedNumbers.FULL,
                digits.getSelectionIndex() == 1 ? "yes" : ""));
        Combo sign = combo(area, "decimal-sign", Messages.PreferencesDialog_sign, List.of(
                Messages.PreferencesDialog_point, Messages.PreferencesDialog_comma),
                remembered.get(CopiedNumbers.COMMA).isPresent() ? 1 : 0);
        sign.addListener(SWT.Selection, e -> remembered.put(CopiedNumbers.COMMA,
                sign.getSelectionIndex() == 1 ? "yes" : ""));
        Combo colours = combo(area, "colours", Messages.PreferencesDialog_colours, List.of(
                Messages.PreferencesDialog_okabe, Messages.PreferencesDialog_tol),
                ThemeSwitch.hues().ordinal());
        colours.setToolTipText(Messages.PreferencesDialog_coloursTip);
        colours.addListener(SWT.Selection, e -> ThemeSwitch.choose(
                Palette.Hues.values()[colours.getSelectionIndex()]));
        for (ShownUnits.Kind kind : ShownUnits.Kind.values()) {
            unit(area, kind);
        }
        Combo fit = combo(area, "fit-parameters", Messages.PreferencesDialog_fit, List.of(
                Messages.PreferencesDialog_cells, Messages.PreferencesDialog_text),
                remembered.get(FormHost.CONSTRAINTS).isPresent() ? 1 : 0);
        fit.addListener(SWT.Selection, e -> remembered.put(FormHost.CONSTRAINTS,
                fit.getSelectionIndex() == 1 ? "text" : ""));
        memory(area);
        folder(area, Messages.PreferencesDialog_openedFrom, OpenHandler.FOLDER);
        folder(area, Messages.PreferencesDialog_projectsFrom, OpenFolderHandler.FOLDER);
        folder(area, Messages.PreferencesDialog_figuresTo, SaveDialogs.Kind.FIGURE.folder());
        return area;
    }

    /** A unit in which numbers are shown and copied; what is saved keeps its own. */
    private void unit(Composite area, ShownUnits.Kind kind) {
        List<String> entries = new ArrayList<>(List.of(Messages.PreferencesDialog_asGiven));
        kind.units().forEach(u -> entries.add(NLS.bind(Messages.PreferencesDialog_inUnit, Unit.of(u).pretty())));
        Combo c = combo(area, kind.key(), kind.label(), entries, 1
                + kind.units().indexOf(remembered.get(kind.key()).orElse("")));
        c.setToolTipText(Messages.PreferencesDialog_unitTip);
        c.addListener(SWT.Selection, e -> {
            remembered.put(kind.key(), c.getSelectionIndex() == 0 ? "" : kind.units().get(c.getSelectionIndex() - 1));
            ThemeSwitch.tellParts();
        });
    }

        private void language(Composite area) {
        Combo c = combo(area, "language", Messages.PreferencesDialog_language, List.of(
                Messages.PreferencesDialog_system, Messages.PreferencesDialog_english,
                Messages.PreferencesDialog_german), Language.chosen(remembered).ordinal());
        c.setToolTipText(Messages.PreferencesDialog_languageTip);
        Label restart = new Label(area, SWT.WRAP);
        restart.setData("interphase.id", "language-restart");
        GridData told = new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1);
        told.widthHint = 2 * FIELD;
        told.exclude = true;
        restart.setLayoutData(told);
        c.addListener(SWT.Selection, e -> {
            Language.values()[c.getSelectionIndex()].choose(remembered);
            told.exclude = false;
            restart.setText(Messages.PreferencesDialog_restart);
            area.getShell().pack();
        });
    }

    private void memory(Composite area) {
        label(area, Messages.PreferencesDialog_memory);
        Spinner spinner = new Spinner(area, SWT.BORDER);
        spinner.setValues(remembered.number(WorkbenchSession.CACHE, (int) Math.min(MOST_BY_ITSELF,
                Runtime.getRuntime().maxMemory() / 4_000_000)), 64, 16000, 0, 64, 512);
        spinner.setToolTipText(Messages.PreferencesDialog_memoryTip);
        spinner.addListener(SWT.Selection, e -> remembered.put(WorkbenchSession.CACHE,
                Integer.toString(spinner.getSelection())));
        label(area, Messages.PreferencesDialog_nextStart);
    }

    private static void label(Composite area, String text) {
        new Label(area, SWT.NONE).setText(text);
    }

    private static Combo combo(Composite area, String id, String name, List<String> entries, int selected) {
        label(area, name);
        Combo c = new Combo(area, SWT.READ_ONLY | SWT.DROP_DOWN);
        c.setItems(entries.toArray(String[]::new));
        c.select(selected);
        c.setData("interphase.id", id);
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
        choose.setText(Messages.PreferencesDialog_choose);
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
        createButton(parent, IDialogConstants.OK_ID, Messages.Close, true);
    }
}
