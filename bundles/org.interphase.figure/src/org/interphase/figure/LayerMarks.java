package org.interphase.figure;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Style;

/** Turns the layers of a panel into marks within its plot area; texts come later, when all curves are known. */
final class LayerMarks {

    /** Edges of a band nearer than this are one: the edge of a component is not its background. */
    private static final double APART = 0.7;
    private static final double SPAN = 0.25;
    private static final double WHISKER = 2.5;

    private final Frame frame;
    private final Theme theme;
    private final Pictures pictures;
    private final Occupancy taken;
    private final List<Mark> out;
    private final Map<double[], Polyline> thinned = new IdentityHashMap<>();
    private Mark.Subject subject;
    private boolean emphasised;

    LayerMarks(Frame frame, Theme theme, Pictures pictures, Occupancy taken, List<Mark> out) {
        this.frame = frame;
        this.theme = theme;
        this.pictures = pictures;
        this.taken = taken;
        this.out = out;
    }

    void add(String selected) {
        for (Layer layer : frame.panel().layers()) {
            subject = new Mark.Subject(Mark.Part.LAYER, frame.panel().id(), layer.component());
            emphasised = !selected.isEmpty() && layer.component().equals(selected);
            switch (layer) {
                case Layer.Line l -> line(l);
                case Layer.Points p -> points(p);
                case Layer.Band b -> band(b);
                case Layer.Bars b -> bars(b);
                case Layer.Span s -> out.add(Mark.Path.of(subject, Box.between(x(s.from()), frame.area().top(),
                        x(s.to()), frame.area().bottom()), Mark.Pen.NONE,
                        fill(s.style(), Math.min(s.style().opacity(), SPAN))));
                case Layer.Guides g -> guides(g);
                case Layer.Outline o -> outline(o);
                case Layer.Picture p -> picture(p);
                case Layer.Labels t -> {
                    continue;
                }
            }
        }
    }

    private double x(double value) {
        return Polyline.position(frame.x(), value);
    }

    private double y(double value) {
        return Polyline.position(frame.y(), value);
    }

    private Polyline thin(double[] xs, double[] ys) {
        return thinned.computeIfAbsent(ys, k -> Polyline.of(xs, k, frame.x(), frame.y()));
    }

    private Mark.Fill fill(Style style, double opacity) {
        return new Mark.Fill(theme.palette().rgb(style.colour()), Math.min(1, opacity));
    }

    private Mark.Pen pen(Style style) {
        Mark.Pen pen = pen(style, theme);
        return emphasised ? new Mark.Pen(pen.rgb(), pen.width() + theme.point(), pen.dash(), pen.opacity()) : pen;
    }

    static Mark.Pen pen(Style style, Theme theme) {
        return new Mark.Pen(theme.palette().rgb(style.colour()), Math.max(0.8, style.width() * theme.point()),
                switch (style.dash()) {
                    case SOLID -> new double[0];
                    case DASHED -> new double[] {5, 4};
                    case DOTTED -> new double[] {1.5, 3};
                }, 1);
    }

    private void line(Layer.Line l) {
        Polyline p = thin(l.x(), l.y());
        Mark.Pen pen = pen(l.style());
        taken.line(p.x(), p.y());
        joined(p.x(), p.y(), new Mark.Pen(pen.rgb(), pen.width(), pen.dash(), Math.min(1, l.style().opacity())));
        if (l.style().symbol() != Style.Symbol.NONE) {
            out.add(new Mark.Symbols(subject, p.x(), p.y(), l.style().symbol(), 4, pen.rgb(), 1));
        }
    }

    private void points(Layer.Points layer) {
        Polyline p = thin(layer.x(), layer.y());
        taken.points(p.x(), p.y());
        int rgb = theme.palette().rgb(layer.style().colour());
        double opacity = Math.clamp(layer.style().opacity(), 0.05, 1);
        if (p.isDense(frame.area().width())) {
            // too dense for symbols: the filled range per column tells as much
            out.add(new Mark.Path(subject, p.x(), p.y(), false, new Mark.Pen(rgb, 1, new double[0], opacity),
                    Mark.Fill.NONE));
            return;
        }
        if (layer.yError() != null && Arrays.stream(layer.yError()).anyMatch(e -> e > 0)) {
            errorBars(layer, new Mark.Pen(rgb, 1, new double[0], opacity));
        }
        out.add(new Mark.Symbols(subject, p.x(), p.y(), layer.style().symbol(), layer.style().width() * theme.point(),
                rgb, opacity));
    }

    private void errorBars(Layer.Points layer, Mark.Pen pen) {
        int n = layer.x().length;
        double[] bx = new double[9 * n];
        double[] by = new double[9 * n];
        for (int i = 0; i < n; i++) {
            double at = layer.yError()[i] > 0 ? x(layer.x()[i]) : Double.NaN;
            double lo = y(layer.y()[i] - layer.yError()[i]);
            double hi = y(layer.y()[i] + layer.yError()[i]);
            double[] xs = {at, at, Double.NaN, at - WHISKER, at + WHISKER, Double.NaN, at - WHISKER, at + WHISKER,
                Double.NaN};
            System.arraycopy(xs, 0, bx, 9 * i, 9);
            System.arraycopy(new double[] {lo, hi, 0, lo, lo, 0, hi, hi, 0}, 0, by, 9 * i, 9);
        }
        out.add(new Mark.Path(subject, bx, by, false, pen, Mark.Fill.NONE));
    }

