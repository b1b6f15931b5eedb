package org.interphase.testkit.microscopy;

import java.util.SplittableRandom;

/** Cross-sections of a film that is not as plain as a measurement of its thickness would like, in three levels each. */
public enum FilmTruth {
    /** Tilted against the rows; degrees. */
    TILTED(5, 15, 35),
    /** Curved; radius in pixels. */
    BENT(1500, 600, 300),
    /** Interfaces rough independently of one another; standard deviation in pixels. */
    ROUGH(1, 2.5, 5),
    /** Thicker on one side; change over the field relative to the mean. */
    WEDGE(0.1, 0.4, 0.9),
    /** Only over a part of the field, share. */
    PARTIAL(0.8, 0.55, 0.3),
    /** Round pores, also open ones at the interfaces, that take such a share of the film. */
    POROUS(0.05, 0.1, 0.2),
    /** No film: support and vacuum meet in one step, wavy by so many pixels. */
    ABSENT(0, 5, 15);

    private static final double[] LEVELS = {40, 170, 95};
    private static final double BLUR = 1.2;
    private static final int CORRELATION = 10;
    private static final double PORE = 60;
    private static final double PORE_RADIUS = 4;

    private final double[] levels;

    FilmTruth(double... levels) {
        this.levels = levels;
    }

    /** Blurred scene of a film of a mean thickness in pixels, without noise. */
    public SyntheticScene scene(double thickness, int width, int height, int level, long seed) {
        double a = levels[level];
        if (this == TILTED || this == BENT) {
            return new StripTruth(thickness, this == TILTED ? a : 2, this == BENT ? a : Double.POSITIVE_INFINITY,
                    LEVELS, BLUR, 0, seed).scene(width, height);
        }
        SplittableRandom random = new SplittableRandom(seed * 977 + ordinal());
        double[] upper = roughness(width, this == ROUGH ? a : 0, random);
        double[] lower = roughness(width, this == ROUGH ? a : 0, random);
        double middle = height / 2.0 + random.nextDouble();
        double[][] pores = pores(this == POROUS ? a : 0, width, middle - thickness / 2, thickness, random);
        SyntheticScene scene = SyntheticScene.render(width, height, (x, y) -> {
            int i = (int) Math.max(0, Math.min(width - 1, Math.round(x)));
            double t = thickness * (this == WEDGE ? 1 + a * ((x + 0.5) / width - 0.5) : 1);
            if (this == PARTIAL && x > a * width) {
                t = 0;
            }
            if (this == ABSENT) {
                return y < middle + a * Math.sin(x / 25.0) ? LEVELS[0] : LEVELS[2];
            }
            // the support's surface is the lower interface: where there is no film it meets the vacuum
            double bottom = middle + thickness / 2 + lower[i];
            double top = bottom - t - lower[i] + upper[i];
            double film = inPore(pores, x, y) ? PORE : LEVELS[1];
            return y < Math.min(top, bottom) ? LEVELS[0] : y < bottom ? film : LEVELS[2];
        });
        return scene.blurred(BLUR);
    }

    private static double[][] pores(double share, int width, double top, double thickness, SplittableRandom random) {
        double[][] out = new double[(int) Math.round(share * width * thickness
                / (Math.PI * PORE_RADIUS * PORE_RADIUS))][];
        for (int i = 0; i < out.length; i++) {
            out[i] = new double[] {width * random.nextDouble(), top + thickness * random.nextDouble()};
        }
        return out;
    }

    private static boolean inPore(double[][] pores, double x, double y) {
        for (double[] p : pores) {
            if (Math.hypot(x - p[0], y - p[1]) < PORE_RADIUS) {
                return true;
            }
        }
        return false;
    }

    /** A stationary random line with a correlation length of some pixels and mean 0 over the field. */
    private static double[] roughness(int n, double deviation, SplittableRandom random) {
        double[] out = new double[n];
        double keep = Math.exp(-1.0 / CORRELATION);
        double v = random.nextGaussian();
        double mean = 0;
        for (int i = 0; i < n; i++) {
            v = keep * v + Math.sqrt(1 - keep * keep) * random.nextGaussian();
            out[i] = deviation * v;
            mean += out[i] / n;
        }
        for (int i = 0; i < n; i++) {
            out[i] -= mean;
        }
        return out;
    }
}
