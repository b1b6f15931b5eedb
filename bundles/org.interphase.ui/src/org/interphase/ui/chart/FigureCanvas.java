package org.interphase.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.interphase.figure.Box;
import org.interphase.figure.FigureLayout;
import org.interphase.figure.FigureView;
import org.interphase.figure.Frame;
import org.interphase.figure.Palette;
import org.interphase.figure.PanelView;
import org.interphase.figure.Pictures;
import org.interphase.figure.Scene;
import org.interphase.figure.Theme;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Handle;
import org.interphase.model.figure.Panel;

/**
 * Shows a figure and lets the analyst zoom, pan, read values, drag handles and ranges. The figure is data; a new one
 * with the same panels keeps the zoom.
 */
public final class FigureCanvas extends Composite {

    private final Fonts fonts;
    private final Pictures pictures = new Pictures();
    private final PictureTiles tiles = new PictureTiles();
    private final MarkPainter painter;
    private final List<PlotSurface> surfaces = new ArrayList<>();
    private final FigureTools tools;
    private Figure figure;
    private FigureView view;
    private boolean fitted = true;
    private Palette palette = Palette.LIGHT;
    private List<Frame> frames = List.of();
    private String selected = "";
    private Runnable onView = () -> { };
    private final ViewHistory history = new ViewHistory();
    private final AxisScales scales = new AxisScales();
    private Figure asGiven;

