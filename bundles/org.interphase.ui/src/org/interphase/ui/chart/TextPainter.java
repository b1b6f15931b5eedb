package org.interphase.ui.chart;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.report.figure.Palette;

/** Paints legend and labels of a panel where they cover neither curves nor each other. */
final class TextPainter {

    /** A text on screen, for hover and clicks; the rectangle is in plot coordinates. */
    record Placed(Layer.Text text, Rectangle box) {
    }

    private static final int FLAGS = SWT.DRAW_TRANSPARENT;
    private static final int ROW_GAP = 3;
    private static final int MOST_ROWS = 12;
    private final GC gc;
    private final Frame frame;
    private final Palette palette;
    private final Fonts fonts;
    private final Polylines lines;
    private final int left;
    private final int top;

    TextPainter(GC gc, Frame frame, int left, int top, Palette palette, Fonts fonts, Polylines lines) {
        this.lines = lines;
        this.gc = gc;
        this.frame = frame;
        this.left = left;
        this.top = top;
        this.palette = palette;
        this.fonts = fonts;
    }

    List<Placed> paint() {
        Occupancy occupancy = occupancy();
        if (frame.panel().legend()) {
            legend(occupancy);
        }
        return labels(occupancy);
    }

    private Occupancy occupancy() {
        Rectangle plot = frame.plot();
        Occupancy o = new Occupancy(plot.width, plot.height);
        for (Layer layer : frame.panel().layers()) {
            switch (layer) {
                case Layer.Line l -> o.line(lines.of(l.x(), l.y()));
                case Layer.Band b -> o.line(lines.of(b.x(), b.upper()));
                case Layer.Outline l -> o.line(lines.of(l.x(), l.y()));
                case Layer.Points p -> {
                    Polyline line = lines.of(p.x(), p.y());
                    for (int i = 0; i < line.size(); i++) {
                        o.point(line.x()[i], line.y()[i]);
                    }
                }
                case Layer.Bars b -> {
                    for (int i = 0; i < b.heights().length; i++) {
                        double x0 = frame.x().at(b.edges()[i]);
                        double x1 = frame.x().at(b.edges()[i + 1]);
                        o.box(Math.min(x0, x1), Polyline.pixel(frame.y(), b.heights()[i]), Math.max(x0, x1),
                                plot.height);
                    }
                }
                default -> {
                    // spans, guides and pictures do not keep texts away
                }
            }
        }
        return o;
    }

    private static boolean isMask(Layer layer) {
        return layer instanceof Layer.Picture p && p.colours() == Layer.ColourMap.MASK;
    }

    private List<Layer> legendEntries(Panel panel) {
        List<Layer> rows = new ArrayList<>();
        // one mask explains itself, several are told apart by their colours
        boolean masks = panel.layers().stream().filter(TextPainter::isMask).count() > 1;
        for (Layer l : panel.layers()) {
            boolean named = !l.label().isEmpty() && !(l instanceof Layer.Labels)
                    && (!(l instanceof Layer.Picture) || masks && isMask(l));
            if (named && rows.stream().noneMatch(r -> r.label().equals(l.label()))) {
                rows.add(l);
            }
        }
        return rows.size() > MOST_ROWS ? rows.subList(0, MOST_ROWS) : rows;
    }

    private void legend(Occupancy occupancy) {
        List<Layer> rows = legendEntries(frame.panel());
        if (rows.isEmpty()) {
            return;
        }
        gc.setFont(fonts.label());
        int rowHeight = gc.textExtent("Xy").y + ROW_GAP;
        int width = 34 + rows.stream().mapToInt(l -> gc.textExtent(l.label(), FLAGS).x).max().orElse(0);
        int height = rowHeight * rows.size();
        Rectangle plot = frame.plot();
        if (width > plot.width * 0.6 || height > plot.height * 0.7) {
            return;
        }
        int x = plot.width - width - 12;
        int y = 8;
        int best = Integer.MAX_VALUE;
        int[][] corners = {{plot.width - width - 12, 8}, {12, 8}, {12, plot.height - height - 8},
            {plot.width - width - 12, plot.height - height - 8}, {(plot.width - width) / 2, 8}};
        for (int[] corner : corners) {
            int covered = occupancy.count(corner[0] - 4, corner[1] - 3, corner[0] + width + 4, corner[1] + height + 3);
            if (covered < best) {
                best = covered;
                x = corner[0];
                y = corner[1];
            }
        }
        occupancy.box(x - 4, y - 2, x + width + 4, y + height + 2);
        boolean onPicture = frame.panel().layers().stream().anyMatch(Layer.Picture.class::isInstance);
        if (best > 0 || onPicture) {
            gc.setAlpha(onPicture ? 225 : 190);
            gc.setBackground(Pens.colour(palette.background()));
            gc.fillRoundRectangle(left + x - 6, top + y - 4, width + 12, height + 6, 6, 6);
            gc.setAlpha(255);
        }
        for (Layer row : rows) {
            sample(row, left + x, top + y + rowHeight / 2);
            gc.setForeground(Pens.colour(palette.ink()));
            gc.drawText(row.label(), left + x + 32, top + y + ROW_GAP / 2, FLAGS);
            y += rowHeight;
        }
    }

