package org.interphase.ui.chart;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.interphase.figure.Box;
import org.interphase.figure.Mark;
import org.interphase.figure.PictureColours;
import org.interphase.figure.Scene;
import org.interphase.figure.Typeset;
import org.interphase.model.figure.Style;

/** Paints marks into any graphics context: the screen, an image. Decides nothing. */
final class MarkPainter {

    private static final int SYMBOLS_PER_PATH = 400;
    private static final int POINTS_PER_PIXEL = 3;
    private final Fonts fonts;
    private final PictureTiles tiles;

    MarkPainter(Fonts fonts, PictureTiles tiles) {
        this.fonts = fonts;
        this.tiles = tiles;
    }

    static Rectangle rectangle(Box b) {
        return new Rectangle((int) b.left(), (int) b.top(), (int) b.width(), (int) b.height());
    }

    /** Paints a whole scene. */
    void paint(GC gc, Scene scene) {
        prepare(gc);
        gc.setBackground(Pens.colour(scene.background()));
        gc.fillRectangle(0, 0, (int) Math.ceil(scene.width()), (int) Math.ceil(scene.height()));
        for (Scene.Plot plot : scene.plots()) {
            gc.setClipping(rectangle(plot.frame().area()));
            paint(gc, plot.marks(), plot.frame().area(), false);
            gc.setClipping((Rectangle) null);
        }
        paint(gc, scene.around(), new Box(0, 0, scene.width(), scene.height()), false);
    }

    static void prepare(GC gc) {
        gc.setAdvanced(true);
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
        gc.setInterpolation(SWT.HIGH);
    }

    /**
     * Paints marks in page coordinates.
     *
     * @param area what they are cut at
     * @param screen whether this is the screen at its own scale; then what was sampled of pictures is kept and moved
     */
    void paint(GC gc, List<Mark> marks, Box area, boolean screen) {
        for (Mark mark : marks) {
            switch (mark) {
                case Mark.Path p -> path(gc, p, area);
                case Mark.Symbols s -> symbols(gc, s);
                case Mark.Image i -> image(gc, i, area, screen);
                case Mark.Text t -> text(gc, t);
            }
        }
        gc.setAlpha(255);
    }

    private static void pen(GC gc, Mark.Pen pen) {
        gc.setAlpha((int) Math.round(255 * pen.opacity()));
        gc.setForeground(Pens.colour(pen.rgb()));
        float[] dash = new float[pen.dash().length];
        for (int i = 0; i < dash.length; i++) {
            dash[i] = (float) pen.dash()[i];
        }
        gc.setLineAttributes(new LineAttributes((float) pen.width(), SWT.CAP_FLAT, SWT.JOIN_ROUND,
                dash.length == 0 ? SWT.LINE_SOLID : SWT.LINE_CUSTOM, dash.length == 0 ? null : dash, 0, 10));
    }

    /** SWT moves a path by half a pixel when the line's whole width is odd; this takes it back. */
    private static float shift(double width) {
        return Math.max(1, (int) width) % 2 != 0 ? -0.5f : 0;
    }

    private static void path(GC gc, Mark.Path p, Box area) {
        if (p.fill().opacity() > 0) {
            gc.setBackground(Pens.colour(p.fill().rgb()));
            gc.setAlpha((int) Math.round(255 * p.fill().opacity()));
            Path path = path(gc, p, 0);
            gc.fillPath(path);
            path.dispose();
        }
        if (p.pen().opacity() > 0) {
            // several strokes per pixel column: smooth edges cost much and show nothing
            boolean dense = !p.closed() && p.x().length > POINTS_PER_PIXEL * area.width();
            pen(gc, dense ? new Mark.Pen(p.pen().rgb(), 1, new double[0], p.pen().opacity()) : p.pen());
            gc.setAntialias(dense ? SWT.OFF : SWT.ON);
            Path path = path(gc, p, shift(dense ? 1 : p.pen().width()));
            gc.drawPath(path);
            path.dispose();
            gc.setAntialias(SWT.ON);
        }
    }

    private static Path path(GC gc, Mark.Path p, float shift) {
        Path path = new Path(gc.getDevice());
        boolean open = false;
        for (int i = 0; i < p.x().length; i++) {
            float x = (float) p.x()[i] + shift;
            float y = (float) p.y()[i] + shift;
            boolean here = !Float.isNaN(x + y);
            if (here && open) {
                path.lineTo(x, y);
            } else if (here) {
                path.moveTo(x, y);
            } else if (open && p.closed()) {
                path.close();
            }
            open = here;
        }
        if (open && p.closed()) {
            path.close();
        }
        return path;
    }

