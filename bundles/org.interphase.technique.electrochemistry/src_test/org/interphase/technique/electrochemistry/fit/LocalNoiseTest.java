package org.interphase.technique.electrochemistry.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import java.util.Arrays;
import org.interphase.api.Progress;
import org.interphase.numerics.fit.FitUncertainty;
import org.interphase.numerics.fit.StopReason;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.technique.electrochemistry.impedance.Weighting;
import org.junit.jupiter.api.Test;

/** A single resistor: its derivative is one in the real parts, its covariance 1/n. */
class LocalNoiseTest {

    private static CircuitFit fit(double[] residuals) {
        int n = residuals.length / 2;
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double[] weights = new double[2 * n];
        Arrays.fill(weights, 1);
        double[] slope = Arrays.copyOf(ones, 2 * n);
        Circuit c = Spectra.circuit("R0");
        double[][] unit = {{1.0 / n}};
        return new CircuitFit(c, new ImpedanceSpectrum(ones, ones, new double[n], null, null), Weighting.MODULUS,
                ParameterTable.free(c), new double[] {1}, new FitUncertainty(unit, unit, 1), unit,
                new double[][] {slope}, new boolean[1], 1, 1, slope, weights, residuals, StopReason.CONVERGED, 1, 1,
                1);
    }

    @Test
    void aResidualCountsAsIfItHadNotPulled() {
        // leverage 1/4: 1/(1 - 1/4) of each real part, 0 of the imaginary one
        CircuitFit fit = fit(new double[] {1, -1, 1, -1, 0, 0, 0, 0});
        LocalNoise noise = LocalNoise.of(fit, fit.residuals(), fit.unit(), 0.5);
        // 2/3 - 1/2 at each of four rows, of which the resistor takes up a quarter
        assertEquals((2 / 3.0 - 0.5) * 4 / 16, noise.covariance(0.5)[0][0], 1e-12);
        assertEquals(0, noise.covariance(0.7)[0][0]);
        assertEquals(Math.sqrt(2 / 3.0 * 5), noise.ofSum(new double[] {1, 2, 0, 0, 0, 0, 0, 0}, 0.5), 1e-12);
        assertEquals(Math.sqrt(5), noise.ofSum(new double[] {1, 0, 0, 0, 0, 0, 0, 2}, 1), 1e-12);
    }

    @Test
    void imaginaryPartsCountAsMuch() {
        CircuitFit fit = fit(new double[] {0, 0, 0, 0, 1, 1, 1, 1});
        assertEquals(Math.sqrt(0.5), LocalNoise.of(fit, fit.residuals(), fit.unit(), 0)
                .ofSum(new double[] {1, 0, 0, 0, 0, 0, 0, 0}, 0), 1e-12);
    }

    @Test
    void noiseElsewhereIsNotNoiseHere() {
        double[] residuals = new double[80];
        residuals[40 + 39] = 9;
        CircuitFit fit = fit(residuals);
        LocalNoise noise = LocalNoise.of(fit, fit.residuals(), fit.unit(), 0.1);
        double[] factors = new double[80];
        factors[30] = 1;
        // eight neighbours on either side: row 30 does not see row 39, row 31 does with one of 17
        assertEquals(Math.sqrt(0.1), noise.ofSum(factors, 0.1), 1e-12);
        factors[30] = 0;
        factors[31] = 1;
        assertEquals(Math.sqrt(81 / 2.0 / 17), noise.ofSum(factors, 0.1), 1e-12);
    }

    @Test
    void fewPointsMakeUncertaintiesWider() throws Exception {
        // six values, one parameter: the standard deviation of Student's distribution for five is sqrt(5/3)
        Circuit c = Spectra.circuit("R0");
        CircuitFit fit = new CircuitSearch(c, ParameterTable.free(c), Weighting.UNIT, 0, 1, false).fit(
                Spectra.spectrum(new double[] {100, 10, 1}, new double[][] {{10, 10, 10}, {0.1, -0.2, 0.1}}), null,
                Progress.none());
        assertEquals(Math.sqrt(5 / 3.0), CircuitVerdict.of(fit).uncertainty(0) / fit.uncertainty("R0"), 1e-6);
    }
}
