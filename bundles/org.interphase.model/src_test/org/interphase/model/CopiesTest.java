package org.interphase.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

/** What is changed in a copy is changed, and all the rest stays. */
class CopiesTest {

    private static final DatasetHeader HEADER = DatasetHeader.of("d", "test", Metadata.EMPTY.with("a", 1));
    private static final Background PRODUCT = new Background("Shirley", new double[] {1, 2}, new double[] {3, 4});

    private static FitParameter parameter(String component, String name) {
        return new FitParameter(component, name, "", 1, 0.1, Unit.ONE, 0, 2, FitParameter.State.FREE, "");
    }

    @Test
    void parametersOfAFitAreFoundByComponentAndName() {
        double[][] covariance = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
        FitResult fit = new FitResult("f", List.of("A", "B"), List.of(parameter("A", "area"), parameter("B", "area"),
                parameter("B", "width")), covariance, new double[] {1, 2}, new double[] {3, 4},
                new FitResult.Statistics(1, 1, 1, 1, true, "", 1));
        covariance[1][1] = 0;
        fit.covariance()[1][1] = 0;
        fit.x()[0] = 9;
        fit.residuals()[0] = 9;
        assertEquals(5, fit.covariance()[1][1]);
        assertEquals(1, fit.x()[0]);
        assertEquals(3, fit.residuals()[0]);
        assertEquals(0, fit.indexOf("A", "area"));
        assertEquals(1, fit.indexOf("B", "area"));
        assertEquals(2, fit.indexOf("B", "width"));
        assertEquals(-1, fit.indexOf("A", "width"));
        assertEquals(parameter("B", "width"), fit.parameter("B", "width").orElseThrow());
        assertTrue(fit.parameter("A", "width").isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new FitResult("f", List.of(), List.of(), covariance,
                new double[0], new double[0], null));
    }

    @Test
    void headersAndRemarks() {
        assertEquals("e", HEADER.withName("e").name());
        assertEquals("other", HEADER.withKind("other").kind().id());
        assertEquals(Metadata.EMPTY, HEADER.withMetadata(Metadata.EMPTY).metadata());
        assertEquals(HEADER.metadata(), HEADER.withName("e").metadata());
        DatasetHeader told = HEADER.remarking(Remark.info("one")).remarking(Remark.warning("two"));
        assertEquals(List.of("one", "two"), told.remarks().stream().map(Remark::text).toList());
        assertEquals(1, told.products().size());
        assertEquals(List.of(), HEADER.remarks());
        assertEquals(Remark.Level.INFO, Remark.info("x").level());
        assertEquals(Remark.Level.WARNING, Remark.warning("x").level());
        assertEquals(Remark.Level.ERROR, Remark.error("x").level());
        assertTrue(DataKind.of("table").isPlain());
        assertFalse(DataKind.of("eis").isPlain());
        Metadata both = HEADER.metadata().withAll(Metadata.EMPTY.with("b", "c"));
        assertEquals(Map.of("a", 1L, "b", "c"), both.entries());
        assertEquals("{a=1, b=c}", both.toString());
        PRODUCT.values()[0] = 9;
        PRODUCT.sigma()[0] = 9;
        assertEquals(1, PRODUCT.values()[0]);
        assertEquals(3, PRODUCT.sigma()[0]);
        assertEquals(null, new Background("t", new double[1], null).sigma());
    }

    @Test
    void rastersCurvesStacksTablesAndSeries() {
        Raster raster = Raster.of(HEADER, 2, 1, Pixels.ofBytes(new byte[] {1, 2}), "g", Unit.ONE, Calibration.NONE);
        Calibration nm = new Calibration(1, 1, Unit.of("nm"), 0, "x");
        assertEquals(nm, raster.withCalibration(nm).calibration());
        assertEquals(7, raster.withPixels(Pixels.ofBytes(new byte[] {7, 2})).get(0, 0));
        assertEquals(1, raster.withField(new Raster.Field(1, 0, 1, 1)).field().x());
        assertEquals("raster", raster.shape());
        assertEquals(2, raster.points());
        Axis axis = Axis.of("x", Unit.of("nm"), new double[] {1, 2}, Direction.ASCENDING);
        Curve curve = new Curve(HEADER, axis, Signal.of("y", Unit.ONE, new double[] {3, 4}));
        assertEquals("curve", curve.shape());
        assertEquals(2, curve.points());
        assertEquals(4, curve.slice(1, 2).signal().get(0));
        assertEquals(2, curve.slice(1, 2).axis().get(0));
        CurveStack stack = CurveStack.of(HEADER, axis, "I", Unit.of("counts"), new double[] {1, 2, 3, 4}, List.of(),
                null);
        assertEquals("I", stack.quantity());
        assertEquals(Unit.of("counts"), stack.unit());
        assertEquals(axis, stack.axis());
        assertTrue(stack.grid().isEmpty() && stack.positions().isEmpty());
        assertEquals("stack", stack.shape());
        Table table = new Table(HEADER, List.of(Column.of("t", "s", new double[] {1, 2, 3})));
        assertEquals(3, table.points());
        assertEquals("table", table.shape());
        Series series = Series.over(HEADER, List.of(curve, table), Column.of("T", "K", new double[] {1, 2}));
        assertEquals(5, series.points());
        assertEquals("series", series.shape());
        assertEquals(2, series.condition().orElseThrow().get(1));
        assertTrue(Series.named(HEADER, List.of(curve)).condition().isEmpty());
        assertEquals(List.of(table, curve), series.withMembers(List.of(table, curve)).members());
        assertEquals(series, Series.over(HEADER, List.of(curve, table), Column.of("T", "K", new double[] {1, 2})));
        assertEquals(series.hashCode(), Series.over(HEADER, List.of(curve, table), Column.of("T", "K", new double[] {1,
            2})).hashCode());
        assertFalse(series.equals(series.withMembers(List.of(table, curve))));
        assertThrows(IllegalArgumentException.class, () -> Series.named(HEADER, List.of()));
        for (Dataset d : List.of(raster.with(PRODUCT), stack.with(PRODUCT), table.with(PRODUCT),
                series.with(PRODUCT))) {
            assertEquals(PRODUCT, d.header().product(Background.class).orElseThrow());
            assertEquals("test", d.kind().id());
            assertEquals("d", d.name());
        }
    }
}
