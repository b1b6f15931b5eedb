package org.interphase.technique.microscopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Raster;
import org.interphase.technique.microscopy.reader.gatan.DmReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** DM3 and DM4 files written by the test. */
@Timeout(60)
class DmReaderTest {

    private static Raster read(byte[] file) throws Exception {
        return (Raster) new DmReader().read(Source.of("a.dm4", file), Progress.none()).get(0);
    }

    @Test
    void everyDataTypeOfBothVersionsAndByteOrdersKeepsItsValues() throws Exception {
        // data type of the image, type in the tag tree, bytes, value of the third pixel as written, as read
        double[][] types = {{6, 10, 1, 200, 200}, {9, 10, 1, 200, -56}, {1, 2, 2, -7, -7}, {10, 4, 2, 65000, 65000},
            {2, 6, 4, 1.5, 1.5}, {7, 3, 4, -70000, -70000}, {11, 5, 4, 4e9, 4e9}, {12, 7, 8, 1e-9, 1e-9}};
        for (int version : new int[] {3, 4}) {
            for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
                for (double[] t : types) {
                    int n = (int) t[2];
                    ByteBuffer b = ByteBuffer.allocate(6 * n).order(order);
                    switch (n) {
                        case 1 -> b.put(2, (byte) (int) t[3]);
                        case 2 -> b.putShort(4, (short) (int) t[3]);
                        case 4 -> b.putInt(8, t[0] == 2 ? Float.floatToIntBits((float) t[3]) : (int) (long) t[3]);
                        default -> b.putDouble(16, t[3]);
                    }
                    Raster r = read(DmBytes.image(version, order, (int) t[0], (int) t[1], b.array(), 3, 2, 0.25,
                            "\u00b5m"));
                    assertEquals(t[4], r.get(2, 0), "version " + version + ", type " + t[0]);
                    assertEquals(0.25, r.calibration().pixelWidth() * r.calibration().unit().scaleTo(
                            org.interphase.model.unit.Unit.of("um")), 1e-9);
                }
            }
        }
    }

    @Test
    void colourIsReadAsLuminance() throws Exception {
        byte[] bgr = new byte[4 * 4];
        bgr[2] = (byte) 255;
        Raster r = read(DmBytes.image(3, ByteOrder.LITTLE_ENDIAN, 23, 5, bgr, 2, 2, 0, ""));
        assertEquals(76, r.get(0, 0));
    }

    @Test
    void complexNumbersAreRefusedByName() {
        byte[] file = DmBytes.image(3, ByteOrder.LITTLE_ENDIAN, 3, 6, new byte[32], 2, 2, 0, "");
        assertTrue(assertThrows(DatasetFormatException.class, () -> read(file)).reason().contains("complex"));
    }

    @Test
    void absurdSizesTruncationAndFlippedBytesGiveAClearErrorOrAnImage() throws Exception {
        byte[] huge = DmBytes.image(4, ByteOrder.LITTLE_ENDIAN, 6, 10, new byte[16], 1 << 30, 1 << 30, 0, "");
        assertTrue(assertThrows(DatasetFormatException.class, () -> read(huge)).reason().contains("does not fit"));
        for (int version : new int[] {3, 4}) {
            byte[] file = DmBytes.image(version, ByteOrder.LITTLE_ENDIAN, 6, 10, new byte[16], 4, 4, 0.5, "nm");
            for (int n = 0; n < file.length; n++) {
                byte[] cut = Arrays.copyOf(file, n);
                DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> read(cut), "cut at " + n);
                assertEquals("a.dm4", e.file());
            }
            SplittableRandom random = new SplittableRandom(version);
            for (int k = 0; k < 4000; k++) {
                byte[] bad = file.clone();
                for (int j = 0; j <= k % 3; j++) {
                    bad[random.nextInt(bad.length)] = (byte) (k % 2 == 0 ? 0xff : random.nextInt(256));
                }
                try {
                    read(bad);
                } catch (DatasetFormatException e) {
                    assertEquals("a.dm4", e.file());
                }
            }
        }
    }
}
