package org.interphase.technique.porosimetry.sorption;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The range of a BET line by rule: the usual 0.05 to 0.30, cut where n (1 - p/p0) has its maximum, if it keeps all
 * criteria; else the valid range with the most points, of those the one that ends highest.
 *
 * @param chosen the line
 * @param usual whether it is the usual range, cut or not
 * @param spread standard deviation of the monolayers of all valid ranges
 * @param valid how many ranges keep all criteria
 */
public record BetRange(BetFit chosen, boolean usual, double spread, int valid) {

    private static final double LOW = 0.05;
    private static final double HIGH = 0.30;
    private static final double HIGHEST = 0.35;
    private static final int FEWEST = 5;
    /** Isotherms of many points are searched in steps, as neighbouring ranges tell the same. */
    private static final int ENDS = 60;

    /** The range of an isotherm; empty if none keeps the criteria. */
    public static Optional<BetRange> of(Isotherm iso) {
        int top = 0;
        int end = 0;
        for (int i = 0; i < iso.size() && iso.pressure()[i] <= HIGHEST; i++) {
            end = i;
            top = iso.rouquerol(i) > iso.rouquerol(top) ? i : top;
        }
        int limit = end;
        while (limit > top && iso.rouquerol(limit) < (1 - iso.tolerance() / 2) * iso.rouquerol(top)) {
            limit--;
        }
        List<BetFit> valid = new ArrayList<>();
        int stride = Math.max(1, limit / ENDS);
        for (int first = 0; first + FEWEST - 1 <= limit; first += stride) {
            for (int last = limit; last - first >= FEWEST - 1; last -= stride) {
                BetFit f = BetFit.of(iso, first, last);
                if (f.isValid(iso)) {
                    valid.add(f);
                }
            }
        }
        Optional<BetFit> usual = usual(iso, limit);
        Optional<BetFit> best = usual.isPresent() ? usual : valid.stream().max((a, b) -> {
            int points = Integer.compare(a.last() - a.first(), b.last() - b.first());
            return points != 0 ? points : Integer.compare(a.last(), b.last());
        });
        return best.map(b -> new BetRange(b, usual.isPresent(), spread(valid, b), valid.size()));
    }

    private static Optional<BetFit> usual(Isotherm iso, int limit) {
        int first = 0;
        while (first < iso.size() && iso.pressure()[first] < LOW) {
            first++;
        }
        // points are seldom denser than 0.05 apart there: one below it may be needed to reach the monolayer
        first = first > 0 && iso.pressure()[first] > LOW + 0.005 ? first - 1 : first;
        int last = limit;
        while (last > first && iso.pressure()[last] > HIGH) {
            last--;
        }
        if (last - first < FEWEST - 1) {
            return Optional.empty();
        }
        BetFit f = BetFit.of(iso, first, last);
        return f.isValid(iso) ? Optional.of(f) : Optional.empty();
    }

    private static double spread(List<BetFit> valid, BetFit chosen) {
        double sum = valid.stream().mapToDouble(f -> Math.pow(f.monolayer() - chosen.monolayer(), 2)).sum();
        return valid.isEmpty() ? 0 : Math.sqrt(sum / valid.size());
    }
}
