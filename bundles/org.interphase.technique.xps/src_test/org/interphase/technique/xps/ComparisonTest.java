package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.model.figure.Layer;
import org.interphase.testkit.synthetic.PeakTruth;
import org.interphase.testkit.synthetic.XpsRegionTruth;
import org.junit.jupiter.api.Test;

/** One region over several samples, and their energy calibration. */
class ComparisonTest {

    private static Curve region(String line, String sample, double from, double to, long seed, PeakTruth... peaks) {
        int n = (int) Math.round((to - from) / 0.1) + 1;
        Curve c = XpsRegionTruth.of(line, from, 0.1, n, 1500, 0.002, List.of(peaks), seed).toCurve();
        return c.withHeader(DatasetHeader.of(line, "xps.region", Metadata.EMPTY.with("line", line)
                .with("sample", sample).with("photon energy", 1486.6, "eV")));
    }

    private static Curve fluorine(String sample, double lifHeight, double shift, long seed) {
        List<PeakTruth> peaks = new ArrayList<>();
        peaks.add(new PeakTruth("CF2", 688.3 + shift, 1.8, 6000, 0.25));
        if (lifHeight > 0) {
            peaks.add(new PeakTruth("LiF", 685.15 + shift, 1.8, lifHeight, 0.25));
        }
        return region("F 1s", sample, 680, 694, seed, peaks.toArray(PeakTruth[]::new));
    }

    private static Curve carbon(String sample, double shift, long seed) {
        return region("C 1s", sample, 280, 296, seed, new PeakTruth("C-C", 284.8 + shift, 1.3, 5000, 0.25),
                new PeakTruth("CF2", 290.9 + shift, 1.3, 1500, 0.25));
    }

    private static Series series(Curve... all) {
        return Series.named(DatasetHeader.of("samples", "series", Metadata.EMPTY), List.of(all));
    }

