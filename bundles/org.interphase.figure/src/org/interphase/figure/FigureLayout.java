package org.interphase.figure;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Panel;

/** Resolves a figure into marks on a page: plot areas, ticks, curves, labels, legend, keys. */
public final class FigureLayout {

    private static final double MARGIN = 12;
    private static final double PANEL_GAP = 14;

    /** Where the legend above the first panel begins. */
    private static final double STRIP = 6;
    /** Width of a panel's letter. */
    private static final double LETTER = 28;
    /** Lower than this no figure becomes for the sake of a legend. */
    private static final double LOWEST = 90;

    private final Theme theme;
    private final Pictures pictures;
    private final Legends legends;

    /** Where legends go that would hide data. */
    public enum Legends {
        /** Over the data it hides least of. */
        OVER,
        /** Above the first panel. */
        ABOVE,
        /** Nowhere: whoever shows the figure says beside it what is what. */
        BESIDE
    }

    private FigureLayout(Theme theme, Pictures pictures, Legends legends) {
        this.theme = theme;
        this.pictures = pictures;
        this.legends = legends;
    }

    /** A layout in a theme; pictures reduced for one figure serve the next. */
    public FigureLayout(Theme theme, Pictures pictures) {
        this(theme, pictures, Legends.OVER);
    }

    /** The same layout with another place for legends that would hide data, in {@link #scene scenes}. */
    public FigureLayout with(Legends place) {
        return new FigureLayout(theme, pictures, place);
    }

    /** A layout in a theme. */
    public FigureLayout(Theme theme) {
        this(theme, new Pictures());
    }

    /**
     * Lays all of a figure out.
     *
     * @param width page width
     * @param height page height
     * @param letter panel letter such as "a", drawn "(a)" at the top left; empty for none
     */
    public Scene scene(Figure figure, double width, double height, String letter) {
        return scene(figure, FigureView.fit(figure), true, width, height, letter);
    }

    /**
     * Lays a part of a figure out.
     *
     * @param view what is in sight
     * @param fitted whether that is everything
     */
    public Scene scene(Figure figure, FigureView view, boolean fitted, double width, double height, String letter) {
        List<Scene.Plot> plots = new ArrayList<>();
        List<Mark> around = new ArrayList<>();
        LegendMarks.Else other = legends == Legends.OVER ? LegendMarks.Else.OVER : LegendMarks.Else.NOWHERE;
        double first = top(letter);
        List<Frame> frames = frames(figure, view, fitted, new Size(width, height), first);
        double strip = strip(frames.get(0));
        if (strip > 0 && height - strip >= LOWEST) {
            frames = frames(figure, view, fitted, new Size(width, height), Math.max(first, STRIP + strip));
            LegendMarks.above(frames.get(0), theme, LETTER, STRIP, around);
        }
        for (Frame f : frames) {
            plots.add(new Scene.Plot(f, inside(f, "", other)));
            around.addAll(around(f));
        }
        if (!letter.isEmpty()) {
            around.add(new Mark.Text(new Mark.Subject(Mark.Part.LETTER, "", ""), 4, 15,
                    Typeset.line("(" + letter + ")", 14, true, theme.metrics()), theme.palette().ink(), -1, false,
                    ""));
        }
        return new Scene(width, height, theme.palette().background(), plots, around);
    }

    /** Height of the legend above a figure of a size; 0 if it needs none. */
    public double strip(Figure figure, double width, double height) {
        return strip(frames(figure, FigureView.fit(figure), true, width, height, "a").get(0));
    }

    private double strip(Frame main) {
        return legends == Legends.ABOVE && LegendMarks.isWanted(main) && inside(main, "", LegendMarks.Else.NOWHERE)
                .stream().noneMatch(m -> m.subject().part() == Mark.Part.LEGEND)
                        ? LegendMarks.rowsAbove(main, theme, LETTER) * LegendMarks.row(theme) + STRIP : 0;
    }

