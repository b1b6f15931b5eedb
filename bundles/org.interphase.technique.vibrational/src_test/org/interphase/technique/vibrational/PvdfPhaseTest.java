package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.model.Measurement;
import org.interphase.technique.vibrational.bands.LocalFit;
import org.interphase.technique.vibrational.pvdf.BetaFraction;
import org.interphase.testkit.vibrational.PvdfTruth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PvdfPhaseTest {

    private static final double NOISE = 1e-3;

    @ParameterizedTest
    @CsvSource({"0.0903475, 0.0602317, 0.345609", "0.0331266, 0.0575682, 0.579252", "0.0770083, 0.1199446, 0.552354"})
    void formulaGivesTheHandCheckedFractions(double alpha, double beta, double expected) {
        assertEquals(expected, BetaFraction.of(alpha, 0, beta, 0, 0, 7.7e4 / 6.1e4)[0], 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"0.0903475, 0.0602317, 0.345609", "0.0331266, 0.0575682, 0.579252", "0.0770083, 0.1199446, 0.552354"})
    void recipeGivesTheHandCheckedFractionsFromSpectra(double alpha, double beta, double expected)
            throws AnalysisException {
        PvdfTruth truth = PvdfTruth.ofHeights(alpha, beta, 0, 1e-5, 7);
        Outcome o = Steps.recipe("ftir/pvdf-phase", truth.curve(), Map.of()).get("phase");
        Measurement f = Steps.measurement(o, "F(beta)");
        assertEquals(expected, f.value(), 0.005, f.pretty());
    }

    @Test
    void uncertaintyIsThatOfTheLawOfPropagation() {
        double a = 0.09;
        double b = 0.06;
        double k = 7.7 / 6.1;
        double h = 1e-7;
        double da = (BetaFraction.of(a + h, 0, b, 0, 0, k)[0] - BetaFraction.of(a - h, 0, b, 0, 0, k)[0]) / (2 * h);
        double db = (BetaFraction.of(a, 0, b + h, 0, 0, k)[0] - BetaFraction.of(a, 0, b - h, 0, 0, k)[0]) / (2 * h);
        double expected = Math.sqrt(da * da * 4e-6 + db * db * 1e-6 + 2 * da * db * 1e-6);
        assertEquals(expected, BetaFraction.of(a, 2e-3, b, 1e-3, 1e-6, k)[1], 1e-9);
    }

    /** Heights of bands that overlap are strongly anticorrelated; the scatter tells with which sign it enters. */
    @Test
    void covarianceOfOverlappingBandsEntersWithItsSign() {
        double[] x = new double[160];
        double[] sigma = new double[x.length];
        Arrays.fill(sigma, 1e-3);
        for (int i = 0; i < x.length; i++) {
            x[i] = 700 + i;
        }
        List<LocalFit.Line> lines = List.of(new LocalFit.Line("a", 775, 774, 776, 16, 15, 17),
                new LocalFit.Line("b", 784, 783, 785, 16, 15, 17));
        SplittableRandom random = new SplittableRandom(3);
        double sum = 0;
        double squares = 0;
        double stated = 0;
        double correlation = 0;
        int n = 150;
        for (int k = 0; k < n; k++) {
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                double a = (x[i] - 775) / 8;
                double b = (x[i] - 784) / 8;
                y[i] = 0.1 / (1 + a * a) + 0.08 / (1 + b * b) + 1e-3 * random.nextGaussian();
            }
            LocalFit fit = LocalFit.unjudged(x, y, sigma, lines, 1, 3, Progress.none());
            double[] f = BetaFraction.of(fit, "a", "b", LocalFit.Quantity.HEIGHT, 1.2);
            sum += f[0];
            squares += f[0] * f[0];
            stated += f[1] / n;
            correlation += fit.covariance("a", "b", LocalFit.Quantity.HEIGHT) / n
                    / fit.estimate("a", LocalFit.Quantity.HEIGHT).uncertainty()
                    / fit.estimate("b", LocalFit.Quantity.HEIGHT).uncertainty();
        }
        double scatter = Math.sqrt(squares / n - sum * sum / n / n);
        assertTrue(correlation < -0.2, "correlation " + correlation);
        assertEquals(1, stated / scatter, 0.2, "stated " + stated + ", scatter " + scatter);
    }

    /** Cut off at one: the mean and the standard deviation of a normal distribution's tail (by hand for 0.5 u). */
    @Test
    void sharesStayBetweenZeroAndOne() {
        double[] f = BetaFraction.withinRange(1.0039, 0.0038);
        assertTrue(f[0] < 1 && f[0] > 0.996 && f[1] > 1e-3 && f[1] < 0.0038, Arrays.toString(f));
        // of a normal distribution below its mean: mean -sqrt(2/pi), variance 1 - 2/pi
        double[] half = BetaFraction.withinRange(1, 0.01);
        assertEquals(1 - 0.01 * Math.sqrt(2 / Math.PI), half[0], 1e-9);
        assertEquals(0.01 * Math.sqrt(1 - 2 / Math.PI), half[1], 1e-9);
        double[] low = BetaFraction.withinRange(0, 0.01);
        assertEquals(1 - half[0], low[0], 1e-12);
        double[] inside = BetaFraction.withinRange(0.4, 0.01);
        assertEquals(0.4, inside[0], 1e-12);
        assertEquals(0.01, inside[1], 1e-12);
        // half a normal distribution below 1: 95 % of it lie above 1 - 1.960 u; a whole one: above f - 1.645 u
        assertEquals(1 - 1.959964 * 0.01, BetaFraction.atLeast(1, 0.01), 1e-7);
        assertEquals(0.4 - 1.644854 * 0.01, BetaFraction.atLeast(0.4, 0.01), 1e-7);
        double[] far = BetaFraction.withinRange(1.5, 0.01);
        assertTrue(far[0] < 1 && far[0] > 0.999 && far[1] > 0, Arrays.toString(far));
    }

    @Test
    void pureBetaHasAShareThatOneCanBelieve() throws AnalysisException {
        int inside = 0;
        for (int i = 0; i < 20; i++) {
            Measurement f = fraction(PvdfTruth.of(1, 0, NOISE, 300 + i));
            assertTrue(f.value() < 1, f.pretty());
            inside += Math.abs(f.value() - 1) <= 2 * f.uncertainty() ? 1 : 0;
        }
        assertTrue(inside >= 18, inside + " of 20");
    }

    @Test
    void gammaMakesTheShareDoubtful() throws AnalysisException {
        Measurement f = fraction(PvdfTruth.of(0.5, 0.8, NOISE, 6));
        assertTrue(!f.verdict().isSound() && f.verdict().reason().contains("gamma"), f.pretty());
    }

    /** The choice of baseline counts in every uncertainty: pulls on a plain baseline are narrower than one. */
    @Test
    void pullsOfTheBetaFractionAreNoWiderThanOne() throws AnalysisException {
        double[] s = pulls(120);
        assertTrue(Math.abs(s[0]) < 0.45, "mean pull " + s[0]);
        assertTrue(s[1] > 0.45 && s[1] < 1.1, "width of pulls " + s[1]);
    }

    @Test
    @Tag("study")
    void pullsOfTheBetaFractionAreNoWiderThanOneInAThousandSpectra() throws AnalysisException {
        double[] s = pulls(1100);
        System.out.printf("F(beta): %d spectra, mean pull %.3f, width %.3f%n", 1100, s[0], s[1]);
        assertTrue(Math.abs(s[0]) < 0.3, "mean pull " + s[0]);
        assertTrue(s[1] > 0.5 && s[1] < 1.05, "width of pulls " + s[1]);
    }

    private static double[] pulls(int n) throws AnalysisException {
        double sum = 0;
        double squares = 0;
        int used = 0;
        int below = 0;
        for (int i = 0; i < n; i++) {
            PvdfTruth truth = PvdfTruth.of((i % 11) / 10.0, 0, NOISE, 1000 + i);
            Outcome o = Steps.recipe("ftir/pvdf-phase", truth.curve(), Map.of()).get("phase");
            Measurement f = Steps.measurement(o, "F(beta)");
            if (!f.isDetected()) {
                below += truth.beta() < f.limit() ? 0 : 1;
                continue;
            }
            double pull = (f.value() - truth.beta()) / f.uncertainty();
            sum += pull;
            squares += pull * pull;
            used++;
        }
        assertTrue(below <= 0.02 * n, below + " limits of " + n + " below the truth");
        double mean = sum / used;
        return new double[] {mean, Math.sqrt(squares / used - mean * mean)};
    }

    @Test
    void pureAlphaHasNoBetaFractionButALimit() throws AnalysisException {
        Outcome o = Steps.recipe("ftir/pvdf-phase", PvdfTruth.of(0, 0, NOISE, 5).curve(), Map.of()).get("phase");
        Measurement f = Steps.measurement(o, "F(beta)");
        assertTrue(!f.isDetected() && f.limit() > 0 && f.limit() < 0.2, f.pretty());
    }

    /** Noise of 0.002, curved baseline: pure alpha seldom shows beta, and limits cover a fifth of beta. */
    @Test
    void limitsHoldAtTheEndOfTheScale() throws AnalysisException {
        int falseAlarms = 0;
        int missedAndBelow = 0;
        int detected = 0;
        for (int i = 0; i < 40; i++) {
            falseAlarms += fraction(PvdfTruth.of(0, 0, 2e-3, 100 + i)).isDetected() ? 1 : 0;
            Measurement few = fraction(PvdfTruth.of(0.2, 0, 2e-3, 100 + i));
            missedAndBelow += !few.isDetected() && few.limit() < 0.2 ? 1 : 0;
            detected += few.isDetected() ? 1 : 0;
        }
        assertTrue(falseAlarms <= 2, falseAlarms + " of 40 false alarms");
        assertTrue(missedAndBelow <= 2, missedAndBelow + " of 40 limits below the truth");
        assertTrue(detected >= 10, detected + " of 40 detected");
    }

    private static Measurement fraction(PvdfTruth truth) throws AnalysisException {
        return Steps.measurement(Steps.recipe("ftir/pvdf-phase", truth.curve(), Map.of()).get("phase"), "F(beta)");
    }

    @Test
    void gammaIsToldFromBetaAndSaidInARemark() throws AnalysisException {
        Outcome o = Steps.recipe("ftir/pvdf-phase", PvdfTruth.of(0.5, 0.8, NOISE, 6).curve(), Map.of()).get("phase");
        assertTrue(Steps.measurement(o, "gamma 1234 absorbance").isDetected());
        assertTrue(o.remarks().stream().anyMatch(r -> r.text().contains("share of beta and gamma together")));
    }

    @Test
    void theBandsCommonToBetaAndGammaAreNamedInARemark() throws AnalysisException {
        Outcome o = Steps.recipe("ftir/pvdf-phase", PvdfTruth.of(0.5, 0, NOISE, 6).curve(), Map.of()).get("phase");
        assertTrue(o.remarks().stream().anyMatch(r -> r.text().contains("840 and 510")));
    }
}
