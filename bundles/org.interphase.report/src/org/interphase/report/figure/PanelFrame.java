package org.interphase.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.Direction;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Panel;

/** A panel's plot area on the page with its two scales and ticks; draws frame, ticks and titles. */
final class PanelFrame {

    static final double TICK = 11;
    static final double TITLE = 12;

    private final Panel panel;
    private final Mark.Box area;
    private final Scale x;
    private final Scale y;
    private final Ticks xTicks;
    private final Ticks yTicks;
    private final double yTitleAt;

    /**
     * @param yTitleAt where the vertical title stands, so that the titles of stacked panels are in line
     */
    PanelFrame(Panel panel, Mark.Box area, DataRange xr, DataRange yr, double yTitleAt) {
        this.yTitleAt = yTitleAt;
        this.panel = panel;
        this.area = area;
        boolean leftToRight = panel.x().direction() == Direction.ASCENDING;
        boolean upwards = panel.y().direction() == Direction.ASCENDING;
        this.x = new Scale(xr.min(), xr.max(), leftToRight ? area.left() : area.right(),
                leftToRight ? area.right() : area.left(), panel.x().logarithmic());
        this.y = new Scale(yr.min(), yr.max(), upwards ? area.bottom() : area.top(),
                upwards ? area.top() : area.bottom(), panel.y().logarithmic());
        this.xTicks = ticks(panel.x(), inner(xr, panel.x().logarithmic()), (int) Math.clamp(area.width() / 64, 2, 7));
        this.yTicks = ticks(panel.y(), yr, mostDown(area.height()));
    }

    /** How many ticks fit a height without crowding. */
    static int mostDown(double height) {
        return (int) Math.clamp(Math.max(height / 30, Math.min(3, height / 19)), 2, 7);
    }

    /** Without the very ends, where a tick would sit in the corner; zero stays. */
    private static DataRange inner(DataRange r, boolean logarithmic) {
        if (logarithmic) {
            return new DataRange(r.min() * (1 + 1e-6), r.max() / (1 + 1e-6));
        }
        double margin = 1e-6 * r.span();
        return new DataRange(r.min() == 0 ? 0 : r.min() + margin, r.max() - margin);
    }

    static Ticks ticks(AxisSpec axis, DataRange range, int most) {
        if (!axis.visible()) {
            return new Ticks(List.of(), List.of(), 0);
        }
        return Ticks.of(axis, range.min(), range.max(), most);
    }

    Mark.Box area() {
        return area;
    }

    Scale x() {
        return x;
    }

    Scale y() {
        return y;
    }

    Panel panel() {
        return panel;
    }

    static double labelWidth(Ticks ticks) {
        return ticks.labels().stream().mapToDouble(l -> Typeset.width(l, TICK)).max().orElse(0);
    }

    static String title(AxisSpec axis, Ticks ticks) {
        if (ticks.exponent() == 0) {
            return axis.title();
        }
        String unit = axis.shownUnit().pretty();
        return axis.shownQuantity() + " (10" + Typeset.superscript(ticks.exponent())
                + (unit.isEmpty() ? "" : "\u00a0" + unit)
                + ")";
    }

    List<Mark> marks(Palette palette, boolean withX) {
        List<Mark> out = new ArrayList<>();
        double[] none = new double[0];
        out.add(new Mark.Path(new double[] {area.left(), area.right(), area.right(), area.left()},
                new double[] {area.top(), area.top(), area.bottom(), area.bottom()}, true, palette.ink(), 1, none, -1,
                1,
                null));
        for (int i = 0; i < yTicks.values().size(); i++) {
            double py = y.at(yTicks.values().get(i));
            boolean labelled = !yTicks.labels().get(i).isEmpty();
            tick(out, palette, area.left(), py, area.left() - (labelled ? 5 : 3), py);
            if (labelled) {
                out.add(new Mark.Text(area.left() - 8, py + TICK * 0.35, yTicks.labels().get(i), TICK, palette.ink(), 1,
                        false, false, ""));
            }
        }
        if (panel.y().visible()) {
            out.add(new Mark.Text(area.left() - yTitleAt, (area.top() + area.bottom()) / 2, title(panel.y(), yTicks),
                    TITLE, palette.ink(),
                    0, true, false, ""));
        }
        double lastEnd = Double.NEGATIVE_INFINITY;
        boolean backwards = panel.x().direction() == Direction.DESCENDING;
        int n = xTicks.values().size();
        for (int k = 0; k < n; k++) {
            int i = backwards ? n - 1 - k : k;
            double px = x.at(xTicks.values().get(i));
            String label = xTicks.labels().get(i);
            double half = Typeset.width(label, TICK) / 2;
            boolean labelled = withX && !label.isEmpty() && px - half > lastEnd + 6;
            tick(out, palette, px, area.bottom(), px, area.bottom() + (!label.isEmpty() ? 5 : 3));
            if (labelled) {
                out.add(new Mark.Text(px, area.bottom() + 8 + TICK, label, TICK, palette.ink(), 0, false, false, ""));
                lastEnd = px + half;
            }
        }
        if (withX && panel.x().visible()) {
            out.add(new Mark.Text((area.left() + area.right()) / 2, area.bottom() + 16 + TICK + TITLE,
                    title(panel.x(), xTicks), TITLE, palette.ink(), 0, false, false, ""));
        }
        return out;
    }

    private static void tick(List<Mark> out, Palette palette, double x0, double y0, double x1, double y1) {
        out.add(new Mark.Path(new double[] {x0, x1}, new double[] {y0, y1}, false, palette.ink(), 1, new double[0], -1,
                1,
                null));
    }
}
