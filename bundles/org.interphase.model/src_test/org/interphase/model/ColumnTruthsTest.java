package org.interphase.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

/** Pages give back the very number that was written, in the fewest bytes its column allows. */
class ColumnTruthsTest {

    private static ColumnPage page(long[] mantissas, int... decimals) {
        byte[] d = new byte[mantissas.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = (byte) decimals[decimals.length == 1 ? 0 : i];
        }
        return ColumnPage.ofDecimals(mantissas, d, mantissas.length);
    }

    private static void holds(ColumnPage page, long bytes, double... values) {
        assertEquals(values.length, page.size());
        for (int i = 0; i < values.length; i++) {
            assertEquals(values[i], page.get(i), 0, "row " + i);
        }
        assertEquals(bytes, page.bytes());
    }

    @Test
    void aPageTakesAsManyBytesAsItsSpreadNeeds() {
        holds(page(new long[] {123, 123}, 1), 0, 12.3, 12.3);
        holds(page(new long[] {-5, 249}, 2), 2, -0.05, 2.49);
        holds(page(new long[] {-5, 250}, 2), 4, -0.05, 2.5);
        holds(page(new long[] {7, 7 + 65_534}, 0), 4, 7, 65_541);
        holds(page(new long[] {7, 7 + 65_535}, 0), 8, 7, 65_542);
        holds(page(new long[] {-3, 4_294_967_291L}, 0), 8, -3, 4_294_967_291.0);
        holds(page(new long[] {-3, 4_294_967_292L}, 0), 16, -3, 4_294_967_292.0);
        holds(page(new long[] {1, 9_007_199_254_740_992L}, 3), 16, 0.001, 9_007_199_254_740.992);
    }

    @Test
    void missingValuesStayMissingInEveryWidth() {
        holds(page(new long[] {1, 0, 255}, 0, -1, 0), 3, 1, Double.NaN, 255);
        holds(page(new long[] {1, 0, 1}, 0, -1, 0), 3, 1, Double.NaN, 1);
        holds(page(new long[] {1, 0, 999}, 0, -1, 0), 6, 1, Double.NaN, 999);
        holds(page(new long[] {1, 0, 99_999_999}, 0, -1, 0), 12, 1, Double.NaN, 99_999_999);
        holds(page(new long[] {1, 0, 99_999_999_999L}, 0, -1, 0), 24, 1, Double.NaN, 99_999_999_999.0);
        holds(page(new long[] {5, 6}, -1), 16, Double.NaN, Double.NaN);
    }

    @Test
    void numbersOfDifferentDecimalsShareOnePower() {
        holds(page(new long[] {1, 15, 0, 125}, 0, 1, 0, 2), 4, 1, 1.5, 0, 1.25);
        // with twenty zeros behind it the first is no exact integer any more
        holds(page(new long[] {1, 1}, 0, 20), 16, 1, 1e-20);
        holds(page(new long[] {0, 1}, 0, 20), 2, 0, 1e-20);
        holds(page(new long[] {9_007_199_254_740L, 1}, 0, 3), 16, 9_007_199_254_740.0, 0.001);
        holds(page(new long[] {9_007_199_254_741L, 1}, 0, 3), 16, 9_007_199_254_741.0, 0.001);
        holds(page(new long[] {-9_007_199_254_741L, 1, 0}, 0, 3, -1), 24, -9_007_199_254_741.0, 0.001, Double.NaN);
    }

    @Test
    void aFactorKeepsTheDecimalNumber() {
        holds(page(new long[] {1, 3}, 1).times(1, 2), 2, 0.001, 0.003);
        holds(page(new long[] {7, 7}, 1).times(1, 2), 0, 0.007, 0.007);
        holds(page(new long[] {1, 3}, 1).times(-3, 0), 2, -0.3, -0.9);
        holds(page(new long[] {1, 0, 300}, 0, -1, 0).times(1000, 0), 12, 1000, Double.NaN, 300_000);
        holds(page(new long[] {1, 99_999}, 0).times(7, 1), 8, 0.7, 69_999.3);
        holds(page(new long[] {7, 7}, 0).times(2, 0), 0, 14, 14);
        // beyond 2^53 the product is one of doubles
        holds(page(new long[] {1, 4_503_599_627_370_497L}, 0).times(3, 1), 16, 0.3, 4_503_599_627_370_497.0 * 3 / 10);
        holds(page(new long[] {1, 3}, 20).times(1, 3), 16, 1e-20 / 1000, 3e-20 / 1000);
        holds(ColumnPage.of(new double[] {0.5, Double.NaN, 9}, 2).times(4, 1), 16, 0.2, Double.NaN);
    }

