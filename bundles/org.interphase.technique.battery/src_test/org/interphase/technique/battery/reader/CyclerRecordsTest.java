package org.interphase.technique.battery.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.MissingFactException;
import org.interphase.api.Source;
import org.interphase.api.Stated;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;

class CyclerRecordsTest {

    private static String csv(String headings, String... rows) {
        return headings + "\n" + String.join("\n", rows) + "\n";
    }

    @Test
    void unitsAreThoseOfARecordWhateverTheFileHas() throws IOException {
        Table t = CyclerFiles.read("a.csv", CyclerFiles.NEWARE);
        assertArrayEquals(new double[] {0, 60, 60, 120, 120, 180}, CyclerFiles.time(t));
        assertArrayEquals(new double[] {0, 60, 0, 60, 0, 60}, CyclerFiles.values(t, RecordColumns.STEP_TIME));
        assertArrayEquals(new double[] {0, 0, 0.36, 0.36, -0.36, -0.36}, CyclerFiles.current(t));
        assertEquals(0.006, CyclerFiles.values(t, RecordColumns.CHARGE_CAPACITY)[3]);
        assertEquals("2024-03-01T10:00:00", t.metadata().text(RecordColumns.STARTED).orElseThrow().substring(0, 16)
                + ":00");
        assertFalse(t.metadata().has(RecordColumns.ZONE));
        assertTrue(CyclerFiles.codes(t).contains("zone-naive"));
    }

    @Test
    void theStateGivesACurrentWithoutSignItsSign() throws IOException {
        Table t = CyclerFiles.read("a.csv", CyclerFiles.NEWARE.replace("-360", "360"));
        assertArrayEquals(new double[] {0, 0, 0.36, 0.36, -0.36, -0.36}, CyclerFiles.current(t));
        assertTrue(CyclerFiles.codes(t).contains("current-unsigned"));
    }

    @Test
    void aCurrentThatDischargesWhereItIsPositiveIsTurned() throws IOException {
        Table t = CyclerFiles.read("a.csv", csv("Time (s),Voltage (V),Current (A)", "0,3.5,0", "1,3.5,0", "2,3.4,1",
                "3,3.39,1", "4,3.5,0", "5,3.6,-1"));
        assertArrayEquals(new double[] {0, 0, -1, -1, 0, 1}, CyclerFiles.current(t));
    }

    @Test
    void aSignThatNothingTellsIsAskedFor() throws IOException {
        String text = csv("Time (s),Voltage (V),Current (A)", "0,3.5,1", "1,3.5,1", "2,3.5,1");
        MissingFactException e = assertThrows(MissingFactException.class, () -> CyclerFiles.read("a.csv", text));
        assertEquals(List.of(Fact.CURRENT_SIGN), e.needed());
        assertArrayEquals(new double[] {-1, -1, -1}, CyclerFiles.current(CyclerFiles.read("a.csv", text,
                "current-sign", "discharge-positive")));
    }

    @Test
    void aUnitThatNothingTellsIsAskedForAndCanBeStated() throws IOException {
        String text = csv("time,voltage,current,note", "0,3500,0,1", "1,3500,0,1", "2,3600,1,1");
        MissingFactException e = assertThrows(MissingFactException.class, () -> CyclerFiles.read("a.csv", text));
        assertEquals(List.of(Fact.COLUMNS), e.needed());
        Table t = CyclerFiles.read("a.csv", text, "columns", "time=time [min], voltage=voltage [mV], current=#3 [mA]");
        assertArrayEquals(new double[] {0, 60, 120}, CyclerFiles.time(t));
        assertArrayEquals(new double[] {3.5, 3.5, 3.6}, CyclerFiles.values(t, RecordColumns.VOLTAGE));
        assertArrayEquals(new double[] {0, 0, 0.001}, CyclerFiles.current(t));
    }

    @Test
    void headingsThatSayNothingAreReadAsStated() throws IOException {
        Source plain = CyclerFiles.source("a.csv", csv("a,b,c", "0,3500,0", "1,3500,0", "2,3600,1"));
        assertEquals(0, CyclerFiles.confidence(plain));
        Source said = plain.stating(Stated.of(Map.of("columns", "time=a [s], voltage=b [mV], current=c [A]")));
        assertTrue(CyclerFiles.confidence(said) >= 60);
        assertEquals(3.5, CyclerFiles.values(CyclerFiles.read(said), RecordColumns.VOLTAGE)[0]);
    }

