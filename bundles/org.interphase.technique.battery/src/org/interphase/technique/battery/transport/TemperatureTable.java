package org.interphase.technique.battery.transport;

import java.util.Locale;
import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.model.Column;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;

/**
 * Resistances or conductivities over temperature as columns of a table: the temperature by its unit, else by its name;
 * an uncertainty is a further column of the same dimension whose name says so.
 *
 * @param kelvin temperatures
 * @param values resistances in ohm, or conductivities in S/cm
 * @param uncertainties standard uncertainties of those; NaN where there are none
 * @param conductivity whether the values are conductivities
 */
public record TemperatureTable(double[] kelvin, double[] values, double[] uncertainties, boolean conductivity) {

    /** Kind of such a table. */
    public static final String KIND = "transport.temperatures";

    /**
     * Reads a table; rows without temperature or value are left out.
     *
     * @throws AnalysisException naming what is missing
     */
    public static TemperatureTable of(Table table) throws AnalysisException {
        Column t = table.columns().stream().filter(c -> isTemperature(c)).findFirst().orElseThrow(
                () -> new AnalysisException("'" + table.name() + "' has no column of temperatures in degC or K; name "
                        + "it 'temperature' and give its unit in the heading, as in 'temperature (degC)'"));
        Unit ohm = Unit.of("ohm");
        Unit siemens = Unit.of("S/cm");
        Optional<Column> r = value(table, t, ohm);
        Optional<Column> s = value(table, t, siemens);
        if (r.isEmpty() && s.isEmpty()) {
            throw new AnalysisException("'" + table.name() + "' has neither resistances in ohm nor conductivities in "
                    + "S/cm; give the unit in the heading, as in 'R (ohm)'");
        }
        Column v = r.orElseGet(s::get);
        Unit unit = r.isPresent() ? ohm : siemens;
        Optional<Column> u = table.columns().stream().filter(c -> c != v && c.unit().isCompatible(unit)
                && isUncertainty(c)).findFirst();
        double[] kelvin = t.values(Unit.of("K"));
        double[] values = v.values(unit);
        double[] sigma = u.map(c -> c.values(unit)).orElse(null);
        int n = 0;
        double[][] kept = new double[3][values.length];
        for (int k = 0; k < values.length; k++) {
            if (Double.isFinite(kelvin[k]) && Double.isFinite(values[k])) {
                if (!(values[k] > 0) || !(kelvin[k] > 0)) {
                    throw new AnalysisException("row " + (k + 1) + " of '" + table.name() + "' has a value that is not "
                            + "positive");
                }
                kept[0][n] = kelvin[k];
                kept[1][n] = values[k];
                kept[2][n++] = sigma == null ? Double.NaN : sigma[k];
            }
        }
        for (int c = 0; c < 3; c++) {
            kept[c] = java.util.Arrays.copyOf(kept[c], n);
        }
        return new TemperatureTable(kept[0], kept[1], kept[2], r.isEmpty());
    }

    private static Optional<Column> value(Table table, Column temperature, Unit unit) {
        return table.columns().stream().filter(c -> c != temperature && c.unit().isCompatible(unit)
                && !isUncertainty(c)).findFirst();
    }

    private static boolean isTemperature(Column c) {
        return c.unit().isCompatible(Unit.of("K")) && !isUncertainty(c);
    }

    private static boolean isUncertainty(Column c) {
        String name = c.name().toLowerCase(Locale.ROOT);
        return name.contains("uncertainty") || name.startsWith("u(") || name.contains("error") || name.contains("std")
                || name.startsWith("\u00b1");
    }
}
