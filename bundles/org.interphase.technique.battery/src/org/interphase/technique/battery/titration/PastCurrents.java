package org.interphase.technique.battery.titration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.interphase.electro.record.Channel;
import org.interphase.technique.battery.segmentation.CellSegmentation;
import org.interphase.technique.battery.segmentation.CellStep;
import org.interphase.technique.battery.segmentation.StepType;

/**
 * Every current of a record in the order of time: the pulses, and what else charged or discharged the cell. A step
 * whose current changes stands as a few parts of equal charge.
 *
 * @param all the currents
 * @param own of each pulse, which of them it is
 */
record PastCurrents(List<PastCurrent> all, int[] own) {

    private static final int PARTS = 8;
    private static final double HOUR = 3600;

    static PastCurrents of(CellSegmentation cell, IntToDoubleFunction time, List<Pulse> pulses) {
        Map<Integer, Pulse> byRow = new HashMap<>();
        pulses.forEach(p -> byRow.put(p.first(), p));
        Channel current = cell.record().current().orElse(null);
        List<PastCurrent> all = new ArrayList<>();
        int[] own = new int[pulses.size()];
        boolean running = false;
        for (CellStep s : cell.steps()) {
            Pulse p = byRow.get(s.from());
            if (p != null) {
                own[p.number() - 1] = all.size();
                all.add(new PastCurrent(p.on(), p.off(), p.current()));
            } else if (s.isActive()) {
                // between two steps with current, what lies between their rows is the second's
                add(all, s, time, running ? s.from() - 1 : s.from(), current);
            }
            running = s.isActive();
        }
        return new PastCurrents(all, own);
    }

    private static void add(List<PastCurrent> all, CellStep s, IntToDoubleFunction time, int first, Channel current) {
        int last = s.to() - 1;
        double start = time.applyAsDouble(first);
        double end = time.applyAsDouble(last);
        if (!(end > start) || !(Math.abs(s.current()) > 0)) {
            return;
        }
        boolean constant = s.type() == StepType.CONSTANT_CURRENT || s.type() == StepType.PULSE;
        double sum = constant || current == null ? 0 : sum(time, current, first, last);
        // the mean over the rows is not that over the time where they are not evenly spaced
        double charge = s.charge().capacity() > 0 ? s.direction() * HOUR * s.charge().capacity()
                : s.current() * (end - start);
        if (!(sum > 0)) {
            all.add(new PastCurrent(start, end, constant ? s.current() : charge / (end - start)));
            return;
        }
        // the record's current may lack its sign: its course alone is taken, the charge is that of the step
        double before = 0;
        double here = 0;
        double centre = 0;
        double from = start;
        for (int row = first + 1; row <= last; row++) {
            double part = sum(time, current, row - 1, row);
            double to = time.applyAsDouble(row);
            here += part;
            centre += part * (to + time.applyAsDouble(row - 1)) / 2;
            if ((here >= sum / PARTS * (1 + Math.floor(before / sum * PARTS + 1e-9)) || row == last) && to > from
                    && here > before) {
                all.add(PastCurrent.around(from, to, centre / (here - before), charge * (here - before) / sum));
                before = here;
                centre = 0;
                from = to;
            }
        }
    }

    /** Charge without sign between two rows, A s. */
    private static double sum(IntToDoubleFunction time, Channel current, int first, int last) {
        double out = 0;
        for (int row = first + 1; row <= last; row++) {
            double part = Math.abs(current.get(row) + current.get(row - 1)) / 2 * (time.applyAsDouble(row)
                    - time.applyAsDouble(row - 1));
            out += part > 0 ? part : 0;
        }
        return out;
    }

    /** What flowed from one pulse on until before another. */
    List<PastCurrent> between(int first, int pulse) {
        return all.subList(own[first], own[pulse]);
    }

    /** What flowed before a pulse. */
    List<PastCurrent> before(int pulse) {
        return all.subList(0, own[pulse]);
    }
}
