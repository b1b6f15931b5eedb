package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.interphase.api.Outcome;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Series;
import org.interphase.testkit.photoelectron.LineTruth;
import org.interphase.testkit.photoelectron.RegionFamilies;
import org.interphase.testkit.photoelectron.RegionTruth;
import org.interphase.testkit.verdict.VerdictTally;
import org.junit.jupiter.api.Test;

/** Concentrations called sound are true, though factors are not exact and regions not as one would have them. */
class QuantificationVerdictsTest {

    /** Element, line, energy, atomic per cent, sensitivity factor for aluminium. */
    private static final Object[][] ELEMENTS = {{"C", "C 1s", 285.0, 50.0, 1.0}, {"O", "O 1s", 532.0, 30.0, 2.93},
            {"F", "F 1s", 688.0, 20.0, 4.43}, {"N", "N 1s", 400.0, 0.0, 1.8}};
    private static final double COUNTS = 150;

    private static Series series(String family, long seed) {
        Random factors = new Random(seed);
        List<Curve> all = new ArrayList<>();
        for (Object[] e : ELEMENTS) {
            double energy = (double) e[2];
            // factors are known to 5 %
            double area = COUNTS * (double) e[3] * (double) e[4] * (1 + 0.05 * factors.nextGaussian());
            LineTruth line = LineTruth.of("line", energy, 1.5, Math.max(area, 1e-6));
            RegionTruth base = RegionTruth.of((String) e[1], energy - 9, energy + 9, 0.1, 900, List.of(line));
            RegionTruth broken = RegionFamilies.of(base, new LineTruth("other", energy + 2, 1.5, area / 10 + 1e-6,
                    0.3, 0)).get(family);
            all.add(broken.curve(seed + all.size() * 1000L));
        }
        return Series.named(DatasetHeader.of("sample", "series", Metadata.EMPTY), all);
    }

    private static VerdictTally tally(int seeds) throws Exception {
        VerdictTally t = new VerdictTally("xps/quantify");
        for (String family : List.of("model 1", "low counts 1", "high counts 1", "Lorentzian lines 1", "slope 1",
                "slope 2", "slope 3", "step of other origin 1", "step of other origin 2", "neighbour at the edge 1",
                "neighbour at the edge 2", "satellite 1", "charging 2")) {
            String name = family.substring(0, family.lastIndexOf(' '));
            for (long seed = 1; seed <= seeds; seed++) {
                Outcome o = XpsRuns.apply("xps.quantify", series(family, seed), Map.of("states", false));
                for (Object[] e : ELEMENTS) {
                    Measurement m = o.measurements().stream().filter(x -> x.name().equals(e[0] + " concentration"))
                            .findFirst().orElseThrow();
                    assertTrue(!(m.limit() > 100), m.toString());
                    if ((double) e[3] > 0) {
                        t.number(name, m, (double) e[3]);
                    } else {
                        t.absent(name, m.isDetected() && m.verdict().isSound());
                    }
                }
            }
        }
        return t;
    }

    @Test
    void soundConcentrationsAreTrue() throws Exception {
        VerdictTally t = tally(12);
        assertTrue(t.all().withinTwo() >= 0.94, t.table());
        assertTrue(t.all().beyondThree() <= 0.02, t.table());
        assertTrue(t.all().falselyPresent() <= 0.02, t.table());
        assertTrue(t.family(RegionFamilies.MODEL).doubted() <= VerdictTally.DOUBTED, t.table());
    }
}
