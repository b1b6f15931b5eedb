package org.interphase.technique.mechanics.indent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.parameters.Range;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.numerics.linear.StraightLine;
import org.interphase.numerics.linear.Student;
import org.interphase.technique.mechanics.indent.IndentCurve.Corrections;
import org.junit.jupiter.api.Test;

/** Area functions, contact, creep, drift, unloading and stiffness over depth of records that are written down. */
class IndentPiecesTest {

    private static final Elasticity SAMPLE = new Elasticity(0.75, 1.05, 0.3, 1141, 0.07);
    private static final Corrections NOTHING = new Corrections(0, 0, 0.0, 0);

    private static IndentCurve curve(double[] t, double[] h, double[] p, double[] s, int contact, int peak, int unload,
            Corrections c) {
        return new IndentCurve(t, h, p, s, contact, peak, unload, 0, c, List.of());
    }

    @Test
    void areaFunctions() throws Exception {
        assertThrows(AnalysisException.class, () -> AreaFunction.parse("24.5, x"));
        assertThrows(AnalysisException.class, () -> AreaFunction.parse("Infinity"));
        assertThrows(AnalysisException.class, () -> AreaFunction.parse("1 2 3 4 5 6 7 8 9 10"));
        AreaFunction nine = AreaFunction.parse(" 1 2;3,4 5 6 7 8 9 ");
        assertEquals(45, nine.at(1), 1e-12);
        assertFalse(nine.isIdeal());
        // 1 65536 + 2 256 + 3 16 + 4 4 + 5 2 and then roots of 2
        assertEquals(65536 + 512 + 48 + 16 + 10, AreaFunction.parse("1 2 3 4 5").at(256), 1e-9);
        assertTrue(AreaFunction.ideal().isIdeal());
        assertEquals(2450, AreaFunction.ideal().at(10), 1e-9);
        assertEquals(0, AreaFunction.parse("1 1").at(0));
        assertEquals(0, AreaFunction.parse("1 1").at(Double.NaN));
    }

    @Test
    void formulas() {
        assertEquals(100 - 0.75 * 2 / 0.05, SAMPLE.contactDepth(100, 2, 0.05), 1e-12);
        assertEquals(4000, SAMPLE.hardness(2, 500_000), 1e-9);
        assertEquals(84_403.5, SAMPLE.reduced(0.05, 250_000), 1);
        assertEquals(0.91 / (1 / 84_403.5 - 0.9951 / 1_141_000), SAMPLE.modulus(84_403.5), 1e-6);
        assertTrue(Double.isNaN(SAMPLE.modulus(1.2e6)));
        assertEquals(new Elasticity(0.75, 2, 0.4, 1141, 0.07), SAMPLE.withBeta(2).withPoisson(0.4));
    }

    /** h = 50 + 100 p^power behind a level of 0.2 mN at point 30, up to 1 mN above. */
    private static Contact contact(double power, int points) {
        double[] h = new double[30 + points];
        double[] p = new double[30 + points];
        for (int i = 0; i < h.length; i++) {
            double above = Math.max(0, (i - 29) / (double) points);
            p[i] = 0.2 + above;
            h[i] = i < 30 ? i : 50 + 100 * Math.pow(above, power);
        }
        return Contact.find(h, p, 0.2, 30, h.length - 1);
    }

    @Test
    void contactOfAPyramidOrASphere() {
        for (double power : new double[] {0.5, 2.0 / 3}) {
            Contact c = contact(power, 200);
            assertEquals(50, c.depth(), 1e-9);
            assertEquals(0.2, c.force());
            // the other law, through the twenty points below a tenth of the force
            double[] x = new double[19];
            double[] y = new double[19];
            for (int i = 0; i < 19; i++) {
                x[i] = Math.pow((i + 1) / 200.0, 0.5 + 2.0 / 3 - power);
                y[i] = 50 + 100 * Math.pow((i + 1) / 200.0, power);
            }
            double other = StraightLine.through(x, y, new double[19]).intercept();
            assertEquals(Math.abs(other - 50) / Math.sqrt(12), c.uncertainty(), 0.1 * c.uncertainty());
        }
        // four points are taken at least
        assertEquals(50, contact(0.5, 10).depth(), 1e-9);
        Contact few = contact(0.5, 3);
        assertEquals(50 + 100 * Math.sqrt(1 / 3.0), few.depth(), 1e-9);
        assertEquals(few.depth() - 29, few.uncertainty(), 1e-9);
    }

