package org.interphase.testkit.topography;

import java.util.Arrays;
import java.util.Random;
import org.interphase.model.Calibration;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;

/**
 * A rough surface of known heights, and what instruments do to it. Heights are a sum of waves of random direction and
 * phase whose lengths are spread so that the autocorrelation is exp(-(r / length)^2); over many surfaces the
 * root-mean-square height is 1 before it is scaled. Immutable; every disturbance gives another surface.
 *
 * @param z heights in um, row after row; handed out as they are
 * @param width points per row
 * @param height rows
 * @param step distance of points in um
 */
public record SurfaceTruth(double[] z, int width, int height, double step) {

    private static final int WAVES = 400;

    /** An isotropic surface; {@code length} is where the autocorrelation is 1/e, in um. */
    public static SurfaceTruth random(int width, int height, double step, double length, long seed) {
        return random(width, height, step, length, length, seed);
    }

    /** A surface whose texture is longer in one direction. */
    public static SurfaceTruth random(int width, int height, double step, double lengthX, double lengthY, long seed) {
        Random r = new Random(seed);
        double[] kx = new double[WAVES];
        double[] ky = new double[WAVES];
        double[] phase = new double[WAVES];
        for (int i = 0; i < WAVES; i++) {
            // the spectrum of exp(-(r / l)^2) is a normal distribution of wave numbers of deviation sqrt(2) / l
            kx[i] = r.nextGaussian() * Math.sqrt(2) / lengthX * step;
            ky[i] = r.nextGaussian() * Math.sqrt(2) / lengthY * step;
            phase[i] = r.nextDouble() * 2 * Math.PI;
        }
        double[] z = new double[width * height];
        for (int i = 0; i < WAVES; i++) {
            // cos(a + b) row by row without a cosine for every point
            double c = Math.cos(kx[i]);
            double s = Math.sin(kx[i]);
            for (int y = 0; y < height; y++) {
                double re = Math.cos(ky[i] * y + phase[i]);
                double im = Math.sin(ky[i] * y + phase[i]);
                for (int x = 0; x < width; x++) {
                    z[y * width + x] += re;
                    double next = re * c - im * s;
                    im = re * s + im * c;
                    re = next;
                }
            }
        }
        double scale = Math.sqrt(2.0 / WAVES);
        for (int i = 0; i < z.length; i++) {
            z[i] *= scale;
        }
        return new SurfaceTruth(z, width, height, step);
    }

    private SurfaceTruth with(double[] other) {
        return new SurfaceTruth(other, width, height, step);
    }

    /** All heights multiplied. */
    public SurfaceTruth times(double factor) {
        return with(Arrays.stream(z).map(v -> v * factor).toArray());
    }

    /** Scaled so that it is this far from the lowest to the highest point. */
    public SurfaceTruth ofRange(double range) {
        return times(range / range());
    }

    /** From the lowest to the highest point. */
    public double range() {
        return Arrays.stream(z).max().orElse(0) - Arrays.stream(z).min().orElse(0);
    }

    /** Root mean square about the mean. */
    public double sq() {
        double mean = Arrays.stream(z).average().orElse(0);
        return Math.sqrt(Arrays.stream(z).map(v -> (v - mean) * (v - mean)).average().orElse(0));
    }

    /** Independent noise at every point. */
    public SurfaceTruth noisy(double deviation, long seed) {
        Random r = new Random(seed);
        return with(Arrays.stream(z).map(v -> v + deviation * r.nextGaussian()).toArray());
    }

    /** Tilted: heights rise by so much from the first to the last column and row. */
    public SurfaceTruth tilted(double riseX, double riseY) {
        double[] out = z.clone();
        for (int i = 0; i < out.length; i++) {
            int row = i / width;
            out[i] += riseX * (i % width) / (width - 1) + riseY * row / (height - 1);
        }
        return with(out);
    }

    /** Bent: a paraboloid of this height from the centre to the middle of a side. */
    public SurfaceTruth bent(double sag) {
        double[] out = z.clone();
        for (int i = 0; i < out.length; i++) {
            int row = i / width;
            double u = 2.0 * (i % width) / (width - 1) - 1;
            double v = 2.0 * row / (height - 1) - 1;
            out[i] += sag * (u * u + v * v);
        }
        return with(out);
    }

    /** Single points off by up to so much, up or down. */
    public SurfaceTruth spiked(int count, double size, long seed) {
        Random r = new Random(seed);
        double[] out = z.clone();
        for (int i = 0; i < count; i++) {
            out[r.nextInt(out.length)] += size * (0.5 + 0.5 * r.nextDouble()) * (r.nextBoolean() ? 1 : -1);
        }
        return with(out);
    }

    /** Cut off so far above and below zero, where the range of an instrument ends. */
    public SurfaceTruth cutOff(double limit) {
        return with(Arrays.stream(z).map(v -> Math.clamp(v, -limit, limit)).toArray());
    }

    /** With round holes that take about this part of the area. */
    public SurfaceTruth holed(double part, double radius, long seed) {
        Random r = new Random(seed);
        double[] out = z.clone();
        int count = (int) Math.round(part * width * height / (Math.PI * radius * radius));
        for (int k = 0; k < count; k++) {
            double cx = r.nextDouble() * width;
            double cy = r.nextDouble() * height;
            for (int i = 0; i < out.length; i++) {
                int row = i / width;
                if (Math.hypot(i % width - cx, row - cy) < radius) {
                    out[i] = Double.NaN;
                }
            }
        }
        return with(out);
    }

    /** Rows shifted independently, as drift and jumps of a scanner leave them. */
    public SurfaceTruth drifting(double deviation, long seed) {
        Random r = new Random(seed);
        double[] out = z.clone();
        for (int y = 0; y < height; y++) {
            double shift = deviation * r.nextGaussian();
            for (int x = 0; x < width; x++) {
                out[y * width + x] += shift;
            }
        }
        return with(out);
    }

    /** A part of the surface. */
    public SurfaceTruth cut(int x, int y, int w, int h) {
        double[] out = new double[w * h];
        for (int v = 0; v < h; v++) {
            System.arraycopy(z, (y + v) * width + x, out, v * w, w);
        }
        return new SurfaceTruth(out, w, h, step);
    }

    /** The surface as a height map. */
    public Raster map() {
        return Raster.of(DatasetHeader.of("surface", "height-map", Metadata.EMPTY.with("instrument", "simulation")),
                width, height, Pixels.ofDoubles(z), "Height", Unit.of("um"),
                new Calibration(step, step, Unit.of("um"), 0, "simulation"));
    }
}
