package org.interphase.technique.battery.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.interphase.model.Measurement;
import org.interphase.testkit.verdict.VerdictTally;
import org.junit.jupiter.api.Test;

class DifferentialPeaksTest {

    private static final int SEEDS = 60;

    private static double logistic(double x, double at, double w) {
        return 1 / (1 + Math.exp(-(x - at) / w));
    }

    private static double density(double x, double at, double w) {
        return logistic(x, at, w) * (1 - logistic(x, at, w)) / w;
    }

    /** A peak on an even background, with one at its side where {@code side} is not 0, by its widths. */
    private static void tell(VerdictTally tally, String family, int seed, boolean noisy, double side) {
        Random random = new Random(seed);
        double w = 0.006 + 0.015 * random.nextDouble();
        double noise = Math.pow(10, -5 + 1.3 * random.nextDouble());
        int n = 400 + random.nextInt(3000);
        double at = 3.6 + 0.05 * random.nextDouble();
        double second = side > 0 ? 0.3 + 0.6 * random.nextDouble() : 0;
        double apart = side * (1 + 0.3 * random.nextDouble()) * w;
        double[] q = new double[n];
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            double x = 3.2 + 0.9 * i / (n - 1);
            q[i] = 1e-3 * ((x - 3.2) / 0.9 + logistic(x, at, w) + second * logistic(x, at + apart, w));
            v[i] = x + (noisy ? noise * random.nextGaussian() : 0);
        }
        double place = at;
        double top = 0;
        for (double x = at - w; x < at + 2 * w; x += 2e-6) {
            double y = density(x, at, w) + second * density(x, at + apart, w);
            place = y > top ? x : place;
            top = Math.max(y, top);
        }
        double truth = place;
        double height = 1e-3 * (1 / 0.9 + top);
        DifferentialPeaks.of(new VoltageCurve(q, v, q), Double.NaN, Double.NaN).peaks().stream().filter(p ->
                Math.abs(p.position() - truth) < 2 * w).findFirst().ifPresent(p -> {
                    tally.number(family, Measurement.of("V", "", p.position(), p.positionU(), "V").judged(p.verdict()),
                            truth);
                    tally.number(family, Measurement.of("dQ/dV", "", p.height(), p.heightU(), "1").judged(p.verdict()),
                            height);
                });
    }

    @Test
    void aTopThatIsNoneOfAPlainPeakIsDoubted() {
        VerdictTally tally = new VerdictTally("peaks of dQ/dV");
        for (int k = 0; k < SEEDS; k++) {
            tell(tally, "one", k, true, 0);
            tell(tally, "one without noise", k, false, 0);
            tell(tally, "one at the side", k, true, 3);
        }
        System.out.println(tally.table());
        assertEquals(0, tally.family("one").doubted(), tally.table());
        assertEquals(0, tally.family("one without noise").doubted(), tally.table());
        assertTrue(tally.family("one").withinTwo() >= VerdictTally.WITHIN_TWO, tally.table());
        assertTrue(tally.family("one at the side").doubted() > 0.02, tally.table());
        assertTrue(tally.family("one at the side").withinTwo() >= 0.93, tally.table());
    }
}