    @Test
    void longColumnsAreReadAcrossTheirPages() {
        long[] m = new long[ColumnPage.ROWS];
        byte[] d = new byte[ColumnPage.ROWS];
        for (int i = 0; i < m.length; i++) {
            m[i] = i;
        }
        ColumnPage full = ColumnPage.ofDecimals(m, d, m.length);
        Column c = Column.of("t", Unit.of("s"), List.of(full, full, ColumnPage.of(new double[] {-1, 77}, 2)));
        assertEquals(2 * ColumnPage.ROWS + 2, c.size());
        assertEquals(16_383, c.get(16_383));
        assertEquals(0, c.get(16_384));
        assertEquals(77, c.get(2 * 16_384 + 1));
        assertEquals(-1, c.min());
        assertEquals(16_383, c.max());
        assertEquals(77, c.values()[c.size() - 1]);
        assertEquals(c, Column.of("t", "s", c.values()));
        assertEquals(c.hashCode(), Column.of("t", "s", c.values()).hashCode());
        double[] other = c.values();
        other[20_000]++;
        assertNotEquals(c, Column.of("t", "s", other));
        assertThrows(IllegalArgumentException.class, () -> Column.of("t", Unit.of("s"), List.of(ColumnPage.of(
                new double[] {1}, 1), full)));
        Column.of("t", Unit.of("s"), List.of(full, full));
    }

    @Test
    void aColumnConvertsAndPassesMissingValuesOver() {
        Column c = Column.of("d", "um", new double[] {2, Double.NaN, -1.5, 3});
        assertArrayEquals(new double[] {2000, Double.NaN, -1500, 3000}, c.values(Unit.of("nm")), 1e-9);
        assertArrayEquals(c.values(), c.values(Unit.of("um")), 0);
        assertEquals(-1.5, c.min());
        assertEquals(3, c.max());
        assertTrue(Double.isNaN(Column.of("d", "um", new double[] {Double.NaN}).min()));
        assertTrue(Double.isNaN(Column.of("d", "um", new double[0]).max()));
        Column named = c.named("e");
        assertEquals("e", named.name());
        assertEquals(3, named.get(3));
        assertNotEquals(c, named);
        assertNotEquals(c, Column.of("d", "nm", c.values()));
        assertNotEquals(c, Column.of("d", "um", new double[] {2}));
        assertEquals(c, Column.of("d", "um", c.values()));
        assertNotEquals(c, "d");
    }

    @Test
    void pixelsAreUnsignedAndKeepTheirWidth() {
        Pixels[] all = {Pixels.ofBytes(new byte[] {1, -1, 0}), Pixels.ofShorts(new short[] {1, 255, 0}),
            Pixels.ofFloats(new float[] {1, 255, 0}), Pixels.ofDoubles(new double[] {1, 255, 0})};
        int[] bits = {8, 16, 32, 64};
        for (int k = 0; k < 4; k++) {
            assertEquals(bits[k], all[k].bits());
            assertEquals(k < 2, all[k].isInteger());
            assertEquals(3, all[k].size());
            assertEquals(255, all[k].get(1));
            assertArrayEquals(new float[] {1, 255, 0}, all[k].toFloats());
            float[] part = {9, 9, 9, 9};
            all[k].copyTo(1, part, 2, 2);
            assertArrayEquals(new float[] {9, 9, 255, 0}, part);
        }
        assertEquals(65_535, Pixels.ofShorts(new short[] {-1}).get(0));
        assertEquals(65_535, Pixels.ofShorts(new short[] {-1}).toFloats()[0]);
        assertEquals(all[0], Pixels.ofBytes(new byte[] {1, -1, 0}));
        assertEquals(all[0].hashCode(), Pixels.ofBytes(new byte[] {1, -1, 0}).hashCode());
        assertNotEquals(all[0], all[1]);
        assertNotEquals(all[0], Pixels.ofBytes(new byte[] {1, -1, 1}));
    }

