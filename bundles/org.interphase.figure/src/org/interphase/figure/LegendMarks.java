package org.interphase.figure;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Style;

/** A panel's legend, where it covers least. */
final class LegendMarks {

    private static final double SWATCH = 22;
    /** Length of a sample of a line where entries stand side by side. */
    private static final double SHORT = 14;
    private static final double PAD = 6;
    private static final double MARGIN = 10;
    /** Cells of data that a legend may hide where the curves are named in the picture anyway. */
    private static final int HIDES = 6;

    private LegendMarks() {
    }

    private static boolean isMask(Layer layer) {
        return layer instanceof Layer.Picture p && p.colours() == Layer.ColourMap.MASK;
    }

    private static List<Layer> entries(Frame frame) {
        List<Layer> rows = new ArrayList<>();
        // one mask explains itself, several are told apart by their colours
        boolean masks = frame.panel().layers().stream().filter(LegendMarks::isMask).count() > 1;
        for (Layer l : frame.panel().layers()) {
            boolean named = !l.label().isEmpty() && !(l instanceof Layer.Labels)
                    && (!(l instanceof Layer.Picture) || masks && isMask(l));
            if (named && rows.stream().noneMatch(r -> r.label().equals(l.label()))) {
                rows.add(l);
            }
        }
        return rows;
    }

    /** Where a legend goes for which no place in the plot area is free. */
    enum Else {
        /** Over the data it hides least of, where nothing else has room for it: a window. */
        OVER,
        /** Nowhere: whoever shows the picture says beside it what is what. */
        NOWHERE
    }

    /**
     * Adds the legend within the plot area.
     *
     * @param taken where data and texts are
     * @param texts where texts are
     * @param other what is done where it would hide data
     */
    static void add(Frame frame, Theme theme, Occupancy taken, Occupancy texts, Else other, List<Mark> out) {
        List<Layer> rows = entries(frame);
        Box area = frame.area();
        double row = row(theme);
        int most = (int) ((area.height() - 2 * MARGIN) / row);
        if (!isWanted(frame) || most < 2) {
            return;
        }
        List<Layer> shown = rows.size() > most ? rows.subList(0, most - 1) : rows;
        String rest = shown.size() < rows.size() ? "and " + (rows.size() - shown.size()) + " more" : "";
        double width = SWATCH + PAD + shown.stream().mapToDouble(l -> theme.small(l.label()).width()).max()
                .orElse(0);
        boolean named = frame.panel().layers().stream().anyMatch(Layer.Labels.class::isInstance);
        Box box = quietest(area, width, (shown.size() + (rest.isEmpty() ? 0 : 1)) * row, taken, texts);
        boolean onPicture = isOnPicture(frame);
        if (box == null || named && taken.count(box) > HIDES
                || other == Else.NOWHERE && (onPicture || !rest.isEmpty() || taken.count(box) > 0)) {
            return;
        }
        Mark.Subject legend = new Mark.Subject(Mark.Part.LEGEND, frame.panel().id(), "");
        if (onPicture || taken.count(box) > 0) {
            out.add(Mark.Path.of(legend, box.grown(4), Mark.Pen.NONE, new Mark.Fill(theme.palette().background(),
                    onPicture ? 0.9 : 0.75)));
        }
        double y = box.top() + row / 2;
        for (Layer l : shown) {
            entry(l, frame, theme, box.left(), y, SWATCH, out);
            y += row;
        }
        if (!rest.isEmpty()) {
            out.add(Mark.Text.of(legend, box.left() + SWATCH + PAD, y + theme.small() * 0.35,
                    theme.small(rest), theme.palette().ink(), -1));
        }
    }

    private static void entry(Layer l, Frame frame, Theme theme, double x, double y,
            double length, List<Mark> out) {
        Mark.Subject subject = new Mark.Subject(Mark.Part.LEGEND, frame.panel().id(), l.component());
        out.add(swatch(l, subject, theme, x, y, length));
        out.add(Mark.Text.of(subject, x + length + PAD, y + theme.small() * 0.35, theme.small(l.label()),
                theme.palette().ink(), -1));
    }

    static boolean isWanted(Frame frame) {
        return frame.panel().legend() && entries(frame).size() > 1;
    }

    private static boolean isOnPicture(Frame frame) {
        return frame.panel().layers().stream().anyMatch(Layer.Picture.class::isInstance);
    }

    /** Height of a row. */
    static double row(Theme theme) {
        return theme.small() + 5;
    }

    /** How many rows a legend above the plot area takes. */
    static int rowsAbove(Frame frame, Theme theme, double left) {
        return above(frame, theme, left, frame.area().top(), new ArrayList<>());
    }

    /** Adds the legend above the plot area, from left to right; returns its rows. */
    static int above(Frame frame, Theme theme, double left, double top, List<Mark> out) {
        double x = left;
        double y = top + row(theme) / 2;
        int rows = 1;
        for (Layer l : entries(frame)) {
            double width = SHORT + PAD + theme.small(l.label()).width();
            if (x > left && x + width > frame.area().right()) {
                x = left;
                y += row(theme);
                rows++;
            }
            entry(l, frame, theme, x, y, SHORT, out);
            x += width + 2 * PAD;
        }
        return rows;
    }

    /** The place that covers least data and no text, corners first; null if there is none. */
    private static Box quietest(Box area, double w, double h, Occupancy taken, Occupancy texts) {
        Box best = null;
        int least = Integer.MAX_VALUE;
        for (double fx : new double[] {1, 0, 0.5, 0.75, 0.25}) {
            for (double fy : new double[] {0, 1, 0.25, 0.5, 0.75}) {
                double left = area.left() + MARGIN + fx * (area.width() - 2 * MARGIN - w);
                double top = area.top() + MARGIN + fy * (area.height() - 2 * MARGIN - h);
                Box place = new Box(left, top, left + w, top + h);
                int covered = taken.count(place.grown(3));
                if (covered < least && area.contains(place.grown(2)) && texts.count(place.grown(2)) == 0) {
                    least = covered;
                    best = place;
                }
            }
        }
        return best;
    }

    private static Mark swatch(Layer layer, Mark.Subject subject, Theme theme, double x, double y,
            double length) {
        Style style = layer.style();
        int rgb = theme.palette().rgb(style.colour());
        return switch (layer) {
            case Layer.Points p -> new Mark.Symbols(subject, new double[] {x + length / 2}, new double[] {y},
                    style.symbol(), Math.max(style.width() * theme.point(), 4), rgb, 1);
            case Layer.Line l -> Mark.Path.line(subject, x, y, x + length, y, LayerMarks.pen(style, theme));
            case Layer.Guides g -> Mark.Path.line(subject, x, y, x + length, y, LayerMarks.pen(style, theme));
            case Layer.Outline o -> Mark.Path.line(subject, x, y, x + length, y, LayerMarks.pen(style, theme));
            default -> Mark.Path.of(subject, new Box(x, y - 5, x + length, y + 5), Mark.Pen.of(rgb, 1),
                    new Mark.Fill(rgb, Math.clamp(style.opacity(), 0.35, 0.6)));
        };
    }
}
