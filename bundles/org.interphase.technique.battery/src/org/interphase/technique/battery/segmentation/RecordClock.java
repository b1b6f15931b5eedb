package org.interphase.technique.battery.segmentation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.Channel;
import org.interphase.model.Remark;

/**
 * Time of a record that never runs backwards. What the recorded time does wrong is mended where the record itself
 * shows how, and always said: it starts anew (at each step or file), wraps at midnight, is set back by a change of
 * zone, holds a stray row, or is in milliseconds. An interval whose length nothing tells is marked, so that nobody
 * integrates it.
 */
public final class RecordClock {

    private static final double DAY = 86400;
    /** Zones differ by whole half hours, by 14 h at most. */
    private static final double HALF_HOUR = 1800;
    private static final double MOST_ZONES = 14 * 3600.0;
    private static final double MILLI = 1e-3;
    private static final int RECENT = 8;

    private final Channel time;
    private final double scale;
    private int[] rows = new int[4];
    private double[] offsets = new double[4];
    private boolean[] unknown = new boolean[4];
    private int breaks;

    private RecordClock(Channel time, double scale) {
        this.time = time;
        this.scale = scale;
    }

    /**
     * The clock of a record; what it had to mend goes to the remarks.
     *
     * @param factor seconds that one unit of the recorded time is, where a person states it; else 1
     */
    public static RecordClock of(CellRecord record, double factor, List<Remark> remarks) {
        Channel t = record.time();
        Optional<Channel> date = record.date();
        double scale = date.isPresent() && factor == 1 ? scale(t, date.get()) : factor;
        if (scale != factor) {
            remarks.add(Remark.warning("The time runs a thousand times faster than the dates of the rows: it is in "
                    + "milliseconds and is taken so.").coded("time-in-ms"));
        }
        RecordClock clock = new RecordClock(t, scale);
        clock.mend(date.orElse(null), remarks);
        return clock;
    }

    private static double scale(Channel t, Channel date) {
        double dt = 0;
        double dd = 0;
        for (int i = 1; i < t.size(); i++) {
            double a = t.get(i) - t.get(i - 1);
            double b = date.get(i) - date.get(i - 1);
            if (a > 0 && b > 0 && b < DAY) {
                dt += a;
                dd += b;
            }
        }
        double ratio = dt / dd;
        return ratio > 900 && ratio < 1100 ? MILLI : 1;
    }

    private void mend(Channel date, List<Remark> remarks) {
        int n = time.size();
        double[] recent = new double[RECENT];
        int seen = 0;
        double offset = 0;
        double before = Double.NaN;
        int last = -1;
        int[] count = new int[4];
        int[] first = new int[4];
        for (int i = 0; i < n; i++) {
            double raw = time.get(i) * scale;
            if (Double.isNaN(raw)) {
                continue;
            }
            double d = last < 0 ? 0 : raw + offset - before;
            if (last >= 0 && d < 0) {
                double usual = usual(recent, seen);
                double add;
                int what;
                boolean open = false;
                double next = i + 1 < n ? time.get(i + 1) * scale + offset : Double.NaN;
                if (next >= before && next - before <= 20 * Math.max(usual, 1e-9)) {
                    what = 0;
                    put(i, offset - d, false);
                    put(i + 1, offset, false);
                    note(count, first, what, i);
                    continue;
                }
                double shift = Math.ceil(-d / HALF_HOUR - 1e-9) * HALF_HOUR;
                if (before - offset <= DAY + 1 && raw >= 0 && d + DAY >= 0 && d + DAY <= 20 * Math.max(usual, 3)
                        && (before - offset) > DAY / 2) {
                    what = 1;
                    add = DAY;
                } else if (raw > 2 * usual && shift <= MOST_ZONES && d + shift <= 3 * usual && usual < HALF_HOUR / 6) {
                    what = 2;
                    add = shift;
                } else {
                    what = 3;
                    double by = date == null ? Double.NaN : date.get(i) - date.get(last);
                    open = !(by >= 0);
                    add = -d + (by >= 0 ? by : raw >= 0 && raw <= 3 * usual ? raw : 0);
                }
                note(count, first, what, i);
                offset += add;
                put(i, offset, open);
                d = 0;
            }
            if (d > 0) {
                recent[seen++ % RECENT] = d;
            }
            before = raw + offset;
            last = i;
        }
        tell(count, first, date != null, remarks);
    }

    private static double usual(double[] recent, int seen) {
        double most = 0;
        for (int i = 0; i < Math.min(seen, recent.length); i++) {
            most = Math.max(most, recent[i]);
        }
        return most;
    }

    private static void note(int[] count, int[] first, int what, int row) {
        if (count[what]++ == 0) {
            first[what] = row + 1;
        }
    }

    private static void tell(int[] count, int[] first, boolean dated, List<Remark> remarks) {
        if (count[0] > 0) {
            remarks.add(Remark.warning(at(count[0], first[0]) + "the time runs backwards for a single row; that row is "
                    + "taken at the time of the row before.").coded("time-stray"));
        }
        if (count[1] > 0) {
            remarks.add(Remark.info(at(count[1], first[1]) + "the time of day wraps at midnight; it is counted on.")
                    .coded("time-midnight"));
        }
        if (count[2] > 0) {
            remarks.add(Remark.warning(at(count[2], first[2]) + "the clock is set back by whole half hours, as where "
                    + "the time zone changes; it is counted on.").coded("time-zone"));
        }
        if (count[3] > 0) {
            remarks.add(Remark.warning(at(count[3], first[3]) + "the time starts anew; the parts are joined "
                    + (dated ? "by the dates of the rows." : "end to end, so that pauses between them are unknown and "
                            + "nothing is integrated across.")).coded("time-restart"));
        }
    }

    private static String at(int count, int row) {
        return count == 1 ? "At row " + row + " " : String.format(Locale.ROOT, "In %d places, first at row %d, ", count,
                row);
    }

    private void put(int row, double offset, boolean open) {
        if (breaks == rows.length) {
            rows = Arrays.copyOf(rows, 2 * breaks);
            offsets = Arrays.copyOf(offsets, 2 * breaks);
            unknown = Arrays.copyOf(unknown, 2 * breaks);
        }
        rows[breaks] = row;
        offsets[breaks] = offset;
        unknown[breaks++] = open;
    }

    private int breakAt(int row) {
        int k = Arrays.binarySearch(rows, 0, breaks, row);
        return k >= 0 ? k : -k - 2;
    }

    /** Time of a row, s; NaN where none is recorded. */
    public double at(int row) {
        double t = time.get(row) * scale;
        if (breaks == 0) {
            return t;
        }
        int k = breakAt(row);
        return k < 0 ? t : t + offsets[k];
    }

    /** Whether nothing tells how long the interval that ends at a row is. */
    public boolean isOpen(int row) {
        if (breaks == 0) {
            return false;
        }
        int k = breakAt(row);
        return k >= 0 && rows[k] == row && unknown[k];
    }

    /** Number of rows. */
    public int size() {
        return time.size();
    }
}
