package org.interphase.technique.microscopy.layer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.interphase.numerics.image.Filters;

/**
 * Finds a layer roughly: the direction across it, in which the averaged grey profile has the sharpest steps, and the
 * two steps that bound it.
 */
public final class LayerFinder {

    private static final int LONGEST = 512;
    /**
     * How much of the picture along the layer is averaged: a curved or rough layer is sharp only in a narrow strip, one
     * with pores is seen only in a wide one.
     */
    private static final double[] STRIPS = {0.12, 0.5};
    /**
     * Smoothing in pixels of the reduced picture: little for thin layers, much where lattice fringes or grains in one
     * of the materials are sharper than the interfaces.
     */
    private static final double[] SMOOTHINGS = {1, 5};
    /** Least slope between two maxima of one edge, relative to the lesser. */
    private static final double ONE_EDGE = 0.25;

    /** Which steps bound the layer. */
    public enum Contrast {
        AUTO, BRIGHT, DARK, STEPS
    }

    /**
     * A rough layer in pixels of the picture: points where x cos + y sin lies between two offsets.
     *
     * @param angle direction across the layer, radians from +x towards +y
     * @param first offset of the nearer interface
     * @param second offset of the farther one
     * @param sharpness how far the profile's steps stand out: strongest over typical gradient
     */
    public record Rough(double angle, double first, double second, double sharpness) {
    }

    private record Step(double at, double height) {
    }

    private LayerFinder() {
    }

