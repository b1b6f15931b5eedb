package org.interphase.testkit.microscopy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Discs at random places: pores in a solid (dark) or particles on a ground (bright), apart from one another or
 * overlapping.
 *
 * @param diameter mean diameter in pixels
 * @param spread relative standard deviation of the diameter between discs
 * @param share of the area that discs cover; aimed at where they stay apart (up to about 0.4)
 * @param overlapping whether discs may lie over each other
 * @param disc grey level of the discs
 * @param ground grey level between them
 * @param seed of places and sizes
 */
public record GrainTruth(double diameter, double spread, double share, boolean overlapping, double disc, double ground,
        long seed) {

    /** Dark pores that do not touch. */
    public static GrainTruth pores(double diameter, double share, long seed) {
        return new GrainTruth(diameter, 0, share, false, 60, 180, seed);
    }

    /** Bright particles of unequal size that do not touch. */
    public static GrainTruth particles(double diameter, double share, long seed) {
        return new GrainTruth(diameter, 0.12, share, false, 190, 60, seed);
    }

    /** A scene with what was really placed in it. */
    public record Placed(SyntheticScene scene, int discs, double coveredShare) {
    }

    /** A square scene, edges averaged over pixels, without noise. */
    public Placed place(int side) {
        SplittableRandom random = new SplittableRandom(seed);
        List<double[]> discs = new ArrayList<>();
        double one = Math.PI * diameter * diameter / 4 * (1 + spread * spread);
        double field = (side + 2 * diameter) * (side + 2 * diameter);
        double wanted = (overlapping ? -Math.log(1 - share) : share) * field / one;
        for (int tries = 0; discs.size() < Math.round(wanted) && tries < 400 * wanted + 1000; tries++) {
            double r = Math.max(1, diameter / 2 * (1 + spread * random.nextGaussian()));
            double[] d = {random.nextDouble() * (side + 2 * diameter) - diameter,
                random.nextDouble() * (side + 2 * diameter) - diameter, r};
            // three pixels of ground between neighbours that stay apart
            if (overlapping || discs.stream().noneMatch(o -> Math.hypot(o[0] - d[0], o[1] - d[1]) < o[2] + r + 3)) {
                discs.add(d);
            }
        }
        double[] inside = new double[side * side];
        for (double[] d : discs) {
            for (int y = (int) Math.max(0, d[1] - d[2] - 1); y <= Math.min(side - 1, d[1] + d[2] + 1); y++) {
                for (int x = (int) Math.max(0, d[0] - d[2] - 1); x <= Math.min(side - 1, d[0] + d[2] + 1); x++) {
                    // share of the pixel inside, by its distance from the edge of the disc
                    double in = d[2] - Math.hypot(x - d[0], y - d[1]) + 0.5;
                    inside[y * side + x] = Math.max(inside[y * side + x], Math.max(0, Math.min(1, in)));
                }
            }
        }
        double covered = 0;
        for (double v : inside) {
            covered += v / inside.length;
        }
        SyntheticScene scene = SyntheticScene.render(side, side, (x, y) -> 0)
                .changed((x, y, v) -> ground + (disc - ground) * inside[y * side + x]);
        return new Placed(scene, discs.size(), covered);
    }
}
