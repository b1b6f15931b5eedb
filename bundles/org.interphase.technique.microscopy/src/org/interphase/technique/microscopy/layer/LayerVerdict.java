package org.interphase.technique.microscopy.layer;

import java.util.Locale;
import org.interphase.model.Verdict;

/** Whether a picture holds what a layer's thickness assumes: two interfaces all along, apart, each a blurred step. */
public final class LayerVerdict {

    /** Least share of the lines on which both interfaces must be found. */
    private static final double LEAST_LINES = 0.5;
    /** Least share of the lines with one interface on which the other is found as well. */
    private static final double LEAST_TOGETHER = 0.7;
    /** Largest blur of an interface relative to the thickness. */
    private static final double BLUR = 0.25;
    /** Largest standard deviation of the thickness relative to its mean. */
    private static final double SPREAD = 0.25;
    /** Largest residuals, relative to the noise, of profiles that a blurred step describes. */
    private static final double MISFIT = 1.4;
    /** Share of the pixels at the end of the grey scale from which on it counts as cut off. */
    private static final double CLIPPED = 0.02;

    /**
     * What was seen.
     *
     * @param lines across the layer
     * @param found lines on which both interfaces were found
     * @param together lines with both relative to those with one
     * @param blur mean blur of the interfaces relative to the thickness
     * @param spread standard deviation of the thickness relative to its mean
     * @param misfit residuals of the interfaces' profiles relative to the noise
     */
    public record Evidence(int lines, int found, double together, double blur, double spread, double misfit) {
    }

    private LayerVerdict() {
    }

    /** Whether the interfaces were found together on too few lines. */
    public static boolean interrupted(int lines, int found, double together) {
        return found < LEAST_LINES * lines || together < LEAST_TOGETHER;
    }

    /** Sound, or doubtful with all reasons. */
    public static Verdict of(Evidence e) {
        Verdict out = Verdict.SOUND;
        if (interrupted(e.lines(), e.found(), e.together())) {
            out = out.and(Verdict.doubtful(String.format(Locale.ROOT, "both interfaces were found together on only %d "
                    + "of %d lines", e.found(), e.lines())));
        }
        if (!(e.blur() <= BLUR)) {
            out = out.and(Verdict.doubtful("the interfaces are blurred over a good part of the layer"));
        }
        if (!(e.spread() <= SPREAD)) {
            out = out.and(Verdict.doubtful("the thickness varies by more than a quarter of its mean"));
        }
        if (!(e.misfit() <= MISFIT)) {
            out = out.and(Verdict.doubtful(String.format(Locale.ROOT, "a blurred step does not describe the interfaces "
                    + "(residuals of %.1f times the noise)", e.misfit())));
        }
        return out;
    }

    /** Whether a good part of the pixels has the lowest or the highest grey level of all, so that noise is cut off. */
    public static boolean clipped(float[] levels) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        int lowest = 0;
        int highest = 0;
        for (float v : levels) {
            lowest = v < low ? 1 : v == low ? lowest + 1 : lowest;
            highest = v > high ? 1 : v == high ? highest + 1 : highest;
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        return Math.max(lowest, highest) > CLIPPED * levels.length;
    }
}
