package org.interphase.technique.mechanics.indent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.interphase.numerics.signal.Robust;
import org.interphase.technique.mechanics.indent.IndentCurve.Corrections;
import org.interphase.technique.mechanics.indent.IndentNumbers.Assumed;
import org.interphase.technique.mechanics.indent.IndentNumbers.Limits;
import org.junit.jupiter.api.Test;

/**
 * Numbers of an indent and every term of their uncertainty by hand: 0.1 mN at 1000 nm, loaded by the square of the
 * depth; an unloading to 800 nm with an exponent of 1.4, so that S is 0.0007 mN/nm and the contact depth 892.857 nm.
 */
class IndentNumbersTest {

    private static final double S = 7e-4;
    private static final double HC = 1000 - 0.75 * 0.1 / S;
    private static final double BEND = 2 * 0.75 * 0.1 / S / HC;
    private static final Limits NONE = new Limits(0, 0, 0, 0, 0);
    private static final Assumed STATED = new Assumed(false, false);
    private static final Elasticity SAMPLE = new Elasticity(0.75, 1.05, 0.3, 1141, 0.07);

    private static IndentCurve curve(double zero, double zeroU, double frameU) {
        double[] h = new double[61];
        double[] p = new double[61];
        for (int i = 0; i < 61; i++) {
            h[i] = i <= 40 ? 25 * i : 1000 - 5 * (i - 40);
            double from = Math.max(0, h[i] - zero);
            p[i] = i <= 40 ? 0.1 * from * from / (1000 - zero) / (1000 - zero) : 0.1 - 0.0045 * (i - 40);
        }
        return new IndentCurve(null, h, p, null, 0, 40, 40, zeroU, new Corrections(0, frameU, 0.0, 0), List.of());
    }

    private static UnloadingFit fit(double residual, double stiffness, double sigma) {
        return new UnloadingFit(1000, 0.1, residual, 1.4, stiffness, sigma, 0, true, 0);
    }

    private static Map<String, Measurement> numbers(IndentCurve c, UnloadingFit f, AreaFunction area, Limits l,
            Assumed a) {
        Map<String, Measurement> out = new LinkedHashMap<>();
        new IndentNumbers(c, f, area, SAMPLE, l, a).numbers().forEach(m -> out.put(m.name(), m));
        return out;
    }

    private static Map<String, Measurement> numbers(UnloadingFit f, Limits l) {
        return numbers(curve(0, 0, 0), f, AreaFunction.ideal(), l, STATED);
    }

    private static double relative(Measurement m) {
        return m.uncertainty() / m.value();
    }

    @Test
    void values() {
        Map<String, Measurement> m = numbers(fit(800, S, 0), NONE);
        double area = 24.5 * HC * HC;
        double reduced = Math.sqrt(Math.PI) / 2.1 * S / Math.sqrt(area) * 1e9;
        assertEquals(0.1 / area * 1e9, m.get("hardness").value(), 1e-9);
        assertEquals(reduced, m.get("reduced modulus").value(), 1e-9);
        assertEquals(0.91 / (1 / reduced - (1 - 0.0049) / 1_141_000), m.get("elastic modulus").value(), 1e-9);
        assertEquals(700, m.get("contact stiffness").value(), 1e-9);
        assertEquals(HC, m.get("contact depth").value(), 1e-9);
        assertEquals(1000, m.get("largest depth").value());
        assertEquals(0.1, m.get("largest force").value());
        assertEquals(0.8, m.get("final over largest depth").value(), 1e-12);
        assertEquals(0.016, m.get("final over largest depth").uncertainty(), 1e-9);
        m.values().forEach(n -> assertTrue(n.verdict().isSound(), n.name() + n.verdict().reason()));
        double noise = Robust.noise(curve(0, 0, 0).force());
        assertEquals(noise, m.get("largest force").uncertainty(), 1e-12);
        assertEquals(noise * 10 * (1 + BEND), relative(m.get("hardness")), 1e-6);
        assertFalse(m.containsKey("creep"));
    }

