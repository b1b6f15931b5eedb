package org.interphase.testkit.microscopy;

import org.interphase.model.Calibration;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;

/**
 * A particle with a coating of known thickness, round or with a wavy outline, whole or with gaps. The coating is what
 * lies within its thickness of the core, outside the core.
 *
 * @param radius mean radius of the core in pixels
 * @param waves amplitude of the outline's waves in pixels
 * @param lobes number of waves round the outline
 * @param thickness of the coating in pixels
 * @param gap total share of the outline without coating, 0 to 1, in two gaps
 * @param levels grey levels of core, coating and surroundings
 * @param blur standard deviation of the point spread in pixels
 * @param noise standard deviation of the noise in grey levels
 * @param seed of noise and sub-pixel position
 */
public record ShellTruth(double radius, double waves, int lobes, double thickness, double gap, double[] levels,
        double blur, double noise, long seed) {

    private static final int POINTS = 4000;

    /** A dark core with a grey coating before a bright ground, as in TEM. */
    public static ShellTruth tem(double radius, double waves, int lobes, double thickness, double gap, long seed) {
        return new ShellTruth(radius, waves, lobes, thickness, gap, new double[] {45, 130, 205}, 0.8, 6, seed);
    }

    /** Side of the picture that holds the particle. */
    public int side() {
        return (int) Math.ceil(2 * (radius + waves + thickness) + 40);
    }

    private double outline(double angle) {
        return radius + waves * Math.cos(lobes * angle + seed);
    }

    /** Two gaps of equal length along the outline, opposite each other. */
    private boolean isGap(double share) {
        double s = (share + 0.13) % 0.5;
        return s < gap / 2;
    }

    /** The picture; 1 px is {@code pixel} nm. */
    public Raster raster(double pixel) {
        return scene().noisy(noise, seed * 17 + 3).raster("tem",
                new Calibration(pixel, pixel, Unit.of("nm"), 0, "simulation"));
    }

    /** The blurred scene without noise. */
    public SyntheticScene scene() {
        int side = side();
        double c = side / 2.0 + seed % 7 / 7.0;
        double[] px = new double[POINTS];
        double[] py = new double[POINTS];
        double[] share = new double[POINTS];
        double length = 0;
        for (int i = 0; i <= POINTS; i++) {
            double a = 2 * Math.PI * i / POINTS;
            double x = c + outline(a) * Math.cos(a);
            double y = c + outline(a) * Math.sin(a);
            if (i > 0) {
                length += Math.hypot(x - px[i - 1], y - py[i - 1]);
            }
            if (i < POINTS) {
                px[i] = x;
                py[i] = y;
                share[i] = length;
            }
        }
        for (int i = 0; i < POINTS; i++) {
            share[i] /= length;
        }
        SyntheticScene scene = SyntheticScene.render(side, side, (x, y) -> {
            double r = Math.hypot(x - c, y - c);
            double a = Math.atan2(y - c, x - c);
            if (r < outline(a)) {
                return levels[0];
            }
            if (r > radius + waves + thickness + 1) {
                return levels[2];
            }
            int middle = (int) Math.round((a < 0 ? a + 2 * Math.PI : a) / (2 * Math.PI) * POINTS);
            int best = 0;
            double nearest = Double.POSITIVE_INFINITY;
            for (int k = -POINTS / 12; k <= POINTS / 12; k++) {
                int i = Math.floorMod(middle + k, POINTS);
                double d = (px[i] - x) * (px[i] - x) + (py[i] - y) * (py[i] - y);
                if (d < nearest) {
                    nearest = d;
                    best = i;
                }
            }
            return nearest <= thickness * thickness && !isGap(share[best]) ? levels[1] : levels[2];
        });
        return scene.blurred(blur);
    }
}
