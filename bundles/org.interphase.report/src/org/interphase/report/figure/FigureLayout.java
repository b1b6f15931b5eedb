package org.interphase.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Panel;

/**
 * Resolves a figure into marks on a page: plot areas, ticks, curves, labels, legend.
 */
public final class FigureLayout {

    private static final double MARGIN = 12;

    private final Palette palette;

    /** A layout in a palette. */
    public FigureLayout(Palette palette) {
        this.palette = palette;
    }

    /**
     * Lays a figure out.
     *
     * @param width page width in CSS px
     * @param height page height in CSS px
     * @param letter panel letter such as "a", drawn "(a)" at the top left; empty for none
     */
    public Mark.Scene scene(Figure figure, double width, double height, String letter) {
        List<DataRange> xs = new ArrayList<>();
        List<DataRange> ys = new ArrayList<>();
        for (Panel p : figure.panels()) {
            xs.add(DataRange.x(p.x(), p.layers()));
            ys.add(DataRange.y(p.y(), p.layers()));
        }
        if (figure.sharedX()) {
            DataRange common = xs.get(0);
            xs.replaceAll(r -> common);
        }
        List<ColourBar> bars = new ArrayList<>();
        figure.panels().forEach(p -> bars.add(ColourBar.of(p).orElse(null)));
        double top = MARGIN + (letter.isEmpty() ? 0 : 8);
        double weightSum = figure.panels().stream().mapToDouble(Panel::weight).sum();
        double below = PanelFrame.TICK + PanelFrame.TITLE + 24;
        int n = figure.panels().size();
        double gaps = figure.sharedX() ? (n - 1) * 14 : (n - 1) * (below + 10);
        double room = height - top - MARGIN - below - gaps;
        double[] heights = new double[n];
        double labels = -26;
        for (int i = 0; i < n; i++) {
            Panel p = figure.panels().get(i);
            heights[i] = room * p.weight() / weightSum;
            Ticks ticks = PanelFrame.ticks(p.y(), ys.get(i), PanelFrame.mostDown(heights[i]));
            labels = Math.max(labels, p.y().visible() ? PanelFrame.labelWidth(ticks) : -26);
        }
        double yTitleAt = labels + 16;
        double left = MARGIN + yTitleAt + PanelFrame.TITLE + 6;
        List<Mark> marks = new ArrayList<>();
        double y = top;
        for (int i = 0; i < n; i++) {
            Panel p = figure.panels().get(i);
            ColourBar bar = bars.get(i);
            double reserved = bar == null ? 8 : ColourBarPainter.width(bar, heights[i]);
            Mark.Box area = new Mark.Box(left, y, width - MARGIN - reserved, y + heights[i]);
            boolean last = i == n - 1;
            if (p.equalScale()) {
                area = shrinkForPicture(p, area, xs.get(i), ys.get(i));
            }
            DataRange xr = xs.get(i);
            DataRange yr = ys.get(i);
            if (p.equalScale() && !hasPicture(p)) {
                double perX = xr.span() / area.width();
                double perY = yr.span() / area.height();
                double per = Math.max(perX, perY);
                xr = grow(xr, per * area.width());
                yr = grow(yr, per * area.height());
            }
            PanelFrame frame = new PanelFrame(p, area, xr, yr, yTitleAt);
            new PanelPainter(frame, palette).paint(marks);
            marks.addAll(frame.marks(palette, last || !figure.sharedX()));
            new LegendPainter(frame, palette).paint(marks);
            if (bar != null) {
                ColourBarPainter.paint(bar, frame.area(), palette, marks);
            }
            y += heights[i] + (figure.sharedX() ? 14 : below + 10);
        }
        if (!letter.isEmpty()) {
            marks.add(new Mark.Text(4, 15, "(" + letter + ")", 14, palette.ink(), -1, false, true, ""));
        }
        return new Mark.Scene(width, height, palette.background(), marks);
    }

    private static boolean hasPicture(Panel p) {
        return p.layers().stream().anyMatch(org.interphase.model.figure.Layer.Picture.class::isInstance);
    }

    /** A picture keeps its own aspect, so the plot area becomes narrower or lower instead of the range wider. */
    private static Mark.Box shrinkForPicture(Panel p, Mark.Box area, DataRange xr, DataRange yr) {
        if (!hasPicture(p)) {
            return area;
        }
        double per = Math.max(xr.span() / area.width(), yr.span() / area.height());
        double w = xr.span() / per;
        double h = yr.span() / per;
        double cx = (area.left() + area.right()) / 2;
        return new Mark.Box(cx - w / 2, area.top(), cx + w / 2, area.top() + h);
    }

    private static DataRange grow(DataRange r, double span) {
        double extra = (span - r.span()) / 2;
        // data that starts at zero stays at the axis
        return r.min() >= 0 && r.min() < 0.1 * r.max() ? new DataRange(r.min(), r.min() + span)
                : new DataRange(r.min() - extra, r.max() + extra);
    }
}
