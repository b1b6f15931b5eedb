package org.interphase.technique.porosimetry.intrusion;

import java.util.Arrays;
import org.interphase.api.AnalysisException;
import org.interphase.model.Column;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;

/**
 * Pressures and intruded volumes as recorded, row by row.
 *
 * @param pressure in Pa, above 0
 * @param volume in the unit of the basis
 * @param basis what volumes are per
 */
public record MercuryTable(double[] pressure, double[] volume, VolumeBasis basis) {

    /** Kind of such a table. */
    public static final String KIND = "porosimetry.mercury";
    /** Column of pressures. */
    public static final String PRESSURE = "pressure";
    /** Column of cumulative volumes. */
    public static final String VOLUME = "intruded volume";
    /** Metadata: where units of the columns come from, if not from the file. */
    public static final String UNITS = "units of the columns";
    /** Metadata: where the unit of pressures comes from, if not from the file. */
    public static final String PRESSURE_UNIT = "unit of pressures";
    /** Value of {@link #UNITS} and {@link #PRESSURE_UNIT} for units nobody stated. */
    public static final String ASSUMED = "assumed";
    /** Metadata: mass of the sample. */
    public static final String MASS = "mass";
    /** Metadata: contact angle the file states. */
    public static final String ANGLE = "contact angle";
    /** Metadata: surface tension the file states. */
    public static final String TENSION = "surface tension";
    /** Metadata: bulk volume of the sample. */
    public static final String BULK_VOLUME = "bulk volume";
    /** Metadata: bulk density of the sample. */
    public static final String BULK_DENSITY = "bulk density";

    private static final Unit PASCAL = Unit.of("Pa");
    private static final int FEWEST = 5;

    /**
     * Reads a table; rows without one of the two numbers, or before any pressure, are left out.
     *
     * @throws AnalysisException naming what is missing or wrong
     */
    public static MercuryTable of(Table table) throws AnalysisException {
        Column p = table.column(PRESSURE).filter(c -> c.unit().isCompatible(PASCAL)).orElseThrow(
                () -> new AnalysisException("'" + table.name() + "' has no column '" + PRESSURE + "' in a unit of "
                        + "pressure"));
        Column v = table.column(VOLUME).filter(c -> VolumeBasis.of(c.unit()).isPresent()).orElseThrow(
                () -> new AnalysisException("'" + table.name() + "' has no column '" + VOLUME + "' in a unit of "
                        + "volume, volume per mass, or per cent of the bulk volume"));
        VolumeBasis basis = VolumeBasis.of(v.unit()).orElseThrow();
        double[] pressure = p.values(PASCAL);
        double[] volume = v.values(basis.unit());
        int n = 0;
        for (int i = 0; i < pressure.length; i++) {
            if (Double.isFinite(pressure[i]) && Double.isFinite(volume[i]) && pressure[i] > 0) {
                pressure[n] = pressure[i];
                volume[n++] = volume[i];
            }
        }
        if (n < FEWEST) {
            throw new AnalysisException("'" + table.name() + "' has " + n + " rows with a pressure above 0 and a "
                    + "volume; a pore distribution needs " + FEWEST + " or more");
        }
        return new MercuryTable(Arrays.copyOf(pressure, n), Arrays.copyOf(volume, n), basis);
    }
}
