package org.interphase.technique.battery.reader;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import org.interphase.model.Remark;
import org.interphase.model.unit.Numbers;

/** What columns of one record say of each other's units: current and counters, energy and voltage. */
final class Consistency {

    private Consistency() {
    }

    /** The charge that flowed one way by the current, A.h, while a counter rose; and by that counter. */
    static Optional<Remark> counterAgainstCurrent(String name, int rows, IntToDoubleFunction time,
            IntToDoubleFunction current, IntToDoubleFunction counter) {
        double flowed = 0;
        double counted = 0;
        int n = 0;
        for (int i = 1; i < rows; i++) {
            double dq = Math.abs(counter.applyAsDouble(i)) - Math.abs(counter.applyAsDouble(i - 1));
            double a = Math.abs(current.applyAsDouble(i));
            double b = Math.abs(current.applyAsDouble(i - 1));
            double dt = time.applyAsDouble(i) - time.applyAsDouble(i - 1);
            // rows between which the current hardly changed, so that the trapezoid is the charge
            if (dq > 0 && dt > 0 && a > 0 && Math.abs(a - b) < 0.1 * a) {
                flowed += (a + b) / 2 * dt / 3600;
                counted += dq;
                n++;
            }
        }
        if (n < 5 || flowed <= 0 || counted <= 0) {
            return Optional.empty();
        }
        double ratio = counted / flowed;
        if (ratio > 0.5 && ratio < 2) {
            return Optional.empty();
        }
        double whole = Math.pow(10, Math.rint(Math.log10(ratio)));
        boolean power = Math.abs(ratio / whole - 1) < 0.1;
        boolean hours = Math.abs(ratio / 3600 - 1) < 0.1 || Math.abs(ratio * 3600 - 1) < 0.1;
        boolean minutes = Math.abs(ratio / 60 - 1) < 0.1 || Math.abs(ratio * 60 - 1) < 0.1;
        return Optional.of(Remark.warning("The counter '" + name + "' and the current contradict each other: while the "
                + "counter rises by " + Numbers.plain(counted, 4) + " A h, the current carries "
                + Numbers.plain(flowed, 4) + " A h (" + Numbers.plain(ratio, 4) + " times as much"
                + (power ? ", as if one of them were in another unit than its heading says"
                        : hours || minutes ? ", as if the times were in another unit than their heading says" : "")
                + "). Check the units; --columns says which is right.").coded("unit-contradicted"));
    }

    /**
     * The factor the voltage is to be multiplied by to agree with what energy and charge counters say the mean voltage
     * is; empty where they don't tell.
     */
    static OptionalDouble voltageByEnergy(int rows, IntToDoubleFunction voltage, IntToDoubleFunction charge,
            IntToDoubleFunction energy) {
        double q = 0;
        double e = 0;
        double qv = 0;
        for (int i = 1; i < rows; i++) {
            double dq = Math.abs(charge.applyAsDouble(i)) - Math.abs(charge.applyAsDouble(i - 1));
            double de = Math.abs(energy.applyAsDouble(i)) - Math.abs(energy.applyAsDouble(i - 1));
            double v = voltage.applyAsDouble(i);
            if (dq > 0 && de > 0 && !Double.isNaN(v)) {
                q += dq;
                e += de;
                qv += dq * v;
            }
        }
        if (q <= 0 || qv == 0) {
            return OptionalDouble.empty();
        }
        double factor = e / qv;
        double whole = Math.pow(10, Math.rint(Math.log10(Math.abs(factor))));
        return Math.abs(factor / whole - 1) < 0.2 ? OptionalDouble.of(whole) : OptionalDouble.empty();
    }
}
