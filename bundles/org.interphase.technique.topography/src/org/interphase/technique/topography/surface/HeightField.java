package org.interphase.technique.topography.surface;

import java.util.Arrays;
import org.interphase.api.AnalysisException;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;

/**
 * Heights on a rectangular grid, as plain arrays for kernels.
 *
 * @param z width * height heights, row after row, NaN where nothing was measured; not to be written to
 * @param width points per row
 * @param height number of rows
 * @param stepX distance of points along a row, in the unit of length
 * @param stepY distance of rows, in the unit of length
 * @param unit unit of heights
 * @param length unit of lengths in the plane
 */
public record HeightField(double[] z, int width, int height, double stepX, double stepY, Unit unit, Unit length) {

    /** Kind of data of a height map. */
    public static final String KIND = "height-map";
    /** Kind of data of a map that a topographic instrument made of another quantity. */
    public static final String OTHER_KIND = "topography.map";
    /** Kind of data of a profile of heights. */
    public static final String PROFILE_KIND = "height-profile";

    /** Kind of data of a power spectrum of heights. */
    public static final String SPECTRUM_KIND = "topography.spectrum";

    private static final Unit UM = Unit.of("um");

    /**
     * The part of a raster that is specimen.
     *
     * @throws AnalysisException if heights or distances are in no unit of length, or hardly a point was measured
     */
    public static HeightField of(Raster map) throws AnalysisException {
        if (!map.unit().isCompatible(UM)) {
            throw new AnalysisException("The heights are in " + (map.unit().isOne() ? "no unit" : map.unit().text())
                    + ", not in one of length; say it with --signal-unit um (the key signal-unit under 'stated' in "
                    + "project.yaml, or the import page of the workbench).");
        }
        if (!map.calibration().isPhysical() || !map.calibration().unit().isCompatible(UM)) {
            throw new AnalysisException("The distance of the points is not known; say the unit of x and y with "
                    + "--unit um, or the distance with --pixel-size 0.5um (the same keys under 'stated' in "
                    + "project.yaml, or the import page of the workbench).");
        }
        Raster.Field f = map.field();
        double[] z = new double[f.width() * f.height()];
        int measured = 0;
        for (int y = 0; y < f.height(); y++) {
            int from = (f.y() + y) * map.width() + f.x();
            for (int x = 0; x < f.width(); x++) {
                double v = map.pixels().get(from + x);
                z[y * f.width() + x] = Double.isFinite(v) ? v : Double.NaN;
                measured += Double.isFinite(v) ? 1 : 0;
            }
        }
        if (f.width() < 3 || f.height() < 3 || measured < 9) {
            throw new AnalysisException("There are " + measured + " measured points in " + f.width() + " x "
                    + f.height() + "; at least 3 x 3 are needed.");
        }
        return new HeightField(z, f.width(), f.height(), map.calibration().pixelWidth(),
                map.calibration().pixelHeight(), map.unit(), map.calibration().unit());
    }

    /** The raster with these heights in its specimen field; outside of it nothing is measured. */
    public Raster into(Raster map) {
        Raster.Field f = map.field();
        double[] all = new double[map.width() * map.height()];
        Arrays.fill(all, Double.NaN);
        for (int y = 0; y < height; y++) {
            System.arraycopy(z, y * width, all, (f.y() + y) * map.width() + f.x(), width);
        }
        return map.withPixels(Pixels.ofDoubles(all));
    }

    /** The same grid with other heights. */
    public HeightField with(double[] other) {
        return new HeightField(other, width, height, stepX, stepY, unit, length);
    }

    /** By what a height is multiplied to be in the unit of lengths in the plane. */
    public double heightToLength() {
        return unit.scaleTo(length);
    }

    /** Number of measured points. */
    public int measured() {
        int n = 0;
        for (double v : z) {
            n += v == v ? 1 : 0;
        }
        return n;
    }

    /** Measured heights, ascending. */
    public double[] sorted() {
        double[] out = new double[measured()];
        int n = 0;
        for (double v : z) {
            if (v == v) {
                out[n++] = v;
            }
        }
        if (out.length > 1 << 18) {
            Arrays.parallelSort(out);
        } else {
            Arrays.sort(out);
        }
        return out;
    }

    /** Mean of the measured heights. */
    public double mean() {
        double sum = 0;
        int n = 0;
        for (double v : z) {
            if (v == v) {
                sum += v;
                n++;
            }
        }
        double first = sum / n;
        double rest = 0;
        for (double v : z) {
            if (v == v) {
                rest += v - first;
            }
        }
        // a second pass takes the rounding of a large offset away
        return first + rest / n;
    }

    /** Side along x in the unit of length. */
    public double sideX() {
        return width * stepX;
    }

    /** Side along y in the unit of length. */
    public double sideY() {
        return height * stepY;
    }
}
