package org.interphase.testkit.elements;

import org.interphase.model.Calibration;
import org.interphase.model.CountBackground;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;
import org.interphase.testkit.synthetic.Poisson;

/**
 * A map of counts whose expectation is known at each pixel.
 *
 * @param width pixels in a row
 * @param height rows
 * @param expected expected counts, row after row
 */
public record MapTruth(int width, int height, double[] expected) {

    private static final double PIXEL = 0.1;

    /** Takes the array over. */
    public MapTruth {
        java.util.Objects.requireNonNull(expected, "expected");
    }

    /** The same expectation everywhere. */
    public static MapTruth uniform(int width, int height, double mean) {
        double[] e = new double[width * height];
        java.util.Arrays.fill(e, mean);
        return new MapTruth(width, height, e);
    }

    /** The same map with a disc in which everything is multiplied. */
    public MapTruth disc(double x, double y, double radius, double factor) {
        double[] e = expected.clone();
        for (int i = 0; i < e.length; i++) {
            int row = i / width;
            if (Math.hypot(i % width + 0.5 - x, row + 0.5 - y) < radius) {
                e[i] *= factor;
            }
        }
        return new MapTruth(width, height, e);
    }

    /** A step along x, smeared by a logistic curve that follows the normal distribution to 1 %. */
    public static MapTruth step(int width, int height, double left, double right, double at, double sigma) {
        double[] e = new double[width * height];
        for (int i = 0; i < e.length; i++) {
            double z = (i % width + 0.5 - at) / sigma;
            double rise = 1 / (1 + Math.exp(-(1.5976 * z + 0.07056 * z * z * z)));
            e[i] = left + (right - left) * rise;
        }
        return new MapTruth(width, height, e);
    }

    /** The map with counting statistics, of nickel, 0.1 um to a pixel. */
    public Raster raster(long seed) {
        double[] n = new Poisson(seed).next(expected);
        float[] v = new float[n.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = (float) n[i];
        }
        return Raster.of(DatasetHeader.of("Ni", "element-map", Metadata.EMPTY.with("element", "Ni")), width, height,
                Pixels.ofFloats(v), "Ni signal", Unit.of("counts"), new Calibration(PIXEL, PIXEL, Unit.of("um"), 0,
                        "simulated"));
    }

    /**
     * The map with a background under the line, and that background counted beside the line, each with its own counting
     * statistics.
     *
     * @param beneath expected background under the line at each pixel
     * @param factor background under the line per count beside it
     */
    public Raster raster(long seed, MapTruth beneath, double factor) {
        double[] sum = new double[expected.length];
        double[] side = new double[expected.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = expected[i] + beneath.expected[i];
            side[i] = beneath.expected[i] / factor;
        }
        double[] beside = new Poisson(seed + 1_000_003).next(side);
        return new MapTruth(width, height, sum).raster(seed).with(new CountBackground("simulated",
                Pixels.ofDoubles(beside), factor));
    }
}