    private void band(Layer.Band b) {
        Polyline upper = thin(b.x(), b.upper());
        Polyline lower = thin(b.x(), b.lower());
        taken.line(upper.x(), upper.y());
        double[][] parts = between(upper, lower);
        out.add(new Mark.Path(subject, parts[0], parts[1], true, Mark.Pen.NONE,
                fill(b.style(), b.style().opacity() * (emphasised ? 1.6 : 1))));
        if (b.style().width() > 0) {
            double[] edge = upper.y().clone();
            for (int i = 0; i < edge.length && edge.length == lower.y().length; i++) {
                edge[i] = Math.abs(edge[i] - lower.y()[i]) < APART ? Double.NaN : edge[i];
            }
            joined(upper.x(), edge, pen(b.style()));
        }
    }

    /** A line through points; one that stands alone between breaks leaves no ink and is left out, and so is no line. */
    private void joined(double[] px, double[] py, Mark.Pen pen) {
        double[] y = py.clone();
        boolean any = false;
        for (int i = 0; i < y.length; i++) {
            boolean joins = i > 0 && isPlace(px, py, i - 1) || i < y.length - 1 && isPlace(px, py, i + 1);
            y[i] = joins ? y[i] : Double.NaN;
            any |= !Double.isNaN(px[i] + y[i]);
        }
        if (any) {
            out.add(new Mark.Path(subject, px, y, false, pen, Mark.Fill.NONE));
        }
    }

    private static boolean isPlace(double[] px, double[] py, int i) {
        return !Double.isNaN(px[i] + py[i]);
    }

    /** Closed pieces between two edges; a gap in the data parts them, so that nothing is filled where nothing was. */
    private static double[][] between(Polyline upper, Polyline lower) {
        double[] px = new double[2 * (upper.x().length + lower.x().length) + 2];
        double[] py = new double[px.length];
        int n = 0;
        int i = 0;
        int k = 0;
        while (i < upper.x().length && k < lower.x().length) {
            int upperEnd = end(upper, i);
            int lowerEnd = end(lower, k);
            if (upperEnd - i > 1 && lowerEnd - k > 1) {
                for (int j = i; j < upperEnd; j++) {
                    px[n] = upper.x()[j];
                    py[n++] = upper.y()[j];
                }
                for (int j = lowerEnd - 1; j >= k; j--) {
                    px[n] = lower.x()[j];
                    py[n++] = lower.y()[j];
                }
                px[n] = Double.NaN;
                py[n++] = Double.NaN;
            }
            i = upperEnd + 1;
            k = lowerEnd + 1;
        }
        return new double[][] {Arrays.copyOf(px, n), Arrays.copyOf(py, n)};
    }

    private static int end(Polyline p, int from) {
        int i = from;
        while (i < p.x().length && !Double.isNaN(p.x()[i] + p.y()[i])) {
            i++;
        }
        return i;
    }

    private void bars(Layer.Bars b) {
        double zero = frame.y().logarithmic() ? frame.area().bottom() : y(0);
        int n = b.heights().length;
        double[] bx = new double[5 * n];
        double[] by = new double[5 * n];
        for (int i = 0; i < n; i++) {
            double l = x(b.edges()[i]);
            double r = x(b.edges()[i + 1]);
            double h = y(b.heights()[i]);
            System.arraycopy(new double[] {l, r, r, l, Double.NaN}, 0, bx, 5 * i, 5);
            System.arraycopy(new double[] {h, h, zero, zero, Double.NaN}, 0, by, 5 * i, 5);
            if (!Double.isNaN(l + r + h)) {
                taken.box(Box.between(l, h, r, zero));
            }
        }
        boolean wide = n > 0 && Math.abs(bx[1] - bx[0]) > 4;
        out.add(new Mark.Path(subject, bx, by, true,
                wide ? Mark.Pen.of(theme.palette().rgb(b.style().colour()), 0.8) : Mark.Pen.NONE,
                fill(b.style(), b.style().opacity())));
    }

    private void guides(Layer.Guides g) {
        Box a = frame.area();
        for (double v : g.at()) {
            double at = g.vertical() ? x(v) : y(v);
            out.add(g.vertical() ? Mark.Path.line(subject, at, a.top(), at, a.bottom(), pen(g.style()))
                    : Mark.Path.line(subject, a.left(), at, a.right(), at, pen(g.style())));
        }
    }

    private void outline(Layer.Outline o) {
        double[] px = Arrays.stream(o.x()).map(this::x).toArray();
        double[] py = Arrays.stream(o.y()).map(this::y).toArray();
        taken.line(px, py);
        out.add(new Mark.Path(subject, px, py, o.closed(), pen(o.style()),
                o.closed() && o.style().opacity() < 1 ? fill(o.style(), o.style().opacity()) : Mark.Fill.NONE));
    }

    private void picture(Layer.Picture p) {
        if (p == KeyMarks.ground(frame)) {
            KeyMarks.hatch(subject, Box.between(x(p.left()), y(p.top()), x(p.right()), y(p.bottom())), frame.area(),
                    theme, out);
        }
        out.add(new Mark.Image(subject, new PictureColours(pictures.of(p), p.colours(),
                theme.palette().rgb(p.style().colour()), p.style().opacity()), frame.x().at(p.left()),
                frame.y().at(p.top()), frame.x().at(p.right()), frame.y().at(p.bottom())));
    }
}
