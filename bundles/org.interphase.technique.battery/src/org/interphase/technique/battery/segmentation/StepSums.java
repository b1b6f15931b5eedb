package org.interphase.technique.battery.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.Channel;
import org.interphase.electro.record.LastDecimal;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;

/** Integrals and readings of the counters over each step, in one pass over the columns. */
final class StepSums {

    private static final double HOUR = 3600;
    /** A gap is longer than so many times the longest of the intervals around it. */
    private static final double GAP = 10;
    private static final int AROUND = 8;
    /** How closely a counter must show that the current went on while no row was logged. */
    private static final double WENT_ON = 0.1;
    /** Share of the steps a clock must start anew with to be that of the step. */
    private static final double NEARLY_ALL = 0.8;
    private static final int FEW = 3;
    /** No digit of a voltage is larger, V. */
    private static final double MOST_DIGIT = 1e-3;
    /** Why the integral of a step with a gap is doubtful. */
    static final Verdict GAPPED = Verdict.doubtful("a gap of time lies in it, over which nothing is integrated");

    private final CellRecord record;
    private final CurrentSignal current;
    private final RecordClock clock;
    private final Channel voltage;
    private final Channel stepTime;
    private final double toldU;
    private boolean anew;
    private int gaps;
    private int firstGap;

    private StepSums(CellRecord record, CurrentSignal current, RecordClock clock) {
        this.record = record;
        this.current = current;
        this.clock = clock;
        this.voltage = record.voltage();
        this.stepTime = record.stepTime().orElse(null);
        this.toldU = record.stepBeginU();
    }

    /** The steps of the ranges found. */
    static List<CellStep> steps(CellRecord record, CurrentSignal current, RecordClock clock, RowRanges ranges,
            List<Remark> remarks) {
        StepSums sums = new StepSums(record, current, clock);
        sums.anew = sums.anew(ranges);
        List<CellStep> out = new ArrayList<>(ranges.size());
        for (int k = 0; k < ranges.size(); k++) {
            out.add(sums.step(ranges, k));
        }
        if (sums.gaps > 0) {
            remarks.add(Remark.warning((sums.gaps == 1 ? "One step has" : sums.gaps + " times a step has") + " a gap "
                    + "in time, first before row " + (sums.firstGap + 1) + "; nothing is integrated across.")
                    .coded("gap"));
        }
        return out;
    }

    private CellStep step(RowRanges ranges, int k) {
        int from = ranges.from(k);
        int to = ranges.to(k);
        int direction = ranges.direction(k);
        int settled = direction == 0 ? from : settled(from, to);
        StepCharge charge = direction == 0 ? StepCharge.NONE : charge(ranges, k);
        double span = clock.at(to - 1) - clock.at(from);
        double mean = direction == 0 ? 0 : level(settled, to);
        return new CellStep(k + 1, ranges.type(k), direction, from, to, settled, clock.at(from),
                Double.isNaN(span) ? clock.at(from) : clock.at(to - 1), mean,
                from == 0 ? Double.NaN : voltage.get(from - 1), voltage.get(settled), voltage.get(to - 1), charge);
    }

    /** Mean of the current over the rows. */
    private double level(int from, int to) {
        double sum = 0;
        int n = 0;
        for (int i = from; i < to; i++) {
            double c = current.at(i);
            if (!Double.isNaN(c)) {
                sum += c;
                n++;
            }
        }
        return sum / n;
    }

    private int settled(int from, int to) {
        for (int i = from; i < Math.min(from + 3, to - 1); i++) {
            if (Math.abs(current.at(i) - current.at(i + 1)) <= 0.05 * Math.abs(current.at(i + 1))) {
                return i;
            }
        }
        return from;
    }

