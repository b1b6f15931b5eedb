package org.interphase.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

/** Datasets refuse what does not fit and cannot be written to. */
class DatasetTest {

    private static final DatasetHeader HEADER = DatasetHeader.of("d", "test", Metadata.EMPTY);

    private static Axis axis(double... values) {
        return Axis.of("x", Unit.of("eV"), values, Direction.DESCENDING);
    }

    private static String refused(Runnable action) {
        return assertThrows(IllegalArgumentException.class, action::run).getMessage();
    }

    @Test
    void anAxisAscendsStrictlyAndSaysWhereItDoesNot() {
        assertTrue(refused(() -> axis()).contains("no values"));
        assertTrue(refused(() -> axis(1, 2, 2)).contains("index 2"));
        assertTrue(refused(() -> axis(1, 3, 2)).contains("index 2"));
        assertTrue(refused(() -> axis(1, Double.NaN)).contains("index 1"));
        assertTrue(refused(() -> axis(Double.NEGATIVE_INFINITY)).contains("index 0"));
    }

    @Test
    void nearestFindsTheNearestPoint() {
        Axis a = axis(1, 2, 4);
        double[] at = {-9, 1.4, 1.6, 2, 2.9, 3.1, 99};
        int[] expected = {0, 0, 1, 1, 1, 2, 2};
        for (int i = 0; i < at.length; i++) {
            assertEquals(expected[i], a.nearest(at[i]), "at " + at[i]);
        }
    }

    @Test
    void arraysAreCopiedOnTheWayInAndOut() {
        double[] x = {1, 2};
        double[] y = {3, 4};
        Curve c = new Curve(HEADER, axis(x), Signal.of("y", Unit.ONE, y, new double[] {1, 1}));
        x[0] = 0;
        y[0] = 0;
        c.axis().values()[0] = 0;
        c.signal().values()[0] = 0;
        c.signal().sigma()[0] = 0;
        assertEquals(1, c.axis().get(0));
        assertEquals(3, c.signal().get(0));
        assertEquals(1, c.signal().sigma()[0]);
    }

    @Test
    void aCurveSortsItsPointsOnce() {
        Curve c = Curve.ofUnsorted(HEADER, "x", Unit.ONE, Direction.DESCENDING, new double[] {3, 1, 2}, "y", Unit.ONE,
                new double[] {30, 10, 20}, new double[] {.3, .1, .2});
        assertArrayEquals(new double[] {1, 2, 3}, c.axis().values());
        assertArrayEquals(new double[] {10, 20, 30}, c.signal().values());
        assertArrayEquals(new double[] {.1, .2, .3}, c.signal().sigma());
        assertTrue(refused(() -> Curve.ofUnsorted(HEADER, "x", Unit.ONE, Direction.ASCENDING, new double[] {1, 1},
                "y", Unit.ONE, new double[] {1, 1}, null)).contains("1.0 occurs twice"));
        assertTrue(refused(() -> new Curve(HEADER, axis(1, 2), Signal.of("y", Unit.ONE, new double[3]))).contains("3"));
    }

    @Test
    void extremesPassMissingValuesOver() {
        Signal s = Signal.of("y", Unit.ONE, new double[] {Double.NaN, 2, -1});
        assertEquals(-1, s.min());
        assertEquals(2, s.max());
        assertTrue(Double.isNaN(Signal.of("y", Unit.ONE, new double[] {Double.NaN}).max()));
        assertTrue(refused(() -> Signal.of("y", Unit.ONE, new double[1], new double[] {-1})).contains("index 0"));
    }

    @Test
    void aStackHoldsWholeCurvesAtPositions() {
        Column depth = Column.of("depth", "nm", new double[] {0, 5});
        CurveStack s = CurveStack.of(HEADER, axis(1, 2, 3), "I", Unit.of("counts"), new double[] {1, 2, 3, 4, 5, 6},
                List.of(depth), new CurveStack.Grid(2, 1));
        assertEquals(2, s.curves());
        assertEquals(6, s.get(1, 2));
        assertEquals(5, s.curve(1).metadata().number("depth", "nm").orElseThrow());
        assertArrayEquals(new double[] {4, 5, 6}, s.row(1));
        refused(() -> s.withValues(axis(1, 2), new double[3]));
        refused(() -> s.withValues(axis(1, 2), new double[6]));
        refused(() -> CurveStack.of(HEADER, axis(1), "I", Unit.ONE, new double[4], List.of(),
                new CurveStack.Grid(3, 1)));
    }

