package org.interphase.technique.topography.areal;

import java.util.Arrays;
import java.util.Random;
import org.interphase.api.Progress;
import org.interphase.technique.topography.surface.HeightField;

/**
 * From the lowest to the highest point of a map: as measured, and without what noise adds. Noise lifts the highest of
 * many points and lowers the lowest; heights are taken from local surfaces of second degree, and how far noise still
 * moves their extremes is found by adding noise of the same size again and again (parametric bootstrap; B. Efron,
 * R. J. Tibshirani, An Introduction to the Bootstrap, 1993, 10.2).
 *
 * @param raw highest less lowest measured point
 * @param value the difference without what noise adds
 * @param u standard uncertainty of {@code value} from noise
 * @param shift what was taken off for the choice of the extremes among noisy heights
 * @param highest index of the highest point
 * @param lowest index of the lowest point
 */
public record HeightRange(double raw, double value, double u, double shift, int highest, int lowest) {

    /** A wider square flattens summits: its error grows with the fourth power. */
    private static final int RADIUS = 1;
    /** Of the surface that noise is added to, which should have little of its own. */
    private static final int CALM = 2;
    /** Part of a point's distance from its local surface that counts as uncertainty of that surface. */
    private static final double MODEL = 0.4;
    private static final int CANDIDATES = 400;
    private static final int DRAWS = 300;
    /** Points within so many standard deviations of noise of an extreme may be it. */
    private static final double REACH = 8;

    /**
     * The range of a map.
     *
     * @param noise standard deviation from point to point
     * @param seed of the noise that is added
     */
    public static HeightRange of(HeightField f, double noise, long seed, Progress progress) {
        Extreme top = Extreme.of(f, noise, 1, seed, progress);
        Extreme bottom = Extreme.of(f, noise, -1, seed + 1, progress);
        double[] z = f.z();
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        for (double v : z) {
            high = v > high ? v : high;
            low = v < low ? v : low;
        }
        return new HeightRange(high - low, top.value + bottom.value, Math.hypot(top.u, bottom.u),
                top.shift + bottom.shift, top.at, bottom.at);
    }

    /** One end: the highest point of the map, or of the map upside down. */
    private record Extreme(double value, double u, double shift, int at) {

        private static Extreme of(HeightField f, double noise, int sign, long seed, Progress progress) {
            int[] near = nearest(f, noise, sign);
            LocalQuadric[] q = new LocalQuadric[near.length];
            double[] height = new double[near.length];
            double[] calm = new double[near.length];
            double calmest = Double.NEGATIVE_INFINITY;
            int best = 0;
            for (int i = 0; i < near.length; i++) {
                q[i] = LocalQuadric.at(f, near[i] % f.width(), near[i] / f.width(), RADIUS);
                height[i] = sign * q[i].of(f.z());
                best = height[i] > height[best] ? i : best;
                calm[i] = sign * LocalQuadric.at(f, near[i] % f.width(), near[i] / f.width(), CALM).of(f.z());
                calmest = Math.max(calmest, calm[i]);
            }
            Noise source = Noise.over(q);
            Random random = new Random(seed);
            double mean = 0;
            double square = 0;
            for (int d = 0; d < DRAWS; d++) {
                progress.checkCancelled();
                source.draw(random, noise);
                double most = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < q.length; i++) {
                    most = Math.max(most, calm[i] + source.of(i));
                }
                mean += most / DRAWS;
                square += most * most / DRAWS;
            }
            double deviation = Math.sqrt(Math.max(0, square - mean * mean));
            double shift = mean - calmest;
            // how well the shift is known depends on how the heights beside the highest one really are; a summit that
            // is no surface of second degree lies off the local one, and noise does too
            double off = MODEL * (sign * f.z()[near[best]] - height[best]);
            return new Extreme(height[best] - shift, Math.sqrt(deviation * deviation + shift * shift / 4 + off * off),
                    shift, near[best]);
        }

        /** Points that may be the highest one, by the mean of the measured ones around them. */
        private static int[] nearest(HeightField f, double noise, int sign) {
            double top = Double.NEGATIVE_INFINITY;
            for (double v : f.z()) {
                top = sign * v > top ? sign * v : top;
            }
            double from = top - REACH * noise;
            int n = 0;
            for (double v : f.z()) {
                n += sign * v >= from ? 1 : 0;
            }
            double[] keys = new double[n];
            int[] all = new int[n];
            int k = 0;
            for (int i = 0; i < f.z().length; i++) {
                if (sign * f.z()[i] >= from) {
                    all[k] = i;
                    keys[k++] = sign * around(f, i);
                }
            }
            if (n <= CANDIDATES) {
                return all;
            }
            double[] sorted = keys.clone();
            Arrays.sort(sorted);
            double least = sorted[n - CANDIDATES];
            return java.util.stream.IntStream.range(0, n).filter(i -> keys[i] >= least).limit(CANDIDATES)
                    .map(i -> all[i]).toArray();
        }

        private static double around(HeightField f, int at) {
            double sum = 0;
            int n = 0;
            int x = at % f.width();
            int y = at / f.width();
            for (int v = Math.max(0, y - 1); v <= Math.min(f.height() - 1, y + 1); v++) {
                for (int u = Math.max(0, x - 1); u <= Math.min(f.width() - 1, x + 1); u++) {
                    double z = f.z()[v * f.width() + u];
                    if (z == z) {
                        sum += z;
                        n++;
                    }
                }
            }
            return sum / n;
        }
    }

    /** Independent noise at the points that several local surfaces share. */
    private static final class Noise {
        private final int[][] places;
        private final LocalQuadric[] surfaces;
        private final double[] values;

        private Noise(int[][] places, LocalQuadric[] surfaces, int size) {
            this.places = places;
            this.surfaces = surfaces;
            this.values = new double[size];
        }

        private static Noise over(LocalQuadric[] q) {
            int[] all = Arrays.stream(q).flatMapToInt(s -> Arrays.stream(s.points())).distinct().sorted().toArray();
            int[][] places = new int[q.length][];
            for (int i = 0; i < q.length; i++) {
                places[i] = Arrays.stream(q[i].points()).map(p -> Arrays.binarySearch(all, p)).toArray();
            }
            return new Noise(places, q, all.length);
        }

        private void draw(Random random, double deviation) {
            for (int i = 0; i < values.length; i++) {
                values[i] = deviation * random.nextGaussian();
            }
        }

        private double of(int surface) {
            double sum = 0;
            double[] w = surfaces[surface].weights();
            for (int k = 0; k < w.length; k++) {
                sum += w[k] * values[places[surface][k]];
            }
            return sum;
        }
    }
}
