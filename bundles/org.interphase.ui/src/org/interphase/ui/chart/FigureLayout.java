package org.interphase.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import org.eclipse.swt.graphics.Rectangle;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Panel;
import org.interphase.report.figure.Ticks;

/** Where the panels of a figure go: plot areas aligned left and right, room for numbers and titles. */
final class FigureLayout {

    static final int TICK = 5;
    static final int GAP = 5;
    private static final int MOST = 7;
    private static final int PANEL_GAP = 16;

    private FigureLayout() {
    }

    /**
     * Lays out a figure.
     *
     * @param area canvas rectangle
     * @param view ranges in sight
     * @param tickWidth width of a tick text in pixels
     * @param tickHeight height of a tick text
     * @param titleHeight height of an axis title
     * @param keyWidth room that the key of a panel's colours takes at its right, for a height; 0 for none
     * @param fitted whether everything is in sight; pictures then have no empty margins
     */
    static List<Frame> of(Figure figure, Rectangle area, FigureView view, ToIntFunction<String> tickWidth,
            int tickHeight, int titleHeight, ToIntBiFunction<Panel, Integer> keyWidth, boolean fitted) {
        List<Panel> panels = figure.panels();
        int xDecor = TICK + GAP + tickHeight + 4 + titleHeight + 6;
        int fixed = 10 + xDecor;
        for (int i = 0; i < panels.size() - 1; i++) {
            fixed += drawsX(figure, i) ? xDecor + 10 : PANEL_GAP;
        }
        int free = Math.max(20 * panels.size(), area.height - fixed);
        double weights = panels.stream().mapToDouble(Panel::weight).sum();
        int[] heights = panels.stream().mapToInt(p -> Math.max(10, (int) Math.round(free * p.weight() / weights)))
                .toArray();
        int numbers = 0;
        for (int i = 0; i < panels.size(); i++) {
            Panel p = panels.get(i);
            if (p.y().visible()) {
                Ticks t = Frame.of(p, new Rectangle(0, 0, 400, heights[i]), view.of(p), MOST,
                        mostY(heights[i], tickHeight), false).yTicks();
                numbers = Math.max(numbers, t.labels().stream().mapToInt(tickWidth).max().orElse(0));
            }
        }
        boolean anyY = panels.stream().anyMatch(p -> p.y().visible());
        int left = anyY ? 8 + titleHeight + 8 + numbers + GAP + TICK : 14;
        int width = Math.max(30, area.width - left - 18);
        int top = area.y + 10;
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < panels.size(); i++) {
            Panel p = panels.get(i);
            boolean drawX = drawsX(figure, i);
            int key = keyWidth.applyAsInt(p, heights[i]);
            Rectangle room = new Rectangle(area.x + left, top, Math.max(30, width - key), heights[i]);
            Rectangle plot = fitted && panels.size() == 1 ? shaped(p, view.of(p), room) : room;
            frames.add(fitted(Frame.of(p, plot, view.of(p), MOST, mostY(heights[i], tickHeight),
                    drawX && p.x().visible()), tickWidth));
            top += heights[i] + (drawX ? xDecor + 10 : PANEL_GAP);
        }
        return frames;
    }

    private static Rectangle shaped(Panel p, PanelView view, Rectangle room) {
        boolean picture = p.layers().stream().anyMatch(org.interphase.model.figure.Layer.Picture.class::isInstance);
        if (!picture || !p.equalScale()) {
            return room;
        }
        double perPixel = Math.max(view.x().span() / room.width, view.y().span() / room.height);
        int w = Math.max(40, (int) Math.round(view.x().span() / perPixel));
        int h = Math.max(40, (int) Math.round(view.y().span() / perPixel));
        return new Rectangle(room.x + (room.width - w) / 2, room.y + (room.height - h) / 2, w, h);
    }

    private static boolean drawsX(Figure figure, int panel) {
        return !figure.sharedX() || panel == figure.panels().size() - 1;
    }

    private static int mostY(int height, int tickHeight) {
        return Math.max(2, Math.min(MOST, height / (2 * tickHeight)));
    }

    /** Takes fewer ticks until the numbers of the horizontal axis keep apart. */
    private static Frame fitted(Frame frame, ToIntFunction<String> tickWidth) {
        Frame f = frame;
        for (int most = MOST; most >= 2; most--) {
            f = frame.withXTicks(most);
            if (!collide(f, tickWidth)) {
                return f;
            }
        }
        return f;
    }

    private static boolean collide(Frame f, ToIntFunction<String> tickWidth) {
        List<double[]> spans = new ArrayList<>();
        for (int i = 0; i < f.xTicks().values().size(); i++) {
            String label = f.xTicks().labels().get(i);
            if (!label.isEmpty()) {
                double at = f.x().at(f.xTicks().values().get(i));
                double half = tickWidth.applyAsInt(label) / 2.0 + 6;
                spans.add(new double[] {at - half, at + half});
            }
        }
        spans.sort((a, b) -> Double.compare(a[0], b[0]));
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i)[0] < spans.get(i - 1)[1]) {
                return true;
            }
        }
        return false;
    }
}
