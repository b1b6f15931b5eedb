package org.interphase.testkit.battery;

import java.util.List;
import java.util.Random;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;

/**
 * A lithium cell with two equal electrodes, plated and stripped in turn: in each half cycle the overpotential begins
 * high (nucleation), falls to a plateau and rises a little at the end (depletion); the plateau grows with time.
 *
 * @param halves number of half cycles of an hour
 * @param interval time between rows, s
 * @param plateau overpotential of the plateau at the beginning, V
 * @param growth growth of the plateau in 100 h, V
 * @param noise standard deviation of the voltage, V
 * @param shortAt half cycle, from 0, at which metal grows through; negative for none
 * @param shortFor half cycles for which it stays
 * @param shortTo part of the overpotential left meanwhile
 * @param seed of the noise
 */
public record SymmetricTruth(int halves, double interval, double plateau, double growth, double noise, int shortAt,
        int shortFor, double shortTo, long seed) {

    private static final double HOUR = 3600;
    private static final double CURRENT = 1e-3;

    /** A cell without shorts. */
    public static SymmetricTruth healthy(int halves, double interval, double growth, long seed) {
        return new SymmetricTruth(halves, interval, 0.03, growth, 2e-4, -1, 0, 1, seed);
    }

    /** The same cell with a short. */
    public SymmetricTruth shorted(int at, int halfCycles, double part) {
        return new SymmetricTruth(halves, interval, plateau, growth, noise, at, halfCycles, part, seed);
    }

    /** Overpotential at a time of a half cycle without noise, V. */
    public double overpotential(int half, double seconds) {
        double hours = half + seconds / HOUR;
        double level = plateau + growth * hours / 100;
        double shape = 1 + 0.5 * Math.exp(-seconds / 300) + 0.1 * Math.pow(seconds / HOUR, 4);
        boolean through = shortAt >= 0 && half >= shortAt && half < shortAt + shortFor;
        return level * shape * (through ? shortTo : 1);
    }

    /** Mean overpotential of a half cycle over its time, V. */
    public double mean(int half) {
        double sum = 0;
        int n = 20000;
        for (int i = 0; i < n; i++) {
            sum += overpotential(half, (i + 0.5) * HOUR / n);
        }
        return sum / n;
    }

    /** The record, with the current or with time and voltage alone. */
    public Table table(boolean withCurrent) {
        Random random = new Random(seed);
        int each = (int) Math.round(HOUR / interval) + 1;
        int n = halves * each;
        double[][] v = new double[3][n];
        int row = 0;
        for (int h = 0; h < halves; h++) {
            int sign = h % 2 == 0 ? 1 : -1;
            for (int i = 0; i < each; i++) {
                double s = i * interval;
                v[0][row] = h * (HOUR + 1) + s;
                v[1][row] = sign * overpotential(h, s) + noise * random.nextGaussian();
                v[2][row++] = sign * CURRENT;
            }
        }
        Column time = Column.of("time", "s", v[0]);
        Column voltage = Column.of("voltage", "V", v[1]);
        return new Table(DatasetHeader.of("symmetric cell", "cycling", Metadata.EMPTY), withCurrent
                ? List.of(time, voltage, Column.of("current", "A", v[2])) : List.of(time, voltage));
    }
}
