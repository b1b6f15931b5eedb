package org.interphase.figure;

import java.util.List;
import org.interphase.model.figure.AxisSpec;

/** The frame of a plot area, its ticks, numbers and titles. */
final class AxisMarks {

    static final double TICK = 5;
    private static final double MINOR = 3;
    private static final double NUMBERS = 8;
    private static final double SMALLEST = 0.6;
    private static final double SPACING = 1.1;

    private AxisMarks() {
    }

    /** Width of the widest number. */
    static double width(Ticks ticks, Theme theme) {
        return ticks.labels().stream().mapToDouble(l -> theme.small(l).width()).max().orElse(0);
    }

    static String title(AxisSpec axis, Ticks ticks) {
        if (ticks.exponent() == 0) {
            return axis.title();
        }
        String unit = axis.shownUnit().pretty();
        return axis.shownQuantity() + " (10" + Typeset.superscript(ticks.exponent())
                + (unit.isEmpty() ? "" : "\u00a0" + unit) + ")";
    }

    /** A title too long for its axis has its unit on a line of its own: a number without a unit says nothing. */
    static List<String> lines(AxisSpec axis, Ticks ticks, double room, Theme theme) {
        String whole = title(axis, ticks);
        int unit = whole.lastIndexOf(" (");
        return unit > 0 && theme.large(whole).width() > room
                ? List.of(whole.substring(0, unit), whole.substring(unit + 1)) : List.of(whole);
    }

    private static void upright(Frame f, Theme theme, List<Mark> out) {
        Mark.Subject axis = new Mark.Subject(Mark.Part.AXIS, f.panel().id(), "");
        Box area = f.area();
        double room = area.height() - 4;
        List<Typeset.Line> lines = lines(f.panel().y(), f.yTicks(), room, theme).stream()
                .map(l -> fitting(l, room, theme)).toList();
        double x = area.left() - f.titleX();
        for (int i = lines.size() - 1; i >= 0; i--) {
            out.add(Mark.Text.turned(axis, x, area.middleY(), lines.get(i), theme.palette().ink()));
            x -= lines.get(i).size() * SPACING;
        }
    }

    /** A line in the font of titles, smaller where it would run into the next panel's. */
    static Typeset.Line fitting(String title, double room, Theme theme) {
        Typeset.Line line = theme.large(title);
        return line.width() <= room ? line : Typeset.line(title,
                theme.large() * Math.max(SMALLEST, room / line.width()), false, theme.metrics());
    }

    static void add(Frame f, Theme theme, List<Mark> out) {
        Box area = f.area();
        int ink = theme.palette().ink();
        Mark.Subject axis = new Mark.Subject(Mark.Part.AXIS, f.panel().id(), "");
        Mark.Pen pen = Mark.Pen.of(ink, 1);
        // half a unit outside, so that the line covers nothing and is sharp on a screen
        out.add(Mark.Path.of(axis, area.grown(0.5), pen, Mark.Fill.NONE));
        for (int i = 0; i < f.yTicks().values().size(); i++) {
            double y = sharp(f.y().at(f.yTicks().values().get(i)));
            String label = f.yTicks().labels().get(i);
            if (y < area.top() - 1 || y > area.bottom() + 1) {
                continue;
            }
            out.add(Mark.Path.line(axis, area.left() - (label.isEmpty() ? MINOR : TICK), y, area.left(), y, pen));
            if (!label.isEmpty()) {
                out.add(Mark.Text.of(axis, area.left() - NUMBERS, y + theme.small() * 0.35, theme.small(label), ink,
                        1));
            }
        }
        if (f.panel().y().visible()) {
            upright(f, theme, out);
        }
        for (int i = 0; i < f.xTicks().values().size(); i++) {
            double x = sharp(f.x().at(f.xTicks().values().get(i)));
            String label = f.xTicks().labels().get(i);
            if (x < area.left() - 1 || x > area.right() + 1) {
                continue;
            }
            out.add(Mark.Path.line(axis, x, area.bottom(), x,
                    area.bottom() + (label.isEmpty() || !f.drawX() ? MINOR : TICK), pen));
            if (f.drawX() && !label.isEmpty()) {
                out.add(Mark.Text.of(axis, x, area.bottom() + NUMBERS + theme.small(), theme.small(label), ink, 0));
            }
        }
        if (f.drawX()) {
            out.add(Mark.Text.of(axis, area.middleX(), area.bottom() + 16 + theme.small() + theme.large(),
                    fitting(title(f.panel().x(), f.xTicks()), area.width() + area.left() - SPACING * theme.large(),
                            theme), ink, 0));
        }
    }

    /** The middle of the pixel a line one unit wide falls on. */
    static double sharp(double position) {
        return Math.floor(position) + 0.5;
    }
}
