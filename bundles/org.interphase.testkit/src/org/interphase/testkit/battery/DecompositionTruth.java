package org.interphase.testkit.battery;

import java.util.List;
import java.util.Random;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;

/**
 * A linear sweep into the oxidation of an electrolyte that grows exponentially with the potential (Tafel), on top of
 * what else flows. Currents are per cm², in A.
 *
 * @param from potential at which the sweep begins, V
 * @param to potential at which it ends, V
 * @param rate V/s
 * @param increment potential between rows, V
 * @param onset potential at which the oxidation alone reaches the threshold, V
 * @param threshold A
 * @param fold potential over which it grows e-fold, V
 * @param background constant current, A
 * @param leak A/V from the beginning of the sweep on
 * @param impurity height of the wave of an impurity, A, half a volt before the onset; it is used up
 * @param noise standard deviation, A
 */
public record DecompositionTruth(double from, double to, double rate, double increment, double onset, double threshold,
        double fold, double background, double leak, double impurity, double noise) {

    /** Current without noise, A. */
    public double current(double e) {
        double z = (e - (onset - 0.5)) / 0.06;
        return threshold * Math.exp((e - onset) / fold) + background + leak * (e - from) + impurity * Math.exp(-z * z);
    }

    /** Potential from which on the whole current is above the threshold, V, to a hundredth of a millivolt. */
    public double crossing() {
        double at = to;
        while (at > from && current(at) >= threshold) {
            at -= 1e-5;
        }
        return at;
    }

    /** The record as a table of kind lsv; equal seeds give equal tables. */
    public Table table(String name, long seed) {
        int n = (int) Math.round((to - from) / increment) + 1;
        double[] t = new double[n];
        double[] e = new double[n];
        double[] i = new double[n];
        Random random = new Random(seed);
        for (int k = 0; k < n; k++) {
            e[k] = from + k * increment;
            t[k] = k * increment / rate;
            i[k] = current(e[k]) + noise * random.nextGaussian();
        }
        return new Table(DatasetHeader.of(name, "lsv", Metadata.EMPTY.with("file", name)), List.of(
                Column.of("time", "s", t), Column.of("voltage", "V", e), Column.of("current", "A", i)));
    }
}
