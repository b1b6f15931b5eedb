package org.interphase.technique.vibrational.map;

import java.util.Locale;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.interphase.model.Verdict;

/**
 * In how many spectra of a map a band is, and whether it is in any: as many as noise alone would give are none.
 *
 * @param share of the measured spectra in which it is detected, in per cent
 * @param uncertainty standard uncertainty of that: spectra near the threshold may be counted wrongly
 * @param limit share of spectra with as much of the band as would be detected, below which it stays where the band is
 *     not detected, in per cent: one-sided 95 % Poisson limit, 0.5 chi2(0.95; 2 found + 2), over the probability to
 *     detect it
 * @param there whether there are more than noise alone gives, or two that stand out farther than it can
 * @param verdict doubtful where only single spectra have it, or many spectra lie near the threshold
 */
public record MapPresence(double share, double uncertainty, double limit, boolean there, Verdict verdict) {

    /** 99 % quantile of the normal distribution, one-sided. */
    private static final double SURE = 2.326;
    /** Share of the spectra with the band that may lie less than two standard uncertainties above the threshold. */
    private static final double NEAR = 0.1;
    private static final double CLOSE = 2;
    /** Probability that noise alone gives one spectrum of the map that stands out. */
    private static final double ALONE = 0.01;
    /** Level of the limit, and the share of spectra in which a band as large as the limit of its area is detected. */
    private static final double CONFIDENCE = 0.95;

    /**
     * Counts.
     *
     * @param significance height over its uncertainty in each spectrum; NaN where there is none
     * @param detection threshold
     * @param found spectra in which it was detected
     * @param measured spectra there are
     */
    public static MapPresence of(double[] significance, double detection, int found, int measured) {
        if (measured == 0) {
            return new MapPresence(Double.NaN, Double.NaN, Double.NaN, false, Verdict.SOUND);
        }
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double variance = 0;
        int near = 0;
        int single = 0;
        double beyond = -normal.inverseCumulativeProbability(ALONE / measured);
        for (double s : significance) {
            if (Double.isFinite(s)) {
                double q = normal.cumulativeProbability(s - detection);
                variance += q * (1 - q);
                single += s > Math.max(detection, beyond) ? 1 : 0;
                near += s >= detection && s < detection + CLOSE ? 1 : 0;
            }
        }
        double chance = measured * normal.cumulativeProbability(-detection);
        boolean many = found > chance + SURE * Math.sqrt(chance) + 1;
        boolean there = many || single > 1 && found > 1;
        Verdict v = Verdict.SOUND;
        if (there && !many) {
            v = Verdict.doubtful("it stands out in " + single + " single spectra only, where a spike or a neighbouring "
                    + "band may feign it");
        } else if (there && near > NEAR * found) {
            v = Verdict.doubtful(String.format(Locale.ROOT, "in %d spectra it is near its limit of detection, where "
                    + "some are missed and the weakest are left out", near));
        }
        // a spectrum more or less, as a rectangular distribution, is the least
        return new MapPresence(100.0 * found / measured, 100 * Math.sqrt(variance + 1.0 / 12) / measured,
                Math.min(100, 100 * most(found) / (CONFIDENCE * measured)), there, v);
    }

    /** As many as may be expected where so many were found, after Garwood (1936). */
    private static double most(int found) {
        return 0.5 * new ChiSquaredDistribution(null, 2.0 * found + 2).inverseCumulativeProbability(CONFIDENCE);
    }
}
