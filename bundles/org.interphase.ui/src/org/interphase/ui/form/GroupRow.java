package org.interphase.ui.form;

import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Parameters;

/** A nested record, set in under its label. */
final class GroupRow extends FieldRow {

    private ParameterForm form;

    GroupRow(ParameterField field, String path, FormHost host) {
        super(field, path, host);
    }

    @Override
    boolean hasOwnLabel() {
        return false;
    }

    @Override
    @SuppressWarnings("unchecked")
    void createControl(Composite parent) {
        Label title = new Label(parent, SWT.NONE);
        title.setText(field().label());
        title.setToolTipText(field().help());
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        form = new ParameterForm(parent, Parameters.fields((Class<? extends Record>) field().javaType()), path() + ".",
                host());
        GridData d = new GridData(SWT.FILL, SWT.BEGINNING, true, false, 2, 1);
        d.horizontalIndent = 10;
        form.setLayoutData(d);
    }

    @Override
    @SuppressWarnings("unchecked")
    void show(Object value, Object resolved) {
        form.show(value instanceof Map<?, ?> m ? (Map<String, Object>) m : Map.of(),
                resolved instanceof Map<?, ?> r ? (Map<String, Object>) r : Map.of());
    }
}
