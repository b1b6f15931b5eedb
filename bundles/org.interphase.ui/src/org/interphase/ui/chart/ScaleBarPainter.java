package org.interphase.ui.chart;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.interphase.model.Raster;
import org.interphase.model.figure.Layer;
import org.interphase.model.unit.Numbers;
import org.interphase.model.unit.Unit;

/** Draws a scale bar into pictures whose axes are lengths. */
final class ScaleBarPainter {

    private static final double SHARE = 0.22;
    private static final int MARGIN = 14;

    private ScaleBarPainter() {
    }

    static void paint(GC gc, Frame frame, int left, int top, Fonts fonts) {
        Layer.Picture picture = frame.panel().layers().stream().filter(Layer.Picture.class::isInstance)
                .map(Layer.Picture.class::cast).findFirst().orElse(null);
        Unit unit = frame.panel().x().unit();
        if (picture == null || !frame.panel().equalScale() || !unit.isCompatible(Unit.of("m"))
                || frame.plot().width < 160 || frame.plot().height < 120) {
            return;
        }
        double perPixel = frame.view().x().span() / frame.plot().width;
        double length = nice(perPixel * frame.plot().width * SHARE);
        int pixels = (int) Math.round(length / perPixel);
        String text = Numbers.plain(length, 3) + "\u00a0" + unit.pretty();
        gc.setFont(fonts.title());
        Point size = gc.textExtent(text, SWT.DRAW_TRANSPARENT);
        int w = Math.max(pixels, size.x) + 16;
        int h = size.y + 16;
        int x = left + MARGIN;
        int y = top + bottom(frame, picture) - MARGIN - h;
        gc.setBackground(Pens.colour(0x000000));
        gc.setAlpha(150);
        gc.fillRoundRectangle(x, y, w, h, 6, 6);
        gc.setAlpha(255);
        gc.setBackground(Pens.colour(0xffffff));
        gc.setForeground(Pens.colour(0xffffff));
        gc.fillRectangle(x + (w - pixels) / 2, y + h - 9, pixels, 4);
        gc.drawText(text, x + (w - size.x) / 2, y + 2, SWT.DRAW_TRANSPARENT);
    }

    /** The lower end of the specimen in sight: the bar must not cover the microscope's own data bar. */
    private static int bottom(Frame frame, Layer.Picture p) {
        Raster.Field field = p.raster().field();
        double share = (field.y() + field.height()) / (double) p.raster().height();
        double end = frame.y().at(p.top() + share * (p.bottom() - p.top()));
        return end > frame.plot().height * 0.3 && end < frame.plot().height ? (int) end : frame.plot().height;
    }

    /** The largest 1, 2 or 5 times a power of ten that is no longer. */
    static double nice(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        double mantissa = most / power;
        return (mantissa >= 5 ? 5 : mantissa >= 2 ? 2 : 1) * power;
    }
}
