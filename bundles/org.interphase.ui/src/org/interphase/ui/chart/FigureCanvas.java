package org.interphase.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        figure = next;
        if (other || fitted) {
            view = FigureView.fit(next);
            fitted = true;
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

    /** Shows part of the figure. */
    public void setView(FigureView next) {
        view = next;
        fitted = false;
        arrange();
        onView.run();
    }

    /** Shows everything. */
    public void fit() {
        if (figure != null) {
            view = FigureView.fit(figure);
            fitted = true;
            arrange();
            onView.run();
        }
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
