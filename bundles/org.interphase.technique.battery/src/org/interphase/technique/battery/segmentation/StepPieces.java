package org.interphase.technique.battery.segmentation;

import java.util.Arrays;
import java.util.List;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.Channel;
import org.interphase.model.Remark;

/**
 * Cuts runs of one direction into steps: constant current, constant voltage, and what is neither. A rest of which no
 * row was logged is seen by the voltage that springs back against the current.
 */
final class StepPieces {

    /** How far a set current may be from its level. */
    private static final double CONSTANT = 0.02;
    /** A current that stays this close from one row to the next drifts; farther, it is set anew. */
    private static final double JUMP = 0.03;
    /** Change from the first rows to the last from which on a current is not constant. */
    private static final double DRIFT = 0.005;
    /** How far a held voltage may be from its mean, V: the control of common cyclers. */
    private static final double HELD = 3e-3;
    /** Least rows of a step found by its level. */
    private static final int LEAST = 3;
    /** Rows by which a current reaches its level. */
    private static final int RISE = 3;
    /** Least jump back of the voltage over a rest that was not logged, V. */
    private static final double SPRING = 5e-3;
    /** The same in usual changes from row to row. */
    private static final double SPRING_CHANGES = 10;
    private static final int SAMPLE = 200;
    /** How many times shorter than a held voltage a constant current within it is no reason to look at it again. */
    private static final int SHORT = 8;
    /** A voltage linear in time has residuals below this share of its range. */
    private static final double LINEAR = 0.01;
    private static final double SWEEP_RANGE = 0.02;

    private final CurrentSignal current;
    private final RecordClock clock;
    private final Channel voltage;
    private final StepColumn numbers;
    private final RowRanges out = new RowRanges();
    private final double[] few = new double[5];
    private int sprung;
    private int firstSprung;

    private StepPieces(CellRecord record, CurrentSignal current, RecordClock clock, StepColumn numbers) {
        this.current = current;
        this.clock = clock;
        this.voltage = record.voltage();
        this.numbers = numbers;
    }

    /** The steps of a record. */
    static RowRanges of(CellRecord record, CurrentSignal current, RecordClock clock, RowRanges runs, StepColumn numbers,
            List<Remark> remarks) {
        StepPieces p = new StepPieces(record, current, clock, numbers);
        for (int k = 0; k < runs.size(); k++) {
            int from = runs.from(k);
            for (int i = from + 1; i <= runs.to(k); i++) {
                if (i == runs.to(k) || numbers.begins(i, from, runs.to(k))) {
                    p.cut(from, i, runs.direction(k));
                    from = i;
                }
            }
        }
        p.out.close(clock.size());
        if (p.sprung > 0) {
            remarks.add(Remark.info((p.sprung == 1 ? "Once" : p.sprung + " times") + " the voltage springs back within "
                    + "a step at constant current, first at row " + (p.firstSprung + 1) + ": a rest that was not "
                    + "logged; two steps are made of it.").coded("rest-not-logged"));
        }
        return p.out;
    }

    private void cut(int from, int to, int direction) {
        if (direction == 0) {
            out.add(from, 0, StepType.REST);
            return;
        }
        RowRanges pieces = pieces(from, to, direction);
        int k = 0;
        while (k < pieces.size()) {
            int end = k + 1;
            if (!drifts(pieces, k)) {
                if (pieces.type(k) == StepType.CONSTANT_CURRENT) {
                    constant(pieces.from(k), pieces.to(k), direction);
                } else {
                    out.add(pieces.from(k), direction, pieces.type(k));
                }
            } else {
                while (end < pieces.size() && drifts(pieces, end)) {
                    end++;
                }
                int last = pieces.to(end - 1);
                out.add(pieces.from(k), direction, linear(pieces.from(k), last) ? StepType.SWEEP : StepType.OTHER);
            }
            k = end;
        }
    }

    private RowRanges pieces(int from, int to, int direction) {
        RowRanges pieces = new RowRanges();
        boolean open = false;
        int held = from;
        int again = from;
        int i = from;
        while (i < to) {
            int settled = settled(i, to);
            int constant = constant(settled, to);
            if (i >= again) {
                // a voltage held from a row on is held from the rows after it too: not looked at again before half way
                held = held(i, to);
                again = i + Math.max(1, (held - i) / 2);
            }
            boolean last = to - i < LEAST;
            if (held - i >= LEAST && held > constant && changes(i, held)) {
                pieces.add(i, direction, StepType.CONSTANT_VOLTAGE);
                i = tail(held, to);
                again = i;
                open = false;
            } else if (constant - settled >= LEAST || last && !open && i == from) {
                pieces.add(i, direction, StepType.CONSTANT_CURRENT);
                int end = tail(Math.max(constant, i + 1), to);
                again = SHORT * (end - i) >= held - end ? end : again;
                i = end;
                open = false;
            } else {
                if (!open) {
                    pieces.add(i, direction, StepType.OTHER);
                }
                open = true;
                i++;
            }
        }
        pieces.close(to);
        return pieces;
    }

