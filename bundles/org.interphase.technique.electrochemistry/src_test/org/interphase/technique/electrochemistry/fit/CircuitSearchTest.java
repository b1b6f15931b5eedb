package org.interphase.technique.electrochemistry.fit;

import static org.interphase.technique.electrochemistry.impedance.Spectra.uncertainty;
import static org.interphase.technique.electrochemistry.impedance.Spectra.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Constrained;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.FitParameter;
import org.interphase.model.FitResult;
import org.interphase.model.Table;
import org.interphase.numerics.fit.ComplexFitter;
import org.interphase.numerics.fit.ParameterSpace;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.technique.electrochemistry.impedance.Weighting;
import org.interphase.technique.electrochemistry.operation.EisFit;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.junit.jupiter.api.Test;

class CircuitSearchTest {

    private static final double[] HERTZ = ImpedanceTruth.frequencies(1e6, 1e-2, 60);
    private static final ImpedanceTruth CELL = ImpedanceTruth.of(10, new Arc(40, 1e-4, 0.85), new Arc(80, 0.1, 0.9));

    private final EisFit fit = new EisFit(ElementLibrary::standard);

    private static Table cell(double noise) {
        return Spectra.table("cell", HERTZ, CELL.measured(HERTZ, noise, 5));
    }

    private Outcome fit(Table t, String circuit, ElementSetting... settings) throws AnalysisException {
        EisFit.Parameters p = Spectra.fit(circuit, "modulus");
        for (int i = 0; i < settings.length; i++) {
            p = Parameters.with(p, "parameters[" + i + "].parameter", settings[i].parameter());
            p = Parameters.with(p, "parameters[" + i + "].value", settings[i].value().toString());
        }
        return fit.apply(t, p, Progress.none());
    }

    @Test
    void noiseFreeDataGiveTheTruth() throws Exception {
        Outcome o = fit(cell(0), "R0-p(R1,CPE1)-p(R2,CPE2)");
        assertEquals(10, value(o, "R0"), 1e-5);
        assertEquals(40, value(o, "R1"), 1e-4);
        assertEquals(CELL.arcs().get(0).q(), value(o, "CPE1_0"), 1e-5 * CELL.arcs().get(0).q());
        assertEquals(0.85, value(o, "CPE1_1"), 1e-6);
        assertEquals(80, value(o, "R2"), 1e-4);
        assertEquals(0.9, value(o, "CPE2_1"), 1e-6);
    }

    @Test
    void twoHundredSpectraAreFittedFromOneAutomaticStartEach() {
        Circuit circuit = Spectra.circuit("R0-p(R1,CPE1)-p(R2,CPE2)");
        ParameterSpace space = ParameterTable.free(circuit);
        Random random = new Random(42);
        double[] p = new double[space.all()];
        for (int k = 0; k < 200; k++) {
            double r1 = Math.pow(10, 1 + 2 * random.nextDouble());
            double t1 = Math.pow(10, -5 + 2 * random.nextDouble());
            Arc first = new Arc(r1, t1, 0.75 + 0.25 * random.nextDouble());
            Arc second = new Arc(r1 * Math.pow(10, -0.7 + 1.4 * random.nextDouble()),
                    t1 * Math.pow(10, 1.5 + 2 * random.nextDouble()), 0.75 + 0.25 * random.nextDouble());
            ImpedanceTruth truth = ImpedanceTruth.of(Math.pow(10, 2 * random.nextDouble()), first, second);
            ImpedanceSpectrum s = Spectra.spectrum(HERTZ, truth.measured(HERTZ, 0.005, k));
            double[] w = Arrays.stream(s.modulus()).map(m -> 1 / m).toArray();
            ComplexFitter fitter = new ComplexFitter(new CompiledCircuit(circuit, s.frequencies()), space);
            fitter.data(s.re(), s.im(), w, w);
            double best = fitter.fit(new double[] {truth.series(), first.resistance(), first.q(), first.phi(),
                second.resistance(), second.q(), second.phi()}, 1e-13, 500);
            new AutomaticStart(circuit, s.frequencies()).find(s.re(), s.im(), w, w, null, p);
            double found = fitter.fit(p, 1e-8, 100);
            assertTrue(found < best * (1 + 1e-6), "spectrum " + k + ": " + found + " instead of " + best);
        }
    }

    @Test
    void equalArcsAreOrderedByTheirTimeConstantsWhateverTheStart() throws Exception {
        for (String start : List.of("0.1", "1e-4")) {
            Outcome o = fit(cell(0.002), "R0-p(R1,CPE1)-p(R2,CPE2)",
                    new ElementSetting("CPE1_0", Constrained.parse(start)));
            assertEquals(40, value(o, "R1"), 1);
            assertEquals(80, value(o, "R2"), 1);
        }
    }

