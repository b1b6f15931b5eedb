package org.interphase.technique.mechanics.tensile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.junit.jupiter.api.Test;

/**
 * Every number of a tensile test and every term of its uncertainty by hand: a material of 100 GPa that yields at
 * 200 MPa and hardens by 1 GPa, from a foot at a strain of 0.0005, in steps of 0.0001; it breaks 0.0099 behind the
 * foot.
 */
class TensileNumbersTest {

    private static final double FOOT = 0.0005;
    private static final double STEP = 1e-4;
    private static final double ROOT = Math.sqrt(3);
    private static final double FORCE = 0.01 / ROOT;
    private static final double LENGTH = 0.02 / ROOT;
    /** 15 points about 95 MPa; slope known to 5 %. */
    private static final LinearPart LINE = new LinearPart(2, 18, 100_000, -100_000 * FOOT, 3000, 4000, 0.01);
    private static final LinearPart EXACT = new LinearPart(2, 18, 100_000, -100_000 * FOOT, 0, 0, 0);
    private static final Accuracy CLASS = new Accuracy(1, 2, 0, 0);
    private static final Accuracy NONE = new Accuracy(0, 0, 0, 0);

    private static double hardening(double x) {
        return x <= 0.002 ? 100_000 * x : 200 + 1000 * (x - 0.002);
    }

    private static StressStrain curve(int rows, DoubleUnaryOperator stress, boolean breaks, boolean crosshead) {
        double[] e = new double[rows];
        double[] s = new double[rows];
        for (int i = 0; i < rows; i++) {
            e[i] = FOOT + STEP * i;
            s[i] = breaks && i == rows - 1 ? 0 : stress.applyAsDouble(STEP * i);
        }
        return new StressStrain(e, s, false, false, crosshead, List.of());
    }

    private static TensileNumbers numbers(StressStrain c, LinearPart line, Accuracy a, boolean broke) {
        return new TensileNumbers(c, new Rise(c.strain(), c.stress()), line, 0.001, a, broke);
    }

    private static Map<String, Measurement> of(StressStrain c, LinearPart line, Accuracy a) {
        Map<String, Measurement> out = new LinkedHashMap<>();
        numbers(c, line, a, false).numbers().forEach(m -> out.put(m.name(), m));
        return out;
    }

    private static Map<String, Measurement> broken(LinearPart line, Accuracy a) {
        return of(curve(101, TensileNumbersTest::hardening, true, false), line, a);
    }

    private static double norm(double... v) {
        return Math.sqrt(Arrays.stream(v).map(x -> x * x).sum());
    }

    private static void check(Measurement m, double value, double u) {
        assertEquals(value, m.value(), 1e-6 * value, m.name());
        assertEquals(u, m.uncertainty(), 1e-5 * u, m.name());
        assertTrue(m.verdict().isSound(), m.verdict().reason());
    }

    @Test
    void modulus() {
        Measurement m = broken(LINE, CLASS).get("modulus");
        check(m, 100, 100 * norm(0.05, FORCE, LENGTH));
        assertEquals("GPa", m.unit().text());
    }

    /** 100000 (x - 0.001) = 198 + 1000 x at x = 298/99000; the line turned by 5 % about 95 MPa crosses elsewhere. */
    @Test
    void yieldStrength() {
        double at = 298.0 / 99_000;
        double stress = 198 + 1000 * at;
        // 105000 (x - 0.00195) + 95 = 198 + 1000 x, and with 95000
        double steep = (198 + 105 * 1.95 - 95) / 104;
        double flat = (198 + 95 * 1.95 - 95) / 94;
        double turned = Math.max(Math.abs(steep - 1000 * at), Math.abs(flat - 1000 * at));
        double shift = 1000 * 100 * LENGTH / 99_000;
        check(broken(LINE, CLASS).get("yield strength 0.1 %"), stress, norm(stress * FORCE, turned, shift));
        double[] p = numbers(curve(101, TensileNumbersTest::hardening, true, false), LINE, CLASS, false).yieldPoint();
        assertEquals(FOOT + at, p[0], 1e-9);
        assertEquals(stress, p[1], 1e-6);
        assertEquals(FOOT, numbers(curve(101, TensileNumbersTest::hardening, true, false), LINE, CLASS, false).foot()
                .strain(), 1e-12);
        assertEquals("R_p0.1", broken(LINE, CLASS).get("yield strength 0.1 %").symbol());
    }

    /** Between rows a curve bends: a quarter of the step times the change of slope, as a rectangle. */
    @Test
    void yieldStrengthOfACurveThatBends() {
        DoubleUnaryOperator bent = x -> x <= 0.002 ? 100_000 * x : 200 + 30_000 * (x - 0.002) - 4e6 * (x - 0.002)
                * (x - 0.002);
        StressStrain c = curve(50, bent, true, false);
        Measurement m = of(c, EXACT, NONE).get("yield strength 0.1 %");
        double noise = new Rise(c.strain(), c.stress()).smoothNoise();
        // second derivative of 8e6: slopes of pieces two steps apart differ by 8e6 * 2 * 1e-4
        assertEquals(norm(1600 * STEP / 4 / Math.sqrt(12), noise), m.uncertainty(), 1e-6);
    }

