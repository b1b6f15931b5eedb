package org.interphase.technique.battery.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;

class RecordTimesTest {

    private static Table times(String headings, String... rows) throws IOException {
        return CyclerFiles.read("a.csv", headings + "\n" + String.join("\n", rows) + "\n");
    }

    @Test
    void timesThatBeginAgainWithEachStepAreAddedUp() throws IOException {
        Table t = times("Time (s),Voltage (V),Step", "0,3,1", "10,3,1", "20,3,1", "0,3.1,2", "10,3.1,2", "0,3.2,3",
                "50,3.2,3");
        assertArrayEquals(new double[] {0, 10, 20, 20, 30, 30, 80}, CyclerFiles.time(t));
        assertArrayEquals(new double[] {0, 10, 20, 0, 10, 0, 50}, CyclerFiles.values(t, RecordColumns.STEP_TIME));
        assertTrue(CyclerFiles.codes(t).contains("time-restarts"));
    }

    @Test
    void timesOfDayGoOnOverMidnight() throws IOException {
        Table t = times("Time,Voltage (V),Step", "23:59:50,3,1", "23:59:58,3,1", "00:00:06,3,1", "00:00:14,3,1");
        double[] v = CyclerFiles.time(t);
        assertEquals(24, v[3] - v[0]);
        assertTrue(CyclerFiles.codes(t).contains("time-of-day"));
    }

    @Test
    void timesOverADayAreNoTimesOfDay() throws IOException {
        Table t = times("Time,Voltage (V)", "23:59:50,3", "24:00:10,3", "143:00:00,3");
        assertArrayEquals(new double[] {86390, 86410, 514800}, CyclerFiles.time(t));
    }

    @Test
    void aRestartCountsFromWhatTheDatesSay() throws IOException {
        Table t = times("Time (s),Voltage (V),Date", "0,3,2024-01-01 00:00:00", "100,3,2024-01-01 00:01:40",
                "0,3,2024-01-01 01:00:00", "60,3,2024-01-01 01:01:00");
        assertArrayEquals(new double[] {0, 100, 3600, 3660}, CyclerFiles.time(t));
    }

    @Test
    void millisecondsHeadedSecondsAreNamed() throws IOException {
        Table t = times("Time (s),Voltage (V),Date", "0,3,2024-01-01 00:00:00", "60000,3,2024-01-01 00:01:00",
                "120000,3,2024-01-01 00:02:00");
        assertTrue(CyclerFiles.codes(t).contains("time-against-dates"), CyclerFiles.remarks(t));
        assertTrue(CyclerFiles.remarks(t).contains("'Time (s)'") && CyclerFiles.remarks(t).contains("'Date'"));
    }

    @Test
    void aTestOfDecadesIsDoubted() throws IOException {
        Table t = times("Time (s),Voltage (V)", "0,3", "1000000000,3");
        assertTrue(CyclerFiles.codes(t).contains("time-implausible"));
    }

    @Test
    void daysHoursAndFractionsAreReadFromClocks() throws IOException {
        Table t = times("TestTime,Volts", "  3d 18:47:23.42,3", "  3d 18:47:24.42,3");
        assertEquals(3 * 86400 + 18 * 3600 + 47 * 60 + 23.42, CyclerFiles.time(t)[0], 1e-9);
        Table other = times("Time(h:min:s.ms),Voltage(V)", "1-00:00:05.250,3", "1-00:00:06.250,3");
        assertEquals(86405.25, CyclerFiles.time(other)[0], 1e-9);
    }

    @Test
    void withoutTimesTheDatesCount() throws IOException {
        Table t = times("Date,Voltage (V)", "28.02.2024 23:59:30,3", "29.02.2024 00:00:30,3", "01.03.2024 00:00:30,3");
        assertArrayEquals(new double[] {0, 60, 86460}, CyclerFiles.time(t));
        assertEquals("2024-02-28T23:59:30", t.metadata().text(RecordColumns.STARTED).orElseThrow());
    }

    @Test
    void aTimeZoneIsKeptWhereItIsStatedAndSaidToBeMissingWhereNot() throws IOException {
        Table t = times("Time (s),Voltage (V),Date", "0,3,2024-01-01T12:00:00+02:00", "60,3,2024-01-01T12:01:00+02:00");
        assertEquals("+02:00", t.metadata().text(RecordColumns.ZONE).orElseThrow());
        assertFalse(CyclerFiles.codes(t).contains("zone-naive"));
    }

    @Test
    void dayAndMonthAreNotGuessed() throws IOException {
        Table open = times("Time (s),Voltage (V),Date", "0,3,05/06/2021 11:00:00", "60,3,05/06/2021 11:01:00");
        assertTrue(open.column(RecordColumns.DATE).isEmpty());
        assertTrue(CyclerFiles.remarks(open).contains("day and month"));
        Table known = times("Time (s),Voltage (V),Date", "0,3,05/06/2021 11:00:00 PM", "60,3,05/06/2021 11:01:00 PM");
        assertEquals("2021-05-06T23:00", known.metadata().text(RecordColumns.STARTED).orElseThrow());
        Table day = times("Time (s),Voltage (V),Date", "0,3,13/06/2021 11:00:00", "60,3,13/06/2021 11:01:00");
        assertEquals("2021-06-13T11:00", day.metadata().text(RecordColumns.STARTED).orElseThrow());
    }

    @Test
    void ordersOfDatesFollowFromAnyOfThem() {
        assertEquals(List.of(DateText.Order.MONTH_FIRST),
                DateText.orders(List.of("02/03/2021 1:00", "02/22/2021 1:00")));
        assertEquals(2, DateText.orders(List.of("02/03/2021 1:00")).size());
        byte[] b = "23-Nov-23 3:56:11 PM".getBytes(StandardCharsets.US_ASCII);
        assertEquals(1700754971, DateText.parse(b, 0, b.length, DateText.Order.YEAR_FIRST));
    }
}
