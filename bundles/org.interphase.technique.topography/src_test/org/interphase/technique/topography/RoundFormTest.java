package org.interphase.technique.topography;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.model.Calibration;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;
import org.interphase.technique.topography.surface.HeightField;
import org.interphase.technique.topography.surface.RoundForm;
import org.interphase.testkit.topography.SurfaceTruth;
import org.junit.jupiter.api.Test;

/** Spheres and cylinders whose places are worked out from their axes, not from the surface. */
class RoundFormTest {

    private static final int W = 120;
    private static final int H = 90;
    private static final double STEP = 0.5;

    /** Heights of a sphere (direction null) or cylinder about a point, its lower (-1) or upper (1) side. */
    private static double[] heights(double[] centre, double[] direction, double radius, int side) {
        double[] d = direction == null ? new double[3] : direction;
        double length = direction == null ? 1 : Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
        double[] z = new double[W * H];
        for (int i = 0; i < z.length; i++) {
            int row = i / W;
            double x = i % W * STEP - centre[0];
            double y = row * STEP - centre[1];
            double along = (x * d[0] + y * d[1]) / length;
            double tz = d[2] / length;
            // x^2 + y^2 + w^2 - (along + tz w)^2 = radius^2
            double a = 1 - tz * tz;
            double b = -2 * along * tz;
            double c = x * x + y * y - along * along - radius * radius;
            z[i] = centre[2] + (-b + side * Math.sqrt(b * b - 4 * a * c)) / (2 * a);
        }
        return z;
    }

    private static double largest(Raster map) {
        double most = 0;
        for (int i = 0; i < map.pixels().size(); i++) {
            most = Math.max(most, Math.abs(map.pixels().get(i)));
        }
        return most;
    }

    private static HeightField field(double[] z) throws Exception {
        return HeightField.of(new SurfaceTruth(z, W, H, STEP).map());
    }

    @Test
    void spheresAreTakenOutWhereverTheyLie() throws Exception {
        for (double radius : new double[] {60, 300, 1e5}) {
            for (int side : new int[] {-1, 1}) {
                for (double[] centre : new double[][] {{30, 22, 0}, {5, 40, 7}, {30 + 0.4 * radius, 22, -3}}) {
                    double[] z = heights(centre, null, radius, side);
                    if (java.util.Arrays.stream(z).anyMatch(Double::isNaN)) {
                        continue;
                    }
                    Outcome o = RunOn.outcome("topography.level", new SurfaceTruth(z, W, H, STEP).map(),
                            Map.of("form", "sphere"));
                    assertTrue(largest((Raster) o.dataset()) < 1e-5, radius + " at " + centre[0] + ": " + largest(
                            (Raster) o.dataset()));
                    RoundForm form = RoundForm.of(field(z), RoundForm.Shape.SPHERE, false, Progress.none())
                            .orElseThrow();
                    // the lower side of a sphere is a hollow
                    assertEquals(-side * radius, form.radius(), 1e-4 * radius);
                    assertTrue(o.remarks().stream().anyMatch(r -> r.code().equals("form-radius") && r.text().contains(
                            side < 0 ? "hollow" : "hill")), o.remarks().toString());
                }
            }
        }
    }

    @Test
    void cylindersAreTakenOutInEveryDirection() throws Exception {
        for (double degrees : new double[] {0, 20, 45, 90, 130, 175}) {
            for (double rise : new double[] {0, 0.2}) {
                double[] axis = {Math.cos(Math.toRadians(degrees)), Math.sin(Math.toRadians(degrees)), rise};
                double[] z = heights(new double[] {33, 25, -80}, axis, 80, 1);
                Raster r = (Raster) RunOn.outcome("topography.level", new SurfaceTruth(z, W, H, STEP).map(),
                        Map.of("form", "cylinder")).dataset();
                assertTrue(largest(r) < 1e-5, degrees + ", " + rise + ": " + largest(r));
                assertEquals(-80, RoundForm.of(field(z), RoundForm.Shape.CYLINDER, false, Progress.none())
                        .orElseThrow().radius(), 0.01);
            }
        }
    }

