package org.interphase.technique.battery.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.healthmarketscience.jackcess.util.MemFileChannel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.electro.record.CellRecord;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Table;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;

class ArbinResTest {

    private static List<Dataset> read(Source s) throws IOException {
        return new ArbinResReader().read(s, Progress.none());
    }

    private static Column column(Table t, String name) {
        return t.column(name).orElseThrow();
    }

    @Test
    void severalTestsInOneFileAreSeveralRecords() throws Exception {
        Source s = Source.of("a.res", ArbinSamples.res(3));
        assertEquals(97, new ArbinResReader().confidence(SourceHead.of(s)));
        List<Dataset> all = read(s);
        assertEquals(List.of("a test 1", "a test 2", "a test 3"), all.stream().map(Dataset::name).toList());
        for (int k = 0; k < 3; k++) {
            CellRecord r = CellRecord.of((Table) all.get(k)).orElseThrow();
            for (int i = 0; i < 10; i++) {
                assertEquals(60 * (i + 1), r.time().get(i), 1e-12);
                assertEquals(4 + k + 0.1 * (i + 1), r.voltage().get(i), 1e-6);
                assertEquals(i < 4 ? 0.5 : -0.5, r.current().orElseThrow().get(i));
                assertEquals((i + 1) / 5 + 1, r.step().orElseThrow().get(i));
            }
        }
    }

    @Test
    void aDefinitionThatLeadsBackToItselfIsRefusedAtOnce() {
        byte[] whole = ArbinSamples.res(1);
        int found = 0;
        for (int page = 4096; page < whole.length; page += 4096) {
            if (whole[page] == 2) {
                byte[] damaged = whole.clone();
                ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).putInt(page + 4, page / 4096);
                assertRefusedAtOnce(damaged, "has no end");
                found++;
            }
        }
        assertTrue(found > 3, found + " tables");
    }

    @Test
    void pagesThatAreReadAgainAndAgainAreDamage() throws IOException {
        FileChannel bytes = MemFileChannel.newChannel(new ByteArrayInputStream(ArbinSamples.res(1)));
        try (AccessPages pages = AccessPages.of(bytes)) {
            long n = 0;
            while (n < 8 * pages.size() / 4096) {
                pages.read(ByteBuffer.allocate(4096), 4096 * (n++ % 3));
            }
            assertThrows(IOException.class, () -> {
                for (int i = 0; i < 300; i++) {
                    pages.read(ByteBuffer.allocate(4096), 0);
                }
            });
        }
    }

    private static void assertRefusedAtOnce(byte[] damaged, String because) {
        DatasetFormatException e = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThrows(
                DatasetFormatException.class, () -> read(Source.of("a.res", damaged))));
        assertTrue(e.getMessage().contains(because), e.getMessage());
    }

    @Test
    void theLibraryWritesNoLogOfDamage() {
        List<LogRecord> told = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                told.add(line);
            }

            @Override
            public void flush() {
                // kept in a list
            }

            @Override
            public void close() {
                // kept in a list
            }
        };
        Logger all = Logger.getLogger("");
        all.addHandler(handler);
        try {
            byte[] whole = ArbinSamples.res(1);
            for (int at = 4096; at < whole.length; at += 997) {
                byte[] damaged = whole.clone();
                Arrays.fill(damaged, at, Math.min(whole.length, at + 40), (byte) 0x55);
                try {
                    read(Source.of("a.res", damaged));
                } catch (IOException e) {
                    assertTrue(e instanceof DatasetFormatException, e.toString());
                }
            }
        } finally {
            all.removeHandler(handler);
        }
        assertEquals(List.of(), told.stream().map(LogRecord::getMessage).toList());
    }

    @Test
    void aMassOfOneGramIsTheProgramsOwn() throws Exception {
        Table t = (Table) read(Source.of("a.res", ArbinSamples.res(2))).get(1);
        assertFalse(t.metadata().has("mass"), t.metadata().toString());
        assertTrue(CyclerFiles.codes(t).contains("not-entered"), CyclerFiles.remarks(t));
    }

    @Test
    void auxiliaryChannelsKeepTheirNamesAndUnits() throws Exception {
        Table t = (Table) read(Source.of("a.res", ArbinSamples.res(1))).get(0);
        assertEquals("degC", column(t, "T cell").unit().text());
        assertEquals(23, column(t, "T cell").get(2), 1e-6);
        assertTrue(Double.isNaN(column(t, "T cell").get(9)));
        assertEquals(1.5, column(t, "Pressure").get(0));
        assertEquals(12.5, t.metadata().number("mass", "mg").orElseThrow(), 1e-9);
        assertEquals("2023-03-15T12:00", t.metadata().text("started").orElseThrow());
        // 45000.5 days are 2023-03-15 12:00; rows a minute apart
        assertEquals(1678881600 + 60, column(t, "date").get(0), 1e-3);
        assertTrue(t.header().remarks().toString().contains("order of their numbers"));
    }

    @Test
    void aDatabaseCutOffIsRefused() {
        byte[] whole = ArbinSamples.res(1);
        int refused = 0;
        for (int length = 64; length < whole.length - 1; length += 4096) {
            byte[] cut = Arrays.copyOf(whole, length);
            try {
                assertEquals(10, ((Table) read(Source.of("a.res", cut)).get(0)).rows(), "cut at " + length);
            } catch (DatasetFormatException e) {
                assertTrue(e.getMessage().startsWith("a.res"), e.getMessage());
                refused++;
            } catch (IOException e) {
                throw new AssertionError("cut at " + length, e);
            }
        }
        assertTrue(refused > 10);
        assertThrows(DatasetFormatException.class, () -> read(Source.of("a.res", new byte[5000])));
    }

    @Test
    void aRecordedFileHasItsKnownRowsCyclesAndSteps() throws Exception {
        Table t = (Table) read(Source.of(SharedData.require("cycling/20160805_test001_45_cc_01.res"))).get(0);
        assertEquals(10261, t.rows());
        Map<Double, double[]> capacity = new TreeMap<>();
        int steps = 1;
        for (int i = 0; i < t.rows(); i++) {
            double[] q = capacity.computeIfAbsent(column(t, "cycle").get(i), k -> new double[2]);
            q[0] = Math.max(q[0], 1000 * column(t, "charge capacity").get(i));
            q[1] = Math.max(q[1], 1000 * column(t, "discharge capacity").get(i));
            steps += i > 0 && (column(t, "step").get(i) != column(t, "step").get(i - 1)
                    || column(t, "cycle").get(i) != column(t, "cycle").get(i - 1)) ? 1 : 0;
        }
        assertEquals(18, capacity.size());
        assertEquals(1.6254, capacity.get(1.0)[0], 5e-5);
        assertEquals(1.7551, capacity.get(1.0)[1], 5e-5);
        assertEquals(1.6996, capacity.get(2.0)[0], 5e-5);
        assertEquals(1.5675, capacity.get(2.0)[1], 5e-5);
        assertEquals(103, steps);
        assertEquals(0.852838, t.metadata().number("mass", "mg").orElseThrow(), 1e-9);
        Table other = (Table) read(Source.of(SharedData.require("cycling/arbin_example.res"))).get(0);
        assertEquals(2150, other.rows());
        assertEquals(345733.389, column(other, "time").get(2149), 1e-3);
    }
}
