package org.interphase.ui.form;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.interphase.api.parameters.ParameterField;

/** One of several choices. */
final class ChoiceRow extends FieldRow {

    private Combo combo;

    ChoiceRow(ParameterField field, String path, FormHost host) {
        super(field, path, host);
    }

    @Override
    void createControl(Composite parent) {
        combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setItems(field().choices().toArray(String[]::new));
        combo.setToolTipText(field().help());
        combo.setData(PATH, path());
        GridData d = new GridData(SWT.FILL, SWT.CENTER, true, false);
        d.widthHint = 60;
        combo.setLayoutData(d);
        combo.addListener(SWT.Selection, e -> apply(combo.getText()));
        // the wheel scrolls the panel, it must not change an analysis
        combo.addListener(SWT.MouseVerticalWheel, e -> e.doit = false);
    }

    @Override
    void show(Object value, Object resolved) {
        String now = value == null ? field().defaultText() : text(value);
        if (!combo.getText().equals(now)) {
            combo.setText(now);
        }
        mark("");
    }
}
