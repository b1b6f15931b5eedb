package org.interphase.technique.porosimetry.intrusion;

import java.util.List;
import java.util.Optional;

/**
 * Where the filling of the gaps between particles ends and that of their pores begins, as far as an intrusion shows it:
 * two modes with a valley between them whose density is below a tenth of the lower mode.
 *
 * @param diameter the boundary in m
 * @param wide volume in wider gaps
 * @param uncertainty standard uncertainty of that volume: one step of the histogram either way, and the readings
 */
public record Filling(double diameter, double wide, double uncertainty) {

    private static final double DEEP = 0.1;

    /** The deepest such valley. */
    public static Optional<Filling> find(Intrusion in, PoreHistogram h) {
        List<Integer> modes = h.modes().stream().sorted().toList();
        int best = -1;
        for (int m = 1; m < modes.size(); m++) {
            int low = h.lowestBetween(modes.get(m - 1), modes.get(m));
            double lower = Math.min(h.density()[modes.get(m - 1)], h.density()[modes.get(m)]);
            if (h.density()[low] < DEEP * lower && (best < 0 || h.density()[low] < h.density()[best])) {
                best = low;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(at(in, h.diameter()[best], h.step()));
    }

    /** The volume in gaps wider than a diameter in m. */
    public static Filling at(Intrusion in, double diameter, double step) {
        double wide = volume(in, diameter);
        double either = Math.abs(volume(in, diameter * Math.pow(10, -step))
                - volume(in, diameter * Math.pow(10, step)));
        return new Filling(diameter, wide, Math.sqrt(either * either / 4 + 2 * in.reading() * in.reading()
                + in.scale() * in.scale() * wide * wide));
    }

    private static double volume(Intrusion in, double diameter) {
        int i = 1;
        while (i < in.size() - 1 && in.diameter(i) > diameter) {
            i++;
        }
        double f = Math.log(in.diameter(i - 1) / diameter) / Math.log(in.diameter(i - 1) / in.diameter(i));
        return in.volume()[i - 1] + Math.max(0, Math.min(1, f)) * (in.volume()[i] - in.volume()[i - 1]);
    }
}
