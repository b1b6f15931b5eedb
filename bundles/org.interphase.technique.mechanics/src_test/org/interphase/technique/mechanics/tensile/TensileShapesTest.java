package org.interphase.technique.mechanics.tensile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.interphase.model.Measurement;
import org.interphase.technique.mechanics.tensile.Rise.Ending;
import org.junit.jupiter.api.Test;

/** Peak, end, noise, straight part, foot, slip and yield of curves that are written down. */
class TensileShapesTest {

    private static double[] grid(int n, double step) {
        double[] e = new double[n];
        for (int i = 0; i < n; i++) {
            e[i] = step * i;
        }
        return e;
    }

    private static double[] of(double[] e, DoubleUnaryOperator stress) {
        return Arrays.stream(e).map(stress).toArray();
    }

    private static StressStrain curve(double[] e, double[] s) {
        return new StressStrain(e, s, false, false, false, List.of());
    }

    private static double[] noisy(double[] v, double sigma, long seed) {
        Random random = new Random(seed);
        return of(v, x -> x + sigma * random.nextGaussian());
    }

    /** y = 1 + 2 i + 3 i2 is a parabola; three points take a line, two their own values. */
    @Test
    void aParabolaIsRecoveredEverywhere() {
        double[] y = of(grid(9, 1), i -> 1 + 2 * i + 3 * i * i);
        for (int i = 1; i <= 7; i++) {
            assertEquals(y[i], Parabola.at(y, 1, 7, i), 1e-9);
        }
        double[] bent = {0, 5, 1, 9};
        // line through 0, 5, 1: mean 2, slope 1/2
        assertEquals(1.5, Parabola.at(bent, 0, 2, 0), 1e-12);
        assertEquals(2.5, Parabola.at(bent, 0, 2, 2), 1e-12);
        assertEquals(5, Parabola.at(bent, 1, 2, 1), 1e-12);
        // parabola through 0, 1, 0, 0, 0 about the middle: y0 = 1, y1 = -1, y2 = 1, s2 = 10, s4 = 34, d = 70;
        // quadratic (5 - 10) / 70 = -1/14, mean (1 + 10/14) / 5 = 24/70, at the first -2: 24/70 + 2/10 - 4/14
        assertEquals(24.0 / 70 + 0.2 - 4.0 / 14, Parabola.at(new double[] {0, 1, 0, 0, 0}, 0, 4, 0), 1e-12);
    }

    /** Up to 150 at row 30; down by 5 twice, then by 35, by 95 and to nothing: the fall begins at 140. */
    @Test
    void aSuddenFallIsTheBreak() {
        double[] e = grid(40, 0.01);
        double[] s = of(e, x -> Math.min(500 * x, 150));
        double[] fall = {145, 140, 105, 10, 5, 4, 3, 2, 1};
        System.arraycopy(fall, 0, s, 31, 9);
        Rise r = new Rise(e, s);
        assertEquals(30, r.peak());
        assertEquals(Ending.BREAK, r.ending());
        assertEquals(32, r.end());
    }

    @Test
    void aFallOfAQuarterIsABreakAndOfLessIsNone() {
        double[] s = {0, 20, 40, 60, 80, 100, 100, 74, 73, 72, 71, 70};
        assertEquals(Ending.BREAK, new Rise(grid(12, 0.01), s).ending());
        assertEquals(6, new Rise(grid(12, 0.01), s).end());
        s[7] = 76;
        Rise slow = new Rise(grid(12, 0.01), s);
        assertEquals(Ending.FALLING, slow.ending());
        assertEquals(11, slow.end());
    }

    /** Down by 2.5 a row to 8 and then to nothing: below a tenth of the strength a fall counts no more. */
    @Test
    void aTailAtLowStressHoldsNoBreak() {
        double[] e = grid(60, 0.01);
        double[] s = of(e, x -> x <= 0.2 ? 500 * x : Math.max(7.5, 100 - 250 * (x - 0.2)));
        s[59] = 0;
        Rise r = new Rise(e, s);
        assertEquals(Ending.FALLING, r.ending());
        assertEquals(59, r.end());
        s[58] = 12;
        assertEquals(Ending.BREAK, new Rise(e, s).ending());
    }