    /**
     * The layers that may be meant, the one with the strongest steps first: where any contrast will do, also the best
     * of each kind, since a rough interface alone can look like two steps; none where there are no two steps of the
     * wanted kind.
     */
    public static List<Rough> candidates(float[] pixels, int width, int height, Contrast contrast) {
        int f = (Math.max(width, height) + LONGEST - 1) / LONGEST;
        int w = width / f;
        int h = height / f;
        if (w < 16 || h < 16) {
            return List.of();
        }
        float[] reduced = reduce(pixels, width, w, h, f);
        Set<Rough> found = new LinkedHashSet<>();
        for (double smoothing : SMOOTHINGS) {
            float[] small = Filters.gaussian(reduced, w, h, smoothing);
            double angle = across(small, w, h);
            for (double share : STRIPS) {
                for (Contrast wanted : contrast == Contrast.AUTO ? Contrast.values() : new Contrast[] {contrast}) {
                    Rough rough = steps(small, w, h, angle, f, wanted, share);
                    if (rough != null) {
                        found.add(rough);
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    /** Direction in which the picture has the sharpest steps. */
    private static double across(float[] small, int w, int h) {
        double best = -1;
        double angle = 0;
        for (int k = 0; k < 90; k++) {
            double a = Math.PI * k / 90;
            double e = energy(small, w, h, a);
            if (e > best) {
                best = e;
                angle = a;
            }
        }
        double centre = angle;
        for (int k = -20; k <= 20; k++) {
            double a = centre + Math.toRadians(0.1 * k);
            double e = energy(small, w, h, a);
            if (e > best) {
                best = e;
                angle = a;
            }
        }
        return angle;
    }

    private static float[] reduce(float[] p, int width, int w, int h, int f) {
        float[] out = new float[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double sum = 0;
                for (int dy = 0; dy < f; dy++) {
                    for (int dx = 0; dx < f; dx++) {
                        sum += p[(y * f + dy) * width + x * f + dx];
                    }
                }
                out[y * w + x] = (float) (sum / (f * f));
            }
        }
        return out;
    }

    /**
     * Mean grey level against x cos + y sin; NaN where fewer than half of the fullest bin's pixels lie.
     *
     * @param share how much of the picture along the layer is averaged, round the middle: a curved layer is sharp only
     *     in a narrow strip
     */
    private static double[] profile(float[] p, int w, int h, double angle, double[] origin, double share) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        double low = Math.min(0, c * (w - 1)) + Math.min(0, s * (h - 1));
        double high = Math.max(0, c * (w - 1)) + Math.max(0, s * (h - 1));
        int n = (int) Math.ceil(high - low) + 2;
        double[] sum = new double[n];
        double[] count = new double[n];
        double half = share * (Math.abs(s) * w + Math.abs(c) * h) / 2;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                if (share < 1 && Math.abs((y - h / 2.0) * c - (x - w / 2.0) * s) > half) {
                    continue;
                }
                double t = x * c + y * s - low;
                int i = (int) t;
                double g = t - i;
                sum[i] += (1 - g) * p[y * w + x];
                count[i] += 1 - g;
                sum[i + 1] += g * p[y * w + x];
                count[i + 1] += g;
            }
        }
        double fullest = 0;
        for (double v : count) {
            fullest = Math.max(fullest, v);
        }
        for (int i = 0; i < n; i++) {
            sum[i] = count[i] > 0.5 * fullest ? sum[i] / count[i] : Double.NaN;
        }
        origin[0] = low;
        return sum;
    }

    private static double energy(float[] p, int w, int h, double angle) {
        double[] v = profile(p, w, h, angle, new double[1], 0.4);
        double sum = 0;
        for (int i = 2; i < v.length; i++) {
            double d = v[i] - v[i - 2];
            // cubed: a few sharp steps count more than slow shading
            sum += Double.isNaN(d) ? 0 : Math.abs(d * d * d);
        }
        return sum;
    }

    private static Rough steps(float[] p, int w, int h, double angle, int f, Contrast contrast,
            double share) {
        double[] origin = new double[1];
        double[] v = profile(p, w, h, angle, origin, share);
        double[] g = new double[v.length];
        double strongest = 0;
        List<Double> sizes = new ArrayList<>();
        for (int i = 1; i < v.length - 1; i++) {
            double d = (v[i + 1] - v[i - 1]) / 2;
            g[i] = Double.isNaN(d) ? 0 : d;
            strongest = Math.max(strongest, Math.abs(g[i]));
            sizes.add(Math.abs(g[i]));
        }
        sizes.sort(null);
        List<Step> found = new ArrayList<>();
        for (int i = 1; i < g.length - 1; i++) {
            double a = Math.abs(g[i]);
            if (a > 0.12 * strongest && a >= Math.abs(g[i - 1]) && a > Math.abs(g[i + 1])) {
                Step step = new Step(i, height(g, i));
                if (!found.isEmpty() && sameEdge(g, (int) found.getLast().at, i)) {
                    Step before = found.removeLast();
                    step = Math.abs(g[(int) before.at]) > a ? before : step;
                }
                found.add(step);
            }
        }
        double score = 0;
        Step[] best = null;
        for (int i = 0; i < found.size(); i++) {
            for (int j = i + 1; j < found.size(); j++) {
                Step a = found.get(i);
                Step b = found.get(j);
                boolean opposite = a.height * b.height < 0;
                boolean fits = switch (contrast) {
                    case AUTO -> true;
                    case BRIGHT -> a.height > 0 && b.height < 0;
                    case DARK -> a.height < 0 && b.height > 0;
                    case STEPS -> !opposite;
                };
                double s = Math.min(Math.abs(a.height), Math.abs(b.height));
                if (fits && b.at - a.at >= 4 && s > score) {
                    score = s;
                    best = new Step[] {a, b};
                }
            }
        }
        if (best == null) {
            return null;
        }
        double typical = sizes.get(sizes.size() / 2);
        // centres of the reduced pixels back to the picture's
        double shift = (f - 1) / 2.0 * (Math.cos(angle) + Math.sin(angle));
        return new Rough(angle, (best[0].at + origin[0]) * f + shift, (best[1].at + origin[0]) * f + shift,
                strongest / Math.max(1e-9, typical));
    }

    /** Whether two gradient maxima belong to one rough edge: between them the level goes on rising, or falling. */
    private static boolean sameEdge(double[] g, int first, int second) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = first; i <= second; i++) {
            least = Math.min(least, g[i] * Math.signum(g[second]));
        }
        return least > ONE_EDGE * Math.min(Math.abs(g[first]), Math.abs(g[second]));
    }

    /** Whole grey step around a gradient maximum. */
    private static double height(double[] g, int at) {
        double sign = Math.signum(g[at]);
        double sum = g[at];
        for (int dir = -1; dir <= 1; dir += 2) {
            for (int i = at + dir; i > 0 && i < g.length - 1 && Math.abs(i - at) < 12 && g[i] * sign > 0; i += dir) {
                sum += g[i];
            }
        }
        return sum;
    }
}
