package org.interphase.ui.report;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.interphase.ui.theme.Looks;

/** A list whose lines are put in order by dragging or with Alt and the arrow keys, and ticked where they can be. */
final class OrderedTable {

    private static final int SLACK = 5;
    private static final int LINE = 3;
    private static final int MOST_SHOWN = 12;
    private static final int NONE = -1;

    /**
     * A line.
     *
     * @param text what it says
     * @param ticked whether its box is ticked; means nothing in a list without boxes
     */
    record Row(String text, boolean ticked) {
    }

    /** What is done with lines. */
    interface Deeds {
        /** A line was put at another place. */
        void moved(int from, int to);

        /** The box of a line was ticked or its tick taken away. */
        default void ticked(int at, boolean on) {
            // a list without boxes
        }

        /** Another line was selected. */
        default void selected(int at) {
            // nothing belongs to a line
        }

        /** A line is to be taken away. */
        default void removed(int at) {
            // lines stay
        }
    }

    private final Table table;
    private final Deeds deeds;
    private int pressed = NONE;
    private int pressedAt;
    private boolean dragging;
    private int gap;
    private Composite line;

    OrderedTable(Composite parent, String id, int boxes, Deeds deeds) {
        this.deeds = deeds;
        table = new Table(parent, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION | boxes);
        table.setData("interphase.id", id);
        table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false, 2, 1));
        table.addListener(SWT.Selection, this::select);
        table.addListener(SWT.MouseDown, this::down);
        table.addListener(SWT.MouseMove, this::move);
        table.addListener(SWT.MouseUp, this::up);
        table.addListener(SWT.KeyDown, this::key);
    }

    Table table() {
        return table;
    }

    int selected() {
        return table.getSelectionIndex();
    }

    /** Shows lines; the selection stays where it was. */
    void show(List<Row> rows) {
        int at = table.getSelectionIndex();
        table.setItemCount(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            TableItem item = table.getItem(i);
            item.setText(rows.get(i).text());
            if ((table.getStyle() & SWT.CHECK) != 0) {
                item.setChecked(rows.get(i).ticked());
                item.setForeground(rows.get(i).ticked() ? null : Looks.of(table).muted());
            }
        }
        ((GridData) table.getLayoutData()).heightHint = table.getItemHeight() * Math.clamp(rows.size(), 1, MOST_SHOWN);
        if (!rows.isEmpty()) {
            table.setSelection(Math.clamp(at, 0, rows.size() - 1));
        }
    }

    void select(int at) {
        if (at >= 0 && at < table.getItemCount()) {
            table.setSelection(at);
            deeds.selected(at);
        }
    }

    private void select(Event e) {
        int at = table.indexOf((TableItem) e.item);
        if (e.detail == SWT.CHECK) {
            table.setSelection(at);
            deeds.ticked(at, ((TableItem) e.item).getChecked());
        }
        deeds.selected(at);
    }

    private void key(Event e) {
        int at = table.getSelectionIndex();
        boolean alt = (e.stateMask & SWT.MODIFIER_MASK) == SWT.ALT;
        if (at >= 0 && alt && (e.keyCode == SWT.ARROW_UP || e.keyCode == SWT.ARROW_DOWN)) {
            e.doit = false;
            step(e.keyCode == SWT.ARROW_UP ? -1 : 1);
        } else if (at >= 0 && e.keyCode == SWT.DEL) {
            deeds.removed(at);
        }
    }

    /** Moves the selected line by a number of places where there is room. */
    void step(int by) {
        int at = table.getSelectionIndex();
        int to = at + by;
        if (at >= 0 && to >= 0 && to < table.getItemCount()) {
            put(at, to);
        }
    }

    private void put(int from, int to) {
        table.setSelection(to);
        deeds.moved(from, to);
        deeds.selected(to);
    }

    private void down(Event e) {
        TableItem item = table.getItem(new Point(e.x, e.y));
        if (e.button == 1 && item != null) {
            pressed = table.indexOf(item);
            pressedAt = e.y;
            dragging = false;
        }
    }

    private void move(Event e) {
        if (pressed == NONE || !dragging && Math.abs(e.y - pressedAt) < SLACK || table.getItemCount() < 2) {
            return;
        }
        dragging = true;
        gap = gap(e.y);
        mark();
    }

    private int gap(int y) {
        int out = 0;
        for (TableItem item : table.getItems()) {
            Rectangle b = item.getBounds();
            out += y > b.y + b.height / 2 ? 1 : 0;
        }
        return out;
    }

    private void up(Event e) {
        int from = pressed;
        boolean dragged = dragging;
        pressed = NONE;
        dragging = false;
        if (line != null && !line.isDisposed()) {
            line.dispose();
        }
        int to = gap > from ? gap - 1 : gap;
        if (e.button == 1 && dragged && from != NONE && to != from) {
            put(from, to);
        }
    }

    private void mark() {
        if (line == null || line.isDisposed()) {
            line = new Composite(table, SWT.NONE);
            line.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE);
            line.setBackground(Looks.of(table).accent());
        }
        Rectangle last = table.getItem(table.getItemCount() - 1).getBounds();
        int y = gap < table.getItemCount() ? table.getItem(gap).getBounds().y : last.y + last.height;
        line.setBounds(0, Math.max(0, y - LINE / 2), table.getClientArea().width, LINE);
    }
}
