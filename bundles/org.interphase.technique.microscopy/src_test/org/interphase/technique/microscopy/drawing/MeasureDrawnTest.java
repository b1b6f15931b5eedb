package org.interphase.technique.microscopy.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Region;
import org.interphase.model.Calibration;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;
import org.interphase.model.unit.Unit;
import org.interphase.technique.microscopy.operation.MeasureDrawn;
import org.interphase.technique.microscopy.operation.MeasureDrawn.Drawn;
import org.interphase.technique.microscopy.operation.MeasureDrawn.Parameters;
import org.interphase.technique.microscopy.operation.MeasureDrawn.Place;
import org.interphase.technique.microscopy.operation.MeasureDrawn.What;
import org.junit.jupiter.api.Test;

/** What is drawn by hand, against geometry and against points scattered at random. */
class MeasureDrawnTest {

    private static final double PIXEL = 0.5;

    private static Raster picture(boolean scaled) {
        float[] ramp = new float[100 * 80];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = i % 100;
        }
        return Raster.of(DatasetHeader.of("picture", "image", Metadata.EMPTY), 100, 80, Pixels.ofFloats(ramp),
                "Grey level", Unit.ONE, scaled ? new Calibration(PIXEL, PIXEL, Unit.of("nm"), 0.02, "file")
                        : Calibration.NONE);
    }

    private static Outcome measured(boolean scaled, Drawn... drawn) throws AnalysisException {
        return new MeasureDrawn().apply(picture(scaled), new Parameters(List.of(drawn), 1, null, Place.LOWER_RIGHT,
                null, false), Progress.none());
    }

    private static Drawn of(String name, What what, String shape) {
        return new Drawn(name, what, Region.parse(shape));
    }

    private static Measurement number(Outcome out, String name) {
        return out.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void lengthsAnglesAndAreasAreThoseOfGeometry() throws Exception {
        Outcome out = measured(true, of("d", What.DISTANCE, "line 10,10 40,50"),
                of("w", What.ANGLE, "polygon 30,10 10,10 10,30"), of("r", What.AREA, "rectangle 10,10 30,20"),
                of("e", What.AREA, "ellipse 10,10 30,20"), of("p", What.AREA, "polygon 0,0 10,0 0,10"),
                of("x", What.AREA, "polygon 0,0 20,20 20,0 0,20"), of("cut", What.PROFILE, "line 10.5,40 60.5,40"),
                of("see here", What.NOTE, "line 5,5 20,20"));
        assertEquals(25, number(out, "d").value(), 1e-9);
        assertEquals("nm", number(out, "d").unit().text());
        // two ends of half a nanometre each, and 2 % of the scale
        assertEquals(Math.hypot(Math.sqrt(2) * PIXEL, 0.02 * 25), number(out, "d").uncertainty(), 1e-9);
        assertEquals(90, number(out, "w").value(), 1e-9);
        assertEquals(50, number(out, "r").value(), 1e-9);
        assertEquals(Math.PI * 5 * 2.5, number(out, "e").value(), 1e-9);
        assertEquals(12.5, number(out, "p").value(), 1e-9);
        assertTrue(number(out, "x").verdict().isWithheld(), "an outline that crosses itself has no area");
        assertEquals("Profile cut", out.figures().get(0).title());
        assertTrue(out.overlays().stream().anyMatch(o -> o.toString().contains("see here")));
        assertTrue(out.overlays().stream().anyMatch(o -> o.toString().contains("10 nm")), "a round scale bar");
    }

    /** Below the specimen a microscope writes a scale bar of its own. */
    @Test
    void theScaleBarStandsInTheSpecimenAndNotOverTheDataBarBelowIt() throws Exception {
        for (Place place : List.of(Place.LOWER_LEFT, Place.LOWER_RIGHT)) {
            Outcome out = new MeasureDrawn().apply(picture(true).withField(new Raster.Field(0, 0, 100, 60)),
                    new Parameters(List.of(), 1, null, place, null, false), Progress.none());
            double y = out.overlays().stream().map(Overlay::layer).filter(Layer.Outline.class::isInstance)
                    .mapToDouble(l -> ((Layer.Outline) l).y()[0]).findFirst().orElseThrow();
            assertTrue(y > 20 * PIXEL && y < 60 * PIXEL, "at " + y);
        }
    }

    @Test
    void withoutAScaleLengthsArePixelsAndThatIsSaid() throws Exception {
        Outcome out = measured(false, of("d", What.DISTANCE, "line 10,10 40,50"));
        assertEquals(50, number(out, "d").value(), 1e-9);
        assertEquals("px", number(out, "d").unit().text());
        assertTrue(out.remarks().stream().anyMatch(r -> r.text().contains("no scale")));
        assertTrue(out.remarks().stream().anyMatch(r -> r.text().contains("no scale bar")));
    }

    @Test
    void whatDoesNotFitIsRefusedByItsName() {
        assertTrue(assertThrows(AnalysisException.class, () -> measured(true, of("d", What.DISTANCE,
                "rectangle 1,1 5,5"))).getMessage().startsWith("d: draw a line"));
        assertTrue(assertThrows(AnalysisException.class, () -> measured(true, of("far", What.DISTANCE,
                "line 1,1 500,5"))).getMessage().contains("far reaches out of the picture"));
        assertFalse(new MeasureDrawn().problems(new Parameters(List.of(of("a", What.DISTANCE, "line 1,1 5,5"),
                of("a", What.AREA, "rectangle 1,1 5,5")), 1, null, Place.NONE, null, false)).isEmpty());
    }

    @Test
    void pointsPlacedWithAnErrorScatterLengthsAndAnglesAsStated() {
        SplittableRandom random = new SplittableRandom(3);
        Calibration c = new Calibration(0.5, 0.8, Unit.of("nm"), 0, "file");
        Map<String, double[]> points = Map.of("line", new double[] {10, 12, 60, 40}, "angle",
                new double[] {60, 20, 20, 30, 50, 70});
        points.forEach((what, at) -> {
            int draws = 4000;
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < draws; i++) {
                double v = number(what, shape(c, at, random, 0.7)).value();
                sum += v;
                squares += v * v;
            }
            double scatter = Math.sqrt(squares / draws - sum * sum / draws / draws);
            double stated = number(what, shape(c, at, random, 0)).uncertainty();
            // the scatter of 4000 is known to 1.1 %
            assertEquals(1, scatter / stated, 0.05, what);
        });
    }

    private static DrawnShape.Number number(String what, DrawnShape shape) {
        return what.equals("line") ? shape.length() : shape.angle().orElseThrow();
    }

    private static DrawnShape shape(Calibration c, double[] at, SplittableRandom random, double error) {
        double[] x = new double[at.length / 2];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = at[2 * i] + error * random.nextGaussian();
            y[i] = at[2 * i + 1] + error * random.nextGaussian();
        }
        return DrawnShape.of(Region.of(x.length == 2 ? Region.Form.LINE : Region.Form.POLYGON, x, y), c, 0.7);
    }
}