    private StepCharge charge(RowRanges ranges, int k) {
        int from = ranges.from(k);
        int to = ranges.to(k);
        int direction = ranges.direction(k);
        CounterReading counter = counter(direction);
        CounterReading energies = energies(direction);
        begin(counter, from);
        begin(energies, from);
        double q = 0;
        double e = 0;
        double coarse = 0;
        double coarseE = 0;
        double gap = 0;
        double unsure = 0;
        int joints = 0;
        int last = -1;
        // what the last row that counted and the last even one held
        double tl = 0;
        double cl = 0;
        double vl = 0;
        // time between the two rows before, where they follow each other
        double interval = Double.NaN;
        double te = 0;
        double ce = 0;
        double ve = 0;
        int even = -1;
        int count = 0;
        double advanced = 0;
        double evenQ = 0;
        double evenE = 0;
        double least = Double.POSITIVE_INFINITY;
        LastDecimal decimal = new LastDecimal();
        for (int i = from; i < to; i++) {
            if (counter != null) {
                counter.add(i);
            }
            if (energies != null) {
                energies.add(i);
            }
            double c = direction * current.at(i);
            double t = clock.at(i);
            if (current.isCounted() && !Double.isNaN(current.increment(i))) {
                double dq = direction * current.increment(i) * HOUR;
                q += dq;
                e += dq * (i > 0 ? (voltage.get(i) + voltage.get(i - 1)) / 2 : voltage.get(i));
            }
            double v = voltage.get(i);
            if (!(c > 0) || Double.isNaN(t) || Double.isNaN(v)) {
                // stray readings and missing values: the neighbours tell
                continue;
            }
            decimal.add(v);
            double moved = last < 0 ? 0 : Math.abs(v - vl);
            least = moved > 0 ? Math.min(least, moved) : least;
            if (last >= 0 && !current.isCounted()) {
                double dt = t - tl;
                boolean open = clock.isOpen(i);
                double now = counter == null ? Double.NaN : counter.advance();
                if (open || dt > 0 && !(interval > 0 && dt <= GAP * interval) && isGap(from, to, last, i, dt)
                        && !(Math.abs((now - advanced) * HOUR - c * dt) <= WENT_ON * c * dt)) {
                    gap += dt;
                    joints += open ? 1 : 0;
                    firstGap = gaps++ == 0 ? i : firstGap;
                    // charge may have flowed for all of it or none, and none is added: the root of the mean square of
                    // what is between 0 and c dt
                    unsure += Math.pow(c * dt / Math.sqrt(3), 2);
                    even = -1;
                } else {
                    q += (c + cl) / 2 * dt;
                    e += (c * v + cl * vl) / 2 * dt;
                }
            }
            if (even < 0) {
                even = i;
                te = t;
                ce = c;
                ve = v;
                evenQ = q;
                evenE = e;
                count = 0;
            } else if (++count % 2 == 0) {
                double dt = t - te;
                coarse += (c + ce) / 2 * dt - (q - evenQ);
                coarseE += (c * v + ce * ve) / 2 * dt - (e - evenE);
                even = i;
                te = t;
                ce = c;
                ve = v;
                evenQ = q;
                evenE = e;
            }
            interval = last == i - 1 ? t - tl : Double.NaN;
            last = i;
            tl = t;
            cl = c;
            vl = v;
            advanced = counter == null ? Double.NaN : counter.advance();
        }
        tail(counter, ranges, k);
        tail(energies, ranges, k);
        // of a voltage that hardly changes the smallest difference is no digit
        double digit = (least <= MOST_DIGIT ? least : Math.min(MOST_DIGIT, decimal.value())) / Math.sqrt(12);
        if (current.isCounted()) {
            double u = Math.abs(q) * 1e-6 / HOUR;
            double ue = Math.abs(coarseE) / 3 / HOUR;
            return new StepCharge(q / HOUR, u, e / HOUR, ue, meanU(ue * HOUR, q, digit), read(counter),
                    resets(counter), resolution(counter), read(energies), 0, q / HOUR, u, Verdict.SOUND);
        }
        Edge begin = edge(ranges, k, true);
        Edge end = edge(ranges, k, false);
        q += begin.charge + end.charge;
        e += begin.charge * voltage.get(from) + end.charge * voltage.get(to - 1);
        // the error of the trapezoid is a third of its change when every other row is left out, and near a current that
        // begins as the root of time up to half of it
        double trapezoid = coarse / 2;
        double u = Math.sqrt(trapezoid * trapezoid + begin.u * begin.u + end.u * end.u + unsure) / HOUR;
        double v = q > 0 ? e / q : 0;
        // an open end moves the mean voltage by as much as the voltage there is away from it
        double uv = meanU(Math.hypot((coarseE - v * coarse) / 2, Math.hypot(begin.u * (voltage.get(from) - v),
                end.u * (voltage.get(to - 1) - v))), q, digit);
        double ue = Math.sqrt(coarseE * coarseE / 4 + v * v * (begin.u * begin.u + end.u * end.u + unsure)) / HOUR;
        return new StepCharge(q / HOUR, u, e / HOUR, ue, uv, read(counter), resets(counter), resolution(counter),
                read(energies), gap, q / HOUR, u, verdict(gap, joints, begin, end));
    }

