package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.Outcome;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.testkit.synthetic.PeakTruth;
import org.interphase.testkit.synthetic.XpsRegionTruth;
import org.junit.jupiter.api.Test;

/** What the regions of one measurement say about each other. */
class CrossRegionTest {

    private static final double SECONDS = 20;

    /** A line of an amount of atoms with a sensitivity factor, FWHM 1.6 eV. */
    private static PeakTruth line(double energy, double atoms, double factor) {
        PeakTruth unit = new PeakTruth("", energy, 1.6, 1, 0.25);
        return new PeakTruth("p", energy, 1.6, atoms * factor * SECONDS / unit.area(), 0.25);
    }

    private static Curve region(String name, double from, int points, List<PeakTruth> peaks, long seed) {
        List<PeakTruth> there = peaks.stream().filter(p -> p.height() > 0).toList();
        Curve c = XpsRegionTruth.of(name, from, 0.1, points, 60 * SECONDS, 0.002, there, seed).toCurve();
        return c.withHeader(DatasetHeader.of(name, "xps.region", Metadata.EMPTY.with("line", name)
                .with("photon energy", 1486.6, "eV").with("dwell time", SECONDS, "s").with("scans", 1.0)));
    }

    private static Series sample(double cf2Fluorine, double cf2Carbon, double lif, double lithium) {
        List<Curve> all = new ArrayList<>();
        all.add(region("F 1s", 680, 141, List.of(line(688.2, cf2Fluorine, 4.43), line(685.1, lif, 4.43)), 3));
        all.add(region("C 1s", 281, 131, List.of(line(284.8, 900, 1), line(286.4, 300, 1), line(290.9, cf2Carbon, 1)),
                5));
        if (lithium >= 0) {
            all.add(region("Li 1s", 50, 121, List.of(line(55.9, lithium, 0.0568)), 7));
        }
        return Series.named(DatasetHeader.of("sample", "series", Metadata.EMPTY), all);
    }

    private static List<Remark> remarks(Series s, String about) throws Exception {
        Outcome o = XpsRuns.run("xps/quantify", s);
        return o.remarks().stream().filter(r -> r.component().equals(about)).toList();
    }

    private static void expect(Series s, String about, Remark.Level level, String words) throws Exception {
        List<Remark> r = remarks(s, about);
        assertEquals(1, r.size(), r.toString());
        assertEquals(level, r.get(0).level(), r.toString());
        assertTrue(r.get(0).text().contains(words), r.toString());
    }

    @Test
    void fluorineAndCarbonOfPvdfAgree() throws Exception {
        expect(sample(600, 300, 0, -1), "CF2", Remark.Level.INFO, "plausible");
    }

    @Test
    void fluorineWithoutCarbonPartnerIsRemarkedOn() throws Exception {
        expect(sample(600, 0, 0, -1), "CF2", Remark.Level.WARNING, "C 1s shows none near 291 eV");
    }

    @Test
    void moreFluorineThanTheCarbonHoldsIsRemarkedOn() throws Exception {
        expect(sample(600, 110, 0, -1), "CF2", Remark.Level.WARNING, "more fluorine than CF2 explains");
    }

    @Test
    void lessFluorineThanTheCarbonNeedsIsRemarkedOn() throws Exception {
        expect(sample(300, 400, 0, -1), "CF2", Remark.Level.WARNING, "less fluorine than CF2 needs");
    }

    @Test
    void lithiumFluorideNeedsLithium() throws Exception {
        expect(sample(300, 150, 600, 600), "LiF", Remark.Level.INFO, "enough lithium");
        expect(sample(300, 150, 600, 0), "LiF", Remark.Level.WARNING, "needs as much lithium");
        expect(sample(300, 150, 600, -1), "LiF", Remark.Level.INFO, "no Li 1s region");
    }

    @Test
    void aWeakLithiumRegionRefutesNothing() throws Exception {
        expect(sample(900, 450, 25, 25), "LiF", Remark.Level.INFO, "too noisy");
    }

    @Test
    void theComparisonLeavesTheConcentrationsAlone() throws Exception {
        Series s = sample(600, 0, 300, 0);
        Outcome with = XpsRuns.run("xps/quantify", s);
        Outcome without = XpsRuns.run("xps/quantify", s, "quantify.states=false");
        assertEquals(with.measurements(), without.measurements());
        assertFalse(with.remarks().equals(without.remarks()));
    }
}
