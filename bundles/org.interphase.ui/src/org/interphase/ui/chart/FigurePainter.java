package org.interphase.ui.chart;

import java.util.List;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Panel;
import org.interphase.report.figure.Palette;
import org.interphase.report.figure.Ticks;
import org.interphase.report.figure.Typeset;

/** Paints a figure into any graphics context: the screen, an image, a page. */
final class FigurePainter {

    private static final int FLAGS = SWT.DRAW_TRANSPARENT;
    private final Fonts fonts;
    private final PictureCache pictures;

    FigurePainter(Fonts fonts, PictureCache pictures) {
        this.fonts = fonts;
        this.pictures = pictures;
    }

    List<Frame> layout(GC gc, Figure figure, Rectangle area, FigureView view, boolean fitted) {
        gc.setFont(fonts.title());
        int titleHeight = gc.textExtent("Xy").y;
        gc.setFont(fonts.tick());
        int tickHeight = gc.textExtent("X").y;
        ToIntFunction<String> tickWidth = s -> gc.textExtent(s, FLAGS).x;
        ToIntBiFunction<Panel, Integer> keyWidth = (panel, height) -> ColourBarPainter.of(panel, pictures)
                .map(bar -> ColourBarPainter.width(bar, height, tickWidth, tickHeight, titleHeight)).orElse(0);
        return FigureLayout.of(figure, area, view, tickWidth, tickHeight, titleHeight, keyWidth, fitted);
    }

    void paintAll(GC gc, Figure figure, Rectangle area, FigureView view, boolean fitted, Palette palette) {
        gc.setAdvanced(true);
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
        gc.setBackground(Pens.colour(palette.background()));
        gc.fillRectangle(area);
        List<Frame> frames = layout(gc, figure, area, view, fitted);
        for (Frame f : frames) {
            gc.setClipping(f.plot());
            paintPlot(gc, f, f.plot().x, f.plot().y, palette, "", false);
            gc.setClipping((Rectangle) null);
        }
        paintAxes(gc, frames, palette);
    }

    /** Paints a plot on the screen, where the context's corner is the plot's. */
    List<TextPainter.Placed> paintOnScreen(GC gc, Frame frame, Palette palette, String selected) {
        return paintPlot(gc, frame, 0, 0, palette, selected, true);
    }

    private List<TextPainter.Placed> paintPlot(GC gc, Frame frame, int left, int top, Palette palette,
            String selected, boolean screen) {
        gc.setAdvanced(true);
        gc.setAntialias(SWT.ON);
        gc.setInterpolation(SWT.HIGH);
        gc.setBackground(Pens.colour(palette.background()));
        gc.fillRectangle(left, top, frame.plot().width, frame.plot().height);
        Polylines lines = new Polylines(frame);
        new LayerPainter(gc, frame, left, top, palette, pictures, lines).paint(selected, screen);
        ScaleBarPainter.paint(gc, frame, left, top, fonts);
        ValueKey.paint(gc, frame, left, top, fonts, palette, pictures);
        return new TextPainter(gc, frame, left, top, palette, fonts, lines).paint();
    }

    void paintAxes(GC gc, List<Frame> frames, Palette palette) {
        gc.setAlpha(255);
        for (Frame f : frames) {
            Rectangle p = f.plot();
            Pens.plainLine(gc, Pens.mixed(palette.background(), palette.ink(), 0.75), 1);
            gc.setLineCap(SWT.CAP_FLAT);
            gc.setAntialias(SWT.OFF);
            gc.drawRectangle(p.x - 1, p.y - 1, p.width + 1, p.height + 1);
            gc.setForeground(Pens.colour(palette.ink()));
            gc.setFont(fonts.tick());
            if (f.panel().y().visible()) {
                yTicks(gc, f);
            }
            if (f.panel().x().visible()) {
                xTicks(gc, f);
            }
            gc.setAntialias(SWT.ON);
            gc.setFont(fonts.title());
            if (f.drawX()) {
                String title = title(f.panel().x(), f.xTicks());
                Point size = gc.textExtent(title, FLAGS);
                gc.setFont(fonts.tick());
                int tickHeight = gc.textExtent("X").y;
                gc.setFont(fonts.title());
                gc.drawText(title, p.x + (p.width - size.x) / 2,
                        p.y + p.height + FigureLayout.TICK + FigureLayout.GAP + tickHeight + 4, FLAGS);
            }
            if (f.panel().y().visible()) {
                turned(gc, title(f.panel().y(), f.yTicks()), yTitleLeft(frames, gc), p.y + p.height / 2, p.height);
            }
            ColourBarPainter.of(f.panel(), pictures)
                    .ifPresent(bar -> ColourBarPainter.paint(gc, bar, p, palette, fonts));
        }
    }

