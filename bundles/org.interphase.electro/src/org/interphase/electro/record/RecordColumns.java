package org.interphase.electro.record;

/**
 * Names of the columns every reader of cyclers gives, in the units named here. What an instrument records beyond them
 * keeps its own name.
 */
public final class RecordColumns {

    /** Kind of a record of a battery cycler. */
    public static final String CYCLING = "cycling";

    /** Time since the start of the test, s. */
    public static final String TIME = "time";
    /** Time since the start of the step, s, as recorded. */
    public static final String STEP_TIME = "step time";
    /** Date and time of the row, seconds since 1970-01-01 in the time zone of the metadata key {@link #ZONE}. */
    public static final String DATE = "date";
    /** Voltage of the cell, or potential of the working electrode where that is what is recorded, V. */
    public static final String VOLTAGE = "voltage";
    /** Current, A; charging is positive. */
    public static final String CURRENT = "current";
    /** Number of the step as recorded; counts on, or names a line of the schedule. */
    public static final String STEP = "step";
    /** Number of the cycle as recorded. */
    public static final String CYCLE = "cycle";
    /** Counter of the charge put in, A.h, as recorded: per step, per cycle or running on. */
    public static final String CHARGE_CAPACITY = "charge capacity";
    /** Counter of the charge taken out, A.h, positive, as recorded. */
    public static final String DISCHARGE_CAPACITY = "discharge capacity";
    /** One counter for both, A.h, as recorded. */
    public static final String CAPACITY = "capacity";
    /** Counter of the energy put in, W.h. */
    public static final String CHARGE_ENERGY = "charge energy";
    /** Counter of the energy taken out, W.h, positive. */
    public static final String DISCHARGE_ENERGY = "discharge energy";
    /** One counter for both, W.h, as recorded. */
    public static final String ENERGY = "energy";
    /** Temperature of the cell or its surroundings, degC. */
    public static final String TEMPERATURE = "temperature";
    /** Internal resistance as the instrument states it, ohm. */
    public static final String INTERNAL_RESISTANCE = "internal resistance";

    /** What the instrument was doing: 1 charging, -1 discharging, 0 resting; missing where its word says none. */
    public static final String STATE = "state";

    /** Kind of a table with a row for each cycle, as some archives give it: no record over time. */
    public static final String CYCLE_TABLE = "cycling.cycles";

    /** Metadata: time zone of the dates as an offset or a name; absent where the file states none. */
    public static final String ZONE = "time zone";
    /** Metadata: when the test was started, as the file writes it in ISO 8601, with a zone only if it states one. */
    public static final String STARTED = "started";

    private RecordColumns() {
    }

    /** Metadata key of the unit in which a file has a column, where a digit of that is no decimal of the column's. */
    public static String writtenUnit(String column) {
        return "unit of " + column + " in the file";
    }
}
