package org.interphase.ui.chart;

import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.interphase.figure.Box;
import org.interphase.figure.DataRange;
import org.interphase.figure.Frame;
import org.interphase.figure.Mark;
import org.interphase.figure.PanelView;
import org.interphase.model.figure.Handle;
import org.interphase.model.figure.Layer;

/** Turns mouse and keys over a figure into zooming, panning, dragging and clicks. */
final class FigureTools {

    private enum Drag {
        NONE, BOX, PAN, THING
    }

    private final FigureCanvas canvas;
    private final HandleTool handles;
    private final RegionTool regions;
    private FigureListener listener;
    private boolean placing;
    private boolean space;
    private Drag drag = Drag.NONE;
    private Frame frame;
    private Point from;
    private Point to;
    private PanelView before;
    private BiConsumer<Control, Point> onMenu = (control, at) -> { };
    private double markX = Double.NaN;
    private double markY = Double.NaN;

    FigureTools(FigureCanvas canvas) {
        this.canvas = canvas;
        this.handles = new HandleTool(canvas);
        this.regions = new RegionTool(canvas);
    }

    void setListener(FigureListener next) {
        listener = next;
        handles.setListener(next);
        regions.setListener(next);
    }

    void setHandles(List<Handle> next) {
        handles.setHandles(next);
    }

    void setRanges(List<PictureRange> next) {
        handles.setRanges(next);
    }

    RegionTool regions() {
        return regions;
    }

    void setMark(double x, double y) {
        markX = x;
        markY = y;
    }

    void onMenu(BiConsumer<Control, Point> then) {
        onMenu = then;
    }

    void setPlacing(boolean next) {
        placing = next;
        canvas.setCursor(next ? canvas.getDisplay().getSystemCursor(SWT.CURSOR_CROSS) : null);
    }

    boolean isPlacing() {
        return placing;
    }

    void setSelected(String component) {
        handles.setSelected(component);
    }

    void hook(Control control) {
        control.addListener(SWT.MouseDown, e -> down(e, at(control, e)));
        control.addListener(SWT.MouseUp, e -> up(at(control, e)));
        control.addListener(SWT.MouseMove, e -> move(control, e, at(control, e)));
        control.addListener(SWT.MouseDoubleClick, e -> doubleClick(at(control, e)));
        control.addListener(SWT.MouseVerticalWheel, e -> {
            wheel(e, at(control, e));
            e.doit = false;
        });
        control.addListener(SWT.MouseExit, e -> tell(""));
        control.addListener(SWT.MenuDetect, e -> {
            // the tip would lie over the menu
            control.setToolTipText(null);
            onMenu.accept(control, canvas.toControl(e.x, e.y));
            e.doit = false;
        });
        control.addListener(SWT.KeyDown, this::keyDown);
        control.addListener(SWT.KeyUp, e -> space &= e.character != ' ');
    }

    private Point at(Control control, Event e) {
        return control == canvas ? new Point(e.x, e.y) : canvas.getDisplay().map(control, canvas, e.x, e.y);
    }

    private void tell(String text) {
        if (listener != null) {
            listener.readout(text);
        }
    }

    private Frame frameAt(Point p) {
        return canvas.frames().stream().filter(f -> f.contains(p.x, p.y)).findFirst().orElse(null);
    }

    private static boolean isPicture(Frame f) {
        return f.panel().layers().stream().anyMatch(Layer.Picture.class::isInstance);
    }

    private void down(Event e, Point p) {
        canvas.forceFocus();
        frame = frameAt(p);
        if (frame == null || drag != Drag.NONE) {
            return;
        }
        from = p;
        to = p;
        before = frame.view();
        boolean left = e.button == 1;
        if (e.button == 2 || left && space) {
            drag = Drag.PAN;
        } else if (left && placing) {
            listener.placed(frame.panel().id(), frame.xAt(p.x), frame.yAt(p.y));
        } else if (left && (handles.grab(frame, p) || regions.grab(frame, p))) {
            drag = Drag.THING;
        } else if (left) {
            drag = isPicture(frame) && (e.stateMask & SWT.SHIFT) == 0 ? Drag.PAN : Drag.BOX;
        }
    }

    private void move(Control control, Event e, Point p) {
        switch (drag) {
            case NONE -> hover(control, p);
            case BOX -> {
                to = p;
                canvas.redrawTools();
            }
            case PAN -> pan(p);
            case THING -> {
                handles.drag(frame, p, false);
                regions.drag(frame, p, false);
            }
        }
    }

