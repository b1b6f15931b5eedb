package org.interphase.testkit.vibrational;

import java.util.List;
import java.util.SplittableRandom;
import org.interphase.model.Axis;
import org.interphase.model.Column;
import org.interphase.model.CurveStack;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;

/**
 * A Raman map of two bands whose heights vary over the field, the first also in position: height1 = 200 (1 + u),
 * height2 = 300 v with u, v from 0 to 1 across the field, position1 = 1001 + 2 u.
 *
 * @param stack the map
 * @param height1 true heights of the band near 1001 cm-1
 * @param height2 true heights of the band at 1090 cm-1
 * @param position1 true positions of the first band
 */
public record RamanMapTruth(CurveStack stack, double[] height1, double[] height2, double[] position1) {

    /** Width of the first band, Lorentzian. */
    public static final double WIDTH_1 = 9;
    /** Width of the second band, Lorentzian. */
    public static final double WIDTH_2 = 12;

    /** A map of columns times rows spectra of some points between 600 and 1400 cm-1. */
    public static RamanMapTruth of(int columns, int rows, int points, double noise, long seed) {
        double[] x = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = 600 + 800.0 * i / (points - 1);
        }
        int n = columns * rows;
        double[] flat = new double[n * points];
        double[] h1 = new double[n];
        double[] h2 = new double[n];
        double[] p1 = new double[n];
        double[] px = new double[n];
        double[] py = new double[n];
        SplittableRandom random = new SplittableRandom(seed);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int k = row * columns + column;
                double u = columns > 1 ? (double) column / (columns - 1) : 0;
                double v = rows > 1 ? (double) row / (rows - 1) : 0;
                px[k] = 0.5 * column;
                py[k] = 0.5 * row;
                h1[k] = 200 * (1 + u);
                h2[k] = 300 * v;
                p1[k] = 1001 + 2 * u;
                for (int i = 0; i < points; i++) {
                    flat[k * points + i] = 100 + 0.05 * (x[i] - 600) + Bands.lorentzian(x[i], p1[k], WIDTH_1, h1[k])
                            + Bands.lorentzian(x[i], 1090, WIDTH_2, h2[k]) + noise * random.nextGaussian();
                }
            }
        }
        CurveStack stack = CurveStack.of(DatasetHeader.of("simulated map", "raman.map",
                Metadata.EMPTY.with("synthetic", true)),
                Axis.of("Raman shift", Unit.of("cm-1"), x, Direction.ASCENDING), "Intensity", Unit.of("counts"), flat,
                List.of(Column.of("x", "um", px), Column.of("y", "um", py)), new CurveStack.Grid(columns, rows));
        return new RamanMapTruth(stack, h1, h2, p1);
    }
}