    /** Thirty points of loading, 30 of hold in which the depth creeps by 2 nm/s, 20 of unloading by 0.05 mN/s. */
    private static IndentCurve held(double rate, double nose, double driftU, boolean timed) {
        double[] t = new double[80];
        double[] h = new double[80];
        double[] p = new double[80];
        for (int i = 0; i < 80; i++) {
            t[i] = i;
            p[i] = i < 30 ? i / 30.0 : i < 60 ? 1 : 1 - 0.05 * (i - 59);
            h[i] = i < 30 ? 10 * i : i < 60 ? 300 + rate * (i - 30) : 300 + rate * 29 - 8 * (i - 59);
        }
        h[62] += nose > 0 ? nose + 24 : 0;
        return curve(timed ? t : null, h, p, null, 0, 30, 59, new Corrections(0, 0, 0.0, driftU));
    }

    @Test
    void creepInAHold() {
        Creep c = Creep.of(held(2, 0, 0.1, true));
        assertEquals(2, c.rate(), 1e-9);
        assertEquals(0, c.rateU(), 1e-9);
        assertEquals(58 / 300.0, c.relative(), 1e-9);
        // drift of 0.1 nm/s over 29 s, and 0.15 % of the first depth
        assertEquals(Math.hypot(2.9, 0.45) / 300, c.relativeU(), 1e-9);
        Measurement m = c.measurement().orElseThrow();
        assertEquals(100 * 58 / 300.0, m.value(), 1e-9);
        assertEquals(100 * Math.hypot(2.9, 0.45) / 300, m.uncertainty(), 1e-9);
        assertEquals(0, c.nose(), 1e-9);
        assertEquals(0, Creep.of(held(-2, 0, 0.1, true)).rate());
        Creep none = Creep.of(held(2, 0, 0.1, false));
        assertTrue(none.measurement().isEmpty());
        assertEquals(0, none.rate());
    }

    /** Of four points of a hold the rate is known, with Student's widening, but no change of depth is given. */
    @Test
    void aShortHoldStillShowsItsRate() {
        IndentCurve c = curve(new double[] {0, 1, 2, 3, 4, 5, 6}, new double[] {0, 50, 100, 102, 104, 107, 90},
                new double[] {0, 0.5, 1, 1, 1, 1, 0.8}, null, 0, 2, 5, new Corrections(0, 0, 0.0, 0));
        Creep creep = Creep.of(c);
        // slope of 100, 102, 104, 107; residuals 0.2, -0.1, -0.4, 0.3
        assertEquals(2.3, creep.rate(), 1e-9);
        assertEquals(Math.sqrt(0.3 / 2 / 5) * Student.widening(2), creep.rateU(), 1e-9);
        assertTrue(creep.measurement().isEmpty());
    }

    /** At 0.05 mN/s in the first fifth: 2 nm/s are 40 nm/mN; 0.3 of it and the scatter are uncertain. */
    @Test
    void creepHidesACompliance() {
        UnloadingFit f = new UnloadingFit(358, 1, 300, 1.4, 0.02, 0, 0, true, 0);
        IndentCurve curve = held(2, 0, 0, true);
        assertEquals(0.05, Creep.unloading(curve, f), 1e-12);
        assertEquals(40, new Creep(2, 0.1, 0, 0, 0, 0).compliance(curve, f), 1e-9);
        assertEquals(Math.hypot(12, 2), new Creep(2, 0.1, 0, 0, 0, 0).complianceU(curve, f), 1e-9);
        // a rate within three of its uncertainties is not taken off: all of it is uncertain
        assertEquals(0, new Creep(2, 0.7, 0, 0, 0, 0).compliance(curve, f));
        assertEquals(Math.hypot(40, 14), new Creep(2, 0.7, 0, 0, 0, 0).complianceU(curve, f), 1e-9);
        assertEquals(40, new Creep(2, 0.66, 0, 0, 0, 0).compliance(curve, f), 1e-9);
        IndentCurve timeless = held(2, 0, 0, false);
        assertEquals(0, new Creep(2, 0, 0, 0, 0, 0).compliance(timeless, f));
        assertEquals(0, new Creep(2, 1, 0, 0, 0, 0).complianceU(timeless, f));
        assertEquals(0, Creep.unloading(timeless, f));
    }

