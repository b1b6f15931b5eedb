package org.interphase.technique.microscopy.layer;

import java.util.List;

import org.interphase.api.Progress;

/**
 * A layer whose two interfaces have been traced.
 *
 * @param lines across the layer
 * @param first the nearer interface
 * @param second the farther one
 */
public record TracedLayer(InterfaceTrace.Lines lines, InterfaceTrace first, InterfaceTrace second) {

    /** Share of the lines with both interfaces from which on no other way is tried. */
    private static final double CLEAR = 0.7;
    /** Two traces that are nearer than this, in pixels, have found the same edge. */
    private static final double LEAST_APART = 1;
    /** Share of the lines found by following that a path must have to be preferred. */
    private static final double FEWER = 0.5;
    /** How far an interface may wander from its rough place, relative to the distance of the two. */
    private static final double BAND = 0.45;

    /**
     * The layer that can be followed on most lines: the first candidate if it is clear, else the best of all, followed
     * from line to line or along the path of the greatest steps.
     *
     * @param average neighbouring lines on each side that are averaged
     */
    public static TracedLayer best(float[] pixels, int width, int height, List<LayerFinder.Rough> candidates,
            int average, Progress progress) {
        TracedLayer best = null;
        for (LayerFinder.Rough rough : candidates) {
            InterfaceTrace.Lines lines = lines(pixels, width, height, rough, average);
            TracedLayer followed = of(lines, rough, false);
            if (best == null && followed.both() >= CLEAR * lines.count()) {
                return followed;
            }
            TracedLayer path = of(lines, rough, true);
            // along a path places are taken only where all agrees, so fewer of them are worth more
            TracedLayer better = path.worth() >= FEWER * followed.worth() ? path : followed;
            best = best == null || better.worth() > best.worth() ? better : best;
            progress.checkCancelled();
        }
        return best;
    }

    /** Lines on which the layer was found; a crossing is a sign against two of them. */
    private int worth() {
        return both() - 2 * crossing();
    }

    private static TracedLayer of(InterfaceTrace.Lines lines, LayerFinder.Rough rough, boolean path) {
        double apart = rough.second() - rough.first();
        double reach = Math.max(4, Math.min(15, 0.4 * apart));
        double up = sign(lines, rough.first());
        double down = sign(lines, rough.second());
        int band = (int) Math.ceil(Math.max(2 * reach, BAND * apart));
        return path ? new TracedLayer(lines, InterfaceTrace.alongPath(lines, rough.first(), band, reach, up),
                InterfaceTrace.alongPath(lines, rough.second(), band, reach, down))
                : new TracedLayer(lines, InterfaceTrace.of(lines, rough.first(), reach, up),
                        InterfaceTrace.of(lines, rough.second(), reach, down));
    }

    /** Number of lines on which both interfaces were found, in their order. */
    public int both() {
        return count(1);
    }

    /** Number of lines on which both were found, but at the same place or in the wrong order. */
    public int crossing() {
        return count(-1);
    }

    private int count(int order) {
        int n = 0;
        for (int k = 0; k < lines.count(); k++) {
            double d = second.offset()[k] - first.offset()[k];
            n += order > 0 ? isLayer(k) ? 1 : 0 : d <= LEAST_APART ? 1 : 0;
        }
        return n;
    }

    /** Whether both interfaces were found on a line, in their order and more than a pixel apart. */
    public boolean isLayer(int line) {
        return second.offset()[line] - first.offset()[line] > LEAST_APART;
    }

    private static InterfaceTrace.Lines lines(float[] pixels, int width, int height, LayerFinder.Rough rough,
            int average) {
        double c = Math.cos(rough.angle());
        double s = Math.sin(rough.angle());
        // along the layer: -x sin + y cos over the rectangle
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int x : new int[] {0, width - 1}) {
            for (int y : new int[] {0, height - 1}) {
                low = Math.min(low, -x * s + y * c);
                high = Math.max(high, -x * s + y * c);
            }
        }
        return new InterfaceTrace.Lines(pixels, width, height, c, s, low, 1, (int) (high - low) + 1,
                average);
    }

    private static double sign(InterfaceTrace.Lines lines, double at) {
        double best = 0;
        for (double t = at - 6; t <= at + 6; t++) {
            double sum = 0;
            for (int k = lines.count() / 5; k < lines.count() * 4 / 5; k += Math.max(1, lines.count() / 100)) {
                double d = lines.level(lines.along(k), t + 3) - lines.level(lines.along(k), t - 3);
                sum += Double.isNaN(d) ? 0 : d;
            }
            best = Math.abs(sum) > Math.abs(best) ? sum : best;
        }
        return Math.signum(best);
    }
}
