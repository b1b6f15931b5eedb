package org.interphase.technique.battery.voltammetry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.interphase.technique.battery.segmentation.PotentialSweep;
import org.interphase.technique.battery.segmentation.PotentialSweeps;

/**
 * One scan rate of a series: the last whole sweep of each direction at it.
 *
 * @param name of the record it is from
 * @param record the record
 * @param up rising sweep; empty if there is none
 * @param down falling sweep; empty if there is none
 */
public record RateScan(String name, PotentialSweeps record, Optional<PotentialSweep> up,
        Optional<PotentialSweep> down) {

    /** Rates of two sweeps are one if they differ by less than this part. */
    private static final double SAME = 0.05;

    /** The scans of a record, one for each of its rates, slowest first. */
    public static List<RateScan> of(String name, PotentialSweeps record) {
        List<RateScan> out = new ArrayList<>();
        for (double rate : record.rates()) {
            out.add(new RateScan(name, record, last(record, rate, true), last(record, rate, false)));
        }
        out.sort(Comparator.comparingDouble(RateScan::rate));
        return out;
    }

    private static Optional<PotentialSweep> last(PotentialSweeps record, double rate, boolean rising) {
        return record.sweeps().stream().filter(s -> s.whole() && s.rises() == rising
                && Math.abs(Math.log(s.rate() / rate)) < SAME).reduce((a, b) -> b);
    }

    /** The sweep of a direction. */
    public Optional<PotentialSweep> sweep(boolean rising) {
        return rising ? up : down;
    }

    private PotentialSweep any() {
        return up.or(() -> down).orElseThrow();
    }

    /** Scan rate, V/s. */
    public double rate() {
        return up.isPresent() || down.isPresent() ? any().rate() : Double.NaN;
    }

    /** Relative standard uncertainty of the rate. */
    public double rateUncertainty() {
        return any().rateUncertainty() / any().rate();
    }
}
