package org.interphase.technique.battery.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Table;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded files of cyclers against what is known of them, file by file. */
class SharedCyclerFilesTest {

    private static Table read(String file) throws IOException {
        Source source = Source.of(SharedData.require(file));
        assertTrue(CyclerFiles.confidence(source) >= 60, file + " is not known for what it is");
        return CyclerFiles.read(source);
    }

    /** File, rows, and the last row's time in s, voltage in V, current in A; - where it is not looked at. */
    @ParameterizedTest
    @CsvSource({
        "neware_uio.csv, 9065, 518538, 0.4251, 0.00099171",
        "arbin_example.csv, 2142, 6308.4823, 2.4080653, -",
        "pec.csv, 16255, 323010.183, 3.7875572, 1.6401",
        "maccor_two.txt, 214, 12780, -, -",
        "maccor_three.txt, 4009, 326843.42, 1.3000687, -0.8960098",
        "test_Nova_Form-CH01-01_short.csv, 3942, 62764.47, 3.42744146, 0.0120000763",
        "maccor_test_file_4267-66-6519.041, 74, 10, 3.91172656, 0",
        "p492-13-raw.csv, 2021, -, -, -",
        "CALCE_CX2-33_prism_LCO_25C_0-100_0.5-0.5C_d_timeseries.csv, 15, 450.160, 4.032, 0.675",
        "DLR__LiGrHydra0b__20230131__POCV__25degC__Basytec.bdf.csv, 39193, -, -, -",
        "SINTEF__SLPBA842124HV__2024-10-23__Rate_25degC__Neware__Time_Bug.bdf.csv, 13086, 125628.17, 2.9995, -59.4591",
        "ici_discharge.csv, 21410, -, -, -",
        "hppc_discharge.csv, 15838, -, -, -",
        "gitt_pulse_01.csv, 95, 107392.2747, 4.1121707, 0",
        "gitt_pulse_12.csv, 100, 127402.8288, -, -",
        "LiLi_1MLiTFSI_TEGDME_1mA_03_GCPL_C05.txt, 76807, 163243.4105954436, 0.045698602, -",
        "sample_data_arbin.csv, 13, 301.214, 3.599601, 2.650138",
        "sample_data_maccor.csv, 15, 13.06, 3.716, 28.798",
        "bs542_004_gr_li_50ua_50mv_1v_191020_Channel_11.xlsx, 4526, -, -, -"})
    void rowsAndTheLastRowAreAsKnown(String file, int rows, String time, String voltage, String current)
            throws IOException {
        Table t = read("cycling/" + file);
        CellRecord r = CellRecord.of(t).orElseThrow();
        int last = r.rows() - 1;
        System.out.printf(Locale.ROOT, "%-76s %6d rows  t %14.4f s  U %9.6f V  I %s A  %s%n", file, r.rows(),
                r.time().get(last), r.voltage().get(last),
                r.current().map(c -> String.valueOf(c.get(last))).orElse("-"), CyclerFiles.codes(t));
        assertEquals(rows, r.rows());
        same(time, r.time().get(last), 0.01);
        same(voltage, r.voltage().get(last), 1e-9);
        if (!current.equals("-")) {
            same(current, r.current().orElseThrow().get(last), 1e-9);
        }
    }

    private static void same(String expected, double value, double within) {
        if (!expected.equals("-")) {
            assertEquals(Double.parseDouble(expected), value, within);
        }
    }

    private static double last(Table t, String column) {
        double[] v = CyclerFiles.values(t, column);
        return v[v.length - 1];
    }

    @Test
    void countersAreAsKnown() throws IOException {
        Table arbin = read("cycling/arbin_example.csv");
        assertEquals(1.072532, last(arbin, RecordColumns.CHARGE_CAPACITY), 1e-6);
        assertEquals(1.072909, last(arbin, RecordColumns.DISCHARGE_CAPACITY), 1e-6);
        assertEquals(3.755825, last(arbin, RecordColumns.CHARGE_ENERGY), 1e-6);
        assertEquals(3.260661, last(arbin, RecordColumns.DISCHARGE_ENERGY), 1e-6);
        Table pec = read("cycling/pec.csv");
        assertEquals(44.424915, pec.column(RecordColumns.CHARGE_CAPACITY).orElseThrow().max(), 1e-6);
        assertEquals(44.351991, pec.column(RecordColumns.DISCHARGE_CAPACITY).orElseThrow().max(), 1e-6);
        assertEquals("2019-02-22T16:21:35", pec.metadata().text(RecordColumns.STARTED).orElseThrow());
        Table bs = read("cycling/bs542_004_gr_li_50ua_50mv_1v_191020_Channel_11.xlsx");
        assertEquals(0.005702703, last(bs, RecordColumns.CHARGE_CAPACITY), 1e-9);
        assertEquals(0.011054898, last(bs, RecordColumns.DISCHARGE_CAPACITY), 1e-9);
        assertEquals(1, bs.column(RecordColumns.CYCLE).orElseThrow().max());
        Table maccor = read("cycling/maccor_three.txt");
        assertEquals(0.8223335, last(maccor, RecordColumns.CAPACITY), 1e-10);
        assertEquals(14, last(maccor, RecordColumns.CYCLE));
        assertEquals(6, last(maccor, RecordColumns.STEP));
        assertEquals(-1, last(maccor, RecordColumns.STATE));
        assertEquals(1.8538186, CyclerFiles.values(maccor, RecordColumns.VOLTAGE)[0], 1e-9);
        assertTrue(CyclerFiles.remarks(maccor).contains("taken as mV"));
        Table archive = read("cycling/CALCE_CX2-33_prism_LCO_25C_0-100_0.5-0.5C_d_timeseries.csv");
        assertEquals(0.059, last(archive, RecordColumns.CHARGE_CAPACITY), 1e-12);
        assertEquals(3.27603571, CyclerFiles.values(read("cycling/p492-13-raw.csv"), RecordColumns.VOLTAGE)[0]);
        Table novonix = read("cycling/test_Nova_Form-CH01-01_short.csv");
        assertEquals(0.0294679161, last(novonix, RecordColumns.CAPACITY), 1e-12);
    }

