package org.interphase.technique.topography.areal;

import java.util.Arrays;
import org.interphase.numerics.linear.Cholesky;
import org.interphase.technique.topography.surface.HeightField;

/**
 * Normal equations of two levels with one tilt, and with one that is bent, tile by tile of the area: terms 1, x, y, the
 * step, x^2, x y and y^2, with x and y from -1 to 1.
 *
 * @param tiles row after row
 * @param mean height that was taken off
 */
record LevelSums(Tile[] tiles, double mean) {

    /** Terms of plane and step. */
    static final int STEP = 4;
    /** Terms with those of second degree. */
    static final int BENT = 7;
    private static final int TILES = 5;

    /** Sums over the points of a tile, or of all. */
    record Tile(double[] a, double[] b, double squares, int points, int upper) {

        private static Tile sum(Tile one, Tile other, int sign) {
            double[] a = one.a.clone();
            double[] b = one.b.clone();
            for (int i = 0; i < a.length; i++) {
                a[i] += sign * other.a[i];
            }
            for (int i = 0; i < b.length; i++) {
                b[i] += sign * other.b[i];
            }
            return new Tile(a, b, one.squares + sign * other.squares, one.points + sign * other.points,
                    one.upper + sign * other.upper);
        }

        /** What is left without a tile. */
        Tile without(Tile other) {
            return sum(this, other, -1);
        }

        /** Coefficients of the first terms by least squares; null if the step is not told apart from them. */
        double[] fit(int terms) {
            double[] l = new double[terms * terms];
            for (int r = 0; r < terms; r++) {
                System.arraycopy(a, r * BENT, l, r * terms, r + 1);
            }
            double[] x = Arrays.copyOf(b, terms);
            if (!Cholesky.factor(l, terms, terms)) {
                return null;
            }
            for (int i = STEP - 1; i < terms; i++) {
                double d = l[i * terms + i];
                if (d * d < 1e-9 * a[0]) {
                    return null;
                }
            }
            Cholesky.solve(l, terms, terms, x);
            return x;
        }

        /** Standard uncertainty of the step where heights scatter independently by one; NaN if it is not told apart. */
        double unitU() {
            Tile step = new Tile(a, new double[] {0, 0, 0, 1, 0, 0, 0}, 0, points, upper);
            double[] x = step.fit(STEP);
            return x == null ? Double.NaN : Math.sqrt(x[STEP - 1]);
        }

        /** Root-mean-square distance from the levels of these coefficients. */
        double scatter(double[] c) {
            double rest = squares;
            for (int i = 0; i < c.length; i++) {
                rest -= c[i] * b[i];
            }
            return Math.sqrt(Math.max(0, rest) / points);
        }
    }

    /**
     * The sums of a map.
     *
     * @param sides 1 on the upper level, -1 on the lower one, 0 where a point does not count
     */
    static LevelSums of(HeightField f, byte[] sides) {
        int w = f.width();
        int h = f.height();
        double mean = f.mean();
        int cells = TILES * TILES;
        double[][] a = new double[cells][BENT * BENT];
        double[][] b = new double[cells][BENT];
        double[] squares = new double[cells];
        int[] n = new int[cells];
        int[] up = new int[cells];
        double[] t = new double[BENT];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int i = y * w + x;
                if (sides[i] == 0) {
                    continue;
                }
                int k = y * TILES / h * TILES + x * TILES / w;
                terms(at(x, w), at(y, h), sides[i] > 0, t);
                double z = f.z()[i] - mean;
                for (int r = 0; r < BENT; r++) {
                    b[k][r] += t[r] * z;
                    for (int c = 0; c <= r; c++) {
                        a[k][r * BENT + c] += t[r] * t[c];
                    }
                }
                squares[k] += z * z;
                n[k]++;
                up[k] += sides[i] > 0 ? 1 : 0;
            }
        }
        Tile[] tiles = new Tile[cells];
        for (int k = 0; k < cells; k++) {
            tiles[k] = new Tile(a[k], b[k], squares[k], n[k], up[k]);
        }
        return new LevelSums(tiles, mean);
    }

    /** All tiles together. */
    Tile all() {
        Tile sum = new Tile(new double[BENT * BENT], new double[BENT], 0, 0, 0);
        for (Tile t : tiles) {
            sum = Tile.sum(sum, t, 1);
        }
        return sum;
    }

    /** The map without the tilt of these coefficients. */
    HeightField tiltTakenFrom(HeightField f, double[] c) {
        double[] z = new double[f.z().length];
        for (int y = 0; y < f.height(); y++) {
            for (int x = 0; x < f.width(); x++) {
                int i = y * f.width() + x;
                z[i] = f.z()[i] - mean - c[0] - c[1] * at(x, f.width()) - c[2] * at(y, f.height());
            }
        }
        return f.with(z);
    }

    private static double at(int i, int n) {
        return 2.0 * i / (n - 1) - 1;
    }

    private static void terms(double x, double y, boolean upper, double[] t) {
        t[0] = 1;
        t[1] = x;
        t[2] = y;
        t[3] = upper ? 1 : 0;
        t[4] = x * x;
        t[5] = x * y;
        t[6] = y * y;
    }
}