    @Test
    void tensileStrength() {
        double most = 198 + 9.9;
        // the last step is 0.1 MPa
        check(broken(LINE, CLASS).get("tensile strength"), most, norm(most * FORCE, 0.1 / ROOT));
    }

    /** The row before the last is within 0.05 % of the greatest stress: its strain could be that of the peak. */
    @Test
    void elongationAtMaximum() {
        double sigma = 0.00095 * 0.05;
        double u = norm(0.0099 * LENGTH, sigma, STEP / ROOT);
        check(broken(LINE, CLASS).get("total elongation at maximum force"), 0.99, 100 * u);
        double elastic = 207.9 / 100_000;
        check(broken(LINE, CLASS).get("uniform elongation"), 0.99 - 100 * elastic, 100 * norm(u, elastic * LENGTH,
                elastic * 0.05));
    }

    @Test
    void elongationAtBreakAndToughness() {
        double sigma = 0.00095 * 0.05;
        check(broken(LINE, CLASS).get("elongation at break"), 0.99, 100 * norm(0.0099 * LENGTH, sigma, STEP / ROOT));
        double energy = 0.2 + 200 * 0.0079 + 500 * 0.0079 * 0.0079;
        check(broken(LINE, CLASS).get("toughness"), energy, norm(energy * norm(FORCE, LENGTH), 207.9 * norm(STEP
                / ROOT, sigma)));
    }

    @Test
    void withoutAStraightPartStrainsAreThoseOfTheRecord() {
        Map<String, Measurement> m = broken(null, CLASS);
        assertTrue(m.get("modulus").verdict().isWithheld());
        assertTrue(m.get("yield strength 0.1 %").verdict().isWithheld());
        assertEquals(1.04, m.get("elongation at break").value(), 1e-9);
        assertFalse(m.get("elongation at break").verdict().isSound());
        assertEquals(0.2 + 200 * 0.0079 + 500 * 0.0079 * 0.0079, m.get("toughness").value(), 1e-9);
        assertTrue(m.get("tensile strength").verdict().isSound());
        assertNull(m.get("uniform elongation"));
        assertNull(m.get("upper yield strength"));
    }

    @Test
    void aBrittleSpecimenHasNoUniformElongationNorYieldStrength() {
        Map<String, Measurement> m = of(curve(20, x -> 100_000 * x, true, false), LINE, CLASS);
        assertNull(m.get("uniform elongation"));
        assertTrue(m.get("yield strength 0.1 %").verdict().reason().contains("ends before it is 0.1 %"));
        double[] p = numbers(curve(20, x -> 100_000 * x, true, false), LINE, CLASS, false).yieldPoint();
        assertTrue(Double.isNaN(p[0]) && Double.isNaN(p[1]));
    }

    /** Where the flatter line meets nothing before the end, and that of longer strains too, 2 % are taken. */
    @Test
    void aCurveThatEndsRightBehindTheYieldStrength() {
        LinearPart loose = new LinearPart(2, 18, 100_000, -100_000 * FOOT, 20_000, 0, 0);
        Map<String, Measurement> m = of(curve(33, TensileNumbersTest::hardening, true, false), loose, NONE);
        double stress = 198 + 298.0 / 99;
        assertEquals(0.02 * stress, m.get("yield strength 0.1 %").uncertainty(), 1e-3);
        assertTrue(m.get("modulus").verdict().reason().contains("changes by 20 %"));
    }

    private static Verdict modulusOf(LinearPart line, boolean crosshead) {
        return of(curve(101, TensileNumbersTest::hardening, true, crosshead), line, CLASS).get("modulus").verdict();
    }

    private static LinearPart part(int to, double sigma, double curvature) {
        return new LinearPart(2, to, 100_000, -100_000 * FOOT, sigma, 0, curvature);
    }

    @Test
    void whatMakesAStraightPartDoubtful() {
        assertTrue(modulusOf(part(10, 5900, 0.03), false).isSound());
        assertTrue(modulusOf(part(9, 5900, 0.03), false).reason().contains("only 7 points"));
        assertTrue(modulusOf(part(10, 6100, 0.03), false).reason().contains("changes by 6 %"));
        assertTrue(modulusOf(part(10, 5900, 0.04), false).reason().contains("changes by 8 %"));
        assertTrue(modulusOf(part(10, 5900, 0.03), true).reason().contains("crosshead"));
        // a line that would begin 0.0001 before the record, over a middle of 0.00105: the curve is steeper before
        LinearPart late = new LinearPart(2, 18, 100_000, -100_000 * (FOOT - 1e-4), 100, 0, 0);
        assertTrue(modulusOf(late, false).reason().contains("more steeply before"));
        Measurement m = broken(late, NONE).get("modulus");
        assertEquals(100 * norm(0.001, 2 * 1e-4 / 0.00095), m.uncertainty(), 1e-6);
    }

