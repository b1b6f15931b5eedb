package org.interphase.ui.recipe;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.interphase.ui.theme.Looks;

/** Steps change places by being dragged at their names; a click without moving opens them. */
final class StepDrag {

    private static final int SLACK = 5;
    private static final int LINE = 3;
    private final StepSection section;
    private final Supplier<List<StepSection>> all;
    private final IntConsumer moved;
    private int pressed = Integer.MIN_VALUE;
    private boolean dragging;
    private int gap;
    private Composite line;

    private StepDrag(StepSection section, Supplier<List<StepSection>> all, IntConsumer moved) {
        this.section = section;
        this.all = all;
        this.moved = moved;
    }

    /** @param moved takes by how many places the step is to move */
    static void attach(StepSection section, Supplier<List<StepSection>> all, IntConsumer moved) {
        StepDrag drag = new StepDrag(section, all, moved);
        Label handle = section.handle();
        handle.addListener(SWT.MouseDown, drag::down);
        handle.addListener(SWT.MouseMove, drag::move);
        handle.addListener(SWT.MouseUp, drag::up);
        handle.addListener(SWT.Dispose, e -> drag.end());
    }

    private void down(Event e) {
        if (e.button == 1) {
            pressed = e.y;
            dragging = false;
        }
    }

    private void move(Event e) {
        if (pressed == Integer.MIN_VALUE || !dragging && Math.abs(e.y - pressed) < SLACK || all.get().size() < 2) {
            return;
        }
        dragging = true;
        List<StepPlaces.Extent> extents = extents();
        gap = StepPlaces.gap(extents, y(e));
        mark(StepPlaces.line(extents, gap));
    }

    private void up(Event e) {
        if (pressed == Integer.MIN_VALUE || e.button != 1) {
            return;
        }
        boolean dragged = dragging;
        int places = StepPlaces.moves(all.get().indexOf(section), gap);
        end();
        if (!dragged) {
            section.toggle();
        } else if (places != 0) {
            moved.accept(places);
        }
    }

    private void end() {
        pressed = Integer.MIN_VALUE;
        dragging = false;
        if (line != null && !line.isDisposed()) {
            line.dispose();
        }
        line = null;
    }

    private List<StepPlaces.Extent> extents() {
        return all.get().stream().map(Control::getBounds).map(b -> new StepPlaces.Extent(b.y, b.y + b.height)).toList();
    }

    private int y(Event e) {
        Point at = section.getDisplay().map(section.handle(), section.getParent(), 0, e.y);
        return at.y;
    }

    private void mark(int y) {
        Composite column = section.getParent();
        if (line == null || line.isDisposed()) {
            line = new Composite(column, SWT.NONE);
            line.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE);
            GridData none = new GridData();
            none.exclude = true;
            line.setLayoutData(none);
            line.setBackground(Looks.of(column).accent());
            line.moveAbove(null);
        }
        Rectangle room = column.getClientArea();
        line.setBounds(room.x, y - LINE / 2, room.width, LINE);
    }
}
