package org.interphase.technique.battery.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.interphase.api.MissingFactException;
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
        Table dated = times("Time (s),Voltage (V),Date", "0,3,1990-01-01 00:00:00", "1000000000,3,2021-09-09 01:46:40");
        assertTrue(CyclerFiles.codes(dated).contains("time-implausible"));
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
    void datesInAnOpenOrderTellNothingWhereItMatters() throws IOException {
        // a restart over midnight: a day, or a month less a day
        Table t = times("Time (s),Voltage (V),Date", "0,3,05/03/2021 23:00:00", "100,3,05/03/2021 23:01:40",
                "0,3,05/04/2021 01:00:00", "60,3,05/04/2021 01:01:00");
        assertArrayEquals(new double[] {0, 100, 100, 160}, CyclerFiles.time(t));
        assertTrue(CyclerFiles.codes(t).contains("dates-open"), CyclerFiles.remarks(t));
        assertEquals(List.of(RecordColumns.TIME, RecordColumns.VOLTAGE), t.columns().stream().map(c -> c.name())
                .filter(n -> !n.equals("time as recorded")).toList());
    }

    @Test
    void datesInAnOpenOrderAreNoTimesOverADay() throws IOException {
        String text = "Date,Voltage (V)\n05/03/2021 23:00:00,3\n05/04/2021 01:00:00,3\n";
        assertTrue(assertThrows(MissingFactException.class, () -> CyclerFiles.read("a.csv", text)).getMessage()
                .contains("'Date'"));
        Table oneDay = times("Date,Voltage (V)", "05/03/2021 22:00:00,3", "05/03/2021 23:00:00,3");
        assertArrayEquals(new double[] {0, 3600}, CyclerFiles.time(oneDay));
    }

    @Test
    void aRowFarDownSettlesTheOrderOfDayAndMonth() throws IOException {
        for (String[] late : new String[][] {{"05/13/2021 01:00:00", "2021-05-03T11:00"},
            {"13/05/2021 01:00:00", "2021-03-05T11:00"}}) {
            StringBuilder text = new StringBuilder("Time (s),Voltage (V),Date\n0,3,05/03/2021 11:00:00\n");
            for (int i = 1; i < 2000; i++) {
                text.append(i).append(",3,").append(i == 1000 ? late[0] : "05/03/2021 11:00:0" + i % 10).append('\n');
            }
            Table t = CyclerFiles.read("a.csv", text.toString());
            assertEquals(late[1], t.metadata().text(RecordColumns.STARTED).orElse(""), CyclerFiles.remarks(t));
        }
    }

    @Test
    void secondsHeadedOtherwiseAreNamed() throws IOException {
        for (String unit : List.of("h", "min", "ms", "d")) {
            Table t = times("Time (" + unit + "),Voltage (V),Date", "0,3,2024-01-01 00:00:00",
                    "60,3,2024-01-01 00:01:00", "120,3,2024-01-01 00:02:00");
            assertTrue(CyclerFiles.codes(t).contains("time-against-dates"), CyclerFiles.remarks(t));
            assertTrue(CyclerFiles.remarks(t).contains("seem to be in s."), CyclerFiles.remarks(t));
        }
    }

    @Test
    void timesThatFitNoUnitAreNamedToo() throws IOException {
        Table t = times("Time (s),Voltage (V),Date", "0,3,2024-01-01 00:00:00", "60,3,2024-01-01 00:03:00",
                "120,3,2024-01-01 00:06:00");
        assertTrue(CyclerFiles.remarks(t).contains("interrupted"), CyclerFiles.remarks(t));
    }

    @Test
    void datesInWholeMinutesOrDaysContradictNothing() throws IOException {
        for (String[] d : new String[][] {{"2024-01-01 00:00", "2024-01-01 00:00", "2024-01-01 00:01"},
            {"2024-01-01", "2024-01-01", "2024-01-02"}}) {
            Table t = times("Time (s),Voltage (V),Date", "0,3," + d[0], "50,3," + d[1], "100,3," + d[2]);
            assertFalse(CyclerFiles.codes(t).contains("time-against-dates"), CyclerFiles.remarks(t));
        }
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
