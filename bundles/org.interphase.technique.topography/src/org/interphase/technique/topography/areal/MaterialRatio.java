package org.interphase.technique.topography.areal;

/**
 * The areal material ratio (Abbott) curve and what ISO 25178-2:2021, 4.5 and annex B take from it. The curve is
 * sampled at equally spaced material ratios; the equivalent line is the least-squares line over the 40 % of the curve
 * with the smallest secant slope (annex B.1, as ISO 13565-2 / ISO 21920-2). Ratios are in %, heights in the unit of the
 * surface, volumes in that unit times area per area.
 */
public final class MaterialRatio {

    /** Classes in which the curve is sampled. */
    public static final int CLASSES = 10_000;
    /** Width of the equivalent line in %, ISO 13565-2:1996, 3.1. */
    private static final double LINE = 40;

    private final double[] heights;
    private final double slope;
    private final double upper;
    private final double lower;

    private MaterialRatio(double[] heights) {
        this.heights = heights;
        int n = heights.length;
        double best = Double.NEGATIVE_INFINITY;
        int start = 0;
        for (int i = 0; i < n && ratio(i) <= 100 - LINE; i++) {
            double secant = (height(ratio(i) + LINE) - heights[i]) / LINE;
            // of equal slopes the first counts
            if (secant > best) {
                best = secant;
                start = i;
            }
        }
        int end = start;
        while (end < n && ratio(end) <= ratio(start) + LINE + 1e-12) {
            end++;
        }
        double mx = 0;
        double my = 0;
        for (int i = start; i < end; i++) {
            mx += ratio(i);
            my += heights[i];
        }
        mx /= end - start;
        my /= end - start;
        double xy = 0;
        double xx = 0;
        for (int i = start; i < end; i++) {
            xy += (ratio(i) - mx) * (heights[i] - my);
            xx += (ratio(i) - mx) * (ratio(i) - mx);
        }
        slope = xy / xx;
        upper = my - slope * mx;
        lower = upper + 100 * slope;
    }

    /** The curve of measured heights in ascending order; between two of them it is straight. */
    public static MaterialRatio ofSorted(double[] ascending) {
        double[] h = new double[CLASSES];
        for (int i = 0; i < CLASSES; i++) {
            double at = (1 - (double) i / (CLASSES - 1)) * (ascending.length - 1);
            int low = (int) Math.floor(at);
            int high = Math.min(low + 1, ascending.length - 1);
            h[i] = ascending[low] + (at - low) * (ascending[high] - ascending[low]);
        }
        return new MaterialRatio(h);
    }

    /** The curve of heights at equally spaced ratios from 0 to 100 %, descending; handed over. */
    static MaterialRatio ofClasses(double[] descending) {
        return new MaterialRatio(descending);
    }

    private double ratio(int i) {
        return 100.0 * i / (heights.length - 1);
    }

    /** Height at a material ratio: Smc. */
    public double height(double ratio) {
        double at = Math.clamp(ratio / 100 * (heights.length - 1), 0, heights.length - 1);
        int i = Math.min((int) at, heights.length - 2);
        return heights[i] + (at - i) * (heights[i + 1] - heights[i]);
    }

    /** Material ratio at a height: Smr. */
    public double ratioAt(double height) {
        if (height >= heights[0]) {
            return 0;
        }
        if (height <= heights[heights.length - 1]) {
            return 100;
        }
        int low = 0;
        int high = heights.length - 1;
        while (high - low > 1) {
            int mid = (low + high) >>> 1;
            if (heights[mid] >= height) {
                low = mid;
            } else {
                high = mid;
            }
        }
        double span = heights[low] - heights[high];
        return ratio(low) + (span > 0 ? (heights[low] - height) / span * (ratio(high) - ratio(low)) : 0);
    }

    /** Core height. */
    public double sk() {
        return upper - lower;
    }

    /** Height of the equivalent line at 0 %. */
    public double coreTop() {
        return upper;
    }

    /** Height of the equivalent line at 100 %. */
    public double coreBottom() {
        return lower;
    }

    /** Material ratio that separates hills from the core, in %. */
    public double smr1() {
        return ratioAt(upper);
    }

    /** Material ratio that separates dales from the core, in %. */
    public double smr2() {
        return ratioAt(lower);
    }

    /** Reduced peak height: of the triangle over {@link #smr1} whose area is that of the hills. */
    public double spk() {
        return smr1() > 0 ? 2 * material(upper) / smr1() : 0;
    }

    /** Reduced pit depth: of the triangle over 100 % - {@link #smr2} whose area is that of the dales. */
    public double svk() {
        return smr2() < 100 ? 2 * voids(lower) / (100 - smr2()) : 0;
    }

    /** Peak material volume, above 10 %. */
    public double vmp() {
        return material(height(10)) / 100;
    }

    /** Core material volume, between 10 and 80 %. */
    public double vmc() {
        return material(height(80)) / 100 - vmp();
    }

    /** Pit void volume, below 80 %. */
    public double vvv() {
        return voids(height(80)) / 100;
    }

    /** Core void volume, between 10 and 80 %. */
    public double vvc() {
        return voids(height(10)) / 100 - vvv();
    }

    /** Peak extreme height: height difference between 2.5 % and 50 %. */
    public double sxp() {
        return height(2.5) - height(50);
    }

    /** Class whose height is nearest. */
    private int nearest(double level) {
        int best = 0;
        for (int i = 1; i < heights.length; i++) {
            if (Math.abs(heights[i] - level) < Math.abs(heights[best] - level)) {
                best = i;
            }
        }
        return best;
    }

    /** Material above a level, in % times height, by the trapezium rule over whole classes. */
    private double material(double level) {
        double sum = 0;
        int end = nearest(level);
        for (int i = 1; i < end; i++) {
            sum += (heights[i - 1] - heights[i]) * (ratio(i - 1) + ratio(i)) / 2;
        }
        return sum;
    }

    /** Voids below a level, in % times height, by the trapezium rule over whole classes. */
    private double voids(double level) {
        double sum = 0;
        for (int i = nearest(level) + 1; i < heights.length; i++) {
            sum += (heights[i - 1] - heights[i]) * (200 - ratio(i - 1) - ratio(i)) / 2;
        }
        return sum;
    }
}
