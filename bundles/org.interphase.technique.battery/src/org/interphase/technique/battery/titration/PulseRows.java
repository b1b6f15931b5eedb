package org.interphase.technique.battery.titration;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.interphase.electro.record.Channel;

/**
 * The points of a pulse and the rest behind it that are fitted: the last one before the pulse, then those a while after
 * each switching, at most so many of each part, dense where the potential moves fast.
 *
 * @param times s
 * @param on whether the current is on
 * @param potentials V
 */
record PulseRows(double[] times, boolean[] on, double[] potentials) {

    private static final int MOST = 150;

    /**
     * @param skip time after each switching that is left out, s: there the double layer and the charge transfer show
     * @param part share of the rest that is used, 1 for all of it
     */
    static PulseRows of(IntToDoubleFunction time, Channel potential, Pulse pulse, double skip, double part) {
        double last = pulse.off() + part * (time.applyAsDouble(pulse.end()) - pulse.off());
        int[] during = rows(time, pulse.first(), pulse.last(), pulse.on() + skip, Double.POSITIVE_INFINITY);
        int[] after = pulse.hasRest() ? rows(time, pulse.last() + 1, pulse.end(), pulse.off() + skip, last)
                : new int[0];
        int[] all = IntStream.concat(IntStream.of(pulse.before()), IntStream.concat(IntStream.of(during),
                IntStream.of(after))).filter(r -> !Double.isNaN(potential.get(r))).toArray();
        double[] t = new double[all.length];
        double[] e = new double[all.length];
        boolean[] on = new boolean[all.length];
        for (int i = 0; i < all.length; i++) {
            double at = time.applyAsDouble(all[i]);
            t[i] = all[i] == pulse.before() ? Math.min(at, pulse.on()) : at;
            e[i] = potential.get(all[i]);
            on[i] = all[i] >= pulse.first() && all[i] <= pulse.last();
        }
        return new PulseRows(t, on, e);
    }

    private static int[] rows(IntToDoubleFunction time, int first, int last, double from, double to) {
        int[] all = IntStream.rangeClosed(first, last).filter(r -> time.applyAsDouble(r) >= from
                && time.applyAsDouble(r) <= to).toArray();
        if (all.length <= MOST) {
            return all;
        }
        double n = all.length - 1;
        return IntStream.range(0, MOST).map(i -> (int) Math.round(n * i * i / ((MOST - 1.0) * (MOST - 1))))
                .distinct().map(i -> all[i]).toArray();
    }

    /** About so many of the points, evenly taken. */
    PulseRows thinned(int wanted) {
        int stride = Math.max(1, times.length / wanted);
        int[] kept = IntStream.range(0, times.length).filter(i -> i % stride == 0).toArray();
        boolean[] some = new boolean[kept.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = on[kept[i]];
        }
        return new PulseRows(IntStream.of(kept).mapToDouble(i -> times[i]).toArray(), some,
                IntStream.of(kept).mapToDouble(i -> potentials[i]).toArray());
    }

    int count(boolean wanted) {
        int n = 0;
        for (boolean b : on) {
            n += b == wanted ? 1 : 0;
        }
        return n;
    }
}
