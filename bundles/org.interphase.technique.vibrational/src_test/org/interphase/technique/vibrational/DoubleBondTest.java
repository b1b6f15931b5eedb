package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.SplittableRandom;
import org.interphase.api.AnalysisException;
import org.interphase.testkit.vibrational.DoubleBondTruth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often the C=C band is seen, and how often it is seen where it is not. Height over noise of one point. */
class DoubleBondTest {

    private static double rate(double signalToNoise, int n) throws AnalysisException {
        int seen = 0;
        SplittableRandom random = new SplittableRandom(77);
        for (int i = 0; i < n; i++) {
            double position = 1505 + 60 * random.nextDouble();
            double fwhm = 30 + 30 * random.nextDouble();
            DoubleBondTruth t = DoubleBondTruth.of(signalToNoise, position, fwhm, 5000 + i);
            seen += Steps.measurement(Steps.recipe("raman/c-double-bond", t.curve(), Map.of()).get("fit"), "C=C area")
                    .isDetected() ? 1 : 0;
        }
        return (double) seen / n;
    }

    @Test
    void strongBandsAreSeenAndAbsentOnesAreNot() throws AnalysisException {
        assertTrue(rate(10, 15) == 1);
        assertTrue(rate(5, 15) >= 0.9);
        assertTrue(rate(0, 25) <= 0.08);
    }

    @Test
    @Tag("study")
    void detectionAndFalseAlarmRates() throws AnalysisException {
        double[] r = new double[4];
        double[] sn = {0, 3, 5, 10};
        for (int k = 0; k < 4; k++) {
            r[k] = rate(sn[k], 200);
        }
        System.out.printf("C=C: false alarms %.3f; seen at signal-to-noise 3: %.3f, 5: %.3f, 10: %.3f%n", r[0], r[1],
                r[2], r[3]);
        assertTrue(r[0] <= 0.03 && r[1] >= 0.85 && r[2] >= 0.97 && r[3] >= 0.99);
    }
}
