package org.interphase.technique.dynamics.activation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.numerics.linear.StraightLine;
import org.junit.jupiter.api.Test;

/** Lines of ln D over 1/T, their verdicts and the tables they come from, by hand. */
class ActivatedLineTest {

    private static final double BOLTZMANN = 8.617333262e-5;

    /** ln D of -3000/T + 2 plus what is added, known to a share each, at these inverse temperatures. */
    private static ActivatedDiffusion line(double[] inverse, double[] added, double[] share, double uKelvin) {
        double[] kelvin = new double[inverse.length];
        double[] d = new double[inverse.length];
        double[] u = new double[inverse.length];
        for (int k = 0; k < d.length; k++) {
            kelvin[k] = 1 / inverse[k];
            d[k] = Math.exp(2 - 3000 * inverse[k] + added[k]);
            u[k] = share[k] * d[k];
        }
        return ActivatedDiffusion.of(kelvin, d, u, uKelvin);
    }

    private static double[] same(double v, int n) {
        double[] out = new double[n];
        java.util.Arrays.fill(out, v);
        return out;
    }

    private static double[] inverse(int n) {
        double[] out = new double[n];
        for (int k = 0; k < n; k++) {
            out[k] = 0.001 + 0.0002 * k;
        }
        return out;
    }

    private static double[] times(double by, double... v) {
        return java.util.Arrays.stream(v).map(x -> by * x).toArray();
    }

    /** The intercept of two points is (x2 y1 - x1 y2) / (x2 - x1). */
    @Test
    void prefactorOfTwoPoints() {
        ActivatedDiffusion a = line(new double[] {0.001, 0.0015}, new double[2], new double[] {0.04, 0.1}, 0);
        assertEquals(2, a.logPrefactor(), 1e-9);
        assertEquals(Math.hypot(0.0015 * 0.04, 0.001 * 0.1) / 0.0005, a.logPrefactorUncertainty(), 1e-9);
        assertEquals(3000 * BOLTZMANN, a.energy(), 1e-9);
        assertEquals(BOLTZMANN * Math.hypot(0.04, 0.1) / 0.0005, a.energyUncertainty(), 1e-9);
        assertEquals(0.04, a.relativeAt(1000), 1e-9);
        // half way each counts half
        assertEquals(Math.hypot(0.02, 0.05), a.relativeAt(800), 1e-9);
        assertEquals(Math.exp(2 - 3.75), a.at(800), 1e-9);
    }

    /** If both temperatures are 10 K higher, the line through the same D has another slope and intercept. */
    @Test
    void temperaturesMoveThePrefactorAndTheLine() {
        ActivatedDiffusion a = line(new double[] {0.001, 0.0016}, new double[2], new double[2], 10);
        double moved = (1 / 635.0 - 1 / 1010.0);
        double slope = -3000 * 0.0006 / moved;
        double intercept = 2 - 3 - slope / 1010;
        double first = 3000 * 1e-6 * 10;
        double second = 3000 * 0.0016 * 0.0016 * 10;
        assertEquals(Math.hypot(a.widening() * a.line().interceptSigma(), intercept - 2),
                a.logPrefactorUncertainty(), 1e-6);
        assertEquals(Math.hypot(first, second) / 0.0006, a.line().slopeSigma(), 1e-6);
        double there = intercept + slope * 0.001 - (2 - 3);
        assertEquals(Math.hypot(a.widening() * a.line().sigmaAt(0.001), there), a.relativeAt(1000), 1e-6);
    }

    @Test
    void withoutUncertaintiesTheScatterOfFewPointsIsWidened() {
        ActivatedDiffusion five = line(inverse(5), times(0.01, 1, -1, 1, -1, 1), new double[5], 0);
        assertEquals(3.182446 / 1.959964, five.widening(), 1e-5);
        assertTrue(five.verdict().isSound(), five.verdict().reason());
        assertEquals(BOLTZMANN * five.widening() * five.line().slopeSigma(), five.energyUncertainty(), 1e-12);
        ActivatedDiffusion four = line(inverse(4), times(0.01, 1, -1, 1, -1), new double[4], 0);
        assertTrue(four.verdict().reason().contains("fewer than five"));
        assertEquals(1, line(inverse(5), new double[5], same(0.1, 5), 0).widening());
    }

    @Test
    void twoPointsAreDoubtedOrWithheld() {
        assertTrue(line(inverse(2), new double[2], same(0.1, 2), 0).verdict().reason().contains("two temperatures"));
        assertTrue(line(inverse(2), new double[2], new double[2], 0).verdict().isWithheld());
        assertTrue(line(inverse(2), new double[2], new double[] {0.1, 0}, 0).verdict().isWithheld());
        assertTrue(line(inverse(3), new double[3], same(0.1, 3), 0).verdict().isSound());
    }

    /** Residuals a, -2 a, a of three points: chi-square of 6 a2 / u2 with one degree of freedom. */
    @Test
    void pointsThatScatterThriceAsMuchAreDoubted() {
        assertTrue(line(inverse(3), times(0.05 * 1.2, 1, -2, 1), same(0.05, 3), 0).verdict().isSound());
        String why = line(inverse(3), times(0.05 * 1.25, 1, -2, 1), same(0.05, 3), 0).verdict().reason();
        assertTrue(why.contains("scatter 3.1 times"), why);
    }

