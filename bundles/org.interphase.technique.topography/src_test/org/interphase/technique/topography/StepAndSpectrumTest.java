package org.interphase.technique.topography;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.interphase.api.Progress;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.technique.topography.areal.TwoLevels;
import org.interphase.technique.topography.surface.HeightField;
import org.interphase.testkit.topography.SurfaceTruth;
import org.interphase.testkit.verdict.VerdictTally;
import org.junit.jupiter.api.Test;

/** Steps of known height, spectra of known content. */
class StepAndSpectrumTest {

    private static SurfaceTruth step(double height, double part, double tilt, double noise, long seed) {
        int w = 150;
        int h = 100;
        Random r = new Random(seed);
        double[] z = new double[w * h];
        for (int i = 0; i < z.length; i++) {
            double edge = (i % w - part * w + 0.1 * (i / w)) / 0.6;
            z[i] = 4 + height / (1 + Math.exp(-edge)) + tilt * (i % w) / w - 0.3 * tilt * (i / w) / h
                    + noise * r.nextGaussian();
        }
        return new SurfaceTruth(z, w, h, 1);
    }

    @Test
    void stepsAreRecoveredWithinTheirUncertainties() throws Exception {
        double square = 0;
        int n = 0;
        for (double height : new double[] {0.5, 2}) {
            for (double tilt : new double[] {0, 3}) {
                for (int i = 0; i < 10; i++) {
                    Measurement m = RunOn.measured("topography.step", step(height, 0.35, tilt, 0.05, 77 + i).map(),
                            RunOn.EXACT_HEIGHTS).get("step height");
                    assertTrue(m.verdict().isSound(), m.pretty());
                    assertEquals(height, m.value(), 0.01);
                    square += Math.pow((m.value() - height) / m.uncertainty(), 2);
                    n++;
                }
            }
        }
        double rms = Math.sqrt(square / n);
        assertTrue(rms > 0.5 && rms < 1.4, "rms pull " + rms);
    }

    @Test
    void theCalibrationOfHeightsEntersInProportionToTheStep() throws Exception {
        var map = step(2, 0.35, 1, 0.05, 5).map();
        Measurement exact = RunOn.measured("topography.step", map, RunOn.EXACT_HEIGHTS).get("step height");
        for (double percent : new double[] {3, 12}) {
            Measurement m = RunOn.measured("topography.step", map, Map.of("heightCalibration", percent))
                    .get("step height");
            assertEquals(exact.value(), m.value());
            assertEquals(Math.hypot(exact.uncertainty(), percent / 100 * m.value()), m.uncertainty(), 1e-12);
        }
        // where nothing is stated one percent counts
        assertEquals(Math.hypot(exact.uncertainty(), 0.01 * exact.value()), RunOn.measured("topography.step", map,
                Map.of()).get("step height").uncertainty(), 1e-12);
    }

    @Test
    void levelsThatAreBentAreNotSound() throws Exception {
        for (double sag : new double[] {-1, -0.3, 0.3, 1}) {
            for (int i = 0; i < 5; i++) {
                Measurement m = RunOn.measured("topography.step", step(2, 0.3, 1, 0.02, 11 + i).bent(sag).map(),
                        Map.of()).get("step height");
                assertFalse(m.verdict().isSound(), m.pretty());
            }
        }
    }

    @Test
    void stepsCalledSoundHoldHoweverTheirLevelsAreBent() throws Exception {
        VerdictTally tally = new VerdictTally("step height");
        double[] sags = {0, -0.01, 0.01, -0.03, 0.03, 0.1, 0.3, 1};
        for (double sag : sags) {
            for (int i = 0; i < 12; i++) {
                double height = i % 2 == 0 ? 2 : 0.5;
                tally.number("sag " + sag, RunOn.measured("topography.step", step(height, 0.25 + 0.02 * i, 1, 0.05,
                        31 + i).bent(sag).map(), Map.of()).get("step height"), height);
            }
        }
        for (double sag : sags) {
            VerdictTally.Count c = tally.family("sag " + sag);
            assertEquals(0, c.beyondThree(), tally.table());
            assertTrue(c.withinTwo() * c.sound() >= c.sound() - 1.1, tally.table());
        }
        assertTrue(tally.family("sag 0.0").doubted() < 0.1, tally.table());
        assertEquals(1, tally.family("sag 0.3").doubted(), tally.table());
    }

