package org.interphase.technique.battery.voltammetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.interphase.api.parameters.Range;
import org.interphase.electro.record.CellRecord;
import org.interphase.model.Column;
import org.interphase.model.Measurement;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.technique.battery.instrument.InstrumentAccuracy;
import org.interphase.technique.battery.reference.PhaseTransitions;
import org.interphase.technique.battery.segmentation.PotentialSweeps;
import org.interphase.testkit.SharedData;
import org.interphase.testkit.battery.BoundWave;
import org.interphase.testkit.battery.DiffusionWave;
import org.interphase.testkit.battery.SweepProgram;
import org.interphase.testkit.battery.VoltammogramTruth;
import org.junit.jupiter.api.Test;

class SweepPeaksTest {

    private static final SweepProgram NCM = new SweepProgram(3.0, 4.4, 3.0, 3, 1e-4, 0.001);
    private static final double FARADAY = 96485.33212;
    private static final double GAS = 8.314462618;

    private static PotentialSweeps sweeps(Table table) throws Exception {
        return PotentialSweeps.of(CellRecord.of(table).orElseThrow());
    }

    private static List<VoltammetricPeak> peaks(Table table) throws Exception {
        return SweepPeaks.of(sweeps(table), PeakSettings.automatic());
    }

    @Test
    void separationsAreFoundToOneMillivoltInEveryCycle() throws Exception {
        for (double[] truth : new double[][] {{3.843, 0.215}, {3.774, 0.107}}) {
            BoundWave wave = new BoundWave(truth[0], truth[0] - truth[1], 0.5, 0.12);
            PeakTracks tracks = PeakTracks.of(peaks(VoltammogramTruth.of(NCM, List.of(), List.of(wave))
                    .charging(2e-3, 50).leaking(1e-6, 3.5).noisy(2e-7).table("cv", 7)), 0.5);
            assertEquals(1, tracks.pairs().size());
            PeakTracks.Pair pair = tracks.pairs().get(0);
            assertEquals(3, pair.oxidation().peaks().size());
            for (int c = 0; c < 3; c++) {
                double up = pair.oxidation().peaks().get(c).position().value();
                double down = pair.reduction().peaks().get(c).position().value();
                assertEquals(truth[0], up, 0.0007);
                assertEquals(truth[1], up - down, 0.001);
                assertEquals(0.5, pair.oxidation().peaks().get(c).area().value(), 0.005);
                assertEquals(-0.5, pair.reduction().peaks().get(c).area().value(), 0.005);
                assertEquals(wave.height(1e-4), pair.oxidation().peaks().get(c).height().value(),
                        0.01 * wave.height(1e-4));
            }
        }
    }

    @Test
    void theMeanOverTheCyclesHoldsWhatIsCommonAndTheScatter() throws Exception {
        BoundWave wave = new BoundWave(3.843, 3.843 - 0.215, 0.5, 0.12);
        PeakTracks tracks = PeakTracks.of(peaks(VoltammogramTruth.of(NCM, List.of(), List.of(wave))
                .charging(2e-3, 50).noisy(2e-6).table("cv", 7)), 0.5);
        List<Measurement> all = PairReport.of(tracks, PhaseTransitions.Material.NONE, InstrumentAccuracy.NONE)
                .measurements(new TreeSet<>(List.of(1, 2, 3)));
        Measurement mean = all.stream().filter(m -> m.name().equals("separation of pair 1")).findFirst().orElseThrow();
        double[] v = all.stream().filter(m -> m.name().startsWith("pair 1 separation, cycle"))
                .mapToDouble(Measurement::value).toArray();
        double[] u = all.stream().filter(m -> m.name().startsWith("pair 1 separation, cycle"))
                .mapToDouble(Measurement::uncertainty).toArray();
        assertEquals(3, v.length);
        double middle = (v[0] + v[1] + v[2]) / 3;
        // Student, 4.303 / 1.960 for two degrees of freedom
        double scatter = 2.1953 * Math.sqrt((sq(v[0] - middle) + sq(v[1] - middle) + sq(v[2] - middle)) / 6);
        double common = Math.sqrt((sq(u[0]) + sq(u[1]) + sq(u[2])) / 3);
        assertEquals(middle, mean.value(), 1e-12);
        assertEquals(Math.hypot(common, scatter), mean.uncertainty(), 0.02 * mean.uncertainty());
        assertTrue(scatter > 0.02 * common, "the scatter is in it");
        assertEquals(0.215, mean.value(), 2 * mean.uncertainty());
        Measurement midpoint = all.stream().filter(m -> m.name().equals("midpoint of pair 1")).findFirst()
                .orElseThrow();
        assertEquals(3.7355, midpoint.value(), 2 * midpoint.uncertainty());
    }

