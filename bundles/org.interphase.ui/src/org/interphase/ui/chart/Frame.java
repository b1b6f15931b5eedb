package org.interphase.ui.chart;

import org.eclipse.swt.graphics.Rectangle;
import org.interphase.model.Direction;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Panel;
import org.interphase.report.figure.DataRange;
import org.interphase.report.figure.Scale;
import org.interphase.report.figure.Ticks;

/**
 * A panel laid out: its plot rectangle in canvas pixels, its scales relative to the rectangle's corner, its ticks.
 *
 * @param panel what is drawn
 * @param plot plot rectangle in canvas coordinates
 * @param view ranges in sight (after making scales equal where the panel asks for it)
 * @param x horizontal scale, 0 at the plot's left
 * @param y vertical scale, 0 at the plot's top
 * @param xTicks marks of the horizontal axis
 * @param yTicks marks of the vertical axis
 * @param drawX whether the horizontal axis has numbers and title here
 */
record Frame(Panel panel, Rectangle plot, PanelView view, Scale x, Scale y, Ticks xTicks, Ticks yTicks,
        boolean drawX) {

    static Frame of(Panel panel, Rectangle plot, PanelView wanted, int mostX, int mostY, boolean drawX) {
        PanelView view = panel.equalScale() ? equalised(panel, wanted, plot) : wanted;
        Ticks xt = ticks(panel.x(), view.x(), mostX);
        Ticks yt = ticks(panel.y(), view.y(), mostY);
        return new Frame(panel, plot, view, scale(view.x(), panel.x().direction(), plot.width, false,
                panel.x().logarithmic()), scale(view.y(), panel.y().direction(), plot.height, true,
                        panel.y().logarithmic()), xt, yt, drawX);
    }

    Frame withXTicks(int most) {
        return new Frame(panel, plot, view, x, y, ticks(panel.x(), view.x(), most), yTicks, drawX);
    }

    private static Ticks ticks(AxisSpec axis, DataRange r, int most) {
        return Ticks.of(axis, r.min(), r.max(), most);
    }

    private static Scale scale(DataRange r, Direction direction, int length, boolean upwards, boolean log) {
        boolean fromStart = (direction == Direction.ASCENDING) != upwards;
        return new Scale(r.min(), r.max(), fromStart ? 0 : length, fromStart ? length : 0, log);
    }

    /** Widens the axis that is too short so that one unit has one length on both. */
    private static PanelView equalised(Panel panel, PanelView v, Rectangle plot) {
        if (panel.x().logarithmic() || panel.y().logarithmic()) {
            return v;
        }
        double perPixel = Math.max(v.x().span() / Math.max(1, plot.width), v.y().span() / Math.max(1, plot.height));
        return new PanelView(widened(v.x(), perPixel * Math.max(1, plot.width)),
                widened(v.y(), perPixel * Math.max(1, plot.height)));
    }

    private static DataRange widened(DataRange r, double span) {
        double middle = (r.min() + r.max()) / 2;
        return new DataRange(middle - span / 2, middle + span / 2);
    }

    boolean contains(int canvasX, int canvasY) {
        return plot.contains(canvasX, canvasY);
    }

    double xAt(int canvasX) {
        return x.valueAt(canvasX - plot.x);
    }

    double yAt(int canvasY) {
        return y.valueAt(canvasY - plot.y);
    }
}