    @Test
    void theMarginIsLeftOutOnBothSidesOfTheEdge() throws Exception {
        Random r = new Random(2);
        for (boolean down : new boolean[] {false, true}) {
            double[] z = new double[150 * 100];
            for (int i = 0; i < z.length; i++) {
                z[i] = ((down ? i / 150 : i % 150) >= 40 ? 3 : 0) + 0.01 * r.nextGaussian();
            }
            HeightField f = HeightField.of(new SurfaceTruth(z, 150, 100, 1).map());
            for (int margin : new int[] {0, 1, 5, 12}) {
                TwoLevels levels = TwoLevels.of(f, margin, Progress.none());
                assertEquals(1 - 2.0 * margin / (down ? 100 : 150), levels.used(), 1e-12, "margin " + margin);
                assertEquals(3, levels.step(), 0.01);
            }
        }
    }

    @Test
    void wavesAndWideFlanksAreNoSteps() throws Exception {
        Random r = new Random(8);
        for (double period : new double[] {60, 100, 140, 300}) {
            double[] z = new double[150 * 100];
            for (int i = 0; i < z.length; i++) {
                z[i] = Math.sin(2 * Math.PI * (i % 150 + 10) / period) + 0.02 * r.nextGaussian();
            }
            Measurement m = RunOn.measured("topography.step", new SurfaceTruth(z, 150, 100, 1).map(), Map.of())
                    .get("step height");
            assertFalse(m.verdict().isSound(), "period " + period + ": " + m.pretty());
        }
        double[] wide = new double[150 * 100];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = 2 / (1 + Math.exp((i % 150 - 60) / 5.0)) + 0.02 * r.nextGaussian();
        }
        var map = new SurfaceTruth(wide, 150, 100, 1).map();
        Measurement near = RunOn.measured("topography.step", map, Map.of()).get("step height");
        assertTrue(near.verdict().reason().contains("twice the margin"), near.pretty());
        Measurement far = RunOn.measured("topography.step", map, Map.of("margin", 35)).get("step height");
        assertTrue(far.verdict().isSound(), far.verdict().reason());
        assertEquals(2, far.value(), 2.5 * far.uncertainty());
    }

    @Test
    void levelsThatAreCutOffAreDoubted() throws Exception {
        // the upper level at 6 um, as far as the instrument reaches
        double[] z = java.util.Arrays.stream(step(2, 0.35, 0, 0.05, 3).z()).map(v -> Math.min(v, 5.98)).toArray();
        assertTrue(RunOn.measured("topography.step", new SurfaceTruth(z, 150, 100, 1).map(), Map.of())
                .get("step height").verdict().reason().contains("cut off"));
        // a step that was made by numbers is flat without it
        double[] exact = java.util.Arrays.stream(step(2, 0.35, 0, 0, 3).z()).map(v -> v > 5 ? 6 : 4).toArray();
        assertEquals(2, RunOn.measured("topography.step", new SurfaceTruth(exact, 150, 100, 1).map(), Map.of())
                .get("step height").value(), 1e-9);
    }

    @Test
    void whereThereIsNoStepNoneIsSound() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertFalse(RunOn.measured("topography.step", SurfaceTruth.random(120, 100, 1, 6, i).map(), Map.of())
                    .get("step height").verdict().isSound());
        }
    }

    @Test
    void theSpectrumHoldsTheMeanSquareAndTheWave() throws Exception {
        SurfaceTruth s = SurfaceTruth.random(256, 200, 0.5, 2, 9);
        Curve c = (Curve) RunOn.outcome("topography.spectrum", s.map(), Map.of()).extra().get(0);
        double sum = 0;
        for (int i = 1; i < c.axis().size(); i++) {
            double a = c.axis().get(i - 1);
            double b = c.axis().get(i);
            sum += Math.PI * (b - a) * (a * c.signal().get(i - 1) + b * c.signal().get(i));
        }
        assertEquals(s.sq() * s.sq(), sum, 0.12 * sum);
        // of exp(-(r / l)^2): pi l^2 exp(-(pi q l)^2)
        double ratio = 0;
        int n = 0;
        for (int i = 0; i < c.axis().size(); i++) {
            double q = c.axis().get(i);
            if (q > 0.03 && q < 0.25) {
                ratio += c.signal().get(i) / (Math.PI * 4 * Math.exp(-Math.pow(Math.PI * q * 2, 2)));
                n++;
            }
        }
        assertEquals(1, ratio / n, 0.25);
    }
}