    /**
     * Whether a piece is part of a current that drifts, as at constant power or in a sweep: what is not constant, and
     * what is so only because it is short, with the current going on across its edges.
     */
    private boolean drifts(RowRanges pieces, int k) {
        if (pieces.type(k) != StepType.CONSTANT_CURRENT) {
            return pieces.type(k) == StepType.OTHER;
        }
        boolean before = k > 0 && pieces.type(k - 1) != StepType.CONSTANT_VOLTAGE && goesOn(pieces.from(k));
        boolean after = k + 1 < pieces.size() && pieces.type(k + 1) != StepType.CONSTANT_VOLTAGE
                && goesOn(pieces.to(k));
        int beside = Math.max(before ? pieces.rows(k - 1) : 0, after ? pieces.rows(k + 1) : 0);
        double a = level(pieces.from(k), pieces.to(k));
        double b = current.at(pieces.to(k) - 1);
        boolean moves = Math.abs(b - a) > DRIFT * Math.abs(a);
        return (before || after) && (moves || pieces.rows(k) < beside);
    }

    private boolean goesOn(int row) {
        double a = current.at(row - 1);
        return Math.abs(current.at(row) - a) < JUMP * Math.abs(a);
    }

    /** A last row or two on the way to the next step stay with the step they end. */
    private int tail(int end, int to) {
        return to - end < LEAST ? to : end;
    }

    /** The first row from which the current is at the level of the rows after it. */
    private int settled(int from, int to) {
        double level = level(Math.min(from + 1, to - 1), to);
        for (int i = from; i < Math.min(from + RISE, to); i++) {
            if (Math.abs(current.at(i) - level) <= CONSTANT * Math.abs(level)) {
                return i;
            }
        }
        return from;
    }

    private double level(int from, int to) {
        int n = Math.min(few.length, to - from);
        for (int i = 0; i < n; i++) {
            few[i] = current.at(from + i);
        }
        Arrays.sort(few, 0, n);
        return few[n / 2];
    }

    /** Where a constant current ends; single readings beside it do not end it. */
    private int constant(int from, int to) {
        double level = level(from, to);
        double tolerance = CONSTANT * Math.abs(level);
        int i = from;
        while (i < to) {
            if (Math.abs(current.at(i) - level) <= tolerance || Double.isNaN(current.at(i))) {
                i++;
            } else if (i + 1 < to && Math.abs(current.at(i + 1) - level) <= tolerance) {
                i += 2;
            } else {
                break;
            }
        }
        return i;
    }

    /** Where a voltage that is held from a row on ends. */
    private int held(int from, int to) {
        double sum = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            double v = voltage.get(i);
            if (Double.isNaN(v)) {
                continue;
            }
            if (count > 0 && Math.abs(v - sum / count) > HELD) {
                if (i + 1 < to && Math.abs(voltage.get(i + 1) - sum / count) <= HELD) {
                    continue;
                }
                return i;
            }
            sum += v;
            count++;
        }
        return to;
    }

    private boolean changes(int from, int to) {
        double a = current.at(from);
        double b = current.at(to - 1);
        return Math.abs(b) < Math.abs(a) * (1 - CONSTANT);
    }

    /** Adds a step of constant current, cut where a rest was not logged. */
    private void constant(int from, int to, int direction) {
        int begin = from;
        double usual = usualChange(from, to);
        double least = Math.max(SPRING, SPRING_CHANGES * usual);
        for (int i = from + LEAST; i < to; i++) {
            double before = voltage.get(i - 1);
            if (direction * (voltage.get(i) - before) < -least && i + LEAST <= to && i - begin >= LEAST
                    && direction * (voltage.get(i + 1) - before) < -least / 2
                    && direction * (voltage.get(i + 2) - before) < -least / 4) {
                out.add(begin, direction, StepType.CONSTANT_CURRENT);
                firstSprung = sprung++ == 0 ? i : firstSprung;
                begin = i;
            }
        }
        out.add(begin, direction, StepType.CONSTANT_CURRENT);
    }

    /** Median change of the voltage from row to row. */
    private double usualChange(int from, int to) {
        int stride = Math.max(1, (to - from - 1) / SAMPLE);
        double[] changes = new double[Math.max(0, (to - from - 1 + stride - 1) / stride)];
        int count = 0;
        for (int i = from + 1; i < to && count < changes.length; i += stride) {
            double d = Math.abs(voltage.get(i) - voltage.get(i - 1));
            if (!Double.isNaN(d)) {
                changes[count++] = d;
            }
        }
        if (count == 0) {
            return 0;
        }
        Arrays.sort(changes, 0, count);
        return changes[count / 2];
    }

    private boolean linear(int from, int to) {
        if (to - from < LEAST + 1) {
            return false;
        }
        double t0 = clock.at(from);
        double v0 = voltage.get(from);
        double rate = (voltage.get(to - 1) - v0) / (clock.at(to - 1) - t0);
        double range = Math.abs(voltage.get(to - 1) - v0);
        if (!(range > SWEEP_RANGE)) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (Math.abs(voltage.get(i) - v0 - rate * (clock.at(i) - t0)) > LINEAR * range + HELD / 2) {
                return false;
            }
        }
        return true;
    }
}