    /** Uncertainties beside that of the noise of the force. */
    private static double beside(String name, UnloadingFit f, Limits l) {
        Measurement none = numbers(fit(800, S, 0), NONE).get(name);
        Measurement all = numbers(f, l).get(name);
        return Math.sqrt(Math.pow(all.uncertainty(), 2) - Math.pow(none.uncertainty(), 2)) / all.value();
    }

    @Test
    void theStiffnessCountsOnceInTheContactDepthAndAsItIs() {
        UnloadingFit f = fit(800, S, 0.01 * S);
        assertEquals(0.01, beside("contact stiffness", f, NONE), 1e-9);
        assertEquals(0.01 * BEND, beside("hardness", f, NONE), 1e-5);
        assertEquals(0.01 * (1 - BEND / 2), beside("reduced modulus", f, NONE), 1e-5);
        assertEquals(0.01 * BEND / 2, beside("contact depth", f, NONE), 1e-5);
    }

    @Test
    void limitsOfForceAreaBetaAndPoisson() {
        UnloadingFit f = fit(800, S, 0);
        assertEquals(0.01, beside("largest force", f, new Limits(0.01, 0, 0, 0, 0)), 1e-6);
        assertEquals(0.01, beside("contact stiffness", f, new Limits(0.01, 0, 0, 0, 0)), 1e-6);
        assertEquals(0.01 * Math.hypot(1 + BEND, BEND), beside("hardness", f, new Limits(0.01, 0, 0, 0, 0)), 1e-5);
        assertEquals(0.01, beside("hardness", f, new Limits(0, 0.01, 0, 0, 0)), 1e-5);
        assertEquals(0.005, beside("reduced modulus", f, new Limits(0, 0.01, 0, 0, 0)), 1e-5);
        assertEquals(0.01 / 1.05, beside("reduced modulus", f, new Limits(0, 0, 0, 0.01, 0)), 1e-5);
        assertEquals(0, beside("hardness", f, new Limits(0, 0, 0, 0.01, 0.01)), 1e-9);
        assertEquals(2 * 0.3 * 0.01 / 0.91, beside("elastic modulus", f, new Limits(0, 0, 0, 0, 0.01)), 1e-5);
        // a stated area function has no unknown tip
        assertEquals(0, beside("hardness", f, new Limits(0, 0, 20, 0, 0)), 1e-9);
        Map<String, Measurement> tip = numbers(curve(0, 0, 0), f, AreaFunction.ideal(), new Limits(0, 0, 20, 0, 0),
                new Assumed(true, false));
        double none = relative(numbers(f, NONE).get("hardness"));
        assertEquals(Math.hypot(none, 40 / HC), relative(tip.get("hardness")), 1e-4);
    }

    /** 100 nm/mN: 10 nm of the depth, and S2 times it of the stiffness; the zero is known to 4 nm. */
    @Test
    void frameAndZeroCountInDepthAndStiffness() {
        Map<String, Measurement> m = numbers(curve(0, 4, 100), fit(800, S, 0), AreaFunction.ideal(), NONE, STATED);
        assertEquals(Math.hypot(4, 10), m.get("largest depth").uncertainty(), 1e-9);
        assertEquals(S * S * 100 * 1e6, m.get("contact stiffness").uncertainty(), 1e-9);
        assertEquals(0.8 * Math.hypot(Math.hypot(4, 10) / 1000, 0.02), m.get("final over largest depth").uncertainty(),
                1e-9);
    }

    private static String why(String name, UnloadingFit f, AreaFunction area, double tip, Assumed a) {
        return numbers(curve(0, 0, 0), f, area, new Limits(0, 0, tip, 0, 0), a).get(name).verdict().reason();
    }

