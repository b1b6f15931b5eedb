package org.interphase.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.interphase.figure.DataRange;
import org.interphase.figure.FigureView;
import org.interphase.figure.PanelView;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.junit.jupiter.api.Test;

/** A figure as numbers, the way back through what was in sight, and the scale of an axis. */
class FigureDataTest {

    private static final Style STYLE = Style.line(Colour.DATA, 1);

    private static Figure figure(Layer... layers) {
        return Figure.of("f", "Title", "", Panel.of(Panel.MAIN, AxisSpec.of("Time", "s"), AxisSpec.of("Current", "A"),
                List.of(layers)));
    }

    private static FigureView view(double from) {
        return new FigureView(java.util.Map.of(Panel.MAIN, new PanelView(new DataRange(from, 10),
                new DataRange(0, 1))));
    }

    @Test
    void eachCurveHasItsOwnColumns() {
        Figure f = figure(new Layer.Line("a, b", new double[] {1, 2}, new double[] {3, Double.NaN}, STYLE),
                new Layer.Points("p", new double[] {5}, new double[] {6}, new double[] {0.5}, STYLE),
                new Layer.Guides("", true, new double[] {1}, STYLE));
        assertEquals("\"Time (s): a, b\",\"Current (A): a, b\",Time (s): p,Current (A): p,u: p\n"
                + "1.0,3.0,5.0,6.0,0.5\n2.0,,,,\n", FigureData.csv(f));
        assertEquals("Time (s): a, b\tCurrent (A): a, b\tTime (s): p\tCurrent (A): p\tu: p", FigureData.tabbed(f)
                .lines().findFirst().orElseThrow());
        assertEquals("2.0\t\t\t\t", FigureData.tabbed(f).lines().skip(2).findFirst().orElseThrow());
        assertEquals("", FigureData.csv(figure(new Layer.Guides("", true, new double[] {1}, STYLE))));
        assertTrue(FigureData.isIn(f));
        assertFalse(FigureData.isIn(figure(new Layer.Guides("", true, new double[] {1}, STYLE))));
    }

    @Test
    void theWayBackLeadsThroughWhatWasInSightAndForthAgain() {
        ViewHistory history = new ViewHistory();
        assertFalse(history.hasBack());
        history.leaves(null, 0);
        history.leaves(view(1), 1_000_000_000L);
        assertEquals(Optional.of(Optional.of(view(1))), history.back(view(2)));
        assertEquals(Optional.of(Optional.empty()), history.back(view(1)));
        assertEquals(Optional.empty(), history.back(null));
        assertEquals(Optional.of(Optional.of(view(1))), history.forth(null));
        assertEquals(Optional.of(Optional.of(view(2))), history.forth(view(1)));
    }

    @Test
    void aGestureIsOneStepAndANewOneForgetsTheWayForth() {
        ViewHistory history = new ViewHistory();
        history.leaves(null, 0);
        history.leaves(view(1), 100_000_000L);
        history.leaves(view(2), 300_000_000L);
        assertEquals(Optional.of(Optional.empty()), history.back(view(3)));
        history.leaves(null, 310_000_000L);
        assertEquals(Optional.empty(), history.forth(view(4)));
    }

    @Test
    void anAxisIsLogarithmicWhereThatMakesSense() {
        Figure positive = figure(new Layer.Line("a", new double[] {-1, 2}, new double[] {3, 300}, STYLE));
        AxisScales scales = new AxisScales();
        assertTrue(AxisScales.allowsLog(positive.panels().get(0), false));
        scales.choose(positive, Panel.MAIN, false, true);
        assertTrue(scales.applied(positive).panels().get(0).y().logarithmic());
        assertFalse(scales.applied(positive).panels().get(0).x().logarithmic());
        scales.choose(positive, Panel.MAIN, false, false);
        assertFalse(scales.applied(positive).panels().get(0).y().logarithmic());
        Figure negative = figure(new Layer.Line("a", new double[] {1, 2}, new double[] {-3, -30}, STYLE));
        assertFalse(AxisScales.allowsLog(negative.panels().get(0), false));
        scales.choose(negative, Panel.MAIN, false, true);
        assertFalse(scales.applied(negative).panels().get(0).y().logarithmic());
    }

    @Test
    void numbersAreTypedAsPeopleWriteThem() {
        assertEquals(-12.5, AxisLimits.parsed(" \u221212,5 "));
        assertEquals(1e-3, AxisLimits.parsed("1e-3"));
        assertTrue(Double.isNaN(AxisLimits.parsed("abc")));
    }
}
