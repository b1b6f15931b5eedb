package org.interphase.ui.chart;

import org.eclipse.osgi.util.NLS;
import org.interphase.figure.Frame;
import org.interphase.model.Raster;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Layer;
import org.interphase.model.unit.Numbers;
import org.interphase.model.unit.Unit;

/** What stands under the pointer, with units. */
final class Readout {

    private static final int REACH = 12;

    private Readout() {
    }

    static String at(Frame frame, int canvasX, int canvasY) {
        double x = frame.xAt(canvasX);
        double y = frame.yAt(canvasY);
        AxisSpec ax = frame.panel().x();
        AxisSpec ay = frame.panel().y();
        double step = Math.abs(frame.xAt(canvasX + 1) - x);
        String place = number(ax.shown(x), step) + unit(ax.shownUnit());
        for (int i = frame.panel().layers().size() - 1; i >= 0; i--) {
            if (frame.panel().layers().get(i) instanceof Layer.Picture p) {
                double ystep = Math.abs(frame.yAt(canvasY + 1) - y);
                return place + ",  " + number(y, ystep) + unit(ay.unit()) + value(p, x, y);
            }
        }
        double near = nearestValue(frame, canvasX, canvasY);
        if (Double.isNaN(near)) {
            return place + "    " + number(y, Math.abs(frame.yAt(canvasY + 1) - y)) + unit(ay.unit());
        }
        return place + "    " + Numbers.plain(near, 5) + unit(ay.unit());
    }

    private static String unit(Unit unit) {
        return unit.isOne() ? "" : "\u00a0" + unit.pretty();
    }

    /** As many decimals as a pixel is worth. */
    static String number(double v, double step) {
        if (!(step > 0) || Math.abs(v) >= 1e7 || Math.abs(v) < 1e-3 && v != 0) {
            return Numbers.plain(v, 4);
        }
        int decimals = (int) Math.max(0, Math.min(8, Math.ceil(-Math.log10(step))));
        return String.format(java.util.Locale.ROOT, "%." + decimals + "f", v);
    }

    private static String value(Layer.Picture p, double x, double y) {
        Raster r = p.raster();
        int px = (int) Math.floor((x - p.left()) / (p.right() - p.left()) * r.width());
        int py = (int) Math.floor((y - p.top()) / (p.bottom() - p.top()) * r.height());
        if (px < 0 || py < 0 || px >= r.width() || py >= r.height()) {
            return "";
        }
        double v = r.get(px, py);
        String quantity = r.quantity().isEmpty() ? "" : r.quantity().toLowerCase(java.util.Locale.ROOT) + " ";
        String value = Double.isNaN(v) ? Messages.Readout_noValue : Numbers.plain(v, 5) + unit(r.unit());
        return "    " + quantity + value + "    " + NLS.bind(Messages.Readout_pixel, px, py);
    }

    /** The ordinate of the first measured layer at the abscissa nearest to the pointer. */
    private static double nearestValue(Frame frame, int canvasX, int canvasY) {
        for (Layer layer : frame.panel().layers()) {
            double[] xs = switch (layer) {
                case Layer.Points p -> p.x();
                case Layer.Line l -> l.x();
                default -> null;
            };
            if (xs == null || xs.length < 3 || !isAscending(xs)) {
                continue;
            }
            double[] ys = layer instanceof Layer.Points p ? p.y() : ((Layer.Line) layer).y();
            int i = java.util.Arrays.binarySearch(xs, frame.xAt(canvasX));
            int k = i >= 0 ? i : Math.min(xs.length - 1, -i - 1);
            if (k > 0 && Math.abs(xs[k - 1] - frame.xAt(canvasX)) < Math.abs(xs[k] - frame.xAt(canvasX))) {
                k--;
            }
            if (Math.abs(frame.x().at(xs[k]) - canvasX) < REACH) {
                return ys[k];
            }
            return Double.NaN;
        }
        return Double.NaN;
    }

    private static boolean isAscending(double[] xs) {
        for (int i = 1; i < xs.length; i++) {
            if (!(xs[i] >= xs[i - 1])) {
                return false;
            }
        }
        return true;
    }
}