    private static void symbols(GC gc, Mark.Symbols s) {
        if (s.symbol() == Style.Symbol.NONE) {
            return;
        }
        gc.setFillRule(SWT.FILL_WINDING);
        gc.setBackground(Pens.colour(s.colour()));
        pen(gc, new Mark.Pen(s.colour(), Mark.Symbols.LINE, new double[0], s.opacity()));
        float shift = s.filled() ? 0 : shift(Mark.Symbols.LINE);
        double[] corners = s.corners();
        for (int from = 0; from < s.x().length; from += SYMBOLS_PER_PATH) {
            Path path = new Path(gc.getDevice());
            for (int i = from; i < Math.min(s.x().length, from + SYMBOLS_PER_PATH); i++) {
                float x = (float) s.x()[i] + shift;
                float y = (float) s.y()[i] + shift;
                if (!Float.isNaN(x + y)) {
                    symbol(path, s, corners, x, y);
                }
            }
            if (s.filled()) {
                gc.fillPath(path);
            } else {
                gc.drawPath(path);
            }
            path.dispose();
        }
        gc.setFillRule(SWT.FILL_EVEN_ODD);
    }

    private static void symbol(Path path, Mark.Symbols s, double[] corners, float x, float y) {
        float r = (float) s.size() / 2;
        if (corners.length == 0) {
            path.moveTo(x + r, y);
            path.addArc(x - r, y - r, 2 * r, 2 * r, 0, 360);
            path.close();
            return;
        }
        boolean lines = s.symbol() == Style.Symbol.CROSS;
        for (int k = 0; k < corners.length; k += 2) {
            if (k == 0 || lines && k == 4) {
                path.moveTo(x + (float) corners[k], y + (float) corners[k + 1]);
            } else {
                path.lineTo(x + (float) corners[k], y + (float) corners[k + 1]);
            }
        }
        if (!lines) {
            path.close();
        }
    }

    private void image(GC gc, Mark.Image i, Box area, boolean screen) {
        gc.setAlpha(255);
        if (screen) {
            tiles.paint(gc, i, area, sample -> new Image(gc.getDevice(), data(sample)));
            return;
        }
        int left = (int) Math.max(area.left(), Math.floor(Math.min(i.x0(), i.x1())));
        int top = (int) Math.max(area.top(), Math.floor(Math.min(i.y0(), i.y1())));
        int right = (int) Math.min(area.right(), Math.ceil(Math.max(i.x0(), i.x1())));
        int bottom = (int) Math.min(area.bottom(), Math.ceil(Math.max(i.y0(), i.y1())));
        if (right > left && bottom > top) {
            Image image = new Image(gc.getDevice(), data(i.pixels().sample(
                    places(left, right, i.x0(), i.pixels().pyramid().width() / (i.x1() - i.x0())),
                    places(top, bottom, i.y0(), i.pixels().pyramid().height() / (i.y1() - i.y0())))));
            gc.drawImage(image, left, top);
            image.dispose();
        }
    }

    private static double[] places(int from, int to, double origin, double scale) {
        double[] out = new double[to - from];
        java.util.Arrays.setAll(out, k -> (from + k + 0.5 - origin) * scale);
        return out;
    }

    static ImageData data(PictureColours.Sample s) {
        ImageData data = new ImageData(s.width(), s.height(), 24, new PaletteData(0xff0000, 0xff00, 0xff),
                3 * s.width(), s.rgb());
        data.alphaData = s.alpha();
        return data;
    }

    private void text(GC gc, Mark.Text t) {
        gc.setAlpha(255);
        gc.setForeground(Pens.colour(t.colour()));
        for (Typeset.Run run : t.line().runs()) {
            Fonts.Sized font = fonts.of(run.size(), t.line().bold());
            gc.setFont(font.font());
            double along = t.start() + run.x();
            // a scene that was laid out for other fonts keeps its lengths
            float stretch = (float) (run.width() / Math.max(1, fonts.width(run.text(), run.size(), t.line().bold())));
            if (!t.turned() && stretch == 1) {
                gc.drawText(run.text(), (int) Math.round(t.x() + along),
                        (int) Math.round(t.y() + run.shift()) - font.ascent(), SWT.DRAW_TRANSPARENT);
                continue;
            }
            Transform before = new Transform(gc.getDevice());
            Transform turned = new Transform(gc.getDevice());
            gc.getTransform(before);
            gc.getTransform(turned);
            turned.translate((float) t.x(), (float) t.y());
            turned.rotate(t.turned() ? -90 : 0);
            turned.translate((float) along, (float) run.shift());
            turned.scale(stretch, 1);
            gc.setTransform(turned);
            gc.drawText(run.text(), 0, -font.ascent(), SWT.DRAW_TRANSPARENT);
            gc.setTransform(before);
            turned.dispose();
            before.dispose();
        }
    }
}