    private void hover(Control control, Point p) {
        Frame f = frameAt(p);
        regions.hover(f, p);
        String text = textAt(f, p);
        String first = text.lines().findFirst().map(l -> "    " + l).orElse("");
        tell(f == null ? "" : Readout.at(f, p.x, p.y) + first);
        int cursor = f == null ? SWT.CURSOR_ARROW : placing ? SWT.CURSOR_CROSS
                : Math.max(handles.cursor(f, p), regions.cursor(f, p));
        control.setCursor(cursor <= SWT.CURSOR_ARROW ? null : control.getDisplay().getSystemCursor(cursor));
        String handle = handles.hint(f, p);
        String hint = handle != null ? handle : text.isEmpty() ? null : text;
        if (!java.util.Objects.equals(hint, control.getToolTipText())) {
            control.setToolTipText(hint);
        }
    }

    private Mark.Text labelAt(Point p) {
        for (PlotSurface s : canvas.surfaces()) {
            for (Mark mark : s.marks()) {
                if (mark instanceof Mark.Text t && t.subject().part() == Mark.Part.LABEL
                        && t.box().contains(p.x, p.y)) {
                    return t;
                }
            }
        }
        return null;
    }

    /** The longer form of the text at a place: of a label, or of the label of the band there; may be empty. */
    private String textAt(Frame f, Point p) {
        Mark.Text label = labelAt(p);
        if (label != null) {
            return label.hint();
        }
        Layer.Text text = f == null ? null : BandHover.at(f, p);
        return text == null ? "" : text.hint();
    }

    private void pan(Point p) {
        boolean logX = frame.panel().x().logarithmic();
        boolean logY = frame.panel().y().logarithmic();
        double dx = (p.x - from.x) / frame.area().width();
        double dy = (p.y - from.y) / frame.area().height();
        boolean rightwards = frame.x().start() < frame.x().end();
        boolean downwards = frame.y().start() < frame.y().end();
        canvas.setPanelView(frame.panel(), new PanelView(PanelView.moved(before.x(), rightwards ? -dx : dx, logX),
                PanelView.moved(before.y(), downwards ? -dy : dy, logY)));
    }

    private void up(Point p) {
        Drag done = drag;
        drag = Drag.NONE;
        switch (done) {
            case BOX -> box(p);
            case PAN -> click(p);
            case THING -> {
                handles.drag(frame, p, true);
                regions.drag(frame, p, true);
            }
            case NONE -> {
                // nothing was held
            }
        }
        canvas.redrawTools();
    }

    private void click(Point p) {
        if (Math.abs(p.x - from.x) + Math.abs(p.y - from.y) < 4) {
            if (isPicture(frame)) {
                listener.pictureClicked(frame.xAt(p.x), frame.yAt(p.y));
                return;
            }
            Mark.Text label = labelAt(p);
            String component = label == null ? "" : label.subject().component();
            listener.componentSelected(component.isEmpty() ? BandHover.componentAt(frame, p) : component);
        }
    }

    private void box(Point p) {
        int w = Math.abs(p.x - from.x);
        int h = Math.abs(p.y - from.y);
        if (w < 6 && h < 6) {
            click(p);
            return;
        }
        PanelView v = frame.view();
        // a thin box means one axis only
        DataRange x = w < 12 ? v.x() : between(frame.xAt(clampX(from.x)), frame.xAt(clampX(p.x)));
        DataRange y = h < 12 ? v.y() : between(frame.yAt(clampY(from.y)), frame.yAt(clampY(p.y)));
        canvas.setPanelView(frame.panel(), new PanelView(x, y));
    }

    private double clampX(int x) {
        return Math.clamp(x, frame.area().left(), frame.area().right());
    }

    private double clampY(int y) {
        return Math.clamp(y, frame.area().top(), frame.area().bottom());
    }

    private static DataRange between(double a, double b) {
        return new DataRange(Math.min(a, b), Math.max(a, b));
    }

    private void doubleClick(Point p) {
        if (regions.close()) {
            drag = Drag.NONE;
        } else if (frameAt(p) == null) {
            axisAt(p, canvas::askLimits);
        } else if (handles.componentOfHandle(frameAt(p), p) == null) {
            drag = Drag.NONE;
            canvas.fit();
        }
    }

