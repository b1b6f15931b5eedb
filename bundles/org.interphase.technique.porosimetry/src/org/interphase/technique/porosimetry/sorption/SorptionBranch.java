package org.interphase.technique.porosimetry.sorption;

import java.util.Arrays;
import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.model.Table;

/**
 * A branch of an isotherm of nitrogen, from its highest pressure down.
 *
 * @param desorption whether gas went out
 * @param pressure relative pressures, falling
 * @param volume of the adsorbed nitrogen as a liquid in cm3/g
 * @param noise relative standard deviation of a volume
 */
public record SorptionBranch(boolean desorption, double[] pressure, double[] volume, double noise) {

    /** Points under which there is no branch. */
    public static final int FEWEST = 6;
    /** Rise of p/p0 from which on a cycle begins anew. */
    private static final double BACK = 0.02;
    /** Three standard deviations are the tolerance of an isotherm. */
    private static final double TOLERANCE = 3;

    /** The adsorption between two relative pressures. */
    public static SorptionBranch adsorption(Isotherm iso, double low, double high) {
        int n = iso.size();
        double[] p = new double[n];
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            p[i] = iso.pressure()[n - 1 - i];
            v[i] = TPlot.LIQUID * iso.amount()[n - 1 - i];
        }
        return within(false, p, v, iso.tolerance() / TOLERANCE, low, high);
    }

    /** The desorption behind the highest pressure, if there is one, as far as its pressures fall. */
    public static Optional<SorptionBranch> desorption(Table table, Isotherm iso, double low, double high)
            throws AnalysisException {
        double[][] rows = Isotherm.rows(table);
        int at = Isotherm.top(rows);
        double[] p = new double[rows[0].length];
        double[] v = new double[p.length];
        int n = 0;
        for (int i = at; i < p.length; i++) {
            double x = rows[0][i];
            double y = rows[1][i];
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                continue;
            }
            if (n > 1 && x > p[n - 1] + BACK) {
                break;
            }
            if (x < 1 && x > 0 && (n == 0 || x < p[n - 1])) {
                p[n] = x;
                v[n++] = TPlot.LIQUID * y;
            }
        }
        return n < FEWEST ? Optional.empty() : Optional.of(within(true, Arrays.copyOf(p, n), Arrays.copyOf(v, n),
                iso.tolerance() / TOLERANCE, low, high));
    }

    private static SorptionBranch within(boolean desorption, double[] p, double[] v, double noise, double low,
            double high) {
        int from = 0;
        while (from < p.length && p[from] > high) {
            from++;
        }
        int to = p.length;
        while (to > from && p[to - 1] < low) {
            to--;
        }
        return new SorptionBranch(desorption, Arrays.copyOfRange(p, from, to), Arrays.copyOfRange(v, from, to), noise);
    }

    /** Number of points. */
    public int size() {
        return pressure.length;
    }

    /** Its Kelvin equation. */
    Kelvin kelvin() {
        return desorption ? Kelvin.emptying() : Kelvin.filling();
    }
}
