package org.interphase.technique.electrochemistry.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class ElementDerivativesTest {

    /** Textbook formulas: parameters and jω to impedance. */
    private static final Map<String, BiFunction<BiComplex[], BiComplex, BiComplex>> FORMULAS = Map.ofEntries(
            Map.entry("R", (p, s) -> p[0]),
            Map.entry("C", (p, s) -> one().over(s.times(p[0]))),
            Map.entry("L", (p, s) -> s.times(p[0])),
            Map.entry("CPE", (p, s) -> one().over(p[0].times(s.power(p[1])))),
            Map.entry("W", (p, s) -> p[0].times(BiComplex.real(Math.sqrt(2))).over(s.sqrt())),
            Map.entry("Wo", (p, s) -> p[0].over(s.times(p[1]).sqrt().times(s.times(p[1]).sqrt().tanh()))),
            Map.entry("Ws", (p, s) -> p[0].times(s.times(p[1]).sqrt().tanh()).over(s.times(p[1]).sqrt())),
            Map.entry("G", (p, s) -> p[0].over(one().plus(s.times(p[1])).sqrt())),
            Map.entry("Zarc", (p, s) -> p[0].over(one().plus(s.times(p[1]).power(p[2])))),
            Map.entry("HN", (p, s) -> p[0].over(one().plus(s.times(p[1]).power(p[2])).power(p[3]))),
            Map.entry("TLMQ", (p, s) -> {
                BiComplex root = p[0].times(p[1]).times(s.power(p[2])).sqrt();
                return p[0].over(root.times(root.tanh()));
            }),
            Map.entry("TLMR", (p, s) -> {
                BiComplex wall = one().over(p[1]).plus(p[2].times(s.power(p[3])));
                BiComplex root = p[0].times(wall).sqrt();
                return p[0].over(root.times(root.tanh()));
            }));

    private static BiComplex one() {
        return BiComplex.real(1);
    }

    @Test
    void everyElementHasAFormulaToCheckAgainst() {
        for (CircuitElement e : ElementLibrary.standard().elements()) {
            assertTrue(FORMULAS.containsKey(e.symbol()), e.symbol());
        }
    }

    @Test
    void impedanceAndDerivativesAgreeWithComplexSteps() {
        check(false);
    }

    @Test
    void admittanceAndDerivativesAgreeWithComplexSteps() {
        check(true);
    }

    private static void check(boolean admittance) {
        Random random = new Random(7);
        double[] hertz = new double[41];
        for (int i = 0; i < hertz.length; i++) {
            hertz[i] = Math.pow(10, -4 + 0.25 * i);
        }
        Frequencies f = Frequencies.ofHertz(hertz);
        for (CircuitElement e : ElementLibrary.standard().elements()) {
            int n = e.parameters().size();
            for (int trial = 0; trial < 20; trial++) {
                double[] p = new double[n];
                for (int k = 0; k < n; k++) {
                    p[k] = e.parameters().get(k).logarithmic() ? Math.pow(10, -3 + 4 * random.nextDouble())
                            : 0.3 + 0.7 * random.nextDouble();
                }
                ElementValues v = new ElementValues(hertz.length, n);
                if (admittance) {
                    e.admittance(f, p, v);
                } else {
                    e.impedance(f, p, v);
                }
                for (int k = 0; k < n; k++) {
                    compare(e, p, k, f, v, admittance);
                }
            }
        }
    }

    private static void compare(CircuitElement e, double[] p, int k, Frequencies f, ElementValues v,
            boolean admittance) {
        BiComplex[] q = new BiComplex[p.length];
        for (int i = 0; i < p.length; i++) {
            q[i] = i == k ? BiComplex.stepped(p[i]) : BiComplex.real(p[i]);
        }
        for (int i = 0; i < f.size(); i++) {
            BiComplex z = FORMULAS.get(e.symbol()).apply(q, BiComplex.of(0, f.omega()[i]));
            z = admittance ? one().over(z) : z;
            String where = e.symbol() + " parameter " + k + " at row " + i;
            double size = Math.hypot(z.a().x(), z.b().x());
            assertEquals(z.a().x(), v.re()[i], 1e-11 * size, where + " real part");
            assertEquals(z.b().x(), v.im()[i], 1e-11 * size, where + " imaginary part");
            double dRe = z.a().h() / BiComplex.H;
            double dIm = z.b().h() / BiComplex.H;
            // relative to the derivative, or to Z/p where the parameter has no influence there
            double slope = 1e-9 * Math.hypot(dRe, dIm) + 1e-12 * size / p[k];
            assertEquals(dRe, v.dRe(k)[i], slope, where + " derivative of the real part");
            assertEquals(dIm, v.dIm(k)[i], slope, where + " derivative of the imaginary part");
        }
    }

    @Test
    void nothingOverflowsAtExtremeFrequenciesAndParameters() {
        double[] hertz = {1e-12, 1e-6, 1, 1e6, 1e12, 1e15};
        Frequencies f = Frequencies.ofHertz(hertz);
        for (CircuitElement e : ElementLibrary.standard().elements()) {
            for (double size : new double[] {1e-12, 1, 1e12}) {
                double[] p = new double[e.parameters().size()];
                for (int k = 0; k < p.length; k++) {
                    p[k] = e.parameters().get(k).logarithmic() ? size : 1;
                }
                ElementValues v = new ElementValues(hertz.length, p.length);
                e.impedance(f, p, v);
                for (int i = 0; i < hertz.length; i++) {
                    assertTrue(Double.isFinite(v.re()[i]) && Double.isFinite(v.im()[i]), e.symbol() + " " + size);
                    for (int k = 0; k < p.length; k++) {
                        assertTrue(Double.isFinite(v.dRe(k)[i]) && Double.isFinite(v.dIm(k)[i]),
                                e.symbol() + " derivative " + k + " " + size + " row " + i);
                    }
                }
            }
        }
    }

    @Test
    void theZarcElementIsAResistorBesideAConstantPhaseElement() {
        double[] hertz = {1e-2, 1, 1e2, 1e4};
        Frequencies f = Frequencies.ofHertz(hertz);
        ElementLibrary library = ElementLibrary.standard();
        ElementValues zarc = new ElementValues(4, 3);
        library.find("Zarc").orElseThrow().impedance(f, new double[] {50, 0.1, 0.8}, zarc);
        ElementValues cpe = new ElementValues(4, 2);
        library.find("CPE").orElseThrow().admittance(f, new double[] {Math.pow(0.1, 0.8) / 50, 0.8}, cpe);
        for (int i = 0; i < 4; i++) {
            double g = cpe.re()[i] + 1.0 / 50;
            double b = cpe.im()[i];
            assertEquals(g / (g * g + b * b), zarc.re()[i], 1e-12 * 50);
            assertEquals(-b / (g * g + b * b), zarc.im()[i], 1e-12 * 50);
        }
    }
}
