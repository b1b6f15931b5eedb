package org.interphase.technique.battery.reader;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.interphase.electro.record.LastDecimal;
import org.interphase.model.Remark;

/**
 * Finds records that were brought to other times by straight lines between what was measured: their voltages lie on the
 * line between their neighbours to the last digit, and bend by many digits where a measured one stood. A record whose
 * voltage is smooth bends nowhere by many digits, one with a coarse converter bends by few different amounts.
 */
final class InterpolatedRows {

    /** Rows that are looked at: a whole record is interpolated, or none of it. */
    private static final int LOOKED_AT = 50_000;
    private static final int FEWEST = 50;
    /** Share of the rows on a line, and least and largest share of those that bend. */
    private static final double ON_LINE = 0.4;
    private static final double LEAST_BENT = 0.08;
    /** A voltage that changes by fewer digits over two intervals tells nothing. */
    private static final double FLAT = 4;
    /** Digits by which a bend is none of rounding. */
    private static final double BENT = 10;
    /** Different steps of the voltage in tenths of a bend: a converter has few. */
    private static final int STEPS = 10;
    /** Relative rounding of numbers that have no last digit. */
    private static final double ROUNDING = 1e-9;

    private InterpolatedRows() {
    }

    /** A warning where the rows are interpolated. */
    static Optional<Remark> of(int rows, IntToDoubleFunction time, IntToDoubleFunction voltage) {
        int n = Math.min(rows, LOOKED_AT);
        double[] t = new double[n];
        double[] v = new double[n];
        LastDecimal decimal = new LastDecimal();
        double most = 0;
        for (int i = 0; i < n; i++) {
            t[i] = time.applyAsDouble(i);
            v[i] = voltage.applyAsDouble(i);
            decimal.add(v[i]);
            most = Math.max(most, Math.abs(v[i]));
        }
        double digit = Math.max(decimal.value(), ROUNDING * most);
        double[] bends = new double[n];
        int bent = 0;
        int on = 0;
        for (int i = 1; i < n - 1; i++) {
            double way = v[i + 1] - v[i - 1];
            if (!(t[i] > t[i - 1] && t[i + 1] > t[i]) || !(Math.abs(way) > FLAT * digit)) {
                continue;
            }
            double off = Math.abs(v[i] - v[i - 1] - way * (t[i] - t[i - 1]) / (t[i + 1] - t[i - 1]));
            if (off <= (1 + ROUNDING) * digit) {
                on++;
            } else {
                bends[bent++] = off;
            }
        }
        if (on < FEWEST || on < ON_LINE * (on + bent) || bent < LEAST_BENT * (on + bent)) {
            return Optional.empty();
        }
        Arrays.sort(bends, 0, bent);
        double usual = bends[bent / 2];
        if (!(usual > BENT * digit) || steps(v, usual / STEPS) <= STEPS) {
            return Optional.empty();
        }
        return Optional.of(Remark.warning("Of the first " + n + " rows, " + on + " lie on the straight line between "
                + "their neighbours to the last digit of the voltage, while others bend by many digits: the record "
                + "looks interpolated. Its scatter and its intervals are not those of the measurement, and "
                + "uncertainties that follow from them are too small; read the file of the instrument instead.")
                .coded("rows-interpolated"));
    }

    /** How many different steps there are from row to row. */
    private static int steps(double[] v, double of) {
        Set<Long> all = new HashSet<>();
        for (int i = 1; i < v.length && all.size() <= STEPS; i++) {
            double step = Math.abs(v[i] - v[i - 1]);
            if (step > 0) {
                all.add(Math.round(step / of));
            }
        }
        return all.size();
    }
}
