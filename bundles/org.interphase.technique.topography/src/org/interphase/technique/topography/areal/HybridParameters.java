package org.interphase.technique.topography.areal;

import org.interphase.technique.topography.surface.HeightField;

/**
 * Hybrid parameters of ISO 25178-2:2021, 4.4, from differences of neighbouring points. A cell is a square of four
 * points; one with a missing corner does not count.
 *
 * @param sdq root-mean-square gradient
 * @param sdr developed interfacial area ratio in %
 * @param cells how many cells counted
 */
public record HybridParameters(double sdq, double sdr, long cells) {

    /** How differences are averaged. */
    public enum Edges {
        /** Every mean over as many terms as there are: a plane has its own gradient, a level one no area of its own. */
        EXACT,
        /**
         * As one published program does: squared differences over the number of points, the area over that of one row
         * and one column of cells fewer. Only to compare with its numbers.
         */
        PUBLISHED
    }

    /** The parameters of a surface without missing points or with. */
    public static HybridParameters of(HeightField f, Edges edges) {
        int w = f.width();
        int h = f.height();
        double[] z = f.z();
        double toX = f.heightToLength() / f.stepX();
        double toY = f.heightToLength() / f.stepY();
        double gx = 0;
        double gy = 0;
        long nx = 0;
        long ny = 0;
        double area = 0;
        long cells = 0;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int i = y * w + x;
                double here = z[i];
                double right = x + 1 < w ? (z[i + 1] - here) * toX : Double.NaN;
                double below = y + 1 < h ? (z[i + w] - here) * toY : Double.NaN;
                if (right == right) {
                    gx += right * right;
                    nx++;
                }
                if (below == below) {
                    gy += below * below;
                    ny++;
                }
                double cell = edges == Edges.EXACT ? cell(f, i, x, y, toX, toY)
                        : Math.sqrt(1 + right * right + below * below);
                if (cell == cell) {
                    area += cell;
                    cells++;
                }
            }
        }
        if (nx == 0 || ny == 0 || cells == 0) {
            return new HybridParameters(Double.NaN, Double.NaN, cells);
        }
        if (edges == Edges.PUBLISHED) {
            double of = (double) cells / ((w - 1.0) * (h - 1.0)) * (w - 2.0) * (h - 2.0);
            return new HybridParameters(Math.sqrt((gx + gy) / f.measured()), 100 * (area / of - 1), cells);
        }
        return new HybridParameters(Math.sqrt(gx / nx + gy / ny), 100 * (area / cells - 1), cells);
    }

    /**
     * Area of the surface over a cell to that of the cell: the mean of both ways to cut its square into two triangles,
     * so that it is the same however the surface lies.
     *
     * @param i index of the corner with the lowest place, at column x of row y
     * @param toX gradient along x per height difference of neighbours
     * @param toY the same along y
     * @return NaN at the last column and row, and if a corner is missing
     */
    static double cell(HeightField f, int i, int x, int y, double toX, double toY) {
        int w = f.width();
        if (x + 1 >= w || y + 1 >= f.height()) {
            return Double.NaN;
        }
        double[] z = f.z();
        double above = (z[i + 1] - z[i]) * toX;
        double below = (z[i + w + 1] - z[i + w]) * toX;
        double left = (z[i + w] - z[i]) * toY;
        double right = (z[i + w + 1] - z[i + 1]) * toY;
        return (triangle(above, left) + triangle(above, right) + triangle(below, left) + triangle(below, right)) / 4;
    }

    private static double triangle(double alongX, double alongY) {
        return Math.sqrt(1 + alongX * alongX + alongY * alongY);
    }
}
