package org.interphase.technique.electrochemistry.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.technique.electrochemistry.impedance.Weighting;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulated measurements: (fitted - true) / uncertainty must have unit width for every parameter. */
class PullsTest {

    private static final double[] HERTZ = ImpedanceTruth.frequencies(1e6, 1e-2, 60);
    private static final ImpedanceTruth CELL = ImpedanceTruth.of(10, new Arc(40, 1e-4, 0.85), new Arc(80, 0.1, 0.9));
    private static final double[] TRUTH = {10, 40, CELL.arcs().get(0).q(), 0.85, 80, CELL.arcs().get(1).q(), 0.9};

    @ParameterizedTest
    @ValueSource(doubles = {0.0005, 0.005, 0.02})
    void uncertaintiesAreCalibrated(double noise) throws AnalysisException {
        pulls(noise, 400, 0.15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0005, 0.005, 0.02})
    @Tag("study")
    void uncertaintiesAreCalibratedToAFewPercent(double noise) throws AnalysisException {
        pulls(noise, 10_000, 0.04);
    }

    private static void pulls(double noise, int trials, double tolerance) throws AnalysisException {
        Circuit circuit = Spectra.circuit("R0-p(R1,CPE1)-p(R2,CPE2)");
        CircuitSearch search = new CircuitSearch(circuit, ParameterTable.free(circuit), Weighting.MODULUS, 0, 1, false);
        double[] sum = new double[TRUTH.length];
        double[] square = new double[TRUTH.length];
        for (int t = 0; t < trials; t++) {
            CircuitFit f = search.fit(Spectra.spectrum(HERTZ, CELL.measured(HERTZ, noise, 1000 + t)), null,
                    Progress.none());
            for (int k = 0; k < TRUTH.length; k++) {
                double pull = (f.p()[k] - TRUTH[k]) / f.uncertainty().of(k);
                sum[k] += pull;
                square[k] += pull * pull;
            }
        }
        for (int k = 0; k < TRUTH.length; k++) {
            double mean = sum[k] / trials;
            double width = Math.sqrt(square[k] / trials - mean * mean);
            assertEquals(1, width, tolerance, circuit.parameters().get(k).name() + " at noise " + noise);
            assertTrue(Math.abs(mean) < 4 / Math.sqrt(trials) + 15 * noise, circuit.parameters().get(k).name() + " is "
                    + "biased by " + mean);
        }
    }
}
