package org.interphase.technique.battery.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.interphase.api.AnalysisException;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.SignSource;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;

/** Steps from current, voltage and time. */
class StepsTest {

    @Test
    void stepsTileTheRecord() throws Exception {
        CellSegmentation s = new Rows().rest(11, 60, 3).cycle(1).cycle(1).segment();
        assertEquals("R C+ R C- R C+ R C- R", Rows.types(s));
        int row = 0;
        for (CellStep c : s.steps()) {
            assertEquals(row, c.from());
            row = c.to();
        }
        assertEquals(s.record().rows(), row);
        assertEquals(1, s.steps().get(1).charge().integral(), 1e-12);
        assertEquals(3.6, s.steps().get(1).charge().energy(), 1e-9);
        assertEquals(3, s.steps().get(1).before());
        assertEquals(3.1, s.steps().get(1).first());
        assertEquals(4.1, s.steps().get(1).last());
    }

    @Test
    void aTaperAtHeldVoltageIsOneStepHoweverDenselyItIsLogged() throws Exception {
        for (int n : new int[] {8, 40, 2000}) {
            CellSegmentation s = new Rows().rest(5, 10, 3).constant(100, 36, 1, 3.2, 4.2)
                    .held(n, 3600.0 / n, 1, 0.05, 4.2).rest(20, 60, 4.15).segment();
            assertEquals("R C+ V+ R", Rows.types(s), n + " rows");
        }
    }

    @Test
    void aTaperWithNoisyCurrentIsOneStep() throws Exception {
        Random random = new Random(3);
        Rows rows = new Rows().rest(5, 10, 3).constant(100, 36, 1, 3.2, 4.2).held(300, 10, 1, 0.02, 4.2)
                .rest(20, 60, 4.15);
        rows.rows.forEach(r -> {
            r[2] += 0.002 * random.nextGaussian() * (r[2] == 0 ? 0.01 : 1);
            r[1] += 3e-4 * random.nextGaussian();
        });
        assertEquals("R C+ V+ R", Rows.types(rows.segment()));
    }

    @Test
    void twoLevelsOfCurrentAreTwoSteps() throws Exception {
        CellSegmentation s = new Rows().rest(5, 10, 3).constant(50, 36, 1, 3.2, 3.8).constant(50, 36, 0.5, 3.75, 4)
                .rest(20, 60, 3.9).segment();
        assertEquals("R C+ C+ R", Rows.types(s));
        assertEquals(0.5, s.steps().get(2).current(), 1e-12);
    }

    @Test
    void constantPowerIsNeitherConstantCurrentNorManySteps() throws Exception {
        CellSegmentation s = new Rows().rest(5, 10, 4).step(500, 10, f -> -4 / (4.1 - f * f), f -> 4.1 - f * f)
                .rest(20, 60, 3.3).segment();
        assertEquals("R O- R", Rows.types(s));
    }

    @Test
    void aSweepIsKnownByItsVoltage() throws Exception {
        CellSegmentation s = new Rows().rest(5, 10, 3).step(200, 1, f -> 0.01 + 0.2 * f * f, f -> 3 + f)
                .rest(5, 10, 3.9).segment();
        assertEquals("R S+ R", Rows.types(s));
    }

    @Test
    void aReverseSampleInsideAStepEndsNothing() throws Exception {
        Rows rows = new Rows().rest(5, 60, 3).cycle(1);
        double truth = rows.segment().steps().get(1).charge().integral();
        rows.rows.get(30)[2] = -1;
        rows.rows.get(50)[2] = 0;
        CellSegmentation s = rows.segment();
        assertEquals("R C+ R C- R", Rows.types(s));
        assertEquals(truth, s.steps().get(1).charge().integral(), 1e-9);
        assertTrue(Rows.codes(s).contains("stray-current"));
    }

    @Test
    void aShortRestWithItsOwnNumberIsNoStrayReading() throws Exception {
        Rows rows = new Rows().rest(5, 60, 3).constant(61, 60, 1, 3.1, 3.6).rest(1, 60, 3.5)
                .constant(61, 60, 1, 3.6, 4.1).rest(5, 60, 4);
        assertEquals("R C+ R C+ R", Rows.types(rows.segment("step")));
    }