    /** Four equal steps: 1, -1, -1, 1 is the parabola, and c of it is 2 c / u of its uncertainties. */
    @Test
    void aBendOfMoreThanThreeAndAHalfIsDoubted() {
        for (double sign : new double[] {1, -1}) {
            assertTrue(line(inverse(4), times(sign * 0.05 * 1.72, 1, -1, -1, 1), same(0.05, 4), 0).verdict()
                    .isSound());
            assertTrue(line(inverse(4), times(sign * 0.05 * 1.78, 1, -1, -1, 1), same(0.05, 4), 0).verdict().reason()
                    .contains("bend"));
        }
    }

    /** Five equal steps: parabola 2, -1, -2, -1, 2 over scatter -1, 2, 0, -2, 1 is c/g (14/5)^(1/2). */
    @Test
    void aBendAgainstTheScatterOfThePoints() {
        for (double ratio : new double[] {2.05, 2.13}) {
            double[] r = new double[5];
            for (int k = 0; k < 5; k++) {
                r[k] = 0.01 * (ratio * new double[] {2, -1, -2, -1, 2}[k] + new double[] {-1, 2, 0, -2, 1}[k]);
            }
            assertEquals(ratio < 2.09, line(inverse(5), r, new double[5], 0).verdict().isSound());
        }
    }

    /** A parabola without scatter at unequal steps and weights: all that is left of the line is its bend. */
    @Test
    void aBendOfUnequalPoints() {
        double[] x = {0.001, 0.00105, 0.0013, 0.0016};
        double[] u = {0.02, 0.05, 0.03, 0.09};
        double[] square = new double[4];
        double[] y = new double[4];
        for (int k = 0; k < 4; k++) {
            square[k] = 1e6 * x[k] * x[k];
            y[k] = 2 - 3000 * x[k] + square[k];
        }
        StraightLine l = StraightLine.through(x, y, u);
        double limit = 3.5 / Math.sqrt(2 * l.reducedChiSquare());
        assertTrue(line(x, times(0.99 * limit, square), u, 0).verdict().isSound());
        assertTrue(line(x, times(1.01 * limit, square), u, 0).verdict().reason().contains("bend"));
    }

    /** 1e28 ions of e each in a cubic metre, 1e-8 m2/s, at 300 K: e2 1e20 / (300 k) is 619.75 S/m. */
    @Test
    void conductivityOfADiffusionCoefficient() {
        assertEquals(6.19750, ThermalConstants.conductivity(0.01, 1, 300), 1e-4);
        assertEquals(4 * 6.19750 / 2, ThermalConstants.conductivity(0.01, -2, 600), 1e-4);
        assertEquals(BOLTZMANN, ThermalConstants.BOLTZMANN_EV, 1e-13);
    }

    private static Table table(Object... columns) {
        List<Column> all = new ArrayList<>();
        for (int i = 0; i < columns.length; i += 3) {
            all.add(Column.of((String) columns[i], (String) columns[i + 1], (double[]) columns[i + 2]));
        }
        return new Table(DatasetHeader.of("t", DiffusivityTable.KIND, Metadata.EMPTY), all);
    }

    private static final double[] T = {300, 400, 500};
    private static final double[] D = {1, 2, 3};
    private static final double[] U = {0.1, 0.2, 0.3};

    @Test
    void anUncertaintyStandsBehindOrBefore() throws Exception {
        for (String name : List.of("uncertainty", "u(D)", "D err", "std D", "\u00b1")) {
            assertArrayEquals(U, DiffusivityTable.of(table("T", "K", T, "D", "cm2/s", D, name, "cm2/s", U))
                    .uncertainties(), name);
        }
        DiffusivityTable before = DiffusivityTable.of(table("u(D)", "cm2/s", U, "D", "cm2/s", D, "T", "K", T));
        assertArrayEquals(U, before.uncertainties());
        assertArrayEquals(D, before.values());
        assertTrue(Double.isNaN(DiffusivityTable.of(table("D", "cm2/s", D, "T", "K", T)).uncertainties()[2]));
        // an uncertainty of the temperature is none of D
        assertTrue(Double.isNaN(DiffusivityTable.of(table("T", "K", T, "D", "cm2/s", D, "u(T)", "K", U))
                .uncertainties()[0]));
        assertArrayEquals(T, DiffusivityTable.of(table("u(T)", "K", U, "T", "K", T, "D", "cm2/s", D)).kelvin());
    }

    @Test
    void rowsWithoutANumberAreLeftOut() throws Exception {
        DiffusivityTable d = DiffusivityTable.of(table("T", "K", new double[] {300, Double.NaN, 500, 600}, "D",
                "cm2/s", new double[] {1, 2, Double.NaN, 4}, "u(D)", "cm2/s", new double[] {5, 6, 7, 8}));
        assertArrayEquals(new double[] {300, 600}, d.kelvin());
        assertArrayEquals(new double[] {1, 4}, d.values());
        assertArrayEquals(new double[] {5, 8}, d.uncertainties());
    }

    private static String refused(Table t) {
        return assertThrows(AnalysisException.class, () -> DiffusivityTable.of(t)).getMessage();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertTrue(refused(table("D", "cm2/s", D)).contains("temperatures"));
        assertTrue(refused(table("T", "K", T)).contains("no column of diffusion"));
        assertTrue(refused(table("T", "K", T, "u(D)", "cm2/s", D)).contains("no column of diffusion"));
        assertTrue(refused(table("T", "K", new double[] {300, 0, 500}, "D", "cm2/s", D)).contains("row 2"));
        assertTrue(refused(table("T", "K", new double[] {-1, 300, 500}, "D", "cm2/s", D)).contains("row 1"));
    }
}
