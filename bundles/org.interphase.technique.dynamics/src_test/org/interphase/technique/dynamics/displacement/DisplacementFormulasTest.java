package org.interphase.technique.dynamics.displacement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.junit.jupiter.api.Test;

/** Tables of mean squared displacements, slopes from them and what makes these doubtful, by hand. */
class DisplacementFormulasTest {

    private static double[] times(int n) {
        double[] t = new double[n];
        Arrays.setAll(t, k -> k + 1);
        return t;
    }

    private static Table table(Object... columns) {
        List<Column> all = new ArrayList<>();
        for (int i = 0; i < columns.length; i += 3) {
            all.add(Column.of((String) columns[i], (String) columns[i + 1], (double[]) columns[i + 2]));
        }
        return new Table(DatasetHeader.of("t", MsdTable.KIND, Metadata.EMPTY), all);
    }

    @Test
    void tablesAreReadInAngstromsAndPicoseconds() throws Exception {
        double nan = Double.NaN;
        MsdTable m = MsdTable.of(table("time", "ns", new double[] {0, 0.001, nan, 0.003, 0.004}, "MSD", "nm2",
                new double[] {9, 0.01, 9, 0.03, nan}, "spread", "nm2", new double[] {9, 0.001, 9, 0.003, 9}));
        assertArrayEquals(new double[] {1, 3}, m.time(), 1e-12);
        assertArrayEquals(new double[] {1, 3}, m.msd(), 1e-12);
        assertArrayEquals(new double[] {0.1, 0.3}, m.spread(), 1e-12);
        assertTrue(m.hasSpread());
        MsdTable bare = MsdTable.of(table("time", "ps", times(3), "MSD", "Angstrom2", times(3)));
        assertNull(bare.spread());
        assertFalse(bare.hasSpread());
        assertFalse(new MsdTable(times(2), times(2), new double[] {1, 0}).hasSpread());
        assertSame(bare, bare.upTo(null));
        assertArrayEquals(new double[] {1, 2}, bare.upTo(2.0).time());
        assertNull(bare.upTo(2.0).spread());
        assertArrayEquals(new double[] {0.1}, m.upTo(2.9).spread(), 1e-12);
        assertArrayEquals(new double[] {1}, m.upTo(2.9).msd(), 1e-12);
        assertEquals(3, bare.upTo(9.0).time().length);
    }

    private static String refused(double[] t, double[] m) {
        return assertThrows(AnalysisException.class, () -> MsdTable.of(table("time", "ps", t, "MSD", "Angstrom2", m)))
                .getMessage();
    }

    @Test
    void whatIsWrongWithATableIsNamed() throws Exception {
        assertTrue(refused(new double[] {-1, 1}, times(2)).contains("row 1"));
        assertTrue(refused(new double[] {1, 2, 2}, times(3)).contains("row 3"));
        assertTrue(refused(times(2), new double[] {1, -1}).contains("not negative"));
        assertEquals(0, MsdTable.of(table("time", "ps", times(1), "MSD", "Angstrom2", new double[1])).msd()[0]);
        assertTrue(assertThrows(AnalysisException.class, () -> MsdTable.of(table("time", "nm", times(2), "MSD",
                "Angstrom2", times(2)))).getMessage().contains("unit of time"));
        assertTrue(assertThrows(AnalysisException.class, () -> MsdTable.of(table("time", "ps", times(2), "MSD", "ps",
                times(2)))).getMessage().contains("unit of area"));
    }

    @Test
    void aDiffusionCoefficientIsTheSlopeOverTwiceTheAxes() {
        SlopeEstimate e = new SlopeEstimate(12, 0.6, 0, 0, 0, 0, 0, null, Verdict.SOUND);
        assertEquals(2, e.diffusion(3), 1e-12);
        assertEquals(0.1, e.diffusionUncertainty(3), 1e-12);
        SlopeEstimate judged = e.judged(Verdict.doubtful("short"));
        assertEquals("short", judged.verdict().reason());
        assertEquals(12, judged.slope());
    }

    /** Covariance of Brownian motion in a run of length 1: t1 <= t2. */
    private static double brownian(double a, double b) {
        double t1 = Math.min(a, b);
        return t1 * t1 * Math.max(a, b) - t1 * t1 * t1 / 3;
    }

