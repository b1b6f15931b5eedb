package org.interphase.ui.chart;

import java.util.Optional;
import java.util.function.ToIntFunction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.interphase.model.figure.Panel;
import org.interphase.report.figure.ColourBar;
import org.interphase.report.figure.Palette;
import org.interphase.report.figure.Ticks;

/** Draws the key of a picture's colours at its right. */
final class ColourBarPainter {

    private static final int SPACE = 12;
    private static final int THICK = 12;

    private ColourBarPainter() {
    }

    /** The key of a panel's topmost coloured picture; empty without one. */
    static Optional<ColourBar> of(Panel panel, PictureCache pictures) {
        return ColourBar.pictureOf(panel).flatMap(p -> {
            BytePyramid pyramid = pictures.pyramid(p);
            return ColourBar.of(p, pyramid.low(), pyramid.high());
        });
    }

    /** Room the bar takes at the right of a plot, its numbers and title included. */
    static int width(ColourBar bar, int height, ToIntFunction<String> tickWidth, int tickHeight, int titleHeight) {
        int numbers = bar.ticks(height, tickHeight).labels().stream().mapToInt(tickWidth).max().orElse(0);
        return SPACE + THICK + FigureLayout.TICK + FigureLayout.GAP + numbers + 6 + titleHeight;
    }

    static void paint(GC gc, ColourBar bar, Rectangle plot, Palette palette, Fonts fonts) {
        int left = plot.x + plot.width + SPACE;
        gc.setAntialias(SWT.OFF);
        for (int i = 0; i < bar.steps(); i++) {
            int top = plot.y + plot.height - (int) Math.round(plot.height * (i + 1.0) / bar.steps());
            int foot = plot.y + plot.height - (int) Math.round(plot.height * (double) i / bar.steps());
            gc.setBackground(Pens.colour(bar.rgb(i)));
            gc.fillRectangle(left, top, THICK, foot - top);
        }
        Pens.plainLine(gc, Pens.mixed(palette.background(), palette.ink(), 0.75), 1);
        gc.drawRectangle(left - 1, plot.y - 1, THICK + 1, plot.height + 1);
        gc.setForeground(Pens.colour(palette.ink()));
        gc.setFont(fonts.tick());
        Ticks ticks = bar.ticks(plot.height, gc.textExtent("X").y);
        int right = left + THICK;
        int numbers = 0;
        for (int i = 0; i < ticks.values().size(); i++) {
            double share = (ticks.values().get(i) - bar.low()) / (bar.high() - bar.low());
            int y = plot.y + plot.height - (int) Math.round(plot.height * share);
            gc.drawLine(right + 1, y, right + FigureLayout.TICK, y);
            Point size = gc.textExtent(ticks.labels().get(i), SWT.DRAW_TRANSPARENT);
            gc.drawText(ticks.labels().get(i), right + FigureLayout.TICK + FigureLayout.GAP, y - size.y / 2,
                    SWT.DRAW_TRANSPARENT);
            numbers = Math.max(numbers, size.x);
        }
        gc.setAntialias(SWT.ON);
        gc.setFont(fonts.title());
        FigurePainter.turned(gc, FigurePainter.title(bar.axis(), ticks),
                right + FigureLayout.TICK + FigureLayout.GAP + numbers + 6, plot.y + plot.height / 2, plot.height);
    }
}