    @Test
    void aRecordEndsAtItsPeakWithinAFewParts() {
        double[] e = grid(12, 0.01);
        double[] s = of(e, x -> 1000 * x);
        assertEquals(Ending.AT_PEAK, new Rise(e, s).ending());
        assertEquals(11, new Rise(e, s).peak());
        s[11] = 98.4;
        s[10] = 100;
        // the robust noise of so few points is small beside 1.5 % of the strength
        Rise r = new Rise(e, s);
        assertEquals(98.4 > 98.5 - 3 * r.noise() ? Ending.AT_PEAK : Ending.FALLING, r.ending());
        s[11] = 99;
        assertEquals(Ending.AT_PEAK, new Rise(e, s).ending());
        s[11] = 90;
        assertEquals(Ending.FALLING, new Rise(e, s).ending());
    }

    private static double[][] unloaded(int rows, double stepBack, double end) {
        double[][] out = new double[2][30 + rows];
        for (int i = 0; i < 30 + rows; i++) {
            out[0][i] = i < 30 ? 0.01 * i : 0.29 - stepBack * (i - 29);
            out[1][i] = i < 30 ? 10 * i : 290 + (end - 290) * (i - 29) / rows;
        }
        return out;
    }

    /** Strain goes back over more than 15 rows by more than 2 %, stress to less than 80 %. */
    @Test
    void stressAndStrainThatGoBackAreAnUnloading() {
        double[][] back = unloaded(16, 0.005, 200);
        Rise r = new Rise(back[0], back[1]);
        assertEquals(Ending.UNLOADED, r.ending());
        assertEquals(29, r.peak());
        assertEquals(29, r.end());
        double[][] few = unloaded(15, 0.005, 200);
        assertEquals(Ending.FALLING, new Rise(few[0], few[1]).ending());
        double[][] still = unloaded(16, 0.0003, 200);
        assertEquals(Ending.FALLING, new Rise(still[0], still[1]).ending());
        double[][] high = unloaded(16, 0.005, 240);
        assertEquals(Ending.FALLING, new Rise(high[0], high[1]).ending());
        // strains count from the first
        double[][] moved = unloaded(16, 0.0006, 200);
        for (int i = 0; i < moved[0].length; i++) {
            moved[0][i] += 1;
        }
        assertEquals(Ending.UNLOADED, new Rise(moved[0], moved[1]).ending());
    }

    @Test
    void noiseIsSmoothedByAParabolaOverFifteenPoints() {
        double[] e = grid(601, 1e-4);
        double[] s = noisy(of(e, x -> 2000 * x), 1, 1);
        Rise r = new Rise(e, s);
        assertEquals(1, r.noise(), 0.15);
        assertEquals(r.noise() * 1.5 / Math.sqrt(15), r.smoothNoise(), 1e-12);
        assertEquals(Parabola.at(s, 293, 307, 300), r.smooth()[300], 1e-12);
        assertEquals(Parabola.at(s, 0, 9, 2), r.smooth()[2], 1e-12);
        assertEquals(Parabola.at(s, 591, 600, 598), r.smooth()[598], 1e-12);
        // 81 points: two to each side
        double[] short81 = Arrays.copyOf(s, 81);
        Rise t = new Rise(Arrays.copyOf(e, 81), short81);
        assertEquals(Parabola.at(short81, 38, 42, 40), t.smooth()[40], 1e-12);
        assertEquals(t.noise() * 1.5 / Math.sqrt(5), t.smoothNoise(), 1e-12);
        // 0.02 of 120 MPa is quiet enough to be left alone
        double[] little = noisy(of(e, x -> 2000 * x), 0.02, 1);
        assertSame(little, new Rise(e, little).smooth());
        double[] clean = of(e, x -> 2000 * x);
        Rise quiet = new Rise(e, clean);
        assertSame(clean, quiet.smooth());
        assertEquals(quiet.noise(), quiet.smoothNoise());
        assertEquals(0, new Rise(grid(9, 1), new double[] {0, 3, 1, 5, 2, 7, 5, 9, 7}).noise());
        assertEquals(0, new Rise(noisy(grid(9, 1), 0.1, 3), grid(9, 1)).strainNoise());
        assertEquals(0.1, new Rise(noisy(grid(500, 1), 0.1, 3), grid(500, 1)).strainNoise(), 0.02);
    }

    /** Straight to 0.002, then a saturation: slope 200 GPa, foot at zero. */
    private static double[] saturating(double[] e) {
        return of(e, x -> x <= 0.002 ? 200_000 * x : 400 + 100 * (1 - Math.exp(-(x - 0.002) * 2000)));
    }

