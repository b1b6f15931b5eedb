package org.interphase.technique.dynamics.activation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.model.Column;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;

/**
 * Diffusion coefficients over temperature, from a table: the temperature by its unit, the coefficient by its unit, a
 * standard uncertainty by its name.
 *
 * @param kelvin temperatures
 * @param values diffusion coefficients in cm2/s
 * @param uncertainties their standard uncertainties; NaN where there are none
 */
public record DiffusivityTable(double[] kelvin, double[] values, double[] uncertainties) {

    /** Kind of such a table. */
    public static final String KIND = "dynamics.diffusivities";

    private static final Unit KELVIN = Unit.of("K");
    private static final Unit AREA_PER_TIME = Unit.of("cm2/s");

    /**
     * Reads a table; rows without a number are left out.
     *
     * @throws AnalysisException naming what is missing
     */
    public static DiffusivityTable of(Table t) throws AnalysisException {
        Column temperature = find(t.columns(), KELVIN, false).orElseThrow(() -> new AnalysisException("'" + t.name()
                + "' has no column of temperatures in K or degC"));
        Column d = find(t.columns(), AREA_PER_TIME, false).orElseThrow(() -> new AnalysisException("'" + t.name()
                + "' has no column of diffusion coefficients in cm2/s or m2/s"));
        double[] u = beside(t, d);
        double[] kelvin = temperature.values(KELVIN);
        double[] values = d.values(AREA_PER_TIME);
        double[] uncertainties = new double[values.length];
        int n = 0;
        for (int k = 0; k < values.length; k++) {
            if (Double.isFinite(kelvin[k]) && Double.isFinite(values[k])) {
                if (!(kelvin[k] > 0)) {
                    throw new AnalysisException("row " + (k + 1) + " of '" + t.name() + "' has a temperature of "
                            + kelvin[k] + " K");
                }
                kelvin[n] = kelvin[k];
                values[n] = values[k];
                uncertainties[n++] = u == null ? Double.NaN : u[k];
            }
        }
        return new DiffusivityTable(Arrays.copyOf(kelvin, n), Arrays.copyOf(values, n),
                Arrays.copyOf(uncertainties, n));
    }

    /** The uncertainty right behind a column of coefficients, or right before it; null where there is none. */
    private static double[] beside(Table t, Column d) throws AnalysisException {
        List<Column> all = t.columns();
        List<String> names = all.stream().filter(c -> c.unit().isCompatible(AREA_PER_TIME) && !isUncertainty(c))
                .map(Column::name).toList();
        if (names.size() > 1) {
            throw new AnalysisException("'" + t.name() + "' has several columns of diffusion coefficients: "
                    + String.join(", ", names) + "; leave one of them in a table");
        }
        int at = all.indexOf(d);
        for (int k : new int[] {at + 1, at - 1}) {
            if (k >= 0 && k < all.size() && all.get(k).unit().isCompatible(AREA_PER_TIME)
                    && isUncertainty(all.get(k))) {
                return all.get(k).values(AREA_PER_TIME);
            }
        }
        if (find(all, AREA_PER_TIME, true).isPresent()) {
            throw new AnalysisException("the uncertainty in '" + t.name() + "' does not stand beside '" + d.name()
                    + "': whose it is, is not clear");
        }
        return null;
    }

    private static Optional<Column> find(List<Column> columns, Unit unit, boolean uncertainty) {
        return columns.stream().filter(c -> c.unit().isCompatible(unit) && isUncertainty(c) == uncertainty).findFirst();
    }

    private static boolean isUncertainty(Column c) {
        String n = c.name().toLowerCase(Locale.ROOT);
        return n.contains("uncertainty") || n.startsWith("u(") || n.contains("err") || n.contains("std")
                || n.contains("\u00b1");
    }
}
