package org.interphase.testkit.battery;

import java.util.List;
import java.util.Random;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;

/**
 * A simulated voltammogram: waves with known answers, and what an instrument and a cell add to them.
 *
 * @param program what the potentiostat does
 * @param dissolved couples in solution
 * @param bound peaks of bound species and phase transitions
 * @param capacitance F
 * @param resistance uncompensated, ohm: it makes the capacitive current lag after a vertex, and moves the potential of
 *     the couples in solution
 * @param leak A/V, about {@code leakZero}
 * @param leakZero potential at which nothing leaks, V
 * @param noise standard deviation of the current, A
 * @param drift by which the reference moves in the course of the record, V/s
 * @param rangeStep current added where the current is below zero, A, as by another range of the instrument
 * @param growth exponential growth of oxidation towards high potential: A at the upper vertex, e-fold in 40 mV
 */
public record VoltammogramTruth(SweepProgram program, List<DiffusionWave> dissolved, List<BoundWave> bound,
        double capacitance, double resistance, double leak, double leakZero, double noise, double drift,
        double rangeStep, double growth) {

    /** Waves alone. */
    public static VoltammogramTruth of(SweepProgram program, List<DiffusionWave> dissolved, List<BoundWave> bound) {
        return new VoltammogramTruth(program, List.copyOf(dissolved), List.copyOf(bound), 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** With a capacitive current and the resistance it is charged through. */
    public VoltammogramTruth charging(double farad, double ohm) {
        return new VoltammogramTruth(program, dissolved, bound, farad, ohm, leak, leakZero, noise, drift, rangeStep,
                growth);
    }

    /** With a straight leakage current. */
    public VoltammogramTruth leaking(double siemens, double zero) {
        return new VoltammogramTruth(program, dissolved, bound, capacitance, resistance, siemens, zero, noise, drift,
                rangeStep, growth);
    }

    /** With white noise. */
    public VoltammogramTruth noisy(double ampere) {
        return new VoltammogramTruth(program, dissolved, bound, capacitance, resistance, leak, leakZero, ampere, drift,
                rangeStep, growth);
    }

    /** With a reference that drifts. */
    public VoltammogramTruth drifting(double voltPerSecond) {
        return new VoltammogramTruth(program, dissolved, bound, capacitance, resistance, leak, leakZero, noise,
                voltPerSecond, rangeStep, growth);
    }

    /** With a step where the current changes its sign. */
    public VoltammogramTruth stepping(double ampere) {
        return new VoltammogramTruth(program, dissolved, bound, capacitance, resistance, leak, leakZero, noise, drift,
                ampere, growth);
    }

    /** With oxidation that grows towards the upper vertex. */
    public VoltammogramTruth oxidising(double ampere) {
        return new VoltammogramTruth(program, dissolved, bound, capacitance, resistance, leak, leakZero, noise, drift,
                rangeStep, ampere);
    }

    /** The record as a table of kind cv: time in s, voltage in V, current in A; equal seeds give equal tables. */
    public Table table(String name, long seed) {
        double[] t = program.time();
        double[] e = program.potential();
        double[] i = new double[e.length];
        double[] seen = e.clone();
        double top = Math.max(program.first(), program.second());
        double charging = 0;
        for (int k = 1; k < e.length; k++) {
            int direction = e[k] > e[k - 1] ? 1 : -1;
            double dt = t[k] - t[k - 1];
            double target = capacitance * direction * program.rate();
            double lag = resistance * capacitance;
            charging = lag > 0 ? target + (charging - target) * Math.exp(-dt / lag) : target;
            i[k] = charging + leak * (e[k] - leakZero);
            for (BoundWave w : bound) {
                i[k] += w.current(e[k], direction, program.rate());
            }
            i[k] += growth * Math.exp((e[k] - top) / 0.04);
            seen[k] = e[k] + drift * t[k];
        }
        for (DiffusionWave w : dissolved) {
            add(i, resisted(w, t, e));
        }
        Random random = new Random(seed);
        for (int k = 0; k < i.length; k++) {
            i[k] += (i[k] < 0 ? rangeStep : 0) + noise * random.nextGaussian();
        }
        i[0] = i.length > 1 ? i[1] : 0;
        return new Table(DatasetHeader.of(name, "cv", Metadata.EMPTY.with("file", name)),
                List.of(Column.of("time", "s", t), Column.of("voltage", "V", seen), Column.of("current", "A", i)));
    }

    /** The wave at the potential that the resistance leaves; the loss is found by iteration. */
    private double[] resisted(DiffusionWave w, double[] t, double[] e) {
        double[] i = w.current(t, e);
        for (int pass = 0; pass < (resistance > 0 ? 12 : 0); pass++) {
            double[] inner = new double[e.length];
            for (int k = 0; k < e.length; k++) {
                inner[k] = e[k] - resistance * i[k];
            }
            double[] next = w.current(t, inner);
            for (int k = 0; k < e.length; k++) {
                i[k] = (i[k] + next[k]) / 2;
            }
        }
        return i;
    }

    private static void add(double[] sum, double[] more) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += more[k];
        }
    }
}