    private static double sq(double v) {
        return v * v;
    }

    @Test
    void peaksThatOverlapComeFromTheirSum() throws Exception {
        List<BoundWave> waves = List.of(new BoundWave(3.75, 3.70, 0.5, 0.10), new BoundWave(3.88, 3.83, 0.3, 0.09));
        List<VoltammetricPeak> found = peaks(VoltammogramTruth.of(NCM, List.of(), waves).charging(2e-3, 50)
                .noisy(1e-7).table("cv", 3));
        assertEquals(12, found.size());
        for (VoltammetricPeak p : found) {
            boolean first = p.position().value() < (p.oxidation() ? 3.81 : 3.76);
            BoundWave w = waves.get(first ? 0 : 1);
            assertTrue(p.overlapped());
            assertEquals(p.oxidation() ? w.up() : w.down(), p.position().value(), 0.0008);
            assertEquals(w.charge(), Math.abs(p.area().value()), 0.01 * w.charge());
            assertTrue(p.position().verdict().isSound(), p.position().verdict().reason());
        }
    }

    @Test
    void aReversibleWaveHasTheHeightAndTheSeparationOfTheory() throws Exception {
        DiffusionWave w = new DiffusionWave(0.25, 1, 0.0707, 7e-6, 4e-6, 10, 0.5, 298.15);
        SweepProgram p = new SweepProgram(-0.2, 0.7, -0.2, 1, 0.05, 0.001);
        List<VoltammetricPeak> found = peaks(VoltammogramTruth.of(p, List.of(w), List.of()).table("cv", 1));
        assertEquals(2, found.size());
        // R. S. Nicholson, I. Shain, Anal. Chem. 36 (1964) 706: 0.4463, peak 28.5 mV behind, 57 to 59 mV apart
        double height = 0.4463 * FARADAY * 0.0707 * 4e-6 * Math.sqrt(FARADAY * 0.05 * 7e-6 / GAS / 298.15);
        VoltammetricPeak up = found.get(0);
        assertEquals(height, up.height().value(), 0.02 * height);
        assertEquals(0.2785, up.position().value(), 0.0015);
        assertEquals(0.0575, up.position().value() - found.get(1).position().value(), 0.002);
        assertFalse(up.area().verdict().isSound(), "a diffusion tail has no end");
        double[] i = w.current(p.time(), p.potential());
        double charge = 0;
        for (int k = 1; k <= 900; k++) {
            charge += (i[k] + i[k - 1]) / 2 * (p.time()[k] - p.time()[k - 1]);
        }
        assertEquals(charge, up.area().value(), 0.1 * charge);
    }

    @Test
    void aSettlingCapacitiveCurrentHasNoPeak() throws Exception {
        for (int seed = 0; seed < 10; seed++) {
            assertEquals(List.of(), peaks(VoltammogramTruth.of(new SweepProgram(0, 1, 0, 2, 0.05, 0.002), List.of(),
                    List.of()).charging(1e-3, 1500).leaking(1e-6, 0.5).noisy(2e-7).table("cv", seed)));
        }
    }

    /** An oxidation at 0.7 V while the potential rises, and one at 0.45 V while it falls. */
    private static Table stripped() {
        Table t = VoltammogramTruth.of(new SweepProgram(0, 1, 0, 2, 0.05, 0.001), List.of(), List.of())
                .noisy(1e-7).table("cv", 5);
        double[] e = t.column("voltage").orElseThrow().values();
        double[] i = t.column("current").orElseThrow().values();
        for (int k = 1; k < e.length; k++) {
            double up = Math.exp(-Math.pow((e[k] - 0.7) / 0.05, 2));
            double back = 0.6 * Math.exp(-Math.pow((e[k] - 0.45) / 0.03, 2));
            i[k] += 1e-3 * (e[k] > e[k - 1] ? up : back);
        }
        return t.with(Column.of("current", "A", i));
    }