    private static Measurement one(Outcome o, String name) {
        return o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    private static boolean says(Outcome o, String... words) {
        return o.remarks().stream().anyMatch(r -> List.of(words).stream().allMatch(r.text()::contains));
    }

    @Test
    void sharesOfEachSampleAndTheirDifferencesAreStated() throws Exception {
        Outcome o = XpsRuns.run("xps/compare", series(fluorine("pristine", 1200, 0, 1),
                fluorine("cycled", 6000, 0, 2), fluorine("washed", 0, 0, 3)));
        Measurement pristine = one(o, "LiF fraction (pristine)");
        Measurement cycled = one(o, "LiF fraction (cycled)");
        assertEquals(100.0 / 6, pristine.value(), 3 * pristine.uncertainty());
        assertEquals(50, cycled.value(), 3 * cycled.uncertainty());
        assertFalse(one(o, "LiF fraction (washed)").isDetected());
        assertTrue(says(o, "LiF of cycled against pristine", "differs in", "fraction by", "standard uncertainties"),
                o.remarks().toString());
        assertTrue(says(o, "LiF is found in pristine", "not in washed"), o.remarks().toString());
        assertTrue(o.remarks().stream().noneMatch(r -> r.text().contains("cycled against pristine: differs in "
                + "position")), o.remarks().toString());
    }

    @Test
    void theTableHoldsDifferencesInStandardUncertainties() throws Exception {
        Outcome o = XpsRuns.run("xps/compare", series(fluorine("a", 1200, 0, 1), fluorine("b", 6000, 0, 2)));
        Table t = (Table) o.extra().get(0);
        double[] f = t.column("LiF fraction").orElseThrow().values();
        double[] u = t.column("LiF fraction uncertainty").orElseThrow().values();
        double[] d = t.column("LiF fraction difference / sigma").orElseThrow().values();
        assertEquals(0, d[0]);
        assertEquals((f[1] - f[0]) / Math.hypot(u[0], u[1]), d[1], 1e-12);
        assertTrue(d[1] > 5, "the difference is plain: " + d[1]);
        assertEquals(2, t.rows());
    }

    @Test
    void thePictureLiftsOneSampleOverTheOther() throws Exception {
        Outcome o = XpsRuns.run("xps/compare", series(fluorine("a", 1200, 0, 1), fluorine("b", 1200, 0, 2)),
                "compare.offset=0.5");
        List<Layer.Line> lines = o.figures().get(0).panels().get(0).layers().stream()
                .filter(Layer.Line.class::isInstance).map(Layer.Line.class::cast).toList();
        assertEquals(List.of("a", "b"), lines.stream().map(Layer.Line::label).toList());
        // far from the peaks an envelope is at its lift
        assertEquals(0, lines.get(0).y()[0], 0.02);
        assertEquals(0.5, lines.get(1).y()[0], 0.02);
        assertEquals(2, o.figures().size());
    }

    @Test
    void eachSampleMovesByItsOwnReference() throws Exception {
        Series s = series(carbon("a", 0.7, 1), fluorine("a", 3000, 0.7, 2), carbon("b", -1.1, 3),
                fluorine("b", 3000, -1.1, 4));
        Outcome o = XpsRuns.apply("xps.calibrate-series", s, Map.of());
        assertEquals(-0.7, one(o, "energy shift (a)").value(), 0.05);
        assertEquals(1.1, one(o, "energy shift (b)").value(), 0.05);
        Outcome compared = XpsRuns.apply("xps.compare", o.dataset(), Map.of("line", "F 1s"));
        assertEquals(688.3, one(compared, "CF2 position (a)").value(), 0.06);
        assertEquals(688.3, one(compared, "CF2 position (b)").value(), 0.06);
    }

    @Test
    void oneShiftMovesEverythingAlike() throws Exception {
        Series s = series(carbon("a", 0.5, 1), carbon("b", 0.7, 3), fluorine("c", 3000, 0.6, 4));
        Outcome o = XpsRuns.apply("xps.calibrate-series", s, Map.of("scope", "one-shift"));
        assertEquals(-0.6, one(o, "energy shift").value(), 0.05);
        Curve moved = (Curve) ((Series) o.dataset()).members().get(2);
        assertEquals(680 + one(o, "energy shift").value(), moved.axis().min(), 1e-9);
    }

    @Test
    void aSampleWithoutReferenceIsNamedAndLeftAlone() throws Exception {
        Series s = series(carbon("a", 0.5, 1), fluorine("b", 3000, 0.6, 4));
        Outcome o = XpsRuns.apply("xps.calibrate-series", s, Map.of());
        assertEquals(680, ((Curve) ((Series) o.dataset()).members().get(1)).axis().min(), 1e-9);
        assertTrue(says(o, "No C 1s region belongs to F 1s"), o.remarks().toString());
        assertThrows(AnalysisException.class, () -> XpsRuns.apply("xps.calibrate-series",
                series(fluorine("b", 3000, 0.6, 4)), Map.of()));
    }

    @Test
    void filesOfOneSampleAreFoundByTheirNames() throws Exception {
        Curve c = carbon("", 0.5, 1);
        Curve f = fluorine("", 3000, 0.5, 2);
        c = c.withHeader(c.header().withMetadata(c.metadata().with("file", "20240228_Au_C_1s.csv")));
        f = f.withHeader(f.header().withMetadata(f.metadata().with("file", "20240228_Au_F_1s.csv")));
        Curve other = fluorine("", 3000, 0.5, 3);
        other = other.withHeader(other.header().withMetadata(other.metadata().with("file", "20240229_Pt_F_1s.csv")));
        Outcome o = XpsRuns.apply("xps.calibrate-series", series(c, f, other), Map.of());
        Series moved = (Series) o.dataset();
        assertEquals(679.5, ((Curve) moved.members().get(1)).axis().min(), 0.05);
        assertEquals(680, ((Curve) moved.members().get(2)).axis().min(), 1e-9);
    }
}