    /** The ordinary line of 8 points, and the residuals that walks of this scale would leave of it. */
    @Test
    void anOrdinaryLineWithTheResidualsOfWalks() throws Exception {
        double[] t = times(9);
        double[] m = {7, 2.2, 2.9, 4.3, 4.8, 6.1, 7.2, 7.7, 9.2};
        SlopeEstimate e = TableEstimate.ofResiduals(t, m, 2);
        int n = 8;
        double mean = 5.5;
        double[][] p = new double[n][n];
        double[] slope = new double[n];
        double[] zero = new double[n];
        double b = 0;
        double a = 0;
        for (int i = 0; i < n; i++) {
            slope[i] = (t[i + 1] - mean) / 42;
            zero[i] = 1.0 / n - mean * slope[i];
            b += slope[i] * m[i + 1];
            a += zero[i] * m[i + 1];
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += Math.pow(m[i + 1] - a - b * t[i + 1], 2);
            for (int j = 0; j < n; j++) {
                p[i][j] = (i == j ? 1 : 0) - 1.0 / n - (t[i + 1] - mean) * (t[j + 1] - mean) / 42;
            }
        }
        double trace = 0;
        double ofSlope = 0;
        double ofZero = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double s = brownian(t[i + 1], t[j + 1]);
                trace += p[i][j] * s;
                ofSlope += slope[i] * slope[j] * s;
                ofZero += zero[i] * zero[j] * s;
            }
        }
        assertEquals(b, e.slope(), 1e-6);
        assertEquals(a, e.intercept(), 1e-5);
        assertEquals(Math.sqrt(squares / trace * ofSlope), e.uncertainty(), 1e-5 * e.uncertainty());
        assertEquals(Math.sqrt(squares / trace * ofZero), e.interceptUncertainty(), 1e-5);
        assertEquals(2, e.start());
        assertEquals(9, e.end());
        assertEquals(Math.sqrt(squares / trace * 2 / 3 * 27), e.curve().uncertainty()[2], 1e-5);
        assertEquals(9, e.curve().time().length);
    }

    @Test
    void pointsThatLieOnALineTellNoUncertainty() throws Exception {
        SlopeEstimate e = TableEstimate.ofResiduals(times(6), Arrays.stream(times(6)).map(v -> 2 * v).toArray(), 0);
        assertTrue(Double.isNaN(e.uncertainty()) && Double.isNaN(e.interceptUncertainty()));
        assertTrue(e.verdict().reason().contains("exactly"));
        assertEquals(2, e.slope(), 1e-6);
        assertTrue(assertThrows(AnalysisException.class, () -> TableEstimate.ofResiduals(times(6), times(6), 3))
                .getMessage().contains("4 count here"));
        assertEquals(2, TableEstimate.ofResiduals(times(6), times(6), 2).start());
    }

    /** Six points from a stated start: a line weighed by the variance times t2 / t1, with the spread of walks. */
    @Test
    void standardErrorsOfATable() throws Exception {
        double[] t = times(6);
        double[] m = {1.1, 2.3, 2.9, 4.2, 4.9, 6.3};
        double[] u = {0.3, 0.5, 0.7, 0.9, 1.2, 1.5};
        double[][] weighing = new double[6][6];
        double[][] spread = new double[6][6];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                int low = Math.min(i, j);
                weighing[i][j] = i == j ? u[i] * u[i] : Math.min(u[low] * u[low] * t[Math.max(i, j)] / t[low], 0.999
                        * u[i] * u[j]);
                spread[i][j] = u[i] * u[j] * brownian(t[i], t[j]) / Math.sqrt(brownian(t[i], t[i]) * brownian(t[j],
                        t[j]));
            }
        }
        GeneralisedLine line = GeneralisedLine.through(t, m, weighing, 0);
        double variance = 0;
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                variance += line.weights()[i] * line.weights()[j] * spread[i][j];
            }
        }
        SlopeEstimate e = TableEstimate.ofErrors(t, m, u, 1);
        double birge = Math.max(1, line.chiSquare() / 4);
        assertEquals(line.slope(), e.slope(), 1e-9);
        assertEquals(Math.sqrt(birge * variance), e.uncertainty(), 1e-9);
        assertEquals(line.intercept(), e.intercept(), 1e-9);
        assertEquals(Math.sqrt(birge * line.interceptVariance()), e.interceptUncertainty(), 1e-9);
        assertEquals(0, e.choice(), 1e-12);
        assertArrayEquals(u, e.curve().uncertainty());
    }

    /** u of a mean squared displacement M at t of a run of length T: M (2/d 2/3 t/T)^(1/2). */
    @Test
    void observationsOfATable() throws Exception {
        double[] t = {2, 4, 6, 8, 10, 12};
        SlopeEstimate e = TableEstimate.ofObservations(t, new double[] {2, 4, 6, 8, 10, 12}, 500, 3, 2);
        assertEquals(1, e.slope(), 1e-6);
        assertEquals(6 * Math.sqrt(2.0 / 3 * 2 / 3 * 6 / 1000), e.curve().uncertainty()[2], 1e-9);
        assertTrue(assertThrows(AnalysisException.class, () -> TableEstimate.ofObservations(t, t, 500, 3, 5))
                .getMessage().contains("4 count here"));
    }

    private static final double U = 0.01;

    private static LinearRegime regime(double intercept, double interceptVariance, double chi, double late) {
        GeneralisedLine best = new GeneralisedLine(1, intercept, 1e-8, interceptVariance, 0, chi, new double[12]);
        return new LinearRegime(1, 1e-8, 0, intercept, interceptVariance, 0, best, new double[12], late);
    }

    private static String why(LinearRegime r, double scale, double reported) {
        double[][] c = new double[12][12];
        for (int k = 0; k < 12; k++) {
            c[k][k] = U * U;
        }
        return RegimeJudge.of(times(12), times(12), c, r, scale, reported).reason();
    }

    @Test
    void whatMakesASlopeDoubtful() {
        assertEquals("", why(regime(0, 0, 10, 0.5), 1, 0.01));
        // ten degrees of freedom: 35.56 is reached once in ten thousand
        assertEquals("", why(regime(0, 0, 35.4, 0), 1, 0.01));
        assertTrue(why(regime(0, 0, 35.8, 0), 1, 0.01).contains("straight nowhere"));
        assertEquals("", why(regime(0, 0, 35.8, 0), 1.1, 0.01));
        assertTrue(why(regime(0, 0, 10, 0.51), 1, 0.01).contains("longest time, 12.0 ps"));
        // 4 of 12 + 4 are a quarter
        assertEquals("", why(regime(3.9, 0, 10, 0), 1, 0.01));
        assertTrue(why(regime(4.1, 0, 10, 0), 1, 0.01).contains("25 % of the largest"), why(regime(4.1, 0, 10, 0), 1,
                0.01));
        assertEquals("", why(regime(4.1, 0.04, 10, 0), 1, 0.01));
        assertTrue(why(regime(4.1, 0.001, 10, 0), 1, 0.01).contains("caged"));
        assertEquals("", why(regime(4.1, 0.001, 10, 0), 9, 0.01));
        // -2.4 of 12 - 2.4
        assertEquals("", why(regime(-2.3, 0, 10, 0), 1, 0.01));
        assertTrue(why(regime(-2.5, 0, 10, 0), 1, 0.01).contains("faster than time"));
    }

    @Test
    void aSlopeMustStandOutOfItsUncertainty() {
        assertEquals("", RegimeJudge.size(1, 0.33).reason());
        assertTrue(RegimeJudge.size(1, 0.34).reason().contains("does not grow"));
        assertTrue(RegimeJudge.size(-1, 0.1).reason().contains("does not grow"));
        // the larger of what is reported and what the regime says
        assertTrue(why(new LinearRegime(1, 0.16, 0, 0, 0, 0, new GeneralisedLine(1, 0, 1e-8, 0, 0, 0, new double[12]),
                new double[12], 0), 1, 0.01).contains("does not grow"));
    }

    /** From three times the start on, at the third of twelve points: what is left of ten has another slope. */
    @Test
    void laterSlopes() {
        double[][] c = new double[12][12];
        for (int k = 0; k < 12; k++) {
            c[k][k] = U * U;
        }
        double[] bent = times(12);
        for (int k = 2; k < 12; k++) {
            bent[k] = 3 + 1.2 * (k - 2);
        }
        double[] d = RegimeJudge.later(times(12), bent, c, regime(0, 0, 10, 0));
        assertEquals(0.2, d[0], 1e-6);
        // ten points one apart: sxx is 82.5
        assertEquals(U * U / 82.5 - 1e-8, d[1], 1e-9);
        LinearRegime loose = new LinearRegime(1, 1, 0, 0, 0, 0, new GeneralisedLine(1, 0, 1, 0, 0, 10, new double[12]),
                new double[12], 0);
        assertEquals(0.05 * U * U / 82.5, RegimeJudge.later(times(12), bent, c, loose)[1], 1e-11);
        assertTrue(RegimeJudge.of(times(12), bent, c, regime(0, 0, 10, 0), 1, 0.01).reason().contains("rises"));
        double[] flat = times(12);
        for (int k = 2; k < 12; k++) {
            flat[k] = 3 + 0.8 * (k - 2);
        }
        assertTrue(RegimeJudge.of(times(12), flat, c, regime(0, 0, 10, 0), 1, 0.01).reason().contains("falls"));
    }
}
