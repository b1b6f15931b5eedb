package org.interphase.technique.battery.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.MissingFactException;
import org.interphase.api.Source;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.ColumnPage;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;

class SpoiltFilesTest {

    @Test
    void aFileCutAnywhereIsReadWithoutAHalfNumberOrRefused() throws IOException {
        Table whole = CyclerFiles.read("a.csv", CyclerFiles.NEWARE);
        double[] voltage = CyclerFiles.values(whole, RecordColumns.VOLTAGE);
        double[] time = CyclerFiles.time(whole);
        double[] current = CyclerFiles.current(whole);
        int read = 0;
        for (int n = 1; n < CyclerFiles.NEWARE.length(); n++) {
            try {
                Table cut = CyclerFiles.read("a.csv", CyclerFiles.NEWARE.substring(0, n));
                read++;
                for (int i = 0; i < cut.rows(); i++) {
                    double v = CyclerFiles.values(cut, RecordColumns.VOLTAGE)[i];
                    assertTrue(Double.isNaN(v) || v == voltage[i], "cut at " + n + ", row " + i + ": " + v);
                    assertEquals(time[i], CyclerFiles.time(cut)[i], "cut at " + n);
                    double c = CyclerFiles.current(cut)[i];
                    assertTrue(Double.isNaN(c) || c == current[i], "cut at " + n + ", row " + i + ": " + c);
                }
            } catch (DatasetFormatException e) {
                assertEquals("a.csv", e.file());
            }
        }
        assertTrue(read > 200, read + " cuts were read");
    }

    @Test
    void aRowWithTooFewOrTooManyFieldsIsRefusedByItsLine() {
        String text = "Time (s),Voltage (V),Current (A)\n0,3,0\n1,3.1\n2,3.1,1\n";
        assertTrue(CyclerFiles.refusal(text).getMessage().contains("line 3"));
        String more = "Time (s),Voltage (V),Current (A)\n0,3,0\n1,3.1,1,5\n2,3.1,1\n3,3.1,1\n";
        DatasetFormatException e = CyclerFiles.refusal(more.replace("2,3.1,1\n", "2,3.1,1,x\n"));
        assertTrue(e.getMessage().contains("line "), e.getMessage());
    }

    @Test
    void aWordAmongTheVoltagesIsRefusedByLineAndColumn() {
        DatasetFormatException e = CyclerFiles.refusal("Time (s),Voltage (V)\n0,3\n1,3\n2,3\n3,3\n4,3\n5,3\n6,3\n7,3\n"
                + "8,3\n9,3\n10,over\n11,3\n");
        assertTrue(e.getMessage().contains("line 12") && e.getMessage().contains("Voltage (V)"), e.getMessage());
    }

    @Test
    void aWordInAColumnBesideIsMissingAndNamed() throws IOException {
        StringBuilder text = new StringBuilder("Time (s),Voltage (V),Aux\n");
        for (int i = 0; i < 30; i++) {
            text.append(i).append(",3,").append(i == 20 ? "OPEN" : "5").append('\n');
        }
        Table t = CyclerFiles.read("a.csv", text.toString());
        assertTrue(Double.isNaN(CyclerFiles.values(t, "Aux")[20]));
        assertTrue(CyclerFiles.remarks(t).contains("line 22") && CyclerFiles.remarks(t).contains("OPEN"));
    }

    @Test
    void headingsWithoutRowsAreRefused() {
        assertThrows(DatasetFormatException.class, () -> CyclerFiles.read("a.csv", "Time (s),Voltage (V)\n"));
        assertThrows(DatasetFormatException.class, () -> CyclerFiles.read("a.csv", "Time (s),Voltage (V)\n\n\n"));
    }

    @Test
    void decimalCommasAreRead() throws IOException {
        Table t = CyclerFiles.read("a.csv", "Zeit [s];Spannung [V];Strom [mA]\n"
                + "0,5;3,25;0\n1,5;3,35;1,5\n2,5;3,36;1,5\n");
        assertArrayEquals(new double[] {0.5, 1.5, 2.5}, CyclerFiles.time(t));
        assertArrayEquals(new double[] {0, 0.0015, 0.0015}, CyclerFiles.current(t));
    }

    @Test
    void aDecimalMarkThatCouldBeAGroupIsAskedFor() throws IOException {
        String text = "Time (s);Voltage (mV)\n1;3,250\n2;3,251\n3;3,252\n";
        MissingFactException e = assertThrows(MissingFactException.class, () -> CyclerFiles.read("a.csv", text));
        assertEquals(List.of(Fact.DECIMAL), e.needed());
        assertEquals(0.00325, CyclerFiles.values(CyclerFiles.read("a.csv", text, "decimal", "comma"),
                RecordColumns.VOLTAGE)[0]);
    }

