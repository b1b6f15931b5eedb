package org.interphase.numerics.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.interphase.numerics.signal.PeakSearch.Candidate;
import org.junit.jupiter.api.Test;

/** Peaks of a few points over a filter of five: (-3 12 17 12 -3) / 35, its noise sqrt(17 / 35) of that of a point. */
class PeakTruthsTest {

    private static final double SMOOTHED = Math.sqrt(17 / 35.0);
    /** Of the second derivative (2 -1 -2 -1 2) / 7. */
    private static final double BENT = Math.sqrt(2 / 7.0);
    private static final PeakSearch SEARCH = new PeakSearch(5, 8, false);

    private static double[] points(int n, double spacing) {
        return IntStream.range(0, n).mapToDouble(i -> 5 + spacing * i).toArray();
    }

    /** One point of 35 on 100: smoothed 97, 112, 117, 112, 97. */
    private static double[] single() {
        double[] y = new double[21];
        Arrays.fill(y, 100);
        y[10] = 135;
        return y;
    }

    @Test
    void heightProminenceWidthAndSignificanceOfASinglePoint() {
        Candidate c = SEARCH.find(points(21, 0.5), single(), 0.1).get(0);
        assertEquals(10, c.index());
        assertEquals(10, c.centre(), 1e-12);
        assertEquals(20, c.height(), 1e-10);
        assertEquals(20, c.prominence(), 1e-10);
        // half height, 107, lies between 112 and 97, a third of the way: 1.3333 points on each side
        assertEquals(2 * 0.5 * (1 + 1 / 3.0), c.width(), 1e-10);
        assertEquals(20 / (0.1 * SMOOTHED), c.significance(), 1e-8);
        assertTrue(!c.shoulder());
    }

    @Test
    void aPeakCountsFromTheSignificanceOn() {
        double limit = 20 / (8 * SMOOTHED);
        assertEquals(1, SEARCH.find(points(21, 1), single(), limit * 0.9999).size());
        assertEquals(0, SEARCH.find(points(21, 1), single(), limit * 1.0001).size());
        // noise-free data are known to twelve digits
        assertEquals(20 / 1.35e-10, SEARCH.find(points(21, 1), single(), 0).get(0).significance(), 1e4);
    }

    @Test
    void theCentreIsTheVertexThroughThreePointsAlsoWhereTheyAreUneven() {
        double[] y = single();
        y[11] = 128;
        double[] s = new SavitzkyGolay(5, 2).smooth(y);
        double a = (s[9] + s[11]) / 2 - s[10];
        double vertex = -(s[11] - s[9]) / 2 / (2 * a);
        assertTrue(vertex > 0.1 && vertex < 0.5, "to the right by " + vertex);
        double[] x = points(21, 1);
        assertEquals(15 + vertex, SEARCH.find(x, y, 0.1).get(0).centre(), 1e-10);
        for (int i = 11; i < 21; i++) {
            x[i] += 2;
        }
        assertEquals(15 + 3 * vertex, SEARCH.find(x, y, 0.1).get(0).centre(), 1e-10);
        double[] mirrored = new double[21];
        double[] back = new double[21];
        for (int i = 0; i < 21; i++) {
            mirrored[i] = -x[20 - i];
            back[i] = y[20 - i];
        }
        assertEquals(-15 - 3 * vertex, SEARCH.find(mirrored, back, 0.1).get(0).centre(), 1e-10);
    }

    @Test
    void theHigherSaddleSetsTheProminenceTheMeanOfBothTheHeight() {
        // 0 on the left, 30 to the right, the saddle before the taller peak at 50
        double[] y = new double[40];
        for (int i = 0; i < 40; i++) {
            y[i] = i < 8 ? 0 : i < 12 ? 20 * (i - 8) : i < 20 ? 80 - 6.25 * (i - 12) : i < 28 ? 30 + 12 * (i - 20)
                    : Math.max(0, 126 - 10 * (i - 28));
        }
        double[] s = new SavitzkyGolay(5, 2).smooth(y);
        List<Candidate> found = SEARCH.find(points(40, 1), y, 0.01);
        assertEquals(2, found.size());
        double saddle = Arrays.stream(s, 15, 25).min().orElseThrow();
        double left = Arrays.stream(s, 0, 12).min().orElseThrow();
        double right = Arrays.stream(s, 28, 40).min().orElseThrow();
        Candidate first = found.get(0);
        Candidate second = found.get(1);
        assertEquals(s[first.index()] - saddle, first.prominence(), 1e-10);
        assertEquals(s[first.index()] - (left + saddle) / 2, first.height(), 1e-10);
        // nothing taller: its saddles lie beyond the first peak
        assertEquals(s[second.index()] - Math.max(left, right), second.prominence(), 1e-10);
        assertEquals(s[second.index()] - (left + right) / 2, second.height(), 1e-10);
    }

