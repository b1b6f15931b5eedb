package org.interphase.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Style;
import org.junit.jupiter.api.Test;

/** Marks, ranges and positions of an axis by hand. */
class RangesTest {

    private static final AxisSpec AXIS = AxisSpec.of("q", "1");
    private static final Style STYLE = Style.line(Colour.DATA, 1);

    private static void ticks(Ticks t, double... values) {
        assertEquals(java.util.Arrays.stream(values).boxed().toList(), t.values());
    }

    @Test
    void stepsAreOneTwoTwoAndAHalfOrFive() {
        ticks(Ticks.linear(0, 4, 5), 0, 1, 2, 3, 4);
        ticks(Ticks.linear(0, 4, 4), 0, 2, 4);
        ticks(Ticks.linear(0, 10, 5), 0, 2.5, 5, 7.5, 10);
        ticks(Ticks.linear(0, 10, 4), 0, 5, 10);
        ticks(Ticks.linear(0, 10, 2), 0, 10);
        ticks(Ticks.linear(0.1, 9.9, 1), 5);
        ticks(Ticks.linear(-9, 19, 1), 0);
        ticks(Ticks.linear(-3e-3, 3e-3, 3), -0.002, 0, 0.002);
        // ends that rounding has moved are still marked
        ticks(Ticks.linear(0.1 + 0.2, 0.6, 4), 0.3, 0.4, 0.5, 0.6);
        assertThrows(IllegalArgumentException.class, () -> Ticks.linear(0, Double.POSITIVE_INFINITY, 3));
    }

    @Test
    void aPowerOfTenIsTakenOutFromAHundredThousandAndBelowAThousandth() {
        assertEquals(0, Ticks.linear(0, 99_999, 4).exponent());
        assertEquals(3, Ticks.linear(0, 100_000, 3).exponent());
        assertEquals(List.of("0", "50", "100"), Ticks.linear(0, 100_000, 3).labels());
        assertEquals(6, Ticks.linear(0, 1e6, 3).exponent());
        assertEquals(List.of("0.0", "0.5", "1.0"), Ticks.linear(0, 1e6, 3).labels());
        assertEquals(0, Ticks.linear(0, 0.001, 3).exponent());
        assertEquals(-6, Ticks.linear(0, 0.0009, 3).exponent());
        assertEquals(List.of("0", "500"), Ticks.linear(0, 0.0009, 3).labels());
        assertEquals(List.of("\u2212100", "0"), Ticks.linear(-100_000, 1000, 2).labels(), "the larger end decides");
    }

    @Test
    void decadesAreLabelledAndPartedWhereThereIsRoom() {
        Ticks two = Ticks.logarithmic(1, 100, 5);
        ticks(two, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100);
        assertEquals("1", two.labels().get(0));
        assertEquals("", two.labels().get(1));
        assertEquals("10", two.labels().get(9));
        assertEquals("10\u00b2", two.labels().get(18));
        ticks(Ticks.logarithmic(1, 1e8, 3), 1, 1e3, 1e6);
        Ticks narrow = Ticks.logarithmic(1.5, 9, 5);
        ticks(narrow, 2, 3, 4, 5, 6, 7, 8, 9);
        assertEquals(List.of("2", "", "", "5", "", "", "", ""), narrow.labels());
        assertEquals(List.of("2\u00d710\u00b3", "", "", "5\u00d710\u00b3", ""), Ticks.logarithmic(1500, 6000,
                5).labels());
        assertEquals(List.of("200", "", "", "500", ""), Ticks.logarithmic(150, 600, 5).labels());
        assertThrows(IllegalArgumentException.class, () -> Ticks.logarithmic(2, 1, 5));
        assertThrows(IllegalArgumentException.class, () -> Ticks.logarithmic(1, Double.POSITIVE_INFINITY, 5));
    }

    @Test
    void positionsAndValuesAreInverse() {
        Scale linear = new Scale(2, 6, 100, 300, false);
        assertEquals(150, linear.at(3), 1e-12);
        assertEquals(3, linear.valueAt(150), 1e-12);
        assertEquals(50, linear.at(1), 1e-12);
        Scale log = new Scale(1, 1000, 300, 0, true);
        assertEquals(200, log.at(10), 1e-9);
        assertEquals(10, log.valueAt(200), 1e-9);
        assertTrue(Double.isNaN(log.at(-1)));
    }

    private static void range(double min, double max, DataRange r) {
        assertEquals(min, r.min(), 1e-9);
        assertEquals(max, r.max(), 1e-9);
        assertEquals(max - min, r.span(), 1e-9);
    }

    private static Layer line(double[] x, double[] y) {
        return new Layer.Line("", x, y, STYLE);
    }

