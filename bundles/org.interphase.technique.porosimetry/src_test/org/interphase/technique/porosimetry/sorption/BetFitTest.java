package org.interphase.technique.porosimetry.sorption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntToDoubleFunction;
import org.interphase.numerics.linear.StraightLine;
import org.junit.jupiter.api.Test;

/** Lines through isotherms whose monolayer of 2 mmol/g and constant of 100 are put in, and their criteria by hand. */
class BetFitTest {

    private static double bet(double p) {
        return 2 * 100 * p / ((1 - p) * (1 + 99 * p));
    }

    private static Isotherm isotherm(int n, IntToDoubleFunction pressure, IntToDoubleFunction factor) {
        double[] p = new double[n];
        double[] a = new double[n];
        for (int i = 0; i < n; i++) {
            p[i] = pressure.applyAsDouble(i);
            a[i] = factor.applyAsDouble(i) * bet(p[i]);
        }
        return new Isotherm(p, a, 0);
    }

    @Test
    void anExactIsothermGivesBackWhatWasPutIn() {
        Isotherm iso = isotherm(6, i -> 0.05 + 0.05 * i, i -> 1);
        BetFit f = BetFit.of(iso, 1, 4);
        assertEquals(2, f.monolayer(), 1e-9);
        assertEquals(100, f.constant(), 1e-6);
        assertEquals(0, f.uncertainty(), 1e-6);
        // intercept 1 / (2 x 100), slope 99 / 200
        assertEquals(0.005, f.line().intercept(), 1e-12);
        assertEquals(0.495, f.line().slope(), 1e-12);
        assertTrue(f.constantIsPositive());
    }

    @Test
    void theUncertaintyIsThatOfTheLineAtTheSaturationPressure() {
        Isotherm iso = isotherm(8, i -> 0.05 + 0.03 * i, i -> i % 2 == 0 ? 1.01 : 0.99);
        BetFit f = BetFit.of(iso, 0, 7);
        StraightLine l = f.line();
        // the monolayer is one over slope and intercept together, the line's value at 1
        assertEquals(1 / l.at(1), f.monolayer(), 1e-12);
        assertEquals(l.sigmaAt(1) / Math.pow(l.at(1), 2), f.uncertainty(), 1e-9);
        assertTrue(f.uncertainty() > 0.005);
        // C - 1 is slope over intercept
        double a = l.intercept();
        double b = l.slope();
        double variance = Math.pow(l.slopeSigma() / a, 2) + Math.pow(b * l.interceptSigma() / a / a, 2)
                - 2 * b / (a * a * a) * l.covariance();
        assertEquals(Math.sqrt(variance), f.constantUncertainty(), 1e-6 * f.constantUncertainty());
        // points alike relative to themselves: 1 % of each
        assertEquals(1, Math.sqrt(l.reducedChiSquare()) * 1e-9 / 0.01, 0.2);
    }

    private static final Isotherm STRAIGHT = new Isotherm(new double[] {0.1, 0.2, 0.3, 0.4, 0.5}, new double[] {1, 2, 3,
        4, 5}, 0);

    private static BetFit fit(int first, int last, double monolayer, double constant, double intercept) {
        return new BetFit(first, last, monolayer, 0, constant, 0, new StraightLine(intercept, 1, 0, 0, 0, 1));
    }

    @Test
    void theMonolayerMustBeReachedInTheRange() {
        assertEquals(0.25, STRAIGHT.pressureAt(2.5), 1e-12);
        assertEquals(0.5, STRAIGHT.pressureAt(5), 1e-12);
        assertEquals(0.1, STRAIGHT.pressureAt(1), 1e-12);
        assertTrue(Double.isNaN(STRAIGHT.pressureAt(0.9)) && Double.isNaN(STRAIGHT.pressureAt(5.1)));
        assertTrue(fit(1, 2, 2.5, 9, 1).reachesMonolayer(STRAIGHT));
        assertFalse(fit(0, 1, 2.5, 9, 1).reachesMonolayer(STRAIGHT));
        assertFalse(fit(2, 4, 2.5, 9, 1).reachesMonolayer(STRAIGHT));
        assertFalse(fit(0, 4, 6, 9, 1).reachesMonolayer(STRAIGHT));
    }