    @Test
    void columnsWithoutHeadingsAreReadAsStated() throws IOException {
        Table t = CyclerFiles.read("a.csv", csv("0,3.5,0", "1,3.5,0", "2,3.6,1"), "columns",
                "time=#1 [s], voltage=#2 [V], current=#3 [A]");
        assertEquals(3, t.rows());
        assertEquals(3.6, CyclerFiles.values(t, RecordColumns.VOLTAGE)[2]);
    }

    @Test
    void aColumnThatIsStatedButNotThereIsNamed() {
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> CyclerFiles.read("a.csv",
                CyclerFiles.NEWARE, "columns", "voltage=Volts [V]"));
        assertTrue(e.getMessage().contains("Volts") || e.getMessage().contains("columns stated"), e.getMessage());
    }

    @Test
    void millivoltsHeadedVoltsAreFoundByTheEnergy() throws IOException {
        String head = "Rec#\tCyc#\tStep\tTestTime\tmAmp-hr\tmWatt-hr\tmAmps\tVolts\tState\n";
        StringBuilder text = new StringBuilder(head);
        for (int i = 0; i < 20; i++) {
            text.append(i).append("\t1\t1\t0d 00:").append(i + 10).append(":00.00\t").append(i).append('\t')
                    .append(3.5 * i).append("\t60\t3500.0\tC\n");
        }
        Table t = CyclerFiles.read("a.txt", text.toString());
        assertEquals(3.5, CyclerFiles.values(t, RecordColumns.VOLTAGE)[3]);
        assertTrue(CyclerFiles.remarks(t).contains("taken as mV"), CyclerFiles.remarks(t));
    }

    @Test
    void millivoltsHeadedVoltsAreAskedForWhereNothingProvesThem() {
        MissingFactException e = assertThrows(MissingFactException.class, () -> CyclerFiles.read("a.csv",
                csv("Seconds,Volts,Amps", "0,3500,0", "1,3600,1", "2,3600,1")));
        assertEquals(List.of(Fact.COLUMNS), e.needed());
        // what is said of another column says nothing of this one
        assertThrows(MissingFactException.class, () -> CyclerFiles.read("a.csv",
                csv("Seconds,Volts,Amps", "0,3500,0", "1,3600,1", "2,3600,1"), "columns", "time=Seconds [s]"));
    }

    @Test
    void milliampereHoursHeadedAmpereHoursAreNamed() throws IOException {
        StringBuilder text = new StringBuilder("Time (s),Voltage (V),Current (A),Charge Capacity (Ah),"
                + "Discharge Capacity (Ah)\n");
        for (int i = 0; i < 50; i++) {
            text.append(i * 36).append(",3.7,1,").append(i * 10.0).append(",0\n");
        }
        Table t = CyclerFiles.read("a.csv", text.toString());
        assertTrue(CyclerFiles.remarks(t).contains("Charge Capacity (Ah)") && CyclerFiles.codes(t)
                .contains("unit-contradicted"), CyclerFiles.remarks(t));
    }

    @Test
    void aMassInGramsTakenForMilligramsIsNamed() throws IOException {
        String text = csv("Time (s),Voltage (V),Capacity (mAh),Spec. Cap. (mAh/g)", "0,3,0,0", "1,3,0.5,25",
                "2,3,2,100");
        Table t = CyclerFiles.read("a.csv", text, "mass", "0.02");
        assertTrue(CyclerFiles.codes(t).contains("mass-contradicted"), CyclerFiles.remarks(t));
        assertEquals(20, t.metadata().number(ImpliedMass.KEY, "mg").orElseThrow(), 1e-9);
        assertFalse(CyclerFiles.codes(CyclerFiles.read("a.csv", text, "mass", "20")).contains("mass-contradicted"));
        assertFalse(CyclerFiles.read("a.csv", text).metadata().has("mass"));
    }

    @Test
    void aMassNobodyTypedIsNoMass() throws IOException {
        String text = "[Summary]\nNovonix HPC data file\nMass (g): 1.000\nCapacity (Ah): 0.24\n[End Summary]\n[Data]\n"
                + csv("Run Time (h),Current (A),Potential (V)", "0,0,3", "1,0,3");
        assertFalse(CyclerFiles.read("a.csv", text).metadata().has("mass"));
        assertEquals(0.012, CyclerFiles.read("a.csv", text.replace("1.000", "0.012")).metadata().number("mass", "g")
                .orElseThrow(), 1e-12);
    }

    @Test
    void aTableOfCyclesIsNoRecord() throws IOException {
        Table t = CyclerFiles.read("a.csv", csv("Cycle_Index,Charge_Capacity (Ah),Discharge_Capacity (Ah)",
                "1,1.2,1.1", "2,1.19,1.1"));
        assertEquals(RecordColumns.CYCLE_TABLE, t.kind().id());
    }

    @Test
    void severalCellsInOneTableAreSeveralRecords() throws IOException {
        List<Table> all = CyclerFiles.all(CyclerFiles.source("a.csv", csv("Channel,Time (s),Voltage (V)", "1,0,3.5",
                "2,0,3.1", "1,1,3.6", "2,1,3.2")));
        assertEquals(2, all.size());
        assertArrayEquals(new double[] {3.1, 3.2}, CyclerFiles.values(all.get(1), RecordColumns.VOLTAGE));
    }

    @Test
    void columnsOfOneNameAreToldApart() throws IOException {
        Table t = CyclerFiles.read("a.csv", csv("Time (s),Voltage (V),T,T,T 2", "0,3,1,2,3", "1,3,1,2,3"));
        assertEquals(List.of("time", "voltage", "T", "T 3", "T 2"), t.columns().stream().map(c -> c.name()).toList());
    }

    @Test
    void rowsWithoutAChannelAreLeftOutAndNamed() throws IOException {
        List<Table> t = CyclerFiles.all(CyclerFiles.source("a.csv", csv("Channel,Time (s),Voltage (V)", "2,0,3",
                "1,0,4", "NaN,1,9", "2,1,3.1", "1,1,4.1")));
        assertEquals(2, t.size());
        assertArrayEquals(new double[] {3, 3.1}, CyclerFiles.values(t.get(0), RecordColumns.VOLTAGE));
        assertArrayEquals(new double[] {4, 4.1}, CyclerFiles.values(t.get(1), RecordColumns.VOLTAGE));
        assertTrue(CyclerFiles.codes(t.get(0)).contains("channel-missing"), CyclerFiles.remarks(t.get(0)));
    }

    @Test
    void moreChannelsThanAnyInstrumentHasAreRefused() {
        StringBuilder text = new StringBuilder("Channel,Time (s),Voltage (V)\n");
        for (int i = 0; i <= 1000; i++) {
            text.append(i).append(",0,3\n").append(i).append(",1,3\n");
        }
        assertTrue(CyclerFiles.refusal(text.toString()).getMessage().contains("more than 1000 channels"));
    }

    @Test
    void stepsNestedInCyclesAreMadeRows() throws IOException {
        Table t = CyclerFiles.read("a.csv", """
                Cycle ID,Cap_Chg(mAh),Cap_DChg(mAh)
                ,Step ID,Step Name,Step Time(h:min:s.ms)
                ,,Record ID,Time(h:min:s.ms),Voltage(V),Current(mA)
                1,6.0,6.0
                ,1,CC_Chg,0:01:00.000
                ,,1,0:00:00.000,3.7,360
                ,,2,0:01:00.000,3.8,360
                ,2,CC_DChg,0:01:00.000
                ,,3,0:00:00.000,3.6,360
                ,,4,0:01:00.000,3.5,360
                2,6.0,6.0
                ,3,Rest,0:01:00.000
                ,,5,0:00:00.000,3.55,0
                ,,6,0:01:00.000,3.56,0
                """);
        assertArrayEquals(new double[] {1, 1, 1, 1, 2, 2}, CyclerFiles.values(t, RecordColumns.CYCLE));
        assertArrayEquals(new double[] {1, 1, 2, 2, 3, 3}, CyclerFiles.values(t, RecordColumns.STEP));
        assertArrayEquals(new double[] {0, 60, 60, 120, 120, 180}, CyclerFiles.time(t));
        assertArrayEquals(new double[] {0.36, 0.36, -0.36, -0.36, 0, 0}, CyclerFiles.current(t));
    }

    @Test
    void aColumnOfCyclesWithoutNumbersIsRefusedByName() {
        DatasetFormatException e = CyclerFiles.refusal(csv("Data_Point,Test_Time,Cycle_Index,Current,Voltage",
                "0,0,,1,3.2", "1,1,,1,3.3", "2,2,,1,3.4"));
        assertTrue(e.getMessage().contains("Cycle_Index") && e.getMessage().contains("row 0"), e.getMessage());
    }
}
