package org.interphase.technique.microscopy.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.interphase.api.Progress;
import org.interphase.numerics.image.Filters;
import org.interphase.technique.microscopy.layer.LayerFinder.Contrast;
import org.junit.jupiter.api.Test;

/** A layer with pores that open into its interfaces, rough ones, drawn pixel by pixel. */
class PorousLayerTest {

    private static final int W = 800;
    private static final int H = 300;

    private static double top(int x) {
        return 90 + 5 * Math.sin(x / 17.0) + 3 * Math.sin(x / 6.1);
    }

    private static double bottom(int x) {
        return 210 + 3 * Math.sin(x / 29.0);
    }

    /** Dark above, grey below, bright between, with round pores at random places. */
    private static float[] picture(long seed, int pores, double noise) {
        Random random = new Random(seed);
        float[] v = new float[W * H];
        for (int i = 0; i < v.length; i++) {
            int x = i % W;
            int y = i / W;
            // a pixel's share of the layer
            double in = Math.clamp(y + 0.5 - top(x), 0, 1) * Math.clamp(bottom(x) - y + 0.5, 0, 1);
            v[i] = (float) (in * 140 + (1 - in) * (y < 150 ? 40 : 90));
        }
        for (int p = 0; p < pores; p++) {
            double cx = random.nextDouble() * W;
            double cy = 80 + random.nextDouble() * 140;
            for (int x = (int) Math.max(0, cx - 6); x < Math.min(W, cx + 7); x++) {
                for (int y = (int) Math.max(top(x), cy - 6); y < Math.min(bottom(x), cy + 7); y++) {
                    v[y * W + x] = Math.hypot(x - cx, y - cy) < 6 && y > top(x) ? 70 : v[y * W + x];
                }
            }
        }
        for (int i = 0; i < v.length; i++) {
            v[i] += (float) (noise * random.nextGaussian());
        }
        return v;
    }

    private static TracedLayer traced(float[] picture) {
        List<LayerFinder.Rough> candidates = LayerFinder.candidates(picture, W, H, Contrast.AUTO);
        return TracedLayer.best(picture, W, H, candidates, 2, Progress.none());
    }

    /** Mean difference of a trace from where the interface is, and the share of lines it was found on. */
    private static double[] off(TracedLayer layer, InterfaceTrace trace, boolean upper) {
        double sum = 0;
        int n = 0;
        for (int k = 0; k < layer.lines().count(); k++) {
            double across = trace.offset()[k];
            if (!Double.isNaN(across)) {
                double x = layer.lines().x(layer.lines().along(k), across);
                sum += layer.lines().y(layer.lines().along(k), across) - (upper ? top((int) x) : bottom((int) x));
                n++;
            }
        }
        return new double[] {sum / n, (double) n / layer.lines().count()};
    }

    @Test
    void aLayerWithPoresIsMeasuredFromRimToRim() {
        for (long seed = 1; seed <= 4; seed++) {
            TracedLayer layer = traced(picture(seed, 140, 6));
            double[] upper = off(layer, layer.first(), true);
            double[] lower = off(layer, layer.second(), false);
            assertEquals(0, upper[0], 1.0, "upper, seed " + seed);
            assertEquals(0, lower[0], 1.0, "lower, seed " + seed);
            assertTrue(upper[1] > 0.5 && lower[1] > 0.5, Arrays.toString(upper) + Arrays.toString(lower));
            assertEquals(0, layer.crossing());
        }
    }

    @Test
    void theRimOfAPoreIsNotTakenForTheInterface() {
        // blurred, so that what lies behind the interface is seen in it
        float[] v = Filters.gaussian(picture(3, 330, 12), W, H, 1.5);
        InterfaceTrace.Lines lines = new InterfaceTrace.Lines(v, W, H, 0, 1, -(W - 1), 1, W, 2);
        InterfaceTrace trace = InterfaceTrace.alongPath(lines, 90, 25, 15, 1);
        int far = 0;
        double sum = 0;
        for (int k = 0; k < W; k++) {
            double off = trace.offset()[k] - top(W - 1 - k);
            far += Math.abs(off) > 3 ? 1 : 0;
            sum += Double.isNaN(off) ? 0 : off;
        }
        assertTrue(far <= 0.01 * trace.found(), far + " of " + trace.found() + " lines lie on the rims of pores");
        assertEquals(0, sum / trace.found(), 0.5);
        assertTrue(trace.found() > 0.35 * W, trace.found() + " lines");
    }

