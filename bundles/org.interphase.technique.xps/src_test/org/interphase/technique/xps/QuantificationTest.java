package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interphase.api.Outcome;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Series;
import org.interphase.testkit.synthetic.PeakTruth;
import org.interphase.testkit.synthetic.XpsRegionTruth;
import org.junit.jupiter.api.Test;

class QuantificationTest {

    /** A Gaussian line whose rate is the amount times the factor; counts grow with the acquisition time. */
    private static Curve region(String line, double energy, double amount, double seconds, long seed) {
        PeakTruth unit = new PeakTruth("", energy, 1.5, 1, 0);
        List<PeakTruth> peaks = amount > 0 ? List.of(new PeakTruth("p", energy, 1.5, amount * seconds / unit.area(), 0))
                : List.of();
        Curve c = XpsRegionTruth.of(line, energy - 10, 0.1, 201, 40 * seconds, amount > 0 ? 0.002 : 0, peaks, seed)
                .toCurve();
        return c.withHeader(DatasetHeader.of(line, "xps.region", Metadata.EMPTY.with("line", line)
                .with("photon energy", 1486.6, "eV").with("dwell time", seconds, "s").with("scans", 1.0)));
    }

    private static Series series(long seed, double sulfur) {
        // C 50, O 30, F 20 atomic per cent with Scofield factors 1, 2.93, 4.43; different times per region
        return Series.named(DatasetHeader.of("sample", "xps.region", Metadata.EMPTY), List.of(
                region("C 1s", 285, 50 * 20, 10, seed), region("O 1s", 532, 30 * 20 * 2.93, 5, seed + 1000),
                region("F 1s", 688, 20 * 20 * 4.43, 2, seed + 2000), region("S 2p", 165, sulfur, 10, seed + 3000)));
    }

    private static Measurement one(Outcome o, String name) {
        return o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void concentrationsAddUpAndHoldTheTruthWithinTheirUncertainty() throws Exception {
        List<Double> pulls = new ArrayList<>();
        for (long seed = 1; seed <= 40; seed++) {
            Outcome o = XpsRuns.apply("xps.quantify", series(seed, 0), Map.of("factorUncertainty", 0));
            double sum = 0;
            for (String[] t : new String[][] {{"C", "50"}, {"O", "30"}, {"F", "20"}}) {
                Measurement m = one(o, t[0] + " concentration");
                pulls.add((m.value() - Double.parseDouble(t[1])) / m.uncertainty());
                sum += m.value();
            }
            assertEquals(100, sum, 1e-9);
        }
        double rms = Math.sqrt(pulls.stream().mapToDouble(p -> p * p).average().orElseThrow());
        assertTrue(rms > 0.3 && rms < 1.3, "root mean square pull " + rms);
    }

    @Test
    void theFactorsUncertaintyReachesTheResult() throws Exception {
        double with = one(XpsRuns.apply("xps.quantify", series(3, 0), Map.of("factorUncertainty", 10)),
                "C concentration").uncertainty();
        double without = one(XpsRuns.apply("xps.quantify", series(3, 0), Map.of("factorUncertainty", 0)),
                "C concentration").uncertainty();
        // dp/p of one of three shares: 10 % times sqrt((1-p)^2 p^2 + p^2 (p2^2 + p3^2)) for p = 0.5, 0.3, 0.2
        double expected = 10 * 0.5 * Math.sqrt(0.25 + 0.09 + 0.04);
        assertEquals(expected, Math.sqrt(with * with - without * without), 0.06);
    }

    @Test
    void aRegionWhoseNameAloneSaysItsLineCountsAsWell() throws Exception {
        Series told = series(3, 0);
        Metadata m = Metadata.EMPTY.with("photon energy", 1486.6, "eV").with("dwell time", 5.0, "s").with("scans", 1.0);
        Series named = told.withMembers(told.members().stream().map(d -> (Dataset) ((Curve) d).withHeader(
                DatasetHeader.of(d.name().replace(' ', '_') + "_3", "xps.region", m))).toList());
        Outcome o = XpsRuns.apply("xps.quantify", named, Map.of());
        assertTrue(one(o, "F concentration").isDetected());
        assertTrue(o.remarks().stream().noneMatch(r -> r.text().contains("left out")), o.remarks().toString());
    }

    @Test
    void anAbsentElementIsNotDetected() throws Exception {
        int found = 0;
        for (long seed = 1; seed <= 20; seed++) {
            Measurement s = one(XpsRuns.apply("xps.quantify", series(seed, 0), Map.of()), "S concentration");
            found += s.isDetected() ? 1 : 0;
            assertTrue(s.isDetected() || s.limit() > 0);
        }
        assertEquals(0, found);
        assertTrue(one(XpsRuns.apply("xps.quantify", series(1, 300), Map.of()), "S concentration").isDetected());
    }

    @Test
    void calibrationBringsTheReferenceToItsEnergy() throws Exception {
        Outcome o = XpsRuns.apply("xps.calibrate", region("C 1s", 286.3, 5000, 100, 1), Map.of("reference", 284.8));
        assertEquals(-1.5, one(o, "energy shift").value(), 0.05);
        assertFalse(o.dataset().metadata().text("charge reference").isEmpty());
        assertTrue(o.remarks().stream().anyMatch(r -> r.code().equals("common-shift") && r.text().contains("is not in "
                + "theirs")), o.remarks().toString());
    }
}