    @Test
    void aSignalKeepsItsUncertaintiesAndItsParts() {
        Signal s = Signal.of("I", Unit.of("counts"), new double[] {4, Double.NaN, 9, 1}, new double[] {2, 0, 3, 1});
        assertEquals(4, s.size());
        assertEquals(1, s.min());
        assertEquals(9, s.max());
        assertArrayEquals(new double[] {0, 3}, s.slice(1, 3).sigma(), 0);
        assertEquals(9, s.slice(1, 3).get(1));
        assertTrue(s.hasSigma());
        assertFalse(s.withValues(new double[] {1}).hasSigma());
        assertEquals("I", s.withValues(new double[] {1}).quantity());
        assertFalse(Signal.of("I", Unit.ONE, new double[] {1}, null).hasSigma());
        assertSame(null, Signal.of("I", Unit.ONE, new double[] {1}).sigma());
        assertSame(null, Signal.of("I", Unit.ONE, new double[] {1, 2}).slice(0, 1).sigma());
        assertEquals(s, Signal.of("I", Unit.of("counts"), s.values(), s.sigma()));
        assertEquals(s.hashCode(), Signal.of("I", Unit.of("counts"), s.values(), s.sigma()).hashCode());
        assertNotEquals(s, Signal.of("I", Unit.of("counts"), s.values()));
        assertNotEquals(s, Signal.of("I", Unit.ONE, s.values(), s.sigma()));
        assertThrows(IllegalArgumentException.class, () -> Signal.of("I", Unit.ONE, new double[2], new double[3]));
        assertThrows(IllegalArgumentException.class, () -> Signal.of("I", Unit.ONE, new double[1], new double[] {-1}));
    }

    @Test
    void anAxisIsTheSameByItsValuesAndNames() {
        Axis a = Axis.of("E", Unit.of("eV"), new double[] {1, 2, 4}, Direction.DESCENDING);
        assertEquals(a, a.withValues(new double[] {1, 2, 4}));
        assertEquals(a.hashCode(), a.withValues(new double[] {1, 2, 4}).hashCode());
        assertNotEquals(a, a.withValues(new double[] {1, 2, 5}));
        assertNotEquals(a, Axis.of("E", Unit.of("eV"), a.values(), Direction.ASCENDING));
        assertNotEquals(a, Axis.of("E", Unit.of("J"), a.values(), Direction.DESCENDING));
        assertEquals(a.withValues(new double[] {2, 4}), a.slice(1, 3));
        assertEquals(1, a.min());
        assertEquals(4, a.max());
        assertEquals(3, a.size());
        assertEquals("E (eV), 3 values from 1.0 to 4.0", a.toString());
        assertArrayEquals(new int[] {2, 0, 3, 1}, Axis.ascendingOrder(new double[] {5, 9, 1, 5}));
        assertEquals(1, a.nearest(3), "the lower of two as near");
    }

