package org.interphase.ui.chart;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Rectangle;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Style;
import org.interphase.report.figure.Palette;

/** Paints the layers of a panel with float paths and antialiasing; the clip is the plot area. */
final class LayerPainter {

    private final GC gc;
    private final Frame frame;
    private final Palette palette;
    private final PictureCache pictures;
    private final Polylines lines;
    private final float left;
    private final float top;

    /**
     * @param left where the plot area's left edge is in the graphics context
     * @param top where its top edge is
     */
    LayerPainter(GC gc, Frame frame, int left, int top, Palette palette, PictureCache pictures, Polylines lines) {
        this.lines = lines;
        this.gc = gc;
        this.frame = frame;
        this.left = left;
        this.top = top;
        this.palette = palette;
        this.pictures = pictures;
    }

    /**
     * Paints all layers but texts.
     *
     * @param selected label of the layers to emphasise; empty for none
     * @param screen whether this is the screen at its own scale
     */
    void paint(String selected, boolean screen) {
        for (Layer layer : frame.panel().layers()) {
            boolean emphasised = !selected.isEmpty() && layer.label().equals(selected);
            switch (layer) {
                case Layer.Line l -> line(l, emphasised);
                case Layer.Points p -> points(p);
                case Layer.Band b -> band(b, emphasised);
                case Layer.Bars b -> bars(b);
                case Layer.Span s -> span(s);
                case Layer.Guides g -> guides(g);
                case Layer.Outline o -> outline(o);
                case Layer.Picture p -> {
                    ValueKey.hatch(gc, p, frame, Math.round(left), Math.round(top), palette);
                    pictures.paint(gc, p, frame, Math.round(left), Math.round(top), palette, screen);
                }
                case Layer.Labels t -> {
                    // texts come last, over everything, when all curves are known
                }
            }
        }
        gc.setAlpha(255);
    }

    private Polyline polyline(double[] x, double[] y) {
        return lines.of(x, y);
    }

    private void line(Layer.Line l, boolean emphasised) {
        Style style = emphasised ? new Style(l.style().colour(), l.style().width() + 1, l.style().dash(),
                l.style().symbol(), l.style().opacity()) : l.style();
        Pens.stroke(gc, palette, style);
        if (style.opacity() < 1) {
            gc.setAlpha((int) Math.round(255 * style.opacity()));
        }
        Polyline p = polyline(l.x(), l.y());
        if (p.size() > 3 * frame.plot().width) {
            // several strokes per pixel column: smooth edges cost much and show nothing
            gc.setLineAttributes(new org.eclipse.swt.graphics.LineAttributes(1));
            gc.setAntialias(SWT.OFF);
        }
        draw(p, false);
        gc.setAntialias(SWT.ON);
        if (style.symbol() != Style.Symbol.NONE) {
            SymbolPainter.paint(gc, polyline(l.x(), l.y()), style.symbol(), 4, left, top);
        }
    }

    private void draw(Polyline p, boolean close) {
        Path path = new Path(gc.getDevice());
        boolean open = false;
        for (int i = 0; i < p.size(); i++) {
            float x = p.x()[i];
            float y = p.y()[i];
            if (Float.isNaN(x) || Float.isNaN(y)) {
                open = false;
            } else if (open) {
                path.lineTo(left + x, top + y);
            } else {
                path.moveTo(left + x, top + y);
                open = true;
            }
        }
        if (close && p.size() > 2) {
            path.close();
        }
        gc.drawPath(path);
        path.dispose();
    }

    private void points(Layer.Points layer) {
        Polyline p = polyline(layer.x(), layer.y());
        Color colour = Pens.colour(palette, layer.style().colour());
        gc.setAlpha((int) Math.round(255 * Math.max(0.05, Math.min(1, layer.style().opacity()))));
        if (layer.yError() != null && p.size() == layer.x().length && p.size() <= 3 * frame.plot().width) {
            Pens.plainLine(gc, colour, 1);
            Path bars = new Path(gc.getDevice());
            for (int i = 0; i < p.size(); i++) {
                float x = left + p.x()[i];
                float lo = top + Polyline.pixel(frame.y(), layer.y()[i] - layer.yError()[i]);
                float hi = top + Polyline.pixel(frame.y(), layer.y()[i] + layer.yError()[i]);
                if (!Float.isNaN(x + lo + hi)) {
                    bars.moveTo(x, lo);
                    bars.lineTo(x, hi);
                    bars.moveTo(x - 2.5f, lo);
                    bars.lineTo(x + 2.5f, lo);
                    bars.moveTo(x - 2.5f, hi);
                    bars.lineTo(x + 2.5f, hi);
                }
            }
            gc.drawPath(bars);
            bars.dispose();
        }
        gc.setForeground(colour);
        gc.setBackground(colour);
        if (p.size() > 3 * frame.plot().width) {
            // too dense for symbols: the filled range per pixel column tells as much
            Pens.plainLine(gc, colour, 1);
            draw(p, false);
        } else {
            double size = layer.style().width() * Pens.PIXELS_PER_POINT;
            SymbolPainter.paint(gc, p, layer.style().symbol(), size, left, top);
        }
    }

