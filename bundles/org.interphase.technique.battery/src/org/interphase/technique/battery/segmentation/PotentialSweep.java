package org.interphase.technique.battery.segmentation;

/**
 * One run of the potential from vertex to vertex. Rows are those of the cleaned record, see {@link PotentialSweeps}.
 *
 * @param number counts from 1 over all sweeps of the record
 * @param cycle number of the cycle it belongs to, from 1
 * @param from first row
 * @param to row after the last
 * @param direction +1 for a rising potential (oxidation at the working electrode), -1 for a falling one
 * @param start potential at its beginning, V
 * @param end potential at its end, V
 * @param rate scan rate, V/s, positive
 * @param rateUncertainty its standard uncertainty, from the scatter and from how even the run is
 * @param increment potential between neighbouring rows, or the step of a staircase, V
 * @param whole whether it spans at least nine tenths of the widest sweep of its direction
 */
public record PotentialSweep(int number, int cycle, int from, int to, int direction, double start, double end,
        double rate, double rateUncertainty, double increment, boolean whole) {

    /** Number of rows. */
    public int size() {
        return to - from;
    }

    /** Potential run through, V. */
    public double span() {
        return Math.abs(end - start);
    }

    /** Whether the potential rises. */
    public boolean rises() {
        return direction > 0;
    }

    /** oxidation or reduction, for people. */
    public String word() {
        return rises() ? "oxidation" : "reduction";
    }
}