    @Test
    void aNoseIsADepthThatGrowsWhileTheForceFalls() {
        assertEquals(3, Creep.of(held(0, 3, 0, true)).nose(), 1e-9);
        assertTrue(new Creep(0, 0, 0, 0, 1, 0.1).hasNose());
        assertFalse(new Creep(0, 0, 0, 0, 1, 0.17).hasNose());
        assertFalse(new Creep(0, 0, 0, 0, 0.5, 0).hasNose());
        assertTrue(new Creep(0, 0, 0, 0, 0.51, 0).hasNose());
        assertFalse(new Creep(0.1, 0, 0, 0, 1, 0.1).hasNose());
    }

    /** Unloading from point 10 at 10 s to a hold at 0.2 mN from point 20 on, in which the depth moves by 0.5 nm/s. */
    private static ThermalDrift drift(double bend, int end, Corrections c, boolean timed) {
        double[] t = new double[end];
        double[] h = new double[end];
        double[] p = new double[end];
        for (int i = 0; i < end; i++) {
            t[i] = i;
            p[i] = i <= 10 ? i / 10.0 : i < 20 ? 1 - 0.08 * (i - 10) : 0.2;
            double x = i - 20;
            h[i] = i < 20 ? 100 : 50 + 0.5 * x + bend * x * x;
        }
        return ThermalDrift.of(timed ? t : null, h, p, 10, 1, c);
    }

    @Test
    void driftInAHoldAtLowForce() {
        Corrections open = new Corrections(0, 0, null, 0.07);
        ThermalDrift d = drift(0, 61, open, true);
        assertEquals(0.5, d.rate(), 1e-9);
        assertEquals(0, d.uncertainty(), 1e-9);
        assertTrue(d.remark().orElseThrow().text().contains("hold of 40.0 s"), d.remark().orElseThrow().text());
        // behind the first 16 s: a parabola's slope is that of the middle, 38 s; halves from 16 and 28 s to 28 and 40 s
        ThermalDrift bent = drift(0.01, 61, open, true);
        assertEquals(0.5 + 2 * 0.01 * 28, bent.rate(), 1e-9);
        double[] x = new double[25];
        double[] y = new double[25];
        for (int k = 0; k < 25; k++) {
            x[k] = 16 + k;
            y[k] = 0.5 * x[k] + 0.01 * x[k] * x[k];
        }
        double scatter = StraightLine.through(x, y, new double[25]).slopeSigma();
        assertEquals(Math.hypot(scatter, 0.01 * 2 * 12 / 2), bent.uncertainty(), 1e-9);
        ThermalDrift none = drift(0, 30, open, true);
        assertEquals(0, none.rate());
        assertEquals(0.07, none.uncertainty());
        assertTrue(none.remark().orElseThrow().text().contains("no hold"));
        assertEquals(0.5, drift(0, 31, open, true).rate(), 1e-9);
        ThermalDrift timeless = drift(0, 61, open, false);
        assertEquals(0, timeless.uncertainty());
        assertTrue(timeless.remark().orElseThrow().text().contains("no time"));
        ThermalDrift stated = drift(0, 61, new Corrections(0, 0, 0.3, 0.02), true);
        assertEquals(0.3, stated.rate());
        assertEquals(0.02, stated.uncertainty());
        assertTrue(stated.remark().isEmpty());
    }