    @Test
    void anOxidationOnTheFallingSweepIsFoundAsOneAndIsNoPartner() throws Exception {
        PeakTracks tracks = PeakTracks.of(peaks(stripped()), 0.5);
        assertEquals(List.of("oxidation 1", "oxidation on the return 1"), tracks.tracks().stream()
                .map(PeakTracks.Track::name).toList());
        assertEquals(List.of(), tracks.pairs());
        VoltammetricPeak back = tracks.tracks().get(1).peaks().get(0);
        assertEquals(0.45, back.position().value(), 0.001);
        assertEquals(0.6e-3, back.height().value(), 1e-5);
    }

    @Test
    void aStatedFootIsObeyed() throws Exception {
        BoundWave wave = new BoundWave(3.8, 3.7, 0.5, 0.12);
        Table t = VoltammogramTruth.of(NCM, List.of(), List.of(wave)).charging(2e-3, 0).table("cv", 7);
        PeakSettings s = new PeakSettings(Range.ALL, 0.05, 0.02, PeakSettings.Base.FOOT, new Range(3.1, 3.3),
                new Range(4.1, 4.3), 0);
        VoltammetricPeak p = SweepPeaks.of(sweeps(t), s).get(0);
        assertEquals(3.1, p.base().footFrom(), 0.002);
        assertEquals(3.3, p.base().footTo(), 0.002);
        assertEquals(2e-3 * 1e-4, p.base().at(3.8), 3e-9);
    }

    @Test
    void theDropOfAStatedResistanceIsTakenOffThePotential() throws Exception {
        BoundWave wave = new BoundWave(3.8, 3.7, 0.5, 0.12);
        Table t = VoltammogramTruth.of(NCM, List.of(), List.of(wave)).table("cv", 7);
        PeakSettings s = new PeakSettings(Range.ALL, 0.05, 0.02, PeakSettings.Base.AUTO, Range.ALL, Range.ALL, 20);
        VoltammetricPeak plain = peaks(t).get(0);
        VoltammetricPeak corrected = SweepPeaks.of(sweeps(t), s).get(0);
        assertEquals(20 * plain.height().value(), plain.position().value() - corrected.position().value(), 0.0008);
    }

    @Test
    void recordedFerrocyanideHasOnePairAtEveryRate() throws Exception {
        for (String rate : List.of("0010", "0020", "0040", "0060", "0080", "0100", "0125", "0150", "0200")) {
            Table t = RecordedVoltammograms.nova(SharedData.require("voltammetry/ECSA_" + rate + "mV.txt"));
            List<VoltammetricPeak> found = peaks(t);
            assertEquals(2, found.size(), rate);
            assertEquals(Double.parseDouble(rate) / 1000, found.get(0).sweep().rate(), 1e-3 * 0.2, rate);
            double separation = found.get(1).position().value() - found.get(0).position().value();
            assertTrue(separation > 0.06 && separation < 0.16, rate + ": " + separation);
        }
    }

    @Test
    void rawExtremesOfRecordedFuranAreThoseKnown() throws Exception {
        double[][] known = {{31.752e-6, -0.8822, -52.211e-6, -0.9151}, {92.109e-6, -0.8760, -161.06e-6, -0.9270}};
        String[] files = {"10mM_F2CA_1M_KOH_pH_14_10mV.txt", "10mM_F2CA_1M_KOH_pH_14_100mV.DTA"};
        for (int f = 0; f < files.length; f++) {
            Table t = RecordedVoltammograms.gamry(SharedData.require("voltammetry/" + files[f]));
            List<VoltammetricPeak> found = peaks(t);
            assertEquals(2, found.size());
            VoltammetricPeak down = found.get(0);
            VoltammetricPeak up = found.get(1);
            assertEquals(known[f][1], up.position().value(), 0.004);
            assertEquals(known[f][3], down.position().value(), 0.002);
            assertEquals(known[f][0], up.base().at(up.position().value()) + up.height().value(), 0.02 * known[f][0]);
            assertEquals(known[f][2], down.base().at(down.position().value()) + down.height().value(),
                    0.02 * -known[f][2]);
        }
    }

