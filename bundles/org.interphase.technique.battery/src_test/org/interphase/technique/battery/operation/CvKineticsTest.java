package org.interphase.technique.battery.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
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

    @Test
    void aReversibleCoupleGivesItsAreaItsDiffusionCoefficientAndOneHalf() throws Exception {
        CvKinetics.Parameters p = Parameters.with(defaults(), "concentration", 4e-6);
        p = Parameters.with(Parameters.with(p, "diffusion", 7e-6), "area", 0.07);
        Outcome o = run(reversible(), p);
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
        assertEquals(0.07, get(run(tables, p), "electrode area (irreversible), oxidation 1").value(), 0.003);
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
}
