package org.interphase.engine.registry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.interphase.model.Axis;
import org.interphase.model.Calibration;
import org.interphase.model.Column;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.Series;
import org.interphase.model.Signal;
import org.interphase.model.Table;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

/** Every shape has a plain view. */
class DefaultViewsTest {

    private static final DatasetHeader HEADER = DatasetHeader.of("d", "none", Metadata.EMPTY);
    private final TechniqueRegistry registry = TechniqueRegistry.of(List.of());

    private static Axis axis(int n) {
        return Axis.of("Binding energy", Unit.of("eV"), IntStream.range(0, n).asDoubleStream().toArray(),
                Direction.DESCENDING);
    }

    private static Curve curve(int n) {
        return new Curve(HEADER, axis(n), Signal.of("Intensity", Unit.of("counts"), new double[n]));
    }

    private Figure first(Dataset d, Overlay... overlays) {
        return registry.figures(d, List.of(overlays)).get(0);
    }

    @Test
    void aCurveIsDrawnInTheDirectionOfItsAxis() {
        Panel panel = first(curve(3)).panels().get(0);
        assertEquals("Binding energy (eV)", panel.x().title());
        assertEquals(Direction.DESCENDING, panel.x().direction());
        assertInstanceOf(Layer.Line.class, panel.layers().get(0));
    }

    @Test
    void fillsLieBehindTheDataAndLinesBeforeIt() {
        double[] x = {0, 1, 2};
        Overlay line = Overlay.main("model", new Layer.Line("m", x, x, Style.line(Colour.MODEL, 1)));
        Overlay band = Overlay.main("c", new Layer.Band("c", x, x, x, Style.fill(Colour.component(0), 0.4)));
        Overlay residual = Overlay.residual("r", new Layer.Line("r", x, x, Style.line(Colour.RESIDUAL, 1)));
        Figure f = first(curve(3), line, band, residual);
        assertEquals(List.of(Layer.Band.class, Layer.Points.class, Layer.Line.class),
                f.panels().get(0).layers().stream().map(Object::getClass).toList());
        assertEquals(Panel.RESIDUAL, f.panels().get(1).id());
        assertEquals(0.25, f.panels().get(1).weight());
        assertTrue(f.sharedX());
    }

    @Test
    void aRasterIsDrawnInPhysicalUnitsWithTheFirstRowOnTop() {
        Raster r = Raster.of(HEADER, 4, 2, Pixels.ofBytes(new byte[8]), "Grey", Unit.of("grey"),
                new Calibration(5, 5, Unit.of("nm"), 0, "test"));
        Panel p = first(r).panels().get(0);
        Layer.Picture picture = (Layer.Picture) p.layers().get(0);
        assertEquals(20, picture.right());
        assertEquals(10, picture.bottom());
        assertEquals(0, picture.top());
        assertEquals(Direction.DESCENDING, p.y().direction());
        assertTrue(p.equalScale());
        assertEquals("x (nm)", p.x().title());
    }

    @Test
    void aStackIsLinesOrAPictureAndAMap() {
        Column position = Column.of("depth", "nm", new double[] {0, 5});
        CurveStack few = CurveStack.of(HEADER, axis(3), "I", Unit.ONE, new double[6], List.of(position), null);
        assertEquals(2, first(few).panels().get(0).layers().size());
        assertEquals("depth 5.0\u00a0nm", first(few).panels().get(0).layers().get(1).label());
        CurveStack many = CurveStack.of(HEADER, axis(3), "I", Unit.ONE, new double[3 * 20], List.of(),
                new CurveStack.Grid(5, 4));
        List<Figure> figures = registry.figures(many, List.of());
        assertInstanceOf(Layer.Picture.class, figures.get(0).panels().get(0).layers().get(0));
        assertEquals("map", figures.get(1).id());
    }

    @Test
    void curvesOfOneKindInDifferentUnitsAreComparedRelativeToTheirRange() {
        Curve counts = new Curve(HEADER, axis(3), Signal.of("Intensity", Unit.of("counts"), new double[] {5, 25, 15}));
        Curve rate = new Curve(HEADER, axis(3), Signal.of("Intensity", Unit.of("V"), new double[] {0, 1, 4}));
        Figure f = first(Series.named(HEADER, List.of(counts, rate)));
        assertEquals("Relative intensity", f.panels().get(0).y().title());
        Layer.Line line = (Layer.Line) f.panels().get(0).layers().get(0);
        assertArrayEquals(new double[] {0, 1, 0.5}, line.y());
        Figure same = first(Series.named(HEADER, List.of(counts, counts)));
        assertEquals("Intensity (counts)", same.panels().get(0).y().title());
    }

    @Test
    void aTableHasAPanelForEachUnit() {
        Table t = new Table(HEADER, List.of(Column.of("t", "s", new double[2]), Column.of("U", "V", new double[2]),
                Column.of("U2", "V", new double[2]), Column.of("I", "mA", new double[2])));
        Figure f = first(t);
        assertEquals(2, f.panels().size());
        assertEquals(2, f.panels().get(0).layers().size());
        assertEquals("I (mA)", f.panels().get(1).y().title());
        assertEquals(1, first(new Table(HEADER, List.of(Column.of("t", "s", new double[2])))).panels().size());
    }

    @Test
    void aSeriesOfCurvesIsOverlaidAndAMixedOneShownOneByOne() {
        Figure f = first(Series.named(HEADER, List.of(curve(3), curve(5))));
        assertEquals(2, f.panels().get(0).layers().size());
        Table t = new Table(HEADER, List.of(Column.of("t", "s", new double[2])));
        List<Figure> each = registry.figures(Series.named(HEADER, List.of(curve(3), t)), List.of());
        assertEquals(List.of("1-curve", "2-table"), each.stream().map(Figure::id).toList());
    }
}
