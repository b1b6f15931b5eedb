package org.interphase.ui.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.interphase.api.parameters.Range;
import org.interphase.figure.Frame;
import org.interphase.model.figure.Handle;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;

/** Handles and range ends: found under the pointer, dragged, nudged by keys, painted. */
final class HandleTool {

    private static final int REACH = 8;
    private final FigureCanvas canvas;
    private FigureListener listener;
    private List<Handle> handles = List.of();
    private List<PictureRange> ranges = List.of();
    private static final int STILL = 3;
    private Handle held;
    /** What moves together with the held one: found when it is grabbed, as live fits replace all handles. */
    private List<Handle> group = List.of();
    private Point from;
    private boolean alongX;
    private boolean alongY;
    private Handle chosen;
    private PictureRange heldRange;
    private boolean heldUpper;
    private Point moved;
    private String selected = "";

    HandleTool(FigureCanvas canvas) {
        this.canvas = canvas;
    }

    void setListener(FigureListener next) {
        listener = next;
    }

    void setHandles(List<Handle> next) {
        handles = List.copyOf(next);
    }

    void setRanges(List<PictureRange> next) {
        ranges = List.copyOf(next);
    }

    void setSelected(String component) {
        selected = component;
        chosen = handles.stream().filter(h -> h.component().equals(component)).findFirst().orElse(null);
    }

    private static boolean isMain(Frame f) {
        return f != null && f.panel().id().equals(Panel.MAIN);
    }

    /** Ranges are of the axis of curves; a picture has none of them. */
    private List<PictureRange> rangesIn(Frame f) {
        return f.panel().layers().stream().anyMatch(Layer.Picture.class::isInstance) ? List.of() : ranges;
    }

    private boolean takesHandles(Frame f) {
        return f != null && (isMain(f) || canvas.frames().get(0).panel().id().equals(f.panel().id()));
    }

    private Handle handleAt(Frame f, Point p) {
        if (!takesHandles(f)) {
            return null;
        }
        Handle best = null;
        double nearest = REACH * REACH;
        for (Handle h : handles) {
            double dx = f.x().at(h.x()) - p.x;
            double dy = Double.isNaN(h.y()) ? 0 : f.y().at(h.y()) - p.y;
            if (dx * dx + dy * dy < nearest) {
                nearest = dx * dx + dy * dy;
                best = h;
            }
        }
        return best;
    }

    boolean grab(Frame f, Point p) {
        Handle h = handleAt(f, p);
        moved = null;
        if (h != null) {
            held = h;
            group = together(h);
            chosen = h;
            from = p;
            alongX = false;
            alongY = false;
            if (!h.component().equals(selected)) {
                listener.componentSelected(h.component());
            }
            return true;
        }
        return takesHandles(f) && grabRange(f, p);
    }

    private boolean grabRange(Frame f, Point p) {
        for (PictureRange r : rangesIn(f)) {
            double[] ends = ends(r, f);
            for (int i = 0; i < 2; i++) {
                if (Math.abs(f.x().at(ends[i]) - p.x) < 5) {
                    heldRange = new PictureRange(r.step(), r.parameter(), r.label(), new Range(ends[0], ends[1]));
                    heldUpper = i == 1;
                    return true;
                }
            }
        }
        return false;
    }

    private static double[] ends(PictureRange r, Frame f) {
        return r.range().isAll() ? new double[] {f.view().x().min(), f.view().x().max()}
                : new double[] {r.range().from(), r.range().to()};
    }

