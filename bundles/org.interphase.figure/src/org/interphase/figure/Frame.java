package org.interphase.figure;

import org.interphase.model.Direction;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;

/**
 * A panel laid out: where its plot area is, which values are in sight, where its axes are marked.
 *
 * @param panel what is drawn
 * @param area plot area on the page, in whole units
 * @param view ranges in sight, after making scales equal where the panel asks for it
 * @param x horizontal scale, in page units
 * @param y vertical scale, in page units
 * @param xTicks marks of the horizontal axis
 * @param yTicks marks of the vertical axis
 * @param drawX whether the horizontal axis has numbers and title here
 * @param titleX where the vertical axis' title stands
 */
public record Frame(Panel panel, Box area, PanelView view, Scale x, Scale y, Ticks xTicks, Ticks yTicks,
        boolean drawX, double titleX) {

    private static final int MOST = 7;

    /** @param fitted whether everything is in sight */
    static Frame of(Panel panel, Box room, PanelView wanted, boolean fitted, boolean drawX, double titleX,
            Theme theme) {
        boolean picture = panel.layers().stream().anyMatch(Layer.Picture.class::isInstance);
        boolean equal = panel.equalScale() && !panel.x().logarithmic() && !panel.y().logarithmic();
        Box area = equal && fitted && picture ? shaped(wanted, room) : room;
        area = new Box(Math.round(area.left()), Math.round(area.top()), Math.round(area.right()),
                Math.round(area.bottom()));
        PanelView view = equal ? equalised(wanted, area, fitted) : wanted;
        Scale x = scale(view.x(), panel.x(), area.left(), area.right());
        Scale y = scale(view.y(), panel.y(), area.bottom(), area.top());
        return new Frame(panel, area, view, x, y, apart(panel.x(), view.x(), x, theme),
                ticks(panel.y(), view.y(), mostDown(area.height(), theme.small())), drawX, titleX);
    }

    /** How many numbers fit a height without crowding. */
    static int mostDown(double height, double size) {
        return (int) Math.clamp(Math.max(height / (2.7 * size), Math.min(3, height / (1.7 * size))), 2, MOST);
    }

    static Ticks ticks(AxisSpec axis, DataRange range, int most) {
        return axis.visible() ? Ticks.of(axis, range.min(), range.max(), most) : Ticks.NONE;
    }

    /** As many ticks as have room for their numbers side by side, none at the very ends, where a corner is. */
    private static Ticks apart(AxisSpec axis, DataRange r, Scale scale, Theme theme) {
        double margin = 1e-6 * r.span();
        DataRange inner = axis.logarithmic() ? new DataRange(r.min() * (1 + 1e-6), r.max() / (1 + 1e-6))
                : new DataRange(r.min() == 0 ? 0 : r.min() + margin, r.max() - margin);
        int first = (int) Math.clamp(Math.abs(scale.end() - scale.start()) / (4.4 * theme.small()), 2, MOST);
        Ticks ticks = ticks(axis, inner, first);
        for (int most = first - 1; most >= 2 && collide(ticks, scale, theme); most--) {
            ticks = ticks(axis, inner, most);
        }
        return ticks;
    }

    private static boolean collide(Ticks ticks, Scale scale, Theme theme) {
        double last = Double.NaN;
        double half = 0;
        for (int i = 0; i < ticks.values().size(); i++) {
            if (!ticks.labels().get(i).isEmpty()) {
                double at = scale.at(ticks.values().get(i));
                double mine = theme.small(ticks.labels().get(i)).width() / 2;
                if (Math.abs(at - last) < half + mine + theme.small()) {
                    return true;
                }
                last = at;
                half = mine;
            }
        }
        return false;
    }

    private static Scale scale(DataRange r, AxisSpec axis, double from, double to) {
        boolean ascending = axis.direction() == Direction.ASCENDING;
        return new Scale(r.min(), r.max(), ascending ? from : to, ascending ? to : from, axis.logarithmic());
    }

    /** A picture in sight as a whole keeps its shape: the plot area becomes narrower or lower, not the range wider. */
    private static Box shaped(PanelView view, Box room) {
        double per = Math.max(view.x().span() / room.width(), view.y().span() / room.height());
        double w = Math.max(40, view.x().span() / per);
        double h = Math.max(40, view.y().span() / per);
        return new Box(room.middleX() - w / 2, room.middleY() - h / 2, room.middleX() + w / 2, room.middleY() + h / 2);
    }

    /** Widens the axis that is too short so that one unit has one length on both. */
    private static PanelView equalised(PanelView v, Box area, boolean fitted) {
        double per = Math.max(v.x().span() / area.width(), v.y().span() / area.height());
        return new PanelView(widened(v.x(), per * area.width(), fitted), widened(v.y(), per * area.height(), fitted));
    }

    private static DataRange widened(DataRange r, double span, boolean fitted) {
        if (fitted && r.min() >= 0 && r.min() < 0.1 * r.max()) {
            // data that starts at zero stays at the axis
            return new DataRange(r.min(), r.min() + span);
        }
        double extra = (span - r.span()) / 2;
        return new DataRange(r.min() - extra, r.max() + extra);
    }

    /** Whether a place on the page is in the plot area. */
    public boolean contains(double pageX, double pageY) {
        return area.contains(pageX, pageY);
    }

    /** The abscissa at a place on the page. */
    public double xAt(double pageX) {
        return x.valueAt(pageX);
    }

    /** The ordinate at a place on the page. */
    public double yAt(double pageY) {
        return y.valueAt(pageY);
    }
}
