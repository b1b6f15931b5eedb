package org.interphase.io.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.io.ParquetSheet;
import org.interphase.io.TableFile;
import org.interphase.io.TextBlock;
import org.interphase.testkit.synthetic.ParquetFileBytes;
import org.junit.jupiter.api.Test;

/** Parquet files with known cells. */
class ParquetTableTest {

    private static ParquetFileBytes sample() {
        return new ParquetFileBytes().longs("cycle", 1, 2, -9_007_199_254_740_993L).doubles("Voltage / V", 3.25,
                Double.NaN, 1e-7).floats("T", 0.1f, 25, -3).words("state", "charge", null, "a\tb")
                .moments("when", 0, 1_700_000_000_123L, -1);
    }

    private static Source file(byte[] bytes) {
        return Source.of("t.parquet", bytes);
    }

    private static String text(byte[] bytes) throws IOException {
        return new String(ParquetSheet.text(file(bytes), Progress.none()), StandardCharsets.UTF_8);
    }

    private static final String CELLS = "cycle\tVoltage / V\tT\tstate\twhen\n"
            + "1\t3.25\t0.10000000149011612\tcharge\t1970-01-01T00:00:00Z\n"
            + "2\t\t25.0\t\t2023-11-14T22:13:20.123Z\n"
            + "-9007199254740993\t1.0E-7\t-3.0\ta b\t1969-12-31T23:59:59.999Z\n";

    @Test
    void everyCellIsWhatWasWritten() throws IOException {
        assertEquals(CELLS, text(sample().bytes()));
        assertEquals(CELLS, text(sample().gzip().bytes()));
    }

    @Test
    void aTableOfManyRowsIsReadWhole() throws IOException {
        double[] x = new double[20_001];
        Arrays.setAll(x, i -> i % 7 == 3 ? Double.NaN : i * 0.5);
        TextBlock table = TableFile.read(file(new ParquetFileBytes().doubles("x", x).doubles("y", x).bytes()),
                Progress.none()).table();
        assertEquals(20_001, table.rows());
        double[] y = table.columns().get(1).values();
        for (int i = 0; i < x.length; i++) {
            assertEquals(x[i], y[i], 0);
        }
    }

    @Test
    void headingsAndFirstRowsCanBeLookedAt() throws IOException {
        SourceHead head = TableFile.head(SourceHead.of(file(sample().bytes())));
        assertEquals(CELLS, head.text());
        assertEquals("t.parquet", head.name());
        double[] x = new double[500];
        assertEquals(61, TableFile.head(SourceHead.of(file(new ParquetFileBytes().doubles("x", x).bytes()))).text()
                .lines().count());
    }

    @Test
    void aFileCutAnywhereIsRefused() {
        byte[] whole = sample().bytes();
        for (int n = 4; n < whole.length; n++) {
            byte[] cut = Arrays.copyOf(whole, n);
            DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> text(cut), () -> cut.length
                    + " bytes");
            assertTrue(e.getMessage().contains("t.parquet"), e.getMessage());
        }
    }

    @Test
    void spoiltBytesEndInAnErrorOrInCells() {
        byte[] whole = sample().bytes();
        for (int i = 4; i < whole.length - 4; i++) {
            for (int bit : new int[] {0x40, 0xff}) {
                byte[] spoilt = whole.clone();
                spoilt[i] ^= (byte) bit;
                assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
                    try {
                        text(spoilt);
                    } catch (DatasetFormatException e) {
                        assertTrue(e.getMessage().contains("t.parquet"), e.getMessage());
                    }
                }, "byte " + i + " changed by " + bit);
            }
        }
    }

    @Test
    void sizesNoPageCanHaveAreRefusedBeforeTheyAreMade() {
        byte[] whole = sample().bytes();
        // the first page's header begins behind the magic: type, then the size unpacked as a number of one byte
        assertEquals(0x15, whole[6]);
        byte[] large = new byte[whole.length + 4];
        System.arraycopy(whole, 0, large, 0, 7);
        byte[] size = {(byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f};
        System.arraycopy(size, 0, large, 7, 5);
        System.arraycopy(whole, 8, large, 12, whole.length - 8);
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> text(large));
        assertTrue(e.getMessage().contains("2147483647 bytes unpacked"), e.getMessage());
    }

    @Test
    void aColumnWithMoreThanItsPagesIsRefused() {
        byte[] file = new ParquetFileBytes().doubles("V", 1, 2, 3).bytes();
        int found = 0;
        for (int i = 4; i + 6 < file.length; i++) {
            // sizes of the column unpacked and packed, and where its first page begins: 4
            if (file[i] == 0x16 && file[i + 2] == 0x16 && file[i + 1] == file[i + 3] && file[i + 4] == 0x26
                    && file[i + 5] == 8) {
                for (int more : new int[] {1, 2, 5}) {
                    byte[] longer = file.clone();
                    longer[i + 3] += 2 * more;
                    DatasetFormatException e = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThrows(
                            DatasetFormatException.class, () -> text(longer)));
                    assertTrue(e.getMessage().contains("column 'V'"), e.getMessage());
                }
                found++;
            }
        }
        assertEquals(1, found);
    }

    @Test
    void columnNamesAreToldBeforeTheRows() throws IOException {
        ParquetTable t = ParquetTable.read(file(sample().bytes()), 2, names -> {
            assertEquals(List.of("cycle", "Voltage / V", "T", "state", "when"), names);
            return new Counting();
        }, Progress.none());
        assertEquals(2, t.rows());
    }

    private static final class Counting implements ParquetCells {
        @Override
        public void startRow() {
            // rows are counted by the table
        }

        @Override
        public void empty() {
            // nothing to keep
        }

        @Override
        public void whole(long value) {
            // nothing to keep
        }

        @Override
        public void number(double value) {
            // nothing to keep
        }

        @Override
        public void word(String text) {
            // nothing to keep
        }
    }
}