    /** Uncertainty of a mean voltage by what the energy is off beside the charge, W.s, and by a digit, V. */
    private static double meanU(double energy, double charge, double digit) {
        return charge > 0 ? Math.hypot(energy / charge, digit) : Double.NaN;
    }

    /** What a counter of one direction still counts until the first row of the next step, which goes another way. */
    private void tail(CounterReading c, RowRanges ranges, int k) {
        if (c != null && k + 1 < ranges.size() && ranges.direction(k + 1) == 0) {
            c.finish(ranges.to(k));
        }
    }

    private static double read(CounterReading c) {
        return c == null ? Double.NaN : c.advance();
    }

    private static int resets(CounterReading c) {
        return c == null ? 0 : c.resets();
    }

    private static double resolution(CounterReading c) {
        return c == null ? Double.NaN : c.resolution();
    }

    private static void begin(CounterReading c, int from) {
        if (c != null) {
            c.begin(from - 1);
        }
    }

    private CounterReading counter(int direction) {
        Optional<Channel> own = direction > 0 ? record.chargeCapacity() : record.dischargeCapacity();
        if (own.isPresent()) {
            return new CounterReading(own.get(), 0);
        }
        if (record.capacity().isPresent()) {
            return new CounterReading(record.capacity().get(), 0);
        }
        return record.netCharge().map(c -> new CounterReading(c, direction)).orElse(null);
    }

    private CounterReading energies(int direction) {
        return (direction > 0 ? record.chargeEnergy() : record.dischargeEnergy()).map(c -> new CounterReading(c, 0))
                .orElse(null);
    }

    /** Charge in A.s of the interval between a step and its neighbour that belongs to the step. */
    private record Edge(double charge, double u, boolean joint) {
        private static final Edge NONE = new Edge(0, 0, false);

        private Edge(double charge, double u) {
            this(charge, u, false);
        }
    }

    private static Verdict verdict(double gap, int joints, Edge begin, Edge end) {
        if (joints > 0 || begin.joint || end.joint) {
            return Verdict.doubtful("a joint of unknown length lies in it");
        }
        return gap > 0 ? GAPPED : Verdict.SOUND;
    }

    /**
     * The edge of a step at a joint: what flowed in the pause is unknown. A clock that starts anew with each step tells
     * no more than an interval is missing; any other joint may hide any length of a current that goes on.
     */
    private Edge joint(RowRanges ranges, int k, boolean begin) {
        int row = begin ? ranges.from(k) : ranges.to(k) - 1;
        double usual = usual(ranges, k, begin);
        double c = Math.abs(current.at(row));
        double u = Double.isInfinite(usual) || Double.isNaN(c) ? 0 : c * usual / Math.sqrt(3);
        boolean goesOn = ranges.direction(begin ? k - 1 : k + 1) == ranges.direction(k);
        return new Edge(0, u, goesOn && !anew);
    }

