package org.interphase.technique.battery.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.electro.reader.EcLabBinaryReader;
import org.interphase.model.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time and memory of reading an .ndax and an .mpr of five million rows. */
@Tag("study")
class LongBinaryStudy {

    private static final int ROWS = 5_000_000;
    private static final int WIDTH = 1 + 2 + 8 + 4 + 4 + 4 + 8 + 4;

    @TempDir
    private Path folder;

    @Test
    void anArchiveOfFiveMillionRows() throws IOException {
        Path file = folder.resolve("long.ndax");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            NewareSamples.ndax(out, 14, ROWS);
        }
        Table t = measured(new NewareNdaxReader(), file);
        assertEquals(ROWS - 1, t.column("time").orElseThrow().get(ROWS - 1), 1e-6);
    }

    @Test
    void anEcLabFileOfFiveMillionRows() throws IOException {
        Path file = folder.resolve("long.mpr");
        mpr(file);
        Table t = measured(new EcLabBinaryReader(), file);
        assertEquals((ROWS - 1) * 0.5, t.column("time").orElseThrow().get(ROWS - 1));
    }

    private static Table measured(DatasetReader reader, Path file) throws IOException {
        Table table = null;
        for (int k = 0; k < 4; k++) {
            table = null;
            System.gc();
            long start = System.nanoTime();
            table = (Table) reader.read(Source.of(file), Progress.none()).get(0);
            System.out.printf(Locale.ROOT, "%s: %d MB in %.2f s%n", file.getFileName(), Files.size(file) >> 20,
                    (System.nanoTime() - start) / 1e9);
        }
        System.gc();
        Runtime r = Runtime.getRuntime();
        Path status = Path.of("/proc/self/status");
        System.out.printf(Locale.ROOT, "heap with the table: %d MB; %s%n", r.totalMemory() - r.freeMemory() >> 20,
                Files.exists(status) ? Files.readAllLines(status).stream().filter(l -> l.startsWith("VmHWM")).toList()
                        : "");
        assertEquals(ROWS, table.rows());
        return table;
    }

    /** A record as EC-Lab 11.50 writes it: flags, Ns, time, control, potential, current, charge, half cycle. */
    private static void mpr(Path file) throws IOException {
        int[] ids = {1, 2, 3, 21, 31, 65, 131, 4, 5, 6, 76, 13, 468};
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(padded("BIO-LOGIC MODULAR FILE\u001a", 48));
            out.write(new byte[4]);
            out.write(padded("MODULE", 6));
            out.write(padded("VMP data", 10));
            out.write(padded("VMP data", 25));
            ByteBuffer head = ByteBuffer.allocate(16 + 8 + 1007).order(ByteOrder.LITTLE_ENDIAN);
            head.putInt(-1).putInt(1007 + ROWS * WIDTH).putInt(0).putInt(11).put(padded("01/02/24", 8));
            head.putInt(ROWS).put((byte) ids.length).put((byte) 0);
            for (int id : ids) {
                head.putShort((short) id);
            }
            out.write(head.array());
            ByteBuffer row = ByteBuffer.allocate(WIDTH).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < ROWS; i++) {
                int half = i / 7200;
                row.clear();
                row.put((byte) (half % 2 == 0 ? 1 : 5)).putShort((short) (half % 2 + 1)).putDouble(i * 0.5);
                row.putFloat(half % 2 == 0 ? 1 : -1).putFloat(3 + i % 7200 * 1.7e-4f);
                row.putFloat(half % 2 == 0 ? 1.00021f : -0.99987f).putDouble(i % 7200 / 7200.0).putInt(half);
                out.write(row.array());
            }
        }
    }

    private static byte[] padded(String text, int length) {
        return (text + " ".repeat(length)).substring(0, length).getBytes(StandardCharsets.ISO_8859_1);
    }
}