    @Test
    void ratiosAreOfTheReductionOverTheOxidation() throws Exception {
        Table t = VoltammogramTruth.of(NCM, List.of(), List.of(new BoundWave(3.8, 3.7, 0.5, 0.12))).noisy(1e-7)
                .table("cv", 5);
        double[] i = Arrays.stream(t.column("current").orElseThrow().values()).map(v -> v < 0 ? 0.8 * v : v).toArray();
        List<Measurement> all = PairReport.of(PeakTracks.of(peaks(t.with(Column.of("current", "A", i))), 0.5),
                PhaseTransitions.Material.NONE, InstrumentAccuracy.NONE).measurements(new TreeSet<>(List.of(1)));
        for (String name : List.of("pair 1 current ratio, cycle 1", "pair 1 charge ratio, cycle 1")) {
            Measurement m = all.stream().filter(n -> n.name().equals(name)).findFirst().orElseThrow();
            assertEquals(0.8, m.value(), 0.004, name);
            assertTrue(m.uncertainty() > 1e-6 && m.uncertainty() < 0.02, m.toString());
            assertTrue(m.verdict().isSound(), m.verdict().reason());
        }
    }

    @Test
    void theUncertaintyOfARatioHoldsBothCurrents() throws Exception {
        Table t = VoltammogramTruth.of(NCM, List.of(), List.of(new BoundWave(3.8, 3.7, 0.5, 0.12))).charging(2e-3, 50)
                .leaking(1e-4, 3.5).noisy(1e-6).table("cv", 5);
        List<Measurement> all = PairReport.of(PeakTracks.of(peaks(t), 0.5),
                PhaseTransitions.Material.NONE, InstrumentAccuracy.NONE)
                .measurements(new TreeSet<>(List.of(1)));
        double[] relative = new double[3];
        String[] names = {"oxidation 1 current, cycle 1", "reduction 1 current, cycle 1",
            "pair 1 current ratio, cycle 1"};
        for (int k = 0; k < 3; k++) {
            String name = names[k];
            Measurement m = all.stream().filter(n -> n.name().equals(name)).findFirst().orElseThrow();
            relative[k] = Math.abs(m.uncertainty() / m.value());
        }
        assertEquals(Math.hypot(relative[0], relative[1]), relative[2], 1e-9);
    }

    @Test
    void theTableTellsDirectionAndQuality() throws Exception {
        List<VoltammetricPeak> found = new ArrayList<>(peaks(stripped()));
        assertTrue(found.stream().anyMatch(VoltammetricPeak::returning), found.toString());
        VoltammetricPeak first = found.get(0);
        found.set(0, new VoltammetricPeak(first.sweep(), first.position(), first.height(),
                first.area().judged(Verdict.withheld("a test withholds it")), first.width(), first.common(),
                first.base(), first.overlapped(), first.returning()));
        Table out = PeakReportTable.of("cv", PeakTracks.of(found, 0.5), InstrumentAccuracy.NONE);
        double[] direction = out.column("direction").orElseThrow().values();
        double[] current = out.column("current").orElseThrow().values();
        double[] at = out.column("potential").orElseThrow().values();
        double[] charge = out.column("charge").orElseThrow().values();
        double[] quality = out.column("quality(charge)").orElseThrow().values();
        int withheld = 0;
        for (int k = 0; k < direction.length; k++) {
            assertEquals(Math.signum(current[k]), direction[k], "peak at " + at[k]);
            assertEquals(quality[k] == 2, Double.isNaN(charge[k]));
            withheld += quality[k] == 2 ? 1 : 0;
        }
        assertEquals(1, withheld);
        assertTrue(Double.isFinite(out.column("u(current)").orElseThrow().values()[0]));
        assertEquals("0 sound, 1 doubtful, 2 withheld", out.metadata().text("quality").orElse(""));
    }

    @Test
    void noSweepHoweverCoarseOrShortStopsTheAnalysis() throws Exception {
        for (int k = 0; k < 120; k++) {
            Random r = new Random(k);
            SweepProgram p = new SweepProgram(3.0, 3.0 + 0.2 + r.nextDouble(), 3.0, 2, 1e-4, 0.003 + 0.04
                    * r.nextDouble());
            double a = 3.1 + 0.2 * r.nextDouble();
            double width = 0.01 + 0.1 * r.nextDouble();
            List<BoundWave> waves = List.of(new BoundWave(a, a - 0.02, 0.5, width), new BoundWave(a + width * (0.6
                    + r.nextDouble()), a - 0.02 + width, 0.3, width * (0.5 + r.nextDouble())));
            for (VoltammetricPeak peak : peaks(VoltammogramTruth.of(p, List.of(), waves).noisy(Math.pow(10, -8 + 5
                    * r.nextDouble())).table("cv", k))) {
                assertTrue(Double.isFinite(peak.position().value()), "seed " + k);
            }
        }
    }
}
