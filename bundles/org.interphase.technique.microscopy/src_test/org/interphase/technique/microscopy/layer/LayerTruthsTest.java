package org.interphase.technique.microscopy.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.interphase.model.Verdict;
import org.junit.jupiter.api.Test;

/** Geometry and judgement of layers, by hand. */
class LayerTruthsTest {

    private static LayerVerdict.Evidence seen(int found, double together, double blur, double spread, double misfit) {
        return new LayerVerdict.Evidence(100, found, together, blur, spread, misfit);
    }

    @Test
    void everyAssumptionIsDoubtedBeyondItsLimitAndNotAtIt() {
        assertTrue(LayerVerdict.of(seen(50, 0.7, 0.25, 0.25, 1.4)).isSound());
        for (LayerVerdict.Evidence e : new LayerVerdict.Evidence[] {seen(49, 1, 0, 0, 1), seen(100, 0.69, 0, 0, 1),
            seen(100, 1, 0.26, 0, 1), seen(100, 1, 0, 0.26, 1), seen(100, 1, 0, 0, 1.41)}) {
            assertEquals(Verdict.Quality.DOUBTFUL, LayerVerdict.of(e).quality(), e.toString());
        }
        String all = LayerVerdict.of(seen(10, 0.2, 1, 1, 9)).reason();
        for (String part : new String[] {"10 of 100", "blurred", "varies", "9.0 times"}) {
            assertTrue(all.contains(part), all);
        }
    }

    @Test
    void aFiftiethOfThePixelsAtOneEndIsCutOff() {
        float[] v = new float[100];
        for (int i = 0; i < 100; i++) {
            v[i] = 10 + i;
        }
        assertFalse(LayerVerdict.clipped(v));
        v[50] = 10;
        assertFalse(LayerVerdict.clipped(v), "two of a hundred");
        v[51] = 10;
        assertTrue(LayerVerdict.clipped(v), "three of a hundred");
        v[50] = 109;
        v[51] = 109;
        assertTrue(LayerVerdict.clipped(v));
    }

    /** A straight layer of thickness 5 at an angle: points of both interfaces on the same normals. */
    private static LayerGeometry.Result layer(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        double[][] first = new double[2][60];
        double[][] second = new double[2][60];
        for (int i = 0; i < 60; i++) {
            first[0][i] = i * c;
            first[1][i] = i * s;
            second[0][i] = i * c - 5 * s;
            second[1][i] = i * s + 5 * c;
        }
        return LayerGeometry.measure(first, second, 15);
    }

    @Test
    void aStraightLayerHasItsThicknessAtAnyAngle() {
        for (double degrees : new double[] {0, 20, 60, -30}) {
            LayerGeometry.Result r = layer(degrees);
            assertEquals(degrees, Math.toDegrees(r.angle()), 1e-9);
            assertEquals(60, r.thickness().length);
            for (int i = 0; i < 60; i++) {
                assertEquals(5, r.thickness()[i], 1e-9);
                assertEquals(5, Math.hypot(r.x1()[i] - r.x2()[i], r.y1()[i] - r.y2()[i]), 1e-9);
            }
            // feet lie on the interfaces
            double c = Math.cos(Math.toRadians(degrees));
            double s = Math.sin(Math.toRadians(degrees));
            assertEquals(0, r.y1()[10] * c - r.x1()[10] * s, 1e-9);
            assertEquals(5, r.y2()[10] * c - r.x2()[10] * s, 1e-9);
            assertEquals(0, LayerGeometry.errorOfDirection(r), 1e-9);
        }
    }

    @Test
    void theErrorOfAMeanIsThatOfItsBlocks() {
        // 64 values in blocks of two: 1, 1, -1, -1, ...: means of blocks of 2 are 1 and -1
        double[] v = new double[64];
        for (int i = 0; i < 64; i++) {
            v[i] = i / 2 % 2 == 0 ? 1 : -1;
        }
        assertEquals(Math.sqrt(32 / 31.0 / 32), LayerGeometry.errorOfMean(v), 1e-12);
        // 20 values, ten blocks of two: a step in the middle
        double[] step = new double[20];
        Arrays.fill(step, 10, 20, 1);
        assertEquals(Math.sqrt(10 * 0.25 / 9 / 10), LayerGeometry.errorOfMean(step), 1e-12);
        // too few for blocks: s / sqrt n
        assertEquals(1 / Math.sqrt(3), LayerGeometry.errorOfMean(new double[] {1, 2, 3}), 1e-12);
        assertTrue(Double.isNaN(LayerGeometry.errorOfMean(new double[] {1})));
        assertEquals(1, LayerGeometry.variance(new double[] {1, 2, 3}), 1e-12);
        assertEquals(0, LayerGeometry.variance(new double[] {4}), 0);
    }

    @Test
    void theErrorOfADeviationComesFromTheIndependentValues() {
        // deviation 2 known to 0.5 in the mean: 16 independent values
        assertEquals(2 / Math.sqrt(30), LayerGeometry.errorOfDeviation(2, 0.5), 1e-12);
        assertEquals(1 / Math.sqrt(2), LayerGeometry.errorOfDeviation(1, 1), 1e-12, "never fewer than two");
        assertTrue(Double.isNaN(LayerGeometry.errorOfDeviation(0, 1)));
        assertTrue(Double.isNaN(LayerGeometry.errorOfDeviation(1, 0)));
    }
}