    @Test
    void theStraightPartOfASaturatingCurve() {
        double[] e = grid(400, 1e-5);
        double[] s = saturating(e);
        LinearPart l = LinearPart.find(e, s, 399);
        assertEquals(200_000, l.slope(), 1);
        assertEquals(0, l.origin(), 1e-8);
        assertTrue(l.from() <= 3, l.toString());
        assertTrue(l.to() > 150 && l.to() <= 215, l.toString());
        assertTrue(l.curvature() < 1e-3);
    }

    @Test
    void tooFewPointsHaveNoStraightPart() {
        assertNull(LinearPart.find(new double[] {0, 1, 2, 3}, new double[] {0, 1, 2, 3}, 3));
        assertNull(LinearPart.find(grid(20, 1), of(grid(20, 1), x -> 5), 19));
    }

    /** s = 3 + 2 e with residuals 1, -1, 0, 1, -1: all sums by hand. */
    @Test
    void aWindowByHand() {
        double[] e = {0, 1, 2, 3, 4};
        double[] s = {4, 4, 7, 10, 10};
        LinearPart l = LinearPart.within(e, s, 4, 0, 100);
        // sxx 10, sxy 18, syy 36: slope 1.8, intercept 3.4, rest 3.6
        assertEquals(1.8, l.slope(), 1e-12);
        assertEquals(3.4, l.intercept(), 1e-12);
        assertEquals(-3.4 / 1.8, l.origin(), 1e-12);
        // halves of two and three points: no line of two; r2 is 0.9, so too flat by 1.8 * 0.1 / 2;
        // residuals 0.6 -1.2 0 1.2 -0.6 hang together by less than nothing: no widening
        double noise = Math.sqrt(3.6 / 3 / 10) * 3.182446 / 1.959964;
        assertEquals(Math.hypot(noise, 0.09), l.scatter(), 1e-5);
        assertEquals(0, l.curvature());
        assertEquals(0, l.choice());
        assertEquals(0, l.from());
        assertEquals(5, l.to());
    }

    /** Two straight halves of slopes 3 and 1: half their difference is the curvature. */
    @Test
    void halvesOfDifferentSlopeAreCurvature() {
        double[] e = grid(8, 1);
        double[] s = {0, 3, 6, 9, 10, 11, 12, 13};
        LinearPart l = LinearPart.within(e, s, 7, 0, 100);
        // sxx 42, sxy = 79 by hand: sum e s = 0+3+12+27+40+55+72+91 = 300, minus 28 * 64 / 8 = 224: 76
        assertEquals(76.0 / 42, l.slope(), 1e-12);
        assertEquals(1 / (76.0 / 42), l.curvature(), 1e-12);
        double rest = 660 - 512 - 76 * 76 / 42.0;
        double r2 = 1 - rest / (660 - 512);
        double[] r = new double[8];
        double square = 0;
        double product = 0;
        for (int i = 0; i < 8; i++) {
            r[i] = s[i] - (8 - 3.5 * 76 / 42) - 76.0 / 42 * e[i];
            square += r[i] * r[i];
            product += i > 0 ? r[i] * r[i - 1] : 0;
        }
        double rho = product / square;
        double noise = Math.sqrt(rest / 6 / 42) * 2.446912 / 1.959964 * Math.sqrt((1 + rho) / (1 - rho));
        double flat = 76.0 / 42 * (1 - r2) / 2;
        assertEquals(Math.sqrt(noise * noise + 1 + flat * flat), l.scatter(), 1e-5);
        assertEquals(Math.hypot(l.scatter(), 0.5), new LinearPart(0, 8, l.slope(), 0, l.scatter(), 0.5, 0).sigma(),
                1e-12);
    }

    /** Of 900 points every second counts for what neighbours have in common: here all, which 0.9 stands for at most. */
    @Test
    void residualsThatAreAlikeWidenTheSlope() {
        double[] e = grid(900, 1);
        double[] s = of(e, x -> 1000 + x + (x % 2 == 0 ? 1 : -1));
        LinearPart l = LinearPart.within(e, s, 899, 0, 1e9);
        double sxx = 900.0 * (900.0 * 900 - 1) / 12;
        double noise = Math.sqrt(900.0 / 898 / sxx * 19);
        assertEquals(noise, l.scatter(), 0.02 * noise);
    }