    /** Whether the clock starts anew with nearly every step. */
    private boolean anew(RowRanges ranges) {
        int joints = 0;
        for (int k = 1; k < ranges.size(); k++) {
            joints += clock.isOpen(ranges.from(k)) ? 1 : 0;
        }
        return ranges.size() > FEW && joints >= NEARLY_ALL * (ranges.size() - 1);
    }

    private Edge edge(RowRanges ranges, int k, boolean begin) {
        int row = begin ? ranges.from(k) : ranges.to(k) - 1;
        int other = begin ? row - 1 : row + 1;
        if (other < 0 || other >= clock.size()) {
            return Edge.NONE;
        }
        if (clock.isOpen(Math.max(row, other))) {
            return joint(ranges, k, begin);
        }
        int direction = ranges.direction(k);
        int neighbour = begin ? k - 1 : k + 1;
        double c = Math.abs(current.at(row));
        double dt = Math.abs(clock.at(row) - clock.at(other));
        if (!(dt > 0) || Double.isNaN(c)) {
            return Edge.NONE;
        }
        boolean goesOn = ranges.direction(neighbour) == direction;
        if (goesOn) {
            boolean sprung = ranges.type(k) == StepType.CONSTANT_CURRENT
                    && ranges.type(neighbour) == StepType.CONSTANT_CURRENT;
            double usual = usual(ranges, k, begin);
            if (!sprung || dt <= 2 * usual) {
                // the later step takes the interval
                double co = Math.abs(current.at(other));
                return begin ? new Edge((c + co) / 2 * dt, Math.abs(c - co) * dt / 2) : Edge.NONE;
            }
        }
        double since = begin && stepTime != null ? stepTime.get(row) : Double.NaN;
        if (since >= 0 && since <= dt * 1.001 + 1e-9) {
            return new Edge(c * since, c * toldU);
        }
        // what lies before the next step is of this one, unless it is so long that a rest may not have been logged
        double next = !begin && stepTime != null ? stepTime.get(other) : Double.NaN;
        if (next >= 0 && next <= dt * 1.001 + 1e-9 && dt - next <= 2 * usual(ranges, k, false)) {
            return new Edge(c * Math.max(0, dt - next), c * toldU);
        }
        double open = Math.min(dt, usual(ranges, k, begin));
        // cyclers restart their clock with a step, so that the extremes are no less likely than the middle
        return new Edge(c * open / 2, c * open / 2);
    }

    /** The interval after the first row of a step, or before its last: what it would at most go without a row. */
    private double usual(RowRanges ranges, int k, boolean begin) {
        int from = ranges.from(k);
        int to = ranges.to(k);
        if (to - from < 2) {
            return Double.POSITIVE_INFINITY;
        }
        double dt = 0;
        for (int i = 1; i <= Math.min(3, to - from - 1); i++) {
            dt = Math.max(dt, begin ? clock.at(from + i) - clock.at(from + i - 1)
                    : clock.at(to - i) - clock.at(to - i - 1));
        }
        return dt;
    }

    private boolean isGap(int from, int to, int last, int row, double dt) {
        if (row - from < AROUND || to - row < 2) {
            return false;
        }
        double most = 0;
        for (int i = Math.max(from + 1, last - AROUND + 1); i <= last; i++) {
            most = Math.max(most, clock.at(i) - clock.at(i - 1));
            if (most > 0 && dt <= GAP * most) {
                return false;
            }
        }
        for (int i = row + 1; i < Math.min(to, row + AROUND); i++) {
            most = Math.max(most, clock.at(i) - clock.at(i - 1));
        }
        // times given in whole seconds repeat, which makes no gap of the second that follows
        return most > 0 && dt > GAP * most;
    }
}
