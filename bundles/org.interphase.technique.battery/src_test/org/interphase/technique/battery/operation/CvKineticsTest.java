package org.interphase.technique.battery.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.electro.record.CellRecord;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.numerics.linear.StraightLine;
import org.interphase.technique.battery.segmentation.PotentialSweeps;
import org.interphase.technique.battery.voltammetry.PeakSettings;
import org.interphase.technique.battery.voltammetry.RandlesSevcik;
import org.interphase.technique.battery.voltammetry.RateTrack;
import org.interphase.technique.battery.voltammetry.RecordedVoltammograms;
import org.interphase.technique.battery.voltammetry.SweepPeaks;
import org.interphase.technique.battery.voltammetry.VoltammetricPeak;
import org.interphase.testkit.SharedData;
import org.interphase.testkit.battery.BoundWave;
import org.interphase.testkit.battery.DiffusionWave;
import org.interphase.testkit.battery.SweepProgram;
import org.interphase.testkit.battery.VoltammogramTruth;
import org.interphase.testkit.verdict.VerdictTally;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CvKineticsTest {

    private static final double[] RATES = {0.02, 0.05, 0.1, 0.2};

    private static Series series(List<? extends Dataset> members) {
        return Series.named(DatasetHeader.of("rates", "cv", Metadata.EMPTY), members);
    }

    private static Outcome run(List<? extends Dataset> members, CvKinetics.Parameters p) throws AnalysisException {
        return new CvKinetics().apply(series(members), p, Progress.none());
    }

    private static CvKinetics.Parameters defaults() {
        return Parameters.defaults(CvKinetics.Parameters.class);
    }

    private static Measurement get(Outcome o, String name) {
        return o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow(
                () -> new AssertionError(name + " is not among " + o.measurements()));
    }

    private static List<Table> reversible() {
        List<Table> out = new ArrayList<>();
        DiffusionWave w = new DiffusionWave(0.25, 1, 0.07, 7e-6, 4e-6, 10, 0.5, 298.15);
        for (double rate : RATES) {
            out.add(VoltammogramTruth.of(new SweepProgram(-0.2, 0.7, -0.2, 1, rate, 0.002), List.of(w), List.of())
                    .noisy(1e-9).table("cv " + rate, 1));
        }
        return out;
    }

    /** All that is known of the couple of {@link #reversible}. */
    private static CvKinetics.Parameters stated() {
        CvKinetics.Parameters p = Parameters.with(defaults(), "concentration", 4e-6);
        p = Parameters.with(Parameters.with(p, "concentrationUncertainty", 4e-8), "electrons", 1);
        p = Parameters.with(Parameters.with(p, "diffusion", 7e-6), "diffusionUncertainty", 7e-8);
        return Parameters.with(Parameters.with(p, "area", 0.07), "areaUncertainty", 7e-4);
    }

    private static final String AREA = "electrode area (reversible), oxidation 1";
    private static final String DIFFUSION = "diffusion coefficient (reversible), oxidation 1";

    @Test
    void everyTermOfTheUncertaintyOfAreaAndDiffusionCoefficientCounts() throws Exception {
        List<Table> tables = reversible();
        CvKinetics.Parameters none = stated();
        for (String s : List.of("concentration", "diffusion", "area", "temperature")) {
            none = Parameters.with(none, s + "Uncertainty", 0.0);
        }
        Outcome bare = run(tables, none);
        double area = Math.pow(get(bare, AREA).uncertainty() / get(bare, AREA).value(), 2);
        double d = Math.pow(get(bare, DIFFUSION).uncertainty() / get(bare, DIFFUSION).value(), 2);
        Object[][] terms = {{"concentration", 0.1 * 4e-6, 0.1, 0.2}, {"diffusion", 0.1 * 7e-6, 0.05, 0.0},
            {"area", 0.1 * 0.07, 0.0, 0.2}, {"temperature", 0.1 * 298.15, 0.05, 0.1}};
        for (Object[] t : terms) {
            Outcome o = run(tables, Parameters.with(none, t[0] + "Uncertainty", t[1]));
            assertEquals((double) t[2], Math.sqrt(Math.max(0, Math.pow(get(o, AREA).uncertainty()
                    / get(o, AREA).value(), 2) - area)), 1e-6, t[0] + " of the area");
            assertEquals((double) t[3], Math.sqrt(Math.max(0, Math.pow(get(o, DIFFUSION).uncertainty()
                    / get(o, DIFFUSION).value(), 2) - d)), 1e-6, t[0] + " of the diffusion coefficient");
        }
    }

    @Test
    void whatIsNotStatedIsDoubted() throws Exception {
        List<Table> tables = reversible();
        assertTrue(get(run(tables, stated()), AREA).verdict().isSound());
        for (String s : List.of("concentrationUncertainty", "diffusionUncertainty", "areaUncertainty", "electrons")) {
            Outcome o = run(tables, Parameters.with(stated(), s, s.equals("electrons") ? null : (Object) 0.0));
            assertEquals(s.startsWith("area"), get(o, AREA).verdict().isSound(), s);
            assertEquals(s.startsWith("diffusion"), get(o, DIFFUSION).verdict().isSound(), s);
        }
    }

    @Test
    void reversibilityThatTheRecordsCannotTellIsDoubted() throws Exception {
        List<Table> rising = new ArrayList<>();
        DiffusionWave w = new DiffusionWave(0.25, 1, 0.07, 7e-6, 4e-6, 10, 0.5, 298.15);
        DiffusionWave slow = new DiffusionWave(0.25, 1, 0.07, 7e-6, 4e-6, 0.003, 0.5, 298.15);
        List<Table> sluggish = new ArrayList<>();
        for (double rate : RATES) {
            Table whole = VoltammogramTruth.of(new SweepProgram(-0.2, 0.7, -0.2, 1, rate, 0.002), List.of(w), List.of())
                    .noisy(1e-9).table("lsv " + rate, 1);
            rising.add(new Table(whole.header(), whole.columns().stream().map(c -> Column.of(c.name(), c.unit(),
                    java.util.Arrays.copyOf(c.values(), 450))).toList()));
            sluggish.add(VoltammogramTruth.of(new SweepProgram(-0.3, 0.8, -0.3, 1, rate, 0.002), List.of(slow),
                    List.of()).noisy(1e-9).table("cv " + rate, 1));
        }
        Measurement alone = get(run(rising, stated()), DIFFUSION);
        assertTrue(alone.verdict().reason().contains("whether the couple is reversible"), alone.verdict().reason());
        assertTrue(get(run(sluggish, stated()), DIFFUSION).verdict().reason().contains("mV apart at the fastest"));
        // two electrons would bring the peaks twice as close, half of one is not to be had
        Measurement two = get(run(reversible(), Parameters.with(stated(), "electrons", 2)), DIFFUSION);
        assertTrue(two.verdict().reason().contains("28 mV"), two.verdict().reason());
        Measurement irreversible = get(run(reversible(), Parameters.with(Parameters.with(stated(), "regime",
                CvKinetics.Regime.IRREVERSIBLE), "transferUncertainty", 0.02)),
                "diffusion coefficient (irreversible), oxidation 1");
        assertTrue(irreversible.verdict().reason().contains("totally irreversible"), irreversible.verdict().reason());
    }

    @Test
    void theSeparationOfAReversibleCoupleGrowsWithTheTemperature() throws Exception {
        List<Table> hot = new ArrayList<>();
        DiffusionWave w = new DiffusionWave(0.25, 1, 0.07, 7e-6, 4e-6, 10, 0.5, 450);
        for (double rate : RATES) {
            hot.add(VoltammogramTruth.of(new SweepProgram(-0.4, 0.9, -0.4, 1, rate, 0.002), List.of(w), List.of())
                    .noisy(1e-9).table("cv " + rate, 1));
        }
        // 86 mV: 1.5 times that at 25 degC, none too many at 177 degC
        Measurement d = get(run(hot, Parameters.with(stated(), "temperature", 450 - 273.15)), DIFFUSION);
        assertTrue(d.verdict().isSound(), d.verdict().reason());
        assertFalse(get(run(hot, stated()), DIFFUSION).verdict().isSound());
        assertTrue(run(hot, stated()).remarks().stream().anyMatch(r -> r.code().equals("temperature-assumed")));
        List<Table> recorded = hot.stream().map(t -> {
            double[] celsius = new double[t.rows()];
            java.util.Arrays.fill(celsius, 450 - 273.15);
            List<Column> columns = new ArrayList<>(t.columns());
            columns.add(Column.of("temperature", "degC", celsius));
            return new Table(t.header(), columns);
        }).toList();
        assertEquals(d.value(), get(run(recorded, stated()), DIFFUSION).value(), 1e-9 * d.value());
        Outcome cold = run(recorded, Parameters.with(stated(), "temperature", 25.0));
        assertTrue(cold.remarks().stream().anyMatch(r -> r.code().equals("temperature-apart")));
        assertEquals(get(run(hot, stated()), DIFFUSION).value(), get(cold, DIFFUSION).value(), 1e-9 * d.value());
    }

    private static VoltammetricPeak peak(double height, double u, double common) {
        VoltammetricPeak.Number n = new VoltammetricPeak.Number(0.3, 0.001, Verdict.SOUND);
        return new VoltammetricPeak(null, n, new VoltammetricPeak.Number(height, u, Verdict.SOUND), n, 0.1, common,
                null, false, false);
    }

    @Test
    void theSlopeIsAsUncertainAsRatesAndFeetMakeIt() {
        double[] none = new double[2];
        for (int k = 0; k < 400; k++) {
            Random r = new Random(k);
            double foot = 0.03 * r.nextGaussian();
            List<Double> rates = new ArrayList<>();
            List<Double> off = new ArrayList<>();
            List<VoltammetricPeak> peaks = new ArrayList<>();
            for (double rate : new double[] {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2}) {
                double height = 1e-3 * Math.sqrt(rate * (1 + 0.02 * r.nextGaussian())) * (1 + foot);
                rates.add(rate);
                off.add(0.02);
                peaks.add(peak(height, 0.031 * height, 0.03 * height));
            }
            StraightLine line = new RateTrack("oxidation 1", true, rates, peaks, off).rootLaw();
            double z = Math.abs(line.slope() - 1e-3) / line.slopeSigma();
            none[0] += z < 2 ? 1 : 0;
            none[1] += z > 3 ? 1 : 0;
        }
        assertTrue(none[0] >= 0.95 * 400 && none[1] <= 0.01 * 400, none[0] + " within two, " + none[1]
                + " beyond three of 400");
        List<Double> rates = List.of(0.01, 0.1, 1.0);
        List<VoltammetricPeak> exact = rates.stream().map(v -> peak(Math.sqrt(v), 1e-6 * Math.sqrt(v), 0)).toList();
        // all points alike uncertain by 2 % of the rate, 1 % of the current
        double slope = new RateTrack("", true, rates, exact, List.of(0.02, 0.02, 0.02)).rootLaw().slopeSigma();
        List<VoltammetricPeak> blurred = rates.stream().map(v -> peak(Math.sqrt(v), 0.01 * Math.sqrt(v), 0)).toList();
        assertEquals(new RateTrack("", true, rates, blurred, List.of(0.0, 0.0, 0.0)).rootLaw().slopeSigma(), slope,
                1e-3 * slope);
    }

    @Test
    void aReversibleCoupleGivesItsAreaItsDiffusionCoefficientAndOneHalf() throws Exception {
        Outcome o = run(reversible(), stated());
        Measurement b = get(o, "b-value, oxidation 1");
        assertEquals(0.5, b.value(), 0.01);
        assertTrue(b.verdict().isSound(), b.verdict().reason());
        Measurement area = get(o, "electrode area (reversible), oxidation 1");
        assertEquals(0.07, area.value(), 2 * area.uncertainty());
        assertEquals(0.07, area.value(), 0.0021);
        Measurement d = get(o, "diffusion coefficient (reversible), oxidation 1");
        assertEquals(7e-6, d.value(), 0.5e-6);
        assertTrue(d.verdict().isSound(), d.verdict().reason());
    }

    @Test
    void anIrreversibleCoupleGivesItsAreaByItsOwnTheoryOnly() throws Exception {
        List<Table> tables = new ArrayList<>();
        DiffusionWave w = new DiffusionWave(0.0, 1, 0.07, 7e-6, 4e-6, 3e-6, 0.5, 298.15);
        for (double rate : RATES) {
            tables.add(VoltammogramTruth.of(new SweepProgram(-0.2, 1.3, -0.2, 1, rate, 0.002), List.of(w), List.of())
                    .noisy(1e-9).table("cv " + rate, 1));
        }
        CvKinetics.Parameters p = Parameters.with(defaults(), "concentration", 4e-6);
        p = Parameters.with(Parameters.with(p, "diffusion", 7e-6), "regime", CvKinetics.Regime.IRREVERSIBLE);
        String name = "electrode area (irreversible), oxidation 1";
        Measurement area = get(run(tables, p), name);
        assertEquals(0.07, area.value(), 0.003);
        assertFalse(area.verdict().isSound(), "nothing is stated");
        p = Parameters.with(Parameters.with(p, "concentrationUncertainty", 4e-8), "electrons", 1);
        p = Parameters.with(p, "diffusionUncertainty", 7e-8);
        assertTrue(get(run(tables, p), name).verdict().reason().contains("transfer"));
        Measurement known = get(run(tables, Parameters.with(p, "transferUncertainty", 0.1)), name);
        assertTrue(known.verdict().isSound(), known.verdict().reason());
        assertTrue(known.uncertainty() > 0.1 * area.value(), "a fifth of the transfer coefficient is a tenth");
    }

    @Test
    void aBoundSpeciesGrowsWithTheRateAndIsNoDiffusion() throws Exception {
        List<Table> tables = new ArrayList<>();
        for (double rate : RATES) {
            tables.add(VoltammogramTruth.of(new SweepProgram(0, 1, 0, 1, rate, 0.002), List.of(),
                    List.of(new BoundWave(0.5, 0.48, 1e-4, 0.09))).noisy(1e-9).table("cv " + rate, 1));
        }
        CvKinetics.Parameters p = Parameters.with(Parameters.with(defaults(), "concentration", 4e-6), "area", 0.07);
        Outcome o = run(tables, p);
        assertEquals(1, get(o, "b-value, oxidation 1").value(), 0.01);
        assertFalse(get(o, "diffusion coefficient (reversible), oxidation 1").verdict().isSound());
        assertEquals(100, get(o, "capacitive share at 50 mV/s").value(), 1);
    }

    /** Currents that are k1 v + k2 sqrt(v) at every potential, both bells. */
    private static Table mixed(double rate, double k1, double k2, double resistance) {
        SweepProgram p = new SweepProgram(0, 1, 0, 2, rate, 0.002);
        double[] e = p.potential();
        double[] i = new double[e.length];
        for (int k = 1; k < e.length; k++) {
            double bell = Math.exp(-Math.pow((e[k] - 0.5) / 0.15, 2));
            i[k] = (e[k] > e[k - 1] ? 1 : -1) * (k1 * rate + k2 * Math.sqrt(rate)) * bell;
        }
        double[] seen = e.clone();
        for (int k = 0; k < e.length; k++) {
            seen[k] += resistance * i[k];
        }
        return new Table(DatasetHeader.of("cv " + rate, "cv", Metadata.EMPTY), List.of(Column.of("time", "s", p.time()),
                Column.of("voltage", "V", seen), Column.of("current", "A", i)));
    }

    @Test
    void theSplitFindsThePartsThatWerePutIn() throws Exception {
        List<Table> tables = new ArrayList<>();
        for (double rate : RATES) {
            tables.add(mixed(rate, 1e-3, 2e-4, 0));
        }
        Outcome o = run(tables, defaults());
        for (double rate : RATES) {
            Measurement m = get(o, "capacitive share at " + Math.round(1000 * rate) + " mV/s");
            double truth = 100 * 1e-3 * rate / (1e-3 * rate + 2e-4 * Math.sqrt(rate));
            assertEquals(truth, m.value(), 0.5, m.name());
            assertTrue(m.verdict().isSound(), m.verdict().reason());
        }
        Outcome three = run(tables.subList(0, 3), defaults());
        assertFalse(get(three, "capacitive share at 50 mV/s").verdict().isSound(), "three rates for two parts");
    }

    private static void shares(VerdictTally tally, int size) throws Exception {
        for (int k = 0; k < size; k++) {
            Random r = new Random(k);
            int n = 4 + k % 3;
            double k2 = 2e-4;
            double[] parts = {1e-3 * Math.exp(1.5 * r.nextGaussian()), 0, 1e-3};
            String[] names = {"both parts", "diffusion alone", "surface alone"};
            for (int f = 0; f < 3; f++) {
                List<Table> tables = new ArrayList<>();
                double root = f == 2 ? 0 : k2;
                for (int q = 0; q < n; q++) {
                    double rate = 0.01 * Math.pow(2, q);
                    // every scan misses by something of its own, as bells that settle and electrodes that change do
                    double off = 1 + 0.01 * r.nextGaussian();
                    tables.add(mixed(rate, off * parts[f], off * root, 0));
                }
                Outcome o = run(tables, defaults());
                for (double rate : new double[] {0.01, 0.08}) {
                    double truth = 100 * parts[f] * rate / (parts[f] * rate + root * Math.sqrt(rate));
                    tally.number(names[f], get(o, "capacitive share at " + Math.round(1000 * rate) + " mV/s"), truth);
                }
            }
        }
        System.out.println(tally.table());
    }

    @Test
    void sharesThatAreCalledSoundAre() throws Exception {
        VerdictTally tally = new VerdictTally("capacitive shares");
        shares(tally, 20);
        assertTrue(tally.all().withinTwo() >= 0.93, tally.table());
        assertTrue(tally.all().beyondThree() <= 0.02, tally.table());
        assertTrue(tally.all().doubted() <= VerdictTally.DOUBTED, tally.table());
    }

    @Test
    @Tag("study")
    void sharesThatAreCalledSoundAreInALargeStudy() throws Exception {
        VerdictTally tally = new VerdictTally("capacitive shares");
        shares(tally, 200);
        assertTrue(tally.all().withinTwo() >= VerdictTally.WITHIN_TWO, tally.table());
        assertTrue(tally.all().beyondThree() <= VerdictTally.BEYOND_THREE, tally.table());
    }

    @Test
    void noPartIsNegative() throws Exception {
        List<Table> falling = new ArrayList<>();
        List<Table> steep = new ArrayList<>();
        for (double rate : RATES) {
            falling.add(mixed(rate, -1e-4, 2e-4, 0));
            steep.add(mixed(rate, 1e-3, -1e-4, 0));
        }
        assertEquals(0, get(run(falling, defaults()), "capacitive share at 200 mV/s").value(), 0.01);
        assertEquals(100, get(run(steep, defaults()), "capacitive share at 200 mV/s").value(), 0.01);
    }

    @Test
    void aResistanceThatMovesThePeaksIsDoubtedUntilItIsSaid() throws Exception {
        List<Table> tables = new ArrayList<>();
        for (double rate : RATES) {
            tables.add(mixed(rate, 1e-3, 2e-4, 500));
        }
        double truth = 100 * 1e-3 * 0.2 / (1e-3 * 0.2 + 2e-4 * Math.sqrt(0.2));
        Measurement raw = get(run(tables, defaults()), "capacitive share at 200 mV/s");
        assertFalse(raw.verdict().isSound());
        Measurement corrected = get(run(tables, Parameters.with(defaults(), "resistance", 500.0)),
                "capacitive share at 200 mV/s");
        assertEquals(truth, corrected.value(), 2);
        assertTrue(corrected.verdict().isSound(), corrected.verdict().reason());
    }

    @Test
    void twoRatesAreTooFew() {
        assertThrows(AnalysisException.class, () -> run(reversible().subList(0, 2), defaults()));
    }

    @Test
    void publishedPeakCurrentsGiveThePublishedAreas() {
        double[] v = {0.005, 0.010, 0.020, 0.040, 0.060, 0.080, 0.100, 0.125, 0.150, 0.200};
        double[][] microampere = {
            {1.3118, 3.4624, 6.8784, 10.5431, 13.1389, 14.8005, 16.4292, 18.1024, 19.5887, 22.1991},
            {0.7308, 3.3443, 6.4819, 10.3841, 12.9217, 14.7644, 16.4983, 18.2938, 19.9081, 22.4153}};
        double[] areas = {0.0743, 0.0770};
        for (int k = 0; k < 2; k++) {
            double[] root = new double[v.length];
            for (int i = 0; i < v.length; i++) {
                root[i] = Math.sqrt(v[i]);
            }
            StraightLine line = StraightLine.through(root, microampere[k], new double[v.length]);
            // the published areas follow with c sqrt(D) = 1e-6 mol/cm3 times the root of 7.6e-6 cm2/s
            double area = 1e-6 * line.slope() / (RandlesSevcik.reversible(1, 298) * 1e-6 * Math.sqrt(7.6e-6));
            assertEquals(areas[k], area, 2e-4);
        }
    }

    @Test
    void rawExtremesOfRecordedFuranGrowWithTheKnownPowers() throws Exception {
        String[] files = {"10mV.txt", "25mV.DTA", "50mV.DTA", "100mV.DTA"};
        double[] v = {0.01, 0.025, 0.05, 0.1};
        double[][] extremes = new double[2][4];
        List<Table> tables = new ArrayList<>();
        for (int f = 0; f < 4; f++) {
            Table t = RecordedVoltammograms.gamry(SharedData.require("voltammetry/10mM_F2CA_1M_KOH_pH_14_" + files[f]));
            tables.add(t);
            for (VoltammetricPeak p : SweepPeaks.of(PotentialSweeps.of(CellRecord.of(t).orElseThrow()),
                    PeakSettings.automatic())) {
                extremes[p.oxidation() ? 1 : 0][f] = Math.abs(p.base().at(p.position().value()) + p.height().value());
            }
        }
        double[] none = new double[4];
        assertEquals(0.490, RateTrack.powerLaw(v, extremes[0], none, none).slope(), 0.004);
        assertEquals(0.464, RateTrack.powerLaw(v, extremes[1], none, none).slope(), 0.008);
        Outcome o = run(tables, defaults());
        assertEquals(0.48, get(o, "b-value, reduction 1").value(), 0.05);
        assertEquals(0.44, get(o, "b-value, oxidation 1").value(), 0.05);
    }

    @Test
    void whatAllHeightsShareIsInTheSlopeOnce() {
        List<Double> rates = List.of(0.01, 0.1, 1.0);
        // 4 % in common and 0.1 % of each
        List<VoltammetricPeak> peaks = rates.stream().map(v -> peak(Math.sqrt(v), Math.hypot(0.04, 0.005)
                * Math.sqrt(v), 0.04 * Math.sqrt(v))).toList();
        assertEquals(0.0403, new RateTrack("", true, rates, peaks, List.of(0.0, 0.0, 0.0)).rootLaw().slopeSigma(),
                1e-3);
    }
}
