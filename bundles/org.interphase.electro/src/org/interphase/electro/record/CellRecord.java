package org.interphase.electro.record;

import java.util.List;
import java.util.Optional;
import org.interphase.model.Column;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;

/**
 * A record over time of one cell, in SI-near units whatever instrument made it: time in s, voltage in V, current in A
 * with charging positive. Columns with the names of {@link RecordColumns} come first; those of EC-Lab are known too.
 */
public final class CellRecord {

    private static final Unit SECOND = Unit.of("s");
    private static final Unit VOLT = Unit.of("V");
    private static final Unit AMPERE = Unit.of("A");
    private static final Unit AMPERE_HOUR = Unit.of("A.h");
    private static final Unit WATT_HOUR = Unit.of("W.h");

    /** Of EC-Lab's several potentials the cell's own first: the working electrode's unless the cell's is recorded. */
    private static final List<String> VOLTAGES = List.of(RecordColumns.VOLTAGE, "Ecell", "<Ecell>", "Ewe-Ece", "Ewe",
            "<Ewe>");
    private static final List<String> CURRENTS = List.of(RecordColumns.CURRENT, "I", "<I>");

    private final Table table;
    private final Channel time;
    private final Channel voltage;
    private final Channel current;

    private CellRecord(Table table, Channel time, Channel voltage, Channel current) {
        this.table = table;
        this.time = time;
        this.voltage = voltage;
        this.current = current;
    }

    /**
     * A table as a record.
     *
     * @return empty if it has no time or no voltage; {@link #missing} says which
     */
    public static Optional<CellRecord> of(Table table) {
        Optional<Channel> t = first(table, List.of(RecordColumns.TIME), SECOND);
        Optional<Channel> v = first(table, VOLTAGES, VOLT);
        return t.isEmpty() || v.isEmpty() ? Optional.empty()
                : Optional.of(new CellRecord(table, t.get(), v.get(), first(table, CURRENTS, AMPERE).orElse(null)));
    }

    /** What a table lacks to be a record, as the end of the sentence "the table has no ...". */
    public static String missing(Table table) {
        boolean noTime = first(table, List.of(RecordColumns.TIME), SECOND).isEmpty();
        boolean noVoltage = first(table, VOLTAGES, VOLT).isEmpty();
        return noTime && noVoltage ? "time and no voltage" : noTime ? "time" : noVoltage ? "voltage" : "current";
    }

    private static Optional<Channel> first(Table table, List<String> names, Unit unit) {
        return names.stream().map(table::column).flatMap(Optional::stream)
                .filter(c -> c.unit().isCompatible(unit)).findFirst().map(c -> Channel.of(c, unit));
    }

    /** Number of rows. */
    public int rows() {
        return time.size();
    }

    /** Time since the start, s. */
    public Channel time() {
        return time;
    }

    /** Voltage, V. */
    public Channel voltage() {
        return voltage;
    }

    /** Current, A, charging positive; empty where none is recorded. */
    public Optional<Channel> current() {
        return Optional.ofNullable(current);
    }

    /** Number of the step as recorded. */
    public Optional<Channel> step() {
        return first(table, List.of(RecordColumns.STEP, "Ns"), Unit.ONE);
    }

    /** Number of the cycle as recorded. */
    public Optional<Channel> cycle() {
        return first(table, List.of(RecordColumns.CYCLE, "cycle number"), Unit.ONE);
    }

    /** Counter of the charge put in, A.h. */
    public Optional<Channel> chargeCapacity() {
        return first(table, List.of(RecordColumns.CHARGE_CAPACITY, "Q charge"), AMPERE_HOUR);
    }

    /** Counter of the charge taken out, A.h. */
    public Optional<Channel> dischargeCapacity() {
        return first(table, List.of(RecordColumns.DISCHARGE_CAPACITY, "Q discharge"), AMPERE_HOUR);
    }

    /** One counter for both directions, A.h: a magnitude that starts anew, as most cyclers write it. */
    public Optional<Channel> capacity() {
        return first(table, List.of(RecordColumns.CAPACITY, "Capacity"), AMPERE_HOUR);
    }

    /** Charge passed since the start, A.h, charging positive. */
    public Optional<Channel> netCharge() {
        return first(table, List.of("(Q-Qo)"), AMPERE_HOUR);
    }

    /** Charge passed between the row before and this row, A.h, charging positive. */
    public Optional<Channel> chargeIncrement() {
        return first(table, List.of("dq", "dQ"), AMPERE_HOUR);
    }

    /** Time since the start of the step as recorded, s. */
    public Optional<Channel> stepTime() {
        return first(table, List.of(RecordColumns.STEP_TIME), SECOND);
    }

    /**
     * Standard uncertainty of the moment a step began, s, by the last decimals of the time of the step and of that of
     * the record, both rounded; 0 where no time of the step is recorded.
     */
    public double stepBeginU() {
        return stepTime().map(t -> Math.hypot(digit(t), timeDigit()) / Math.sqrt(12)).orElse(0.0);
    }

    /** Last decimal of the times as they were written, s; 0 where they have none. */
    public double timeDigit() {
        return digit(time);
    }

    private double digit(Channel c) {
        return LastDecimal.of(c, metadata().text(RecordColumns.writtenUnit(c.name())).map(u -> Unit.of(u)
                .scaleTo(SECOND)).orElse(1.0));
    }

    /** Date of the row, s. */
    public Optional<Channel> date() {
        return first(table, List.of(RecordColumns.DATE), SECOND);
    }

    /** Counter of the energy put in, W.h. */
    public Optional<Channel> chargeEnergy() {
        return first(table, List.of(RecordColumns.CHARGE_ENERGY, "Energy charge"), WATT_HOUR);
    }

    /** Counter of the energy taken out, W.h. */
    public Optional<Channel> dischargeEnergy() {
        return first(table, List.of(RecordColumns.DISCHARGE_ENERGY, "Energy discharge"), WATT_HOUR);
    }

    /** Another column in a unit, for example a temperature or the potential of one electrode. */
    public Optional<Channel> channel(String name, String unit) {
        return first(table, List.of(name), Unit.of(unit));
    }

    /** All columns as recorded. */
    public List<Column> columns() {
        return table.columns();
    }

    /** Metadata of the record. */
    public Metadata metadata() {
        return table.metadata();
    }

    /** The table. */
    public Table table() {
        return table;
    }
}
