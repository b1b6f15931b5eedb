package org.interphase.technique.microscopy.threshold;

import ij.process.AutoThresholder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.interphase.numerics.image.Histogram;

/**
 * Automatic global thresholds on 256 bins. Those that can fail are our own ({@link BimodalThresholds}; ImageJ's print
 * to the standard output when they do), the rest are ImageJ's.
 */
public final class AutomaticThresholds {

    /** How the threshold is found. */
    public enum Method {
        OTSU, DEFAULT, HUANG, INTERMODES, ISODATA, IJ_ISODATA, LI, MAX_ENTROPY, MEAN, MIN_ERROR, MINIMUM, MOMENTS,
        PERCENTILE, RENYI_ENTROPY, SHANBHAG, TRIANGLE, YEN, MANUAL, SAUVOLA, NIBLACK, PHANSALKAR;

        /** Whether one level holds for the whole picture. */
        public boolean isGlobal() {
            return this != SAUVOLA && this != NIBLACK && this != PHANSALKAR;
        }

        private AutoThresholder.Method ij() {
            return switch (this) {
                case DEFAULT -> AutoThresholder.Method.Default;
                case HUANG -> AutoThresholder.Method.Huang;
                case IJ_ISODATA -> AutoThresholder.Method.IJ_IsoData;
                case LI -> AutoThresholder.Method.Li;
                case MAX_ENTROPY -> AutoThresholder.Method.MaxEntropy;
                case MEAN -> AutoThresholder.Method.Mean;
                case MOMENTS -> AutoThresholder.Method.Moments;
                case PERCENTILE -> AutoThresholder.Method.Percentile;
                case RENYI_ENTROPY -> AutoThresholder.Method.RenyiEntropy;
                case SHANBHAG -> AutoThresholder.Method.Shanbhag;
                case TRIANGLE -> AutoThresholder.Method.Triangle;
                case YEN -> AutoThresholder.Method.Yen;
                case OTSU, INTERMODES, ISODATA, MIN_ERROR, MINIMUM, MANUAL, SAUVOLA, NIBLACK, PHANSALKAR ->
                    throw new IllegalArgumentException(name());
            };
        }
    }

    private AutomaticThresholds() {
    }

    /**
     * Upper edge of the lower class as a bin edge; NaN if the method fails on this histogram.
     *
     * @param counts 256 bins; not modified
     */
    public static double edge(Method method, int[] counts) {
        int own = switch (method) {
            case OTSU -> Histogram.otsu(counts);
            case INTERMODES -> BimodalThresholds.intermodes(counts);
            case MINIMUM -> BimodalThresholds.minimum(counts);
            case ISODATA -> BimodalThresholds.isodata(counts);
            case MIN_ERROR -> BimodalThresholds.minimumError(counts);
            default -> Integer.MIN_VALUE;
        };
        if (own != Integer.MIN_VALUE) {
            return own < 0 ? Double.NaN : own + 1;
        }
        try {
            int t = new AutoThresholder().getThreshold(method.ij(), counts.clone());
            return t < 0 || t >= counts.length - 1 ? Double.NaN : t + 1;
        } catch (ArithmeticException | ArrayIndexOutOfBoundsException e) {
            // some of ImageJ's methods stumble over histograms with few filled bins
            return Double.NaN;
        }
    }

    /** All automatic global methods that give a threshold, by name. */
    public static Map<String, Double> all(int[] counts) {
        Map<String, Double> out = new LinkedHashMap<>();
        for (Method m : Method.values()) {
            if (m.isGlobal() && m != Method.MANUAL) {
                double edge = edge(m, counts);
                if (!Double.isNaN(edge)) {
                    out.put(m.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), edge);
                }
            }
        }
        return out;
    }
}
