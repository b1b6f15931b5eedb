package org.interphase.ui.chart;

import java.util.IdentityHashMap;
import java.util.Map;

/** The lines of one panel in pixels, each thinned once however often it is needed while painting. */
final class Polylines {

    private final Frame frame;
    private final Map<double[], Polyline> made = new IdentityHashMap<>();

    Polylines(Frame frame) {
        this.frame = frame;
    }

    Polyline of(double[] x, double[] y) {
        return made.computeIfAbsent(y, k -> Polyline.of(x, k, frame.x(), frame.y(), frame.plot().width));
    }
}
