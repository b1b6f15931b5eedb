package org.interphase.technique.dynamics.path;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.interphase.api.AnalysisException;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;

/** Curves, scatter, barriers and tables of reaction paths by hand. */
class PathFormulasTest {

    private static final double[] STEPS = {0, 1, 2, 3, 4};
    private static final double[] UNEVEN = {0, 1, 2, 3, 3.5};

    private static double[] of(double[] s, DoubleUnaryOperator f) {
        return Arrays.stream(s).map(f).toArray();
    }

    private static double norm(double... v) {
        return Math.sqrt(Arrays.stream(v).map(x -> x * x).sum());
    }

    private static double hill(double s) {
        return 4 - (s - 2) * (s - 2);
    }

    private static ReactionPath path(double[] s, double[] e, double[] f, double[] residual, double[] u) {
        return new ReactionPath(s, true, e, f, residual, u);
    }

    private static ReactionPath hill(double[] s, double[] residual, double[] u) {
        return path(s, of(s, PathFormulasTest::hill), of(s, x -> 2 * (x - 2)), residual, u);
    }

    /** 1 + s - 2 s2 + s3/2 between uneven places. */
    @Test
    void aCubicIsItsOwnHermiteCurve() {
        DoubleUnaryOperator e = s -> 1 + s - 2 * s * s + 0.5 * s * s * s;
        PathCurve c = PathCurve.ofForces(UNEVEN, of(UNEVEN, e), of(UNEVEN, s -> -(1 - 4 * s + 1.5 * s * s)));
        for (double x : new double[] {0, 0.3, 1, 1.7, 2.2, 3.4, 3.5}) {
            assertEquals(e.applyAsDouble(x), c.at(x), 1e-12);
        }
        // 1 - 4 s + 1.5 s2 = 0 at (4 - 10^(1/2)) / 3, where it is a greatest value
        double top = (4 - Math.sqrt(10)) / 3;
        double[] near = {0, 0.5, 1.2, 2};
        double[] highest = PathCurve.ofForces(near, of(near, e), of(near, s -> -(1 - 4 * s + 1.5 * s * s))).highest();
        assertEquals(top, highest[0], 1e-9);
        assertEquals(e.applyAsDouble(top), highest[1], 1e-12);
    }

    @Test
    void theHighestPointMayBeAnImageOrAnEnd() {
        assertArrayEquals(new double[] {2, 4}, PathCurve.ofForces(STEPS, of(STEPS, PathFormulasTest::hill), of(STEPS,
                x -> 2 * (x - 2))).highest(), 1e-12);
        // a parabola between images: its top at 1.5
        double[] s = {0, 1, 2, 3};
        assertArrayEquals(new double[] {1.5, 2.25}, PathCurve.ofForces(s, of(s, x -> x * (3 - x)), of(s, x -> 2 * x
                - 3)).highest(), 1e-12);
        double[] down = {5, 4, 3, 2};
        assertArrayEquals(new double[] {0, 5}, PathCurve.ofForces(s, down, new double[] {1, 1, 1, 1}).highest());
        double[] up = {2, 3, 4, 5};
        assertArrayEquals(new double[] {3, 5}, PathCurve.ofForces(s, up, new double[] {-1, -1, -1, -1}).highest());
    }

    /** A parabola through each image and its neighbours is the parabola itself, at the ends too. */
    @Test
    void localSlopesOfAParabola() {
        double[] e = of(UNEVEN, s -> 3 - 2 * s + 0.7 * s * s);
        assertArrayEquals(of(UNEVEN, s -> -2 + 1.4 * s), PathCurve.local(UNEVEN, e).slope(), 1e-12);
    }

    /** Second derivatives are the same from both sides, and none at the ends; with flat ends slopes are none there. */
    @Test
    void splinesOfUnevenPlaces() {
        double[] e = {0, 1, -1, 2, 0.5};
        for (boolean flat : new boolean[] {false, true}) {
            double[] m = PathCurve.spline(UNEVEN, e, flat).slope();
            for (int k = 1; k < 4; k++) {
                assertEquals(bend(e, m, k - 1, true), bend(e, m, k, false), 1e-9);
            }
            assertEquals(0, flat ? m[0] : bend(e, m, 0, false), 1e-9);
            assertEquals(0, flat ? m[4] : bend(e, m, 3, true), 1e-9);
        }
    }