    @Test
    void fixedBoundedAndTiedParametersAreKeptExactly() throws Exception {
        Outcome o = fit(cell(0.002), "R0-p(R1,CPE1)-p(R2,CPE2)", new ElementSetting("R0", Constrained.fixed(10.5)),
                new ElementSetting("CPE1_1", Constrained.parse("auto [0.9, 1]")),
                new ElementSetting("R2", Constrained.parse("= R1 * 2")));
        assertEquals(10.5, value(o, "R0"));
        assertEquals(0, uncertainty(o, "R0"));
        assertEquals(0.9, value(o, "CPE1_1"), 1e-12);
        assertEquals(2 * value(o, "R1"), value(o, "R2"), 1e-12 * value(o, "R2"));
        assertEquals(2 * uncertainty(o, "R1"), uncertainty(o, "R2"), 1e-9);
        FitResult result = o.dataset().product(FitResult.class).orElseThrow();
        assertEquals(FitParameter.State.FIXED, result.parameters().get(0).state());
        assertEquals(FitParameter.State.AT_BOUND, result.parameter("CPE1", "exponent").orElseThrow().state());
        assertEquals(FitParameter.State.TIED, result.parameter("R2", "resistance").orElseThrow().state());
        assertTrue(o.remarks().stream().anyMatch(r -> r.text().contains("CPE1_1 ended on its bound")));
    }

    @Test
    void anUnknownParameterOrTieIsNamed() {
        assertTrue(assertThrows(AnalysisException.class, () -> fit(cell(0), "R0-p(R1,C1)", new ElementSetting("R7",
                Constrained.fixed(1)))).getMessage().contains("R7"));
        assertTrue(assertThrows(AnalysisException.class, () -> fit(cell(0), "R0-p(R1,C1)", new ElementSetting("R0",
                Constrained.parse("= R0 * 2")))).getMessage().contains("R0 must follow"));
    }

    @Test
    void tooManyParametersForTheDataAreRefused() {
        double[] f = {1000, 100, 10};
        Table t = Spectra.table("short", f, CELL.measured(f, 0, 1));
        assertThrows(AnalysisException.class, () -> fit(t, "R0-p(R1,CPE1)-p(R2,CPE2)"));
    }

    @Test
    void inductivePointsAreLeftOutUnlessTheCircuitHasAnInductor() throws Exception {
        Table t = Spectra.table("cell", HERTZ, CELL.withInductance(2e-6).measured(HERTZ, 0, 1));
        Outcome without = fit(t, "R0-p(R1,CPE1)-p(R2,CPE2)");
        assertTrue(without.remarks().stream().anyMatch(r -> r.text().contains("took no part: Im Z lies above zero")));
        Outcome with = fit(t, "L0-R0-p(R1,CPE1)-p(R2,CPE2)");
        assertEquals(2e-6, value(with, "L0"), 1e-10);
        assertEquals(10, value(with, "R0"), 1e-4);
    }

    @Test
    void oneFitterFitsManySpectraWithoutMemoryOfTheLast() {
        Circuit circuit = Spectra.circuit("R0-p(R1,CPE1)");
        ImpedanceSpectrum a = Spectra.spectrum(HERTZ, CELL.measured(HERTZ, 0.01, 1));
        ImpedanceSpectrum b = Spectra.spectrum(HERTZ, CELL.measured(HERTZ, 0.01, 2));
        double[] w = Arrays.stream(a.modulus()).map(m -> 1 / m).toArray();
        double[] start = {10, 100, 1e-4, 0.8};
        ComplexFitter fitter = new ComplexFitter(new CompiledCircuit(circuit, a.frequencies()),
                ParameterTable.free(circuit));
        fitter.data(a.re(), a.im(), w, w);
        double first = fitter.fit(start, 1e-10, 200);
        fitter.data(b.re(), b.im(), w, w);
        fitter.fit(start, 1e-10, 200);
        fitter.data(a.re(), a.im(), w, w);
        assertEquals(first, fitter.fit(start, 1e-10, 200));
    }

    @Test
    void aBatchGivesWhatMultiStartGives() throws Exception {
        Circuit circuit = Spectra.circuit("R0-p(R1,CPE1)-p(R2,CPE2)");
        CircuitBatch batch = new CircuitBatch(circuit, HERTZ);
        double[] p = new double[7];
        for (int seed = 0; seed < 5; seed++) {
            double[][] z = CELL.measured(HERTZ, 0.005, seed);
            double chi = batch.fit(z[0], z[1]);
            batch.parameters(p);
            CircuitFit best = new CircuitSearch(circuit, ParameterTable.free(circuit), Weighting.MODULUS, 20, 1, false)
                    .fit(Spectra.spectrum(HERTZ, z), null, Progress.none());
            assertEquals(best.chiSquare(), chi, 1e-6 * chi);
            assertEquals(best.value("R2"), p[4], 1e-3 * p[4]);
            assertEquals(chi, batch.fitFrom(p, z[0], z[1]), 1e-6 * chi);
        }
    }

    @Test
    void aCancelledFitStops() {
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String message) {
                // nobody looks
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> fit.apply(cell(0.01),
                Spectra.fit("R0-p(R1,CPE1)", "modulus"), cancelled));
    }
}