    @Test
    void cyclesOfAnArchiveAreATableOfCycles() throws IOException {
        Table t = read("cycling/CALCE_CX2-33_prism_LCO_25C_0-100_0.5-0.5C_d_cycle_data.csv");
        assertEquals(RecordColumns.CYCLE_TABLE, t.kind().id());
        assertEquals(9, t.rows());
        assertEquals(0.604, CyclerFiles.values(t, RecordColumns.CHARGE_CAPACITY)[0]);
        assertEquals(1.292, CyclerFiles.values(t, RecordColumns.DISCHARGE_CAPACITY)[0]);
        assertEquals(5.18, last(t, RecordColumns.CHARGE_ENERGY));
        assertEquals(4.773, last(t, RecordColumns.DISCHARGE_ENERGY));
    }

    @Test
    void theTimeThatFallsBackIsReported() throws IOException {
        Table t = read("cycling/SINTEF__SLPBA842124HV__2024-10-23__Rate_25degC__Neware__Time_Bug.bdf.csv");
        assertTrue(CyclerFiles.codes(t).contains("time-falls-back"));
        assertTrue(CyclerFiles.remarks(t).contains("rows 723, 1466, 1648"), CyclerFiles.remarks(t));
        double[] time = CyclerFiles.time(t);
        for (int i = 1; i < time.length; i++) {
            assertTrue(time[i] >= time[i - 1], "row " + i);
        }
        assertEquals(0, CyclerFiles.values(t, "time as recorded")[722]);
    }

    @Test
    void theFileWithoutCyclesIsRefusedByName() {
        // looked for first: where it is absent the test is left out, which is an exception of its own
        Source file = Source.of(SharedData.require("cycling/2017-05-09_test-TC-contact_CH33.csv"));
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> CyclerFiles.read(file));
        assertTrue(e.getMessage().contains("Cycle_Index") && e.getMessage().contains("row 0"), e.getMessage());
    }

    @Test
    void theDatesTellTheUnitOfATimeThatHasNone() throws IOException {
        Table t = read("cycling/maccor_two.txt");
        assertEquals(60, CyclerFiles.time(t)[1], 1e-9);
        assertTrue(CyclerFiles.codes(t).contains("unit-by-dates"));
        assertEquals(0.1377, CyclerFiles.values(t, RecordColumns.VOLTAGE)[0]);
    }

    @Test
    void theVoltageStepsTellTheSignOfPlainColumns() throws IOException {
        Table ici = read("cycling/ici_discharge.csv");
        assertEquals(-0.001890, ici.column(RecordColumns.CURRENT).orElseThrow().min(), 5e-6);
        Table hppc = read("cycling/hppc_discharge.csv");
        assertEquals(-0.0032, hppc.column(RecordColumns.CURRENT).orElseThrow().min(), 1e-6);
        Table gitt = read("cycling/gitt_pulse_01.csv");
        assertEquals(4.2377515, CyclerFiles.values(gitt, "Positive electrode potential")[0]);
    }

    @Test
    void aSecondFileBesideTellsWhatTheColumnsAre() throws IOException {
        Table t = read("voltammetry/Fig_1_a_black.csv");
        assertEquals("cv", t.kind().id());
        assertEquals(1000, t.rows());
        assertEquals(-1.49775, t.column(RecordColumns.VOLTAGE).orElseThrow().min());
        assertEquals(1.699125, t.column(RecordColumns.VOLTAGE).orElseThrow().max());
        assertEquals(10.58, t.column("j").orElseThrow().max(), 0.005);
        assertEquals("uA/cm2", t.column("j").orElseThrow().unit().text());
        assertEquals("Zn/Zn[TFSI]2", t.metadata().text("reference electrode").orElseThrow());
        assertEquals(5, t.metadata().number("scan rate", "mV/s").orElseThrow(), 1e-12);
        assertEquals(Math.PI * 0.36, t.metadata().number("electrode area", "cm2").orElseThrow(), 1e-9);
        assertEquals(-7.441e-8, CyclerFiles.current(t)[0]);
    }

    @Test
    void filesOfOtherInstrumentsAreLeftToTheirReaders() throws IOException {
        for (String file : List.of("cycling/gcpl.issue_149.mpt", "cycling/Sample_data_biologic_01_MB_CA1.txt",
                "cycling/maccor_test_file_4267-66-6519.EDA0001.041",
                "voltammetry/10mM_F2CA_1M_KOH_pH_14_10mV.txt")) {
            assertFalse(CyclerFiles.confidence(Source.of(SharedData.require(file))) >= 60, file);
        }
    }
}