    /** 2 ((h - 700) / 300)^1.5 from 1000 nm: S = 1.5 2 / 300. */
    @Test
    void aPowerLawIsRecovered() {
        double[] h = new double[100];
        double[] p = new double[100];
        for (int i = 0; i < 100; i++) {
            h[i] = 1000 - 2.9 * i;
            p[i] = 2 * Math.pow((h[i] - 700) / 300, 1.5);
        }
        UnloadingFit f = UnloadingFit.of(h, p, 1000, 2, 0.2, 0.98);
        assertEquals(0.01, f.stiffness(), 1e-6);
        assertEquals(700, f.residual(), 0.05);
        assertEquals(1.5, f.exponent(), 1e-3);
        assertEquals(1000, f.start(), 1e-3);
        assertEquals(2, f.force());
        assertTrue(f.settled());
        assertEquals(0, f.misfit(), 1e-5);
        assertTrue(f.choice() < 1e-6 && f.stiffnessU() < 1e-6);
        assertEquals(p[50], f.at(h[50]), 1e-4);
        assertEquals(0, f.at(600));
        // read at another force: where the law is at it
        UnloadingFit low = UnloadingFit.of(h, p, 1000, 1.9, 0.2, 0.98);
        double there = 700 + 300 * Math.pow(0.95, 1 / 1.5);
        assertEquals(there, low.start(), 0.01);
        assertEquals(1.5 * 1.9 / (there - 700), low.stiffness(), 1e-5);
        assertNull(UnloadingFit.of(Arrays.copyOf(h, 7), Arrays.copyOf(p, 7), 1000, 2, 0, 1));
        assertEquals(0.5, new UnloadingFit(0, 0, 0, 0, 0, 0.3, 0.4, true, 0).sigma(), 1e-12);
    }

    @Test
    void whatThePowerLawLeavesOverIsMisfit() {
        double[] h = new double[200];
        double[] p = new double[200];
        for (int i = 0; i < 200; i++) {
            h[i] = 1000 - 1.4 * i;
            p[i] = 2 * Math.pow((h[i] - 700) / 300, 1.5) + 0.03 * Math.sin(i / 8.0);
        }
        UnloadingFit f = UnloadingFit.of(h, p, 1000, 2, 0.2, 0.98);
        // a sine of 0.03 has a root mean square of 0.0212, of which the law takes a little
        assertEquals(0.0106, f.misfit(), 0.002);
        assertTrue(f.choice() > 0.02 * f.stiffness());
        assertTrue(f.stiffnessU() > 0);
    }

    /** P = 1e-4 (h - 30)2: the root of it points to 30 nm; the contact depth is 0.9 of the depth. */
    @Test
    void theLoadingPointsToItsZero() {
        double[] h = new double[60];
        double[] p = new double[60];
        for (int i = 0; i < 60; i++) {
            h[i] = 5 * i;
            p[i] = 1e-4 * Math.pow(Math.max(0, h[i] - 30), 2);
        }
        IndentCurve c = curve(null, h, p, null, 0, 59, 59, NOTHING);
        assertEquals(30, ZeroPoint.offset(c, AreaFunction.ideal(), 0.9), 1e-6);
        // points between 0.15 and 0.85 of the force: 39 to 92 % of the depth behind 30 nm
        assertTrue(Double.isNaN(ZeroPoint.offset(curve(null, Arrays.copyOf(h, 20), Arrays.copyOf(p, 20), null, 0, 19,
                19, NOTHING), AreaFunction.ideal(), 0.9)));
        p[59] = 1e3;
        p[10] = 100;
        assertTrue(Double.isNaN(ZeroPoint.offset(c, AreaFunction.ideal(), 0.9)));
    }

    private static ContinuousStiffness over(double[] depth, double[] values) {
        return new ContinuousStiffness(depth, values, values, values, 2, 8);
    }

    @Test
    void aMeanOverDepths() {
        double[] depth = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        double[] rising = Arrays.stream(depth).map(x -> 10 + x).toArray();
        ContinuousStiffness.Mean m = over(depth, rising).mean(rising);
        assertEquals(15, m.value(), 1e-12);
        assertEquals(6, m.trend(), 1e-12);
        assertEquals(0, m.trendU(), 1e-9);
        assertEquals(6 / Math.sqrt(12), m.scatter(), 1e-9);
        double[] holes = rising.clone();
        holes[3] = Double.NaN;
        holes[8] = Double.POSITIVE_INFINITY;
        assertEquals((12 + 14 + 15 + 16 + 17) / 5.0, over(depth, holes).mean(holes).value(), 1e-12);
        holes[4] = Double.NaN;
        assertNull(over(depth, holes).mean(holes));
        double[] y = {0, 0, 12, 9, 8, 9, 12, 0, 0, 0};
        ContinuousStiffness c = new ContinuousStiffness(depth, y, y, y, 2, 6);
        StraightLine line = StraightLine.through(new double[] {2, 3, 4, 5, 6}, new double[] {12, 9, 8, 9, 12},
                new double[5]);
        assertEquals(line.sigmaAt(4), c.mean(y).scatter(), 1e-9);
        assertEquals(4 * line.slopeSigma(), c.mean(y).trendU(), 1e-9);
    }