    @Test
    void aRestThatWasNotLoggedPartsTwoSteps() throws Exception {
        CellSegmentation s = new Rows().rest(5, 60, 4).constant(60, 60, -1, 3.9, 3.5).pause(3600)
                .constant(60, 60, -1, 3.65, 3.2).rest(5, 60, 3.3).segment();
        assertEquals("R C- C- R", Rows.types(s));
        assertTrue(Rows.codes(s).contains("rest-not-logged"));
        // nothing is integrated across the rest but at most an interval at each end
        assertEquals(59 / 30.0, s.halfCycles().get(0).integral(), 61 / 3600.0);
    }

    @Test
    void theRecordedStepIsEvidenceWhereItIsRight() throws Exception {
        Rows rows = new Rows().rest(5, 60, 4).constant(60, 60, -1, 3.9, 3.6).constant(60, 60, -1, 3.6, 3.2)
                .rest(5, 60, 3.3);
        assertEquals("R C- C- R", Rows.types(rows.segment("step")));
        assertEquals("R C- R", Rows.types(rows.segment()));
    }

    @Test
    void aRecordedStepThatIsWrongIsIgnoredAndSaidSo() throws Exception {
        Rows rows = new Rows().rest(11, 60, 3).cycle(1).cycle(1);
        for (int i = 0; i < rows.rows.size(); i++) {
            rows.rows.get(i)[3] = i / 7;
        }
        CellSegmentation s = rows.segment("step");
        assertEquals("R C+ R C- R C+ R C- R", Rows.types(s));
        assertTrue(Rows.codes(s).contains("step-column-ignored"));
        rows.rows.forEach(r -> r[3] = 4);
        assertTrue(Rows.codes(rows.segment("step")).contains("step-column-ignored"));
    }

    @Test
    void whatNumbersAStepBearsMeansNothing() throws Exception {
        Rows rows = new Rows().rest(11, 60, 3).cycle(1).cycle(1);
        int[] odd = {7, 3, 12, 5, 9, 1, 3, 99, 2, 4};
        rows.rows.forEach(r -> r[3] = odd[(int) r[3]]);
        CellSegmentation s = rows.segment("step");
        assertEquals("R C+ R C- R C+ R C- R", Rows.types(s));
        assertFalse(Rows.codes(s).contains("step-column-ignored"));
    }

    @Test
    void theOffsetOfAChannelAtRestIsNoCurrent() throws Exception {
        Random random = new Random(5);
        Rows rows = new Rows().rest(50, 60, 3).cycle(1).cycle(1);
        rows.rows.forEach(r -> r[2] = r[2] == 0 ? -8e-5 + 1e-5 * random.nextGaussian() : r[2]);
        assertEquals("R C+ R C- R C+ R C- R", Rows.types(rows.segment()));
    }

    @Test
    void aSlowRateBesideAFastOneIsNoRest() throws Exception {
        CellSegmentation s = new Rows().rest(5, 60, 3).cycle(60).cycle(0.05).segment();
        assertEquals("R C+ R C- R C+ R C- R", Rows.types(s));
    }

    @Test
    void pulsesBetweenRestsAreFoundAndThoseAgainstTheDirectionOpenNoHalfCycle() throws Exception {
        Rows rows = new Rows().rest(11, 60, 4);
        for (int k = 0; k < 6; k++) {
            double v = 3.9 - 0.1 * k;
            rows.constant(31, 60, -1, v, v - 0.1).rest(11, 60, v).constant(11, 1, -3, v - 0.1, v - 0.15)
                    .rest(11, 4, v).constant(11, 1, 2, v + 0.1, v + 0.12).rest(11, 4, v);
        }
        CellSegmentation s = rows.segment();
        assertEquals(1, s.halfCycles().size());
        assertEquals(-1, s.halfCycles().get(0).direction());
        assertEquals(18, s.steps().stream().filter(c -> c.type() == StepType.PULSE).count());
        assertEquals(6 * (0.5 + 30 / 3600.0), s.halfCycles().get(0).integral(), 1e-9);
        assertEquals(6 * 20 / 3600.0, s.halfCycles().get(0).against(), 1e-9);
        assertTrue(Rows.codes(s).contains("pulse-against"));
    }

    @Test
    void interpolatedRowsAcrossTheEdgesOfAStepMakeNoSteps() throws Exception {
        Rows rows = new Rows().rest(11, 60, 3).cycle(1).cycle(1);
        java.util.List<double[]> dense = new java.util.ArrayList<>();
        for (int i = 0; i < rows.rows.size(); i++) {
            double[] b = rows.rows.get(i);
            if (i > 0) {
                double[] a = rows.rows.get(i - 1).clone();
                for (int k = 0; k < 3; k++) {
                    a[k] = (a[k] + b[k]) / 2;
                }
                dense.add(a);
            }
            dense.add(b);
        }
        double truth = rows.segment().halfCycles().get(0).integral();
        rows.rows.clear();
        rows.rows.addAll(dense);
        CellSegmentation s = rows.segment();
        assertEquals("R C+ R C- R C+ R C- R", Rows.types(s));
        assertEquals(truth, s.halfCycles().get(0).integral(), 1e-9);
    }