    /** Does something with the axis whose numbers are at a place outside of the panels; nothing where there is none. */
    void axisAt(Point p, BiConsumer<String, Boolean> then) {
        for (Frame f : canvas.frames()) {
            Box a = f.area();
            if (p.x < a.left() && p.y >= a.top() && p.y <= a.bottom() && f.panel().y().visible()) {
                then.accept(f.panel().id(), false);
                return;
            }
        }
        Frame lowest = canvas.frames().isEmpty() ? null : canvas.frames().getLast();
        if (lowest != null && p.y > lowest.area().bottom() && p.x >= lowest.area().left()
                && lowest.panel().x().visible()) {
            then.accept(lowest.panel().id(), true);
        }
    }

    private void wheel(Event e, Point p) {
        Frame f = frameAt(p);
        Frame axis = f != null ? f : canvas.frames().stream().filter(g -> p.y >= g.area().top()
                && p.y <= g.area().bottom() || p.x >= g.area().left()).findFirst().orElse(null);
        if (axis == null || e.count == 0) {
            return;
        }
        double factor = Math.pow(e.count > 0 ? 0.8 : 1.25, Math.min(3, Math.abs(e.count) / 3.0));
        boolean onY = f == null && p.x < axis.area().left();
        boolean onX = f == null && !onY || (e.stateMask & SWT.CTRL) != 0 && f != null;
        double fx = fraction(axis.x().start(), axis.x().end(), p.x);
        double fy = fraction(axis.y().start(), axis.y().end(), p.y);
        PanelView v = axis.view();
        canvas.setPanelView(axis.panel(), new PanelView(
                onY ? v.x() : PanelView.zoomed(v.x(), factor, fx, axis.panel().x().logarithmic()),
                onX ? v.y() : PanelView.zoomed(v.y(), factor, fy, axis.panel().y().logarithmic())));
    }

    private static double fraction(double start, double end, double at) {
        return (at - start) / (end - start);
    }

    private void keyDown(Event e) {
        if (e.character == ' ') {
            space = true;
        } else if (e.keyCode == SWT.HOME) {
            canvas.fit();
        } else if (e.keyCode == SWT.BS || e.keyCode == SWT.ARROW_LEFT && (e.stateMask & SWT.ALT) != 0) {
            canvas.viewBack();
            e.doit = false;
        } else if (e.keyCode == SWT.ARROW_RIGHT && (e.stateMask & SWT.ALT) != 0) {
            canvas.viewForth();
            e.doit = false;
        } else if (e.keyCode == SWT.INSERT && listener != null && listener.takesPlaces()) {
            setPlacing(true);
        } else if (e.keyCode == SWT.ESC) {
            setPlacing(false);
            regions.giveUp();
            drag = Drag.NONE;
            canvas.redrawTools();
        } else if (e.keyCode == SWT.CR && regions.close()) {
            canvas.redrawTools();
        } else if (e.keyCode == SWT.DEL && listener != null && !canvas.selected().isEmpty()) {
            listener.deleteRequested(canvas.selected());
        } else {
            e.doit = !handles.key(e);
        }
    }

    void paint(GC gc, Frame f) {
        handles.paint(gc, f);
        if (!Double.isNaN(markX) && f == canvas.frames().get(0)) {
            int x = (int) Math.round(f.x().at(markX));
            int y = (int) Math.round(f.y().at(markY));
            Pens.plainLine(gc, Pens.colour(0x000000), 3);
            gc.drawOval(x - 6, y - 6, 12, 12);
            Pens.plainLine(gc, Pens.colour(0xffffff), 1.5f);
            gc.drawOval(x - 6, y - 6, 12, 12);
        }
        regions.paint(gc, f);
        if (drag == Drag.BOX && frame != null && f.panel().id().equals(frame.panel().id())) {
            int x = Math.min(from.x, to.x);
            int y = Math.min(from.y, to.y);
            gc.setBackground(Pens.colour(canvas.palette().ink()));
            gc.setAlpha(28);
            gc.fillRectangle(x, y, Math.abs(from.x - to.x), Math.abs(from.y - to.y));
            Pens.plainLine(gc, Pens.colour(canvas.palette().ink()), 1);
            gc.setAlpha(140);
            gc.drawRectangle(x, y, Math.abs(from.x - to.x), Math.abs(from.y - to.y));
            gc.setAlpha(255);
        }
    }
}
