package org.interphase.technique.topography.areal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.interphase.numerics.linear.Student;
import org.interphase.technique.topography.surface.HeightField;

/**
 * How much parameters would differ on another area of the same surface: the area is cut into tiles, and each is left
 * out in turn (delete-one jackknife; B. Efron, C. Stein, Ann. Stat. 9 (1981) 586, doi:10.1214/aos/1176345462). A wide
 * interval is drawn for few tiles by Student's distribution. Of extremes the scatter of the tiles' own extremes counts:
 * that of the largest of many values of an exponential tail is the same for every number of them (E. J. Gumbel,
 * Statistics of Extremes, 1958).
 */
public final class TileSampling {

    /** What is sampled. */
    public enum Quantity {
        SA, SQ, SSK, SKU, SP, SV, SZ, SDQ, SDR, SK, SPK, SVK, SMR1, SMR2, VMP, VMC, VVV, VVC, SXP
    }

    private static final int BINS = 4096;
    private static final int CLASSES = 1001;
    /** Tiles along the longer side, if the texture is fine enough. */
    private static final int MOST = 6;
    /** Side of a tile in longest decay lengths, which are 1.3 times the shortest where texture has no direction. */
    private static final double LEAST = 3;

    private final Map<Quantity, Double> deviations = new EnumMap<>(Quantity.class);
    /** Of all tiles but one, how many points lie in each class of heights. */
    private final List<double[]> leftOut = new ArrayList<>();
    private final int tiles;
    private final double together;
    private final double bin;

    private TileSampling(int tiles, double together, double bin) {
        this.tiles = tiles;
        this.together = together;
        this.bin = bin;
    }

    /** Sums over the points of a tile, or of several. */
    private static final class Sums {
        private double n;
        private double abs;
        private final double[] moments = new double[5];
        private double gx;
        private double gy;
        private double nx;
        private double ny;
        private double area;
        private double cells;
        private final double[] histogram = new double[BINS];
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        private void add(Sums o, double sign) {
            n += sign * o.n;
            abs += sign * o.abs;
            gx += sign * o.gx;
            gy += sign * o.gy;
            nx += sign * o.nx;
            ny += sign * o.ny;
            area += sign * o.area;
            cells += sign * o.cells;
            for (int i = 0; i < moments.length; i++) {
                moments[i] += sign * o.moments[i];
            }
            for (int i = 0; i < BINS; i++) {
                histogram[i] += sign * o.histogram[i];
            }
        }
    }