    @Test
    void aLineFillsTheWidthAndHasRoomAboveAndBelow() {
        List<Layer> one = List.of(line(new double[] {1, 2, 3}, new double[] {10, 20, 15}));
        range(1, 3, DataRange.x(AXIS, one));
        range(10 - 0.6, 20 + 0.6, DataRange.y(AXIS, one));
        // a point that misses one coordinate does not count with the other
        range(1, 2, DataRange.x(AXIS, List.of(line(new double[] {1, 2, 3}, new double[] {10, 20, Double.NaN}))));
        range(9.4, 20.6, DataRange.y(AXIS, List.of(line(new double[] {1, 2, Double.NaN}, new double[] {10, 20, 90}))));
        range(0, 1, DataRange.x(AXIS, List.of()));
        range(4.75, 5.25, DataRange.x(AXIS, List.of(line(new double[] {5}, new double[] {1}))));
        range(-1, 1, DataRange.x(AXIS, List.of(line(new double[] {0}, new double[] {1}))));
    }

    @Test
    void fixedEndsWin() {
        List<Layer> one = List.of(line(new double[] {1, 2, 3}, new double[] {10, 20, 15}));
        range(0, 8, DataRange.x(AXIS.range(0, 8), one));
        range(0, 20.6, DataRange.y(AXIS.range(0, Double.NaN), one));
        range(9.4, 90, DataRange.y(AXIS.range(Double.NaN, 90), one));
        range(19.6, 51, DataRange.y(AXIS.range(50, Double.NaN), one));
    }

    @Test
    void aLogarithmicAxisTakesPositiveValuesAndDecadesAsRoom() {
        AxisSpec log = AXIS.log();
        List<Layer> one = List.of(line(new double[] {-1, 1, 100}, new double[] {0, 10, 1000}));
        range(1, 100, DataRange.x(log, one));
        DataRange y = DataRange.y(log, one);
        assertEquals(1 - 2 * 0.06, Math.log10(y.min()), 1e-9);
        assertEquals(3 + 2 * 0.06, Math.log10(y.max()), 1e-9);
        range(0.1, 1, DataRange.x(log, List.of()));
        range(2, 4.5, DataRange.x(log, List.of(line(new double[] {3}, new double[] {1}))));
    }

    @Test
    void everyKindOfLayerHasItsExtent() {
        Layer points = new Layer.Points("", new double[] {0, 10}, new double[] {5, 6}, new double[] {1, 2}, STYLE, "");
        range(-0.4, 10.4, DataRange.x(AXIS, List.of(points)));
        range(4 - 0.24, 8 + 0.24, DataRange.y(AXIS, List.of(points)));
        Layer many = new Layer.Points("", new double[60], new double[60], null, STYLE, "");
        range(0, 10, DataRange.x(AXIS, List.of(many, line(new double[] {0, 10}, new double[] {1, 2}))));
        Layer band = new Layer.Band("", new double[] {1, 2}, new double[] {-1, -2}, new double[] {3, 4}, STYLE, "");
        range(1, 2, DataRange.x(AXIS, List.of(band)));
        range(-2.36, 4.36, DataRange.y(AXIS, List.of(band)));
        Layer bars = new Layer.Bars("", new double[] {1, 2, 4}, new double[] {3, 10}, STYLE, "");
        range(1, 4, DataRange.x(AXIS, List.of(bars)));
        range(0, 10.6, DataRange.y(AXIS, List.of(bars)));
        Layer span = new Layer.Span("", 20, 30, STYLE, "");
        range(1, 30, DataRange.x(AXIS, List.of(span, bars)));
        range(0, 10.6, DataRange.y(AXIS, List.of(span, bars)));
        Layer outline = new Layer.Outline("", new double[] {1, 5, 3}, new double[] {2, 2, 4}, true, STYLE, "");
        range(1, 5, DataRange.x(AXIS, List.of(outline)));
        range(1.88, 4.12, DataRange.y(AXIS, List.of(outline)));
        Layer upright = new Layer.Guides("", true, new double[] {9}, STYLE, "");
        Layer level = new Layer.Guides("", false, new double[] {9}, STYLE, "");
        range(1, 9, DataRange.x(AXIS, List.of(upright, outline)));
        range(1, 5, DataRange.x(AXIS, List.of(level, outline)));
        range(1.58, 9.42, DataRange.y(AXIS, List.of(level, outline)));
        range(1.88, 4.12, DataRange.y(AXIS, List.of(upright, outline)));
        Layer labels = new Layer.Labels("", List.of(new Layer.Text(7, 12, "t", "", Colour.DATA, "")), STYLE, "");
        range(1, 7, DataRange.x(AXIS, List.of(labels, outline)));
        range(2 - 0.6, 12 + 1.6, DataRange.y(AXIS, List.of(labels, outline)));
    }
}
