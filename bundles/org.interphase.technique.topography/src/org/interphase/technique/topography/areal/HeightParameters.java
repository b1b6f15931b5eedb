package org.interphase.technique.topography.areal;

import org.interphase.technique.topography.surface.HeightField;

/**
 * Height parameters of ISO 25178-2:2021, 4.2, of the measured points about their mean, in the unit of heights (skewness
 * and kurtosis are pure numbers).
 *
 * @param sa arithmetical mean height
 * @param sq root-mean-square height
 * @param ssk skewness
 * @param sku kurtosis
 * @param sp maximum peak height
 * @param sv maximum pit depth, positive
 * @param points how many points were measured
 */
public record HeightParameters(double sa, double sq, double ssk, double sku, double sp, double sv, int points) {

    /** The parameters of a surface. */
    public static HeightParameters of(HeightField f) {
        double mean = f.mean();
        double abs = 0;
        double m2 = 0;
        double m3 = 0;
        double m4 = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int n = 0;
        for (double v : f.z()) {
            if (v != v) {
                continue;
            }
            double d = v - mean;
            double d2 = d * d;
            abs += Math.abs(d);
            m2 += d2;
            m3 += d2 * d;
            m4 += d2 * d2;
            low = Math.min(low, d);
            high = Math.max(high, d);
            n++;
        }
        double sq = Math.sqrt(m2 / n);
        return new HeightParameters(abs / n, sq, sq > 0 ? m3 / n / (sq * sq * sq) : Double.NaN,
                sq > 0 ? m4 / n / (sq * sq * sq * sq) : Double.NaN, high, -low, n);
    }

    /** Maximum height: peak height and pit depth. */
    public double sz() {
        return sp + sv;
    }
}
