package org.interphase.testkit.battery;

import java.util.List;
import java.util.Random;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;

/**
 * A symmetric cell of metal | binary electrolyte | metal under a small constant potential: the electrolyte conducts by
 * cations alone once the salt has come to rest (finite diffusion between two walls), the interfaces age meanwhile.
 *
 * @param voltage polarisation, V
 * @param transference of the cation
 * @param bulk resistance of the electrolyte, ohm
 * @param before resistance of the interfaces at first, ohm
 * @param after the same in the end
 * @param diffusionTime time constant of the slowest mode of diffusion, s
 * @param ageingTime time constant of the interfaces, s
 * @param duration s after the step
 * @param interval s between rows
 * @param noise standard deviation of the current, A
 * @param step relative change of all conductances at seven tenths of the record, as by a step of the temperature
 */
public record PolarisationTruth(double voltage, double transference, double bulk, double before, double after,
        double diffusionTime, double ageingTime, double duration, double interval, double noise, double step) {

    private static final int MODES = 200;

    /** Current at a time after the step, without noise, A. */
    public double current(double t) {
        double mobile = 0;
        for (int n = 0; n < MODES; n++) {
            int odd = 2 * n + 1;
            mobile += 8 / (Math.PI * Math.PI * odd * odd) * Math.exp(-odd * odd * t / diffusionTime);
        }
        double interfaces = after + (before - after) * Math.exp(-t / ageingTime);
        double change = t > 0.7 * duration ? 1 + step : 1;
        return change * voltage / (bulk / (transference + (1 - transference) * mobile) + interfaces);
    }

    /** Current at the step, A. */
    public double initial() {
        return voltage / (bulk + before);
    }

    /** Current after a long time, A. */
    public double steady() {
        return voltage / (bulk / transference + after);
    }

    /** The record as a table of kind ca, rows of rest up to shortly before the step; equal seeds give equal tables. */
    public Table table(String name, long seed) {
        // the first row behind the step follows the last before it by a hundredth of the interval
        return table(name, seed, 10, 0.01, 0.01);
    }

    /**
     * The same with rows where a recorder has them.
     *
     * @param rest rows before the step; 0 for a record that begins behind it
     * @param gap intervals between the last row before the step and the first behind it
     * @param late intervals between the step and the first row behind it
     */
    public Table table(String name, long seed, int rest, double gap, double late) {
        int n = rest + (int) (duration / interval) + 1;
        double[] t = new double[n];
        double[] e = new double[n];
        double[] i = new double[n];
        Random random = new Random(seed);
        for (int k = 0; k < n; k++) {
            boolean on = k >= rest;
            double after = (k - rest) * interval;
            t[k] = rest * interval + (on ? after : (k + 1 - rest) * interval - gap * interval);
            e[k] = on ? voltage : 0;
            i[k] = (on ? current(after + late * interval) : 0) + noise * random.nextGaussian();
        }
        return new Table(DatasetHeader.of(name, "ca", Metadata.EMPTY.with("file", name)), List.of(
                Column.of("time", "s", t), Column.of("voltage", "V", e), Column.of("current", "A", i)));
    }
}
