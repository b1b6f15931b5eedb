package org.interphase.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.figure.Layer;

/** Draws a panel's legend in the corner that covers least. */
final class LegendPainter {

    private static final double SIZE = 11;
    private static final double ROW = 16;
    private static final double SWATCH = 22;
    private static final double COVERS_TEXT = 1e6;
    private static final double COVERS_DATA = 6;

    private final PanelFrame frame;
    private final Palette palette;

    LegendPainter(PanelFrame frame, Palette palette) {
        this.frame = frame;
        this.palette = palette;
    }

    void paint(List<Mark> out) {
        List<Layer> entries = new ArrayList<>();
        for (Layer l : frame.panel().layers()) {
            boolean known = entries.stream().anyMatch(e -> e.label().equals(l.label()) && e.getClass() == l.getClass());
            if (!l.label().isEmpty() && !known && !(l instanceof Layer.Picture) && !(l instanceof Layer.Labels)) {
                entries.add(l);
            }
        }
        Mark.Box area = frame.area();
        int most = (int) ((area.height() - 12) / ROW);
        if (!frame.panel().legend() || entries.size() < 2 || most < 2) {
            return;
        }
        List<Layer> shown = entries.size() > most ? entries.subList(0, most) : entries;
        double width = SWATCH + 12 + shown.stream().mapToDouble(l -> Typeset.width(l.label(), SIZE)).max().orElse(0);
        double height = shown.size() * ROW;
        Mark.Box box = quietest(area, width, height, out);
        if (box == null) {
            return;
        }
        boolean onPicture = frame.panel().layers().stream().anyMatch(Layer.Picture.class::isInstance);
        if (onPicture || covers(box, out)) {
            Mark.Box ground = box.grown(4);
            out.add(new Mark.Path(new double[] {ground.left(), ground.right(), ground.right(), ground.left()},
                    new double[] {ground.top(), ground.top(), ground.bottom(), ground.bottom()}, true, -1, 0,
                    new double[0], palette.background(), onPicture ? 0.9 : 0.75, frame.area()));
        }
        double y = box.top();
        for (Layer l : shown) {
            swatch(out, l, box.left(), y + ROW / 2);
            out.add(new Mark.Text(box.left() + SWATCH + 7, y + ROW / 2 + SIZE * 0.35, l.label(), SIZE, palette.ink(),
                    -1,
                    false, false, ""));
            y += ROW;
        }
    }

    /** The place that covers fewest points, or null if every place would cover a text or too much data. */
    private Mark.Box quietest(Mark.Box area, double w, double h, List<Mark> marks) {
        double m = 10;
        List<Mark.Box> places = new ArrayList<>();
        // corners first, so that of equally quiet places a corner wins; then a grid over the whole area
        for (double fx : new double[] {1, 0, 0.5, 0.75, 0.25}) {
            for (double fy : new double[] {0, 1, 0.25, 0.5, 0.75}) {
                double left = area.left() + m + fx * (area.width() - 2 * m - w);
                double top = area.top() + m + fy * (area.height() - 2 * m - h);
                places.add(new Mark.Box(left, top, left + w, top + h));
            }
        }
        Mark.Box best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Mark.Box c : places) {
            double cost = 0;
            for (Mark mark : marks) {
                cost += switch (mark) {
                    case Mark.Text t -> t.box().overlaps(c.grown(2)) ? COVERS_TEXT : 0;
                    case Mark.Path p when p.fill() < 0 -> inside(p.x(), p.y(), c);
                    case Mark.Symbols s -> inside(s.x(), s.y(), c);
                    default -> 0;
                };
            }
            if (cost < least) {
                least = cost;
                best = c;
            }
        }
        boolean named = frame.panel().layers().stream().anyMatch(Layer.Labels.class::isInstance);
        // where components are named in the picture, a legend is not worth hiding data for
        return least < (named ? COVERS_DATA : COVERS_TEXT) ? best : null;
    }

    private static boolean covers(Mark.Box box, List<Mark> marks) {
        return marks.stream().anyMatch(m -> m instanceof Mark.Path p && p.fill() < 0 && inside(p.x(), p.y(), box) > 0
                || m instanceof Mark.Symbols s && inside(s.x(), s.y(), box) > 0);
    }

    private static double inside(double[] x, double[] y, Mark.Box c) {
        int n = 0;
        Mark.Box wide = c.grown(3);
        for (int i = 0; i < x.length; i++) {
            if (x[i] > wide.left() && x[i] < wide.right() && y[i] > wide.top() && y[i] < wide.bottom()) {
                n++;
            }
        }
        return n;
    }

    private void swatch(List<Mark> out, Layer layer, double x, double y) {
        int rgb = palette.rgb(layer.style().colour());
        double[] xs = {x, x + SWATCH};
        double[] ys = {y, y};
        switch (layer) {
            case Layer.Points p -> out.add(new Mark.Symbols(new double[] {x + SWATCH / 2}, new double[] {y},
                    p.style().symbol(), Math.max(p.style().width(), 4), rgb, 1, null));
            case Layer.Line l -> out.add(new Mark.Path(xs, ys, false, rgb, l.style().width(),
                    PanelPainter.dash(l.style()), -1, 1, null));
            case Layer.Guides g -> out.add(new Mark.Path(xs, ys, false, rgb, g.style().width(),
                    PanelPainter.dash(g.style()), -1, 1, null));
            default -> out.add(new Mark.Path(new double[] {x, x + SWATCH, x + SWATCH, x},
                    new double[] {y - 5, y - 5, y + 5, y + 5}, true, rgb, 1, new double[0], rgb,
                    Math.min(layer.style().opacity(), 0.5), null));
        }
    }
}