    @Test
    void aStackHoldsItsCurvesOneAfterTheOther() {
        Axis a = Axis.of("x", Unit.of("nm"), new double[] {1, 2}, Direction.ASCENDING);
        DatasetHeader h = DatasetHeader.of("map", "raman.map", Metadata.EMPTY);
        CurveStack s = CurveStack.of(h, a, "I", Unit.of("counts"), new double[] {1, 2, 3, 4, 5, 6},
                List.of(Column.of("x",
                "um", new double[] {0, 5, 10})), new CurveStack.Grid(3, 1));
        assertEquals(3, s.curves());
        assertEquals(4, s.get(1, 1));
        assertEquals(5, s.get(2, 0));
        assertArrayEquals(new double[] {3, 4}, s.row(1), 0);
        double[] target = {9, 9, 9};
        s.copyRow(2, target);
        assertArrayEquals(new double[] {5, 6, 9}, target, 0);
        Curve second = s.curve(1);
        assertEquals("map #2", second.name());
        assertEquals(5, second.metadata().number("x", "um").orElseThrow());
        assertArrayEquals(new double[] {3, 4}, second.signal().values(), 0);
        assertEquals(6, s.points());
        assertEquals(s, s.withValues(a, s.values()));
        assertEquals(s.hashCode(), s.withValues(a, s.values()).hashCode());
        assertNotEquals(s, s.withValues(a, new double[] {1, 2, 3, 4, 5, 7}));
        for (double[] wrong : new double[][] {{}, {1}, {1, 2, 3}}) {
            assertThrows(IllegalArgumentException.class, () -> CurveStack.of(h, a, "I", Unit.ONE, wrong, List.of(),
                    null));
        }
        assertThrows(IllegalArgumentException.class, () -> s.withValues(a, new double[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> CurveStack.of(h, a, "I", Unit.ONE, new double[4], List.of(),
                new CurveStack.Grid(3, 1)));
    }

    @Test
    void measurementsCheckWhatTheyAreMadeOf() {
        Measurement m = Measurement.of("width", "w", 1.5, 0.25, "eV");
        assertThrows(IllegalArgumentException.class, () -> Measurement.of("w", "w", 1, -1e-9, "eV"));
        assertThrows(IllegalArgumentException.class, () -> new Measurement("w", "w", 1, Double.NaN, Unit.ONE, "",
                Double.NaN, Verdict.withheld("no")));
        assertThrows(IllegalArgumentException.class, () -> new Measurement("w", "w", Double.NaN, 1, Unit.ONE, "",
                Double.NaN, Verdict.withheld("no")));
        assertEquals("fit", m.withStep("fit").step());
        assertEquals("w2", m.withName("w2").name());
        assertEquals(0.25, m.withStep("fit").withName("w2").uncertainty());
        Measurement none = Measurement.notDetected("LiF", "", 1.25, "at.%").judged(Verdict.doubtful("odd"));
        assertEquals(1.25, none.limit());
        assertEquals("not detected (< 1.2\u00a0at.%)\u00a0?", none.pretty());
        assertEquals("not detected", Measurement.notDetected("LiF", "", Double.NaN, "%").pretty());
        Measurement hidden = none.judged(Verdict.withheld("broken"));
        assertTrue(Double.isNaN(hidden.limit()) && !hidden.isNotDetected());
        assertEquals("withheld: broken", hidden.pretty());
        assertEquals("1.50 \u00b1 0.25\u00a0eV", m.pretty());
        assertEquals("(1.50 \u00b1 0.25)\u00a0%", Measurement.of("w", "", 1.5, 0.25, "%").pretty());
        assertEquals("1.5\u00a0%", Measurement.of("w", "", 1.5, 0, "%").pretty());
        assertEquals("1.50 \u00b1 0.25", Measurement.of("w", "", 1.5, 0.25, "1").pretty());
        assertEquals("(1.50 \u00b1 0.25)\u00d710\u2077\u00a0%", Measurement.of("w", "", 1.5e7, 2.5e6, "%").pretty());
        assertEquals(1.5, new FitResult.Statistics(6, 4, 0, 0, true, "", 1).reducedChiSquare());
        assertTrue(Double.isNaN(new FitResult.Statistics(6, 0, 0, 0, true, "", 1).reducedChiSquare()));
        FitParameter p = new FitParameter("LiF", "position", "E", 1, 0, Unit.ONE, 0, 2, FitParameter.State.FREE, "");
        assertEquals("LiF position", p.path());
        assertEquals("position", new FitParameter("", "position", "E", 1, 0, Unit.ONE, 0, 2, FitParameter.State.FREE,
                "")
                .path());
        for (double[] size : new double[][] {{0, 1}, {1, 0}, {-1, 1}, {1, Double.NaN}, {1, Double.POSITIVE_INFINITY}}) {
            assertThrows(IllegalArgumentException.class, () -> new Calibration(size[0], size[1], Unit.of("nm"), 0,
                    "x"));
        }
        assertTrue(new Calibration(1, 2, Unit.of("nm"), 0, "x").isPhysical() && !Calibration.NONE.isPhysical());
    }
}
