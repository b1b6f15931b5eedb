package org.interphase.figure;

import java.util.List;
import org.interphase.model.figure.Layer;

/** What the colours of a picture of values mean, and the hatching where it has no value. */
final class KeyMarks {

    private static final double GAP = 10;
    private static final double THICK = 11;
    private static final double NUMBERS = GAP + THICK + AxisMarks.TICK + 3;
    private static final double MARGIN = 14;
    private static final double PAD = 8;
    private static final double SWATCH = 24;
    private static final double LEAST = 160;
    private static final double HATCH = 7;
    private static final String NONE = "no value";

    private KeyMarks() {
    }

    /** Room the bar takes at the right of a plot area, its numbers and title included. */
    static double width(ColourBar bar, double height, Theme theme) {
        return NUMBERS + AxisMarks.width(bar.ticks(height, theme.small()), theme) + 6 + theme.large();
    }

    /** Adds the bar at the right of a plot area. */
    static void add(ColourBar bar, Frame frame, Theme theme, List<Mark> out) {
        Box plot = frame.area();
        Mark.Subject key = new Mark.Subject(Mark.Part.KEY, frame.panel().id(), "");
        int ink = theme.palette().ink();
        double left = plot.right() + GAP;
        double right = left + THICK;
        // each stripe reaches down to the foot, under the next one, so that no light shows between them
        for (int i = bar.steps() - 1; i >= 0; i--) {
            out.add(Mark.Path.of(key, new Box(left, plot.bottom() - plot.height() * (i + 1) / bar.steps(), right,
                    plot.bottom()), Mark.Pen.NONE, new Mark.Fill(bar.rgb(i), 1)));
        }
        Mark.Pen pen = Mark.Pen.of(ink, 1);
        out.add(Mark.Path.of(key, new Box(left, plot.top(), right, plot.bottom()).grown(0.5), pen, Mark.Fill.NONE));
        Scale scale = new Scale(bar.low(), bar.high(), plot.bottom(), plot.top(), false);
        Ticks ticks = bar.ticks(plot.height(), theme.small());
        for (int i = 0; i < ticks.values().size(); i++) {
            double y = AxisMarks.sharp(scale.at(ticks.values().get(i)));
            out.add(Mark.Path.line(key, right, y, right + AxisMarks.TICK, y, pen));
            out.add(Mark.Text.of(key, plot.right() + NUMBERS, y + theme.small() * 0.35,
                    theme.small(ticks.labels().get(i)), ink, -1));
        }
        out.add(Mark.Text.turned(key, plot.right() + NUMBERS + AxisMarks.width(ticks, theme) + 6
                + theme.large() * 0.75, plot.middleY(),
                AxisMarks.fitting(AxisMarks.title(bar.axis(), ticks), plot.height() + 10, theme), ink));
    }

    /** The picture at the bottom if its colours stand for values, else null: what lies over another is its colour. */
    static Layer.Picture ground(Frame frame) {
        Layer.Picture lowest = frame.panel().layers().stream().filter(Layer.Picture.class::isInstance)
                .map(Layer.Picture.class::cast).findFirst().orElse(null);
        return lowest != null && lowest.colours().needsKey() ? lowest : null;
    }

    /** Hatches the part of a box that is in sight, to be seen where a pixel has no value. */
    static void hatch(Mark.Subject subject, Box box, Box seen, Theme theme, List<Mark> out) {
        Box r = new Box(Math.max(box.left(), seen.left()), Math.max(box.top(), seen.top()),
                Math.min(box.right(), seen.right()), Math.min(box.bottom(), seen.bottom()));
        if (r.width() <= 0 || r.height() <= 0) {
            return;
        }
        out.add(Mark.Path.of(subject, r, Mark.Pen.NONE, new Mark.Fill(theme.palette().background(), 1)));
        double first = Math.ceil((r.left() + r.top()) / HATCH);
        int n = (int) Math.max(0, Math.floor((r.right() + r.bottom()) / HATCH) - first + 1);
        double[] x = new double[3 * n];
        double[] y = new double[3 * n];
        for (int i = 0; i < n; i++) {
            // lines x + y = c, cut at the rectangle
            double c = (first + i) * HATCH;
            x[3 * i] = Math.max(r.left(), c - r.bottom());
            x[3 * i + 1] = Math.min(r.right(), c - r.top());
            y[3 * i] = c - x[3 * i];
            y[3 * i + 1] = c - x[3 * i + 1];
            x[3 * i + 2] = Double.NaN;
        }
        out.add(new Mark.Path(subject, x, y, false, Mark.Pen.of(Palette.mixed(theme.palette().background(),
                theme.palette().ink(), 0.35), 1), Mark.Fill.NONE));
    }

    /** Says in the lower right corner what the hatching is, if there is any; the colours have their bar beside. */
    static void missing(Frame frame, Theme theme, Pictures pictures, List<Mark> out) {
        Layer.Picture p = ground(frame);
        Box area = frame.area();
        if (p == null || area.width() < LEAST || area.height() < LEAST || !pictures.of(p).zeroIsNothing()) {
            return;
        }
        Mark.Subject key = new Mark.Subject(Mark.Part.KEY, frame.panel().id(), "");
        double right = area.right() - MARGIN;
        double bottom = area.bottom() - MARGIN;
        double left = right - SWATCH - theme.small(NONE).width() - 3 * PAD;
        double top = bottom - theme.small() - PAD;
        out.add(Mark.Path.of(key, new Box(left, top, right, bottom), Mark.Pen.NONE,
                new Mark.Fill(theme.palette().background(), 0.88)));
        Box swatch = new Box(left + PAD, top + 5, left + PAD + SWATCH, bottom - 5);
        hatch(key, swatch, area, theme, out);
        out.add(Mark.Path.of(key, swatch, Mark.Pen.of(theme.palette().ink(), 1), Mark.Fill.NONE));
        out.add(Mark.Text.of(key, left + 2 * PAD + SWATCH, swatch.middleY() + 0.35 * theme.small(),
                theme.small(NONE), theme.palette().ink(), -1));
    }
}
