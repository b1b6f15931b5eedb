package org.interphase.ui.chart;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ICustomPaintListener;
import org.eclipse.swtchart.Range;
import org.interphase.figure.DataRange;
import org.interphase.figure.Frame;
import org.interphase.figure.Mark;
import org.interphase.figure.Palette;
import org.interphase.model.Direction;

/**
 * The plot area of one panel: an SWTChart whose axes carry range and direction, painted by us. What does not follow
 * the pointer is painted once into a buffer.
 */
final class PlotSurface {

    private final Chart chart;
    private final Control area;
    private final MarkPainter painter;
    private final BiConsumer<GC, Frame> tools;
    private Frame frame;
    private Palette palette;
    private String selected = "";
    private Supplier<List<Mark>> layout;
    private Image buffer;
    private boolean stale = true;
    private List<Mark> marks = List.of();

    /**
     * @param tools paints what follows the pointer over the buffered picture, in plot coordinates
     */
    PlotSurface(Composite parent, MarkPainter painter, BiConsumer<GC, Frame> tools) {
        this.painter = painter;
        this.tools = tools;
        chart = new Chart(parent, SWT.DOUBLE_BUFFERED | Chart.NO_AXIS_POSITION_UPDATE);
        chart.getTitle().setVisible(false);
        chart.getLegend().setVisible(false);
        for (IAxis axis : chart.getAxisSet().getAxes()) {
            axis.getTitle().setVisible(false);
            axis.getTick().setVisible(false);
            axis.getGrid().setStyle(org.eclipse.swtchart.LineStyle.NONE);
        }
        area = chart.getPlotArea().getControl();
        chart.setLayout(new PlotOnly(area));
        chart.getPlotArea().addCustomPaintListener(new ICustomPaintListener() {
            @Override
            public void paintControl(org.eclipse.swt.events.PaintEvent e) {
                paint(e.gc);
            }

            @Override
            public boolean drawBehindSeries() {
                return false;
            }
        });
        area.addDisposeListener(e -> drop());
    }

    /** Gives the whole chart to the plot area: axes are painted outside by us. */
    private static final class PlotOnly extends Layout {
        private final Control plot;

        PlotOnly(Control plot) {
            this.plot = plot;
        }

        @Override
        protected Point computeSize(Composite composite, int w, int h, boolean flush) {
            return new Point(Math.max(w, 10), Math.max(h, 10));
        }

        @Override
        protected void layout(Composite composite, boolean flush) {
            Rectangle r = composite.getClientArea();
            for (Control c : composite.getChildren()) {
                c.setBounds(c == plot ? r : new Rectangle(0, 0, 0, 0));
            }
        }
    }

    Control area() {
        return area;
    }

    Chart chart() {
        return chart;
    }

    Frame frame() {
        return frame;
    }

    /** What is painted within the plot area. */
    List<Mark> marks() {
        return marks;
    }

    /** @param inside what is to be painted; asked for when it is */
    void show(Frame next, Palette colours, String emphasised, Supplier<List<Mark>> inside) {
        layout = inside;
        boolean same = next.equals(frame) && colours.equals(palette) && emphasised.equals(selected);
        frame = next;
        palette = colours;
        selected = emphasised;
        Rectangle bounds = MarkPainter.rectangle(next.area());
        if (!chart.getBounds().equals(bounds)) {
            chart.setBounds(bounds);
        }
        chart.setBackground(Pens.colour(colours.background()));
        area.setBackground(Pens.colour(colours.background()));
        axis(chart.getAxisSet().getXAxis(0), next.view().x(), next.panel().x().direction() == Direction.DESCENDING);
        axis(chart.getAxisSet().getYAxis(0), next.view().y(), next.panel().y().direction() == Direction.DESCENDING);
        if (!same) {
            stale = true;
            area.redraw();
        }
    }

    private static void axis(IAxis axis, DataRange range, boolean reversed) {
        axis.setReversed(reversed);
        axis.setRange(new Range(range.min(), range.max()));
    }

    void redraw() {
        area.redraw();
    }

    private void drop() {
        if (buffer != null) {
            buffer.dispose();
            buffer = null;
        }
    }

    private void paint(GC gc) {
        if (frame == null) {
            return;
        }
        Rectangle p = MarkPainter.rectangle(frame.area());
        Rectangle old = buffer == null ? null : buffer.getBounds();
        if (old == null || old.width != Math.max(1, p.width) || old.height != Math.max(1, p.height)) {
            drop();
            buffer = new Image(area.getDisplay(), Math.max(1, p.width), Math.max(1, p.height));
            stale = true;
        }
        // marks and tools are in the coordinates of the whole canvas
        Transform page = new Transform(area.getDisplay());
        page.translate(-p.x, -p.y);
        if (stale) {
            marks = layout.get();
            GC into = new GC(buffer);
            MarkPainter.prepare(into);
            into.setBackground(Pens.colour(palette.background()));
            into.fillRectangle(0, 0, p.width, p.height);
            into.setTransform(page);
            painter.paint(into, marks, frame.area(), true);
            into.dispose();
            stale = false;
        }
        gc.drawImage(buffer, 0, 0);
        gc.setAdvanced(true);
        gc.setAntialias(SWT.ON);
        gc.setTransform(page);
        tools.accept(gc, frame);
        gc.setTransform(null);
        page.dispose();
    }
}