    @Test
    void radiiHoldWithinTheirUncertainties() throws Exception {
        double square = 0;
        int n = 20;
        for (int i = 0; i < n; i++) {
            Random r = new Random(100 + i);
            double[] z = java.util.Arrays.stream(heights(new double[] {25, 20, 0}, null, 200, -1)).map(v -> v + 0.1
                    * r.nextGaussian()).toArray();
            RoundForm form = RoundForm.of(field(z), RoundForm.Shape.SPHERE, false, Progress.none()).orElseThrow();
            square += Math.pow((form.radius() - 200) / form.radiusUncertainty(), 2);
        }
        assertTrue(Math.sqrt(square / n) > 0.6 && Math.sqrt(square / n) < 1.4, "rms pull " + Math.sqrt(square / n));
    }

    @Test
    void textureStaysAndSpikesHaveNoSayInARobustForm() throws Exception {
        SurfaceTruth texture = SurfaceTruth.random(W, H, STEP, 1.5, 5).times(0.2);
        double[] form = heights(new double[] {30, 22, 0}, null, 150, 1);
        double[] z = form.clone();
        for (int i = 0; i < z.length; i++) {
            // a corner stands higher
            z[i] += texture.z()[i] + (i % W > 100 && i / W > 60 ? 30 : 0);
        }
        Raster map = new SurfaceTruth(z, W, H, STEP).map();
        Raster robust = (Raster) RunOn.outcome("topography.level", map, Map.of("form", "sphere", "robust", true))
                .dataset();
        double most = 0;
        for (int i = 0; i < z.length; i++) {
            if (i % W < 100) {
                most = Math.max(most, Math.abs(robust.pixels().get(i) - texture.z()[i]));
            }
        }
        assertTrue(most < 0.15, "off by " + most);
        Raster plain = (Raster) RunOn.outcome("topography.level", map, Map.of("form", "sphere")).dataset();
        assertTrue(Math.abs(plain.pixels().get(0) - texture.z()[0]) > 0.5);
    }

    @Test
    void unitsOfHeightsAndRowsFurtherApartCount() throws Exception {
        double[] z = heights(new double[] {30, 22, 0}, null, 150, 1);
        double[] nm = new double[W * (H / 2)];
        for (int i = 0; i < nm.length; i++) {
            nm[i] = 1000 * z[i / W * 2 * W + i % W];
        }
        Raster map = Raster.of(DatasetHeader.of("a", "height-map", Metadata.EMPTY), W, H / 2, Pixels.ofDoubles(nm),
                "Height", Unit.of("nm"), new Calibration(STEP, 2 * STEP, Unit.of("um"), 0, "test"));
        assertTrue(largest((Raster) RunOn.outcome("topography.level", map, Map.of("form", "sphere")).dataset()) < 0.01);
    }

    @Test
    void aFlatMapHasNoRadiusAndNothingIsNoForm() throws Exception {
        SurfaceTruth flat = new SurfaceTruth(new double[W * H], W, H, STEP).tilted(3, 1).noisy(0.01, 4);
        for (String form : new String[] {"sphere", "cylinder"}) {
            Outcome o = RunOn.outcome("topography.level", flat.map(), Map.of("form", form));
            assertTrue(o.remarks().stream().anyMatch(r -> r.code().equals("flat-form")), o.remarks().toString());
            assertTrue(largest((Raster) o.dataset()) < 0.06);
        }
        double[] few = new double[W * H];
        java.util.Arrays.fill(few, Double.NaN);
        java.util.Arrays.fill(few, 0, 9, 1);
        assertThrows(AnalysisException.class, () -> RunOn.outcome("topography.level", new SurfaceTruth(few, W, H, STEP)
                .map(), Map.of("form", "cylinder")));
    }
}
