package org.interphase.technique.battery.cycle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.interphase.model.Verdict;
import org.junit.jupiter.api.Test;

/** Differential capacities by hand; voltages are binary fractions, so that classes have sharp ends. */
class DifferentialCurveTest {

    private static VoltageCurve curve(double[] charge, double... voltage) {
        return new VoltageCurve(charge, voltage, new double[voltage.length]);
    }

    private static double[] q(double... charge) {
        return charge;
    }

    @Test
    void theChargeOfAnIntervalIsSpreadOverTheClassesItsVoltagePassed() {
        // classes about 3, 3.25 and 3.5 V; half of each interval falls into each of two of them
        DifferentialCurve c = DifferentialCurve.of(curve(q(0, 1, 3), 3, 3.25, 3.5), 0.25, 0);
        assertArrayEquals(new double[] {3, 3.25, 3.5}, c.voltage(), 1e-12);
        assertArrayEquals(new double[] {2, 6, 4}, c.capacity(), 1e-12);
        assertEquals(3, c.charge(), 1e-12);
        assertEquals(0.25, c.width());
        assertEquals(0, c.wavering());
        DifferentialCurve down = DifferentialCurve.of(curve(q(0, 2, 3), 3.5, 3.25, 3), 0.25, 0);
        assertArrayEquals(new double[] {2, 6, 4}, down.capacity(), 1e-12);
        assertEquals(0, down.wavering());
    }

    @Test
    void anIntervalOverSeveralClassesIsSpreadEvenly() {
        // classes of 0.25 V from 2.875 to 4.125 V: the ends get half of what the others get of 4 A.h over 1 V
        DifferentialCurve c = DifferentialCurve.of(curve(q(0, 4), 3, 4), 0.25, 0);
        assertArrayEquals(new double[] {2, 4, 4, 4, 2}, c.capacity(), 1e-12);
        assertEquals(4, c.charge(), 1e-12);
    }

    @Test
    void atAVoltageThatStandsTheChargeIsOfItsClass() {
        DifferentialCurve c = DifferentialCurve.of(curve(q(0, 1, 2, 2), 3, 3, 3.5, 3.5), 0.25, 0);
        // the second of them is spread over 0.5 V: a quarter, a half, a quarter
        assertArrayEquals(new double[] {5, 2, 1}, c.capacity(), 1e-12);
    }

    @Test
    void theShareOfTheWayBackIsTold() {
        // back by 0.25 of a way of 1.25 V
        assertEquals(0.2, DifferentialCurve.of(curve(q(0, 1, 2, 3), 3, 3.5, 3.25, 3.75), 0.25, 0).wavering(), 1e-12);
        assertEquals(0.2, DifferentialCurve.of(curve(q(0, 1, 2, 3), 3.75, 3.25, 3.5, 3), 0.25, 0).wavering(), 1e-12);
    }

    /** A Gaussian of one class, what leaves at an end reflected: weights by distance, norm over four on each side. */
    @Test
    void smoothingIsAGaussianThatKeepsTheAreaAtTheEnds() {
        double[] g = new double[5];
        for (int k = 0; k < 5; k++) {
            g[k] = Math.exp(-k * k / 2.0);
        }
        double norm = g[0] + 2 * (g[1] + g[2] + g[3] + g[4]);
        double[] first = {g[0] + g[1], g[1] + g[2], g[2] + g[3], g[3] + g[4], g[4]};
        double[] capacity = Arrays.stream(first).map(v -> v / norm / 0.25).toArray();
        DifferentialCurve low = DifferentialCurve.of(curve(q(0, 1, 1), 3, 3, 4), 0.25, 0.25);
        assertArrayEquals(capacity, low.capacity(), 1e-12);
        assertEquals(1, low.charge(), 1e-12);
        DifferentialCurve high = DifferentialCurve.of(curve(q(0, 0, 1), 3, 4, 4), 0.25, 0.25);
        for (int i = 0; i < 5; i++) {
            assertEquals(capacity[4 - i], high.capacity()[i], 1e-12);
        }
        // in the middle both sides get the same
        double[] middle = DifferentialCurve.of(curve(q(0, 0, 1, 1), 3, 3.5, 3.5, 4), 0.25, 0.25).capacity();
        double[] even = {g[2] + g[3], g[1] + g[4], g[0], g[1] + g[4], g[2] + g[3]};
        assertArrayEquals(Arrays.stream(even).map(v -> v / norm / 0.25).toArray(), middle, 1e-12);
    }

    @Test
    void theScatterOfAVoltageIsThatOfItsSecondDifferences() {
        // every second difference of a parabola is the same
        double[] v = new double[20];
        for (int i = 0; i < v.length; i++) {
            v[i] = 3 + 0.5e-3 * i * i;
        }
        double each = 1e-3 / (0.6745 * Math.sqrt(6));
        assertEquals(each, DifferentialCurve.scatter(v), 1e-12);
        assertEquals(0, DifferentialCurve.scatter(Arrays.copyOf(v, 7)));
        assertEquals(each, DifferentialCurve.scatter(Arrays.copyOf(v, 8)), 1e-12);
        // classes are four of it wide, not narrower than a millivolt
        assertEquals(4 * each, DifferentialCurve.of(curve(new double[20], v), Double.NaN, 0).width(), 1e-12);
        assertEquals(1e-3, DifferentialCurve.of(curve(q(0, 1, 2), 3, 3.5, 4), Double.NaN, 0).width());
    }

