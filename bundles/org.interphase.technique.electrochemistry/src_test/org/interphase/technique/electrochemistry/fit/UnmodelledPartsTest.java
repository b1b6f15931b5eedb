package org.interphase.technique.electrochemistry.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.Arrays;
import java.util.List;
import org.interphase.api.Progress;
import org.interphase.numerics.verdict.Unmodelled;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.Frequencies;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.technique.electrochemistry.impedance.Weighting;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.junit.jupiter.api.Test;

/** Shapes of what a circuit leaves out, against differences of circuits that have it. */
class UnmodelledPartsTest {

    private static final double[] HERTZ = ImpedanceTruth.frequencies(1e5, 0.1, 25);
    private static final double H = 1e-5;

    private static double[] z(String circuit, double... p) {
        CompiledCircuit c = new CompiledCircuit(Spectra.circuit(circuit), Frequencies.ofHertz(HERTZ));
        c.evaluate(p, false);
        return c.copy();
    }

    private static CircuitFit fit(String text, double... p) throws Exception {
        double[] z = z(text, p);
        int n = HERTZ.length;
        Circuit circuit = Spectra.circuit(text);
        return new CircuitSearch(circuit, ParameterTable.free(circuit), Weighting.MODULUS, 0, 1, false).fit(
                Spectra.spectrum(HERTZ, new double[][] {Arrays.copyOf(z, n), Arrays.copyOfRange(z, n, 2 * n)}), p,
                Progress.none());
    }

    private static void assertIsDerivative(double[] more, double[] less, CircuitFit fit, Unmodelled.Shape shape) {
        for (int i = 0; i < more.length; i++) {
            assertEquals((more[i] - less[i]) / H * fit.weights()[i], shape.change()[i], 1e-3, "row " + i);
        }
    }

    @Test
    void anArcLeansAsTheElementOfHavriliakAndNegami() throws Exception {
        CircuitFit fit = fit("R0-p(R1,CPE1)", 10, 100, 1e-4, 0.8);
        double tau = Math.pow(100 * 1e-4, 1 / 0.8);
        List<Unmodelled.Shape> shapes = UnmodelledParts.of(fit);
        assertIsDerivative(z("R0-HN1", 10, 100, tau, 0.8, 1), z("R0-HN1", 10, 100, tau, 0.8, 1 - H), fit,
                shapes.get(shapes.size() - 1));
    }

    @Test
    void aCapacitorMayBeAConstantPhaseElementOfASmallerExponent() throws Exception {
        CircuitFit fit = fit("R0-p(R1,C1)", 10, 100, 1e-4);
        List<Unmodelled.Shape> shapes = UnmodelledParts.of(fit);
        Unmodelled.Shape flatter = shapes.get(shapes.size() - 1);
        double flat = Math.pow(100 * 1e-4, 1 - H) / 100;
        assertIsDerivative(z("R0-p(R1,CPE1)", 10, 100, flat, 1 - H), z("R0-p(R1,CPE1)", 10, 100, 1e-4, 1), fit,
                flatter);
        assertTrue(flatter.positive());
        // the arc may lean as well
        assertEquals(fit("R0-p(R1,CPE1)", 10, 100, 1e-4, 0.8).spectrum().size(), HERTZ.length);
        assertEquals(UnmodelledParts.of(fit("R0-p(R1,CPE1)", 10, 100, 1e-4, 0.8)).size() + 1, shapes.size());
    }

    @Test
    void aStepIsOnOneSideOfEachPlaceAndTheOther() throws Exception {
        CircuitFit fit = fit("R0-CPE1", 10, 1e-3, 0.8);
        List<Unmodelled.Shape> shapes = UnmodelledParts.of(fit);
        int n = HERTZ.length;
        // three points stay at either end: places 3 to 22
        assertEquals(2 * (n - 5), shapes.size());
        double[] below = shapes.get(0).change();
        double[] above = shapes.get(1).change();
        for (int i = 0; i < n; i++) {
            assertEquals(i < 3 ? 0 : fit.model()[i] * fit.weights()[i], below[i]);
            assertEquals(i < 3 ? 0 : fit.model()[n + i] * fit.weights()[n + i], below[n + i]);
            assertEquals(fit.model()[i] * fit.weights()[i], below[i] + above[i], 1e-15);
            assertEquals(fit.model()[n + i] * fit.weights()[n + i], below[n + i] + above[n + i], 1e-15);
        }
        double[] last = shapes.get(shapes.size() - 2).change();
        assertTrue(last[n - 4] == 0 && last[n - 3] != 0);
        assertEquals(0.2, shapes.stream().mapToDouble(Unmodelled.Shape::probability).sum(), 1e-12);
    }

    @Test
    void anArcOfOtherPartsHasNoShapeOfItsOwn() throws Exception {
        int steps = UnmodelledParts.of(fit("R0-CPE1", 10, 1e-3, 0.8)).size();
        assertEquals(steps, UnmodelledParts.of(fit("R0-p(R1-W1,CPE1)", 10, 100, 20, 1e-4, 0.8)).size());
        assertEquals(steps, UnmodelledParts.of(fit("R0-p(R1,CPE1,C1)", 10, 100, 1e-4, 0.8, 1e-6)).size());
    }
}
