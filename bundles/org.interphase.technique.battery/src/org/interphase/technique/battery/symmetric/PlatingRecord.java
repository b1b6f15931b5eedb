package org.interphase.technique.battery.symmetric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.Channel;
import org.interphase.electro.record.LastDecimal;
import org.interphase.model.Verdict;
import org.interphase.technique.battery.cycle.Uncertain;
import org.interphase.technique.battery.segmentation.CellSegmentation;
import org.interphase.technique.battery.segmentation.CellStep;
import org.interphase.technique.battery.segmentation.HalfCycle;
import org.interphase.technique.battery.segmentation.RecordClock;

/**
 * Half cycles of a symmetric cell: by the current where it is recorded, else by the sign of the voltage, which in a
 * cell of two equal electrodes is that of the current.
 *
 * @param halves half cycles in the order of time
 * @param clock time of the rows
 * @param flowing time with current, s, with its standard uncertainty
 * @param timed what speaks against that time
 */
public record PlatingRecord(List<PlatingHalf> halves, RecordClock clock, Uncertain flowing, Verdict timed) {

    private static final Verdict PAUSED = Verdict.doubtful("the record has pauses between its rows, and whether the "
            + "current flowed in them is not told");
    /** Intervals at the end of a step that tell how long it would at most go without a row. */
    private static final int INTERVALS = 3;

    /** Rows a sign must last to count. */
    private static final int LASTS = 3;
    /** Voltages below this say no direction, V. */
    private static final double NEAR_ZERO = 1e-3;
    /** Part of a largest overpotential that a row beside it must reach. */
    private static final double CONFIRMS = 0.8;
    /** No digit of a voltage is larger, V. */
    private static final double MOST_DIGIT = 1e-3;

    /** Copies the list. */
    public PlatingRecord {
        halves = List.copyOf(halves);
    }

    /** Half cycles by the current. */
    public static PlatingRecord of(CellSegmentation s) {
        List<PlatingHalf> out = new ArrayList<>();
        for (HalfCycle h : s.halfCycles()) {
            // the steps with current; rests in between have no overpotential
            List<CellStep> active = h.steps().stream().filter(t -> t.direction() == h.direction()).toList();
            out.add(half(s.record(), s.clock(), out.size() + 1, active.stream().map(t -> new int[] {t.from(), t.to()})
                    .toList(), h.direction(), h.mainCurrent()));
        }
        return flowing(s, out);
    }

    /**
     * Time with current: that of the steps, and of the intervals between them. Where the current turns without a rest
     * it flows for all of the interval, as long as that is one of those around it; of a longer one no row tells what
     * flowed in the rest of it, nor for which part of an interval it flows between a step and a rest, or before the
     * first row and behind the last.
     */
    private static PlatingRecord flowing(CellSegmentation s, List<PlatingHalf> halves) {
        double sum = 0;
        double open = 0;
        double gaps = 0;
        double ends = 0;
        boolean paused = false;
        CellStep before = null;
        for (CellStep t : s.steps()) {
            if (t.isActive()) {
                sum += t.duration() - t.charge().gap() / 2;
                gaps += t.charge().gap();
            }
            boolean joint = before == null || s.clock().isOpen(t.from());
            double dt = joint ? 0 : t.start() - before.end();
            if (joint) {
                ends += usual(s.clock(), t, true) + usual(s.clock(), before, false);
            } else if (dt > 0 && before.isActive() && t.isActive()) {
                double most = Math.max(usual(s.clock(), before, false), usual(s.clock(), t, true));
                double pause = most > 0 ? Math.max(0, dt - most) : 0;
                sum += dt - pause / 2;
                gaps += pause;
                paused |= pause > most;
            } else if (dt > 0 && before.isActive() != t.isActive()) {
                sum += dt / 2;
                // a cycler that logs one end of its steps does so at each of them
                open += dt;
            }
            before = t;
        }
        ends += usual(s.clock(), before, false);
        double read = s.record().timeDigit() / Math.sqrt(6);
        double u = Math.hypot(Math.hypot((open + gaps) / Math.sqrt(12), ends / Math.sqrt(3)), read);
        return new PlatingRecord(halves, s.clock(), new Uncertain(sum, u), paused ? PAUSED : Verdict.SOUND);
    }

    /** The longest of the first intervals of a step with current, or of its last, s; 0 where there is none. */
    private static double usual(RecordClock clock, CellStep step, boolean begin) {
        return step == null || !step.isActive() ? 0 : usual(clock, step.from(), step.to(), begin);
    }

    private static double usual(RecordClock clock, int from, int to, boolean begin) {
        double most = 0;
        for (int i = 1; i <= Math.min(INTERVALS, to - from - 1); i++) {
            int row = begin ? from + i : to - i;
            double dt = clock.isOpen(row) ? 0 : clock.at(row) - clock.at(row - 1);
            most = dt > most ? dt : most;
        }
        return most;
    }

