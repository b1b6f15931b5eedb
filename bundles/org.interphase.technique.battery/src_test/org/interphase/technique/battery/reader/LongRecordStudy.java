package org.interphase.technique.battery.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.interphase.api.Source;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time and memory of reading a record of five million rows. */
@Tag("study")
class LongRecordStudy {

    private static final int ROWS = 5_000_000;

    @TempDir
    private Path folder;

    /** A record that charges and discharges at 1 A in cycles of 7200 s, a row each 0.5 s. */
    static void write(Path file, int rows) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write("Time (s),Voltage (V),Current (A),Cycle,Step,Capacity (Ah)\n"
                    .getBytes(StandardCharsets.US_ASCII));
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < rows; i++) {
                int cycle = i / 14400;
                int within = i % 14400;
                boolean charge = within < 7200;
                int step = charge ? within : within - 7200;
                int uv = charge ? 3_000_000 + step * 170 : 4_200_000 - step * 170;
                text.setLength(0);
                text.append(i / 2).append(i % 2 == 0 ? ".000" : ".500").append(',').append(uv / 1_000_000)
                        .append('.');
                String fraction = Integer.toString(1_000_000 + uv % 1_000_000).substring(1);
                text.append(fraction).append(',').append(charge ? "1.000213" : "-0.999874").append(',')
                        .append(cycle + 1).append(',').append(charge ? 1 : 2).append(',')
                        .append(step == 0 ? "0" : String.valueOf((float) (step / 7200.0))).append('\n');
                out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    @Test
    void fiveMillionRowsAreReadInASecondAndTakeLessThanTheFile() throws IOException {
        Path file = folder.resolve("long.csv");
        write(file, ROWS);
        Table table = null;
        for (int k = 0; k < 6; k++) {
            long start = System.nanoTime();
            table = CyclerFiles.read(Source.of(file));
            long ns = System.nanoTime() - start;
            table = k < 5 ? null : table;
            System.out.printf(Locale.ROOT, "%d MB in %.3f s%n", Files.size(file) >> 20, ns / 1e9);
        }
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf(Locale.ROOT, "heap with the table: %d MB, resident %s%n", used >> 20, resident());
        assertEquals(ROWS, table.rows());
        assertEquals((ROWS - 1) / 2.0, CyclerFiles.values(table, RecordColumns.TIME)[ROWS - 1]);
        assertTrue(used < Files.size(file), used + " bytes");
    }

    private static String resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status) ? "unknown" : String.join(" ", Files.readAllLines(status).stream()
                .filter(l -> l.startsWith("VmHWM") || l.startsWith("VmRSS")).toList());
    }
}
