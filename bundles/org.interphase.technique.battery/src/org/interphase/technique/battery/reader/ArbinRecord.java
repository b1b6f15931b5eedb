package org.interphase.technique.battery.reader;

import com.healthmarketscience.jackcess.Row;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.electro.record.EnteredAmounts;
import org.interphase.electro.record.RecordColumns;
import org.interphase.electro.record.StatedFacts;
import org.interphase.electro.record.UniqueNames;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Remark;
import org.interphase.model.Table;

/** The rows of one test of an Arbin database, as they come, and the record made of them. */
final class ArbinRecord {

    private static final String POINT = "Data_Point";
    private static final String DATE = "DateTime";
    private static final double EPOCH = 25569;
    private static final double SECONDS_PER_DAY = 86400;

    /** What a column of the database is called here, and its unit; Arbin counts charging positive. */
    private enum Field {
        TIME("Test_Time", RecordColumns.TIME, "s"), STEP_TIME("Step_Time", RecordColumns.STEP_TIME, "s"),
        DAY(DATE, RecordColumns.DATE, "s"), VOLTAGE("Voltage", RecordColumns.VOLTAGE, "V"),
        CURRENT("Current", RecordColumns.CURRENT, "A"), STEP("Step_Index", RecordColumns.STEP, "1"),
        CYCLE("Cycle_Index", RecordColumns.CYCLE, "1"),
        CHARGE("Charge_Capacity", RecordColumns.CHARGE_CAPACITY, "A.h"),
        DISCHARGE("Discharge_Capacity", RecordColumns.DISCHARGE_CAPACITY, "A.h"),
        CHARGE_ENERGY("Charge_Energy", RecordColumns.CHARGE_ENERGY, "W.h"),
        DISCHARGE_ENERGY("Discharge_Energy", RecordColumns.DISCHARGE_ENERGY, "W.h"),
        RESISTANCE("Internal_Resistance", RecordColumns.INTERNAL_RESISTANCE, "ohm"), SLOPE("dV/dt", "dV/dt", "V/s"),
        IMPEDANCE("AC_Impedance", "AC impedance", "ohm"), ANGLE("ACI_Phase_Angle", "ACI phase angle", "deg"),
        NUMBER(POINT, "record number", "1");

        private final String recorded;
        private final String name;
        private final String unit;

        Field(String recorded, String name, String unit) {
            this.recorded = recorded;
            this.name = name;
            this.unit = unit;
        }
    }

    private final List<String> recorded = new ArrayList<>();
    private final List<GrowingColumn> columns = new ArrayList<>();
    private final Map<String, GrowingColumn[]> auxiliary = new TreeMap<>();
    private final Map<String, String> units = new TreeMap<>();

    ArbinRecord(List<String> names) {
        for (Field f : Field.values()) {
            if (names.contains(f.recorded)) {
                recorded.add(f.recorded);
                columns.add(new GrowingColumn(f.name, f.unit));
            }
        }
        for (String n : names) {
            if (!recorded.contains(n) && !n.equals("Test_ID")) {
                recorded.add(n);
                columns.add(new GrowingColumn(n, "1"));
            }
        }
    }

    void add(Row row) {
        for (int i = 0; i < columns.size(); i++) {
            double value = row.get(recorded.get(i)) instanceof Number n ? n.doubleValue() : Double.NaN;
            columns.get(i).add(recorded.get(i).equals(DATE) ? Math.rint((value - EPOCH) * SECONDS_PER_DAY * 1e3) / 1e3
                    : value);
        }
    }

    void auxiliary(String name, String unit, double point, double value) {
        GrowingColumn[] own = auxiliary.computeIfAbsent(name, k -> new GrowingColumn[] {new GrowingColumn(k, "1"),
            new GrowingColumn(k, unit)});
        units.put(name, unit);
        own[0].add(point);
        own[1].add(value);
    }

    /** A date of the database, days since 1899-12-30 in local time, as ISO 8601 without a zone. */
    static String iso(double days) {
        return days > 0 && days < 100_000 ? LocalDateTime.of(1899, 12, 30, 0,
                0).plus(Math.round(days * SECONDS_PER_DAY),
                ChronoUnit.SECONDS).toString() : null;
    }

    /**
     * The record, its rows by their numbers.
     *
     * @throws DatasetFormatException if there is no time, voltage or current
     */
    Dataset dataset(Source source, String name, EnteredAmounts amounts) throws DatasetFormatException {
        for (String needed : List.of("Test_Time", "Voltage", "Current")) {
            if (!recorded.contains(needed)) {
                throw new DatasetFormatException(source.name(), "Channel_Normal_Table", "the column '" + needed
                        + "' is missing");
            }
        }
        int[] order = order();
        Column numbers = null;
        List<Column> out = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isFilled()) {
                Column c = columns.get(i).column(order);
                numbers = recorded.get(i).equals(POINT) ? c : numbers;
                out.add(c);
            }
        }
        for (Map.Entry<String, GrowingColumn[]> e : auxiliary.entrySet()) {
            if (numbers != null) {
                out.add(NewareRecord.joined(e.getKey(), units.get(e.getKey()), numbers, e.getValue()));
            }
        }
        StatedFacts facts = StatedFacts.of(source.stated(), amounts.metadata());
        DatasetHeader header = DatasetHeader.of(name, RecordColumns.CYCLING, facts.metadata());
        for (Remark r : amounts.remarks()) {
            header = header.remarking(r);
        }
        for (Remark r : facts.remarks()) {
            header = header.remarking(r);
        }
        return new Table(order == null ? header : header.remarking(Remark.info("The rows are put in the order of their "
                + "numbers.")), UniqueNames.of(out));
    }

    private int[] order() {
        int at = recorded.indexOf(POINT);
        return at < 0 ? null : NewareRecord.ascending(columns.get(at));
    }
}