    /** Median of the values on lines where the interface was found. */
    private static double median(InterfaceTrace trace, double[] value) {
        double[] sorted = IntStream.range(0, W).filter(k -> !Double.isNaN(trace.offset()[k])).mapToDouble(k -> value[k])
                .sorted().toArray();
        return sorted[sorted.length / 2];
    }

    @Test
    void whatIsThreeTimesAsWideOrAsBadAsUsualIsNotTheInterface() {
        int[] dropped = new int[2];
        int[] kept = new int[2];
        for (long seed = 1; seed <= 4; seed++) {
            float[] v = Filters.gaussian(picture(seed, 330, 12), W, H, 1.5);
            InterfaceTrace trace = InterfaceTrace.alongPath(new InterfaceTrace.Lines(v, W, H, 0, 1, -(W - 1), 1, W, 2),
                    90, 25, 15, 1);
            double[][] values = {trace.blur(), trace.misfit()};
            for (int i = 0; i < 2; i++) {
                double median = median(trace, values[i]);
                for (int k = 0; k < W; k++) {
                    boolean found = !Double.isNaN(trace.offset()[k]);
                    // the median of those that are left is a little below that of all
                    assertTrue(!found || values[i][k] <= 3.3 * median, "line " + k + " of seed " + seed);
                    dropped[i] += !found && values[i][k] > 3.3 * median ? 1 : 0;
                    kept[i] += found && values[i][k] > 2 * median ? 1 : 0;
                }
            }
        }
        assertTrue(dropped[0] > 0 && dropped[1] > 0, Arrays.toString(dropped));
        assertTrue(kept[0] + kept[1] > 0, "what is but twice as wide or as bad stays");
    }

    @Test
    void aPathBridgesWhereTheInterfaceIsInterrupted() {
        float[] v = picture(1, 0, 2);
        for (int y = 0; y < 150; y++) {
            for (int x = 150; x < 190; x++) {
                v[y * W + x] = 100;
            }
        }
        InterfaceTrace.Lines lines = new InterfaceTrace.Lines(v, W, H, 0, 1, -(W - 1), 1, W, 2);
        double[] path = InterfacePath.of(lines, 92, 20, 8, 1);
        for (int k = 0; k < W; k++) {
            int x = W - 1 - k;
            if (x > 5 && x < 140 || x > 200 && x < W - 5) {
                assertEquals(top(x), path[k], 2.5, "column " + x);
            }
            assertEquals(92, path[k], 20);
            if (k > 0) {
                assertEquals(path[k - 1], path[k], 2);
            }
        }
    }

    @Test
    void ofARoughInterfaceThatLooksLikeTwoTheLayerIsStillFound() {
        float[] v = new float[W * H];
        for (int i = 0; i < v.length; i++) {
            int x = i % W;
            int y = i / W;
            // its upper interface stands on two floors, each half as steep in the mean as a straight one
            double upper = Math.sin(x / 9.0) > 0 ? 90 : 112;
            v[i] = y < upper ? 40 : y < 200 ? 140 : 90;
        }
        List<LayerFinder.Rough> candidates = LayerFinder.candidates(v, W, H, Contrast.AUTO);
        assertNotEquals(1, candidates.size());
        TracedLayer layer = TracedLayer.best(v, W, H, candidates, 0, Progress.none());
        double lower = Arrays.stream(layer.second().offset()).filter(o -> !Double.isNaN(o)).average().orElseThrow();
        assertEquals(200, lower, 2);
    }
}