    @Test
    void itsPressureMustBeThatOfTheConstantToAFifth() {
        // 1 / (sqrt(C) + 1) is 0.25 for 9; 0.20 for 16 and 0.30 for 5.44
        assertTrue(fit(0, 4, 2.5, 9, 1).agrees(STRAIGHT));
        assertTrue(fit(0, 4, 2.5, 5.5, 1).agrees(STRAIGHT));
        assertFalse(fit(0, 4, 2.5, 5.4, 1).agrees(STRAIGHT));
        assertTrue(fit(0, 4, 2.5, 15.9, 1).agrees(STRAIGHT));
        assertFalse(fit(0, 4, 2.5, 16.1, 1).agrees(STRAIGHT));
    }

    @Test
    void constantMonolayerAndInterceptMustBePositive() {
        assertTrue(fit(0, 4, 2.5, 9, 1).constantIsPositive());
        assertFalse(fit(0, 4, 2.5, -9, 1).constantIsPositive());
        assertFalse(fit(0, 4, -2.5, 9, 1).constantIsPositive());
        assertFalse(fit(0, 4, 2.5, 9, -1).constantIsPositive());
    }

    @Test
    void whatMustRiseMayFallByNoiseAlone() {
        // n (1 - p) goes up and down by 0.1 %: three standard deviations of second differences are 1.54 %
        double[] p = new double[12];
        double[] n = new double[12];
        for (int i = 0; i < 12; i++) {
            p[i] = 0.05 + 0.02 * i;
            n[i] = Math.exp(i % 2 == 0 ? 1e-3 : -1e-3) / (1 - p[i]);
        }
        Isotherm iso = new Isotherm(p, n, 0);
        assertEquals(Math.exp(1e-3), iso.rouquerol(4), 1e-12);
        assertEquals(3 * 2e-3 / Math.sqrt(1.5) / 0.3186, iso.tolerance(), 1e-9);
        assertTrue(fit(0, 11, 1, 9, 1).rises(iso));
        double[] fallen = n.clone();
        fallen[9] *= 0.98;
        Isotherm other = new Isotherm(p, fallen, 0);
        assertFalse(fit(0, 11, 1, 9, 1).rises(other));
        assertTrue(fit(0, 8, 1, 9, 1).rises(other));
        assertTrue(fit(9, 11, 1, 9, 1).rises(other));
        // never more than 3 %
        for (int i = 0; i < 12; i++) {
            n[i] = Math.exp(i % 2 == 0 ? 0.01 : -0.01) / (1 - p[i]);
        }
        assertEquals(0.03, iso.tolerance(), 1e-12);
    }

    @Test
    void theUsualRangeIsTakenWhereItIsValid() {
        Isotherm iso = isotherm(40, i -> 0.01 + 0.01 * i, i -> 1);
        BetRange r = BetRange.of(iso).orElseThrow();
        assertTrue(r.usual());
        assertEquals(0.05, iso.pressure()[r.chosen().first()], 1e-9);
        assertEquals(0.30, iso.pressure()[r.chosen().last()], 1e-9);
        assertEquals(2, r.chosen().monolayer(), 1e-9);
        assertEquals(0, r.spread(), 1e-9);
        assertTrue(r.valid() > 50);
        // points at 0.03 and 0.07: the one below is taken too
        BetRange coarse = BetRange.of(isotherm(9, i -> 0.03 + 0.04 * i, i -> 1)).orElseThrow();
        assertEquals(0, coarse.chosen().first());
        assertEquals(6, coarse.chosen().last());
    }

    @Test
    void elseTheValidRangeOfMostPointsIs() {
        // micropores filled by 3 mmol/g: n (1 - p) is highest at 0.02, so that the usual range holds nothing
        double[] p = new double[60];
        double[] n = new double[60];
        for (int i = 0; i < 60; i++) {
            p[i] = 1e-4 * Math.pow(3500, i / 59.0);
            n[i] = 3 * 2000 * p[i] / (1 + 2000 * p[i]);
        }
        BetRange r = BetRange.of(new Isotherm(p, n, 0)).orElseThrow();
        assertFalse(r.usual());
        assertTrue(r.chosen().isValid(new Isotherm(p, n, 0)));
        assertEquals(3, r.chosen().monolayer(), 0.1);
        assertTrue(r.spread() >= 0 && r.spread() < 0.1);
        assertTrue(BetRange.of(new Isotherm(new double[] {0.1, 0.2, 0.3, 0.4, 0.5}, new double[] {1, 2, 4, 8, 16}, 0))
                .isEmpty());
    }
}
