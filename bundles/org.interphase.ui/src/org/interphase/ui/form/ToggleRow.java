package org.interphase.ui.form;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.interphase.api.parameters.ParameterField;

/** On or off. */
final class ToggleRow extends FieldRow {

    private Button button;

    ToggleRow(ParameterField field, String path, FormHost host) {
        super(field, path, host);
    }

    @Override
    boolean hasOwnLabel() {
        return false;
    }

    @Override
    void createControl(Composite parent) {
        button = new Button(parent, SWT.CHECK);
        button.setText(field().label());
        button.setToolTipText(field().help());
        button.setData(PATH, path());
        button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        button.setMenu(resetMenu(button));
        button.addListener(SWT.Selection, e -> apply(button.getSelection()));
    }

    @Override
    void show(Object value, Object resolved) {
        Object v = value == null ? field().defaultText() : value;
        button.setSelection(Boolean.TRUE.equals(v) || "true".equals(v) || "yes".equals(v) || "on".equals(v));
        mark("");
    }
}
