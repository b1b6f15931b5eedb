package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.interphase.api.Progress;
import org.interphase.technique.vibrational.bands.LocalFit;
import org.junit.jupiter.api.Test;

/** The height at which a band would have been detected is the threshold times the uncertainty its significance has. */
class LocalFitLimitTest {

    @Test
    void theLimitIsTheHeightOverTheSignificanceTimesTheThreshold() {
        double[] x = new double[121];
        double[] y = new double[121];
        double[] sigma = new double[121];
        Arrays.fill(sigma, 0.01);
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 121; i++) {
            x[i] = 700 + i;
            y[i] = 0.1 + Math.exp(-4 * Math.log(2) * Math.pow((x[i] - 760) / 14, 2)) + 0.01 * random.nextGaussian();
        }
        LocalFit.Found f = LocalFit.fit(x, y, sigma, List.of(LocalFit.Line.of("band", 760, 8, 14)), 1, 3,
                Progress.none()).found("band");
        double expected = 3 * f.features().height().value() / f.significance();
        assertEquals(expected, f.limit(), 0.02 * expected);
    }
}