    @Test
    void aRangeOfStressTakesItsEnds() {
        double[] e = grid(10, 1);
        LinearPart l = LinearPart.within(e, e, 9, 2, 6);
        assertArrayEquals(new int[] {2, 7}, new int[] {l.from(), l.to()});
        assertNull(LinearPart.within(e, e, 9, 2, 5));
        assertEquals(8, LinearPart.within(e, e, 7, 2, 100).to());
        assertNull(LinearPart.within(e, e, 9, 200, 300));
    }

    /** All windows between 31 levels, and which of them count, written out. */
    @Test
    void theStraightPartIsTheLongestOfTheWellKnown() {
        double[] e = grid(120, 5e-5);
        DoubleUnaryOperator toe = x -> 100_000 * x * x / (x + 2e-4) / (1 + Math.pow(x / 0.004, 3));
        double share = writtenOut(e, noisy(of(e, toe), 1.5, 5));
        assertTrue(share > 0.2 && share < 0.9, "" + share);
        writtenOut(e, noisy(of(e, toe), 15, 6));
        writtenOut(e, noisy(of(e, toe), 30, 7));
        writtenOut(grid(7, 1e-3), new double[] {0, 3, 15, 60, 110, 150, 170});
        writtenOut(grid(14, 5e-4), noisy(of(grid(14, 5e-4), toe), 6, 8));
    }

    /** Compares; gives the share of the windows that tell the uncertainty of the choice. */
    private static double writtenOut(double[] e, double[] s) {
        int peak = 0;
        for (int i = 0; i < s.length; i++) {
            peak = s[i] > s[peak] ? i : peak;
        }
        LinearPart found = LinearPart.find(e, s, peak);
        List<LinearPart> steep = steep(windows(e, s, peak));
        double best = Double.MAX_VALUE;
        for (LinearPart w : steep) {
            best = Math.min(best, w.scatter() / w.slope());
        }
        double known = 1.5 * best + 0.002;
        LinearPart chosen = null;
        for (LinearPart w : steep) {
            boolean longer = chosen == null || rise(w, s) >= rise(chosen, s);
            chosen = w.scatter() / w.slope() <= known && longer ? w : chosen;
        }
        assertArrayEquals(new int[] {chosen.from(), chosen.to()}, new int[] {found.from(), found.to()});
        assertEquals(chosen.slope(), found.slope(), 1e-6);
        double square = 0;
        int n = 0;
        for (LinearPart w : steep) {
            boolean overlaps = w.from() < chosen.to() && chosen.from() < w.to();
            if (overlaps && 3 * rise(w, s) > rise(chosen, s) && w.scatter() / w.slope() <= 2.5 * known) {
                square += Math.pow(w.slope() - chosen.slope(), 2);
                n++;
            }
        }
        assertEquals(n < 2 ? 0 : Math.sqrt(square / (n - 1)), found.choice(), 1e-6);
        return n / (double) steep.size();
    }

    private static double rise(LinearPart w, double[] s) {
        return s[w.to() - 1] - s[w.from()];
    }

    private static List<LinearPart> windows(double[] e, double[] s, int peak) {
        int[] at = new int[31];
        double low = Math.max(0, s[0]);
        for (int k = 0; k < at.length; k++) {
            double level = low + (s[peak] - low) * Math.pow(k / 30.0, 1.5);
            at[k] = k == 0 ? 0 : at[k - 1];
            while (at[k] < peak && s[at[k]] < level) {
                at[k]++;
            }
        }
        List<LinearPart> out = new ArrayList<>();
        for (int from : at) {
            for (int to : at) {
                // the range of all stresses of a piece of the record is that piece
                LinearPart w = to - from < 5 ? null : LinearPart.within(Arrays.copyOfRange(e, from, to),
                        Arrays.copyOfRange(s, from, to), to - from - 1, -1e9, 1e9);
                if (w != null && w.slope() > 0) {
                    out.add(new LinearPart(from, to, w.slope(), w.intercept(), w.scatter(), 0, w.curvature()));
                }
            }
        }
        return out;
    }

    private static List<LinearPart> steep(List<LinearPart> all) {
        double most = Double.NEGATIVE_INFINITY;
        boolean known = false;
        for (LinearPart w : all) {
            if (w.scatter() < 0.1 * w.slope() && w.to() - w.from() >= 8) {
                most = Math.max(most, w.slope() - w.scatter());
                known = true;
            }
        }
        for (LinearPart w : all) {
            most = known ? most : Math.max(most, w.slope() - w.scatter());
        }
        double least = 0.75 * most;
        return all.stream().filter(w -> w.slope() >= least).toList();
    }