    @Test
    void theTravelOfTheCrossheadMakesStrainsDoubtful() {
        Map<String, Measurement> m = of(curve(101, TensileNumbersTest::hardening, true, true), LINE, CLASS);
        for (String name : List.of("modulus", "yield strength 0.1 %", "total elongation at maximum force",
                "uniform elongation", "elongation at break", "toughness")) {
            assertTrue(m.get(name).verdict().reason().contains("crosshead"), name);
        }
        assertTrue(m.get("tensile strength").verdict().isSound());
    }

    /** Energy counts from the first row where the straight part has another foot than the record. */
    @Test
    void energyOfACurveThatIsSteeperBefore() {
        LinearPart late = new LinearPart(30, 60, 1000, 198 - 1000 * FOOT, 1, 0, 0);
        Map<String, Measurement> m = broken(late, NONE);
        assertEquals(0.2 + 200 * 0.0079 + 500 * 0.0079 * 0.0079, m.get("toughness").value(), 1e-6);
    }

    @Test
    void aRecordThatEndsAtItsPeakGivesLeastValues() {
        Map<String, Measurement> m = of(curve(101, TensileNumbersTest::hardening, false, false), LINE, CLASS);
        for (String name : List.of("tensile strength", "total elongation at maximum force", "uniform elongation")) {
            assertTrue(m.get(name).verdict().reason().contains("may have risen further"), name);
        }
        assertTrue(m.get("elongation at break").verdict().reason().contains("ends at its greatest stress"));
        assertTrue(m.get("toughness").verdict().reason().contains("ends at its greatest stress"));
        assertTrue(m.get("modulus").verdict().isSound());
    }

    /** Down by 1 MPa a row behind the peak, which lies at row 60. */
    @Test
    void aSlowFallShowsNoBreakUnlessThePiecesDo() {
        DoubleUnaryOperator fall = x -> x <= 0.006 ? hardening(x) : 204 - 10_000 * (x - 0.006);
        StressStrain c = curve(101, fall, false, false);
        Map<String, Measurement> m = of(c, LINE, CLASS);
        assertTrue(m.get("elongation at break").verdict().reason().contains("without a sudden fall"));
        // the peak is no end: no step in its uncertainty
        check(m.get("tensile strength"), 204, 204 * FORCE);
        check(m.get("total elongation at maximum force"), 0.6, 100 * norm(0.006 * LENGTH, 0.00095 * 0.05,
                STEP / ROOT));
        assertTrue(numbers(c, LINE, CLASS, true).numbers().stream().allMatch(n -> n.verdict().isSound()));
    }

    @Test
    void anUnloadedSpecimenDidNotBreak() {
        double[] e = new double[90];
        double[] s = new double[90];
        for (int i = 0; i < 90; i++) {
            double x = i < 60 ? STEP * i : STEP * 59 - 0.5 * STEP * (i - 59);
            e[i] = FOOT + x;
            s[i] = i < 60 ? hardening(x) : hardening(59 * STEP) - 5 * (i - 59);
        }
        Map<String, Measurement> m = of(new StressStrain(e, s, false, false, false, List.of()), LINE, CLASS);
        assertTrue(m.get("elongation at break").verdict().isWithheld());
        assertTrue(m.get("toughness").verdict().isWithheld());
        assertTrue(m.get("tensile strength").verdict().reason().contains("at least this"));
        assertEquals("the specimen was unloaded from its greatest stress and did not break",
                m.get("total elongation at maximum force").verdict().reason());
    }

    /** A flat piece and then another elastic rise: something slipped, and a fall would be no yielding. */
    @Test
    void aSlipMakesStrainsDoubtful() {
        DoubleUnaryOperator slip = x -> x <= 0.002 ? 100_000 * x : x < 0.0026 ? 200 - 20_000 * (x - 0.002)
                : x < 0.006 ? 188 : 188 + 100_000 * (x - 0.006);
        Map<String, Measurement> m = of(curve(90, slip, true, false), EXACT, NONE);
        String why = m.get("elongation at break").verdict().reason();
        // rows count from the foot of the record: 0.006 lies at 0.65 %
        assertTrue(why.contains("slipped") && why.contains("0.6"), why);
        assertFalse(m.get("yield strength 0.1 %").verdict().isSound());
        assertTrue(m.get("modulus").verdict().isSound());
        assertNull(m.get("upper yield strength"));
    }

    @Test
    void aFallBehindTheStraightPartIsAYield() {
        DoubleUnaryOperator drop = x -> x <= 0.002 ? 100_000 * x : x < 0.0026 ? 200 - 20_000 * (x - 0.002)
                : x < 0.006 ? 188 : 188 + 10_000 * (x - 0.006);
        Map<String, Measurement> m = of(curve(90, drop, true, false), EXACT, NONE);
        assertEquals(200, m.get("upper yield strength").value(), 1e-6);
        assertEquals(188, m.get("lower yield strength").value(), 1e-6);
    }
}
