package org.interphase.engine.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.model.Calibration;
import org.interphase.model.Column;
import org.interphase.model.ColumnPage;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

class InfiniteNumbersTest {

    private static final double INFINITE = Double.NEGATIVE_INFINITY;

    private static DatasetHeader header(String kind) {
        return DatasetHeader.of("a", kind, Metadata.EMPTY);
    }

    private static Curve curve(double... y) {
        return Curve.ofUnsorted(header("curve"), "x", Unit.ONE, Direction.ASCENDING, new double[] {1, 2, 3}, "y",
                Unit.ONE, y, null);
    }

    @Test
    void anInfiniteNumberInAColumnIsMissingAndARemarkSaysSo() throws Exception {
        Table t = new Table(header("table"), List.of(Column.of("n", "1", new double[] {1, 2, 3}),
                Column.of("r", "%", new double[] {INFINITE, 5, Double.POSITIVE_INFINITY})));
        Table out = (Table) InfiniteNumbers.removed("f", List.<Dataset>of(t)).get(0);
        assertEquals(Column.of("r", "%", new double[] {Double.NaN, 5, Double.NaN}), out.columns().get(1));
        assertSame(t.columns().get(0), out.columns().get(0));
        assertEquals(1, out.header().remarks().size());
        assertTrue(out.header().remarks().get(0).text().contains("'r' holds 2 infinite numbers"));
    }

    @Test
    void longColumnsAreLookedThroughWhateverTheirPagesHold() {
        double[] doubles = {0.1, INFINITE, 0.3};
        double[] floats = {0.5, INFINITE, 0.25};
        double[] same = {INFINITE, INFINITE};
        assertTrue(Column.of("c", Unit.ONE, List.of(ColumnPage.of(doubles, 3))).hasInfinite());
        assertTrue(Column.of("c", Unit.ONE, List.of(ColumnPage.compact(floats, 3))).hasInfinite());
        assertTrue(Column.of("c", Unit.ONE, List.of(ColumnPage.compact(same, 2))).hasInfinite());
        assertEquals(false, Column.of("c", Unit.ONE, List.of(ColumnPage.compact(new double[] {1, 2, Double.NaN}, 3)))
                .hasInfinite());
    }

    @Test
    void curvesAndMapsThatHoldOneAreRefusedWithTheirPlace() {
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> InfiniteNumbers.removed("f.csv",
                List.of(curve(1, 2, 3), curve(1, INFINITE, 3))));
        assertEquals("f.csv", e.file());
        assertEquals("'a', value 2", e.position());
        Raster map = Raster.of(header("height-map"), 2, 1, Pixels.ofDoubles(new double[] {Double.NaN, INFINITE}),
                "Height", Unit.of("um"), Calibration.NONE);
        assertThrows(DatasetFormatException.class, () -> InfiniteNumbers.removed("f", List.of(map)));
    }

    @Test
    void dataWithoutOneStayTheSame() throws Exception {
        List<Dataset> all = List.of(curve(1, Double.NaN, 3), new Table(header("table"), List.of(Column.of("n", "1",
                new double[] {1, Double.NaN}))));
        assertSame(all, InfiniteNumbers.removed("f", all));
    }
}
