package org.interphase.ui.chart;

import org.eclipse.swt.graphics.Point;
import org.interphase.figure.Frame;
import org.interphase.model.figure.Layer;

/** Which component the pointer is over: inside its filled area, or close to the top that its label belongs to. */
final class BandHover {

    private static final int REACH = 14;

    private BandHover() {
    }

    /** The label of the band under the pointer, if it has something to tell; else null. */
    static Layer.Text at(Frame frame, Point p) {
        Layer.Text best = null;
        double nearest = Double.POSITIVE_INFINITY;
        for (Layer layer : frame.panel().layers()) {
            if (!(layer instanceof Layer.Labels labels)) {
                continue;
            }
            for (Layer.Text t : labels.texts()) {
                double dx = Math.abs(frame.x().at(t.x()) - p.x);
                boolean close = Math.hypot(dx, frame.y().at(t.y()) - p.y) <= REACH;
                if (!t.hint().isEmpty() && dx < nearest && (close || isInBandOf(frame, t.component(), p))) {
                    nearest = dx;
                    best = t;
                }
            }
        }
        return best;
    }

    /** The filled component under the pointer that stands out most there; empty if none. */
    static String componentAt(Frame frame, Point p) {
        String best = "";
        double highest = 0;
        for (Layer layer : frame.panel().layers()) {
            if (layer instanceof Layer.Band b && !b.component().isEmpty()) {
                double height = height(b, frame.xAt(p.x), frame.yAt(p.y));
                if (height > highest) {
                    highest = height;
                    best = b.component();
                }
            }
        }
        return best;
    }

    private static boolean isInBandOf(Frame frame, String component, Point p) {
        return !component.isEmpty() && frame.panel().layers().stream().anyMatch(l -> l instanceof Layer.Band b
                && b.component().equals(component) && height(b, frame.xAt(p.x), frame.yAt(p.y)) >= 0);
    }

    /** How far the edges of a band are apart at a point between them; -1 for a point that isn't. */
    private static double height(Layer.Band b, double x, double y) {
        double[] xs = b.x();
        int n = xs.length;
        if (n < 2 || (x - xs[0]) * (x - xs[n - 1]) > 0) {
            return -1;
        }
        boolean up = xs[n - 1] > xs[0];
        int lo = 0;
        int hi = n - 1;
        while (hi - lo > 1) {
            int mid = lo + hi >>> 1;
            if (up ? xs[mid] <= x : xs[mid] >= x) {
                lo = mid;
            } else {
                hi = mid;
            }
        }
        double at = xs[hi] == xs[lo] ? 0 : (x - xs[lo]) / (xs[hi] - xs[lo]);
        double upper = b.upper()[lo] + at * (b.upper()[hi] - b.upper()[lo]);
        double lower = b.lower()[lo] + at * (b.lower()[hi] - b.lower()[lo]);
        return y >= Math.min(lower, upper) && y <= Math.max(lower, upper) ? Math.abs(upper - lower) : -1;
    }
}
