package org.interphase.technique.electrochemistry.impedance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import org.interphase.api.AnalysisException;
import org.junit.jupiter.api.Test;

/** Weights are inverse standard deviations, not their squares. */
class WeightingTest {

    private static final ImpedanceSpectrum S = new ImpedanceSpectrum(new double[] {10, 1}, new double[] {3, 5e-4},
            new double[] {-4, -1}, new double[] {0.1, 0.2}, new double[] {0.4, 0.5});

    private static void assertWeights(Weighting w, double[] real, double[] imaginary) throws AnalysisException {
        assertArrayEquals(real, w.real(S), 1e-9, w + " real");
        assertArrayEquals(imaginary, w.imaginary(S), 1e-9, w + " imaginary");
    }

    @Test
    void eachWeightIsOneOverItsScale() throws AnalysisException {
        double modulus = Math.hypot(5e-4, 1);
        assertWeights(Weighting.UNIT, new double[] {1, 1}, new double[] {1, 1});
        assertWeights(Weighting.MODULUS, new double[] {0.2, 1 / modulus}, new double[] {0.2, 1 / modulus});
        // a part near its zero counts as a thousandth of |Z|
        assertWeights(Weighting.PROPORTIONAL, new double[] {1 / 3.0, 1000 / modulus}, new double[] {0.25, 1});
        assertWeights(Weighting.GIVEN, new double[] {10, 5}, new double[] {2.5, 2});
    }

    @Test
    void onlyGivenUncertaintiesAreAbsolute() {
        for (Weighting w : Weighting.values()) {
            assertEquals(w == Weighting.GIVEN, w.absolute());
        }
    }

    @Test
    void uncertaintiesThatAreNotThereOrNotPositiveAreRefused() {
        ImpedanceSpectrum none = new ImpedanceSpectrum(S.frequency(), S.re(), S.im(), null, null);
        assertTrue(assertThrows(AnalysisException.class, () -> Weighting.GIVEN.real(none)).getMessage()
                .contains("choose weighting modulus"));
        ImpedanceSpectrum zero = new ImpedanceSpectrum(S.frequency(), S.re(), S.im(), new double[] {0.1, 0},
                S.sigmaIm());
        assertThrows(AnalysisException.class, () -> Weighting.GIVEN.real(zero));
        assertFalse(Weighting.MODULUS.absolute());
    }
}
