package org.interphase.technique.porosimetry.sorption;

import java.util.Arrays;
import org.interphase.api.AnalysisException;
import org.interphase.model.Column;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;

/**
 * The adsorption branch of an isotherm.
 *
 * @param pressure relative pressures p/p0, ascending, between 0 and 1
 * @param amount amount adsorbed in mmol/g
 * @param desorption how many points of a desorption were left out
 */
public record Isotherm(double[] pressure, double[] amount, int desorption) {

    /** Kind of such a table. */
    public static final String KIND = "sorption.isotherm";
    /** Column of relative pressures. */
    public static final String PRESSURE = "relative pressure";
    /** Column of amounts, per mass: a volume of gas at standard temperature and pressure, or moles. */
    public static final String AMOUNT = "quantity adsorbed";
    /** Volume in cm3 of a mmol of ideal gas at 273.15 K and 101325 Pa (CODATA 2018: 22.413969 L/mol). */
    public static final double STP = 22.413969;

    private static final Unit VOLUME = Unit.of("cm3/g");
    private static final Unit MOLES = Unit.of("mmol/g");
    private static final int FEWEST = 5;

    /**
     * Reads a table: the rows up to the highest pressure.
     *
     * @throws AnalysisException naming what is missing or wrong
     */
    public static Isotherm of(Table table) throws AnalysisException {
        double[][] rows = rows(table);
        double[] x = rows[0];
        double[] n = rows[1];
        int at = top(rows);
        int k = 0;
        for (int i = 0; i <= at; i++) {
            if (Double.isFinite(x[i]) && Double.isFinite(n[i]) && x[i] > 0 && x[i] < 1 && (k == 0 || x[i] > x[k - 1])) {
                x[k] = x[i];
                n[k++] = n[i];
            }
        }
        if (k < FEWEST) {
            throw new AnalysisException("'" + table.name() + "' has " + k + " points of adsorption with p/p0 between 0 "
                    + "and 1 that rise; " + FEWEST + " or more are needed");
        }
        for (int i = 0; i < k; i++) {
            if (!(n[i] > 0)) {
                throw new AnalysisException("At p/p0 = " + x[i] + " the amount adsorbed is not above 0");
            }
        }
        return new Isotherm(Arrays.copyOf(x, k), Arrays.copyOf(n, k), table.rows() - 1 - at);
    }

    /** All rows of a table: relative pressures, and amounts in mmol/g. */
    static double[][] rows(Table table) throws AnalysisException {
        Column p = table.column(PRESSURE).filter(c -> c.unit().isCompatible(Unit.ONE)).orElseThrow(
                () -> new AnalysisException("'" + table.name() + "' has no column '" + PRESSURE + "'"));
        Column a = table.column(AMOUNT).filter(c -> c.unit().isCompatible(VOLUME) || c.unit().isCompatible(MOLES))
                .orElseThrow(() -> new AnalysisException("'" + table.name() + "' has no column '" + AMOUNT
                        + "' in cm3/g (STP) or mmol/g"));
        boolean volume = a.unit().isCompatible(VOLUME);
        double[] n = a.values(volume ? VOLUME : MOLES);
        return new double[][] {p.values(Unit.ONE), Arrays.stream(n).map(v -> volume ? v / STP : v).toArray()};
    }

    /** Index of the highest pressure that has an amount. */
    static int top(double[][] rows) {
        int at = 0;
        double top = 0;
        for (int i = 0; i < rows[0].length; i++) {
            if (Double.isFinite(rows[1][i]) && rows[0][i] > top) {
                top = rows[0][i];
                at = i;
            }
        }
        return at;
    }

    /** Number of points. */
    public int size() {
        return pressure.length;
    }

    /** n (1 - p/p0) at a point, which has to rise where the BET equation holds (Rouquerol). */
    public double rouquerol(int i) {
        return amount[i] * (1 - pressure[i]);
    }

    /**
     * Part by which n (1 - p/p0) may fall from noise alone: three standard deviations by the second differences of its
     * logarithm, at most 3 %.
     */
    public double tolerance() {
        double[] d = new double[size() - 2];
        for (int i = 1; i + 1 < size(); i++) {
            double f = (pressure[i] - pressure[i - 1]) / (pressure[i + 1] - pressure[i - 1]);
            d[i - 1] = Math.abs(Math.log(rouquerol(i)) - (1 - f) * Math.log(rouquerol(i - 1))
                    - f * Math.log(rouquerol(i + 1))) / Math.sqrt(1 + f * f + (1 - f) * (1 - f));
        }
        Arrays.sort(d);
        // bends of the isotherm add to the larger differences, so that the smaller half tells the noise
        return Math.min(0.03, 3 * d[d.length / 4] / 0.3186);
    }

    /** Relative pressure at which an amount is adsorbed; NaN outside of the data. */
    public double pressureAt(double n) {
        for (int i = 1; i < size(); i++) {
            if (amount[i - 1] <= n && n <= amount[i] && amount[i] > amount[i - 1]) {
                return pressure[i - 1] + (n - amount[i - 1]) / (amount[i] - amount[i - 1])
                        * (pressure[i] - pressure[i - 1]);
            }
        }
        return Double.NaN;
    }
}
