package org.interphase.figure;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Panel;

/** Resolves a figure into marks on a page: plot areas, ticks, curves, labels, legend, keys. */
public final class FigureLayout {

    private static final double MARGIN = 12;
    private static final double PANEL_GAP = 14;

    private final Theme theme;
    private final Pictures pictures;

    /** A layout in a theme; pictures reduced for one figure serve the next. */
    public FigureLayout(Theme theme, Pictures pictures) {
        this.theme = theme;
        this.pictures = pictures;
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
        for (Frame f : frames(figure, view, fitted, width, height, letter)) {
            plots.add(new Scene.Plot(f, inside(f, "")));
            around.addAll(around(f));
        }
        if (!letter.isEmpty()) {
            around.add(new Mark.Text(new Mark.Subject(Mark.Part.LETTER, "", ""), 4, 15,
                    Typeset.line("(" + letter + ")", 14, true, theme.metrics()), theme.palette().ink(), -1, false,
                    ""));
        }
        return new Scene(width, height, theme.palette().background(), plots, around);
    }

    /** The panels laid out, from top to bottom. */
    public List<Frame> frames(Figure figure, FigureView view, boolean fitted, double width, double height,
            String letter) {
        List<Panel> panels = figure.panels();
        int n = panels.size();
        double below = theme.small() + theme.large() + 24;
        double gap = figure.sharedX() ? PANEL_GAP : below + 10;
        double top = MARGIN + (letter.isEmpty() ? 0 : 8);
        double room = Math.max(20 * n, height - top - MARGIN - below - (n - 1) * gap);
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
        List<Frame> frames = frames(figure, view, fitted, width, column);
        // a picture that becomes lower to keep its shape has other numbers than its room would have
        double wider = frames.stream().filter(f -> f.panel().y().visible()).mapToDouble(f -> AxisMarks.width(f.yTicks(),
                theme)).max().orElse(labels);
        return wider > labels ? frames(figure, view, fitted, width, new Column(wider, top, room, gap)) : frames;
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
        List<Mark> out = new ArrayList<>();
        Occupancy taken = new Occupancy(frame.area());
        new LayerMarks(frame, theme, pictures, taken, out).add(selected);
        ScaleBar.add(frame, theme, out);
        KeyMarks.missing(frame, theme, pictures, out);
        Occupancy texts = LabelMarks.add(frame, theme, taken, out);
        LegendMarks.add(frame, theme, taken, texts, out);
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
