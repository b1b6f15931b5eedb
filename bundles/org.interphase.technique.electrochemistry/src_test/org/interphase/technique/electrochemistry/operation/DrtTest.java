package org.interphase.technique.electrochemistry.operation;

import static org.interphase.technique.electrochemistry.impedance.Spectra.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.List;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Table;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrtTest {

    private static final double[] HERTZ = ImpedanceTruth.frequencies(1e6, 1e-2, 81);

    private static Outcome drt(Table t, String... settings) throws Exception {
        EisDrt.Parameters p = Parameters.defaults(EisDrt.Parameters.class);
        for (int i = 0; i < settings.length; i += 2) {
            p = Parameters.with(p, settings[i], settings[i + 1]);
        }
        return new EisDrt().apply(t, p, Progress.none());
    }

    @ParameterizedTest
    @CsvSource({"gcv, piecewise-linear, 1", "gcv, piecewise-linear, 2", "gcv, gaussian, 1", "l-curve, gaussian, 2",
        "l-curve, piecewise-linear, 1"})
    void oneArcIsOnePeakOfItsResistance(String choice, String basis, String order) throws Exception {
        Outcome o = drt(Spectra.recorded("1ZARC.csv"), "choice", choice, "basis", basis, "order", order);
        assertEquals(1, value(o, "peaks"));
        assertEquals(50, value(o, "polarisation resistance"), 1);
        assertEquals(50, value(o, "peak 1 resistance"), 1);
        assertEquals(0.1, value(o, "peak 1 time constant"), 0.015);
        assertEquals(10, value(o, "R_inf"), 0.5);
        assertEquals(5e-6, value(o, "L"), 1e-7);
    }

    @ParameterizedTest
    @CsvSource({"gcv, piecewise-linear, 1", "gcv, piecewise-linear, 2", "gcv, gaussian, 1", "l-curve, gaussian, 2"})
    void twoArcsAreTwoPeaks(String choice, String basis, String order) throws Exception {
        Outcome o = drt(Spectra.recorded("2ZARC3.csv"), "choice", choice, "basis", basis, "order", order);
        assertEquals(2, value(o, "peaks"));
        assertEquals(50, value(o, "peak 1 resistance"), 1);
        assertEquals(50, value(o, "peak 2 resistance"), 1);
        assertEquals(1e-4, value(o, "peak 1 time constant"), 1.5e-5);
        assertEquals(0.1, value(o, "peak 2 time constant"), 0.015);
    }

    @Test
    void withoutNoiseTheAnalyticDistributionComesOut() throws Exception {
        Arc arc = new Arc(50, 0.1, 0.8);
        ImpedanceTruth truth = ImpedanceTruth.of(10, arc);
        assertEquals(24.4914, arc.gamma(0.1), 1e-3);
        Table t = Spectra.table("zarc", HERTZ, truth.measured(HERTZ, 0, 1));
        Outcome o = drt(t, "choice", "fixed", "lambda", "1e-8", "weighting", "unit");
        assertEquals(24.4914, value(o, "peak 1 maximum"), 0.25);
        Table out = (Table) o.extra().get(0);
        double[] tau = out.column("time constant").orElseThrow().values();
        double[] gamma = out.column("gamma").orElseThrow().values();
        for (int k = 0; k < tau.length; k++) {
            if (tau[k] > 1e-4 && tau[k] < 10) {
                assertEquals(arc.gamma(tau[k]), gamma[k], 0.4, "at " + tau[k] + " s");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void peakResistancesLieWithinTheirUncertainties(long seed) throws Exception {
        ImpedanceTruth truth = ImpedanceTruth.of(10, new Arc(30, 1e-4, 0.9), new Arc(60, 0.05, 0.9));
        Outcome o = drt(Spectra.table("cell", HERTZ, truth.measured(HERTZ, 0.003, seed)), "weighting", "modulus");
        assertEquals(2, value(o, "peaks"));
        assertEquals(30, value(o, "peak 1 resistance"), 0.9);
        assertEquals(60, value(o, "peak 2 resistance"), 1.8);
    }

    /** Two arcs, 3.7 and 2.3 decades apart. */
    private static final List<ImpedanceTruth> TWO_ARCS = List.of(
            ImpedanceTruth.of(10, new Arc(40, 1e-4, 0.85), new Arc(80, 0.5, 0.9)),
            ImpedanceTruth.of(10, new Arc(40, 1e-4, 0.8), new Arc(80, 0.02, 0.8)));

    /** Least and largest root mean square of the pulls: of the two resistances, and of the polarisation resistance. */
    private static final double[][] PULLS = {{0.6, 1.15}, {0.45, 1}, {0.35, 0.75}};
    private static final double OPEN = 0.08;

    private static void coverage(int trials, double noise, double allowedToMiss) throws Exception {
        for (ImpedanceTruth cell : TWO_ARCS) {
            int found = 0;
            int open = 0;
            double[] square = new double[3];
            for (int seed = 0; seed < trials; seed++) {
                Outcome o = drt(Spectra.table("cell", HERTZ, cell.measured(HERTZ, noise, seed)), "weighting",
                        "modulus", "accuracy", "0");
                if (value(o, "peaks") == 2) {
                    found++;
                    double[] pulls = {pull(o, "peak 1 resistance", 40), pull(o, "peak 2 resistance", 80),
                        pull(o, "polarisation resistance", 120)};
                    if (Double.isNaN(pulls[0] + pulls[1] + pulls[2])) {
                        open++;
                        continue;
                    }
                    for (int k = 0; k < 3; k++) {
                        square[k] += pulls[k] * pulls[k];
                    }
                }
            }
            assertTrue(found >= (1 - allowedToMiss) * trials, found + " of " + trials + " with two peaks");
            // quoted cautiously: the distance to another description of the spectrum is part of each
            for (int k = 0; k < 3; k++) {
                double rms = Math.sqrt(square[k] / (found - open));
                assertTrue(rms > PULLS[k][0] && rms < PULLS[k][1], k + ", noise " + noise + ": " + rms);
            }
            assertTrue(open <= OPEN * trials, open + " of " + trials + " with an uncertainty that nothing tells");
        }
    }

    private static double pull(Outcome o, String name, double truth) {
        return (value(o, name) - truth) / Spectra.uncertainty(o, name);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.005, 0.02})
    void arcsAreFoundAndTheirResistancesCoveredByTheirUncertainties(double noise) throws Exception {
        coverage(40, noise, 0.03);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.002, 0.005, 0.02})
    @Tag("study")
    void arcsAreFoundInNearlyAllSpectra(double noise) throws Exception {
        coverage(1000, noise, noise > 0.01 ? 0.02 : 0.01);
    }

    @Test
    void aBlockingTailGoesIntoTheSeriesCapacitance() throws Exception {
        ImpedanceTruth truth = ImpedanceTruth.of(10, new Arc(50, 1e-3, 0.95)).withTail(1 / 0.05, 1);
        Outcome o = drt(Spectra.table("blocking", HERTZ, truth.measured(HERTZ, 0.002, 1)));
        assertEquals(0.05, value(o, "C"), 0.005);
        assertEquals(50, value(o, "peak 1 resistance"), 2);
    }

    @Test
    void aSpectrumThatStillRisesKeepsItsResolvedArcAndSaysWhatWasNotMeasured() throws Exception {
        // the arc of the same spectrum in a circuit fit with three arcs: 0.0181 ohm, 0.14 s
        Outcome o = drt(Spectra.recorded("LIB_data.txt"));
        assertEquals(0.145, value(o, "peak 1 time constant"), 0.03);
        // the distribution has a part of the rise in its peak, and nothing tells how much: the number is doubtful
        assertEquals(0.0181, value(o, "peak 1 resistance"), 0.004);
        assertTrue(Double.isNaN(Spectra.uncertainty(o, "peak 1 resistance")));
        assertTrue(value(o, "lambda") > 1e-7, "hardly smoothed");
        assertTrue(o.remarks().stream().anyMatch(r -> r.text().contains("still rises")));
    }

    @Test
    void theDistributionIsNeverNegative() throws Exception {
        Table out = (Table) drt(Spectra.recorded("LIB_data.txt")).extra().get(0);
        assertTrue(out.column("gamma").orElseThrow().min() >= 0);
    }
}
