package org.interphase.technique.porosimetry.intrusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.api.AnalysisException;

/**
 * Intrusion and extrusion of the first cycle of a run.
 *
 * @param intrusion pressures in Pa, ascending, and volumes
 * @param extrusion pressures in Pa, descending, and volumes; empty if there is none
 * @param reversed whether the file lists an intrusion from the highest pressure down
 * @param dropped rows of the intrusion left out, as their pressure does not exceed the one before
 * @param later rows of later cycles, left out
 */
public record Branches(Branch intrusion, Branch extrusion, boolean reversed, int dropped, int later) {

    /** A pressure that falls below this part of the highest so far turns the run round. */
    private static final double TURN = 0.5;
    /** Unless it later exceeds it by this factor: then the sample changed from the low to the high pressure station. */
    private static final double STATION = 2;
    /** A run that rises by this factor over its lowest pressure after the turn begins another cycle. */
    private static final double AGAIN = 1.25;
    /** Mercury left at the lowest pressure, as part of the most: below it a falling list is an intrusion backwards. */
    private static final double EMPTY = 0.02;
    private static final int FEWEST = 5;

    /**
     * One branch.
     *
     * @param pressure in Pa
     * @param volume cumulative, in the unit of the table
     */
    public record Branch(double[] pressure, double[] volume) {
        /** Number of points. */
        public int size() {
            return pressure.length;
        }
    }

    /**
     * Tells the branches apart by the course of the pressure, not by headings.
     *
     * @throws AnalysisException if the table holds an extrusion alone or too few pressures that rise
     */
    public static Branches of(MercuryTable table) throws AnalysisException {
        double[] p = table.pressure();
        double[] v = table.volume();
        int n = p.length;
        int top = turn(p);
        boolean reversed = false;
        if (top == 0) {
            double most = Arrays.stream(v).max().orElse(0);
            if (Math.abs(v[n - 1]) > EMPTY * most) {
                throw new AnalysisException(String.format(java.util.Locale.ROOT, "The pressures fall from the first "
                        + "row on and %.0f %% of the mercury is left at the last: this is an extrusion alone, and an "
                        + "intrusion is needed", 100 * v[n - 1] / most));
            }
            p = backwards(p);
            v = backwards(v);
            reversed = true;
            top = n - 1;
        }
        List<Integer> rows = new ArrayList<>();
        int dropped = 0;
        for (int i = 0; i <= top; i++) {
            double last = rows.isEmpty() ? 0 : p[rows.getLast()];
            if (p[i] > last) {
                rows.add(i);
            } else if (p[i] == last) {
                // the pressure was held: the later reading is nearer to equilibrium
                rows.set(rows.size() - 1, i);
            } else {
                dropped++;
            }
        }
        if (rows.size() < FEWEST) {
            throw new AnalysisException("Only " + rows.size() + " pressures of the table rise; an intrusion needs "
                    + FEWEST + " or more");
        }
        int end = top;
        double low = p[top];
        while (end + 1 < n && p[end + 1] <= AGAIN * low) {
            low = Math.min(low, p[++end]);
        }
        return new Branches(pick(p, v, rows), new Branch(Arrays.copyOfRange(p, Math.min(top, end), end + 1),
                Arrays.copyOfRange(v, Math.min(top, end), end + 1)), reversed, dropped, n - 1 - end);
    }

    /** Row of the highest pressure of the first rise. */
    private static int turn(double[] p) {
        int top = 0;
        for (int i = 1; i < p.length; i++) {
            if (p[i] >= p[top]) {
                top = i;
            } else if (p[i] < TURN * p[top] && !rises(p, i, STATION * p[top])) {
                break;
            }
        }
        return top;
    }

    private static boolean rises(double[] p, int from, double above) {
        for (int i = from; i < p.length; i++) {
            if (p[i] > above) {
                return true;
            }
        }
        return false;
    }

    /** Whether mercury came out again. */
    public boolean hasExtrusion() {
        return extrusion.size() > 2;
    }

    private static Branch pick(double[] p, double[] v, List<Integer> rows) {
        return new Branch(rows.stream().mapToDouble(i -> p[i]).toArray(),
                rows.stream().mapToDouble(i -> v[i]).toArray());
    }

    private static double[] backwards(double[] x) {
        double[] out = new double[x.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = x[x.length - 1 - i];
        }
        return out;
    }
}