    private void band(Layer.Band b, boolean emphasised) {
        Polyline upper = polyline(b.x(), b.upper());
        Polyline lower = polyline(b.x(), b.lower());
        gc.setBackground(Pens.colour(palette, b.style().colour()));
        double opacity = Math.min(1, b.style().opacity() * (emphasised ? 1.6 : 1));
        gc.setAlpha((int) Math.round(255 * opacity));
        fillBetween(upper, lower);
        if (b.style().width() > 0) {
            Pens.stroke(gc, palette, b.style());
            if (emphasised) {
                gc.setLineWidth(3);
            }
            draw(apart(upper, lower), false);
        }
    }

    /** The upper edge only where it leaves the lower one: the edge of a component is not its background. */
    private static Polyline apart(Polyline upper, Polyline lower) {
        if (upper.size() != lower.size()) {
            return upper;
        }
        float[] y = upper.y().clone();
        for (int i = 0; i < upper.size(); i++) {
            y[i] = Math.abs(y[i] - lower.y()[i]) < 0.7f ? Float.NaN : y[i];
        }
        return new Polyline(upper.x(), y, upper.size());
    }

    private void fillBetween(Polyline upper, Polyline lower) {
        int start = 0;
        while (start < upper.size() && start < lower.size()) {
            int end = start;
            while (end < upper.size() && end < lower.size() && !Float.isNaN(upper.y()[end] + lower.y()[end])) {
                end++;
            }
            if (end - start > 1) {
                Path path = new Path(gc.getDevice());
                path.moveTo(left + upper.x()[start], top + upper.y()[start]);
                for (int i = start + 1; i < end; i++) {
                    path.lineTo(left + upper.x()[i], top + upper.y()[i]);
                }
                for (int i = end - 1; i >= start; i--) {
                    path.lineTo(left + lower.x()[i], top + lower.y()[i]);
                }
                path.close();
                gc.fillPath(path);
                path.dispose();
            }
            start = end + 1;
        }
    }

    private void bars(Layer.Bars b) {
        gc.setBackground(Pens.colour(palette, b.style().colour()));
        double base = frame.panel().y().logarithmic() ? frame.view().y().min() : 0;
        float y0 = Polyline.pixel(frame.y(), base);
        for (int i = 0; i < b.heights().length; i++) {
            float x0 = Polyline.pixel(frame.x(), b.edges()[i]);
            float x1 = Polyline.pixel(frame.x(), b.edges()[i + 1]);
            float y1 = Polyline.pixel(frame.y(), b.heights()[i]);
            if (Float.isNaN(x0 + x1 + y1)) {
                continue;
            }
            Path path = new Path(gc.getDevice());
            path.addRectangle(left + Math.min(x0, x1), top + Math.min(y0, y1), Math.max(1, Math.abs(x1 - x0)),
                    Math.abs(y1 - y0));
            gc.setAlpha((int) Math.round(255 * Math.min(1, b.style().opacity())));
            gc.fillPath(path);
            if (Math.abs(x1 - x0) > 4) {
                gc.setAlpha(255);
                Pens.plainLine(gc, Pens.colour(palette, b.style().colour()), 1);
                gc.drawPath(path);
            }
            path.dispose();
        }
    }

    private void span(Layer.Span s) {
        float x0 = Polyline.pixel(frame.x(), s.from());
        float x1 = Polyline.pixel(frame.x(), s.to());
        if (Float.isNaN(x0 + x1)) {
            return;
        }
        Rectangle plot = frame.plot();
        gc.setBackground(Pens.colour(palette, s.style().colour()));
        gc.setAlpha((int) Math.round(255 * Math.min(0.25, s.style().opacity())));
        Path path = new Path(gc.getDevice());
        path.addRectangle(left + Math.min(x0, x1), top, Math.abs(x1 - x0), plot.height);
        gc.fillPath(path);
        path.dispose();
    }

    private void guides(Layer.Guides g) {
        Pens.stroke(gc, palette, g.style());
        Path path = new Path(gc.getDevice());
        for (double at : g.at()) {
            float p = Polyline.pixel(g.vertical() ? frame.x() : frame.y(), at);
            if (Float.isNaN(p)) {
                continue;
            }
            path.moveTo(g.vertical() ? left + p : left, g.vertical() ? top : top + p);
            path.lineTo(g.vertical() ? left + p : left + frame.plot().width,
                    g.vertical() ? top + frame.plot().height : top + p);
        }
        gc.drawPath(path);
        path.dispose();
    }

    private void outline(Layer.Outline o) {
        float[] px = new float[o.x().length];
        float[] py = new float[o.x().length];
        for (int i = 0; i < px.length; i++) {
            px[i] = Polyline.pixel(frame.x(), o.x()[i]);
            py[i] = Polyline.pixel(frame.y(), o.y()[i]);
        }
        Polyline p = new Polyline(px, py, px.length);
        if (o.closed() && o.style().opacity() < 1) {
            Path path = new Path(gc.getDevice());
            boolean open = false;
            for (int i = 0; i < px.length; i++) {
                if (Float.isNaN(px[i] + py[i])) {
                    open = false;
                } else if (open) {
                    path.lineTo(left + px[i], top + py[i]);
                } else {
                    path.moveTo(left + px[i], top + py[i]);
                    open = true;
                }
            }
            gc.setBackground(Pens.colour(palette, o.style().colour()));
            gc.setAlpha((int) Math.round(255 * o.style().opacity()));
            gc.fillPath(path);
            path.dispose();
        }
        Pens.stroke(gc, palette, o.style());
        draw(p, o.closed());
    }
}
