package org.interphase.technique.battery.symmetric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.Channel;
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
 */
public record PlatingRecord(List<PlatingHalf> halves, RecordClock clock) {

    /** Rows a sign must last to count. */
    private static final int LASTS = 3;
    /** Voltages below this say no direction, V. */
    private static final double NEAR_ZERO = 1e-3;

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
        return new PlatingRecord(out, s.clock());
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
            int s = Math.abs(v.get(i)) < NEAR_ZERO ? 0 : v.get(i) > 0 ? 1 : -1;
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
        return new PlatingRecord(out, clock);
    }

    private static PlatingHalf half(CellRecord record, RecordClock clock, int number, List<int[]> ranges, int direction,
            double current) {
        Channel v = record.voltage();
        int rows = ranges.stream().mapToInt(r -> r[1] - r[0]).sum();
        double[] all = new double[rows];
        int k = 0;
        double area = 0;
        double coarse = 0;
        double time = 0;
        double squares = 0;
        int differences = 0;
        double highest = 0;
        for (int[] r : ranges) {
            for (int i = r[0]; i < r[1]; i++) {
                double y = direction * v.get(i);
                all[k++] = y;
                highest = Math.max(highest, y);
                double dt = i > r[0] ? clock.at(i) - clock.at(i - 1) : 0;
                if (dt > 0 && !clock.isOpen(i)) {
                    area += (y + direction * v.get(i - 1)) / 2 * dt;
                    time += dt;
                }
                if (i > r[0] + 1) {
                    double d = y - 2 * direction * v.get(i - 1) + direction * v.get(i - 2);
                    squares += d * d / 6;
                    differences++;
                    coarse += (i - r[0]) % 2 == 0 && dt > 0 ? d * dt / 2 : 0;
                }
            }
        }
        double noise = differences > 0 ? Math.sqrt(squares / differences) : 0;
        double mean = time > 0 ? area / time : all[0];
        double trapezoid = time > 0 ? coarse / 3 / time : 0;
        double u = Math.sqrt(noise * noise / Math.max(1, rows) + trapezoid * trapezoid);
        Arrays.sort(all);
        int first = ranges.get(0)[0];
        int last = ranges.getLast()[1];
        return new PlatingHalf(number, direction, first, last, clock.at(first), clock.at(last - 1), mean, u,
                all[rows / 2], noise, highest, current);
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
