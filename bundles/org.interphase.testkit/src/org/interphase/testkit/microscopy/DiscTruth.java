package org.interphase.testkit.microscopy;

import java.util.SplittableRandom;
import org.interphase.model.Calibration;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;

/**
 * Overlapping dark discs at random places (Boolean model): the expected bright fraction is exp(-n pi R^2), with n discs
 * a unit of area.
 *
 * @param radius of the discs in pixels
 * @param bright expected bright fraction
 * @param noise standard deviation of the noise in grey levels
 * @param seed of places and noise
 */
public record DiscTruth(double radius, double bright, double noise, long seed) {

    /** Discs a pixel squared. */
    public double density() {
        return -Math.log(bright) / (Math.PI * radius * radius);
    }

    /** The expected dark fraction (pores). */
    public double porosity() {
        return 1 - bright;
    }

    /** 8-bit picture, edges averaged over pixels; 1 px is {@code pixel} um. */
    public Raster raster(int side, double pixel) {
        SplittableRandom random = new SplittableRandom(seed);
        double reach = radius + 1;
        double area = (side + 2 * reach) * (side + 2 * reach);
        long count = poisson(density() * area, random);
        float[] dark = new float[side * side];
        for (long k = 0; k < count; k++) {
            double cx = random.nextDouble() * (side + 2 * reach) - reach;
            double cy = random.nextDouble() * (side + 2 * reach) - reach;
            for (int y = (int) Math.max(0, cy - reach); y <= Math.min(side - 1, cy + reach); y++) {
                for (int x = (int) Math.max(0, cx - reach); x <= Math.min(side - 1, cx + reach); x++) {
                    // share of the pixel inside, by its distance from the edge of the disc
                    double inside = radius - Math.hypot(x - cx, y - cy) + 0.5;
                    dark[y * side + x] = (float) Math.max(dark[y * side + x], Math.max(0, Math.min(1, inside)));
                }
            }
        }
        byte[] out = new byte[dark.length];
        for (int i = 0; i < out.length; i++) {
            double v = 180 - 120 * dark[i] + noise * random.nextGaussian();
            out[i] = (byte) Math.max(0, Math.min(255, Math.round(v)));
        }
        return Raster.of(DatasetHeader.of("discs", "sem", Metadata.EMPTY), side, side, Pixels.ofBytes(out),
                "Grey level", Unit.of("grey"), new Calibration(pixel, pixel, Unit.of("um"), 0, "simulation"));
    }

    /** A Poisson number by the normal approximation (the mean is in the hundreds and more). */
    private static long poisson(double mean, SplittableRandom random) {
        return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
}
