package org.interphase.technique.microscopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.CountBackground;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;
import org.interphase.technique.microscopy.reader.bruker.BcfReader;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bruker maps: written by the test with every way of packing, recorded, and damaged. */
@Timeout(120)
class BcfReaderTest {

    private static int[][][] counts(int w, int h) {
        SplittableRandom random = new SplittableRandom(3);
        int[][][] out = new int[h][w][100];
        for (int[][] row : out) {
            for (int[] pixel : row) {
                for (int c = 0; c < 63; c++) {
                    pixel[c] = c < 60 ? random.nextInt(3) : 3 + random.nextInt(4);
                }
            }
        }
        return out;
    }

    private static List<Dataset> read(byte[] file) throws Exception {
        return new BcfReader().read(Source.of("a.bcf", file), Progress.none());
    }

    private static void check(int w, int h, int chunk, boolean packed) throws Exception {
        int[][][] counts = counts(w, h);
        List<Dataset> all = read(BcfBytes.map(counts, chunk, packed, true));
        assertEquals(List.of("BSE", "Si", "Fe", "sum spectrum"), all.stream().map(Dataset::name).toList());
        Raster bse = (Raster) all.get(0);
        assertEquals("sem", bse.kind().id());
        assertEquals(0.25, bse.calibration().pixelWidth() * bse.calibration().unit().scaleTo(Unit.of("um")), 1e-12);
        assertEquals((w - 1 + 2) & 0xff, bse.get(w - 1, 2));
        Raster si = (Raster) all.get(1);
        Raster fe = (Raster) all.get(2);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int[] c = counts[y][x];
                assertEquals(Arrays.stream(c, 18, 23).sum(), si.get(x, y), "Si at " + x + ", " + y);
                assertEquals(Arrays.stream(c, 58, 63).sum(), fe.get(x, y), "Fe at " + x + ", " + y);
            }
        }
        Curve sum = (Curve) all.get(3);
        assertEquals(-0.1, sum.axis().values()[0], 1e-12);
        assertEquals(0.5, sum.axis().values()[60], 1e-12);
        assertEquals(15, bse.metadata().number("beam energy").orElseThrow(), "a decimal comma is understood");
    }

    @Test
    void whatIsCountedBesideALineGoesWithItsMap() throws Exception {
        int[][][] counts = counts(7, 9);
        List<Dataset> all = read(BcfBytes.map(counts, 4096, true, true));
        // windows of 4.2 channels: half as wide on each side, 1.25 widths away from channel 20
        CountBackground b = CountBackground.of((Raster) all.get(1)).orElseThrow();
        for (int i = 0; i < 63; i++) {
            int[] c = counts[i / 7][i % 7];
            assertEquals(Arrays.stream(c, 14, 16).sum() + Arrays.stream(c, 25, 27).sum(), b.counts().get(i));
        }
        assertEquals(5.0 / 4, b.factor(), 1e-12);
        assertEquals("0.040 to 0.050 keV and 0.150 to 0.160 keV", b.title());
    }

    @Test
    void everyWayOfPackingGivesTheCountsInTheWindows() throws Exception {
        check(7, 9, 4096, false);
    }

    @Test
    void packedContainersAreUnpacked() throws Exception {
        check(7, 9, 4096, true);
    }

    @Test
    void longFilesHaveTablesOverSeveralChunks() throws Exception {
        check(64, 48, 2048, false);
    }

    @Test
    void withoutChosenLinesAllPulsesAreCounted() throws Exception {
        int[][][] counts = counts(5, 6);
        Raster all = (Raster) read(BcfBytes.map(counts, 4096, false, false)).get(1);
        assertEquals(Arrays.stream(counts[4][3]).sum(), all.get(3, 4));
        assertEquals("X-rays", all.name());
    }

    @Test
    void aRecordedMapAddsUpToItsSumSpectrum() throws Exception {
        List<Dataset> all = new BcfReader().read(Source.of(SharedData.require("microscopy/test_TEM.bcf")),
                Progress.none());
        assertEquals(List.of("HAADF", "Ti", "O", "Pd", "Cu", "sum spectrum"), all.stream().map(Dataset::name).toList());
        Raster haadf = (Raster) all.get(0);
        assertEquals("tem", haadf.kind().id());
        assertEquals(0.771004754, haadf.calibration().pixelWidth(), 1e-9);
        Curve sum = (Curve) all.get(5);
        double[] energy = sum.axis().values();
        for (int k = 1; k <= 4; k++) {
            Raster map = (Raster) all.get(k);
            double line = map.metadata().number("line energy").orElseThrow();
            double half = new double[] {0.1757308413, 0.09525188676, 0.1474973146, 0.2245278785}[k - 1] / 2;
            double inWindow = 0;
            for (int i = 0; i < energy.length; i++) {
                inWindow += Math.abs(energy[i] - line) <= half ? sum.signal().values()[i] : 0;
            }
            double counted = 0;
            for (int i = 0; i < map.width() * map.height(); i++) {
                counted += map.pixels().get(i);
            }
            assertEquals(inWindow, counted, 0.005 * inWindow, map.name());
        }
    }

    @Test
    void overlayRunsOnTheMapsOfOneFile() throws Exception {
        byte[] file = BcfBytes.map(counts(32, 32), 4096, true, true);
        List<Dataset> maps = read(file).stream().filter(d -> d.kind().id().equals("element-map")).toList();
        Run run = Run.of("microscopy/element-overlay", org.interphase.model.Series.named(maps.get(0).header(), maps));
        assertEquals(0, run.value("Pearson Si-Fe"), 5 * run.uncertainty("Pearson Si-Fe"));
    }

    @Test
    void truncatedFilesAreRefusedWithAPlace() throws Exception {
        byte[] whole = BcfBytes.map(counts(7, 9), 2048, true, true);
        for (int n = 0; n < whole.length - 2048; n += 61) {
            byte[] cut = Arrays.copyOf(whole, n);
            DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> read(cut));
            assertFalse(e.reason().isBlank());
            assertEquals("a.bcf", e.file());
        }
    }

    @Test
    void flippedBytesGiveAMapOrAClearError() throws Exception {
        SplittableRandom random = new SplittableRandom(8);
        for (boolean packed : new boolean[] {true, false}) {
            byte[] whole = BcfBytes.map(counts(7, 9), 2048, packed, true);
            int refused = 0;
            for (int k = 0; k < 600; k++) {
                byte[] bad = whole.clone();
                for (int j = 0; j < 1 + k % 4; j++) {
                    int at = k % 3 == 0 ? random.nextInt(0x200) : random.nextInt(bad.length);
                    bad[at] = (byte) (k % 2 == 0 ? 0xff : random.nextInt(256));
                }
                try {
                    read(bad);
                } catch (DatasetFormatException e) {
                    assertFalse(e.reason().isBlank());
                    refused++;
                }
            }
            assertTrue(refused > 50, refused + " refused");
        }
    }

    @Test
    void theListOfFilesMustFormATree() throws Exception {
        byte[] whole = BcfBytes.map(counts(4, 4), 2048, false, true);
        int entries = 0x118 + (int) (java.nio.ByteBuffer.wrap(whole).order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .getInt(0x140)) * 2048 + 32;
        byte[] ring = whole.clone();
        // the folder becomes its own child
        Arrays.fill(ring, entries + 0x28, entries + 0x2c, (byte) 0);
        assertTrue(assertThrows(DatasetFormatException.class, () -> read(ring)).reason().contains("tree"));
    }
}