    private void sample(Layer layer, int x, int y) {
        Style style = layer.style();
        gc.setAlpha(255);
        switch (layer) {
            case Layer.Points p -> {
                gc.setBackground(Pens.colour(palette, style.colour()));
                gc.setForeground(Pens.colour(palette, style.colour()));
                SymbolPainter.paint(gc, new Polyline(new float[] {x + 12}, new float[] {y}, 1), style.symbol(),
                        Math.max(5, style.width() * Pens.PIXELS_PER_POINT), 0, 0);
            }
            case Layer.Band b -> box(style, x, y, Math.max(0.35, style.opacity()));
            case Layer.Bars b -> box(style, x, y, Math.max(0.35, style.opacity()));
            case Layer.Span s -> box(style, x, y, 0.3);
            case Layer.Picture p -> box(style, x, y, Math.max(0.35, style.opacity()));
            default -> {
                Pens.stroke(gc, palette, style);
                gc.drawLine(x, y, x + 24, y);
            }
        }
    }

    private void box(Style style, int x, int y, double opacity) {
        gc.setBackground(Pens.colour(palette, style.colour()));
        gc.setAlpha((int) Math.round(255 * Math.min(1, opacity)));
        gc.fillRectangle(x, y - 5, 24, 10);
        Pens.plainLine(gc, Pens.colour(palette, style.colour()), 1);
        gc.drawRectangle(x, y - 5, 24, 10);
    }

    private List<Placed> labels(Occupancy occupancy) {
        List<Placed> placed = new ArrayList<>();
        LabelPlacer placer = new LabelPlacer(occupancy, frame.plot().width, frame.plot().height);
        gc.setFont(fonts.label());
        for (Layer layer : frame.panel().layers()) {
            if (layer instanceof Layer.Labels labels) {
                for (Layer.Text t : labels.texts()) {
                    double px = Polyline.pixel(frame.x(), t.x());
                    double py = Polyline.pixel(frame.y(), t.y());
                    boolean inSight = px >= 0 && px <= frame.plot().width && py >= -2 && py <= frame.plot().height + 2;
                    if (inSight) {
                        placed.add(label(t, px, py, placer));
                    }
                }
            }
        }
        return placed;
    }

    private Placed label(Layer.Text t, double px, double py, LabelPlacer placer) {
        Point size = gc.textExtent(t.text(), FLAGS);
        LabelPlacer.Place p = placer.place(px, py, size.x, size.y);
        int x = (int) Math.round(p.x());
        int y = (int) Math.round(p.y());
        if (p.away() > 16) {
            Pens.plainLine(gc, Pens.mixed(palette.background(), palette.ink(), 0.45), 1);
            double edgeY = y + size.y <= py ? y + size.y + 1.0 : y - 1.0;
            double edgeX = Math.max(x + 4, Math.min(x + size.x - 4, px));
            double endY = py + (edgeY < py ? -3 : 3);
            gc.drawLine(left + (int) edgeX, top + (int) edgeY, left + (int) px, top + (int) endY);
            placer.leader(edgeX, edgeY, px, endY);
        }
        gc.setAlpha(255);
        gc.setForeground(Pens.mixed(palette.rgb(t.colour()), palette.ink(), palette.dark() ? 0.15 : 0.25));
        gc.drawText(t.text(), left + x, top + y, FLAGS);
        return new Placed(t, new Rectangle(x, y, size.x, size.y));
    }
}