    /** Half cycles by the voltage alone. */
    public static PlatingRecord of(CellRecord record, RecordClock clock) {
        List<PlatingHalf> out = new ArrayList<>();
        Channel v = record.voltage();
        int n = record.rows();
        int start = 0;
        int sign = 0;
        int other = 0;
        for (int i = 0; i < n; i++) {
            int s = Math.abs(v.get(i)) >= NEAR_ZERO ? (int) Math.signum(v.get(i)) : 0;
            if (sign == 0) {
                sign = s;
            }
            other = s != 0 && s != sign ? other + 1 : s == sign ? 0 : other;
            if (other == LASTS) {
                int turn = i - LASTS + 1;
                out.add(half(record, clock, out.size() + 1, List.of(new int[] {start, turn}), sign, Double.NaN));
                start = turn;
                sign = s;
                other = 0;
            }
        }
        if (sign != 0) {
            out.add(half(record, clock, out.size() + 1, List.of(new int[] {start, n}), sign, Double.NaN));
        }
        double time = out.isEmpty() ? 0 : out.getLast().end() - out.get(0).start();
        double ends = usual(clock, 0, n, true) + usual(clock, 0, n, false);
        return new PlatingRecord(out, clock, new Uncertain(time, ends / Math.sqrt(3)), Verdict.SOUND);
    }

    private static PlatingHalf half(CellRecord record, RecordClock clock, int number, List<int[]> ranges, int direction,
            double current) {
        Channel v = record.voltage();
        double[] all = new double[ranges.stream().mapToInt(r -> r[1] - r[0]).sum()];
        double[] times = new double[all.length];
        int rows = 0;
        double area = 0;
        double coarse = 0;
        double time = 0;
        double squares = 0;
        int differences = 0;
        double highest = 0;
        double digit = Double.POSITIVE_INFINITY;
        LastDecimal decimal = new LastDecimal();
        for (int[] r : ranges) {
            int begin = rows;
            for (int i = r[0]; i < r[1]; i++) {
                double y = direction * v.get(i);
                if (Double.isNaN(y) || Double.isNaN(clock.at(i))) {
                    continue;
                }
                all[rows] = y;
                times[rows] = clock.at(i);
                decimal.add(y);
                int k = rows - begin;
                double dt = k > 0 && !clock.isOpen(i) ? times[rows] - times[rows - 1] : 0;
                double step = k > 0 ? Math.abs(y - all[rows - 1]) : 0;
                digit = step > 0 ? Math.min(digit, step) : digit;
                if (dt > 0) {
                    area += (y + all[rows - 1]) / 2 * dt;
                    time += dt;
                }
                if (k > 1) {
                    double d = y - 2 * all[rows - 1] + all[rows - 2];
                    squares += d * d / 6;
                    differences++;
                    coarse += k % 2 == 0 && dt > 0 ? d * dt / 2 : 0;
                }
                rows++;
            }
            highest = Math.max(highest, highest(all, begin, rows));
        }
        // of a voltage that hardly changes the smallest difference is no digit
        double resolution = (digit <= MOST_DIGIT ? digit : Math.min(MOST_DIGIT, decimal.value())) / Math.sqrt(12);
        double noise = Math.max(resolution, differences > 0 ? Math.sqrt(squares / differences) : 0);
        double mean = time > 0 ? area / time : rows > 0 ? all[0] : Double.NaN;
        double trapezoid = time > 0 ? coarse / 3 / time : 0;
        double u = Math.sqrt(noise * noise / Math.max(1, rows) + trapezoid * trapezoid + resolution * resolution);
        double level = rows > 0 ? median(all, 0, rows) : Double.NaN;
        int first = ranges.get(0)[0];
        int last = ranges.getLast()[1];
        return new PlatingHalf(number, direction, first, last, clock.at(first), clock.at(last - 1), mean, u, level,
                noise, highest, current);
    }

    private static double median(double[] values, int from, int to) {
        double[] sorted = Arrays.copyOfRange(values, from, to);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The largest value that a row beside it confirms, so that no single reading makes it. */
    private static double highest(double[] values, int from, int to) {
        double most = to - from == 1 ? values[from] : 0;
        for (int i = from; i < to; i++) {
            double beside = Math.max(i > from ? values[i - 1] : 0, i + 1 < to ? values[i + 1] : 0);
            most = beside >= CONFIRMS * values[i] ? Math.max(most, values[i]) : most;
        }
        return most;
    }

    /** Time from the first row with current to the last, s. */
    public double duration() {
        return halves.getLast().end() - halves.get(0).start();
    }

    /** Whether the current ever turns. */
    public boolean turns() {
        return halves.size() > 1;
    }
}
