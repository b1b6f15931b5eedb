package org.interphase.figure;

import java.util.Arrays;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;

/**
 * Heights over a grid that is coarse enough to be turned in real time: means over blocks of pixels. A block of which
 * less than half was measured is a hole. Row 0 lies at the back, as on top of a map; lengths and heights have the
 * unit of the map's lengths.
 */
public final class SurfaceMesh {

    /** Points along the longer side that a picture on screen can show; more only take time. */
    public static final int MOST = 280;

    private final int columns;
    private final int rows;
    private final double width;
    private final double height;
    private final double[] z;
    private final double lowest;
    private final double highest;
    private final Unit length;
    private final Unit heights;

    private SurfaceMesh(int columns, int rows, double width, double height, double[] z, Unit length, Unit heights) {
        this.columns = columns;
        this.rows = rows;
        this.width = width;
        this.height = height;
        this.z = z;
        this.length = length;
        this.heights = heights;
        lowest = Arrays.stream(z).filter(v -> v == v).min().orElse(0);
        highest = Arrays.stream(z).filter(v -> v == v).max().orElse(0);
    }

    /** Whether a raster has heights that can stand on its lengths: both are lengths. */
    public static boolean suits(Raster raster) {
        return raster.width() > 1 && raster.height() > 1 && raster.calibration().isPhysical()
                && raster.unit().isCompatible(Unit.of("m")) && raster.calibration().unit().isCompatible(Unit.of("m"));
    }

    /**
     * The mesh of a map.
     *
     * @param most points along the longer side, at least 2
     * @throws IllegalArgumentException if values or pixels are no lengths
     */
    public static SurfaceMesh of(Raster map, int most) {
        if (!suits(map)) {
            throw new IllegalArgumentException("'" + map.name() + "' has no heights over lengths");
        }
        int size = Math.max(1, (Math.max(map.width(), map.height()) + most - 1) / most);
        int columns = Math.max(2, map.width() / size);
        int rows = Math.max(2, map.height() / size);
        double scale = map.unit().scaleTo(map.calibration().unit());
        double[] z = new double[columns * rows];
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                z[j * columns + i] = scale * mean(map, i * map.width() / columns, (i + 1) * map.width() / columns,
                        j * map.height() / rows, (j + 1) * map.height() / rows);
            }
        }
        return new SurfaceMesh(columns, rows, map.width() * map.calibration().pixelWidth(), map.height()
                * map.calibration().pixelHeight(), z, map.calibration().unit(), map.unit());
    }

    private static double mean(Raster map, int left, int right, int top, int bottom) {
        double sum = 0;
        int n = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                double v = map.get(x, y);
                if (v == v) {
                    sum += v;
                    n++;
                }
            }
        }
        return 2 * n >= (right - left) * (bottom - top) && n > 0 ? sum / n : Double.NaN;
    }

    /** Points in a row. */
    public int columns() {
        return columns;
    }

    /** Rows of points. */
    public int rows() {
        return rows;
    }

    /** Length of the map along x. */
    public double width() {
        return width;
    }

    /** Length of the map along y. */
    public double height() {
        return height;
    }

    /** Height of a point, NaN in a hole. */
    public double z(int column, int row) {
        return z[row * columns + column];
    }

    /** Lowest point, 0 if there is none. */
    public double lowest() {
        return lowest;
    }

    /** Highest point, 0 if there is none. */
    public double highest() {
        return highest;
    }

    /** Unit of lengths. */
    public Unit length() {
        return length;
    }

    /** Unit that heights are written in. */
    public Unit heights() {
        return heights;
    }
}
