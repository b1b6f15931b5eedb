package org.interphase.technique.topography.areal;

import java.util.Arrays;
import org.interphase.api.Progress;
import org.interphase.numerics.linear.Student;
import org.interphase.technique.topography.surface.HeightField;
import org.interphase.technique.topography.surface.Levelling;

/**
 * Two levels that share a tilt: z = c + a x + b y + d on the upper one, fitted by least squares to the points of both
 * away from the edge between them; the areal form of the step fit of ISO 5436-1:2000, 8.2. Which point lies on which
 * level is decided by height above the tilt, of which the fit gives a better one, until no point changes its side.
 *
 * @param step height of the upper level above the lower one
 * @param u standard uncertainty: the larger of what tiles of the area left out in turn and independent scatter of the
 *     points give
 * @param bent by how much the step changes where the shared tilt may also be bent (x^2, x y, y^2); NaN if not known
 * @param bentU standard uncertainty of that change, from the same tiles
 * @param curved share of the mean square distance from the levels that bending takes away
 * @param scatter root-mean-square distance of the points from their level
 * @param upper share of the points used on the upper level
 * @param used share of the measured points that took part
 * @param tiles tiles that hold points
 */
public record TwoLevels(double step, double u, double bent, double bentU, double curved, double scatter,
        double upper, double used, int tiles) {

    private static final int ROUNDS = 12;
    private static final int FEWEST = 20;

    /**
     * The levels of a map.
     *
     * @param margin points left out on both sides of the edge
     */
    public static TwoLevels of(HeightField f, int margin, Progress progress) {
        // a robust plane takes the larger level for all of the map, and leans over the edge where both are as large;
        // differences of points near each other hardly see the edge, but noise
        Levelling[] starts = {Levelling.of(f, 1, true, progress), Levelling.byMedians(f)};
        TwoLevels best = null;
        for (Levelling start : starts) {
            TwoLevels found = from(start.takenFrom(f), f, margin, progress);
            best = best == null || found.better(best) ? found : best;
        }
        return best;
    }

    private boolean better(TwoLevels o) {
        boolean enough = used >= 0.5;
        boolean other = o.used >= 0.5;
        return enough != other ? enough : !(scatter >= o.scatter);
    }

    private static TwoLevels from(HeightField rough, HeightField f, int margin, Progress progress) {
        byte[] sides = StepSides.of(rough, margin);
        LevelSums sums = LevelSums.of(f, sides);
        for (int round = 0; round < ROUNDS; round++) {
            progress.checkCancelled();
            double[] c = sums.all().fit(LevelSums.STEP);
            if (c == null) {
                break;
            }
            byte[] next = StepSides.of(sums.tiltTakenFrom(f, c), margin);
            if (Arrays.equals(next, sides)) {
                break;
            }
            sides = next;
            sums = LevelSums.of(f, sides);
        }
        return solve(sums, f.measured());
    }

    private static TwoLevels solve(LevelSums sums, int measured) {
        LevelSums.Tile total = sums.all();
        int tiles = (int) Arrays.stream(sums.tiles()).filter(t -> t.points() > 0).count();
        double[] all = total.fit(LevelSums.STEP);
        if (all == null || total.points() < FEWEST) {
            return new TwoLevels(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0,
                    tiles);
        }
        double[] bent = total.fit(LevelSums.BENT);
        double[] left = new double[tiles];
        double[] changes = new double[tiles];
        int m = 0;
        int l = 0;
        for (LevelSums.Tile t : sums.tiles()) {
            if (t.points() > 0) {
                LevelSums.Tile rest = total.without(t);
                double[] c = rest.fit(LevelSums.STEP);
                double[] d = rest.fit(LevelSums.BENT);
                if (c != null) {
                    left[m++] = c[3];
                }
                if (c != null && d != null) {
                    changes[l++] = d[3] - c[3];
                }
            }
        }
        double scatter = total.scatter(all);
        // few tiles hold points of both levels, and may agree by chance
        double u = Math.max(jackknife(left, m), scatter * total.unitU());
        double part = bent == null ? Double.NaN : total.scatter(bent) / scatter;
        return new TwoLevels(all[3], u, bent == null ? Double.NaN : bent[3] - all[3], jackknife(changes, l),
                scatter > 0 ? 1 - part * part : 0, scatter, (double) total.upper() / total.points(),
                (double) total.points() / measured, tiles);
    }

    /** Standard uncertainty from what is found without each of some tiles; NaN of fewer than three. */
    private static double jackknife(double[] left, int n) {
        if (n < 3) {
            return Double.NaN;
        }
        double centre = Arrays.stream(left, 0, n).average().orElse(Double.NaN);
        double sum = Arrays.stream(left, 0, n).map(v -> (v - centre) * (v - centre)).sum();
        return Student.widening(n - 1) * Math.sqrt(sum * (n - 1) / n);
    }
}
