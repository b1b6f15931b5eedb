package org.interphase.technique.battery.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.interphase.api.AnalysisException;
import org.interphase.electro.record.CellRecord;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.unit.Quantity;
import org.interphase.testkit.battery.SweepProgram;
import org.junit.jupiter.api.Test;

class PotentialSweepsTest {

    private static PotentialSweeps sweeps(double[] t, double[] e, double[] i, Metadata m) throws AnalysisException {
        return PotentialSweeps.of(CellRecord.of(new Table(DatasetHeader.of("cv", "cv", m), List.of(
                Column.of("time", "s", t), Column.of("voltage", "V", e), Column.of("current", "A", i)))).orElseThrow());
    }

    private static PotentialSweeps sweeps(SweepProgram p) throws AnalysisException {
        return sweeps(p.time(), p.potential(), new double[p.time().length], Metadata.EMPTY);
    }

    @Test
    void everyTurnIsAVertexAndCyclesBeginInTheDirectionOfTheFirst() throws Exception {
        PotentialSweeps s = sweeps(new SweepProgram(3.0, 4.3, 2.8, 3, 1e-3, 0.002));
        assertEquals(List.of(1, -1, 1, -1, 1, -1), s.sweeps().stream().map(PotentialSweep::direction).toList());
        assertEquals(List.of(1, 1, 2, 2, 3, 3), s.sweeps().stream().map(PotentialSweep::cycle).toList());
        assertEquals(4.3, s.sweeps().get(0).end(), 1e-12);
        assertEquals(2.8, s.sweeps().get(1).end(), 1e-12);
        assertEquals(3, s.cycles());
    }

    @Test
    void theFirstHalfSweepFromTheOpenCircuitIsNotWhole() throws Exception {
        PotentialSweeps s = sweeps(new SweepProgram(3.6, 4.3, 2.8, 2, 1e-3, 0.002));
        assertEquals(List.of(false, true, true, true), s.sweeps().stream().map(PotentialSweep::whole).toList());
        assertEquals(4.3 - 3.6, s.sweeps().get(0).span(), 1e-9);
    }

    @Test
    void theRateIsThatOfPotentialOverTime() throws Exception {
        for (PotentialSweep s : sweeps(new SweepProgram(0, 0.7, -0.2, 2, 0.05, 0.001)).sweeps()) {
            assertEquals(0.05, s.rate(), 1e-9);
        }
    }

