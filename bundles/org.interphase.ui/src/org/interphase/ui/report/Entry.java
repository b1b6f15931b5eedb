package org.interphase.ui.report;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A field with its name; what was typed is taken when the field is left, or on Enter where it has one line. */
final class Entry {

    private static final int NARROW = 160;
    private final Text text;
    private final Consumer<String> taken;
    private String shown = "";

    Entry(Composite parent, String id, String name, int lines, Consumer<String> taken) {
        this.taken = taken;
        Label label = new Label(parent, SWT.NONE);
        label.setText(name);
        label.setData("interphase.entry", Boolean.TRUE);
        label.setLayoutData(new GridData(SWT.BEGINNING, lines > 1 ? SWT.BEGINNING : SWT.CENTER, false, false));
        text = new Text(parent, SWT.BORDER | (lines > 1 ? SWT.MULTI | SWT.WRAP | SWT.V_SCROLL : SWT.SINGLE));
        text.setData("interphase.id", id);
        GridData d = new GridData(SWT.FILL, SWT.CENTER, true, false);
        d.widthHint = NARROW;
        if (lines > 1) {
            d.heightHint = text.getLineHeight() * lines;
        }
        text.setLayoutData(d);
        text.addListener(SWT.FocusOut, e -> take());
        text.addListener(SWT.Dispose, e -> take());
        if (lines == 1) {
            text.addListener(SWT.DefaultSelection, e -> take());
        } else {
            // Tab goes on to the next field, as in fields of one line
            text.addListener(SWT.Traverse, e -> e.doit = e.doit || e.detail == SWT.TRAVERSE_TAB_NEXT
                    || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        }
        text.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_ESCAPE) {
                e.doit = false;
                text.setText(shown);
            }
        });
    }

    Text text() {
        return text;
    }

    /** Takes what was typed, if anything was. */
    void take() {
        String typed = text.getText().strip();
        if (!typed.equals(shown.strip())) {
            shown = typed;
            taken.accept(typed);
        }
    }

    /** Shows a value; what is being typed stays. */
    void show(String value) {
        boolean typing = text.isFocusControl() && !text.getText().strip().equals(shown.strip());
        shown = value;
        if (!typing && !text.getText().strip().equals(value.strip())) {
            text.setText(value);
        }
    }
}