    /** Second derivative of piece k at its end or beginning, from energies and slopes at both. */
    private static double bend(double[] e, double[] m, int k, boolean end) {
        double h = UNEVEN[k + 1] - UNEVEN[k];
        double d = 6 * (e[k + 1] - e[k]) / h / h;
        return end ? -d + (2 * m[k] + 4 * m[k + 1]) / h : d - (4 * m[k] + 2 * m[k + 1]) / h;
    }

    /** 0, 1, 0: the mean of the neighbours misses by 1, and is known to 1 + 1/2 variances. */
    @Test
    void scatterOfThreeEnergies() {
        double[] s = {0, 1, 2};
        assertEquals(1.5 * Math.sqrt(1 / 1.5), PathScatter.ofEnergies(path(s, new double[] {0, 1, 0}, null, null,
                null)), 1e-12);
    }

    /** Five images foretell a polynomial of the fourth degree; one that is off shows in each by its weight. */
    @Test
    void scatterAboutThePolynomialOfFiveNeighbours() {
        double[] s = {0, 1, 2, 3.5, 4, 5, 6, 7.5, 8, 9, 10, 11, 12, 13, 14, 15};
        double[] e = of(s, x -> 1 - x + 0.3 * x * x - 0.05 * x * x * x + 0.002 * x * x * x * x);
        assertEquals(0, PathScatter.ofEnergies(path(s, e, null, null, null)), 1e-9);
        e[4] += 0.1;
        double sum = 0;
        for (int k = 1; k < s.length - 1; k++) {
            int[] five = nearest(s, k);
            double noise = 1;
            double miss = k == 4 ? -0.1 : 0;
            for (int i : five) {
                double w = 1;
                for (int j : five) {
                    w *= i == j ? 1 : (s[k] - s[j]) / (s[i] - s[j]);
                }
                noise += w * w;
                miss += i == 4 ? 0.1 * w : 0;
            }
            sum += miss * miss / noise;
        }
        // 16 images: 11 degrees of freedom, Student's 2.2010
        assertEquals(Math.sqrt(sum / 14) * 2.200985 / 1.959964, PathScatter.ofEnergies(path(s, e, null, null, null)),
                1e-6);
    }

