package org.interphase.technique.battery.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.model.Measurement;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.technique.battery.cycle.DifferentialCurve;
import org.interphase.technique.battery.cycle.DifferentialPeaks;
import org.interphase.technique.battery.cycle.VoltageCurve;
import org.interphase.technique.battery.segmentation.Rows;
import org.interphase.testkit.battery.CyclingTruth;
import org.interphase.testkit.battery.CyclingTruth.Fade;
import org.interphase.testkit.battery.SyntheticCycler.Logging;
import org.junit.jupiter.api.Test;

/** Profiles, differential capacity and rates. */
class CurvesTest {

    /** Charge stored in two steps at 3.45 and 3.85 V and evenly between 3 and 4.2 V. */
    private static VoltageCurve twoSteps(int n, double noise) {
        Random random = new Random(2);
        double[] q = new double[n];
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            double x = 3 + 1.2 * i / (n - 1);
            q[i] = 1e-3 * ((x - 3) / 1.2 + 1 / (1 + Math.exp(-(x - 3.45) / 0.01)) + 2
                    / (1 + Math.exp(-(x - 3.85) / 0.015)));
            v[i] = x + noise * random.nextGaussian();
        }
        double first = q[0];
        for (int i = 0; i < n; i++) {
            q[i] -= first;
        }
        return new VoltageCurve(q, v, q);
    }

    @Test
    void theAreaUnderTheCurveIsTheChargeHoweverItIsSmoothed() {
        for (double noise : new double[] {0, 1e-3, 5e-3}) {
            VoltageCurve c = twoSteps(3000, noise);
            double charge = c.charge()[2999];
            for (double smoothing : new double[] {0, 1e-3, 2e-2}) {
                DifferentialCurve d = DifferentialCurve.of(c, 2e-3, smoothing);
                double area = 0;
                for (double y : d.capacity()) {
                    area += y * d.width();
                }
                assertEquals(charge, area, 1e-12);
                assertEquals(charge, d.charge(), 1e-12);
            }
        }
    }

    @Test
    void peaksStandWhereTheChargeIsStored() {
        DifferentialPeaks p = DifferentialPeaks.of(twoSteps(3000, 1e-4), Double.NaN, Double.NaN);
        assertEquals(2, p.peaks().size());
        assertEquals(3.45, p.peaks().get(0).position(), 1e-3);
        assertEquals(3.85, p.peaks().get(1).position(), 1e-3);
        double truth = 1e-3 * (1 / 1.2 + 2 / (4 * 0.015));
        assertEquals(truth, p.peaks().get(1).height(), 3 * p.peaks().get(1).heightU());
        assertTrue(p.peaks().get(1).heightU() < 0.1 * truth);
        for (DifferentialPeaks.Peak k : p.peaks()) {
            assertTrue(k.positionU() < 2e-3);
            assertTrue(k.verdict().isSound(), k.verdict().reason());
        }
    }

    @Test
    void theAreaHoldsTheAccuracyOfTheCurrent() throws Exception {
        CyclingTruth truth = CyclingTruth.cycles(CyclingTruth.cell(0), Logging.every(20), 2, 0.5, Fade.linear(0));
        Outcome o = Runs.run(new DifferentialCapacity(), truth.table(), "record.accuracy", "2");
        Measurement area = Runs.of(o, "area under dQ/dV at discharge of cycle 1");
        assertEquals(0.02 * area.value(), area.uncertainty(), 1e-3 * area.value());
        Outcome exact = Runs.run(new DifferentialCapacity(), truth.table(), "record.accuracy", "0");
        for (Measurement m : o.measurements()) {
            if (m.name().startsWith("height")) {
                assertEquals(Math.hypot(Runs.of(exact, m.name()).uncertainty(), 0.02 * m.value()), m.uncertainty(),
                        1e-6 * m.value());
            }
        }
    }

    @Test
    void aPeakNoHigherThanItsUncertaintyIsDoubtful() {
        assertFalse(new DifferentialPeaks.Peak(0.1, 0.01, 18, 31, Verdict.SOUND).verdict().isSound());
        assertFalse(new DifferentialPeaks.Peak(0.1, 0.01, 18, 9.1, Verdict.SOUND).verdict().isSound());
        assertTrue(new DifferentialPeaks.Peak(0.1, 0.01, 18, 8.9, Verdict.SOUND).verdict().isSound());
        assertFalse(new DifferentialPeaks.Peak(0.1, 0.01, 18, Double.NaN, Verdict.SOUND).verdict().isSound());
    }

    @Test
    void theInverseIsTheSlopeOfTheVoltage() {
        VoltageCurve c = twoSteps(5000, 0);
        double[][] inverse = DifferentialCurve.inverse(c, 100);
        double sum = 0;
        for (double s : inverse[1]) {
            sum += s * c.charge()[4999] / 100;
        }
        assertEquals(1.2, sum, 1e-9);
    }

    @Test
    void aVoltageThatGoesBackAndForthIsLeftOutAndNamed() {
        Random random = new Random(4);
        Rows rows = new Rows().rest(20, 60, 3);
        rows.step(400, 10, f -> 1, f -> 3.5 + 0.1 * f + 0.05 * Math.sin(40 * f) + 1e-4 * random.nextGaussian())
                .rest(20, 60, 3.5);
        AnalysisException e = assertThrows(AnalysisException.class, () -> Runs.run(new DifferentialCapacity(),
                rows.table()));
        assertTrue(e.getMessage().contains("backwards"), e.getMessage());
    }

    @Test
    void theAreaOfARecordIsTheChargeOfItsStep() throws Exception {
        CyclingTruth truth = CyclingTruth.cycles(CyclingTruth.cell(0), Logging.every(20), 2, 0.5, Fade.linear(0));
        Outcome o = Runs.run(new DifferentialCapacity(), truth.table());
        double discharge = truth.halves().get(1).charge();
        assertEquals(1000 * discharge, Runs.of(o, "area under dQ/dV at discharge of cycle 1").value(), 1e-4 * 3);
        assertTrue(o.remarks().stream().anyMatch(r -> r.code().equals("smoothing")));
        assertEquals(2, o.figures().size());
    }

    @Test
    void profilesEndAtTheCapacityOfTheirHalfCycle() throws Exception {
        CyclingTruth truth = CyclingTruth.cycles(CyclingTruth.cell(0), Logging.every(30), 3, 1, Fade.linear(0));
        Outcome o = Runs.run(new VoltageProfiles(), truth.table(), "cycles", "2");
        Table t = (Table) o.extra().get(0);
        double most = 0;
        for (int i = 0; i < t.rows(); i++) {
            most = Math.max(most, t.column("direction").orElseThrow().get(i) > 0
                    ? t.column("capacity").orElseThrow().get(i) : 0);
        }
        assertEquals(1000 * truth.halves().get(2).charge(), most, 3e-4);
        double up = truth.halves().get(2).energy() / truth.halves().get(2).charge();
        double down = truth.halves().get(3).energy() / truth.halves().get(3).charge();
        assertEquals(1000 * (up - down), Runs.of(o, "polarisation of cycle 2").value(), 1);
        assertThrows(AnalysisException.class, () -> Runs.run(new VoltageProfiles(), truth.table(), "cycles", "9"));
        assertThrows(AnalysisException.class, () -> Runs.run(new VoltageProfiles(), truth.table(), "cycles", "first"));
    }

    @Test
    void ratesAreNamedAndTheirCapacitiesTrue() throws Exception {
        CyclingTruth truth = CyclingTruth.rates(CyclingTruth.cell(0), Logging.every(20), 3, 0.1, 0.5, 1, 2, 0.1);
        Outcome o = Runs.run(new RateCapability(), truth.table(), "nominal", "3");
        double[] d = truth.charges(-1);
        String[] names = {"C/10", "0.5C", "1C", "2C"};
        for (int g = 0; g < 4; g++) {
            double mean = (d[3 * g] + d[3 * g + 1] + d[3 * g + 2]) / 3;
            assertEquals(1000 * mean, Runs.of(o, "discharge capacity at " + names[g]).value(), 1e-3);
        }
        double last = (d[12] + d[13] + d[14]) / (d[0] + d[1] + d[2]);
        assertEquals(100 * last, Runs.of(o, "recovered discharge capacity at C/10").value(), 0.05);
        Measurement share = Runs.of(o, "discharge capacity at 2C against C/10");
        assertEquals(100 * (d[9] + d[10] + d[11]) / (d[0] + d[1] + d[2]), share.value(), 0.05);
    }

    @Test
    void aNominalCapacityThatIsNotStatedIsEstimatedAndSaidSo() throws Exception {
        CyclingTruth truth = CyclingTruth.rates(CyclingTruth.cell(0), Logging.every(60), 2, 0.2, 1);
        Outcome o = Runs.run(new RateCapability(), truth.table());
        assertTrue(o.remarks().stream().anyMatch(r -> r.code().equals("nominal-estimated")));
    }
}
