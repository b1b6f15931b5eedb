package org.interphase.technique.microscopy.segmentation;

import org.interphase.api.AnalysisException;
import org.interphase.model.Product;
import org.interphase.model.Raster;
import org.interphase.model.Verdict;

/**
 * A picture divided into a phase and the rest.
 *
 * @param title what the phase is, for example "dark phase by otsu"
 * @param area where in the picture
 * @param mask 1 where the phase is, per pixel of the area; not to be written to
 * @param dark whether the phase is the dark one
 * @param threshold grey level of the threshold; NaN for a local one
 * @param method how it was found
 * @param low grey level at the lower edge of the histogram
 * @param high grey level at its upper edge
 * @param histogram counts of the selected pixels in equal bins; not to be written to
 * @param evidence what the grey levels say about the phase; null where there is none, or nothing but it
 * @param choice whether the right side of the threshold was taken, as far as can be told
 */
public record Segmentation(String title, Selection area, byte[] mask, boolean dark, double threshold, String method,
        double low, double high, int[] histogram, PhaseEvidence evidence, Verdict choice) implements Product {

    private static final Verdict NOTHING_TO_JUDGE = Verdict.doubtful("the phase is nothing or all of the region, so "
            + "grey levels tell nothing of it");

    /**
     * The phase that a step has separated.
     *
     * @throws AnalysisException if none has
     */
    public static Segmentation required(Raster input) throws AnalysisException {
        return input.product(Segmentation.class).orElseThrow(() -> new AnalysisException(
                "No phase has been separated yet; put the step Segment before this one."));
    }

    /** Whether the area of the phase may be published. */
    public Verdict ofArea() {
        return evidence == null ? NOTHING_TO_JUDGE.and(choice)
                : SegmentQuality.ofArea(evidence, isGlobal()).and(choice);
    }

    /** Whether the sizes of its parts may be published. */
    public Verdict ofSizes() {
        return evidence == null ? NOTHING_TO_JUDGE.and(choice)
                : SegmentQuality.ofSizes(evidence, isGlobal()).and(choice);
    }

    /** Change of the area of the smaller phase by taking out the slow change of brightness, relative. */
    public double shading() {
        return evidence == null || !isGlobal() ? 0 : evidence.shading();
    }

    /** Whether one threshold holds for the whole picture. */
    public boolean isGlobal() {
        return !Double.isNaN(threshold);
    }

    /** Fraction of the selected pixels that a threshold would make the phase, before any clean-up. */
    public double fractionAt(double level) {
        double at = (level - low) / (high - low) * histogram.length;
        double below = 0;
        double total = 0;
        for (int i = 0; i < histogram.length; i++) {
            total += histogram[i];
            below += histogram[i] * Math.max(0, Math.min(1, at - i));
        }
        return dark ? below / total : 1 - below / total;
    }
}
