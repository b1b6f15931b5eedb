package org.interphase.ui.chart;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.interphase.model.Raster;
import org.interphase.model.figure.Layer;
import org.interphase.model.unit.Numbers;
import org.interphase.report.figure.ColourMaps;
import org.interphase.report.figure.Palette;

/** What the colours of a picture of values mean: a bar with its ends, and hatching where there is no value. */
final class ValueKey {

    private static final int MARGIN = 14;
    private static final int PAD = 8;
    private static final int BAR = 130;
    private static final int BAR_HEIGHT = 9;
    private static final int HATCH = 7;
    /** More pixels than this are looked at in steps. */
    private static final int MOST_LOOKED_AT = 1_000_000;

    private ValueKey() {
    }

    /** The picture at the bottom if its colours stand for values, else null: what lies over another is its colour. */
    private static Layer.Picture picture(Frame frame) {
        Layer.Picture lowest = frame.panel().layers().stream().filter(Layer.Picture.class::isInstance)
                .map(Layer.Picture.class::cast).findFirst().orElse(null);
        return lowest != null && isOfValues(lowest) ? lowest : null;
    }

    private static boolean isOfValues(Layer.Picture p) {
        return switch (p.colours()) {
            case VIRIDIS, MAGMA, DIVERGING -> true;
            case GREY, LABELS, MASK -> false;
        };
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

    /** Paints the bar into the lower right corner of a panel with a picture of values. */
    static void paint(GC gc, Frame frame, int left, int top, Fonts fonts, Palette palette) {
        Layer.Picture p = picture(frame);
        if (p == null || frame.plot().width < 2 * BAR + 60 || frame.plot().height < 160) {
            return;
        }
        double[] found = extremes(p.raster());
        double low = Double.isNaN(p.low()) ? found[0] : p.low();
        double high = Double.isNaN(p.high()) ? found[1] : p.high();
        if (!(high > low)) {
            return;
        }
        gc.setFont(fonts.label());
        String unit = p.raster().unit().isOne() ? "" : " (" + p.raster().unit().pretty() + ")";
        String title = p.raster().quantity() + unit;
        String lowest = Numbers.plain(low, 3);
        String highest = Numbers.plain(high, 3);
        boolean holes = found[2] > 0;
        String none = "no value";
        int line = gc.textExtent("Xy").y;
        int wide = Math.max(BAR, Math.max(gc.textExtent(title).x,
                gc.textExtent(lowest).x + gc.textExtent(highest).x + 12));
        int w = wide + 2 * PAD;
        int h = 2 * line + BAR_HEIGHT + 2 * PAD + (holes ? line + 4 : 0);
        int x = left + frame.plot().width - MARGIN - w;
        int y = top + frame.plot().height - MARGIN - h;
        gc.setBackground(Pens.colour(palette.background()));
        gc.setAlpha(225);
        gc.fillRoundRectangle(x, y, w, h, 6, 6);
        gc.setAlpha(255);
        gc.setForeground(Pens.colour(palette.ink()));
        gc.drawText(title, x + PAD, y + PAD - 2, SWT.DRAW_TRANSPARENT);
        int bar = y + PAD + line;
        for (int i = 0; i < wide; i++) {
            gc.setBackground(Pens.colour(ColourMaps.argb(p.colours(), i, 0, wide - 1.0, 255, 0) & 0xffffff));
            gc.fillRectangle(x + PAD + i, bar, 1, BAR_HEIGHT);
        }
        gc.drawText(lowest, x + PAD, bar + BAR_HEIGHT + 2, SWT.DRAW_TRANSPARENT);
        Point size = gc.textExtent(highest);
        gc.drawText(highest, x + PAD + wide - size.x, bar + BAR_HEIGHT + 2, SWT.DRAW_TRANSPARENT);
        if (holes) {
            int below = bar + BAR_HEIGHT + line + 6;
            hatch(gc, new Rectangle(x + PAD, below, 24, line - 3), palette.background(), palette);
            gc.drawRectangle(x + PAD, below, 24, line - 3);
            gc.setForeground(Pens.colour(palette.ink()));
            gc.drawText(none, x + PAD + 32, below - 2, SWT.DRAW_TRANSPARENT);
        }
    }

    /** Smallest and largest value, and how many pixels without one were met. */
    private static double[] extremes(Raster r) {
        double[] out = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0};
        int n = r.pixels().size();
        int step = Math.max(1, n / MOST_LOOKED_AT);
        for (int i = 0; i < n; i += step) {
            double v = r.pixels().get(i);
            if (Double.isNaN(v)) {
                out[2]++;
            } else {
                out[0] = Math.min(out[0], v);
                out[1] = Math.max(out[1], v);
            }
        }
        return out;
    }
}