    void drag(Frame f, Point p, boolean done) {
        if (held != null) {
            moved = done ? null : p;
            // a trembling hand neither moves a handle nor leaves the one axis it follows
            alongX |= Math.abs(p.x - from.x) >= STILL;
            alongY |= Math.abs(p.y - from.y) >= 2 * STILL;
            Map<Handle, Double> values = new LinkedHashMap<>();
            for (Handle h : group) {
                if (h.kind() == Handle.Kind.Y ? alongY : alongX) {
                    values.put(h, value(h, f, p));
                }
            }
            if (!values.isEmpty()) {
                listener.handlesMoved(values, done);
            }
            if (done) {
                held = null;
            }
        } else if (heldRange != null) {
            double v = rounded(f.xAt(p.x), Math.abs(f.xAt(p.x + 1) - f.xAt(p.x)));
            Range old = heldRange.range();
            double lo = heldUpper ? old.from() : v;
            double hi = heldUpper ? v : old.to();
            if (lo < hi) {
                listener.rangeMoved(heldRange, new Range(lo, hi), done);
            }
            if (done) {
                heldRange = null;
            }
        }
        canvas.redrawTools();
    }

    /** The handle of the other direction at the same point of the same component, or null. */
    private Handle partner(Handle h) {
        return handles.stream().filter(o -> o.kind() != h.kind() && o.kind() != Handle.Kind.WIDTH
                && h.kind() != Handle.Kind.WIDTH && o.component().equals(h.component()) && o.step().equals(h.step())
                && o.x() == h.x() && o.y() == h.y()).findFirst().orElse(null);
    }

    private List<Handle> together(Handle h) {
        Handle other = partner(h);
        return other == null ? List.of(h) : List.of(h, other);
    }

    private double value(Handle h, Frame f, Point p) {
        double x = f.xAt(p.x);
        double step = Math.abs(f.xAt(p.x + 1) - x);
        return switch (h.kind()) {
            case X -> rounded(x, step);
            case Y -> rounded(h.valueAt(f.yAt(p.y)), Math.abs(h.factor() * (f.yAt(p.y + 1) - f.yAt(p.y))));
            case WIDTH -> rounded(2 * Math.abs(x - centre(h)), step);
        };
    }

    private double centre(Handle h) {
        return handles.stream().filter(o -> o.kind() == Handle.Kind.X && o.component().equals(h.component())
                && o.step().equals(h.step())).mapToDouble(Handle::x).findFirst().orElse(h.x());
    }

    /** A value with no more decimals than a tenth of a pixel is worth, so that documents stay readable. */
    private static double rounded(double v, double pixel) {
        if (!(pixel > 0)) {
            return v;
        }
        double unit = Math.pow(10, Math.floor(Math.log10(pixel)));
        return new java.math.BigDecimal(Math.rint(v / unit)).multiply(
                new java.math.BigDecimal("1e" + (int) Math.floor(Math.log10(pixel)))).doubleValue();
    }

    boolean key(Event e) {
        int dx = e.keyCode == SWT.ARROW_LEFT ? -1 : e.keyCode == SWT.ARROW_RIGHT ? 1 : 0;
        int dy = e.keyCode == SWT.ARROW_UP ? -1 : e.keyCode == SWT.ARROW_DOWN ? 1 : 0;
        if (chosen == null || dx == 0 && dy == 0 || canvas.frames().isEmpty()) {
            return false;
        }
        Handle now = handles.stream().filter(o -> same(o, chosen)).findFirst().orElse(null);
        // the keys of the other direction move the handle that lies at the same point
        Handle h = now == null || (now.kind() == Handle.Kind.Y) == (dy != 0) ? now : partner(now);
        if (h == null) {
            return false;
        }
        Frame f = canvas.frames().get(0);
        double fine = (e.stateMask & SWT.SHIFT) != 0 ? 0.2 : 2;
        double x = f.x().valueAt(f.x().at(h.x()) + dx * fine);
        double y = f.y().valueAt(f.y().at(h.y()) + dy * fine);
        double v = switch (h.kind()) {
            case X -> x;
            case Y -> h.valueAt(y);
            case WIDTH -> 2 * Math.abs(x - centre(h));
        };
        double pixel = h.kind() == Handle.Kind.Y
                ? Math.abs(h.factor() * (f.yAt(f.area().bottom() - 1) - f.yAt(f.area().bottom())))
                : Math.abs(f.xAt(f.area().left() + 1) - f.xAt(f.area().left()));
        listener.handleMoved(h, rounded(v, pixel * 0.2), true);
        return true;
    }

