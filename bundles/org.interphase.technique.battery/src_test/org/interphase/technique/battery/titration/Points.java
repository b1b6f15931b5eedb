package org.interphase.technique.battery.titration;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import org.interphase.electro.record.Channel;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Unit;

/** Pulses and what they tell, put together by hand. */
final class Points {

    private Points() {
    }

    /** A record whose rows do not matter. */
    static Table table() {
        return new Table(DatasetHeader.of("cell", "cycling", Metadata.EMPTY), List.of(Column.of("time", "s",
                new double[] {0})));
    }

    /** Potentials of rows. */
    static Channel channel(double... values) {
        return Channel.of(Column.of("voltage", "V", values), Unit.of("V"));
    }

    /** Potentials at the times of rows. */
    static Channel channel(int rows, IntToDoubleFunction time, DoubleUnaryOperator potential) {
        double[] v = new double[rows];
        for (int i = 0; i < rows; i++) {
            v[i] = potential.applyAsDouble(time.applyAsDouble(i));
        }
        return channel(v);
    }

    /** A pulse of 100 s. */
    static Pulse pulse(double timing, double current) {
        return new Pulse(1, 0, 1, 100, 300, 0, 100, timing, current);
    }

    /** A fit by its diffusion time. */
    static DiffusionFit fit(double time, double u, double remaining, double rested, Verdict verdict) {
        // e0 and the change of the equilibrium potential make the rested potential and what is left
        return new DiffusionFit(Math.log(time), u, rested - 0.02, 0.02 + remaining, 1e-3, 0.05, 0.001, 1e-4, verdict,
                new PulseRows(new double[] {0, 1}, new boolean[] {false, true}, new double[] {3, 3.1}),
                new double[] {3, 3.05});
    }

    static ClassicalPulse classical(double ratio, double linearity, double polarisation) {
        return new ClassicalPulse(0.04, 0.001, 0.041, 0.1, 0.002, 0.1 * ratio, 1e-4 * ratio, linearity, polarisation);
    }
}
