package org.interphase.testkit.microscopy;

import java.util.SplittableRandom;

/**
 * What goes wrong in a micrograph, in three levels each, from what a picture of good quality may have to what hides the
 * structure. Every disturbed scene gets its noise here, so scenes come without.
 */
public enum Disturbance {
    /** Noise alone, as little as a good picture has. */
    NONE(4, 8, 14),
    /** Brightness that changes linearly over the field; grey levels from side to side. */
    SHADING(25, 60, 120),
    /** A bright side that fades exponentially into the field, as a charging edge does; grey levels. */
    CHARGING(40, 90, 160),
    /** Bands of rows brighter or darker than their neighbours; standard deviation in grey levels. */
    STREAKS(6, 15, 35),
    /** Standard deviation of the noise in grey levels. */
    NOISE(25, 45, 80),
    /** Blurred edges; standard deviation in pixels. */
    BLUR(1.5, 3, 6),
    /** Contrast left of the scene's. */
    LOW_CONTRAST(0.5, 0.25, 0.1),
    /** Share of the pixels without value, in blocks. */
    MISSING(0.02, 0.15, 0.4),
    /** Bright and dark exchanged, contrast as stated. */
    INVERTED(1, 0.7, 0.4);

    private static final double NOISE_OF_OTHERS = 8;
    private static final int BLOCK = 24;

    private final double[] levels;

    Disturbance(double... levels) {
        this.levels = levels;
    }

    /** How strong a level from 0 to 2 is, in the measure of the disturbance. */
    public double strength(int level) {
        return levels[level];
    }

    /** A scene disturbed, with noise, all from a seed. */
    public SyntheticScene on(SyntheticScene scene, int level, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 7919 + ordinal());
        double a = levels[level];
        int w = scene.width();
        int h = scene.height();
        SyntheticScene out = switch (this) {
            case NONE, NOISE -> scene;
            case SHADING -> {
                double angle = 2 * Math.PI * random.nextDouble();
                yield scene.changed((x, y, v) -> v + a * ((x / (double) w - 0.5) * Math.cos(angle)
                        + (y / (double) h - 0.5) * Math.sin(angle)));
            }
            case CHARGING -> scene.changed((x, y, v) -> v + a * Math.exp(-5.0 * x / w));
            case STREAKS -> {
                double[] rows = bands(h, a, random);
                yield scene.changed((x, y, v) -> v + rows[y]);
            }
            case BLUR -> scene.blurred(a);
            case LOW_CONTRAST -> scene.changed((x, y, v) -> 128 + a * (v - 128));
            case MISSING -> {
                int columns = w / BLOCK + 1;
                boolean[] gone = new boolean[columns * (h / BLOCK + 1)];
                for (int i = 0; i < gone.length; i++) {
                    gone[i] = random.nextDouble() < a;
                }
                yield scene.changed((x, y, v) -> gone[y / BLOCK * columns + x / BLOCK] ? Double.NaN : v);
            }
            case INVERTED -> scene.changed((x, y, v) -> 128 - a * (v - 128));
        };
        return out.noisy(this == NONE || this == NOISE ? a : NOISE_OF_OTHERS, seed * 31 + ordinal());
    }

    private static double[] bands(int rows, double deviation, SplittableRandom random) {
        double[] out = new double[rows];
        int left = 0;
        double offset = 0;
        for (int y = 0; y < rows; y++) {
            if (left-- <= 0) {
                left = 2 + random.nextInt(18);
                offset = deviation * random.nextGaussian();
            }
            out[y] = offset;
        }
        return out;
    }
}
