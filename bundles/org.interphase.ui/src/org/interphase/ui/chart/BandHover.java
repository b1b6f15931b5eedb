package org.interphase.ui.chart;

import org.eclipse.swt.graphics.Point;
import org.interphase.model.figure.Layer;

/** Which labelled band of a spectrum the pointer is over: inside its filled area, or close to its top. */
final class BandHover {

    private static final int REACH = 14;

    private BandHover() {
    }

    /** The label of the band under the pointer, if it has something to tell; else null. */
    static Layer.Text at(Frame frame, Point p) {
        double px = p.x - frame.plot().x;
        double py = p.y - frame.plot().y;
        double x = frame.xAt(p.x);
        Layer.Text best = null;
        double nearest = Double.POSITIVE_INFINITY;
        for (Layer layer : frame.panel().layers()) {
            if (!(layer instanceof Layer.Labels labels)) {
                continue;
            }
            for (Layer.Text t : labels.texts()) {
                double dx = Math.abs(frame.x().at(t.x()) - px);
                boolean close = Math.hypot(dx, frame.y().at(t.y()) - py) <= REACH;
                if (!t.hint().isEmpty() && dx < nearest && (close || isInBandOf(frame, t, x, frame.yAt(p.y)))) {
                    nearest = dx;
                    best = t;
                }
            }
        }
        return best;
    }

    private static boolean isInBandOf(Frame frame, Layer.Text t, double x, double y) {
        for (Layer layer : frame.panel().layers()) {
            if (layer instanceof Layer.Band b && isIn(b, x, y) && isOver(b, t.x())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOver(Layer.Band b, double x) {
        double[] xs = b.x();
        return xs.length > 1 && (x - xs[0]) * (x - xs[xs.length - 1]) <= 0;
    }

    /** Whether a point lies between the edges of a band, where they are apart. */
    private static boolean isIn(Layer.Band b, double x, double y) {
        double[] xs = b.x();
        if (!isOver(b, x)) {
            return false;
        }
        int i = java.util.Arrays.binarySearch(xs, x);
        int hi = Math.min(xs.length - 1, i >= 0 ? i : -i - 1);
        int lo = Math.max(0, hi - 1);
        double at = hi == lo || xs[hi] == xs[lo] ? 0 : (x - xs[lo]) / (xs[hi] - xs[lo]);
        double upper = b.upper()[lo] + at * (b.upper()[hi] - b.upper()[lo]);
        double lower = b.lower()[lo] + at * (b.lower()[hi] - b.lower()[lo]);
        return y >= Math.min(lower, upper) && y <= Math.max(lower, upper);
    }
}
