package org.interphase.technique.battery.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;

/** Forms of which no recorded file is at hand, made after public descriptions. */
class InstrumentDialectsTest {

    private static final double[] CURRENTS = {0, 0.005, -0.005};

    private static void isRecord(Table t, String instrument) {
        assertEquals(instrument, t.metadata().text("instrument").orElseThrow());
        assertArrayEquals(new double[] {0, 3.6, 7.2}, CyclerFiles.time(t), 1e-9);
        assertArrayEquals(CURRENTS, CyclerFiles.current(t), 1e-12);
        assertEquals(2.875, CyclerFiles.values(t, RecordColumns.VOLTAGE)[0]);
    }

    @Test
    void basytecWithTabs() throws IOException {
        Table t = CyclerFiles.read("a.txt", """
                ~Resultfile from Basytec Battery Test System
                ~Name of Test: example
                ~Battery: cell 1
                ~
                ~Time[h]\tDataSet\tDate\tTime\tt-Step[h]\tLine\tCommand\tU[V]\tI[A]\tAh[Ah]\t\
                T1[\u00b0C]\tCyc-Count\tState
                0.000000\t1\t05.05.2025\t14:36:06\t0.000000\t1\tPause\t2.875\t0\t0\t25\t1\t0
                0.001000\t2\t05.05.2025\t14:36:10\t0.000000\t2\tCharge\t2.890\t0.005\t0\t25\t1\t0
                0.002000\t3\t05.05.2025\t14:36:13\t0.000000\t3\tDischarge\t2.860\t-0.005\t0\t25\t1\t0
                """);
        isRecord(t, "Basytec");
        assertEquals("2025-05-05T14:36:06", t.metadata().text(RecordColumns.STARTED).orElseThrow());
        assertArrayEquals(new double[] {0, 1, -1}, CyclerFiles.values(t, RecordColumns.STATE));
        assertArrayEquals(new double[] {1, 2, 3}, CyclerFiles.values(t, RecordColumns.STEP));
        assertEquals(25, CyclerFiles.values(t, RecordColumns.TEMPERATURE)[0]);
        assertEquals("cell 1", t.metadata().text("Battery").orElseThrow());
        // three digits of an hour
        assertEquals(3.6, CellRecord.of(t).orElseThrow().timeDigit(), 1e-9);
    }

    @Test
    void basytecWithBlanks() throws IOException {
        Table t = CyclerFiles.read("a.txt", """
                ~Resultfile from Basytec Battery Test System
                ~
                ~Time[h] DataSet DateTime t-Step[h] Command U[V] I[A] State
                0.000000 1 05.05.2025 14:36:06 0.000000 Pause 2.875 0 0
                0.001000 2 05.05.2025 14:36:10 0.000000 Charge 2.890 0.005 0
                0.002000 3 05.05.2025 14:36:13 0.000000 Discharge 2.860 -0.005 0
                """);
        isRecord(t, "Basytec");
        assertEquals("2025-05-05T14:36:06", t.metadata().text(RecordColumns.STARTED).orElseThrow());
    }

    @Test
    void digatronWithGermanHeadingsAndARowOfUnits() throws IOException {
        Table t = CyclerFiles.read("a.csv", """
                Digatron Power Electronics
                Schritt;Zustand;Zeit;Programmdauer;Schrittdauer;Zyklus;AhAkku;AhLad;AhEla;Spannung;Strom;Temp1
                ;;;[ms];[ms];;[Ah];[Ah];[Ah];[V];[A];[\u00b0C]
                1;PAU;01.07.2019 12:00:00;0;0;0;0;0;0;2,875;0,000;25,0
                2;CHA;01.07.2019 12:00:04;3600;0;0;0;0;0;2,890;0,005;25,0
                3;DCH;01.07.2019 12:00:07;7200;0;0;0;0;0;2,860;-0,005;25,0
                """);
        isRecord(t, "Digatron");
        assertEquals("2019-07-01T12:00", t.metadata().text(RecordColumns.STARTED).orElseThrow());
        assertArrayEquals(new double[] {0, 1, -1}, CyclerFiles.values(t, RecordColumns.STATE));
    }

