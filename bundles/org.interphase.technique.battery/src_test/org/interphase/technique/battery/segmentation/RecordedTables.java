package org.interphase.technique.battery.segmentation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.electro.reader.EcLabBinaryReader;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.testkit.SharedData;

/** Recorded files as tables, by columns named here: what a record holds, not how its file is read. */
public final class RecordedTables {

    private RecordedTables() {
    }

    /**
     * A table of text.
     *
     * @param columns heading in the file, name, and factor to its unit, in threes
     */
    public static Table csv(String path, String... columns) throws IOException {
        List<String> lines = Files.readAllLines(SharedData.require(path), StandardCharsets.ISO_8859_1);
        List<String> heads = List.of(lines.get(0).split("[,\t]"));
        List<Column> out = new ArrayList<>();
        for (int c = 0; c < columns.length; c += 3) {
            int at = heads.indexOf(columns[c]);
            double factor = Double.parseDouble(columns[c + 2]);
            double[] values = new double[lines.size() - 1];
            for (int i = 0; i < values.length; i++) {
                String[] cells = lines.get(i + 1).split("[,\t]");
                values[i] = at < cells.length ? number(cells[at]) * factor : Double.NaN;
            }
            out.add(Column.of(columns[c + 1], unit(columns[c + 1]), values));
        }
        return new Table(DatasetHeader.of(path, RecordColumns.CYCLING, Metadata.EMPTY), out);
    }

    private static double number(String cell) {
        String[] parts = cell.strip().split(":");
        double sum = 0;
        for (String p : parts) {
            sum = sum * 60 + Double.parseDouble(p);
        }
        return sum;
    }

    private static String unit(String name) {
        return switch (name) {
            case RecordColumns.TIME, RecordColumns.STEP_TIME -> "s";
            case RecordColumns.VOLTAGE -> "V";
            case RecordColumns.CURRENT -> "A";
            case RecordColumns.CHARGE_CAPACITY, RecordColumns.DISCHARGE_CAPACITY, RecordColumns.CAPACITY -> "A.h";
            case RecordColumns.CHARGE_ENERGY, RecordColumns.DISCHARGE_ENERGY -> "W.h";
            default -> "1";
        };
    }

    /** The galvanostatic record of EC-Lab that begins with a discharge. */
    public static Table gcpl() throws IOException {
        return (Table) new EcLabBinaryReader().read(Source.of(SharedData.require("cycling/gcpl.pr_182.1.mpr")),
                Progress.none()).get(0);
    }

    /** Pulses and rests of a cell, with the cycler's steps. */
    public static Table pulses() throws IOException {
        return csv("cycling/hppc_discharge.csv", "Seconds", "time", "1", "Volts", "voltage", "1", "Amps", "current",
                "1", "Step", "step", "1", "Ah", "capacity", "1");
    }

    /** A half cell on a Neware cycler. */
    public static Table neware() throws IOException {
        return csv("cycling/neware_uio.csv", "Cumulative Time", "time", "1", "Voltage(V)", "voltage", "1",
                "Current(A)", "current", "1", "Step Index", "step", "1", "Cycle Index", "cycle", "1", "Time",
                "step time", "1", "Chg. Cap.(Ah)", "charge capacity", "1", "DChg. Cap.(Ah)", "discharge capacity", "1",
                "Chg. Energy(Wh)", "charge energy", "1", "DChg. Energy(Wh)", "discharge energy", "1");
    }

    /** A cell on an Arbin cycler. */
    public static Table arbin() throws IOException {
        return csv("cycling/arbin_example.csv", "Test_Time", "time", "1", "Voltage", "voltage", "1", "Current",
                "current", "1", "Step_Index", "step", "1", "Cycle_Index", "cycle", "1", "Charge_Capacity",
                "charge capacity", "1", "Discharge_Capacity", "discharge capacity", "1", "Charge_Energy",
                "charge energy", "1", "Discharge_Energy", "discharge energy", "1");
    }

    /** A rate test whose time starts anew with each step. */
    public static Table rateTest() throws IOException {
        return csv("cycling/SINTEF__SLPBA842124HV__2024-10-23__Rate_25degC__Neware__Time_Bug.bdf.csv",
                "test_time_second", "time", "1", "voltage_volt", "voltage", "1", "current_ampere", "current", "1",
                "step_index", "step", "1", "cycle_count", "cycle", "1");
    }

    /** Slow charging and discharging of graphite against lithium. */
    public static Table slow() throws IOException {
        return csv("cycling/DLR__LiGrHydra0b__20230131__POCV__25degC__Basytec.bdf.csv", "test_time_second", "time",
                "1", "voltage_volt", "voltage", "1", "current_ampere", "current", "1");
    }
}
