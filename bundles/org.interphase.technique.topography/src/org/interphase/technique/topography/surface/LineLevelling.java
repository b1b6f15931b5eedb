package org.interphase.technique.topography.surface;

import org.interphase.numerics.signal.Robust;

/** Shifts of single rows, as drift and jumps of a scanning instrument leave them. */
public final class LineLevelling {

    /** What a row is brought to. */
    public enum Lines {
        /** Rows stay. */
        NONE,
        /** The median of every row becomes zero; what undulates from row to row goes too. */
        MEDIAN,
        /** The median difference between a row and the one above becomes zero. */
        DIFFERENCE
    }

    private LineLevelling() {
    }

    /** The map with its rows shifted. */
    public static HeightField of(HeightField f, Lines lines) {
        if (lines == Lines.NONE) {
            return f;
        }
        int w = f.width();
        double[] out = f.z().clone();
        double[] row = new double[w];
        double shift = 0;
        for (int y = 0; y < f.height(); y++) {
            int n = 0;
            for (int x = 0; x < w; x++) {
                double v = f.z()[y * w + x];
                double d = lines == Lines.MEDIAN ? v : y == 0 ? 0 : v - f.z()[(y - 1) * w + x];
                if (d == d) {
                    row[n++] = d;
                }
            }
            double median = n == 0 ? 0 : Robust.medianInPlace(row, n);
            shift = lines == Lines.MEDIAN ? median : shift + median;
            for (int x = 0; x < w; x++) {
                out[y * w + x] -= shift;
            }
        }
        return f.with(out);
    }
}