    @Test
    void landWithUnitsBehindSlashes() throws IOException {
        Table t = CyclerFiles.read("a.csv", """
                Record,Cycle-Index,Step-Index,Step-State,TestTime/Sec.,StepTime/Sec.,Current/mA,Capacity/mAh,\
                SpeCap/mAh/g,Voltage/V,SysTime
                1,1,1,Rest,0,0,0,0,0,2.875,2021-05-06 10:00:00
                2,1,2,C_CC,3.6,0,5,0,0,2.890,2021-05-06 10:00:04
                3,1,3,D_CC,7.2,0,-5,0,0,2.860,2021-05-06 10:00:07
                """);
        assertArrayEquals(new double[] {0, 3.6, 7.2}, CyclerFiles.time(t), 1e-12);
        assertArrayEquals(CURRENTS, CyclerFiles.current(t), 1e-12);
        assertEquals("mA.h/g", t.column("SpeCap").orElseThrow().unit().text());
    }

    @Test
    void newareOlderNames() throws IOException {
        Table t = CyclerFiles.read("a.csv", """
                Cycle ID,Step ID,Step Name,Record ID,Time(h:min:s.ms),Voltage(V),Current(mA),Capacitance_Chg(mAh),\
                Capacitance_DChg(mAh),Engy_Chg(mWh),Engy_DChg(mWh),DCIR(O),Realtime
                1,1,Rest,1,0:00:00.000,2.875,0,0,0,0,0,0,2021-05-06 10:00:00
                1,2,CC_Chg,2,0:00:00.000,2.890,5,0,0,0,0,0,2021-05-06 10:00:04
                1,2,CC_Chg,3,0:00:03.600,2.891,5,0.005,0,0.01,0,0,2021-05-06 10:00:07
                1,3,CC_DChg,4,0:00:00.000,2.860,5,0.005,0,0.01,0,0,2021-05-06 10:00:07
                """);
        assertArrayEquals(new double[] {0, 0.005, 0.005, -0.005}, CyclerFiles.current(t), 1e-12);
        assertEquals(5e-6, CyclerFiles.values(t, RecordColumns.CHARGE_CAPACITY)[2], 1e-18);
        assertEquals("ohm", t.column(RecordColumns.INTERNAL_RESISTANCE).orElseThrow().unit().text());
        assertTrue(CyclerFiles.codes(t).contains("current-unsigned"));
    }

    @Test
    void labelsOfTheBatteryDataFormat() throws IOException {
        Table t = CyclerFiles.read("a.bdf.csv", """
                Test Time / s,Voltage / V,Current / A,Unix Time / s,Cycle Count / 1,Step Index / 1,\
                Charging Capacity / Ah,Discharging Capacity / Ah,Ambient Temperature / degC
                0,2.875,0,1700000000,1,1,0,0,25
                3.6,2.890,0.005,1700000003.6,1,2,0.00001,0,25
                7.2,2.860,-0.005,1700000007.2,1,3,0.00001,0.00001,25
                """);
        isRecord(t, "Battery Data Format");
        assertEquals("UTC", t.metadata().text(RecordColumns.ZONE).orElseThrow());
        assertArrayEquals(new double[] {1, 1, 1}, CyclerFiles.values(t, RecordColumns.CYCLE));
    }

    @Test
    void maccorTimesInSeconds() throws IOException {
        Table t = CyclerFiles.read("a.txt", """
                Rec#\tCyc#\tStep\tTest (Sec)\tStep (Sec)\tAmp-hr\tWatt-hr\tAmps\tVolts\tState\tES\tDPt Time
                1\t0\t1\t0.00\t0.00\t0\t0\t0\t2.875\tR\t0\t04/28/2021 06:04:18 PM
                2\t0\t2\t3.60\t0.00\t0\t0\t0.005\t2.890\tC\t1\t04/28/2021 06:04:22 PM
                3\t0\t3\t7.20\t0.00\t0\t0\t0.005\t2.860\tD\t1\t04/28/2021 06:04:25 PM
                """);
        isRecord(t, "Maccor");
        assertArrayEquals(new double[] {0, 0, 0}, CyclerFiles.values(t, RecordColumns.STEP_TIME));
    }

    @Test
    void namesOfColumnsDoNotRepeat() throws IOException {
        Table t = CyclerFiles.read("a.csv",
                "Time (s),Voltage (V),Aux (V),Aux (V),Temp,time\n0,3,1,2,25,7\n1,3,1,2,25,8\n");
        List<String> names = t.columns().stream().map(c -> c.name()).toList();
        assertEquals(names.size(), names.stream().distinct().count());
        assertEquals(6, names.size());
    }
}