    private static IndentCurve oscillating(int points) {
        double[] h = new double[points];
        double[] p = new double[points];
        double[] s = new double[points];
        for (int i = 0; i < points; i++) {
            h[i] = 100 * i;
            p[i] = 1e-6 * h[i] * h[i];
            s[i] = 1e-4 * h[i];
        }
        return curve(null, h, p, s, 1, points - 1, points - 1, NOTHING);
    }

    @Test
    void hardnessAndModulusOverDepth() {
        ContinuousStiffness c = ContinuousStiffness.of(oscillating(11), AreaFunction.ideal(), SAMPLE, Range.ALL);
        assertEquals(10, c.depth().length);
        assertEquals(100, c.depth()[0]);
        assertEquals(500, c.from(), 1e-9);
        assertEquals(950, c.to(), 1e-9);
        // contact depth 500 - 0.75 0.25 / 0.05
        double area = 24.5 * 496.25 * 496.25;
        assertEquals(0.25 / area * 1e9, c.hardness()[4], 1e-6);
        assertEquals(SAMPLE.reduced(0.05, area), c.reduced()[4], 1e-6);
        assertEquals(SAMPLE.modulus(SAMPLE.reduced(0.05, area)), c.modulus()[4], 1e-6);
        assertEquals(5, ContinuousStiffness.of(oscillating(6), AreaFunction.ideal(), SAMPLE, Range.ALL).depth().length);
        assertNull(ContinuousStiffness.of(oscillating(5), AreaFunction.ideal(), SAMPLE, Range.ALL));
        assertNull(ContinuousStiffness.of(held(0, 0, 0, true), AreaFunction.ideal(), SAMPLE, Range.ALL));
        IndentCurve holes = oscillating(11);
        holes.stiffness()[3] = 0;
        holes.force()[4] = 0;
        ContinuousStiffness some = ContinuousStiffness.of(holes, AreaFunction.ideal(), SAMPLE, new Range(200, 700));
        assertEquals(8, some.depth().length);
        assertEquals(200, some.from());
        assertEquals(700, some.to());
    }

    private static List<Measurement> means(double[] hardness, IndentNumbers.Limits l, IndentNumbers.Assumed a) {
        double[] depth = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        double[] reduced = new double[10];
        Arrays.fill(reduced, 50_000);
        double[] modulus = new double[10];
        Arrays.fill(modulus, SAMPLE.modulus(50_000));
        return ContinuousNumbers.of(new ContinuousStiffness(depth, hardness, reduced, modulus, 200, 400), SAMPLE, l, a);
    }

    @Test
    void withoutPointsBetweenTheDepthsThereIsNoMean() {
        for (Measurement m : means(new double[10], new IndentNumbers.Limits(0, 0, 0, 0, 0), new IndentNumbers.Assumed(
                false, false))) {
            assertTrue(m.verdict().reason().contains("between 200 and 400 nm"));
        }
    }

