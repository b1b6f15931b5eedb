package org.interphase.technique.battery.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.interphase.api.Source;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;

/** Numbers of a long text, however they are written, are those that Java reads, in the row they stand in. */
class PlainNumbersTest {

    private static String number(Random random, int k) {
        double v = 3 + random.nextDouble();
        return switch (k % 12) {
            case 0 -> String.format(Locale.ROOT, "%.3f", v);
            case 1 -> String.format(Locale.ROOT, "%.15f", v);
            case 2 -> String.format(Locale.ROOT, "%.14f", v);
            case 3 -> String.format(Locale.ROOT, "%.6e", v);
            case 4 -> "\"" + String.format(Locale.ROOT, "%.4f", v) + "\"";
            case 5 -> " " + String.format(Locale.ROOT, "%.4f", v) + " ";
            case 6 -> "+3.5";
            case 7 -> "3.";
            case 8 -> "0003.25";
            case 9 -> "-.25";
            case 10 -> "3.000000000000000000001";
            default -> String.valueOf((float) v);
        };
    }

    @Test
    void everyWayOfWritingGivesTheSameNumberInItsRow() throws Exception {
        Random random = new Random(11);
        // more than three pages, with lines that are blank or end as in Windows, and no end of the last one
        int n = 50_003;
        List<String> written = new ArrayList<>();
        StringBuilder text = new StringBuilder("Time (s),Voltage (V),Step\n");
        for (int k = 0; k < n; k++) {
            String v = number(random, k);
            written.add(v.replace("\"", "").strip());
            text.append(k).append(',').append(v).append(',').append(k % 3);
            text.append(k == n - 1 ? "" : k % 7 == 0 ? "\r\n" : k % 5 == 0 ? "\n\n" : "\n");
        }
        Table t = CyclerFiles.read(Source.of("long.csv", text.toString().getBytes(StandardCharsets.UTF_8)));
        assertEquals(n, t.rows());
        double[] time = CyclerFiles.values(t, RecordColumns.TIME);
        double[] v = CyclerFiles.values(t, RecordColumns.VOLTAGE);
        double[] step = CyclerFiles.values(t, RecordColumns.STEP);
        for (int k = 0; k < n; k++) {
            assertEquals(k, time[k]);
            assertEquals(Double.parseDouble(written.get(k)), v[k], written.get(k));
            assertEquals(k % 3, step[k]);
        }
    }
}
