package org.interphase.technique.electrochemistry.operation;

import static org.interphase.technique.electrochemistry.impedance.Spectra.uncertainty;
import static org.interphase.technique.electrochemistry.impedance.Spectra.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.FitResult;
import org.interphase.model.Remark;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.circuit.Frequencies;
import org.interphase.technique.electrochemistry.fit.CompiledCircuit;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircuitChoiceTest {

    private static final double[] HERTZ = ImpedanceTruth.frequencies(1e6, 1e-2, 65);

    /** Impedance of a circuit with white relative noise. */
    private static double[][] measured(String circuit, double noise, long seed, double... p) {
        CompiledCircuit c = new CompiledCircuit(Spectra.circuit(circuit), Frequencies.ofHertz(HERTZ));
        c.evaluate(p, false);
        SplittableRandom random = new SplittableRandom(seed);
        double[][] z = {Arrays.copyOf(c.re(), HERTZ.length), Arrays.copyOf(c.im(), HERTZ.length)};
        for (int i = 0; i < HERTZ.length; i++) {
            double modulus = Math.hypot(z[0][i], z[1][i]);
            z[0][i] += noise * modulus * random.nextGaussian();
            z[1][i] += noise * modulus * random.nextGaussian();
        }
        return z;
    }

    private static Outcome fit(String circuit, double[][] z) throws Exception {
        return new EisFit(ElementLibrary::standard).apply(Spectra.table("cell", HERTZ, z),
                Spectra.fit(circuit, "modulus"), Progress.none());
    }

    private static boolean says(Outcome o, Remark.Level level, String words) {
        return o.remarks().stream().anyMatch(r -> r.level() == level && r.text().contains(words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "R0-p(R1,CPE1); 10,50,1e-5,0.9",
        "R0-p(R1,CPE1)-p(R2,CPE2); 10,50,1e-6,0.9,80,1e-3,0.85",
        "R0-p(R1,CPE1)-CPE2; 10,50,1e-6,0.9,0.02,0.8",
        "R0-p(R1,CPE1)-p(R2-W1,CPE2); 10,50,1e-6,0.9,80,12,3e-4,0.85",
        "R0-CPE1; 10,1e-4,0.85"})
    void autoFindsTheCircuitThatMadeTheData(String circuit, String values) throws Exception {
        double[] p = Arrays.stream(values.split(",")).mapToDouble(Double::parseDouble).toArray();
        Outcome o = fit("auto", measured(circuit, 0.003, 5, p));
        assertEquals(circuit, o.dataset().product(FitResult.class).orElseThrow().title());
        assertTrue(o.remarks().stream().anyMatch(r -> r.text().startsWith(circuit + " was chosen among")));
        assertEquals(circuit, ((EisFit.Parameters) o.resolved().orElseThrow()).circuit());
    }

    @Test
    void autoTakesNoSettingsOfSingleParameters() {
        EisFit.Parameters p = Parameters.with(Spectra.fit("auto", "modulus"), "parameters[0].parameter", "R0");
        AnalysisException e = assertThrows(AnalysisException.class, () -> new EisFit(ElementLibrary::standard).apply(
                Spectra.table("cell", HERTZ, measured("R0", 0.01, 1, 5)), p, Progress.none()));
        assertTrue(e.getMessage().contains("'auto' chooses"), e.getMessage());
    }

    @Test
    void valuesInBracesAreHeldOrBounded() throws Exception {
        double[][] z = measured("R0-p(R1,CPE1)", 0.003, 2, 10, 50, 1e-5, 0.9);
        Outcome o = fit("R0{R=9.5F}-p(R1{R=30/20/40},CPE1)", z);
        assertEquals(9.5, value(o, "R0"));
        assertEquals(40, value(o, "R1"), 1e-6);
        assertTrue(says(o, Remark.Level.WARNING, "R1 ended on its bound"));
        assertFalse(uncertainty(o, "R0") > 0);
    }

    @Test
    void aMissingArcShowsAsSystematicResiduals() throws Exception {
        double[][] z = measured("R0-p(R1,CPE1)-p(R2,CPE2)", 0.002, 3, 10, 50, 1e-6, 0.9, 80, 1e-3, 0.85);
        assertTrue(says(fit("R0-p(R1,CPE1)", z), Remark.Level.WARNING, "residuals are systematic"));
        assertFalse(fit("R0-p(R1,CPE1)-p(R2,CPE2)", z).remarks().stream()
                .anyMatch(r -> r.level() != Remark.Level.INFO || r.text().contains("systematic")));
    }

    @Test
    void noiseAloneIsNotCalledSystematic() throws Exception {
        for (int seed = 0; seed < 40; seed++) {
            for (double noise : new double[] {0.002, 0.02}) {
                Outcome o = fit("R0-p(R1,CPE1)", measured("R0-p(R1,CPE1)", noise, seed, 10, 50, 1e-5, 0.9));
                assertFalse(o.remarks().stream().anyMatch(r -> r.text().contains("systematic")), "seed " + seed);
            }
        }
    }

    @Test
    void anInductiveLoopAtLowFrequencyIsNamed() throws Exception {
        double[][] z = measured("R0-p(R1,C1)-p(R2,L1)", 0.0005, 4, 10, 50, 1e-5, 20, 100);
        assertTrue(says(fit("R0-p(R1,C1)", z), Remark.Level.WARNING, "inductive loop"));
    }

    @Test
    void anArcBeyondTheMeasuredFrequenciesIsCalledExtrapolated() throws Exception {
        double[][] z = measured("R0-p(R1,CPE1)-p(R2,CPE2)", 0.001, 6, 10, 50, 1e-6, 0.9, 2000, 0.05, 0.9);
        Outcome o = fit("R0-p(R1,CPE1)-p(R2,CPE2)", z);
        assertTrue(says(o, Remark.Level.WARNING, "R2: the top of the arc"), o.remarks().toString());
        assertFalse(says(o, Remark.Level.WARNING, "R1: the top of the arc"));
    }

    @Test
    void anExponentOfOneIsCalledACapacitor() throws Exception {
        Outcome o = fit("R0-p(R1,CPE1)", measured("R0-p(R1,C1)", 0, 1, 10, 50, 1e-5));
        assertEquals(1, value(o, "CPE1_1"), 1e-6);
        assertFalse(says(o, Remark.Level.WARNING, "bound"), o.remarks().toString());
    }
}
