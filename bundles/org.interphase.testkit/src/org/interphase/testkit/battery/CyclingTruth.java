package org.interphase.testkit.battery;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.Table;
import org.interphase.testkit.battery.SyntheticCycler.Half;
import org.interphase.testkit.battery.SyntheticCycler.Logging;

/**
 * A cell cycled between 3.0 and 4.2 V, with what is true of it.
 *
 * @param table the record
 * @param halves its half cycles, charge and discharge in turn
 * @param perCycle part of the capacity that is lost each cycle
 */
public record CyclingTruth(Table table, List<Half> halves, double perCycle) {

    /** Copies the list. */
    public CyclingTruth {
        halves = List.copyOf(halves);
    }

    /** How capacity is lost. */
    public interface Fade {
        /** Part of the capacity left at a cycle, from 0. */
        double left(int cycle);

        /** The same part each cycle. */
        static Fade linear(double perCycle) {
            return n -> 1 - perCycle * n;
        }

        /** In proportion to the square root of the number. */
        static Fade root(double perRoot) {
            return n -> 1 - perRoot * Math.sqrt(n);
        }

        /** Slowly at first, and fast from a knee on. */
        static Fade knee(double before, double after, int at) {
            return n -> 1 - before * Math.min(n, at) - after * Math.max(0, n - at);
        }
    }

    /** The cell of most tests: 3 mA.h, fading, 0.3 % of the charge lost to a side reaction. */
    public static CellModel cell(double leak) {
        return new CellModel(3e-3, 8, 6, 12, 400, leak, 0.997, 0.02);
    }

    /**
     * Cycles with a taper after each charge and rests of ten minutes.
     *
     * @param rate current as part of the capacity per hour
     */
    public static CyclingTruth cycles(CellModel cell, Logging logging, int cycles, double rate, Fade fade) {
        double full = cell.capacity();
        double current = rate * full;
        SyntheticCycler c = new SyntheticCycler(cell, logging);
        c.rest(600);
        for (int n = 0; n < cycles; n++) {
            cell.fade(full * fade.left(n));
            c.constant(current, 4.2).held(4.2, current / 20).endHalf().rest(600);
            c.constant(-current, 3.0).endHalf().rest(600).nextCycle();
        }
        return new CyclingTruth(c.table(), c.truth(), (1 - fade.left(cycles)) / cycles);
    }

    /** Discharges at several rates, so many cycles each, after charges at the first. */
    public static CyclingTruth rates(CellModel cell, Logging logging, int each, double... rates) {
        double full = cell.capacity();
        SyntheticCycler c = new SyntheticCycler(cell, logging);
        c.rest(600);
        for (double rate : rates) {
            for (int n = 0; n < each; n++) {
                c.constant(rates[0] * full, 4.2).held(4.2, rates[0] * full / 20).endHalf().rest(600);
                c.constant(-rate * full, 3.0).endHalf().rest(600).nextCycle();
            }
        }
        return new CyclingTruth(c.table(), c.truth(), 0);
    }

    /** True charges of a direction, A.h. */
    public double[] charges(int direction) {
        List<Double> out = new ArrayList<>();
        halves.stream().filter(h -> h.direction() == direction).forEach(h -> out.add(h.charge()));
        return out.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
