package org.interphase.testkit.microscopy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.interphase.model.Calibration;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;

/**
 * Renders brightness given as a function of place into a picture. Pixel (i, j) covers the square around (i, j), so
 * places are in pixels with centres at whole numbers.
 */
public final class SyntheticScene {

    /** Brightness at a place. */
    @FunctionalInterface
    public interface Brightness {
        /** Grey level at (x, y) in pixels. */
        double at(double x, double y);
    }

    private static final int SAMPLES = 4;

    private final int width;
    private final int height;
    private double[] values;

    private SyntheticScene(int width, int height, double[] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /** Renders with 4 x 4 samples a pixel. */
    public static SyntheticScene render(int width, int height, Brightness brightness) {
        double[] v = new double[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int j = 0; j < SAMPLES; j++) {
                    for (int i = 0; i < SAMPLES; i++) {
                        sum += brightness.at(x + (i + 0.5) / SAMPLES - 0.5, y + (j + 0.5) / SAMPLES - 0.5);
                    }
                }
                v[y * width + x] = sum / (SAMPLES * SAMPLES);
            }
        }
        return new SyntheticScene(width, height, v);
    }

    /** The same blurred by a Gaussian, sampled and normalised over five standard deviations. */
    public SyntheticScene blurred(double sigma) {
        int r = (int) Math.ceil(5 * sigma);
        double[] k = new double[2 * r + 1];
        double total = 0;
        for (int i = -r; i <= r; i++) {
            k[i + r] = Math.exp(-0.5 * i * i / (sigma * sigma));
            total += k[i + r];
        }
        double[] once = new double[values.length];
        double[] twice = new double[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int i = -r; i <= r; i++) {
                    sum += k[i + r] * values[y * width + Math.max(0, Math.min(width - 1, x + i))];
                }
                once[y * width + x] = sum / total;
            }
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int i = -r; i <= r; i++) {
                    sum += k[i + r] * once[Math.max(0, Math.min(height - 1, y + i)) * width + x];
                }
                twice[y * width + x] = sum / total;
            }
        }
        return new SyntheticScene(width, height, twice);
    }

    /** The same with normally distributed noise. */
    public SyntheticScene noisy(double deviation, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] v = values.clone();
        for (int i = 0; i < v.length; i++) {
            v[i] += deviation * random.nextGaussian();
        }
        return new SyntheticScene(width, height, v);
    }

    /** Grey level of a pixel as a function of its place and its grey level so far; NaN for none. */
    @FunctionalInterface
    public interface Change {
        /** Grey level of the pixel (x, y) that had the level v. */
        double of(int x, int y, double v);
    }

    /** The same with every pixel changed. */
    public SyntheticScene changed(Change change) {
        double[] v = values.clone();
        for (int i = 0; i < v.length; i++) {
            v[i] = change.of(i % width, i / width, v[i]);
        }
        return new SyntheticScene(width, height, v);
    }

    /**
     * As an 8-bit picture of a kind, rounded and cut to 0..255; in single precision, cut as well, where pixels have no
     * value.
     */
    public Raster raster(String kind, Calibration calibration) {
        return Raster.of(DatasetHeader.of("simulated", kind, Metadata.EMPTY), width, height, pixels(), "Grey level",
                Unit.of("grey"), calibration);
    }

    private Pixels pixels() {
        if (Arrays.stream(values).noneMatch(Double::isNaN)) {
            return Pixels.ofBytes(bytes());
        }
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) Math.max(0, Math.min(255, values[i]));
        }
        return Pixels.ofFloats(out);
    }

    /** Grey levels rounded and cut to 0..255. */
    public byte[] bytes() {
        byte[] out = new byte[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) Math.max(0, Math.min(255, Math.round(values[i])));
        }
        return out;
    }

    /** Pixels per row. */
    public int width() {
        return width;
    }

    /** Number of rows. */
    public int height() {
        return height;
    }
}
