package org.interphase.ui.editor;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.interphase.ui.theme.Looks;

/** A line above the picture that says something and offers what to do about it; absent when there is nothing. */
public final class MessageBar extends Composite {

    /**
     * A button.
     *
     * @param label what it says
     * @param tip longer text on hover
     * @param action what it does
     */
    public record Offer(String label, String tip, Runnable action) {
    }

    private String shown = "";

    /** An absent bar in a parent with a grid. */
    public MessageBar(Composite parent) {
        super(parent, SWT.NONE);
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.wrap = true;
        layout.center = true;
        layout.marginLeft = 8;
        layout.spacing = 8;
        setLayout(layout);
        GridData d = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
        d.exclude = true;
        setLayoutData(d);
        setVisible(false);
        parent.addListener(SWT.Resize, e -> {
            if (!isDisposed()) {
                fitText();
            }
        });
    }

    /** A long text gets several lines. */
    private void text(Label label) {
        int room = getParent().getClientArea().width - 24;
        int wanted = label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        ((RowData) label.getLayoutData()).width = room > 80 ? Math.min(room, wanted) : SWT.DEFAULT;
    }

    private void fitText() {
        for (Control c : getChildren()) {
            if (c instanceof Label label) {
                int before = ((RowData) label.getLayoutData()).width;
                text(label);
                if (before != ((RowData) label.getLayoutData()).width) {
                    requestLayout();
                }
            }
        }
    }

    /** Says something; nothing at all makes the bar absent. */
    public void show(String text, boolean bad, List<Offer> offers) {
        String key = text + bad + offers.stream().map(Offer::label).toList();
        if (key.equals(shown)) {
            return;
        }
        shown = key;
        for (Control c : getChildren()) {
            c.dispose();
        }
        boolean empty = text.isEmpty() && offers.isEmpty();
        if (!text.isEmpty()) {
            Label label = new Label(this, SWT.WRAP);
            label.setText(text);
            label.setToolTipText(text);
            Looks looks = Looks.of(this);
            Color c = bad ? looks.bad() : looks.ink();
            label.setForeground(c);
            label.setLayoutData(new RowData());
            text(label);
        }
        for (Offer o : offers) {
            Button b = new Button(this, SWT.PUSH);
            b.setText(o.label());
            b.setToolTipText(o.tip());
            b.setData("interphase.offer", o.label());
            b.addListener(SWT.Selection, e -> o.action().run());
        }
        ((GridData) getLayoutData()).exclude = empty;
        setVisible(!empty);
        getParent().layout(true, true);
    }
}
