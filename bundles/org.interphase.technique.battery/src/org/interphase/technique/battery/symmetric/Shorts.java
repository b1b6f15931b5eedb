package org.interphase.technique.battery.symmetric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.electro.record.Channel;

/**
 * Where the overpotential of a symmetric cell falls although the current goes on: metal has grown through, for a moment
 * (it burns through: a soft short that recovers), or for good. Levels are medians, over half cycles or, where the
 * current does not turn, over hours, so that noise and single readings make no short.
 */
public final class Shorts {

    private static final double HOUR = 3600;
    /** Levels a reference is the median of. */
    private static final int REFERENCE = 9;
    /** Levels needed before anything can have fallen. */
    private static final int LEAST = 3;
    private static final int LASTS = 2;
    /** Rows of a level within a half cycle. */
    private static final int ROWS = 8;
    /** Noise above this multiple of the usual is erratic. */
    private static final double ERRATIC = 5;

    private Shorts() {
    }

    /**
     * A short.
     *
     * @param at time since the first row with current, s
     * @param before level before, V
     * @param after level after, V
     * @param recovers time at which the level is back, s; NaN where it stays low
     */
    public record Short(double at, double before, double after, double recovers) {

        /** Whether the level comes back. */
        public boolean isSoft() {
            return !Double.isNaN(recovers);
        }
    }

    /** A level with the time it stands for. */
    private record Level(double start, double end, double value) {
    }

    /**
     * Shorts of a record.
     *
     * @param share part of the level before by which it must fall
     */
    public static List<Short> of(PlatingRecord record, Channel voltage, double share) {
        List<Level> levels = record.turns() ? halves(record) : hours(record, voltage);
        double zero = record.halves().get(0).start();
        List<Short> out = new ArrayList<>();
        double reference = Double.NaN;
        for (int k = 0; k < levels.size(); k++) {
            if (k < LEAST) {
                continue;
            }
            reference = reference(levels, k, out.isEmpty() ? 0 : after(levels, out.getLast(), zero));
            if (!(levels.get(k).value < (1 - share) * reference) || !lasts(levels, k, (1 - share) * reference)) {
                continue;
            }
            int back = k;
            while (back < levels.size() && levels.get(back).value < (1 - share / 2) * reference) {
                back++;
            }
            double[] low = new double[back - k];
            for (int i = k; i < back; i++) {
                low[i - k] = levels.get(i).value;
            }
            Arrays.sort(low);
            out.add(new Short(levels.get(k).start - zero, reference, low[low.length / 2], back < levels.size()
                    ? levels.get(back).start - zero : Double.NaN));
            k = back;
        }
        return out;
    }

    /** First level after a short, from which on references count. */
    private static int after(List<Level> levels, Short last, double zero) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).start - zero >= last.recovers) {
                return i;
            }
        }
        return levels.size();
    }

    private static boolean lasts(List<Level> levels, int k, double below) {
        for (int i = k; i < Math.min(levels.size(), k + LASTS); i++) {
            if (levels.get(i).value >= below) {
                return false;
            }
        }
        return true;
    }

    /** The highest median of consecutive levels before; a slow fall is seen against where it began. */
    private static double reference(List<Level> levels, int k, int from) {
        double most = 0;
        int n = Math.min(REFERENCE, Math.max(LEAST, k - from));
        for (int end = Math.max(n, from + Math.min(n, k - from)); end <= k; end++) {
            double[] few = new double[Math.min(n, end)];
            for (int i = 0; i < few.length; i++) {
                few[i] = levels.get(end - 1 - i).value;
            }
            Arrays.sort(few);
            most = Math.max(most, few[few.length / 2]);
        }
        return most;
    }

    private static List<Level> halves(PlatingRecord record) {
        return record.halves().stream().map(h -> new Level(h.start(), h.end(), h.level())).toList();
    }

    private static List<Level> hours(PlatingRecord record, Channel voltage) {
        PlatingHalf h = record.halves().get(0);
        List<Level> out = new ArrayList<>();
        double length = Math.max(HOUR, (h.end() - h.start()) / 1000);
        int from = h.from();
        for (int i = h.from(); i <= h.to(); i++) {
            if (i == h.to() || record.clock().at(i) - record.clock().at(from) >= length) {
                double[] v = voltage.values(from, i);
                for (int k = 0; k < v.length; k++) {
                    v[k] = Math.abs(v[k]);
                }
                Arrays.sort(v);
                out.add(new Level(record.clock().at(from), record.clock().at(i - 1), v[v.length / 2]));
                from = i;
            }
        }
        return out;
    }

    /** Times, since the first row with current, at which the voltage collapses within a half cycle, s. */
    public static List<Double> collapses(PlatingRecord record, Channel voltage, double share) {
        List<Double> out = new ArrayList<>();
        double zero = record.halves().get(0).start();
        for (PlatingHalf h : record.halves()) {
            double before = Double.NaN;
            double last = Double.NaN;
            for (int from = h.from() + ROWS; record.turns() && from + ROWS <= h.to(); from += ROWS) {
                double[] v = voltage.values(from, from + ROWS);
                for (int k = 0; k < ROWS; k++) {
                    v[k] *= h.direction();
                }
                Arrays.sort(v);
                double level = v[ROWS / 2];
                if (last < (1 - share) * before && level < (1 - share) * before && last > -before) {
                    out.add(record.clock().at(from - ROWS) - zero);
                    break;
                }
                before = last;
                last = level;
            }
        }
        return out;
    }

    /** Half cycles whose noise is several times that usual before them. */
    public static List<PlatingHalf> erratic(PlatingRecord record) {
        List<PlatingHalf> out = new ArrayList<>();
        List<PlatingHalf> halves = record.halves();
        for (int k = LEAST; k < halves.size(); k++) {
            int n = Math.min(REFERENCE, k);
            double[] noise = new double[n];
            for (int i = 0; i < n; i++) {
                noise[i] = halves.get(k - 1 - i).noise();
            }
            Arrays.sort(noise);
            if (noise[n / 2] > 0 && halves.get(k).noise() > ERRATIC * noise[n / 2]) {
                out.add(halves.get(k));
            }
        }
        return out;
    }
}