    @Test
    void anUnsignedCurrentGetsItsDirectionFromTheVoltage() throws Exception {
        Rows rows = new Rows().rest(11, 60, 3).cycle(1).cycle(1);
        rows.rows.forEach(r -> r[2] = Math.abs(r[2]));
        CellSegmentation s = rows.segment();
        assertEquals("R C+ R C- R C+ R C- R", Rows.types(s));
        assertTrue(Rows.codes(s).contains("sign-by-voltage"));
    }

    @Test
    void anUnsignedCurrentWhoseVoltageTellsNothingIsAskedFor() {
        Rows rows = new Rows().rest(11, 60, 3.4).constant(50, 60, 1, 3.4, 3.401).rest(11, 60, 3.4)
                .constant(50, 60, 1, 3.4, 3.399).rest(11, 60, 3.4);
        AnalysisException e = assertThrows(AnalysisException.class,
                () -> rows.segment(SegmentationRules.AUTOMATIC.with(CurrentSign.UNSIGNED)));
        assertTrue(e.getMessage().contains("sign"), e.getMessage());
    }

    @Test
    void aSignTheVoltageContradictsIsTurnedAndSaidSo() throws Exception {
        Rows rows = new Rows().rest(11, 60, 3).cycle(-1).cycle(-1);
        CellSegmentation s = rows.segment();
        assertEquals("R C+ R C- R C+ R C- R", Rows.types(s));
        assertTrue(Rows.codes(s).contains("sign-reversed"));
    }

    @Test
    void withoutACurrentNothingIsGuessed() {
        assertThrows(AnalysisException.class, () -> Segmenter.segment(org.interphase.electro.record.CellRecord.of(
                new org.interphase.model.Table(new Rows().rest(5, 1, 3).table().header(),
                        new Rows().rest(5, 1, 3).table().columns().subList(0, 2))).orElseThrow(),
                SegmentationRules.AUTOMATIC));
    }

    @Test
    void aSignThatIsKnownIsNotTurnedByTheVoltage() throws Exception {
        Rows rows = new Rows().rest(11, 60, 3).cycle(-1).cycle(-1);
        Table plain = rows.table();
        for (SignSource source : SignSource.values()) {
            Table t = plain.withHeader(plain.header().withMetadata(source.in(plain.metadata())));
            assertEquals(Optional.of(source), SignSource.of(t.metadata()));
            CellSegmentation s = Segmenter.segment(CellRecord.of(t).orElseThrow(), SegmentationRules.AUTOMATIC);
            assertEquals(source.isFirm() ? "R C- R C+ R C- R C+ R" : "R C+ R C- R C+ R C- R", Rows.types(s));
            assertTrue(Rows.codes(s).contains(source.isFirm() ? "sign-contradicted" : "sign-reversed"));
        }
        assertTrue(SignSource.STATED.isFirm() && SignSource.COUNTERS.isFirm() && !SignSource.VOLTAGE.isFirm());
    }

    @Test
    void aKnownSignOfOneDirectionIsNotTakenAsNone() throws Exception {
        // only discharges are recorded, and the voltage drifts down and up
        Rows rows = new Rows().rest(11, 60, 3.5).constant(61, 60, -1, 3.4, 3.1).rest(11, 60, 3.2)
                .constant(61, 60, -1, 3.1, 3.3).rest(11, 60, 3.4);
        Table t = rows.table();
        t = t.withHeader(t.header().withMetadata(SignSource.STATED.in(t.metadata())));
        CellSegmentation s = Segmenter.segment(CellRecord.of(t).orElseThrow(), SegmentationRules.AUTOMATIC);
        assertEquals("R C- R C- R", Rows.types(s));
    }

    @Test
    void aLongHoldWithAnUnsteadyCurrentIsReadInTimeThatGrowsWithItsRows() {
        int n = 400_000;
        Rows rows = new Rows().rest(5, 60, 3).step(n, 1, f -> 1 + 0.05 * Math.sin(1e5 * f), f -> 4)
                .step(1, 1, f -> 1.2, f -> 4).rest(5, 60, 3.9);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> rows.segment());
    }
}
