package org.interphase.technique.electrochemistry.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.Progress;
import org.interphase.model.Verdict;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.technique.electrochemistry.impedance.Weighting;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepTestTest {

    private static final double[] HERTZ = ImpedanceTruth.frequencies(1e5, 0.1, 61);
    private static final ImpedanceTruth CELL = ImpedanceTruth.of(10, new Arc(100, 1e-2, 0.9));

    private static Verdict step(double[][] z, Weighting weighting) throws Exception {
        Circuit c = Spectra.circuit("R0-p(R1,CPE1)");
        return CircuitVerdict.of(new CircuitSearch(c, ParameterTable.free(c), weighting, 0, 1, false).fit(
                Spectra.spectrum(HERTZ, z), null, Progress.none())).step();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNIT", "MODULUS"})
    void aStepIsToldWithItsPlaceAndSize(Weighting weighting) throws Exception {
        double[][] z = CELL.measured(HERTZ, 0.0005, 1);
        for (int i = 30; i < HERTZ.length; i++) {
            z[0][i] *= 1.02;
            z[1][i] *= 1.02;
        }
        Verdict v = step(z, weighting);
        assertFalse(v.isSound() || v.isWithheld(), weighting.toString());
        // the 31st of 61 frequencies between 1e5 and 0.1 Hz
        Matcher m = Pattern.compile("from 100 Hz downwards the points are off by about ([\\d.]+) %.*").matcher(
                v.reason());
        assertTrue(m.matches(), v.reason());
        assertEquals(2, Double.parseDouble(m.group(1)), 0.2);
    }

    @Test
    void noiseWithOtherWeightsThanItsOwnIsNoStep() throws Exception {
        for (int seed = 0; seed < 40; seed++) {
            assertTrue(step(CELL.measured(HERTZ, 0.01, seed), Weighting.UNIT).isSound(), "seed " + seed);
            double[][] z = CELL.measured(HERTZ, 0, seed);
            SplittableRandom r = new SplittableRandom(seed);
            for (double[] part : z) {
                for (int i = 0; i < part.length; i++) {
                    part[i] += 0.3 * r.nextGaussian();
                }
            }
            assertTrue(step(z, Weighting.MODULUS).isSound(), "seed " + seed);
        }
    }

    @Test
    void fewPointsTellNoStep() throws Exception {
        double[] few = ImpedanceTruth.frequencies(1e5, 0.1, 11);
        double[][] z = CELL.measured(few, 0.0001, 1);
        z[0][10] *= 2;
        Circuit c = Spectra.circuit("R0-p(R1,CPE1)");
        assertTrue(CircuitVerdict.of(new CircuitSearch(c, ParameterTable.free(c), Weighting.MODULUS, 0, 1, false).fit(
                Spectra.spectrum(few, z), null, Progress.none())).step().isSound());
    }
}