    @Test
    void voltagesThatMakeNoCurveAreRefused() {
        for (double width : new double[] {0.25, 2, 1e-5}) {
            double high = width == 0.25 ? 3 : 4;
            assertTrue(assertThrows(IllegalArgumentException.class, () -> DifferentialCurve.of(curve(q(0, 1), 3, high),
                    width, 0), "" + width).getMessage().contains("classes of " + width + " V"));
        }
        assertEquals(3, DifferentialCurve.of(curve(q(0, 1), 3, 4), 0.5, 0).capacity().length);
    }

    @Test
    void theSlopeOfTheVoltageOverTheChargeIsTheMeanOfEachClass() {
        VoltageCurve c = curve(q(0, 1, 2, 4), 3, 3.1, 3.3, 3.7);
        double[][] two = DifferentialCurve.inverse(c, 2);
        assertArrayEquals(new double[] {1, 3}, two[0], 1e-12);
        assertArrayEquals(new double[] {0.15, 0.2}, two[1], 1e-12);
        double[][] eight = DifferentialCurve.inverse(c, 8);
        assertArrayEquals(new double[] {0.25, 0.75, 1.25, 1.75, 2.25, 2.75, 3.25, 3.75}, eight[0], 1e-12);
        assertArrayEquals(new double[] {0.1, 0.1, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2}, eight[1], 1e-12);
        // a row that moves no charge: its voltage is reached at once
        assertArrayEquals(new double[] {1.5, 0.5}, DifferentialCurve.inverse(curve(q(0, 0, 1), 3, 3.5, 4), 2)[1],
                1e-12);
    }

    @Test
    void aNarrowGaussianReachesFourOfItsOwnWidths() {
        // half a class: weights exp(-2 k^2) up to two classes away
        double[] g = {1, Math.exp(-2), Math.exp(-8)};
        double norm = g[0] + 2 * (g[1] + g[2]);
        double[] c = DifferentialCurve.of(curve(q(0, 0, 1, 1), 3, 3.5, 3.5, 4), 0.25, 0.125).capacity();
        double[] expected = {g[2], g[1], g[0], g[1], g[2]};
        assertArrayEquals(Arrays.stream(expected).map(v -> v / norm / 0.25).toArray(), c, 1e-12);
    }

    /** A step in which half of 1 mA.h moves in each of two peaks of a width. */
    private static VoltageCurve peaks(double second) {
        int n = 4000;
        double[] charge = new double[n];
        double[] voltage = new double[n];
        for (int i = 0; i < n; i++) {
            voltage[i] = 3.2 + 0.9 * i / (n - 1);
            charge[i] = 1e-3 * (logistic((voltage[i] - 3.5) / 0.01) + second * logistic((voltage[i] - 3.8) / 0.01));
        }
        return new VoltageCurve(charge, voltage, new double[n]);
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Test
    void peaksStandWhereTheyAreAsHighAsTheyAre() {
        // a quarter of the charge over the width
        List<DifferentialPeaks.Peak> found = DifferentialPeaks.of(peaks(0.5), 1e-3, 2e-3).peaks();
        assertEquals(2, found.size());
        assertEquals(3.5, found.get(0).position(), 2e-5);
        assertEquals(0.025, found.get(0).height(), 2 * found.get(0).heightU());
        assertEquals(0.025, found.get(0).height(), 4e-4);
        assertEquals(3.8, found.get(1).position(), 2e-5);
        assertEquals(0.0125, found.get(1).height(), 2e-4);
        assertTrue(found.get(0).verdict().isSound(), found.get(0).verdict().reason());
        assertTrue(found.get(0).positionU() < 6e-4, "" + found.get(0).positionU());
        // what is lower than a twentieth of the highest is not told of
        assertEquals(2, DifferentialPeaks.of(peaks(0.06), 1e-3, 2e-3).peaks().size());
        assertEquals(1, DifferentialPeaks.of(peaks(0.04), 1e-3, 2e-3).peaks().size());
        assertEquals(4e-3, DifferentialPeaks.of(peaks(0.5), 2e-3, Double.NaN).smoothing(), 1e-12);
    }

    @Test
    void aPeakAsWideAsTheSmoothingOrTheNoiseIsDoubted() {
        // 35 mV wide at half its height; of a smoothing of 30 mV three would be 90 mV, of 5 mV they are 15 mV
        assertTrue(DifferentialPeaks.of(peaks(0.5), 1e-3, 0.03).peaks().get(0).verdict().reason().contains("hardly "
                + "wider"));
        assertTrue(DifferentialPeaks.of(peaks(0.5), 1e-3, 5e-3).peaks().get(0).verdict().isSound());
        assertTrue(new DifferentialPeaks.Peak(3, 0, 2.01, 1, Verdict.SOUND).verdict().isSound());
        assertTrue(!new DifferentialPeaks.Peak(3, 0, -2, 1, Verdict.SOUND).verdict().isSound());
        // six classes hold no peak
        DifferentialPeaks few = DifferentialPeaks.of(peaks(0.5), 0.2, 0.2);
        assertTrue(few.peaks().isEmpty());
        assertEquals(0.2, few.curve().width());
    }
}
