package org.interphase.technique.dynamics.trajectory;

import java.util.Arrays;

/** A periodic cell of three vectors, in the unit of lengths of its file. Immutable. */
public final class Cell {

    /** Cells whose vectors differ relatively by less are the same. */
    private static final double SAME = 1e-9;

    // vectors a, b, c as rows, and the inverse of that matrix
    private final double[] rows;
    private final double[] inverse;
    private final double volume;
    private final boolean skewed;

    private Cell(double[] rows) {
        this.rows = rows;
        double[] m = rows;
        double[] bc = cross(m, 3, 6);
        double determinant = m[0] * bc[0] + m[1] * bc[1] + m[2] * bc[2];
        this.volume = Math.abs(determinant);
        double[] ca = cross(m, 6, 0);
        double[] ab = cross(m, 0, 3);
        this.inverse = new double[9];
        for (int k = 0; k < 3; k++) {
            inverse[3 * k] = bc[k] / determinant;
            inverse[3 * k + 1] = ca[k] / determinant;
            inverse[3 * k + 2] = ab[k] / determinant;
        }
        this.skewed = m[1] != 0 || m[2] != 0 || m[3] != 0 || m[5] != 0 || m[6] != 0 || m[7] != 0;
    }

    private static double[] cross(double[] m, int i, int j) {
        return new double[] {m[i + 1] * m[j + 2] - m[i + 2] * m[j + 1], m[i + 2] * m[j] - m[i] * m[j + 2],
            m[i] * m[j + 1] - m[i + 1] * m[j]};
    }

    /**
     * A cell of nine numbers: vector a, vector b, vector c.
     *
     * @throws IllegalArgumentException if they span no volume
     */
    public static Cell of(double... vectors) {
        if (vectors.length != 9) {
            throw new IllegalArgumentException("a cell has nine numbers, not " + vectors.length);
        }
        Cell cell = new Cell(vectors.clone());
        if (!(cell.volume > 0) || !Double.isFinite(cell.volume) || Arrays.stream(cell.inverse).anyMatch(v
                -> !Double.isFinite(v))) {
            throw new IllegalArgumentException("the vectors of the cell span no volume");
        }
        return cell;
    }

    /** A rectangular cell. */
    public static Cell box(double x, double y, double z) {
        return of(x, 0, 0, 0, y, 0, 0, 0, z);
    }

    /** A cell of three lengths and the cosines of the angles between b and c, a and c, a and b. */
    public static Cell ofCosines(double a, double b, double c, double cosBc, double cosAc, double cosAb) {
        double sin = Math.sqrt(1 - cosAb * cosAb);
        double cy = (cosBc - cosAc * cosAb) / sin;
        return of(a, 0, 0, b * cosAb, b * sin, 0, c * cosAc, c * cy, c * Math.sqrt(1 - cosAc * cosAc - cy * cy));
    }

    /** Volume. */
    public double volume() {
        return volume;
    }

    /** Length of vector 0 (a), 1 (b) or 2 (c). */
    public double length(int vector) {
        return Math.sqrt(rows[3 * vector] * rows[3 * vector] + rows[3 * vector + 1] * rows[3 * vector + 1]
                + rows[3 * vector + 2] * rows[3 * vector + 2]);
    }

    /** Component of a sum of cell vectors: {@code i a + j b + k c}. */
    public double sum(double i, double j, double k, int component) {
        return i * rows[component] + j * rows[3 + component] + k * rows[6 + component];
    }

    /** Fraction of a vector (0, 1, 2) at a place. */
    public double fraction(double x, double y, double z, int vector) {
        return x * inverse[vector] + y * inverse[3 + vector] + z * inverse[6 + vector];
    }

    /** Brings a place into the cell, in place. */
    void wrap(double[] p) {
        double i = Math.floor(fraction(p[0], p[1], p[2], 0));
        double j = Math.floor(fraction(p[0], p[1], p[2], 1));
        double k = Math.floor(fraction(p[0], p[1], p[2], 2));
        for (int c = 0; c < 3; c++) {
            p[c] -= sum(i, j, k, c);
        }
    }

    /**
     * The displacement of an atom from a place in one cell to its place in another. Where the cell changes, a place
     * that runs on is moved by as many cells as lie between it and the origin; both places are therefore brought into
     * their cells first (S. von Buelow, J. T. Bullerjahn, G. Hummer, J. Chem. Phys. 153 (2020) 021101).
     *
     * @param then the cell before
     * @param before coordinates in it, those of the atom at {@code from}
     * @param now coordinates in this cell, those of the atom at {@code to}
     * @param d gets the displacement
     * @return the largest part of a cell vector it moved
     */
    double since(Cell then, double[] before, int from, double[] now, int to, double[] d) {
        double[] start = {before[from], before[from + 1], before[from + 2]};
        then.wrap(start);
        System.arraycopy(now, to, d, 0, 3);
        wrap(d);
        for (int c = 0; c < 3; c++) {
            d[c] -= start[c];
        }
        return nearest(d);
    }

    /**
     * Brings a displacement to its shortest image, in place. In a skewed cell the neighbours of the rounded image are
     * tried too, as rounding fractions alone does not give the shortest.
     *
     * @return the largest part of a cell vector that is left
     */
    public double nearest(double[] d) {
        double largest = 0;
        double[] f = new double[3];
        for (int v = 0; v < 3; v++) {
            f[v] = fraction(d[0], d[1], d[2], v);
            f[v] -= Math.rint(f[v]);
            largest = Math.max(largest, Math.abs(f[v]));
        }
        for (int c = 0; c < 3; c++) {
            d[c] = sum(f[0], f[1], f[2], c);
        }
        return skewed && largest > 0.25 ? shortest(d, f) : largest;
    }

    private double shortest(double[] d, double[] f) {
        double best = Double.POSITIVE_INFINITY;
        double[] kept = d.clone();
        double largest = 0;
        for (int image = 0; image < 27; image++) {
            int second = image / 3 % 3;
            int third = image / 9;
            double i = f[0] + image % 3 - 1;
            double j = f[1] + second - 1;
            double k = f[2] + third - 1;
            double x = sum(i, j, k, 0);
            double y = sum(i, j, k, 1);
            double z = sum(i, j, k, 2);
            double square = x * x + y * y + z * z;
            if (square < best) {
                best = square;
                kept[0] = x;
                kept[1] = y;
                kept[2] = z;
                largest = Math.max(Math.abs(i), Math.max(Math.abs(j), Math.abs(k)));
            }
        }
        System.arraycopy(kept, 0, d, 0, 3);
        return Math.min(largest, 0.5);
    }

    /** Whether another cell has the same vectors. */
    public boolean isSame(Cell other) {
        double size = Math.max(length(0), Math.max(length(1), length(2)));
        for (int k = 0; k < 9; k++) {
            if (Math.abs(rows[k] - other.rows[k]) > SAME * size) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cell c && Arrays.equals(c.rows, rows);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rows);
    }
}
