package org.interphase.ui.form;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.interphase.api.parameters.ParameterField;
import org.interphase.ui.theme.Looks;

/**
 * One field of a form: its label, its control, and the reason an entry cannot be used. Subclasses make the control
 * and show values in it.
 */
abstract class FieldRow {

    /** Key of {@link org.eclipse.swt.widgets.Widget#getData(String)} under which a control tells its path. */
    static final String PATH = "interphase.path";

    private final ParameterField field;
    private final String path;
    private final FormHost host;
    private Label label;
    private int labelWidth = ParameterForm.LABEL_WIDTH;
    private Label problem;

    FieldRow(ParameterField field, String path, FormHost host) {
        this.field = field;
        this.path = path;
        this.host = host;
    }

    final ParameterField field() {
        return field;
    }

    final String path() {
        return path;
    }

    final FormHost host() {
        return host;
    }

    /** Gives the label a width in pixels, the same for all rows of a form. */
    final void labelWidth(int width) {
        labelWidth = width;
    }

    /** Makes the row in a parent with a two-column grid. */
    final void create(Composite parent) {
        if (hasOwnLabel()) {
            label = new Label(parent, SWT.NONE);
            label.setText(field.label());
            label.setToolTipText(field.help());
            GridData d = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
            d.widthHint = labelWidth;
            label.setLayoutData(d);
            label.setMenu(resetMenu(label));
        }
        createControl(parent);
        if (problem == null) {
            createProblem(parent, 2);
        }
    }

    /** Makes the line for the reason, of so many columns; where a row does not, it stands below it. */
    final void createProblem(Composite parent, int columns) {
        problem = new Label(parent, SWT.WRAP);
        GridData p = new GridData(SWT.FILL, SWT.BEGINNING, true, false, columns, 1);
        p.exclude = true;
        p.widthHint = 100;
        problem.setLayoutData(p);
        problem.setVisible(false);
    }

    /** A menu that resets the field. */
    final Menu resetMenu(Control owner) {
        Menu menu = new Menu(owner);
        MenuItem reset = new MenuItem(menu, SWT.PUSH);
        String def = field.defaultText().isEmpty() ? Messages.FieldRow_automatic : field.defaultText();
        reset.setText(NLS.bind(Messages.FieldRow_reset, def));
        reset.addListener(SWT.Selection, e -> apply(field.defaultText()));
        return menu;
    }

    /** Whether the label stands before the control. */
    boolean hasOwnLabel() {
        return true;
    }

    /** Makes the control in the second column. */
    abstract void createControl(Composite parent);

    /**
     * Shows a value.
     *
     * @param value value in the recipe; null if it is left to the default
     * @param resolved value the last run used; null if not known
     */
    abstract void show(Object value, Object resolved);

    /** Marks or unmarks the entry. */
    void mark(String reason) {
        if (problem == null || problem.isDisposed()) {
            return;
        }
        GridData d = (GridData) problem.getLayoutData();
        boolean bad = !reason.isEmpty();
        if (bad == d.exclude || bad && !problem.getText().equals(reason)) {
            problem.setText(reason);
            problem.setForeground(Looks.of(problem).bad());
            d.exclude = !bad;
            problem.setVisible(bad);
            ParameterForm.relayout(problem);
        }
    }

    /** The reason shown; empty if the entry is good. */
    final String problem() {
        return problem != null && problem.getVisible() ? problem.getText() : "";
    }

    /** Checks an entry and marks it if it cannot be used. */
    final boolean isGood(Object value) {
        String reason = host.check(path, value);
        mark(reason);
        return reason.isEmpty();
    }

    /** Applies an entry if it can be used. */
    final void apply(Object value) {
        if (isGood(value)) {
            host.change(path, value, NLS.bind(Messages.FieldRow_change, field.label()));
        }
    }

    /** The text of a value as people write it. */
    static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15) {
            return Long.toString(d.longValue());
        }
        return value.toString();
    }
}
