package org.interphase.ui.editor;

import java.util.List;
import java.util.OptionalInt;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.figure.Palette;
import org.interphase.model.Column;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.figure.Figure;
import org.interphase.ui.chart.FigureCanvas;

/** Below a map: the spectrum at the place that was clicked; absent until then. */
final class SpectrumPane {

    private final FigureCanvas canvas;

    SpectrumPane(Composite parent) {
        canvas = new FigureCanvas(parent);
        GridData d = new GridData(SWT.FILL, SWT.FILL, true, false);
        d.exclude = true;
        d.heightHint = 220;
        canvas.setLayoutData(d);
        canvas.setVisible(false);
        canvas.setData("interphase.id", "spectrum");
    }

    void setPalette(Palette palette) {
        canvas.setPalette(palette);
    }

    /** Shows the spectrum nearest to a place of the map and marks it there. */
    void show(CurveStack stack, double x, double y, FigureCanvas map, TechniqueRegistry registry) {
        OptionalInt index = nearest(stack, x, y);
        if (index.isEmpty()) {
            return;
        }
        List<Column> at = stack.positions();
        map.setMark(at.get(0).get(index.getAsInt()), at.get(1).get(index.getAsInt()));
        Curve curve = stack.curve(index.getAsInt());
        Figure figure = registry.figures(curve, List.of()).get(0);
        canvas.setFigure(figure);
        GridData d = (GridData) canvas.getLayoutData();
        if (d.exclude) {
            d.exclude = false;
            canvas.setVisible(true);
            canvas.getParent().layout(true, true);
        }
    }

    static OptionalInt nearest(CurveStack stack, double x, double y) {
        if (stack.positions().size() < 2) {
            return OptionalInt.empty();
        }
        Column xs = stack.positions().get(0);
        Column ys = stack.positions().get(1);
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < stack.curves(); i++) {
            double d = Math.hypot(xs.get(i) - x, ys.get(i) - y);
            if (d < least) {
                least = d;
                best = i;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /** The figure shown, or null. */
    Figure figure() {
        return canvas.getVisible() ? canvas.figure() : null;
    }
}
