package org.interphase.technique.microscopy.coating;

import java.util.Arrays;
import org.interphase.numerics.image.Contours.Contour;
import org.interphase.numerics.image.Interpolation;

/**
 * Grey levels along the outward normals of a closed outline.
 *
 * @param x foot point of each normal, pixel centres at whole numbers
 * @param y foot point
 * @param nx outward normal
 * @param ny outward normal
 * @param t places along a normal, negative inside
 * @param levels grey level [normal][place], NaN outside the picture
 */
public record ShellProfiles(double[] x, double[] y, double[] nx, double[] ny, double[] t, double[][] levels) {

    /** Most normals: more only take time, because neighbours share pixels or details. */
    private static final int MOST = 1600;
    /** Normals nearer than this to the edge of the picture, in pixels, are left out. */
    private static final double EDGE = 2;

    /**
     * Samples along an outline, one normal per pixel of its length, at most 1600.
     *
     * @param inside how far inward
     * @param outside how far outward
     */
    public static ShellProfiles along(Contour outline, float[] pixels, int width, int height, double inside,
            double outside) {
        int n = (int) Math.max(24, Math.min(MOST, Math.round(outline.length())));
        double[][] even = smooth(even(outline, n), Math.max(1, 3 * n / outline.length()));
        double[] x = even[0];
        double[] y = even[1];
        double[] nx = new double[n];
        double[] ny = new double[n];
        double turn = 0;
        for (int i = 0, j = n - 1; i < n; j = i++) {
            turn += x[j] * y[i] - x[i] * y[j];
        }
        int m = (int) Math.round(inside + outside) + 1;
        double[] t = new double[m];
        for (int k = 0; k < m; k++) {
            t[k] = k - Math.round(inside);
        }
        double[][] levels = new double[n][m];
        for (int i = 0; i < n; i++) {
            double dx = x[(i + 2) % n] - x[(i + n - 2) % n];
            double dy = y[(i + 2) % n] - y[(i + n - 2) % n];
            double l = Math.max(1e-12, Math.hypot(dx, dy)) * Math.signum(turn);
            nx[i] = dy / l;
            ny[i] = -dx / l;
            for (int k = 0; k < m; k++) {
                // along the edge of the picture the outline is the picture's, not the particle's
                levels[i][k] = x[i] < EDGE || y[i] < EDGE || x[i] > width - 1 - EDGE || y[i] > height - 1 - EDGE
                        ? Double.NaN : Interpolation.bilinear(pixels, width, height, x[i] + nx[i] * t[k],
                                y[i] + ny[i] * t[k]);
            }
        }
        return new ShellProfiles(x, y, nx, ny, t, levels);
    }

    /** Points at equal distances along a closed line. */
    private static double[][] even(Contour c, int n) {
        int m = c.x().length;
        double total = c.length();
        double[][] out = new double[2][n];
        double done = 0;
        int k = 0;
        for (int i = 0; i < m && k < n; i++) {
            int j = (i + 1) % m;
            double l = Math.hypot(c.x()[j] - c.x()[i], c.y()[j] - c.y()[i]);
            while (k < n && k * total / n <= done + l) {
                double f = l > 0 ? (k * total / n - done) / l : 0;
                out[0][k] = c.x()[i] + f * (c.x()[j] - c.x()[i]);
                out[1][k] = c.y()[i] + f * (c.y()[j] - c.y()[i]);
                k++;
            }
            done += l;
        }
        for (; k < n; k++) {
            out[0][k] = c.x()[0];
            out[1][k] = c.y()[0];
        }
        return out;
    }

    private static double[][] smooth(double[][] p, double sigma) {
        int n = p[0].length;
        int reach = (int) Math.min(n / 4.0, Math.ceil(3 * sigma));
        double[][] out = new double[2][n];
        for (int i = 0; i < n; i++) {
            double w = 0;
            for (int k = -reach; k <= reach; k++) {
                double f = Math.exp(-0.5 * k * k / (sigma * sigma));
                w += f;
                out[0][i] += f * p[0][Math.floorMod(i + k, n)];
                out[1][i] += f * p[1][Math.floorMod(i + k, n)];
            }
            out[0][i] /= w;
            out[1][i] /= w;
        }
        return out;
    }

    /** Number of normals. */
    public int count() {
        return x.length;
    }

    /** Number of normals in the picture: not along its edge, and not for the greater part beyond it. */
    public int seen() {
        return (int) Arrays.stream(levels).filter(ShellProfiles::seen).count();
    }

    /** Whether at least half of the values of a normal lie in the picture. */
    static boolean seen(double[] row) {
        return 2 * Arrays.stream(row).filter(v -> !Double.isNaN(v)).count() >= row.length;
    }

    /** Median over the normals at each place. */
    public double[] medianProfile() {
        double[] out = new double[t.length];
        int seen = seen();
        double[] column = new double[count()];
        for (int k = 0; k < t.length; k++) {
            int n = 0;
            for (double[] row : levels) {
                if (!Double.isNaN(row[k])) {
                    column[n++] = row[k];
                }
            }
            Arrays.sort(column, 0, n);
            out[k] = n < seen / 4 + 1 ? Double.NaN : column[n / 2];
        }
        return out;
    }
}
