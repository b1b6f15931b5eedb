package org.interphase.ui.chart;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;

/** Sets a graphics context up for what follows the pointer. */
final class Pens {

    private Pens() {
    }

    static Color colour(int rgb) {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    static void plainLine(GC gc, Color colour, float width) {
        gc.setAlpha(255);
        gc.setForeground(colour);
        gc.setLineAttributes(new LineAttributes(width));
    }
}
