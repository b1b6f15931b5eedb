package org.interphase.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Style;

/** Turns the layers of a panel into marks within its plot area. */
final class PanelPainter {

    private final PanelFrame frame;
    private final Palette palette;
    private final Scale x;
    private final Scale y;
    private final List<double[][]> curves = new ArrayList<>();

    PanelPainter(PanelFrame frame, Palette palette) {
        this.frame = frame;
        this.palette = palette;
        this.x = frame.x();
        this.y = frame.y();
    }

    void paint(List<Mark> out) {
        List<Layer.Text> texts = new ArrayList<>();
        for (Layer layer : frame.panel().layers()) {
            switch (layer) {
                case Layer.Line l -> line(out, l);
                case Layer.Points p -> points(out, p);
                case Layer.Band b -> band(out, b);
                case Layer.Bars b -> bars(out, b);
                case Layer.Span s -> span(out, s);
                case Layer.Guides g -> guides(out, g);
                case Layer.Outline o -> out.add(new Mark.Path(map(x, o.x()), map(y, o.y()), o.closed(),
                        rgb(o.style()), o.style().width(), dash(o.style()),
                        o.closed() && o.style().opacity() < 1 ? rgb(o.style()) : -1, o.style().opacity(), clip()));
                case Layer.Picture p -> out.add(new Mark.Image(PicturePng.encode(p, palette),
                        box(x.at(p.left()), y.at(p.top()), x.at(p.right()), y.at(p.bottom())), clip()));
                case Layer.Labels t -> texts.addAll(t.texts());
            }
        }
        if (frame.panel().x().visible() || frame.panel().y().visible()) {
            new LabelPlacer(frame.area(), curves).place(texts, x, y, palette, out);
        } else {
            // a drawing without axes, as of a circuit, says itself where its texts stand
            texts.forEach(t -> out.add(new Mark.Text(x.at(t.x()), y.at(t.y()) + 0.35 * LabelPlacer.SIZE, t.text(),
                    LabelPlacer.SIZE, palette.rgb(t.colour()), 0, false, false, t.hint())));
        }
    }

    private Mark.Box clip() {
        return frame.area();
    }

    private int rgb(Style style) {
        return palette.rgb(style.colour());
    }

    private static Mark.Box box(double x0, double y0, double x1, double y1) {
        return new Mark.Box(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
    }

    private static double[] map(Scale scale, double[] values) {
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = scale.at(values[i]);
        }
        return out;
    }

    static double[] dash(Style style) {
        return switch (style.dash()) {
            case SOLID -> new double[0];
            case DASHED -> new double[] {6, 4};
            case DOTTED -> new double[] {1.5, 3};
        };
    }

    private void line(List<Mark> out, Layer.Line l) {
        double[][] p = Decimation.perColumn(map(x, l.x()), map(y, l.y()));
        curves.add(p);
        out.add(new Mark.Path(p[0], p[1], false, rgb(l.style()), l.style().width(), dash(l.style()), -1, 1, clip()));
    }

    private void points(List<Mark> out, Layer.Points p) {
        double[] px = map(x, p.x());
        double[] py = map(y, p.y());
        if (p.yError() != null) {
            for (int i = 0; i < px.length; i++) {
                if (Double.isFinite(p.yError()[i]) && p.yError()[i] > 0) {
                    double lo = y.at(p.y()[i] - p.yError()[i]);
                    double hi = y.at(p.y()[i] + p.yError()[i]);
                    out.add(new Mark.Path(
                            new double[] {px[i], px[i], Double.NaN, px[i] - 3, px[i] + 3, Double.NaN, px[i] - 3, px[i]
                            + 3},
                            new double[] {lo, hi, Double.NaN, lo, lo, Double.NaN, hi, hi}, false, rgb(p.style()), 1,
                            new double[0], -1, 1, clip()));
                }
            }
        }
        double[][] thinned = px.length > 4000 ? Decimation.perColumn(px, py) : new double[][] {px, py};
        curves.add(thinned);
        out.add(new Mark.Symbols(thinned[0], thinned[1], p.style().symbol(), p.style().width(), rgb(p.style()),
                p.style().opacity(), clip()));
    }

    private void band(List<Mark> out, Layer.Band b) {
        double[] px = map(x, b.x());
        double[] lo = map(y, b.lower());
        double[] hi = map(y, b.upper());
        int from = 0;
        // a gap in the data parts the band, so that nothing is filled where nothing was measured
        for (int i = 0; i <= px.length; i++) {
            if (i == px.length || Double.isNaN(lo[i]) || Double.isNaN(hi[i])) {
                if (i - from > 1) {
                    piece(out, b.style(), px, lo, hi, from, i);
                }
                from = i + 1;
            }
        }
        curves.add(new double[][] {px, hi});
    }

    private void piece(List<Mark> out, Style style, double[] px, double[] lo, double[] hi, int from, int to) {
        double[][] upper = Decimation.perColumn(java.util.Arrays.copyOfRange(px, from, to),
                java.util.Arrays.copyOfRange(hi, from, to));
        double[][] lower = Decimation.perColumn(java.util.Arrays.copyOfRange(px, from, to),
                java.util.Arrays.copyOfRange(lo, from, to));
        int n = upper[0].length;
        int m = lower[0].length;
        double[] fx = new double[n + m];
        double[] fy = new double[n + m];
        for (int i = 0; i < n; i++) {
            fx[i] = upper[0][i];
            fy[i] = upper[1][i];
        }
        for (int i = 0; i < m; i++) {
            fx[n + i] = lower[0][m - 1 - i];
            fy[n + i] = lower[1][m - 1 - i];
        }
        out.add(new Mark.Path(fx, fy, true, -1, 0, new double[0], rgb(style), style.opacity(), clip()));
        out.add(new Mark.Path(upper[0], upper[1], false, rgb(style), style.width(), dash(style), -1, 1, clip()));
    }

    private void bars(List<Mark> out, Layer.Bars b) {
        double zero = y.logarithmic() ? frame.area().bottom() : y.at(0);
        double[] bx = new double[b.heights().length * 5];
        double[] by = new double[bx.length];
        for (int i = 0; i < b.heights().length; i++) {
            double l = x.at(b.edges()[i]);
            double r = x.at(b.edges()[i + 1]);
            double h = y.at(b.heights()[i]);
            double[] cx = {l, r, r, l, Double.NaN};
            double[] cy = {h, h, zero, zero, Double.NaN};
            System.arraycopy(cx, 0, bx, i * 5, 5);
            System.arraycopy(cy, 0, by, i * 5, 5);
        }
        out.add(new Mark.Path(bx, by, true, rgb(b.style()), 0.8, new double[0], rgb(b.style()), b.style().opacity(),
                clip()));
    }

    private void span(List<Mark> out, Layer.Span s) {
        double l = x.at(s.from());
        double r = x.at(s.to());
        out.add(new Mark.Path(new double[] {l, r, r, l},
                new double[] {clip().top(), clip().top(), clip().bottom(), clip().bottom()}, true, -1, 0, new double[0],
                rgb(s.style()), Math.min(s.style().opacity(), 0.25), clip()));
    }

    private void guides(List<Mark> out, Layer.Guides g) {
        for (double v : g.at()) {
            double[] gx = g.vertical() ? new double[] {x.at(v), x.at(v)} : new double[] {clip().left(), clip().right()};
            double[] gy = g.vertical() ? new double[] {clip().top(), clip().bottom()} : new double[] {y.at(v), y.at(v)};
            out.add(new Mark.Path(gx, gy, false, rgb(g.style()), g.style().width(), dash(g.style()), -1, 1, clip()));
        }
    }
}
