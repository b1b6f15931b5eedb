package org.interphase.ui.editor;

import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.session.Result;

/**
 * A line under the tabs of the figures for going through parts of the data, with a button to the part before and the
 * part behind; absent where the data has none. Page Up and Page Down in the picture do the same.
 */
abstract class PartBar extends Composite {

    private Analysis analysis;

    /** An absent bar in a parent with a grid; it steps by keys of a control. */
    PartBar(Composite parent, String id, Control keys) {
        super(parent, SWT.NONE);
        GridLayout g = new GridLayout(5, false);
        g.marginHeight = 2;
        g.marginWidth = 8;
        setLayout(g);
        GridData d = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
        d.exclude = true;
        setLayoutData(d);
        setVisible(false);
        setData("interphase.id", id);
        keys.addListener(SWT.KeyDown, e -> {
            if (getVisible() && (e.keyCode == SWT.PAGE_UP || e.keyCode == SWT.PAGE_DOWN)) {
                step(e.keyCode == SWT.PAGE_DOWN ? 1 : -1);
            }
        });
    }

    /** Goes so many parts on. */
    abstract void step(int by);

    /** Follows an analysis. */
    void setAnalysis(Analysis next) {
        analysis = next;
    }

    Optional<Analysis> analysis() {
        return Optional.ofNullable(analysis);
    }

    Optional<Result> result() {
        return analysis().flatMap(Analysis::result);
    }

    Label label() {
        Label label = new Label(this, SWT.NONE);
        label.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
        return label;
    }

    /** A button to the part before (-1) or behind (1). */
    Button button(int by) {
        Button b = new Button(this, SWT.PUSH | SWT.FLAT);
        b.setText(by < 0 ? "\u25c0" : "\u25b6");
        b.setToolTipText(NLS.bind(by < 0 ? Messages.PartBar_before : Messages.PartBar_behind, by < 0
                ? Messages.PartBar_pageUp : Messages.PartBar_pageDown));
        b.setData("interphase.id", getData("interphase.id") + (by < 0 ? "-before" : "-behind"));
        b.addListener(SWT.Selection, e -> step(by));
        return b;
    }

    /** Comes or goes. */
    void appear(boolean on) {
        GridData d = (GridData) getLayoutData();
        if (d.exclude == on) {
            d.exclude = !on;
            setVisible(on);
            getParent().layout(true, true);
        }
    }
}
