package org.interphase.figure;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Style;

/** A panel's legend, where it covers least. */
final class LegendMarks {

    private static final double SWATCH = 22;
    private static final double PAD = 7;
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

    /**
     * @param taken where data and texts are
     * @param texts where texts are
     */
    static void add(Frame frame, Theme theme, Occupancy taken, Occupancy texts, List<Mark> out) {
        List<Layer> rows = entries(frame);
        Box area = frame.area();
        double row = theme.small() + 5;
        int most = (int) ((area.height() - 2 * MARGIN) / row);
        if (!frame.panel().legend() || rows.size() < 2 || most < 2) {
            return;
        }
        List<Layer> shown = rows.size() > most ? rows.subList(0, most - 1) : rows;
        String rest = shown.size() < rows.size() ? "and " + (rows.size() - shown.size()) + " more" : "";
        double width = SWATCH + PAD + shown.stream().mapToDouble(l -> theme.small(l.label()).width()).max()
                .orElse(0);
        boolean named = frame.panel().layers().stream().anyMatch(Layer.Labels.class::isInstance);
        Box box = quietest(area, width, (shown.size() + (rest.isEmpty() ? 0 : 1)) * row, taken, texts);
        if (box == null || named && taken.count(box) > HIDES) {
            return;
        }
        Mark.Subject legend = new Mark.Subject(Mark.Part.LEGEND, frame.panel().id(), "");
        boolean onPicture = frame.panel().layers().stream().anyMatch(Layer.Picture.class::isInstance);
        if (onPicture || taken.count(box) > 0) {
            out.add(Mark.Path.of(legend, box.grown(4), Mark.Pen.NONE, new Mark.Fill(theme.palette().background(),
                    onPicture ? 0.9 : 0.75)));
        }
        double y = box.top() + row / 2;
        for (Layer l : shown) {
            Mark.Subject subject = new Mark.Subject(Mark.Part.LEGEND, frame.panel().id(), l.component());
            out.add(swatch(l, subject, theme, box.left(), y));
            out.add(Mark.Text.of(subject, box.left() + SWATCH + PAD, y + theme.small() * 0.35,
                    theme.small(l.label()), theme.palette().ink(), -1));
            y += row;
        }
        if (!rest.isEmpty()) {
            out.add(Mark.Text.of(legend, box.left() + SWATCH + PAD, y + theme.small() * 0.35,
                    theme.small(rest), theme.palette().ink(), -1));
        }
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

    private static Mark swatch(Layer layer, Mark.Subject subject, Theme theme, double x, double y) {
        Style style = layer.style();
        int rgb = theme.palette().rgb(style.colour());
        return switch (layer) {
            case Layer.Points p -> new Mark.Symbols(subject, new double[] {x + SWATCH / 2}, new double[] {y},
                    style.symbol(), Math.max(style.width() * theme.point(), 4), rgb, 1);
            case Layer.Line l -> Mark.Path.line(subject, x, y, x + SWATCH, y, LayerMarks.pen(style, theme));
            case Layer.Guides g -> Mark.Path.line(subject, x, y, x + SWATCH, y, LayerMarks.pen(style, theme));
            case Layer.Outline o -> Mark.Path.line(subject, x, y, x + SWATCH, y, LayerMarks.pen(style, theme));
            default -> Mark.Path.of(subject, new Box(x, y - 5, x + SWATCH, y + 5), Mark.Pen.of(rgb, 1),
                    new Mark.Fill(rgb, Math.clamp(style.opacity(), 0.35, 0.6)));
        };
    }
}