    private static Foot foot(double[] e, double[] s, LinearPart l) {
        return Foot.of(l, curve(e, s), new Rise(e, s));
    }

    /** Part of slope 100 about a mean stress of 6 over points 4 to 8, known to 5. */
    @Test
    void theFootOfALine() {
        double[] e = grid(12, 0.01);
        double[] s = of(e, x -> 100 * x);
        Foot f = foot(e, s, new LinearPart(4, 9, 100, 0, 3, 4, 0));
        assertEquals(0, f.strain(), 1e-12);
        // 6 / 100 * 5 / 100
        assertEquals(0.003, f.sigma(), 1e-12);
        assertEquals(0, f.steeper(), 1e-12);
        assertFalse(f.bent() || f.steeperBefore());
        assertEquals(new Foot(0, 0, 0, false, false), Foot.of(null, curve(e, s), new Rise(e, s)));
    }

    /** Steep to 0.01, where the stress is 3, then 100: the line would begin at -0.02. */
    @Test
    void aCurveSteeperBeforeItsPartKeepsItsOwnBeginning() {
        double[] e = grid(12, 0.01);
        double[] s = of(e, x -> x == 0 ? 0 : 2 + 100 * x);
        Foot f = foot(e, s, new LinearPart(4, 9, 100, 2, 0, 3, 0));
        double noise = new Rise(e, s).noise() / 100;
        assertEquals(0, f.strain(), 1e-12);
        assertEquals(noise, f.sigma(), 1e-12);
        // 0.02 over a middle of 8 / 100
        assertEquals(0.25, f.steeper(), 1e-12);
        assertTrue(f.bent() && f.steeperBefore());
        // not sure where the slope is known to 20: sigma is 0.08 * 0.2
        Foot unsure = foot(e, s, new LinearPart(4, 9, 100, 2, 20, 0, 0));
        assertEquals(-0.02, unsure.strain(), 1e-12);
        assertEquals(0.016, unsure.sigma(), 1e-12);
        assertTrue(unsure.bent());
        assertFalse(unsure.steeperBefore());
        Foot within = foot(e, s, new LinearPart(4, 9, 100, 2, 26, 0, 0));
        assertFalse(within.bent());
    }

    /** The point that lies furthest to the right of the part is the second: e - s/100 is 0 there. */
    @Test
    void theBeginningIsWhereTheCurveIsFurthestBehindTheLine() {
        double[] e = grid(12, 0.01);
        double[] s = of(e, x -> 2 + 100 * x);
        s[0] = 1.5;
        s[1] = 1;
        s[2] = 3;
        Foot f = foot(e, s, new LinearPart(4, 9, 100, 2, 3, 0, 0));
        double noise = new Rise(e, s).noise() / 100;
        assertEquals(0, f.strain(), 1e-12);
        assertEquals(Math.hypot(0.01 * 0.03, noise), f.sigma(), 1e-12);
        assertTrue(f.steeperBefore());
    }

    /** The curve begins 0.02 behind the line of 2 + 100 e, whose middle is known to 0.0008 for each unit of slope. */
    @Test
    void howSureABeginningMustBe() {
        double[] e = grid(12, 0.01);
        double[] s = of(e, x -> x == 0 ? 0 : 2 + 100 * x);
        assertEquals(0, new Rise(e, s).noise(), 1e-9);
        assertTrue(foot(e, s, new LinearPart(4, 9, 100, 2, 8.2, 0, 0)).steeperBefore());
        assertFalse(foot(e, s, new LinearPart(4, 9, 100, 2, 8.5, 0, 0)).steeperBefore());
        assertTrue(foot(e, s, new LinearPart(4, 9, 100, 2, 24.5, 0, 0)).bent());
        assertFalse(foot(e, s, new LinearPart(4, 9, 100, 2, 25.5, 0, 0)).bent());
        // over a middle of 8: 3 % of it are 0.24
        assertTrue(foot(e, s, new LinearPart(4, 9, 100, 0.25, 2, 0, 0)).bent());
        assertFalse(foot(e, s, new LinearPart(4, 9, 100, 0.23, 2, 0, 0)).bent());
    }