    /** Limits 0.03 of force, 0.04 of area, 0.02 of beta, 0.01 of Poisson's ratio; 10 nm of the tip at 300 nm. */
    @Test
    void limitsOfMeans() {
        double[] depth = {200, 250, 300, 350, 400};
        double[] h = {100, 100, 100, 100, 100};
        double[] r = {50_000, 50_000, 50_000, 50_000, 50_000};
        double e = SAMPLE.modulus(50_000);
        double[] m = {e, e, e, e, e};
        IndentNumbers.Limits l = new IndentNumbers.Limits(0.03, 0.04, 10, 0.02, 0.01);
        for (boolean tip : new boolean[] {true, false}) {
            List<Measurement> all = ContinuousNumbers.of(new ContinuousStiffness(depth, h, r, m, 200, 400), SAMPLE, l,
                    new IndentNumbers.Assumed(tip, false));
            double area = tip ? Math.hypot(0.04, 20 / 300.0) : 0.04;
            assertEquals(Math.hypot(0.03, area), all.get(0).uncertainty() / 100, 1e-9);
            double reduced = Math.sqrt(0.03 * 0.03 + area * area / 4 + Math.pow(0.02 / 1.05, 2));
            assertEquals(reduced, all.get(1).uncertainty() / 50_000, 1e-9);
            // dE/E = E / (1 - nu2) / Er dEr/Er
            assertEquals(Math.hypot(reduced * e / 0.91 / 50_000, 2 * 0.3 * 0.01 / 0.91), all.get(2).uncertainty() / e,
                    1e-9);
            assertEquals(tip, !all.get(0).verdict().isSound());
        }
    }

    @Test
    void aMeanThatChangesWithDepthIsDoubted() {
        double[] depth = {200, 250, 300, 350, 400};
        for (double change : new double[] {4.9, 5.1, -5.3}) {
            double[] h = Arrays.stream(depth).map(x -> 100 + change * (x - 300) / 200).toArray();
            String why = ContinuousNumbers.of(new ContinuousStiffness(depth, h, h, h, 200, 400), SAMPLE,
                    new IndentNumbers.Limits(0, 0, 0, 0, 0), new IndentNumbers.Assumed(false, false)).get(0).verdict()
                    .reason();
            assertEquals(Math.abs(change) > 5, why.contains("changes by " + (change < 0 ? "-5" : "5") + " % from 200 to"
                    + " 400 nm"), why);
        }
        double[] scatter = {90, 110, 106, 92, 112};
        assertEquals("", ContinuousNumbers.of(new ContinuousStiffness(depth, scatter, scatter, scatter, 200, 400),
                SAMPLE, new IndentNumbers.Limits(0, 0, 0, 0, 0), new IndentNumbers.Assumed(false, false)).get(0)
                .verdict().reason());
    }

    private static Table table(double[] t, double[] h, double[] p, double[] s) {
        List<Column> all = new ArrayList<>();
        if (t != null) {
            all.add(Column.of(IndentTable.TIME, "s", t));
        }
        if (h != null) {
            all.add(Column.of(IndentTable.DEPTH, "nm", h));
        }
        if (p != null) {
            all.add(Column.of(IndentTable.FORCE, "mN", p));
        }
        if (s != null) {
            all.add(Column.of(IndentTable.STIFFNESS, "N/m", s));
        }
        return new Table(DatasetHeader.of("i", IndentTable.KIND, Metadata.EMPTY), all);
    }

    /** Loading over 40 rows to 1 mN, a hold of 10, unloading over 40; a second and 10 nm each row. */
    private static double[][] record() {
        double[][] out = new double[4][90];
        for (int i = 0; i < 90; i++) {
            out[0][i] = 100 + i;
            out[1][i] = i < 40 ? 10 * (i + 1) : i < 50 ? 400 : 400 - 4 * (i - 49);
            out[2][i] = i < 40 ? (i + 1) / 40.0 : i < 50 ? 1 : 1 - (i - 49) / 41.0;
            out[3][i] = 1e6 * i;
        }
        return out;
    }

    @Test
    void aCurveIsFreeOfFrameAndDrift() throws Exception {
        double[][] r = record();
        IndentCurve c = IndentCurve.of(table(r[0], r[1], r[2], r[3]), new Corrections(20, 3, 0.5, 0.2));
        assertEquals(0, c.contact());
        assertEquals(39, c.peak());
        assertEquals(49, c.unload());
        assertEquals(90, c.size());
        // 20 nm/mN at 0.5 mN and 0.5 nm/s over 19 s
        assertEquals(200 - 10 - 9.5, c.depth()[19], 1e-9);
        assertEquals(0.5, c.force()[19], 1e-12);
        assertEquals(19, c.stiffness()[19], 1e-9);
        // 0.2 nm/s up to the unloading
        assertEquals(0.2 * 49, c.zeroU(), 1e-9);
        assertEquals(new Corrections(20, 3, 0.5, 0.2), c.corrections());
        assertTrue(c.unloads());
        assertEquals(41, c.unloadingDepth().length);
        assertEquals(1, c.unloadingForce()[0]);
        IndentCurve timeless = IndentCurve.of(table(null, r[1], r[2], null), new Corrections(20, 3, 0.5, 0.2));
        assertEquals(190, timeless.depth()[19], 1e-9);
        assertEquals(0, timeless.zeroU());
        assertNull(timeless.time());
        assertNull(timeless.stiffness());
        IndentCurve half = IndentCurve.of(table(null, Arrays.copyOf(r[1], 60), Arrays.copyOf(r[2], 60), null), NOTHING);
        assertFalse(half.unloads());
    }

