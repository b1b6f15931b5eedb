package org.interphase.testkit.microscopy;

import java.util.SplittableRandom;
import org.interphase.model.Calibration;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;

/**
 * A cross-section with one layer of known thickness.
 *
 * @param thickness in pixels, along the normal
 * @param degrees tilt of the layer against the picture's rows
 * @param bend radius of curvature of the layer's middle in pixels, infinite for a straight layer
 * @param levels grey levels above, in and below the layer
 * @param blur standard deviation of the point spread in pixels
 * @param noise standard deviation of the noise in grey levels
 * @param seed of noise and sub-pixel position
 */
public record StripTruth(double thickness, double degrees, double bend, double[] levels, double blur, double noise,
        long seed) {

    /** A straight bright layer on a darker support below vacuum. */
    public static StripTruth tilted(double thickness, double degrees, long seed) {
        return new StripTruth(thickness, degrees, Double.POSITIVE_INFINITY, new double[] {40, 170, 95}, 1.2, 12, seed);
    }

    /** The picture; 1 px is {@code pixel} um. */
    public Raster raster(int width, int height, double pixel) {
        return scene(width, height).noisy(noise, seed * 31 + 7).raster("sem",
                new Calibration(pixel, pixel, Unit.of("um"), 0, "simulation"));
    }

    /** The blurred scene without noise. */
    public SyntheticScene scene(int width, int height) {
        SplittableRandom random = new SplittableRandom(seed);
        double cx = width / 2.0 + random.nextDouble();
        double cy = height / 2.0 + random.nextDouble();
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        SyntheticScene scene = SyntheticScene.render(width, height, (x, y) -> {
            double along = (x - cx) * c + (y - cy) * s;
            double across = -(x - cx) * s + (y - cy) * c;
            // distance from the middle line: a circle through the centre, or a straight line
            double d = Double.isInfinite(bend) ? across : Math.hypot(along, across + bend) - bend;
            return d < -thickness / 2 ? levels[0] : d < thickness / 2 ? levels[1] : levels[2];
        });
        return scene.blurred(blur);
    }
}