    /**
     * The sampling of a surface.
     *
     * @param correlation longest length over which heights hang together, which with lay is along it; tiles are several
     *     times as long. NaN if not known
     */
    public static TileSampling of(HeightField f, double correlation) {
        double mean = f.mean();
        HeightParameters all = HeightParameters.of(f);
        double least = Double.isNaN(correlation) ? 0 : LEAST * correlation;
        int gx = tiles(f.sideX(), least, f.width());
        int gy = tiles(f.sideY(), least, f.height());
        Sums[] sums = new Sums[gx * gy];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = new Sums();
        }
        double bottom = mean - all.sv();
        double bin = all.sz() > 0 ? all.sz() / BINS : 1;
        double toX = f.heightToLength() / f.stepX();
        double toY = f.heightToLength() / f.stepY();
        for (int y = 0; y < f.height(); y++) {
            for (int x = 0; x < f.width(); x++) {
                int i = y * f.width() + x;
                double v = f.z()[i];
                if (v != v) {
                    continue;
                }
                Sums s = sums[tile(y, gy, f.height()) * gx + tile(x, gx, f.width())];
                double d = v - mean;
                s.n++;
                s.abs += Math.abs(d);
                double p = d;
                for (int k = 1; k < 5; k++, p *= d) {
                    s.moments[k] += p;
                }
                s.histogram[(int) Math.clamp((v - bottom) / bin, 0, BINS - 1)]++;
                s.low = Math.min(s.low, d);
                s.high = Math.max(s.high, d);
                double right = x + 1 < f.width() ? (f.z()[i + 1] - v) * toX : Double.NaN;
                double below = y + 1 < f.height() ? (f.z()[i + f.width()] - v) * toY : Double.NaN;
                if (right == right) {
                    s.gx += right * right;
                    s.nx++;
                }
                if (below == below) {
                    s.gy += below * below;
                    s.ny++;
                }
                double cell = HybridParameters.cell(f, i, x, y, toX, toY);
                if (cell == cell) {
                    s.area += cell;
                    s.cells++;
                }
            }
        }
        // texture goes on over the borders of tiles: neighbours are alike over a correlation length
        double tile = Math.min(f.sideX() / gx, f.sideY() / gy);
        return of(sums, bottom, bin, Double.isNaN(correlation) ? 1 : Math.sqrt(1 + Math.min(1, correlation / tile)));
    }

    /** Tile of a point by its middle, so that points fall in the same tiles from either end. */
    private static int tile(int at, int tiles, int points) {
        return (int) ((2L * at + 1) * tiles / (2L * points));
    }

    private static int tiles(double side, double least, int points) {
        int n = least > 0 ? (int) Math.min(MOST, Math.floor(side / least)) : MOST;
        return Math.clamp(n, 1, Math.max(1, points / 2));
    }

    private static TileSampling of(Sums[] sums, double bottom, double bin, double together) {
        Sums total = new Sums();
        List<Sums> used = new ArrayList<>();
        double largest = 0;
        for (Sums s : sums) {
            total.add(s, 1);
            largest = Math.max(largest, s.n);
        }
        for (Sums s : sums) {
            // what a hole leaves of a tile tells little
            if (s.n > 0.3 * largest) {
                used.add(s);
            }
        }
        TileSampling out = new TileSampling(used.size(), together, bin);
        int g = used.size();
        if (g < 2) {
            return out;
        }
        List<Map<Quantity, Double>> left = new ArrayList<>();
        for (Sums s : used) {
            total.add(s, -1);
            MaterialRatio ratio = MaterialRatio.ofClasses(classes(total, bottom, bin));
            out.leftOut.add(total.histogram.clone());
            left.add(vector(total, ratio));
            total.add(s, 1);
        }
        for (Quantity q : left.get(0).keySet()) {
            out.deviations.put(q, together * jackknife(left.stream().mapToDouble(v -> v.get(q)).toArray()));
        }
        double student = Student.widening(g - 1);
        double high = deviation(used.stream().mapToDouble(s -> s.high).toArray());
        double low = deviation(used.stream().mapToDouble(s -> s.low).toArray());
        out.deviations.put(Quantity.SP, student * high);
        out.deviations.put(Quantity.SV, student * low);
        out.deviations.put(Quantity.SZ, student * Math.hypot(high, low));
        return out;
    }

    private static double jackknife(double[] leftOut) {
        int g = leftOut.length;
        return Student.widening(g - 1) * deviation(leftOut) * (g - 1) / Math.sqrt(g);
    }

    private static double deviation(double[] v) {
        double mean = java.util.Arrays.stream(v).average().orElse(0);
        return Math.sqrt(java.util.Arrays.stream(v).map(a -> (a - mean) * (a - mean)).sum() / (v.length - 1));
    }

    private static Map<Quantity, Double> vector(Sums s, MaterialRatio r) {
        Map<Quantity, Double> out = new EnumMap<>(Quantity.class);
        double m1 = s.moments[1] / s.n;
        double m2 = s.moments[2] / s.n - m1 * m1;
        double m3 = s.moments[3] / s.n - 3 * m1 * s.moments[2] / s.n + 2 * m1 * m1 * m1;
        double m4 = s.moments[4] / s.n - 4 * m1 * s.moments[3] / s.n + 6 * m1 * m1 * s.moments[2] / s.n
                - 3 * m1 * m1 * m1 * m1;
        out.put(Quantity.SA, s.abs / s.n);
        out.put(Quantity.SQ, Math.sqrt(m2));
        out.put(Quantity.SSK, m3 / Math.pow(m2, 1.5));
        out.put(Quantity.SKU, m4 / (m2 * m2));
        out.put(Quantity.SDQ, Math.sqrt(s.gx / s.nx + s.gy / s.ny));
        out.put(Quantity.SDR, 100 * (s.area / s.cells - 1));
        out.put(Quantity.SK, r.sk());
        out.put(Quantity.SPK, r.spk());
        out.put(Quantity.SVK, r.svk());
        out.put(Quantity.SMR1, r.smr1());
        out.put(Quantity.SMR2, r.smr2());
        out.put(Quantity.VMP, r.vmp());
        out.put(Quantity.VMC, r.vmc());
        out.put(Quantity.VVV, r.vvv());
        out.put(Quantity.VVC, r.vvc());
        out.put(Quantity.SXP, r.sxp());
        return out;
    }

    private static double[] classes(Sums s, double bottom, double bin) {
        double[] out = new double[CLASSES];
        double above = 0;
        int k = 0;
        for (int b = BINS - 1; b >= 0; b--) {
            double next = above + s.histogram[b];
            while (k < CLASSES && k * s.n / (CLASSES - 1) <= next + 1e-9) {
                double part = s.histogram[b] > 0 ? (k * s.n / (CLASSES - 1) - above) / s.histogram[b] : 0;
                out[k++] = bottom + bin * (b + 1 - Math.clamp(part, 0, 1));
            }
            above = next;
        }
        for (; k < CLASSES; k++) {
            out[k] = bottom;
        }
        return out;
    }

    /** Standard deviation between areas of this size; NaN if there are fewer than two tiles. */
    public double of(Quantity q) {
        return deviations.getOrDefault(q, Double.NaN);
    }

    /**
     * Standard deviation, between areas of this size, of the difference between the heights that this part of the
     * points lies above and below; NaN if there are fewer than two tiles.
     */
    public double ofSpread(double tail) {
        return leftOut.size() < 2 ? Double.NaN : together * bin * jackknife(leftOut.stream().mapToDouble(h ->
                quantile(h, 1 - tail) - quantile(h, tail)).toArray());
    }

    /** Where in classes of heights a part of the points lies below. */
    private static double quantile(double[] histogram, double part) {
        double wanted = part * java.util.Arrays.stream(histogram).sum();
        double below = 0;
        int b = 0;
        while (b < histogram.length - 1 && below + histogram[b] < wanted) {
            below += histogram[b++];
        }
        return b + (histogram[b] > 0 ? Math.clamp((wanted - below) / histogram[b], 0, 1) : 0);
    }

    /** Number of tiles. */
    public int tiles() {
        return tiles;
    }
}
