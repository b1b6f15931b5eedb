package org.interphase.technique.topography;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.interphase.model.Raster;
import org.interphase.testkit.topography.SurfaceTruth;
import org.junit.jupiter.api.Test;

/** Calibrations enter every number by the power of heights and lengths in it. */
class CalibrationTest {

    private static final double HEIGHT = 6;
    private static final double LATERAL = 4;
    /** What counts where nothing is stated, in percent. */
    private static final double USUAL = 1;

    /** Powers of height and length of numbers by operation. */
    private static final Map<String, Map<String, double[]>> POWERS = Map.of(
            "topography.roughness", Map.of("Sa", new double[] {1, 0}, "Sz", new double[] {1, 0}, "Sku",
                    new double[] {0, 0}, "Sal", new double[] {0, 1}, "Str", new double[] {0, 0}, "Sdq",
                    new double[] {1, -1}, "Sdr", new double[] {2, -2}, "Vmc", new double[] {1, 0}),
            "topography.profile", Map.of("Ra", new double[] {1, 0}, "Rq", new double[] {1, 0}, "Rt",
                    new double[] {1, 0}, "Rsk", new double[] {0, 0}, "RSm", new double[] {0, 1}, "Rdq",
                    new double[] {1, -1}),
            "topography.features", Map.of("Spd", new double[] {0, -2}, "Spc", new double[] {1, -2}, "S5p",
                    new double[] {1, 0}, "S10z", new double[] {1, 0}),
            "topography.height", Map.of("height difference", new double[] {1, 0}));

    @Test
    void calibrationsEnterByTheirPowers() throws Exception {
        Raster map = SurfaceTruth.random(160, 160, 0.5, 2, 3).map();
        for (var operation : POWERS.entrySet()) {
            for (double[] given : new double[][] {{HEIGHT, 0}, {0, LATERAL}, {HEIGHT, LATERAL}, {USUAL,
                USUAL}}) {
                Map<String, Object> parameters = new HashMap<>();
                Map<String, Object> exact = new HashMap<>(Map.of("heightCalibration", 0));
                if (given[0] != USUAL) {
                    parameters.put("heightCalibration", given[0]);
                }
                if (!operation.getKey().equals("topography.height")) {
                    exact.put("lateralCalibration", 0);
                    if (given[1] != USUAL) {
                        parameters.put("lateralCalibration", given[1]);
                    }
                }
                var without = RunOn.measured(operation.getKey(), map, exact);
                var with = RunOn.measured(operation.getKey(), map, parameters);
                for (var number : operation.getValue().entrySet()) {
                    double added = Math.hypot(number.getValue()[0] * given[0], number.getValue()[1] * given[1]) / 100;
                    var a = without.get(number.getKey());
                    var b = with.get(number.getKey());
                    assertEquals(a.value(), b.value());
                    assertEquals(Math.hypot(a.uncertainty(), added * a.value()), b.uncertainty(), 1e-9
                            * b.uncertainty(), operation.getKey() + " " + number.getKey());
                }
            }
        }
    }

    @Test
    void whatIsNotGivenIsSaid() throws Exception {
        Raster map = SurfaceTruth.random(80, 80, 0.5, 2, 3).map();
        for (String operation : POWERS.keySet()) {
            assertTrue(RunOn.outcome(operation, map, Map.of()).remarks().stream().anyMatch(r -> r.code()
                    .equals("no-height-calibration")), operation);
        }
        assertTrue(RunOn.outcome("topography.profile", map, Map.of("lateralCalibration", 0.5)).remarks().stream()
                .noneMatch(r -> r.code().equals("no-lateral-calibration")));
    }
}