    /** Stresses between neighbours scatter: the first of many points may be 5 of that away. */
    @Test
    void aNoisyBeginningIsTheFurthestOfMany() {
        double[] e = grid(40, 0.001);
        double[] s = of(e, x -> 100 * x + (Math.round(x / 0.001) % 2 == 0 ? 0 : 0.01));
        double noise = new Rise(e, s).noise();
        assertTrue(noise > 0.005, "" + noise);
        assertFalse(foot(e, s, new LinearPart(10, 30, 100, 4.9 * noise, 0, 0, 0)).steeperBefore());
        Foot sure = foot(e, s, new LinearPart(10, 30, 100, 5.1 * noise, 0, 0, 0));
        assertTrue(sure.steeperBefore());
        assertEquals(noise / 100, sure.sigma(), 1e-12);
    }

    /** Elastic to 0.002, flat to 0.006, elastic again. */
    private static double[] slipping(double[] e, double flat) {
        return of(e, x -> x < 0.002 ? 100_000 * x : x < 0.002 + flat ? 200 : 200 + 100_000 * (x - 0.002 - flat));
    }

    @Test
    void anElasticRiseBehindAFlatPieceIsASlip() {
        double[] e = grid(100, 1e-4);
        double[] s = slipping(e, 0.004);
        int at = Slip.find(e, s, 20, 90, 100_000, 0);
        assertTrue(at >= 58 && at <= 62, "" + at);
        assertEquals(-1, Slip.find(e, s, 20, 58, 100_000, 0));
        // behind a yield the rise is hardening
        double[] hard = of(e, x -> x < 0.002 ? 100_000 * x : x < 0.006 ? 200 : 200 + 40_000 * (x - 0.006));
        assertEquals(-1, Slip.find(e, hard, 20, 90, 100_000, 0));
        // a flat piece shorter than a tenth of the elastic strain is none
        assertEquals(-1, Slip.find(e, slipping(e, 0), 20, 90, 100_000, 0));
        // slopes that noise hides tell nothing
        assertEquals(-1, Slip.find(e, s, 20, 90, 100_000, 500));
        // what rises by less than 8 noises is no rise
        double[] low = of(e, x -> Math.min(s[(int) Math.round(x / 1e-4)], 204));
        assertEquals(-1, Slip.find(e, low, 20, 90, 100_000, 0));
    }

    /** 5 MPa of noise hide slopes of windows of 6 points and less: the slip is told by 12. */
    @Test
    void windowsLongEnoughForTheNoiseTellASlip() {
        double[] e = grid(100, 1e-4);
        int at = Slip.find(e, slipping(e, 0.004), 21, 90, 100_000, 5);
        assertTrue(at == 57 || at == 63, "" + at);
        // strains may count from elsewhere
        double[] moved = of(e, x -> x + 0.3);
        assertEquals(at, Slip.find(moved, slipping(e, 0.004), 21, 90, 100_000, 5));
    }

    /** Flat is less than 0.35 of the modulus, elastic more than 0.65. */
    @Test
    void howFlatAndHowSteepASlipIs() {
        double[] e = grid(100, 1e-4);
        for (double part : new double[] {0.34, 0.36}) {
            double[] s = of(e, x -> x < 0.002 ? 100_000 * x : x < 0.006 ? 200 + part * 100_000 * (x - 0.002)
                    : 200 + part * 400 + 100_000 * (x - 0.006));
            assertEquals(part < 0.35, Slip.find(e, s, 20, 90, 100_000, 0) >= 0, "flat " + part);
        }
        for (double part : new double[] {0.64, 0.66}) {
            double[] s = of(e, x -> x < 0.002 ? 100_000 * x : x < 0.006 ? 200 : 200 + part * 100_000 * (x - 0.006));
            assertEquals(part > 0.65, Slip.find(e, s, 20, 90, 100_000, 0) >= 0, "steep " + part);
        }
    }

    /** Rows of 0.2 or 0.3 of the modulus and 1 or 0.7 behind, four and more: windows of three know them to 0.035. */
    @Test
    void slopesCountWithTheirNoise() {
        double[] e = grid(40, 1e-4);
        for (double[] part : new double[][] {{0.3, 1}, {0.2, 0.7}}) {
            double[] s = of(e, x -> x < 0.001 ? 100_000 * x : x < 0.0013 ? 100 + part[0] * 100_000 * (x - 0.001)
                    : 100 + part[0] * 30 + part[1] * 100_000 * (x - 0.0013));
            assertTrue(Slip.find(e, s, 10, 39, 100_000, 0.1) > 0, "flat " + part[0]);
            assertEquals(-1, Slip.find(e, s, 10, 39, 100_000, 0.5), "flat " + part[0]);
        }
    }