    /** A canvas without figure. */
    public FigureCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        fonts = new Fonts(getDisplay());
        painter = new MarkPainter(fonts, tiles);
        tools = new FigureTools(this);
        setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE);
        addPaintListener(this::paint);
        addListener(SWT.Resize, e -> arrange());
        addDisposeListener(e -> {
            fonts.dispose();
            tiles.dispose();
        });
        tools.hook(this);
    }

    /** Tells a listener what the analyst does. */
    public void setListener(FigureListener listener) {
        tools.setListener(Objects.requireNonNull(listener));
    }

    /** Calls back when another part of the figure is in sight. */
    public void onView(Runnable then) {
        onView = then;
    }

    /** Shows a figure; the zoom stays if the panels are the same and the analyst has zoomed. */
    public void setFigure(Figure next) {
        boolean other = figure == null || !figure.id().equals(next.id()) || view == null || !view.suits(next);
        asGiven = next;
        figure = scales.applied(next);
        if (other || fitted) {
            view = FigureView.fit(figure);
            fitted = true;
        }
        if (other) {
            history.clear();
        }
        matchSurfaces();
        arrange();
    }

    /** The figure shown, or null. */
    public Figure figure() {
        return figure;
    }

    /** What is in sight, or null without a figure. */
    public FigureView view() {
        return view;
    }

    /** Whether everything is in sight. */
    public boolean isFitted() {
        return fitted;
    }

    /** Shows part of the figure; what was in sight can be gone back to. */
    public void setView(FigureView next) {
        history.leaves(fitted ? null : view, System.nanoTime());
        look(next);
    }

    private void look(FigureView next) {
        view = next;
        fitted = false;
        arrange();
        onView.run();
    }

    /** Shows everything. */
    public void fit() {
        if (figure != null && !fitted) {
            history.leaves(view, System.nanoTime());
            lookAtAll();
        }
    }

    private void lookAtAll() {
        if (figure != null) {
            view = FigureView.fit(figure);
            fitted = true;
            arrange();
            onView.run();
        }
    }

    /** Shows what was in sight before; does nothing where nothing was. */
    public void viewBack() {
        history.back(fitted ? null : view).ifPresent(v -> v.ifPresentOrElse(this::look, this::lookAtAll));
    }

    /** Shows what was in sight before going back. */
    public void viewForth() {
        history.forth(fitted ? null : view).ifPresent(v -> v.ifPresentOrElse(this::look, this::lookAtAll));
    }

    /**
     * Gives an axis a logarithmic or a linear scale; everything is then in sight.
     *
     * @param horizontal which axis of the panel
     */
    public void setLogarithmic(String panel, boolean horizontal, boolean logarithmic) {
        scales.choose(asGiven, panel, horizontal, logarithmic);
        fitted = true;
        history.clear();
        setFigure(asGiven);
        onView.run();
    }

    /** Whether something else was in sight before. */
    public boolean hasViewBack() {
        return history.hasBack();
    }

    /** Whether an axis is drawn logarithmically. */
    public boolean isLogarithmic(String panel, boolean horizontal) {
        return figure.panels().stream().filter(p -> p.id().equals(panel))
                .anyMatch(p -> (horizontal ? p.x() : p.y()).logarithmic());
    }

    /** Whether an axis can be drawn logarithmically. */
    public boolean allowsLogarithmic(String panel, boolean horizontal) {
        return figure.panels().stream().filter(p -> p.id().equals(panel))
                .allMatch(p -> AxisScales.allowsLog(p, horizontal));
    }

    /** The panel at a place of this canvas, with its axes; null if there is none. */
    public Frame frameAt(Point at) {
        return frames.stream().filter(f -> f.contains(at.x, at.y)).findFirst().orElse(null);
    }

    /** The component that is drawn at a place of this canvas; empty if there is none. */
    public Optional<String> componentAt(Point at) {
        Frame f = frameAt(at);
        return f == null ? Optional.empty() : Optional.of(BandHover.componentAt(f, at)).filter(c -> !c.isEmpty());
    }

    /** Calls back when a menu is asked for, with the control and the place in this canvas. */
    public void onMenu(BiConsumer<Control, Point> then) {
        tools.onMenu(then);
    }

    /** Opens the fields for the limits of an axis beside it. */
    public void askLimits(String panel, boolean horizontal) {
        frames.stream().filter(f -> f.panel().id().equals(panel)).findFirst()
                .ifPresent(f -> AxisLimits.open(this, f, horizontal));
    }

    /** Points that can be dragged. */
    public void setHandles(List<Handle> handles) {
        tools.setHandles(handles);
        redrawTools();
    }

    /** Ranges whose ends can be dragged. */
    public void setRanges(List<PictureRange> ranges) {
        tools.setRanges(ranges);
        redrawTools();
    }

    /** The region that can be drawn, or null. */
    public void setRegion(PictureRegion region) {
        tools.regions().setTarget(region);
        redrawTools();
    }

    /** Lets the analyst draw a region anew with a tool. */
    public void drawRegion(PictureRegion target, RegionShape shape) {
        tools.regions().draw(target, shape);
        setFocus();
        redrawTools();
    }

    /** Marks a place in the panel at the top, as where a spectrum of a map is from; NaN for none. */
    public void setMark(double x, double y) {
        tools.setMark(x, y);
        redrawTools();
    }

    /** Asks for places by clicking, or stops asking. */
    public void setPlacing(boolean placing) {
        tools.setPlacing(placing);
        redrawTools();
    }

    /** Whether a click gives a place. */
    public boolean isPlacing() {
        return tools.isPlacing();
    }

    /** Emphasises a component; empty for none. */
    public void setSelected(String component) {
        if (!selected.equals(component)) {
            selected = component;
            tools.setSelected(component);
            arrange();
        }
    }

    /** The emphasised component; empty for none. */
    public String selected() {
        return selected;
    }

    /** Colours. */
    public void setPalette(Palette next) {
        if (next.equals(palette) && getBackground().equals(Pens.colour(next.background()))) {
            return;
        }
        palette = next;
        setBackground(Pens.colour(next.background()));
        arrange();
    }

    /** The colours in use. */
    public Palette palette() {
        return palette;
    }

    List<Frame> frames() {
        return frames;
    }

    List<PlotSurface> surfaces() {
        return surfaces;
    }

    /** Where a point of a panel is, in this canvas' pixels; for tests and other tools. */
    public Point toPixels(String panel, double x, double y) {
        Frame f = frames.stream().filter(g -> g.panel().id().equals(panel)).findFirst().orElseThrow();
        return new Point((int) Math.round(f.x().at(x)), (int) Math.round(f.y().at(y)));
    }

    /** The control that gets the mouse events of a panel. */
    public Control plotControl(String panel) {
        for (PlotSurface s : surfaces) {
            if (s.frame() != null && s.frame().panel().id().equals(panel)) {
                return s.area();
            }
        }
        throw new IllegalArgumentException("there is no panel '" + panel + "'");
    }

    void setPanelView(Panel panel, PanelView next) {
        setView(view.with(figure, panel, next));
    }

    void redrawTools() {
        surfaces.forEach(PlotSurface::redraw);
    }

    /** The figure as it is in sight, laid out anew on a page of this canvas' size. */
    public Scene scene(Theme theme) {
        Rectangle area = getClientArea();
        return new FigureLayout(theme, pictures).scene(figure, view, fitted, area.width, area.height, "");
    }

    /** Paints a scene as this canvas does; for tests, which compare painters. */
    public void paint(GC gc, Scene scene) {
        painter.paint(gc, scene);
    }

    private void matchSurfaces() {
        while (surfaces.size() > figure.panels().size()) {
            surfaces.remove(surfaces.size() - 1).chart().dispose();
        }
        while (surfaces.size() < figure.panels().size()) {
            PlotSurface s = new PlotSurface(this, painter, tools::paint);
            surfaces.add(s);
            tools.hook(s.area());
        }
    }

    private void arrange() {
        Rectangle area = getClientArea();
        if (figure == null || area.width < 60 || area.height < 60) {
            return;
        }
        FigureLayout layout = new FigureLayout(Theme.screen(palette, fonts), pictures);
        frames = layout.frames(figure, view, fitted, area.width, area.height, "");
        for (int i = 0; i < frames.size(); i++) {
            Frame frame = frames.get(i);
            String component = selected;
            surfaces.get(i).show(frame, palette, component, () -> layout.inside(frame, component));
        }
        tiles.keepOnly(pictures.kept());
        redraw();
    }

    private void paint(PaintEvent e) {
        MarkPainter.prepare(e.gc);
        e.gc.setBackground(Pens.colour(palette.background()));
        e.gc.fillRectangle(getClientArea());
        Rectangle area = getClientArea();
        FigureLayout layout = new FigureLayout(Theme.screen(palette, fonts), pictures);
        for (Frame f : figure == null ? List.<Frame>of() : frames) {
            painter.paint(e.gc, layout.around(f), new Box(0, 0, area.width, area.height), false);
        }
    }
}