    @Test
    void whatMakesAnIndentDoubtful() {
        AreaFunction ideal = AreaFunction.ideal();
        assertTrue(why("hardness", fit(910, S, 0), ideal, 0, STATED).contains("is 0.91, near 1"));
        assertEquals("", why("hardness", fit(900, S, 0), ideal, 0, STATED));
        assertTrue(why("hardness", fit(800, S, 0), new AreaFunction(List.of(23.2)), 0, STATED).contains("gives 0.95"));
        assertEquals("", why("hardness", fit(800, S, 0), new AreaFunction(List.of(23.4)), 0, STATED));
        assertTrue(why("hardness", fit(800, S, 0), ideal, 45, new Assumed(true, false)).contains("end of the tip"));
        assertFalse(why("hardness", fit(800, S, 0), ideal, 44, new Assumed(true, false)).contains("end of the tip"));
        assertFalse(why("hardness", fit(800, S, 0), ideal, 45, STATED).contains("end of the tip"));
        assertTrue(why("contact stiffness", fit(800, S, 0.11 * S), ideal, 0, STATED).contains("depends on the part"));
        assertEquals("", why("contact stiffness", fit(800, S, 0.09 * S), ideal, 0, STATED));
        UnloadingFit bent = new UnloadingFit(1000, 0.1, 800, 1.4, S, 0, 0, true, 0.012);
        assertTrue(why("contact stiffness", bent, ideal, 0, STATED).contains("1.2 % of the force"));
        assertEquals("", why("contact stiffness", new UnloadingFit(1000, 0.1, 800, 1.4, S, 0, 0, true, 0.01), ideal, 0,
                STATED));
        UnloadingFit open = new UnloadingFit(1000, 0.1, 800, 1.4, S, 0, 0, false, 0);
        assertTrue(why("contact depth", open, ideal, 0, STATED).contains("within its bounds"));
    }

    @Test
    void whatNobodyStatedIsDoubted() {
        assertEquals("", why("largest depth", fit(800, S, 0), AreaFunction.ideal(), 0, new Assumed(true, true)));
        assertTrue(why("hardness", fit(800, S, 0), AreaFunction.ideal(), 0, new Assumed(true, false))
                .contains("pyramid"));
        assertEquals("", why("hardness", fit(800, S, 0), AreaFunction.ideal(), 0, new Assumed(false, true)));
        String modulus = why("elastic modulus", fit(800, S, 0), AreaFunction.ideal(), 0, new Assumed(true, true));
        assertTrue(modulus.contains("pyramid") && modulus.contains("Poisson"), modulus);
    }

    @Test
    void whatHasNoValueIsWithheld() {
        assertTrue(why("hardness", fit(800, S, 0), new AreaFunction(List.of(-1.0)), 0, STATED).contains("no area"));
        Verdict stiff = numbers(fit(800, 100, 0), NONE).get("elastic modulus").verdict();
        assertTrue(stiff.isWithheld() && stiff.reason().contains("as stiff as the indenter"), stiff.reason());
        List<Measurement> none = new IndentNumbers(curve(0, 0, 0), null, AreaFunction.ideal(), SAMPLE, NONE, STATED)
                .numbers();
        assertEquals(List.of("hardness", "reduced modulus", "elastic modulus"), none.stream().map(Measurement::name)
                .toList());
        assertTrue(none.stream().allMatch(m -> m.verdict().isWithheld()));
    }

    private static String zero(double off, double zeroU) {
        return numbers(curve(off, zeroU, 0), fit(800, S, 0), AreaFunction.ideal(), NONE, STATED).get("largest depth")
                .verdict().reason();
    }

    /** More than 3 % of the depth, and more than 3 of its uncertainties. */
    @Test
    void aZeroTheLoadingDoesNotPointTo() {
        assertTrue(zero(33, 0).contains("33 nm behind"), zero(33, 0));
        assertTrue(zero(-33, 0).contains("33 nm before"));
        assertEquals("", zero(28, 0));
        assertEquals("", zero(-28, 0));
        assertEquals("", zero(33, 12));
        assertTrue(zero(33, 10).contains("behind"));
    }

    private static IndentNumbers at(double residual) {
        return new IndentNumbers(curve(0, 0, 0), fit(residual, S, 0), AreaFunction.ideal(), SAMPLE, NONE, STATED);
    }

    @Test
    void materialMayPileUpFromSevenTenthsOn() {
        assertFalse(at(700).mayPileUp());
        assertTrue(at(701).mayPileUp());
        assertTrue(at(900).mayPileUp());
        assertFalse(at(901).mayPileUp());
        assertEquals(HC, at(800).contactDepth(), 1e-9);
        assertFalse(new IndentNumbers(curve(0, 0, 0), null, AreaFunction.ideal(), SAMPLE, NONE, STATED).mayPileUp());
    }
}