    /** Titles of all panels stand in one line, left of the widest numbers. */
    private int yTitleLeft(List<Frame> frames, GC gc) {
        gc.setFont(fonts.tick());
        int numbers = 0;
        for (Frame f : frames) {
            for (String s : f.yTicks().labels()) {
                numbers = Math.max(numbers, gc.textExtent(s, FLAGS).x);
            }
        }
        gc.setFont(fonts.title());
        int height = gc.textExtent("Xy").y;
        return frames.get(0).plot().x - FigureLayout.TICK - FigureLayout.GAP - numbers - 8 - height;
    }

    static String title(AxisSpec axis, Ticks ticks) {
        if (ticks.exponent() == 0) {
            return axis.title();
        }
        String unit = axis.shownUnit().pretty();
        String power = "10" + Typeset.superscript(ticks.exponent());
        return axis.shownQuantity() + " (" + power + (unit.isEmpty() ? "" : "\u00a0" + unit) + ")";
    }

    private static void xTicks(GC gc, Frame f) {
        Rectangle p = f.plot();
        for (int i = 0; i < f.xTicks().values().size(); i++) {
            String label = f.xTicks().labels().get(i);
            int x = p.x + (int) Math.round(f.x().at(f.xTicks().values().get(i)));
            int y = p.y + p.height;
            if (x < p.x - 1 || x > p.x + p.width + 1) {
                continue;
            }
            gc.drawLine(x, y, x, y + (label.isEmpty() || !f.drawX() ? FigureLayout.TICK / 2 : FigureLayout.TICK));
            if (f.drawX() && !label.isEmpty()) {
                Point size = gc.textExtent(label, FLAGS);
                gc.drawText(label, x - size.x / 2, y + FigureLayout.TICK + FigureLayout.GAP - 1, FLAGS);
            }
        }
    }

    private static void yTicks(GC gc, Frame f) {
        Rectangle p = f.plot();
        for (int i = 0; i < f.yTicks().values().size(); i++) {
            String label = f.yTicks().labels().get(i);
            int y = p.y + (int) Math.round(f.y().at(f.yTicks().values().get(i)));
            int x = p.x - 1;
            if (y < p.y - 1 || y > p.y + p.height + 1) {
                continue;
            }
            gc.drawLine(x, y, x - (label.isEmpty() ? FigureLayout.TICK / 2 : FigureLayout.TICK), y);
            if (!label.isEmpty()) {
                Point size = gc.textExtent(label, FLAGS);
                gc.drawText(label, x - FigureLayout.TICK - FigureLayout.GAP + 1 - size.x, y - size.y / 2, FLAGS);
            }
        }
    }

    /** Text running upwards; one too long for its panel is shortened to its words before the unit. */
    static void turned(GC gc, String text, int left, int middle, int room) {
        String shown = text;
        if (gc.textExtent(text, FLAGS).x > room + 40 && text.contains(" (")) {
            shown = text.substring(0, text.indexOf(" ("));
        }
        Point size = gc.textExtent(shown, FLAGS);
        Transform before = new Transform(gc.getDevice());
        gc.getTransform(before);
        Transform t = new Transform(gc.getDevice());
        gc.getTransform(t);
        t.translate(left, middle + size.x / 2f);
        t.rotate(-90);
        gc.setTransform(t);
        gc.drawText(shown, 0, 0, FLAGS);
        gc.setTransform(before);
        t.dispose();
        before.dispose();
    }
}
