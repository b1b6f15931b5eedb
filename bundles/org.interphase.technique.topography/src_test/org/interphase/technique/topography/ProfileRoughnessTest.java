package org.interphase.technique.topography;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Axis;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Signal;
import org.interphase.model.unit.Unit;
import org.interphase.technique.topography.reader.AliconaReader;
import org.interphase.testkit.SharedData;
import org.interphase.testkit.topography.SurfaceTruth;
import org.junit.jupiter.api.Test;

/** Profiles whose parameters can be worked out. */
class ProfileRoughnessTest {

    private static Curve profile(int n, double step, java.util.function.DoubleUnaryOperator z) {
        double[] x = new double[n];
        double[] h = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i * step;
            h[i] = z.applyAsDouble(x[i]);
        }
        return new Curve(DatasetHeader.of("line", "height-profile", Metadata.EMPTY), Axis.of("Distance", Unit.of("um"),
                x, Direction.ASCENDING), Signal.of("Height", Unit.of("nm"), h));
    }

    @Test
    void aSineHasTheParametersOfASine() throws Exception {
        // 50 waves of 10 um and 200 nm
        var m = RunOn.measured("topography.profile", profile(5000, 0.1, x -> 7 + 200 * Math.sin(2 * Math.PI * x / 10)),
                Map.of("cutoff", 0.0));
        assertEquals(200 * 2 / Math.PI, m.get("Ra").value(), 0.06);
        assertEquals(200 / Math.sqrt(2), m.get("Rq").value(), 0.01);
        assertEquals(400, m.get("Rz").value(), 0.1);
        assertEquals(200, m.get("Rp").value(), 0.1);
        assertEquals(400, m.get("Rt").value(), 0.1);
        assertEquals(0, m.get("Rsk").value(), 1e-3);
        assertEquals(1.5, m.get("Rku").value(), 1e-3);
        assertEquals(10, m.get("RSm").value(), 1e-3);
        assertEquals(0.2 * 2 * Math.PI / 10 / Math.sqrt(2), m.get("Rdq").value(), 1e-4);
    }

    @Test
    void noiseMakesNoElements() throws Exception {
        java.util.Random r = new java.util.Random(3);
        var m = RunOn.measured("topography.profile", profile(5000, 0.1, x -> 200 * Math.sin(2 * Math.PI * x / 10)
                + 4 * r.nextGaussian()), Map.of("cutoff", 0.0));
        assertEquals(10, m.get("RSm").value(), 0.1);
    }

    @Test
    void theCutOffTakesLongWavesOut() throws Exception {
        Curve both = profile(20000, 0.1, x -> 200 * Math.sin(2 * Math.PI * x / 10) + 3000 * Math.sin(2 * Math.PI * x
                / 2000));
        assertEquals(200 / Math.sqrt(2), RunOn.measured("topography.profile", both, Map.of("cutoff", 80.0)).get("Rq")
                .value(), 3);
        // automatic: 250 um fits five times into 2000 um
        var auto = RunOn.outcome("topography.profile", both, Map.of());
        assertTrue(auto.remarks().stream().anyMatch(x -> x.text().contains("250 um")), auto.remarks().toString());
        assertFalse(RunOn.measured("topography.profile", profile(500, 0.1, x -> 3 * x + Math.sin(x)), Map.of())
                .get("Ra").verdict().isSound(), "a slope");
    }

    @Test
    void aSectionIsAsLongAsTheCutOff() throws Exception {
        // a peak of 100 nm in every 40 um, one of 200: in one of twelve sections of 80 um, or of five of 200 um
        Curve peaks = profile(10000, 0.1, x -> (x > 920 && x < 960 ? 200 : 100) * Math.exp(-Math.pow(x % 40 - 20, 2)));
        double mean = 100 * Math.sqrt(Math.PI) / 40;
        assertEquals(1300 / 12.0 - mean, RunOn.measured("topography.profile", peaks, Map.of("cutoff", 80.0)).get("Rp")
                .value(), 3);
    }

    @Test
    void unfilteredNumbersAreNoRoughness() throws Exception {
        Curve line = profile(1000, 0.1, x -> 200 * Math.sin(2 * Math.PI * x / 10));
        assertTrue(RunOn.measured("topography.profile", line, Map.of()).get("Rq").verdict().reason().contains(
                "P-parameters"));
        assertTrue(RunOn.measured("topography.profile", line, Map.of("cutoff", 0.0)).get("Rq").verdict().isSound());
    }

    @Test
    void profilesThatAreAlikeTellNoMoreThanOne() throws Exception {
        int within = 0;
        for (int i = 0; i < 20; i++) {
            // grooves along y: 160 profiles of which all are nearly one
            var map = SurfaceTruth.random(160, 60, 0.5, 2.5, 5000, 400 + i).map();
            var m = RunOn.measured("topography.profile", map, Map.of("cutoff", 0.0));
            double truth = Math.sqrt(1 - Math.sqrt(Math.PI) * 2.5 / 80);
            within += Math.abs(m.get("Rq").value() - truth) < 2 * m.get("Rq").uncertainty() ? 1 : 0;
        }
        assertTrue(within >= 17, within + " of 20");
    }

    @Test
    void theHighestOfASingleProfileScattersAsThoseOfItsSections() throws Exception {
        java.util.Random r = new java.util.Random(5);
        double[] tops = {3, 4, 5, 6, 7};
        // sections of 100 um with ranges 6 to 14
        var m = RunOn.measured("topography.profile", profile(5000, 0.1, x -> tops[(int) Math.min(4, x / 100)]
                * Math.sin(2 * Math.PI * x / 10) + 1e-6 * r.nextGaussian()), Map.of("cutoff", 0.0));
        double deviation = Math.sqrt(10);
        assertTrue(m.get("Rt").uncertainty() > deviation, m.get("Rt").pretty());
    }

    @Test
    void heightsThatAreCutOffAreDoubted() throws Exception {
        java.util.Random r = new java.util.Random(5);
        Curve whole = profile(5000, 0.1, x -> 100 * Math.sin(2 * Math.PI * x / 10) + r.nextGaussian());
        Curve cut = profile(5000, 0.1, x -> Math.min(80, 100 * Math.sin(2 * Math.PI * x / 10) + r.nextGaussian()));
        for (String name : new String[] {"Ra", "Rz", "Rt", "Rku"}) {
            assertTrue(RunOn.measured("topography.profile", whole, Map.of("cutoff", 0.0)).get(name).verdict()
                    .isSound());
            assertTrue(RunOn.measured("topography.profile", cut, Map.of("cutoff", 0.0)).get(name).verdict().reason()
                    .contains("cut off"), name);
        }
        // six points of 5000 move what is highest, and no mean
        Curve spot = profile(5000, 0.1, x -> x > 102.15 && x < 102.75 ? 120 : 100 * Math.sin(2 * Math.PI * x / 10)
                + r.nextGaussian());
        var m = RunOn.measured("topography.profile", spot, Map.of("cutoff", 0.0));
        assertTrue(m.get("Ra").verdict().isSound(), m.get("Ra").pretty());
        for (String name : new String[] {"Rp", "Rv", "Rz", "Rt"}) {
            assertTrue(m.get(name).verdict().reason().contains("cut off"), name);
        }
    }

    @Test
    void aFlatProfileHasNoRoughness() {
        Curve flat = profile(5000, 0.1, x -> 7.1);
        assertThrows(AnalysisException.class, () -> RunOn.measured("topography.profile", flat, Map.of("cutoff", 0.0)));
        assertThrows(AnalysisException.class, () -> RunOn.measured("topography.profile", flat, Map.of()));
    }

    @Test
    void rowsOfARecordedMapHaveTheirRootMeanSquare() throws Exception {
        var map = new AliconaReader().read(Source.of(SharedData.require("topography/al3d-1.al3d")), Progress.none())
                .get(0);
        assertEquals(3.91573, RunOn.measured("topography.profile", map, Map.of("cutoff", 0.0)).get("Rq").value(),
                1e-5);
    }

    @Test
    void theMeanOverRowsHoldsWithinItsUncertainty() throws Exception {
        int within = 0;
        for (int i = 0; i < 20; i++) {
            var m = RunOn.measured("topography.profile", SurfaceTruth.random(160, 160, 0.5, 2.5, 200 + i).map(),
                    Map.of("cutoff", 0.0));
            // every row about its own mean: less what the mean takes, 1.77 lengths of 80 um
            double truth = Math.sqrt(1 - Math.sqrt(Math.PI) * 2.5 / 80);
            within += Math.abs(m.get("Rq").value() - truth) < 2 * m.get("Rq").uncertainty() ? 1 : 0;
        }
        assertTrue(within >= 17, within + " of 20");
    }
}
