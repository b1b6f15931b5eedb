package org.interphase.technique.topography;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.interphase.model.Measurement;
import org.interphase.testkit.topography.SurfaceTruth;
import org.junit.jupiter.api.Test;

/** Surfaces whose lowest and highest points are known. */
class HeightDifferenceTest {

    private static final int SURFACES = 20;

    private static double[] pulls(double range, double noise) throws Exception {
        double[] out = new double[SURFACES];
        for (int i = 0; i < SURFACES; i++) {
            SurfaceTruth s = SurfaceTruth.random(120, 100, 0.5, 4, 3000 + i).ofRange(range);
            Measurement m = RunOn.measured("topography.height", s.noisy(noise, 7000 + 31 * i + Math.round(100 *
                    noise)).map(), RunOn.EXACT_HEIGHTS)
                    .get("height difference");
            out[i] = (m.value() - range) / m.uncertainty();
        }
        return out;
    }

    private static void unitWidth(double[] pulls) {
        double mean = 0;
        double square = 0;
        for (double p : pulls) {
            mean += p / pulls.length;
            square += p * p / pulls.length;
        }
        assertTrue(Math.abs(mean) < 0.6, "mean pull " + mean);
        assertTrue(Math.sqrt(square) > 0.65 && Math.sqrt(square) < 1.4, "rms pull " + Math.sqrt(square));
    }

    @Test
    void heightsAreRecoveredWithPullsOfUnitWidth() throws Exception {
        unitWidth(pulls(21.58, 0.05));
        unitWidth(pulls(21.58, 0.25));
        unitWidth(pulls(8.81, 0.2));
    }

    @Test
    void heightsThatAreCutOffAreDoubted() throws Exception {
        SurfaceTruth s = SurfaceTruth.random(160, 120, 0.5, 4, 7).ofRange(20);
        double high = java.util.Arrays.stream(s.z()).max().orElseThrow();
        for (int sign : new int[] {1, -1}) {
            double[] z = java.util.Arrays.stream(s.z()).map(v -> sign * Math.min(v, high - 2)).toArray();
            var m = RunOn.measured("topography.height", new SurfaceTruth(z, 160, 120, 0.5).map(), Map.of());
            for (String name : new String[] {"height difference", "height difference, raw"}) {
                assertTrue(m.get(name).verdict().reason().contains("cut off"), m.get(name).verdict().reason());
            }
        }
        assertTrue(RunOn.measured("topography.height", s.map(), Map.of()).get("height difference").verdict().isSound());
    }

    @Test
    void smallTailsLeaveOutThosePointsOnly() throws Exception {
        // 100 000 points 0, 1, 2 ... of which one part stands far above
        double[] z = new double[400 * 250];
        java.util.List<Integer> order = new java.util.ArrayList<>();
        for (int i = 0; i < z.length; i++) {
            order.add(i);
        }
        java.util.Collections.shuffle(order, new java.util.Random(1));
        for (int i = 0; i < z.length; i++) {
            z[i] = order.get(i) < z.length - 3 ? 1e-5 * order.get(i) : 50;
        }
        var m = RunOn.measured("topography.height", new SurfaceTruth(z, 400, 250, 0.5).map(), Map.of("tail", 0.005));
        // five points are left out at either end, among them those three
        assertEquals(0.9999, m.get("height difference, 0.005 to 99.995 %").value(), 1e-4);
    }

    @Test
    void percentilesHoldForTheSurface() throws Exception {
        // of a normal distribution, so many standard deviations from its middle to a tail of 0.1, 1 and 10 %
        Map<Double, Double> tails = Map.of(0.1, 3.090232, 1.0, 2.326348, 10.0, 1.281552);
        for (var tail : tails.entrySet()) {
            double square = 0;
            for (int i = 0; i < SURFACES; i++) {
                Measurement m = RunOn.measured("topography.height", SurfaceTruth.random(128, 128, 0.5, 2.5, 900 + i)
                        .map(), Map.of("tail", tail.getKey())).values().stream().filter(x -> x.name().contains(" to "))
                        .findFirst().orElseThrow();
                assertTrue(m.verdict().isSound(), m.pretty());
                square += Math.pow((m.value() - 2 * tail.getValue()) / m.uncertainty(), 2) / SURFACES;
            }
            assertTrue(Math.sqrt(square) > 0.4 && Math.sqrt(square) < 1.3, tail.getKey() + " %: rms pull "
                    + Math.sqrt(square));
        }
    }

    @Test
    void withoutNoiseTheDifferenceIsThatOfThePoints() throws Exception {
        var m = RunOn.measured("topography.height", SurfaceTruth.random(160, 120, 0.5, 4, 7).ofRange(21.58).map(),
                RunOn.EXACT_HEIGHTS);
        assertEquals(21.58, m.get("height difference, raw").value(), 1e-9);
        assertEquals(21.58, m.get("height difference").value(), 0.02);
        assertTrue(m.get("height difference").uncertainty() < 0.05);
        double robust = m.get("height difference, 0.1 to 99.9 %").value();
        assertTrue(robust > 15 && robust < 21.58, "robust " + robust);
    }
}
