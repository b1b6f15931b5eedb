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
     * Shorts of a record, and a slow fall where there is one.
     *
     * @param shorts in the order of time
     * @param slowFall largest fall below an earlier level, as part of it, that is no short because it went on over more
     *     levels than a reference is of; 0 where there is none as large as a short
     * @param tested whether there was any level with enough before it, that a fall could show
     */
    public record Found(List<Short> shorts, double slowFall, boolean tested) {

        /** Copies the list. */
        public Found {
            shorts = List.copyOf(shorts);
        }
    }

    /**
     * Shorts of a record.
     *
     * @param share part of the level before by which it must fall
     */
    public static Found of(PlatingRecord record, Channel voltage, double share) {
        List<Level> levels = record.turns() ? halves(record) : hours(record, voltage);
        // the median of an hour is no chance; a half cycle may be short
        int last = record.turns() ? LASTS : 1;
        double zero = record.halves().get(0).start();
        List<Short> out = new ArrayList<>();
        double reference = Double.NaN;
        double highest = 0;
        double fall = 0;
        int since = 0;
        for (int k = LEAST; k < levels.size(); k++) {
            if (k - since >= LEAST) {
                // just after a short there are too few levels: the reference before it stands
                reference = median(levels, Math.max(since, k - REFERENCE), k);
                highest = Math.max(highest, reference);
                fall = Math.max(fall, 1 - reference / highest);
            }
            double low = (1 - share) * reference;
            if (!(levels.get(k).value < low) || !lasts(levels, k, k + last, low)) {
                continue;
            }
            int back = k;
            while (back < levels.size() && levels.get(back).value < (1 - share / 2) * reference) {
                back++;
            }
            out.add(new Short(levels.get(k).start - zero, reference, median(levels, k, back), back < levels.size()
                    ? levels.get(back).start - zero : Double.NaN));
            k = back;
            since = back;
        }
        return new Found(out, fall >= share ? fall : 0, levels.size() > LEAST);
    }

    private static boolean lasts(List<Level> levels, int from, int to, double below) {
        for (int i = from; i < Math.min(levels.size(), to); i++) {
            if (levels.get(i).value >= below) {
                return false;
            }
        }
        return true;
    }

    private static double median(List<Level> levels, int from, int to) {
        double[] values = levels.subList(from, to).stream().mapToDouble(Level::value).sorted().toArray();
        return values[values.length / 2];
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
                double[] v = Arrays.stream(voltage.values(from, i)).filter(y -> !Double.isNaN(y)).map(Math::abs)
                        .sorted().toArray();
                if (v.length > 0) {
                    out.add(new Level(record.clock().at(from), record.clock().at(i - 1), v[v.length / 2]));
                }
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