    /** The five images next to another that lie together. */
    private static int[] nearest(double[] s, int k) {
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < s.length; i++) {
            if (i != k) {
                others.add(i);
            }
        }
        int from = 0;
        while (from + 5 < others.size() && Math.abs(s[others.get(from + 5)] - s[k]) < Math.abs(s[others.get(from)]
                - s[k])) {
            from++;
        }
        return others.subList(from, from + 5).stream().mapToInt(i -> i).toArray();
    }

    /** -dE/ds = 1 + 2 s + 3 s2 is integrated exactly; an energy that is off by d in one of two pairs is d2 / 2. */
    @Test
    void scatterOfEnergiesAboutForces() {
        double[] s = {0, 1, 3};
        double[] f = of(s, x -> 1 + 2 * x + 3 * x * x);
        double[] e = of(s, x -> -(x + x * x + x * x * x));
        assertEquals(0, PathScatter.ofForces(path(s, e, f, null, null)), 1e-9);
        e[2] += 0.3;
        assertEquals(0.3 / Math.sqrt(2), PathScatter.ofForces(path(s, e, f, null, null)), 1e-9);
    }

    /** The top is 0.2 too high: left out it misses by that, its neighbours by half of it. */
    @Test
    void imagesThatAreLeftOut() {
        double[] e = of(STEPS, PathFormulasTest::hill);
        double[] f = of(STEPS, x -> 2 * (x - 2));
        assertEquals(0, PathScatter.left(path(STEPS, e, f, null, null)), 1e-12);
        e[2] += 0.2;
        assertEquals(0.2 * Math.sqrt((1 + 0.25 + 0.25) / 3), PathScatter.left(path(STEPS, e, f, null, null)), 1e-12);
    }

    @Test
    void barriersOverBothEnds() {
        Barrier b = Barrier.of(hill(UNEVEN, null, null));
        assertTrue(b.hermite() && b.verdict().isSound(), b.verdict().reason());
        assertEquals(2, b.saddle(), 1e-12);
        assertEquals(4, b.forward(), 1e-12);
        assertEquals(2.25, b.reverse(), 1e-12);
        assertEquals(1.75, b.reaction(), 1e-12);
    }

    /** Force F across the path: F2/2 too high, a tenth of F at most. Top 0.08, first 0.05, last 0.5. */
    @Test
    void everyTermOfTheUncertainty() {
        double[] u = {0.01, 9, 0.02, 9, 0.03};
        Barrier b = Barrier.of(hill(STEPS, new double[] {0.05, 9, 0.08, 9, 0.5}, u));
        double least = 4e-4;
        assertEquals(least, b.interpolation(), 1e-9);
        assertEquals(norm(least, 0.0032, 0.00125, 0.02, 0.01), b.forwardUncertainty(), 1e-9);
        assertEquals(norm(least, 0.0032, 0.05, 0.02, 0.03), b.reverseUncertainty(), 1e-9);
        assertEquals(norm(0.00125, 0.05, 0.01, 0.03), b.reactionUncertainty(), 1e-9);
        assertTrue(b.verdict().reason().contains("0.50 eV/angstrom are left"), b.verdict().reason());
    }

    @Test
    void forcesOnEndsOrTopAreNotConverged() {
        for (int k : new int[] {0, 2, 4}) {
            double[] r = new double[5];
            r[k] = 0.11;
            assertFalse(Barrier.of(hill(STEPS, r, null)).verdict().isSound());
            r[k] = 0.1;
            assertTrue(Barrier.of(hill(STEPS, r, null)).verdict().isSound());
        }
        assertTrue(Barrier.of(hill(STEPS, new double[] {0, 9, 0, 9, 0}, null)).verdict().isSound());
    }

    private static double spread(double[] s, double[] e, boolean flat, double top) {
        double sum = 0;
        for (PathCurve c : List.of(PathCurve.local(s, e), PathCurve.spline(s, e, flat), PathCurve.spline(s, e,
                false))) {
            sum += Math.pow(c.highest()[1] - top, 2) / 3;
        }
        return Math.sqrt(sum);
    }

    /** Six images of a sine whose top lies between two of them. */
    @Test
    void theCurveBetweenImagesIsUncertain() {
        double[] s = {0, 1, 2, 3, 4, 5};
        double[] e = of(s, x -> Math.sin(Math.PI * (x - 0.1) / 4.8));
        double[] f = of(s, x -> -Math.PI / 4.8 * Math.cos(Math.PI * (x - 0.1) / 4.8));
        ReactionPath p = path(s, e, f, null, null);
        Barrier b = Barrier.of(p);
        double top = PathCurve.ofForces(s, e, f).highest()[1];
        double gap = top - Math.max(e[2], e[3]);
        double curve = Math.min(spread(s, e, false, top), Math.max(PathScatter.left(p) / 16, 0.05 * gap));
        double scatter = Math.sqrt(2) * PathScatter.ofForces(p);
        double least = 1e-4 * (top - Math.min(e[0], e[5]));
        assertEquals(norm(curve, scatter, least), b.interpolation(), 1e-12);
        assertEquals(scatter, b.reactionUncertainty(), 1e-12);
        ReactionPath bare = path(s, e, null, null, null);
        Barrier without = Barrier.of(bare);
        double flat = PathCurve.spline(s, e, true).highest()[1];
        assertFalse(without.hermite());
        // ends without forces are taken as relaxed: the spline is flat there, beside it the one that is not
        assertEquals(flat - e[0], without.forward(), 1e-12);
        double sum = Math.pow(PathCurve.local(s, e).highest()[1] - flat, 2) + Math.pow(PathCurve.spline(s, e, false)
                .highest()[1] - flat, 2);
        assertEquals(norm(Math.sqrt(sum / 3), Math.sqrt(2) * PathScatter.ofEnergies(bare), 1e-4 * Math.max(flat - e[0],
                flat - e[5])), without.interpolation(), 1e-12);
        // ends with forces on them are not flat
        Barrier strained = Barrier.of(path(s, e, null, new double[] {0.1, 0, 0, 0, 0, 0}, null));
        assertEquals(PathCurve.spline(s, e, false).highest()[1] - e[0], strained.forward(), 1e-12);
        Barrier other = Barrier.of(path(s, e, null, new double[] {0, 0, 0, 0, 0, 0.1}, null));
        assertEquals(PathCurve.spline(s, e, false).highest()[1] - e[0], other.forward(), 1e-12);
        Barrier relaxed = Barrier.of(path(s, e, null, new double[] {0.09, 1, 0, 0, 0, 0.09}, null));
        assertEquals(flat - e[0], relaxed.forward(), 1e-12);
    }

    /** A curve that rises behind the highest image, an end, says less than the images: it is in the uncertainty. */
    @Test
    void aBumpBesideAnEndIsUncertainty() {
        double[] e = {1, 0.99, 0, -0.5, -2};
        PathCurve c = PathCurve.spline(STEPS, e, false);
        double bump = c.highest()[1] - 1;
        assertTrue(bump > 0.01, "" + bump);
        ReactionPath p = path(STEPS, e, null, new double[] {1, 0, 0, 0, 1}, null);
        Barrier b = Barrier.of(p);
        assertEquals(0, b.forward());
        assertEquals(3, b.reverse(), 1e-12);
        assertEquals(0, b.saddle());
        double spread = 0;
        for (double top : new double[] {PathCurve.local(STEPS, e).highest()[1], PathCurve.spline(STEPS, e, true)
                .highest()[1], c.highest()[1]}) {
            spread += (top - 1) * (top - 1) / 3;
        }
        assertEquals(norm(Math.sqrt(spread), Math.sqrt(2) * PathScatter.ofEnergies(p), 3e-4, bump), b.interpolation(),
                1e-12);
        assertTrue(b.verdict().reason().contains("no image lies above both ends"));
        double[] up = {-2, -0.5, 0, 0.99, 1};
        assertTrue(Barrier.of(path(STEPS, up, null, null, null)).verdict().reason().contains("no image lies above"));
    }

    private static String scaled(double by, int images) {
        double[] s = Arrays.copyOf(STEPS, images);
        return Barrier.of(path(s, of(s, PathFormulasTest::hill), of(s, x -> by * 2 * (x - 2)), null, null)).verdict()
                .reason();
    }

    @Test
    void forcesOfAnotherUnitContradict() {
        assertTrue(scaled(3.1, 5).contains("contradict"));
        assertFalse(scaled(2.9, 5).contains("contradict"));
        assertTrue(scaled(1 / 3.1, 5).contains("contradict"));
        assertFalse(scaled(1 / 2.9, 5).contains("contradict"));
        assertTrue(scaled(-1, 5).contains("contradict"));
        assertFalse(scaled(-1, 4).contains("contradict"));
        assertTrue(scaled(1, 4).contains("4 images"));
        assertFalse(Barrier.of(path(STEPS, new double[5], new double[5], null, null)).verdict().reason()
                .contains("contradict"));
    }

    /** Steep slopes beside two images of 1: the top between them is far above. */
    @Test
    void aTopFarAboveTheImagesIsDoubted() {
        double[] s = {0, 1, 2, 3, 4, 5};
        double[] e = {0, 0.5, 1, 1, 0.5, 0};
        // the piece between has its top h m / 4 above: 0.13 of 1.13, and 0.1 of 1.1
        String high = Barrier.of(path(s, e, new double[] {0, -0.5, -0.52, 0.52, 0.5, 0}, null, null)).verdict()
                .reason();
        assertTrue(high.contains("the top lies 0.13 eV above"), high);
        assertEquals("", Barrier.of(path(s, e, new double[] {0, -0.5, -0.4, 0.4, 0.5, 0}, null, null)).verdict()
                .reason());
    }

    /** Two coordinates, of which the first may change; images at (0, 0), (3, 4), (3, 10). */
    @Test
    void imagesByTheirAtoms() {
        ImagePath p = new ImagePath(new double[3], List.of(new double[] {0, 0}, new double[] {3, 4}, new double[] {3,
            10}), List.of(new double[] {1, 2}, new double[] {0, 3}, new double[] {-5, 1}), new boolean[] {true, false});
        assertArrayEquals(new double[] {0, 5, 11}, p.lengths(), 1e-12);
        // directions (0.6, 0.8), (3, 10) / 109^(1/2), (0, 1)
        assertArrayEquals(new double[] {-2.2, -30 / Math.sqrt(109), -1}, p.along(), 1e-12);
        assertArrayEquals(new double[] {Math.abs(1 - 2.2 * 0.6), 90 / 109.0, 5}, p.across(), 1e-12);
        ImagePath still = new ImagePath(new double[2], List.of(new double[1], new double[1]), List.of(new double[] {2},
                new double[] {2}), new boolean[] {true});
        assertArrayEquals(new double[] {0, 0}, still.along(), 1e-12);
        assertArrayEquals(new double[] {2, 2}, still.across());
    }

    private static Table table(Object... columns) {
        List<Column> all = new ArrayList<>();
        for (int i = 0; i < columns.length; i += 3) {
            all.add(Column.of((String) columns[i], (String) columns[i + 1], (double[]) columns[i + 2]));
        }
        return new Table(DatasetHeader.of("p", ReactionPath.KIND, Metadata.EMPTY), all);
    }

    @Test
    void tablesOfPaths() throws Exception {
        double[] v = {0, 1, 2};
        ReactionPath p = ReactionPath.of(table("path", "nm", v, "energy", "meV", new double[] {0, 500, 100},
                "force along the path", "eV/Angstrom", v, "residual force", "eV/Angstrom", v, "energy uncertainty",
                "meV", new double[] {1, 2, 3}));
        assertTrue(p.length());
        assertArrayEquals(new double[] {0, 10, 20}, p.position(), 1e-9);
        assertArrayEquals(new double[] {0, 0.5, 0.1}, p.energy(), 1e-12);
        assertArrayEquals(v, p.force());
        assertArrayEquals(v, p.residual());
        assertEquals(0.003, p.uncertainty()[2], 1e-12);
        assertEquals(1, p.highest());
        assertEquals(3, p.images());
        assertEquals("1.23 angstrom", p.place(1.2345));
        // places that are no lengths have no forces along them
        ReactionPath parts = ReactionPath.of(table("path", "1", v, "energy", "eV", v, "force along the path",
                "eV/Angstrom", v));
        assertFalse(parts.length());
        assertNull(parts.force());
        assertNull(parts.residual());
        assertEquals("1.23 of the path", parts.place(1.2345));
        double nan = Double.NaN;
        assertNull(ReactionPath.of(table("path", "1", v, "energy", "eV", v, "energy uncertainty", "eV", new double[] {
            nan, nan, nan})).uncertainty());
    }

    private static String refused(Object... columns) {
        return assertThrows(AnalysisException.class, () -> ReactionPath.of(table(columns))).getMessage();
    }

    @Test
    void whatIsWrongWithATableIsNamed() {
        double[] v = {0, 1, 2};
        double[] gap = {0, 1, Double.NaN};
        assertTrue(refused("energy", "eV", v).contains("no column 'path'"));
        assertTrue(refused("path", "1", v).contains("no column 'energy'"));
        assertTrue(refused("path", "1", gap, "energy", "eV", v).contains("row 3"));
        assertTrue(refused("path", "1", v, "energy", "eV", gap).contains("row 3"));
        assertTrue(refused("path", "1", new double[] {0, 1, 1}, "energy", "eV", v).contains("row 3"));
        assertTrue(refused("path", "1", new double[] {0, 1}, "energy", "eV", new double[] {0, 1})
                .contains("three images or more"));
        assertTrue(refused("path", "nm", v, "energy", "eV", v, "residual force", "eV/Angstrom", gap)
                .contains("row 3"));
    }
}
