package org.interphase.ui.chart;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.interphase.model.figure.Layer;
import org.interphase.report.figure.Palette;

/** Hatching where a picture of values has none, and what it means. */
final class ValueKey {

    private static final int MARGIN = 14;
    private static final int PAD = 8;
    private static final int SWATCH = 24;
    private static final int LEAST = 160;
    private static final String NONE = "no value";
    private static final int HATCH = 7;

    private ValueKey() {
    }

    /** The picture at the bottom if its colours stand for values, else null: what lies over another is its colour. */
    private static Layer.Picture picture(Frame frame) {
        Layer.Picture lowest = frame.panel().layers().stream().filter(Layer.Picture.class::isInstance)
                .map(Layer.Picture.class::cast).findFirst().orElse(null);
        return lowest != null && lowest.colours().needsKey() ? lowest : null;
    }

    /** Hatches the ground of a picture of values, to be seen where a pixel has none. */
    static void hatch(GC gc, Layer.Picture p, Frame frame, int left, int top, Palette palette) {
        if (p != picture(frame)) {
            return;
        }
        double x0 = frame.x().at(p.left());
        double x1 = frame.x().at(p.right());
        double y0 = frame.y().at(p.top());
        double y1 = frame.y().at(p.bottom());
        Rectangle ground = new Rectangle((int) Math.min(x0, x1), (int) Math.min(y0, y1), (int) Math.abs(x1 - x0),
                (int) Math.abs(y1 - y0)).intersection(new Rectangle(0, 0, frame.plot().width, frame.plot().height));
        hatch(gc, new Rectangle(left + ground.x, top + ground.y, ground.width, ground.height), palette.background(),
                palette);
    }

    private static void hatch(GC gc, Rectangle r, int background, Palette palette) {
        gc.setAlpha(255);
        gc.setBackground(Pens.colour(background));
        gc.fillRectangle(r);
        Pens.plainLine(gc, Pens.mixed(palette.background(), palette.ink(), 0.35), 1);
        Path path = new Path(gc.getDevice());
        // lines x + y = c, cut at the rectangle
        for (int c = r.x + r.y - (r.x + r.y) % HATCH; c < r.x + r.y + r.width + r.height; c += HATCH) {
            int fromX = Math.max(r.x, c - r.y - r.height);
            int toX = Math.min(r.x + r.width, c - r.y);
            if (toX > fromX) {
                path.moveTo(fromX, c - fromX);
                path.lineTo(toX, c - toX);
            }
        }
        gc.drawPath(path);
        path.dispose();
    }

    /** Says in the lower right corner what the hatching is, if there is any; the colours have their bar beside. */
    static void paint(GC gc, Frame frame, int left, int top, Fonts fonts, Palette palette, PictureCache pictures) {
        Layer.Picture p = picture(frame);
        if (p == null || frame.plot().width < LEAST || frame.plot().height < LEAST
                || !pictures.pyramid(p).zeroIsNothing()) {
            return;
        }
        gc.setFont(fonts.label());
        Point size = gc.textExtent(NONE);
        int w = SWATCH + size.x + 3 * PAD;
        int h = size.y + PAD;
        int x = left + frame.plot().width - MARGIN - w;
        int y = top + frame.plot().height - MARGIN - h;
        gc.setBackground(Pens.colour(palette.background()));
        gc.setAlpha(225);
        gc.fillRoundRectangle(x, y, w, h, 6, 6);
        Rectangle swatch = new Rectangle(x + PAD, y + PAD / 2 + 2, SWATCH, size.y - 4);
        hatch(gc, swatch, palette.background(), palette);
        gc.drawRectangle(swatch);
        gc.setForeground(Pens.colour(palette.ink()));
        gc.drawText(NONE, x + 2 * PAD + SWATCH, y + PAD / 2, SWT.DRAW_TRANSPARENT);
    }
}