    @Test
    void aRasterFitsItsPixelsAndField() {
        Pixels pixels = Pixels.ofBytes(new byte[] {0, (byte) 200, 3, 4, 5, 6});
        Raster r = Raster.of(HEADER, 3, 2, pixels, "Grey", Unit.of("grey"), Calibration.NONE);
        assertEquals(200, r.get(1, 0));
        assertEquals(4, r.get(0, 1));
        refused(() -> Raster.of(HEADER, 4, 2, pixels, "Grey", Unit.ONE, Calibration.NONE));
        refused(() -> r.withField(new Raster.Field(1, 0, 3, 2)));
        refused(() -> r.withField(new Raster.Field(0, 0, 0, 2)));
        refused(() -> new Calibration(0, 1, Unit.of("nm"), 0, "x"));
        assertEquals(65535, Pixels.ofShorts(new short[] {-1}).get(0));
    }

    @Test
    void aFieldCannotReachOverTheEdgeByOverflow() {
        Raster r = Raster.of(HEADER, 2, 1, Pixels.ofBytes(new byte[2]), "Grey", Unit.ONE, Calibration.NONE);
        refused(() -> r.withField(new Raster.Field(1, 0, Integer.MAX_VALUE, 1)));
    }

    @Test
    void aTableHasEqualColumnsOfDifferentNames() {
        Column a = Column.of("a", "V", new double[] {1, 2});
        refused(() -> new Table(HEADER, List.of()));
        refused(() -> new Table(HEADER, List.of(a, Column.of("b", "V", new double[3]))));
        refused(() -> new Table(HEADER, List.of(a, a)));
        Table t = new Table(HEADER, List.of(a)).with(Column.of("a", "mV", new double[] {3, 4}));
        assertEquals(1, t.columns().size());
        assertEquals(0.003, t.column("a").orElseThrow().values(Unit.of("V"))[0], 1e-15);
    }

    @Test
    void aSeriesHasAConditionForEachMember() {
        Curve c = new Curve(HEADER, axis(1), Signal.of("y", Unit.ONE, new double[1]));
        refused(() -> Series.named(HEADER, List.of()));
        refused(() -> Series.over(HEADER, List.of(c, c), Column.of("T", "K", new double[] {300})));
        Series s = Series.over(HEADER, List.of(c), Column.of("T", "K", new double[] {300}));
        assertEquals(300, s.withMembers(List.of(c)).condition().orElseThrow().get(0));
    }

    @Test
    void theNewestProductOfATypeIsFound() {
        Curve c = new Curve(HEADER, axis(1), Signal.of("y", Unit.ONE, new double[1]))
                .with(new Background("old", new double[1], null)).with(new Background("new", new double[1], null));
        assertEquals("new", c.product(Background.class).orElseThrow().title());
        assertTrue(c.header().without(Background.class).products().isEmpty());
        assertNotEquals(c, c.withHeader(c.header().without(Background.class)));
    }

    @Test
    void measurementsAreWrittenForPeople() {
        assertEquals("688.140 \u00b1 0.021\u00a0eV", Measurement.of("p", "", 688.14, 0.0213, "eV").pretty());
        assertEquals("(12.0 \u00b1 1.5)\u00a0%", Measurement.of("p", "", 12.04, 1.5, "%").pretty());
        assertEquals("not detected (< 1.2\u00a0%)", Measurement.notDetected("p", "", 1.2, "%").pretty());
        assertEquals("not detected", Measurement.notDetected("p", "", Double.NaN, "eV").pretty());
        refused(() -> Measurement.of("p", "", 1, -1, "eV"));
    }

    @Test
    void kindsAreLowerCaseWords() {
        assertEquals("xps.region", DataKind.of("xps.region").toString());
        for (String wrong : List.of("", "Xps", "a..b", ".a", "a b", "a-")) {
            refused(() -> DataKind.of(wrong));
        }
    }
}
