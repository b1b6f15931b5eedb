package org.interphase.technique.battery.segmentation;

import java.util.Arrays;
import java.util.Optional;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.Channel;

/**
 * Current of each row in A, charging positive, from a recorded current or from recorded increments of charge, and the
 * charge that passed between two rows. A record without sign gets one by ranges of rows.
 */
public final class CurrentSignal {

    private static final double HOUR = 3600;

    private final Channel current;
    private final Channel increment;
    private final RecordClock clock;
    /** First rows of the ranges, and the factor of each; one range that begins at 0 unless signs were found. */
    private final int[] starts;
    private final int[] factors;

    private CurrentSignal(Channel current, Channel increment, RecordClock clock, int[] starts, int[] factors) {
        this.current = current;
        this.increment = increment;
        this.clock = clock;
        this.starts = starts;
        this.factors = factors;
    }

    /** The current of a record; empty if neither a current nor increments of charge are recorded. */
    public static Optional<CurrentSignal> of(CellRecord record, RecordClock clock) {
        Channel i = record.current().orElse(null);
        Channel dq = i == null ? record.chargeIncrement().orElse(null) : null;
        return i == null && dq == null ? Optional.empty()
                : Optional.of(new CurrentSignal(i, dq, clock, new int[] {0}, new int[] {1}));
    }

    /** The same with the sign turned everywhere. */
    public CurrentSignal reversed() {
        return new CurrentSignal(current, increment, clock, starts, Arrays.stream(factors).map(f -> -f).toArray());
    }

    /** The same with a factor of 1 or -1 for each range of rows. */
    public CurrentSignal signed(int[] firstRows, int[] signs) {
        return new CurrentSignal(current, increment, clock, firstRows.clone(), signs.clone());
    }

    private int factor(int row) {
        if (starts.length == 1) {
            return factors[0];
        }
        int k = Arrays.binarySearch(starts, row);
        return factors[Math.max(0, k >= 0 ? k : -k - 2)];
    }

    /** Current of a row, A; NaN where none is recorded. */
    public double at(int row) {
        if (current != null) {
            return factor(row) * current.get(row);
        }
        double dq = increment.get(row);
        if (dq == 0 || row == 0) {
            return 0;
        }
        double dt = clock.at(row) - clock.at(row - 1);
        return dt > 0 ? factor(row) * dq * HOUR / dt : Double.NaN;
    }

    /** Whether the charge of each interval is recorded itself, so that nothing has to be integrated. */
    public boolean isCounted() {
        return current == null;
    }

    /** Charge recorded for the interval that ends at a row, A.h; only where it {@link #isCounted}. */
    public double increment(int row) {
        return factor(row) * increment.get(row);
    }
}
