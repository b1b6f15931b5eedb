package org.interphase.ui.editor;

import java.util.function.Consumer;

import org.eclipse.swt.widgets.Composite;
import org.interphase.ui.chart.FigureCanvas;
import org.interphase.ui.session.Analysis;

/** Bars above the chart by which the parts of a long record are gone through and chosen; shown where it has some. */
final class PartBars {

    private final FigureCanvas canvas;
    private final SegmentBar segments;
    private final ChoiceBar choice;

    /**
     * @param problem says what is wrong with a choice
     * @param show opens a figure
     */
    PartBars(Composite parent, FigureCanvas canvas, Consumer<String> problem, Consumer<String> show) {
        this.canvas = canvas;
        segments = new SegmentBar(parent, canvas, show);
        segments.moveAbove(canvas);
        choice = new ChoiceBar(parent, canvas, problem, show);
        choice.moveAbove(canvas);
    }

    void setAnalysis(Analysis analysis) {
        segments.setAnalysis(analysis);
        choice.setAnalysis(analysis);
    }

    void refresh() {
        segments.refresh();
        choice.refresh();
    }

    /** Selects what a row of the results names: a part of the record, or else a component of the figure. */
    void select(String component) {
        segments.selected(component);
        canvas.setSelected(segments.holds(component) ? "" : component);
    }
}