    /** Forty rows of approach at 0.01 mN, contact at 37.5 nm of the record. */
    @Test
    void anApproachTellsTheContact() throws Exception {
        double[] h = new double[140];
        double[] p = new double[140];
        double[] t = new double[140];
        for (int i = 0; i < 140; i++) {
            t[i] = i;
            h[i] = i < 40 ? i : 37.5 + 4 * Math.max(i <= 100 ? i - 37.5 : 62.5 - 2 * (i - 100) / 3.0, 0);
            p[i] = i < 40 ? 0.01 : 0.01 + 1e-4 * Math.pow(h[i] - 37.5, 2) / 4 * (i <= 100 ? 1 : 1 - (i - 100) / 45.0);
        }
        IndentCurve c = IndentCurve.of(table(t, h, p, null), new Corrections(0, 0, 0.1, 0));
        assertEquals(41, c.contact());
        assertEquals(h[41] - 37.5, c.depth()[41], 1e-6);
        assertEquals(p[90] - 0.01, c.force()[90], 1e-9);
        assertEquals(h[90] - 37.5 - 0.1 * 49, c.depth()[90], 1e-6);
        assertTrue(c.remarks().stream().anyMatch(r -> r.code().equals("contact")));
    }

    private static String refused(Table t) {
        return assertThrows(AnalysisException.class, () -> IndentCurve.of(t, NOTHING)).getMessage();
    }

    @Test
    void whatIsNoIndentIsRefused() throws Exception {
        double[][] r = record();
        assertTrue(refused(table(r[0], null, r[2], null)).contains("no depth"));
        assertTrue(refused(table(r[0], r[1], null, null)).contains("no force"));
        assertTrue(refused(table(null, Arrays.copyOf(r[1], 19), Arrays.copyOf(r[2], 19), null)).contains("19 points"));
        assertEquals(20, IndentCurve.of(table(null, Arrays.copyOf(r[1], 20), Arrays.copyOf(r[2], 20), null), NOTHING)
                .size());
        assertTrue(refused(table(null, r[1], new double[90], null)).contains("negative where it is largest"));
        double[] pull = r[2].clone();
        pull[80] = -1.1;
        assertTrue(refused(table(null, r[1], pull, null)).contains("negative where it is largest"));
    }

    @Test
    void rowsWithoutANumberAreLeftOut() throws Exception {
        double[][] r = record();
        r[1][5] = Double.NaN;
        r[2][6] = Double.NaN;
        r[0][7] = Double.NaN;
        assertEquals(87, IndentCurve.of(table(r[0], r[1], r[2], null), NOTHING).size());
        // times that most rows have not, or that do not rise, are none
        Arrays.fill(r[0], 8, 60, Double.NaN);
        IndentCurve few = IndentCurve.of(table(r[0], r[1], r[2], null), NOTHING);
        assertEquals(88, few.size());
        assertNull(few.time());
        assertNull(IndentCurve.of(table(new double[90], r[1], r[2], null), NOTHING).time());
    }

    /** Without a hold the unloading begins at the greatest force itself. */
    @Test
    void aSharpTopIsItsGreatestForce() throws Exception {
        double[][] r = record();
        double[] p = new double[90];
        for (int i = 0; i < 90; i++) {
            p[i] = i <= 45 ? i / 45.0 : 1 - (i - 45) / 46.0;
        }
        IndentCurve c = IndentCurve.of(table(null, r[1], p, null), NOTHING);
        assertEquals(45, c.unload());
        assertEquals(45, c.peak());
    }
}