    @Test
    void unloadingBetweenIsNoSlip() {
        double[] e = new double[120];
        double[] s = new double[120];
        for (int i = 0; i < 120; i++) {
            e[i] = i < 60 ? 1e-4 * i : i < 80 ? 0.006 - 1e-4 * (i - 60) : 0.004 + 1e-4 * (i - 80);
            s[i] = i < 20 ? 10 * i : i < 60 ? 200 : i < 80 ? 200 - 9 * (i - 60) : 20 + 9 * (i - 80);
        }
        assertEquals(-1, Slip.find(e, s, 20, 115, 100_000, 0));
    }

    private static List<Measurement> drop(double[] e, double[] s, int from) {
        return YieldDrop.of(curve(e, s), new Rise(e, s), from, 0.01);
    }

    /** Up to 300 at row 30, down to 280 for a while, then up to 400. */
    @Test
    void upperAndLowerYieldStrength() {
        double[] e = grid(100, 1e-3);
        double[] s = of(e, x -> x <= 0.03 ? 10_000 * x : x < 0.0345 ? 300 - 5000 * (x - 0.03) : x < 0.05 ? 280
                : 280 + 2400 * (x - 0.05));
        List<Measurement> m = drop(e, s, 20);
        double noise = new Rise(e, s).smoothNoise();
        assertEquals(2, m.size());
        assertEquals(300, m.get(0).value(), 1e-9);
        // 1 %, noise, and the larger step beside it, 10 MPa, as a rectangle
        assertEquals(Math.sqrt(9 + noise * noise + 100 / 12.0), m.get(0).uncertainty(), 1e-9);
        assertEquals(280, m.get(1).value(), 1e-9);
        assertEquals(Math.sqrt(2.8 * 2.8 + 4 * noise * noise + 0.84 * 0.84), m.get(1).uncertainty(), 1e-9);
        assertEquals("R_eH", m.get(0).symbol());
        assertEquals("R_eL", m.get(1).symbol());
        assertTrue(drop(e, of(e, x -> 4000 * x), 20).isEmpty());
        // a fall of less than 0.4 % is none
        double[] shallow = of(e, x -> x <= 0.03 ? 10_000 * x : x < 0.05 ? 299 : 299 + 2400 * (x - 0.05));
        assertTrue(drop(e, shallow, 20).isEmpty());
    }

    /** The straight part may end right at the upper yield strength; the step behind it is the larger one. */
    @Test
    void aFallRightBehindTheStraightPart() {
        double[] e = grid(100, 1e-3);
        double[] s = of(e, x -> x <= 0.03 ? 10_000 * x : x < 0.05 ? 280 : 280 + 2400 * (x - 0.05));
        List<Measurement> m = drop(e, s, 31);
        double noise = new Rise(e, s).smoothNoise();
        assertEquals(300, m.get(0).value(), 1e-9);
        assertEquals(Math.sqrt(9 + noise * noise + 400 / 12.0), m.get(0).uncertainty(), 1e-9);
    }

    /** Behind the rise above the upper yield strength another fall counts no more. */
    @Test
    void onlyTheFirstFallIsAYield() {
        double[] e = grid(100, 1e-3);
        double[] s = of(e, x -> x <= 0.03 ? 10_000 * x : x < 0.05 ? 290 : x < 0.06 ? 290 + 5000 * (x - 0.05)
                : x < 0.07 ? 250 : 250 + 6000 * (x - 0.07));
        List<Measurement> m = drop(e, s, 20);
        assertEquals(300, m.get(0).value(), 1e-9);
        assertEquals(290, m.get(1).value(), 1e-9);
    }

    @Test
    void anUnloadingIsNoYield() {
        double[] e = new double[100];
        double[] s = new double[100];
        for (int i = 0; i < 100; i++) {
            e[i] = i < 30 ? 1e-3 * i : i < 45 ? 0.029 - 1e-3 * (i - 29) : 0.014 + 1e-3 * (i - 45);
            s[i] = i < 30 ? 10 * i : i < 45 ? 290 - 10 * (i - 29) : i < 61 ? 140 + 10 * (i - 45) : 300 + i - 61;
        }
        assertTrue(drop(e, s, 20).isEmpty());
    }
}