    @Test
    void aPeakWhoseFlankLeavesTheDataEndsThere() {
        double[] y = IntStream.range(0, 30).mapToDouble(i -> 1000 - (i - 3) * (i - 3)).toArray();
        Candidate c = SEARCH.find(points(30, 1), y, 0.01).get(0);
        // a parabola goes through the filter: base (991 + 324) / 2, half height at 828.75, from the first point on
        assertEquals(8, c.centre(), 1e-9);
        assertEquals(1000 - 657.5, c.height(), 1e-8);
        assertEquals(3 + 13 + (1000 - 169 - 828.75) / 27.0, c.width(), 1e-8);
    }

    /** A Gaussian on a slope too steep for a maximum. */
    private static double[] sloped(int n, double height, double deviation, double slope) {
        return IntStream.range(0, n).mapToDouble(i -> slope * i + height * Math.exp(-0.5 * Math.pow((i - n / 2)
                / deviation, 2))).toArray();
    }

    @Test
    void aShoulderHasTheHeightAndWidthOfItsGaussian() {
        double[] y = sloped(81, 100, 6, 60);
        assertEquals(0, SEARCH.find(points(81, 0.25), y, 0.01).size());
        List<Candidate> found = new PeakSearch(5, 8, true).find(points(81, 0.25), y, 0.01);
        assertEquals(1, found.size());
        Candidate c = found.get(0);
        assertTrue(c.shoulder());
        assertEquals(40, c.index());
        assertEquals(15, c.centre(), 1e-12);
        double fwhm = 6 * 2 * Math.sqrt(2 * Math.log(2));
        assertEquals(0.25 * fwhm, c.width(), 0.03 * fwhm * 0.25);
        assertEquals(100, c.height(), 4);
        assertEquals(c.height(), c.prominence(), 0);
        double bend = 100 / 36.0;
        assertEquals(bend / (0.01 * BENT), c.significance(), 0.06 * bend / (0.01 * BENT));
        // as significant as asked for
        double limit = c.significance() * 0.01 / 8;
        assertEquals(1, new PeakSearch(5, 8, true).find(points(81, 1), y, limit * 0.9999).size());
        assertEquals(0, new PeakSearch(5, 8, true).find(points(81, 1), y, limit * 1.0001).size());
    }

    @Test
    void aShoulderInAnotherBandCountsFromItsSaddle() {
        // curvatures of a broad and two narrow bumps on it
        double[] y = IntStream.range(0, 121).mapToDouble(i -> 60.0 * i - 0.2 * (i - 60) * (i - 60)
                + 20 * Math.exp(-0.5 * Math.pow((i - 60) / 4.0, 2))).toArray();
        double[] bend = Arrays.stream(new SavitzkyGolay(5, 2).derivative(y, 2, 1)).map(v -> -v).toArray();
        double saddle = Math.max(Arrays.stream(bend, 40, 60).min().orElseThrow(), 0);
        Candidate c = new PeakSearch(5, 8, true).find(points(121, 1), y, 0.001).stream().filter(p -> p.index() == 60)
                .findFirst().orElseThrow();
        assertEquals((bend[60] - saddle) / (0.001 * BENT), c.significance(), 1e-6 * c.significance());
        // without the bump the curvature is everywhere the same, and nothing is a shoulder
        double[] bare = IntStream.range(0, 121).mapToDouble(i -> 60.0 * i - 0.2 * (i - 60) * (i - 60)).toArray();
        assertEquals(0, new PeakSearch(5, 8, true).find(points(121, 1), bare, 0.001).size());
    }

    @Test
    void nothingWithinHalfAWindowOfAMaximumIsAShoulderAndAllStandInOrder() {
        double[] y = sloped(81, 100, 6, 60);
        y[70] += 400;
        List<Candidate> found = new PeakSearch(5, 8, true).find(points(81, 1), y, 0.01);
        int top = found.stream().filter(c -> !c.shoulder()).findFirst().orElseThrow().index();
        assertEquals(70, top, 1);
        assertTrue(found.get(0).index() == 40 && found.get(0).shoulder(), found::toString);
        int before = -1;
        for (Candidate c : found) {
            assertTrue(c.index() > before, found::toString);
            assertTrue(!c.shoulder() || Math.abs(c.index() - top) > 2, found::toString);
            before = c.index();
        }
    }