    @Test
    void chineseHeadingsAreReadInTheirOwnEncoding() throws IOException {
        String text = "数据序号,循环号,工步号,工步类型,时间,总时间,电流(mA),电压(V),"
                + "充电容量(mAh),放电容量(mAh),绝对时间\n"
                + "1,1,1,恒流充电,00:00:00,00:00:00,360,3.7,0,0,2024-03-01 10:00:00\n"
                + "2,1,1,恒流充电,00:01:00,00:01:00,360,3.8,6,0,2024-03-01 10:01:00\n"
                + "3,1,2,恒流放电,00:01:00,00:02:00,-360,3.6,6,6,2024-03-01 10:02:00\n"
                + "4,1,3,静置,00:01:00,00:03:00,0,3.65,6,6,2024-03-01 10:03:00\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16)) {
            Table t = CyclerFiles.read(Source.of("a.csv", text.getBytes(charset)));
            assertTrue(CyclerFiles.confidence(Source.of("a.csv", text.getBytes(charset))) > 50,
                    charset + " is not recognised");
            assertArrayEquals(new double[] {0, 60, 120, 180}, CyclerFiles.time(t), charset.name());
            assertArrayEquals(new double[] {0.36, 0.36, -0.36, 0}, CyclerFiles.current(t), charset.name());
            assertArrayEquals(new double[] {1, 1, -1, 0}, CyclerFiles.values(t, RecordColumns.STATE), charset.name());
        }
    }

    @Test
    void aRecordWhoseSignalsHaveUnknownNamesIsNoTableOfCycles() throws IOException {
        StringBuilder text = new StringBuilder("Cycle,Total Time (s),Klemme (mV),Last (mA),Charge Capacity (mAh),"
                + "Discharge Capacity (mAh)\n");
        for (int i = 0; i < 60; i++) {
            text.append(i / 30 + 1).append(',').append(10 * i).append(",3700,1000,").append(i).append(",0\n");
        }
        MissingFactException e = assertThrows(MissingFactException.class, () -> CyclerFiles.read("a.csv",
                text.toString()));
        assertEquals(List.of(Fact.COLUMNS), e.needed());
        assertTrue(e.getMessage().contains("60 rows of 2 cycles"), e.getMessage());
        Table t = CyclerFiles.read("a.csv", text.toString(), "columns", "voltage=Klemme (mV) [mV], "
                + "current=Last (mA) [mA]");
        assertEquals(RecordColumns.CYCLING, t.kind().id());
        assertEquals(3.7, CyclerFiles.values(t, RecordColumns.VOLTAGE)[0], 1e-12);
        // two rows a cycle, as of half cycles, are a table of cycles
        assertEquals(RecordColumns.CYCLE_TABLE, CyclerFiles.read("a.csv", "Cycle,Total Time (s),Charge Capacity (mAh),"
                + "Discharge Capacity (mAh)\n1,10,5,0\n1,20,5,5\n2,30,5,0\n2,40,5,5\n").kind().id());
    }

    @Test
    void headingsThatComeAgainArePassedOver() throws IOException {
        Table t = CyclerFiles.read("a.csv", "Time (s),Voltage (V)\n0,3\n1,3\nTime (s),Voltage (V)\n2,3\n");
        assertEquals(3, t.rows());
        assertTrue(CyclerFiles.remarks(t).contains("come again"));
    }

    @Test
    void longRecordsAreTheSameInPages() throws IOException {
        int rows = 3 * ColumnPage.ROWS + 17;
        StringBuilder text = new StringBuilder("Time (s),Voltage (V),Current (A),Cycle\n");
        for (int i = 0; i < rows; i++) {
            // a blank line and repeated headings shift the pages
            text.append(i == 20_000 ? "\nTime (s),Voltage (V),Current (A),Cycle\n" : "");
            text.append(i / 10.0).append(',').append(3 + (i % 977) / 1000.0).append(',')
                    .append(i % 2000 < 1000 ? "1.25e-3" : "-0.00125").append(',').append(i / 2000).append('\n');
        }
        Table t = CyclerFiles.read("a.csv", text.toString(), "current-sign", "charge-positive");
        assertEquals(rows, t.rows());
        double[] time = CyclerFiles.time(t);
        double[] voltage = CyclerFiles.values(t, RecordColumns.VOLTAGE);
        for (int i = 0; i < rows; i++) {
            assertEquals(i / 10.0, time[i]);
            assertEquals(Double.parseDouble(String.valueOf(3 + (i % 977) / 1000.0)), voltage[i]);
            assertEquals(i % 2000 < 1000 ? 0.00125 : -0.00125, t.column(RecordColumns.CURRENT).orElseThrow().get(i));
        }
    }

    @Test
    void aWideHeadingAboveManyShortLinesTakesNoRoomForAllItsCells() throws IOException {
        com.sun.management.ThreadMXBean memory = (com.sun.management.ThreadMXBean) java.lang.management
                .ManagementFactory.getThreadMXBean();
        for (int columns : new int[] {40, 400, 4000, 12000}) {
            String text = "Time (s),Voltage (V),Current (A)" + ",x".repeat(columns) + "\n"
                    + "0,3,1\n1,3,1\n".repeat(1500);
            long before = memory.getCurrentThreadAllocatedBytes();
            try {
                CyclerFiles.read("a.csv", text);
            } catch (DatasetFormatException e) {
                assertEquals("a.csv", e.file());
            }
            long used = memory.getCurrentThreadAllocatedBytes() - before;
            assertTrue(used < (128L << 20) + 400L * text.length(), columns + " columns: " + used / 1e6 + " MB");
        }
    }
}
