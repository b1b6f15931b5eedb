package org.interphase.technique.battery.segmentation;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.Remark;

/** Joins steps to half cycles, and tells which are not whole. */
final class HalfCycleFinder {

    /** Another end voltage than its fellows' by more than this, V, is no end. */
    private static final double END_VOLTAGE = 0.02;
    /** With less than this share of its fellows' charge. */
    private static final double WHOLE = 0.98;
    /** A first half cycle with less than this share of the next of its direction began before the record. */
    private static final double BEGUN = 0.8;
    /** A pulse moves less than this share of its half cycle. */
    private static final double PULSE = 0.2;

    /** A first stretch with less than this share of the charge of the next is none. */
    private static final double TRACE = 1e-3;

    private HalfCycleFinder() {
    }

    /** A stretch of steps between turns, by numbers of steps. */
    private record Stretch(int direction, int from, int to, double charge) {
    }

    static List<HalfCycle> of(List<CellStep> steps, double minorShare, List<Remark> remarks) {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            CellStep s = steps.get(i);
            if (!s.isActive()) {
                continue;
            }
            Stretch last = stretches.isEmpty() ? null : stretches.getLast();
            if (last != null && last.direction == s.direction()) {
                stretches.set(stretches.size() - 1, new Stretch(last.direction, last.from, i + 1, last.charge
                        + s.charge().integral()));
            } else {
                stretches.add(new Stretch(s.direction(), i, i + 1, s.charge().integral()));
            }
        }
        if (stretches.size() > 1 && stretches.get(0).charge < TRACE * stretches.get(1).charge) {
            // a reading on the way from rest to current
            stretches.remove(0);
        }
        int joined = join(stretches, minorShare, !steps.isEmpty() && !steps.getLast().isActive());
        if (joined > 0) {
            remarks.add(Remark.info(joined + (joined == 1 ? " pulse" : " pulses") + " against the direction of the "
                    + "half cycle around, with less than " + Math.round(100 * minorShare) + " % of its charge, are "
                    + "taken as part of it.").coded("pulse-against"));
        }
        List<HalfCycle> out = new ArrayList<>(stretches.size());
        for (Stretch s : stretches) {
            out.add(new HalfCycle(s.direction, typed(steps, s), ""));
        }
        return out;
    }

    /** @param ended whether the record ends at rest, so that its last stretch is not just cut */
    private static int join(List<Stretch> stretches, double share, boolean ended) {
        int joined = 0;
        int i = 1;
        while (i + 1 < stretches.size()) {
            Stretch a = stretches.get(i - 1);
            Stretch b = stretches.get(i);
            Stretch c = stretches.get(i + 1);
            if (b.charge < share * Math.min(a.charge, c.charge)) {
                stretches.set(i - 1, new Stretch(a.direction, a.from, c.to, a.charge + c.charge));
                stretches.remove(i + 1);
                stretches.remove(i);
                joined++;
                i = Math.max(1, i - 1);
            } else {
                i++;
            }
        }
        int n = stretches.size();
        if (ended && n > 1 && stretches.get(n - 1).charge < share * stretches.get(n - 2).charge) {
            Stretch a = stretches.get(n - 2);
            stretches.set(n - 2, new Stretch(a.direction, a.from, stretches.get(n - 1).to, a.charge));
            stretches.remove(n - 1);
            joined++;
        }
        return joined;
    }

    private static List<CellStep> typed(List<CellStep> steps, Stretch s) {
        List<CellStep> out = new ArrayList<>(s.to - s.from);
        for (int i = s.from; i < s.to; i++) {
            CellStep step = steps.get(i);
            boolean alone = step.type() == StepType.CONSTANT_CURRENT && rest(steps, i - 1) && rest(steps, i + 1);
            out.add(alone && step.charge().integral() < PULSE * s.charge ? step.with(StepType.PULSE) : step);
        }
        return out;
    }

    private static boolean rest(List<CellStep> steps, int i) {
        return i >= 0 && i < steps.size() && !steps.get(i).isActive();
    }

    /** The half cycles with those marked that the record cuts at its beginning or end. */
    static List<HalfCycle> marked(List<HalfCycle> halves, int rows) {
        List<HalfCycle> out = new ArrayList<>(halves);
        if (halves.isEmpty()) {
            return out;
        }
        HalfCycle last = halves.getLast();
        boolean atEnd = last.to() >= rows;
        HalfCycle fellow = fellow(halves, halves.size() - 1, -2);
        if (atEnd && fellow == null) {
            out.set(out.size() - 1, last.cut("the record ends in it, and no other half cycle shows where it would "
                    + "end"));
        } else if (atEnd && Math.abs(last.endVoltage() - fellow.endVoltage()) > END_VOLTAGE
                && last.capacity() < WHOLE * fellow.capacity()) {
            out.set(out.size() - 1, last.cut("the record ends in it"));
        }
        HalfCycle first = out.get(0);
        HalfCycle next = fellow(halves, 0, 2);
        if (next != null && first.isComplete() && first.from() == 0 && first.capacity() < BEGUN * next.capacity()) {
            out.set(0, first.cut("it was begun before the record"));
        }
        return out;
    }

    private static HalfCycle fellow(List<HalfCycle> halves, int i, int by) {
        int k = i + by;
        return k >= 0 && k < halves.size() ? halves.get(k) : null;
    }
}