    /** The panels laid out, from top to bottom. */
    public List<Frame> frames(Figure figure, FigureView view, boolean fitted, double width, double height,
            String letter) {
        return frames(figure, view, fitted, new Size(width, height), top(letter));
    }

    private static double top(String letter) {
        return MARGIN + (letter.isEmpty() ? 0 : 8);
    }

    /** A page. */
    private record Size(double width, double height) {
    }

    private List<Frame> frames(Figure figure, FigureView view, boolean fitted, Size size, double top) {
        List<Panel> panels = figure.panels();
        int n = panels.size();
        double below = theme.small() + theme.large() + 24;
        double gap = figure.sharedX() ? PANEL_GAP : below + 10;
        double room = Math.max(20 * n, size.height() - top - MARGIN - below - (n - 1) * gap);
        double weights = panels.stream().mapToDouble(Panel::weight).sum();
        double labels = -26;
        for (Panel p : panels) {
            if (p.y().visible()) {
                double h = room * p.weight() / weights;
                labels = Math.max(labels, AxisMarks.width(Frame.ticks(p.y(), view.of(p).y(),
                        Frame.mostDown(h, theme.small())), theme));
            }
        }
        Column column = new Column(labels, top, room, gap);
        List<Frame> frames = frames(figure, view, fitted, size.width(), column);
        // a picture that becomes lower to keep its shape has other numbers than its room would have
        double wider = frames.stream().filter(f -> f.panel().y().visible()).mapToDouble(f -> AxisMarks.width(f.yTicks(),
                theme)).max().orElse(labels);
        return wider > labels ? frames(figure, view, fitted, size.width(), new Column(wider, top, room, gap)) : frames;
    }

    /**
     * How panels stand below each other.
     *
     * @param labels width of the widest number of a vertical axis
     * @param top where the first begins
     * @param room height of all together
     * @param gap between two
     */
    private record Column(double labels, double top, double room, double gap) {
    }

    private List<Frame> frames(Figure figure, FigureView view, boolean fitted, double width, Column column) {
        List<Panel> panels = figure.panels();
        int n = panels.size();
        double weights = panels.stream().mapToDouble(Panel::weight).sum();
        double titleAt = column.labels() + 16;
        double left = MARGIN + titleAt + theme.large() + 6;
        List<Frame> frames = new ArrayList<>();
        double y = column.top();
        for (int i = 0; i < n; i++) {
            Panel p = panels.get(i);
            double h = Math.max(10, column.room() * p.weight() / weights);
            double key = ColourBar.of(p, pictures).map(b -> KeyMarks.width(b, h, theme)).orElse(8.0);
            Box area = new Box(left, y, Math.max(left + 30, width - MARGIN - key), y + h);
            frames.add(Frame.of(p, area, view.of(p), fitted, (!figure.sharedX() || i == n - 1) && p.x().visible(),
                    titleAt, theme));
            y += h + column.gap();
        }
        return frames;
    }

    /**
     * What is drawn within a plot area.
     *
     * @param selected the component to emphasise; empty for none
     */
    public List<Mark> inside(Frame frame, String selected) {
        return inside(frame, selected, LegendMarks.Else.OVER);
    }

    private List<Mark> inside(Frame frame, String selected, LegendMarks.Else other) {
        List<Mark> out = new ArrayList<>();
        Occupancy taken = new Occupancy(frame.area());
        new LayerMarks(frame, theme, pictures, taken, out).add(selected);
        ScaleBar.add(frame, theme, out);
        KeyMarks.missing(frame, theme, pictures, out);
        Occupancy texts = LabelMarks.add(frame, theme, taken, out);
        LegendMarks.add(frame, theme, taken, texts, other, out);
        return out;
    }

    /** What is drawn around a plot area: axes and the key of its colours. */
    public List<Mark> around(Frame frame) {
        List<Mark> out = new ArrayList<>();
        AxisMarks.add(frame, theme, out);
        ColourBar.of(frame.panel(), pictures).ifPresent(bar -> KeyMarks.add(bar, frame, theme, out));
        return out;
    }
}
