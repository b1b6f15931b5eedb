package org.interphase.testkit.vibrational;

import java.util.Arrays;
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
 * A Raman map of 20 times 12 spectra: a band at 1001 cm-1 everywhere, one at 1090 in a part of the field only, and
 * nothing at 1180 cm-1; some spectra were never measured. One flaw.
 *
 * @param stack the map
 * @param share true share in per cent of measured spectra that have the band at 1090
 * @param area true mean areas of the two bands where they are
 * @param position true mean positions
 */
public record MapChallenge(CurveStack stack, double share, double[] area, double[] position) {

    private static final int COLUMNS = 20;
    private static final int ROWS = 12;

    /**
     * A map.
     *
     * @param level 0 to 1: how bad the flaw is
     */
    public static MapChallenge of(SpectrumFlaw flaw, double level, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = Bands.grid(930, 1260, flaw == SpectrumFlaw.COARSE ? 5 : 2.5);
        int n = COLUMNS * ROWS;
        int present = 1 + random.nextInt(COLUMNS - 1);
        double lean = flaw == SpectrumFlaw.LEANING ? 0.05 + 0.25 * level : 0;
        double noise = 2 + 18 * random.nextDouble();
        double mixing = random.nextDouble();
        double[] flat = new double[n * x.length];
        double[] px = new double[n];
        double[] py = new double[n];
        double[] area = new double[2];
        double[] position = new double[2];
        int[] count = new int[2];
        int measured = 0;
        for (int k = 0; k < n; k++) {
            int column = k % COLUMNS;
            px[k] = column;
            py[k] = Math.floorDiv(k, COLUMNS);
            double[] y = new double[x.length];
            if (k >= n - 15) {
                // a scan that was stopped
                Arrays.fill(y, Double.NaN);
            } else {
                measured++;
                boolean there = column < present;
                double[] at = {1001 + 1.5 * random.nextDouble(), 1090 + 1.5 * random.nextDouble()};
                double[] height = {200 + 100 * random.nextDouble(), there ? 200 + 100 * random.nextDouble() : 0};
                double[] width = {9, 12};
                for (int b = 0; b < 2; b++) {
                    area[b] += Bands.area(width[b], mixing, height[b]);
                    position[b] += height[b] > 0 ? at[b] : 0;
                    count[b] += height[b] > 0 ? 1 : 0;
                    for (int i = 0; i < x.length; i++) {
                        y[i] += Bands.leaning(x[i], at[b], width[b], mixing, lean, height[b]);
                    }
                }
                for (int i = 0; i < x.length && flaw == SpectrumFlaw.NEIGHBOUR; i++) {
                    y[i] += Bands.gaussian(x[i], 1072, 14, 200 * (0.05 + 0.5 * level));
                }
                BaselineFlaw.add(x, y, flaw, level, 100, noise, random);
            }
            System.arraycopy(y, 0, flat, k * x.length, x.length);
        }
        CurveStack stack = CurveStack.of(DatasetHeader.of("simulated map", "raman.map",
                Metadata.EMPTY.with("synthetic", true)),
                Axis.of("Raman shift", Unit.of("cm-1"), x, Direction.ASCENDING), "Intensity", Unit.of("counts"), flat,
                List.of(Column.of("x", "um", px), Column.of("y", "um", py)), new CurveStack.Grid(COLUMNS, ROWS));
        return new MapChallenge(stack, 100.0 * count[1] / measured, new double[] {area[0] / count[0], area[1]
                / count[1]}, new double[] {position[0] / count[0], position[1] / count[1]});
    }
}
