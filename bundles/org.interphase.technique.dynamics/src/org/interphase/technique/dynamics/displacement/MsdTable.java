package org.interphase.technique.dynamics.displacement;

import java.util.Arrays;
import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.model.Column;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;

/**
 * Mean squared displacements over time, from a table.
 *
 * @param time times in ps, ascending, above 0
 * @param msd in angstrom^2
 * @param spread a third column that tells a spread, in angstrom^2; null where there is none
 */
public record MsdTable(double[] time, double[] msd, double[] spread) {

    /** Kind of such a table. */
    public static final String KIND = "dynamics.msd";
    /** Column of times. */
    public static final String TIME = "time";
    /** Column of mean squared displacements. */
    public static final String MSD = "MSD";
    /** Column of their spread, whose meaning a file seldom states. */
    public static final String SPREAD = "spread";

    /** Metadata key: the axes along which displacements are counted, where a heading says so. */
    public static final String AXES = "axes";

    /** Picosecond. */
    public static final Unit PICOSECOND = Unit.of("ps");
    /** Square angstrom. */
    public static final Unit AREA = Unit.of("Angstrom2");

    /**
     * Reads a table; rows at time 0 and without a number are left out, as a displacement over no time says nothing.
     *
     * @throws AnalysisException naming what is missing or wrong
     */
    public static MsdTable of(Table table) throws AnalysisException {
        Optional<Column> t = table.column(TIME).filter(c -> c.unit().isCompatible(PICOSECOND));
        Optional<Column> m = table.column(MSD).filter(c -> c.unit().isCompatible(AREA));
        if (t.isEmpty() || m.isEmpty()) {
            throw new AnalysisException("'" + table.name() + "' has no column '" + (t.isEmpty() ? TIME + "' in a unit "
                    + "of "
                    + "time" : MSD + "' in a unit of area"));
        }
        double[] time = t.get().values(PICOSECOND);
        double[] msd = m.get().values(AREA);
        double[] spread = table.column(SPREAD).map(c -> c.values(AREA)).orElse(null);
        int n = 0;
        for (int k = 0; k < time.length; k++) {
            if (!Double.isFinite(time[k]) || !Double.isFinite(msd[k]) || time[k] == 0) {
                continue;
            }
            if (time[k] < 0 || n > 0 && time[k] <= time[n - 1]) {
                throw new AnalysisException("row " + (k + 1) + " of '" + table.name() + "': times must be positive and "
                        + "ascend");
            }
            if (msd[k] < 0) {
                throw new AnalysisException("row " + (k + 1) + " of '" + table.name() + "': a mean squared "
                        + "displacement is not negative");
            }
            time[n] = time[k];
            msd[n] = msd[k];
            if (spread != null) {
                spread[n] = spread[k];
            }
            n++;
        }
        return new MsdTable(Arrays.copyOf(time, n), Arrays.copyOf(msd, n), spread == null ? null
                : Arrays.copyOf(spread, n));
    }

    /** The rows up to a time in ps; all for null. */
    public MsdTable upTo(Double longest) {
        if (longest == null) {
            return this;
        }
        int n = 0;
        while (n < time.length && time[n] <= longest) {
            n++;
        }
        return new MsdTable(Arrays.copyOf(time, n), Arrays.copyOf(msd, n), spread == null ? null
                : Arrays.copyOf(spread, n));
    }

    /** Whether every row has a spread above 0. */
    public boolean hasSpread() {
        return spread != null && Arrays.stream(spread).allMatch(v -> v > 0);
    }
}
