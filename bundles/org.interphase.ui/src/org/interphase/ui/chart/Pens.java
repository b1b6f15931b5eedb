package org.interphase.ui.chart;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Style;
import org.interphase.report.figure.Palette;

/** Sets a graphics context up for a style of the figure description. */
final class Pens {

    /** Pixels per point at normal scale (96 dots per inch). */
    static final double PIXELS_PER_POINT = 96.0 / 72.0;

    private Pens() {
    }

    static Color colour(Palette palette, Colour colour) {
        return colour(palette.rgb(colour));
    }

    static Color colour(int rgb) {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** A colour between two, {@code share} of the second. */
    static Color mixed(int a, int b, double share) {
        int out = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int v = (int) Math.round((a >> shift & 0xff) * (1 - share) + (b >> shift & 0xff) * share);
            out |= v << shift;
        }
        return colour(out);
    }

    static void stroke(GC gc, Palette palette, Style style) {
        gc.setAlpha(255);
        gc.setForeground(colour(palette, style.colour()));
        float width = (float) Math.max(0.8, style.width() * PIXELS_PER_POINT * 0.9);
        gc.setLineAttributes(new org.eclipse.swt.graphics.LineAttributes(width, SWT.CAP_ROUND, SWT.JOIN_ROUND,
                style.dash() == Style.Dash.SOLID ? SWT.LINE_SOLID : SWT.LINE_CUSTOM, dash(style.dash()), 0, 10));
    }

    private static float[] dash(Style.Dash dash) {
        return switch (dash) {
            case SOLID -> null;
            case DASHED -> new float[] {5, 4};
            case DOTTED -> new float[] {1.5f, 3};
        };
    }

    static void plainLine(GC gc, Color colour, float width) {
        gc.setAlpha(255);
        gc.setForeground(colour);
        gc.setLineAttributes(new org.eclipse.swt.graphics.LineAttributes(width));
    }
}