    @Test
    void theRateOfANoisyPotentialLiesWithinItsUncertainty() throws Exception {
        SweepProgram p = new SweepProgram(0, 0.7, -0.2, 1, 0.05, 0.001);
        int within = 0;
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            double[] e = Arrays.stream(p.potential()).map(v -> v + 0.002 * random.nextGaussian()).toArray();
            PotentialSweeps s = sweeps(p.time(), e, new double[e.length], Metadata.EMPTY);
            assertEquals(2, s.sweeps().size(), "noise makes no vertices");
            PotentialSweep first = s.sweeps().get(0);
            within += Math.abs(first.rate() - 0.05) < 2 * first.rateUncertainty() ? 1 : 0;
        }
        assertTrue(within >= 33, within + " of 40");
    }

    @Test
    void stepsOfAStaircaseAreNoVerticesAndAreMeasured() throws Exception {
        double[] e = new double[800];
        double[] t = new double[e.length];
        for (int k = 0; k < e.length; k++) {
            int step = k / 4;
            e[k] = step < 100 ? 0.005 * step : 0.005 * (200 - step);
            t[k] = 0.1 * k;
        }
        PotentialSweeps s = sweeps(t, e, new double[e.length], Metadata.EMPTY);
        assertEquals(2, s.sweeps().size());
        assertEquals(0.005, s.sweeps().get(0).increment(), 1e-9);
        assertEquals(0.0125, s.sweeps().get(0).rate(), 2e-4);
    }

    @Test
    void holdsBeforeAndAtAVertexBelongToNoSweep() throws Exception {
        SweepProgram p = new SweepProgram(3.0, 4.0, 3.0, 1, 1e-2, 0.002);
        double[] e = p.potential();
        List<double[]> rows = new ArrayList<>();
        double t = 0;
        for (int k = 0; k < 300; k++) {
            rows.add(new double[] {t, 3.0});
            t += 1;
        }
        for (int k = 0; k < e.length; k++) {
            rows.add(new double[] {t, e[k]});
            t += 0.2;
            for (int hold = 0; e[k] == 4.0 && hold < 200; hold++) {
                rows.add(new double[] {t, 4.0});
                t += 1;
            }
        }
        PotentialSweeps s = sweeps(rows.stream().mapToDouble(r -> r[0]).toArray(),
                rows.stream().mapToDouble(r -> r[1]).toArray(), new double[rows.size()], Metadata.EMPTY);
        assertEquals(2, s.sweeps().size());
        for (PotentialSweep w : s.sweeps()) {
            assertEquals(0.01, w.rate(), 1e-6);
            assertTrue(w.size() <= 503, w.toString());
        }
    }

    @Test
    void severalRatesOfOneFileAreToldApart() throws Exception {
        double[] t = new double[0];
        double[] e = new double[0];
        double end = 0;
        for (double rate : new double[] {0.01, 0.02, 0.05}) {
            SweepProgram p = new SweepProgram(0, 0.5, 0, 2, rate, 0.001);
            double shift = end;
            double[] more = Arrays.stream(p.time()).map(v -> v + shift).toArray();
            t = java.util.stream.DoubleStream.concat(Arrays.stream(t), Arrays.stream(more).skip(t.length > 0 ? 1 : 0))
                    .toArray();
            e = java.util.stream.DoubleStream.concat(Arrays.stream(e), Arrays.stream(p.potential())
                    .skip(e.length > 0 ? 1 : 0)).toArray();
            end = t[t.length - 1];
        }
        PotentialSweeps s = sweeps(t, e, new double[e.length], Metadata.EMPTY);
        assertEquals(3, s.rates().size());
        assertEquals(0.02, s.rates().get(1), 1e-6);
        assertEquals(12, s.sweeps().size());
    }

    @Test
    void aRateTheFileStatesOtherwiseIsSaid() throws Exception {
        SweepProgram p = new SweepProgram(0, 0.5, 0, 2, 0.02, 0.001);
        double[] none = new double[p.time().length];
        assertTrue(sweeps(p.time(), p.potential(), none, Metadata.EMPTY.with("scan rate", Quantity.of(20, "mV/s")))
                .remarks().isEmpty());
        List<Remark> said = sweeps(p.time(), p.potential(), none, Metadata.EMPTY.with("scan rate",
                Quantity.of(10, "mV/s"))).remarks();
        assertEquals("scan-rate", said.get(0).code());
    }

    @Test
    void rowsWithoutCurrentAreLeftOutAndCounted() throws Exception {
        SweepProgram p = new SweepProgram(0, 0.5, 0, 3, 0.02, 0.001);
        double[] i = new double[p.time().length];
        Arrays.fill(i, 1001, i.length, Double.NaN);
        PotentialSweeps s = sweeps(p.time(), p.potential(), i, Metadata.EMPTY);
        assertEquals(2, s.sweeps().size());
        assertEquals("rows-left-out", s.remarks().get(0).code());
        assertTrue(s.remarks().get(0).text().contains("2000 of 3001 rows"), s.remarks().get(0).text());
        assertTrue(s.remarks().get(0).text().contains("row 1002"), s.remarks().get(0).text());
    }

    @Test
    void aVertexWhoseCurrentHasTurnedIsOfTheNextSweepAlone() throws Exception {
        SweepProgram p = new SweepProgram(3, 4, 3, 1, 1e-3, 0.01);
        double[] i = new double[p.time().length];
        for (int k = 0; k < i.length; k++) {
            // the double layer is charged one way up to the row before the vertex, the other way from the vertex on
            i[k] = (k < 100 ? 2e-5 : -2e-5) + 1e-7 * (k % 2);
        }
        List<PotentialSweep> turned = sweeps(p.time(), p.potential(), i, Metadata.EMPTY).sweeps();
        assertEquals(100, turned.get(0).to());
        assertEquals(100, turned.get(1).from());
        i[100] = 2e-5;
        List<PotentialSweep> before = sweeps(p.time(), p.potential(), i, Metadata.EMPTY).sweeps();
        assertEquals(101, before.get(0).to());
        assertEquals(4, turned.get(0).end(), 1e-12);
    }

    @Test
    void aPotentialThatRestsIsNoVoltammogram() {
        double[] t = new double[100];
        double[] e = new double[100];
        for (int k = 0; k < t.length; k++) {
            t[k] = k;
            e[k] = 3.5;
        }
        assertThrows(AnalysisException.class, () -> sweeps(t, e, new double[100], Metadata.EMPTY));
    }
}