    @Test
    void windowsNoiseAndDataAreChecked() {
        double[] x = points(21, 1);
        new PeakSearch(5, 1e-9, false).find(x, single(), 1);
        for (double[] bad : new double[][] {{3, 8}, {4, 8}, {6, 8}, {5, 0}, {5, -1}, {5, Double.NaN}}) {
            assertThrows(IllegalArgumentException.class, () -> new PeakSearch((int) bad[0], bad[1], false));
        }
        assertThrows(IllegalArgumentException.class, () -> SEARCH.find(x, single(), -1));
        assertThrows(IllegalArgumentException.class, () -> SEARCH.find(x, single(), Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> SEARCH.find(points(20, 1), single(), 1));
        assertThrows(IllegalArgumentException.class, () -> SEARCH.find(new double[21], single(), 1));
        double[] hole = single();
        hole[0] = Double.NaN;
        assertThrows(IllegalArgumentException.class, () -> SEARCH.find(x, hole, 1));
        assertThrows(IllegalArgumentException.class, () -> SEARCH.find(points(4, 1), new double[4], 1));
        assertEquals(0, SEARCH.find(points(5, 1), new double[5], 1).size());
    }

    @Test
    void smoothersByHand() {
        double[] step = {0, 0, 0, 8, 8};
        assertEquals(0, Smoothing.median(step, 5)[2]);
        double[] steps = Smoothing.median(new double[] {1, 9, 2, 8, 3}, 3);
        assertEquals(List.of(5.0, 2.0, 8.0, 3.0, 5.5), Arrays.stream(steps).boxed().toList());
        assertEquals(9, Smoothing.median(new double[] {9}, 1)[0]);
        double w = Math.exp(-2);
        double f = Math.exp(-8);
        double[] g = Smoothing.gaussian(new double[] {1, 0, 0, 0, 0, 0, 0, 0}, 0.5);
        assertEquals(1 / (1 + w + f), g[0], 1e-15);
        assertEquals(w / (1 + 2 * w + f), g[1], 1e-15);
        assertEquals(f / (1 + 2 * w + 2 * f), g[2], 1e-15);
        assertEquals(0, g[3], "cut at four standard deviations");
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> Smoothing.gaussian(new double[3], bad));
        }
        assertThrows(IllegalArgumentException.class, () -> Smoothing.median(step, 0));
        assertThrows(IllegalArgumentException.class, () -> Smoothing.median(step, 2));
        assertThrows(IllegalArgumentException.class, () -> Smoothing.median(new double[] {Double.NaN}, 1));
        assertThrows(IllegalArgumentException.class, () -> Smoothing.gaussian(new double[] {Double.NaN}, 1));
        assertThrows(IllegalArgumentException.class, () -> Smoothing.whittaker(new double[4], null, 1));
        assertThrows(IllegalArgumentException.class, () -> Smoothing.whittaker(new double[5], new double[4], 1));
        assertThrows(IllegalArgumentException.class, () -> Smoothing.whittaker(new double[5], new double[] {1, 0, 0, 0,
            0}, 1));
        assertThrows(IllegalArgumentException.class, () -> Smoothing.whittaker(new double[5], new double[] {1, 1, 1, 1,
            -1}, 1));
        // two weights: the line through them
        double[] line = Smoothing.whittaker(new double[] {2, 50, 50, 8, 50}, new double[] {1, 0, 0, 1, 0}, 1e-3);
        for (int i = 0; i < 5; i++) {
            assertEquals(2 + 2 * i, line[i], 1e-6);
        }
        for (int[] bad : new int[][] {{0, 0}, {4, 2}, {-1, 0}, {3, 3}, {3, -1}}) {
            assertThrows(IllegalArgumentException.class, () -> new SavitzkyGolay(bad[0], bad[1]));
        }
        assertEquals(7, new SavitzkyGolay(1, 0).smooth(new double[] {7})[0], 1e-15);
        assertThrows(IllegalArgumentException.class, () -> new SavitzkyGolay(5, 2).smooth(new double[4]));
        assertThrows(IllegalArgumentException.class, () -> new SavitzkyGolay(5, 2).derivative(step, 3, 1));
        assertThrows(IllegalArgumentException.class, () -> new SavitzkyGolay(5, 2).derivative(step, 1, 0));
    }
}