    int cursor(Frame f, Point p) {
        Handle h = handleAt(f, p);
        if (h != null) {
            return partner(h) != null ? SWT.CURSOR_SIZEALL
                    : h.kind() == Handle.Kind.Y ? SWT.CURSOR_SIZENS : SWT.CURSOR_SIZEWE;
        }
        if (takesHandles(f)) {
            for (PictureRange r : rangesIn(f)) {
                for (double end : ends(r, f)) {
                    if (Math.abs(f.x().at(end) - p.x) < 5) {
                        return SWT.CURSOR_SIZEWE;
                    }
                }
            }
        }
        return 0;
    }

    String hint(Frame f, Point p) {
        Handle h = handleAt(f, p);
        if (h == null) {
            return null;
        }
        String what = switch (h.kind()) {
            case X -> partner(h) == null ? Messages.HandleTool_move : Messages.HandleTool_moveHeight;
            case Y -> Messages.HandleTool_height;
            case WIDTH -> Messages.HandleTool_width;
        };
        return (h.component().isEmpty() ? "" : h.component() + ": ") + what;
    }

    String componentOfHandle(Frame f, Point p) {
        Handle h = handleAt(f, p);
        return h == null ? null : h.component();
    }

    void paint(GC gc, Frame f) {
        if (!takesHandles(f)) {
            return;
        }
        Color ink = Pens.colour(canvas.palette().ink());
        for (PictureRange r : rangesIn(f)) {
            double[] ends = ends(r, f);
            for (double end : ends) {
                int x = (int) Math.round(Math.max(f.area().left() + 2, Math.min(f.area().right() - 3, f.x().at(end))));
                Pens.plainLine(gc, ink, 1);
                gc.setLineStyle(SWT.LINE_DASH);
                gc.setAlpha(150);
                gc.drawLine(x, (int) f.area().top(), x, (int) f.area().bottom());
                gc.setAlpha(255);
                gc.setBackground(ink);
                gc.fillRoundRectangle(x - 3, (int) f.area().middleY() - 12, 6, 24, 4, 4);
            }
        }
        for (Handle h : handles) {
            boolean mine = h.component().equals(selected) && !selected.isEmpty();
            boolean follows = held != null && moved != null && group.stream().anyMatch(o -> same(h, o));
            int x = (int) Math.round(follows && alongX && held.kind() != Handle.Kind.Y ? moved.x
                    : f.x().at(h.x()));
            int y = (int) Math.round(follows && alongY && held.kind() != Handle.Kind.WIDTH ? moved.y
                    : f.y().at(h.y()));
            if (Double.isNaN(h.y())) {
                line(gc, f, x, ink);
                continue;
            }
            int r = mine ? 5 : 4;
            gc.setAlpha(255);
            gc.setBackground(Pens.colour(canvas.palette().background()));
            Pens.plainLine(gc, ink, mine ? 2 : 1.2f);
            if (h.kind() == Handle.Kind.WIDTH) {
                if (!mine) {
                    continue;
                }
                gc.fillRectangle(x - 3, y - r, 6, 2 * r);
                gc.drawRectangle(x - 3, y - r, 6, 2 * r);
            } else {
                gc.fillOval(x - r, y - r, 2 * r, 2 * r);
                gc.drawOval(x - r, y - r, 2 * r, 2 * r);
            }
        }
    }

    /** A handle over the full height: a line with a grip. */
    private static void line(GC gc, Frame f, int x, Color ink) {
        Pens.plainLine(gc, ink, 1.5f);
        gc.setAlpha(255);
        gc.drawLine(x, (int) f.area().top(), x, (int) f.area().bottom());
        gc.setBackground(ink);
        gc.fillRoundRectangle(x - 4, (int) f.area().middleY() - 12, 8, 24, 4, 4);
    }

    private static boolean same(Handle a, Handle b) {
        return a.parameter().equals(b.parameter()) && a.step().equals(b.step());
    }
}
