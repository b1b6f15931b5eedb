package org.interphase.ui.report;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.interphase.ui.theme.Looks;

/** What parts of the page are made of. */
final class SheetLook {

    /** The page of help on the layout of reports. */
    static final String TOPIC = "report";

    private SheetLook() {
    }

    /** A part of the page with its heading, on which F1 helps. */
    static Composite part(Composite page, String heading) {
        Composite part = new Composite(page, SWT.NONE);
        GridLayout g = new GridLayout(2, false);
        g.marginWidth = 0;
        g.marginHeight = 0;
        part.setLayout(g);
        part.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        part.setData("interphase.topic", TOPIC);
        part.setData("interphase.path", heading);
        Label label = new Label(part, SWT.NONE);
        label.setText(heading);
        label.setForeground(Looks.of(part).accent());
        GridData d = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        d.verticalIndent = 8;
        label.setLayoutData(d);
        label.setData("interphase.heading", Boolean.TRUE);
        return part;
    }

    /** Makes the names of all fields of a page one column. */
    static void alignEntries(Composite page) {
        List<Label> names = new ArrayList<>();
        for (Control part : page.getChildren()) {
            for (Control c : ((Composite) part).getChildren()) {
                if (c instanceof Label l && l.getData("interphase.entry") != null) {
                    names.add(l);
                }
            }
        }
        int widest = names.stream().mapToInt(l -> l.computeSize(SWT.DEFAULT, SWT.DEFAULT).x).max().orElse(0);
        names.forEach(l -> ((GridData) l.getLayoutData()).widthHint = widest);
    }

    /** A row for buttons that reaches across a part. */
    static Composite buttons(Composite part) {
        Composite row = new Composite(part, SWT.NONE);
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.marginLeft = 0;
        layout.marginTop = 0;
        layout.marginBottom = 0;
        layout.wrap = true;
        row.setLayout(layout);
        row.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false, 2, 1));
        return row;
    }

    static Button button(Composite row, String label, String tip, Runnable action) {
        Button b = new Button(row, SWT.PUSH);
        b.setText(label);
        b.setToolTipText(tip);
        b.setData("interphase.offer", label);
        b.addListener(SWT.Selection, e -> action.run());
        return b;
    }

    /** A quiet line that reaches across a part. */
    static Label quiet(Composite part, String text) {
        Label label = new Label(part, SWT.WRAP);
        label.setText(text);
        label.setForeground(Looks.of(part).muted());
        label.setData("interphase.quiet", Boolean.TRUE);
        GridData d = new GridData(SWT.FILL, SWT.BEGINNING, true, false, 2, 1);
        d.widthHint = 160;
        label.setLayoutData(d);
        return label;
    }
}
