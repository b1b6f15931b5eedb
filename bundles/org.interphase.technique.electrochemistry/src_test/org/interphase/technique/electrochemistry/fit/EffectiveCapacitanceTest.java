package org.interphase.technique.electrochemistry.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.model.Measurement;
import org.interphase.numerics.fit.FitUncertainty;
import org.interphase.numerics.fit.StopReason;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.impedance.ImpedanceScale;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.technique.electrochemistry.impedance.Weighting;
import org.junit.jupiter.api.Test;

/**
 * Capacitances of arcs against numbers computed by hand: R_e = 10 ohm, R = 100 ohm, Q = 1e-5 S s^0.8; slopes by
 * five-point differences of the published formulas.
 */
class EffectiveCapacitanceTest {

    private static final double[] P = {10, 100, 1e-5, 0.8};
    private static final double BRUG = 9.764540897e-07;
    private static final double FILM = 1.778279410e-06;
    /** By R_e, R, Q and the exponent. */
    private static final double[] BRUG_SLOPES = {2.219213840e-08, 2.219213840e-10, 1.220567612e-01, 1.419771959e-05};
    private static final double[] FILM_SLOPES = {0.000000000e+00, 4.445698525e-09, 2.222849263e-01, 1.919362341e-05};

    private static CircuitVerdict fit(String circuit, double[] p, double[][] covariance, ImpedanceScale scale) {
        Circuit c = Spectra.circuit(circuit);
        double[] one = {1};
        return CircuitVerdict.unjudged(new CircuitFit(c, new ImpedanceSpectrum(one, one, one, null, null, scale),
                Weighting.MODULUS, ParameterTable.free(c), p, new FitUncertainty(covariance, covariance, 1), covariance,
                new double[p.length][2], new boolean[p.length], 1, 1,
                one, one, one, StopReason.CONVERGED, 1, 1, 1));
    }

    private static List<Measurement> all(CircuitVerdict judged) {
        return EffectiveCapacitance.of(judged).stream().map(CircuitNumber::measurement).toList();
    }

    private static List<Measurement> found(double[][] covariance) {
        return all(fit("R0-p(R1,CPE1)", P, covariance, ImpedanceScale.WHOLE));
    }

    @Test
    void bothFormulasGiveThePublishedValues() {
        List<Measurement> m = found(new double[4][4]);
        assertEquals(List.of("effective capacitance CPE1 (Brug)", "effective capacitance CPE1 (Hsu-Mansfeld)"),
                m.stream().map(Measurement::name).toList());
        assertEquals(BRUG, m.get(0).value(), 1e-8 * BRUG);
        assertEquals(FILM, m.get(1).value(), 1e-8 * FILM);
        assertEquals("F", m.get(0).unit().text());
    }

    @Test
    void everyParameterAndEveryPairContributes() {
        double[] relative = {0.01, 0.02, 0.03, 0.004};
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j <= i; j++) {
                double[][] covariance = new double[4][4];
                double ui = relative[i] * P[i];
                double uj = relative[j] * P[j];
                covariance[i][i] = ui * ui;
                covariance[j][j] = uj * uj;
                covariance[i][j] = i == j ? ui * ui : 0.6 * ui * uj;
                covariance[j][i] = covariance[i][j];
                List<Measurement> m = found(covariance);
                assertEquals(expected(BRUG_SLOPES, covariance), m.get(0).uncertainty(), 1e-6 * BRUG * 0.01);
                assertEquals(expected(FILM_SLOPES, covariance), m.get(1).uncertainty(), 1e-6 * FILM * 0.01);
            }
        }
    }

    private static double expected(double[] slopes, double[][] covariance) {
        double variance = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                variance += slopes[i] * slopes[j] * covariance[i][j];
            }
        }
        return Math.sqrt(variance);
    }

    @Test
    void theSeriesResistanceIsTheSumOfItsParts() {
        double[] p = {4, 100, 1e-5, 0.8, 6};
        List<Measurement> m = all(fit("R0-p(R1,CPE1)-R2", p, new double[5][5],
                ImpedanceScale.WHOLE));
        assertEquals(BRUG, m.get(0).value(), 1e-8 * BRUG);
    }

    @Test
    void onlyArcsOfAResistorAndAConstantPhaseElementHaveOne() {
        for (String none : List.of("R0-p(R1,C1)", "R0-CPE1", "R0-p(L1,CPE1)", "R0-p(R1-R2,CPE1)", "R0-p(W1,CPE1)",
                "R0-p(R1,R2,CPE1)", "R0-p(R1-C1,CPE1)")) {
            int n = Spectra.circuit(none).parameters().size();
            double[] p = new double[n];
            java.util.Arrays.fill(p, 0.9);
            assertEquals(List.of(), all(fit(none, p, new double[n][n], ImpedanceScale.WHOLE)),
                    none);
        }
        double[] randles = {10, 100, 3, 1e-5, 0.8};
        assertEquals(BRUG, all(fit("R0-p(R1-W1,CPE1)", randles, new double[5][5],
                ImpedanceScale.WHOLE)).get(0).value(), 1e-8 * BRUG);
        double[] without = {100, 1e-5, 0.8};
        assertEquals(List.of("effective capacitance CPE1 (Hsu-Mansfeld)"), all(fit("p(R1,CPE1)",
                without, new double[3][3], ImpedanceScale.WHOLE)).stream().map(Measurement::name).toList());
    }

    @Test
    void aCapacitorsExponentGivesItsCapacitance() {
        double[] p = {10, 100, 1e-5, 1};
        for (Measurement m : all(fit("R0-p(R1,CPE1)", p, new double[4][4],
                ImpedanceScale.PER_AREA))) {
            assertEquals(1e-5, m.value(), 1e-17);
            assertEquals("F/cm2", m.unit().text());
        }
    }

    @Test
    void anUndeterminedParameterLeavesTheUncertaintyOpen() {
        double[][] covariance = new double[4][4];
        covariance[3][3] = Double.NaN;
        assertTrue(Double.isNaN(found(covariance).get(0).uncertainty()));
    }
}
