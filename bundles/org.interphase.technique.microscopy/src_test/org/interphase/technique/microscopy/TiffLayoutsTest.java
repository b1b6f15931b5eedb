package org.interphase.technique.microscopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.DeflaterOutputStream;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Dataset;
import org.interphase.model.Raster;
import org.interphase.technique.microscopy.reader.TiffReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pixels come out the same whichever way TIFF 6.0 allows them to be stored. */
@Timeout(120)
class TiffLayoutsTest {

    private static final int W = 37;
    private static final int H = 29;

    @TempDir
    Path folder;

    private record Layout(ByteOrder order, int bits, int format, int samples, int photometric, boolean planar,
            int tile, int compression, int predictor) {
    }

    private static List<Dataset> all(byte[] file) throws Exception {
        return new TiffReader().read(Source.of("a.tif", file), Progress.none());
    }

    private static Raster read(byte[] file) throws Exception {
        return (Raster) all(file).get(0);
    }

    private static void number(ByteBuffer b, int at, Layout l, double v) {
        switch (l.bits) {
            case 8 -> b.put(at, (byte) (int) v);
            case 16 -> b.putShort(at, l.format == 3 ? Float.floatToFloat16((float) v) : (short) (int) v);
            case 32 -> {
                if (l.format == 3) {
                    b.putFloat(at, (float) v);
                } else {
                    b.putInt(at, (int) (long) v);
                }
            }
            default -> b.putDouble(at, v);
        }
    }

    /** Predictor 2 or 3 as the specifications describe them, on one row of samples. */
    private static void predict(byte[] raw, int at, int row, int samples, Layout l) {
        int n = l.bits / 8;
        if (l.predictor == 2) {
            ByteBuffer b = ByteBuffer.wrap(raw).order(l.order);
            for (int i = at + row - n; i >= at + samples * n; i -= n) {
                switch (n) {
                    case 1 -> raw[i] -= raw[i - samples];
                    case 2 -> b.putShort(i, (short) (b.getShort(i) - b.getShort(i - samples * n)));
                    default -> b.putInt(i, b.getInt(i) - b.getInt(i - samples * n));
                }
            }
        } else if (l.predictor == 3) {
            byte[] planes = new byte[row];
            for (int i = 0; i < row / n; i++) {
                for (int k = 0; k < n; k++) {
                    int from = l.order == ByteOrder.BIG_ENDIAN ? k : n - 1 - k;
                    planes[k * (row / n) + i] = raw[at + i * n + from];
                }
            }
            for (int i = row - 1; i >= samples; i--) {
                planes[i] -= planes[i - samples];
            }
            System.arraycopy(planes, 0, raw, at, row);
        }
    }

    private static byte[] pack(byte[] raw, int compression) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (compression) {
            case 8 -> {
                try (DeflaterOutputStream d = new DeflaterOutputStream(out)) {
                    d.write(raw);
                }
            }
            case 32773 -> {
                for (int i = 0; i < raw.length; i += 100) {
                    int n = Math.min(100, raw.length - i);
                    out.write(n - 1);
                    out.write(raw, i, n);
                }
            }
            default -> out.writeBytes(raw);
        }
        return out.toByteArray();
    }

    private static byte[] file(Layout l, double[][] values, boolean counts) throws Exception {
        TiffBytes t = new TiffBytes(l.order);
        int cw = l.tile > 0 ? l.tile : W;
        int ch = l.tile > 0 ? l.tile : 7;
        int inChunk = l.planar ? 1 : l.samples;
        int n = l.bits / 8;
        List<Long> offsets = new ArrayList<>();
        List<Long> sizes = new ArrayList<>();
        for (int plane = 0; plane < (l.planar ? l.samples : 1); plane++) {
            for (int y0 = 0; y0 < H; y0 += ch) {
                for (int x0 = 0; x0 < W; x0 += cw) {
                    int rows = l.tile > 0 ? ch : Math.min(ch, H - y0);
                    byte[] raw = new byte[rows * cw * inChunk * n];
                    ByteBuffer b = ByteBuffer.wrap(raw).order(l.order);
                    for (int y = 0; y < rows; y++) {
                        for (int x = 0; x < cw; x++) {
                            for (int s = 0; s < inChunk && x0 + x < W && y0 + y < H; s++) {
                                number(b, ((y * cw + x) * inChunk + s) * n, l,
                                        values[l.planar ? plane : s][(y0 + y) * W + x0 + x]);
                            }
                        }
                        predict(raw, y * cw * inChunk * n, cw * inChunk * n, inChunk, l);
                    }
                    byte[] packed = pack(raw, l.compression);
                    offsets.add(t.put(packed));
                    sizes.add((long) packed.length);
                }
            }
        }
        t.number(256, 4, W).number(257, 3, H).number(259, 3, l.compression).number(262, 3, l.photometric)
                .number(277, 3, l.samples).number(284, 3, l.planar ? 2 : 1).number(317, 3, l.predictor)
                .number(339, 3, l.format);
        ByteBuffer depths = ByteBuffer.allocate(2 * l.samples).order(l.order);
        for (int s = 0; s < l.samples; s++) {
            depths.putShort((short) l.bits);
        }
        if (l.samples > 2) {
            t.raw(258, 3, l.samples, depths.array());
        } else {
            t.number(258, 3, l.bits);
        }
        if (l.tile > 0) {
            t.number(322, 3, l.tile).number(323, 3, l.tile);
        } else {
            t.number(278, 3, 7);
        }
        longs(t, l.tile > 0 ? 324 : 273, offsets, l.order);
        if (counts) {
            longs(t, l.tile > 0 ? 325 : 279, sizes, l.order);
        }
        return t.bytes(0);
    }

    private static void longs(TiffBytes t, int tag, List<Long> values, ByteOrder order) {
        if (values.size() == 1) {
            t.number(tag, 4, values.get(0));
            return;
        }
        ByteBuffer b = ByteBuffer.allocate(4 * values.size()).order(order);
        values.forEach(v -> b.putInt((int) (long) v));
        t.raw(tag, 4, values.size(), b.array());
    }

    private static double[][] values(int samples, double scale, double offset) {
        SplittableRandom random = new SplittableRandom(samples);
        double[][] out = new double[samples][W * H];
        for (double[] plane : out) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = Math.floor(random.nextDouble() * scale) + offset;
            }
        }
        return out;
    }

    @Test
    void greyPicturesOfEveryDepthLayoutPackingAndPredictorKeepTheirValues() throws Exception {
        int files = 0;
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            for (int[] depth : new int[][] {{8, 1}, {8, 2}, {16, 1}, {16, 2}, {32, 1}, {32, 2}, {16, 3}, {32, 3},
                {64, 3}}) {
                for (int tile : new int[] {0, 16}) {
                    for (int compression : new int[] {1, 8, 32773}) {
                        for (int predictor : new int[] {1, depth[1] == 3 ? 3 : 2}) {
                            boolean signed = depth[1] != 1;
                            double[][] v = values(1, depth[0] == 8 ? 120 : 2000, signed ? -60 : 0);
                            Layout l = new Layout(order, depth[0], depth[1], 1, 1, false, tile, compression,
                                    predictor);
                            Raster r = read(file(l, v, true));
                            for (int i = 0; i < W * H; i++) {
                                assertEquals(v[0][i], r.pixels().get(i), l + " pixel " + i);
                            }
                            files++;
                        }
                    }
                }
            }
        }
        assertEquals(216, files);
    }

    @Test
    void coloursTogetherAndInPlanesWithAndWithoutOpacityAreTheSame() throws Exception {
        for (int bits : new int[] {8, 16}) {
            for (boolean planar : new boolean[] {false, true}) {
                for (int samples : new int[] {3, 4}) {
                    for (int predictor : new int[] {1, 2}) {
                        double[][] v = values(samples, 250, 0);
                        Layout l = new Layout(ByteOrder.BIG_ENDIAN, bits, 1, samples, 2, planar, 16, 8, predictor);
                        Raster r = read(file(l, v, true));
                        for (int i = 0; i < W * H; i++) {
                            assertEquals(0.299 * v[0][i] + 0.587 * v[1][i] + 0.114 * v[2][i], r.pixels().get(i), 0.51,
                                    l.toString());
                        }
                    }
                }
            }
        }
    }

    @Test
    void greyWithOpacityKeepsTheGreyLevel() throws Exception {
        for (boolean planar : new boolean[] {false, true}) {
            double[][] v = values(2, 250, 0);
            Raster r = read(file(new Layout(ByteOrder.LITTLE_ENDIAN, 8, 1, 2, 1, planar, 0, 1, 1), v, true));
            assertEquals(v[0][W * H - 1], r.get(W - 1, H - 1));
        }
    }

    @Test
    void whiteIsZeroIsTurnedRound() throws Exception {
        double[][] v = values(1, 250, 0);
        for (int[] depth : new int[][] {{8, 255}, {16, 65535}}) {
            Raster r = read(file(new Layout(ByteOrder.LITTLE_ENDIAN, depth[0], 1, 1, 0, false, 0, 1, 1), v, true));
            assertEquals(depth[1] - v[0][5], r.get(5, 0));
        }
    }

    @Test
    void missingByteCountsAreWorkedOut() throws Exception {
        double[][] v = values(1, 250, 0);
        for (int compression : new int[] {1, 8, 32773}) {
            Raster r = read(file(new Layout(ByteOrder.LITTLE_ENDIAN, 16, 1, 1, 1, false, 0, compression, 1), v,
                    false));
            assertEquals(v[0][W * H - 1], r.get(W - 1, H - 1));
        }
    }

    @Test
    void depthsThatDoNotFillBytesAreUnpacked() throws Exception {
        for (int bits : new int[] {1, 2, 4, 10, 12, 14}) {
            for (int photometric : new int[] {0, 1}) {
                int row = (W * bits + 7) / 8;
                byte[] raw = new byte[row * H];
                int[] v = new int[W * H];
                SplittableRandom random = new SplittableRandom(bits);
                for (int i = 0; i < v.length; i++) {
                    v[i] = random.nextInt(1 << bits);
                    for (int k = 0; k < bits; k++) {
                        int bit = i % W * bits + k;
                        raw[i / W * row + bit / 8] |= (byte) ((v[i] >> bits - 1 - k & 1) << 7 - bit % 8);
                    }
                }
                byte[] file = TiffBytes.grey(ByteOrder.LITTLE_ENDIAN, W, H, bits, 1, 1, raw).number(262, 3, photometric)
                        .bytes(0);
                Raster r = read(file);
                int largest = (1 << bits) - 1;
                for (int i = 0; i < v.length; i++) {
                    int shown = photometric == 0 ? largest - v[i] : v[i];
                    assertEquals(bits < 8 ? shown * 255 / largest : shown, r.pixels().get(i), bits + " bits");
                }
            }
        }
    }

    @Test
    void palettesAreLookedUpWhateverTheirSize() throws Exception {
        for (int bits : new int[] {4, 8}) {
            int levels = 1 << bits;
            ByteBuffer map = ByteBuffer.allocate(6 * levels).order(ByteOrder.BIG_ENDIAN);
            for (int k = 0; k < 3 * levels; k++) {
                // red falls, green and blue rise with the index
                int i = k % levels;
                map.putShort((short) ((k < levels ? levels - 1 - i : i) * 65535 / (levels - 1)));
            }
            byte[] raw = new byte[(W * bits + 7) / 8 * H];
            raw[0] = (byte) (bits == 4 ? 0x30 : 0x33);
            byte[] file = TiffBytes.grey(ByteOrder.BIG_ENDIAN, W, H, bits, 1, 1, raw).number(262, 3, 3)
                    .raw(320, 3, 3L * levels, map.array()).bytes(0);
            double share = bits == 4 ? 3.0 / 15 : 0x33 / 255.0;
            assertEquals(255 * (0.299 * (1 - share) + 0.701 * share), read(file).get(0, 0), 1.5);
            assertEquals(255 * 0.299, read(file).get(3, 0), 1);
        }
    }

    @Test
    void pagesAndImageJStacksOfOneDirectoryAreAllRead() throws Exception {
        byte[] raw = new byte[3 * 64];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) i;
        }
        TiffBytes t = TiffBytes.grey(ByteOrder.BIG_ENDIAN, 8, 8, 8, 1, 1, raw).number(279, 4, 64)
                .text(270, "ImageJ=1.54p\nimages=3\nslices=3\nunit=\\u00B5m\n").ratio(282, 4, 1);
        List<Dataset> pages = all(t.bytes(0));
        assertEquals(3, pages.size());
        assertEquals(2 * 64 + 63, ((Raster) pages.get(2)).get(7, 7));
        assertEquals(0.25, ((Raster) pages.get(1)).calibration().pixelWidth() * 1e-3, 1e-12);
        assertEquals("nm", ((Raster) pages.get(1)).calibration().unit().text());
    }

    @Test
    void bigTiffIsRead() throws Exception {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            byte[] file = big(order);
            assertEquals(63, read(file).get(7, 7));
            for (int n = 0; n < file.length - 8; n++) {
                byte[] cut = java.util.Arrays.copyOf(file, n);
                assertThrows(DatasetFormatException.class, () -> read(cut), "cut at " + n);
            }
        }
    }

    private static byte[] big(ByteOrder order) {
        long[][] tags = {{256, 4, 8}, {257, 16, 8}, {258, 3, 8}, {259, 3, 1}, {262, 3, 1}, {273, 16, 16}, {277, 3, 1},
            {278, 4, 8}, {279, 16, 64}};
        ByteBuffer b = ByteBuffer.allocate(16 + 64 + 8 + 20 * tags.length + 8).order(order);
        b.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M')).put(b.get(0)).putShort((short) 43)
                .putShort((short) 8).putShort((short) 0).putLong(80);
        for (int i = 0; i < 64; i++) {
            b.put((byte) i);
        }
        b.putLong(tags.length);
        for (long[] t : tags) {
            b.putShort((short) t[0]).putShort((short) t[1]).putLong(1);
            int at = b.position();
            if (t[1] == 3) {
                b.putShort(at, (short) t[2]);
            } else if (t[1] == 4) {
                b.putInt(at, (int) t[2]);
            } else {
                b.putLong(at, t[2]);
            }
            b.position(at + 8);
        }
        return b.putLong(0).array();
    }

    @Test
    void colourModelsThatAreNoGreyLevelAreRefused() throws Exception {
        double[][] v = values(4, 250, 0);
        for (int photometric : new int[] {5, 8}) {
            byte[] file = file(new Layout(ByteOrder.LITTLE_ENDIAN, 8, 1, 4, photometric, false, 0, 1, 1), v, true);
            assertTrue(assertThrows(DatasetFormatException.class, () -> read(file)).reason().contains("colour model"));
        }
        byte[] zstd = TiffBytes.grey(ByteOrder.LITTLE_ENDIAN, 8, 8, 8, 1, 50000, new byte[64]).bytes(0);
        assertTrue(assertThrows(DatasetFormatException.class, () -> read(zstd)).reason().contains("compression 50000"));
    }

    @Test
    void damagedTilesAndStripsGiveAPictureOrAClearError() throws Exception {
        double[][] v = values(3, 250, 0);
        for (Layout l : List.of(new Layout(ByteOrder.LITTLE_ENDIAN, 16, 1, 3, 2, true, 16, 8, 2),
                new Layout(ByteOrder.BIG_ENDIAN, 32, 3, 1, 1, false, 16, 32773, 3))) {
            byte[] file = file(l, v, true);
            SplittableRandom random = new SplittableRandom(4);
            for (int k = 0; k < 1500; k++) {
                byte[] bad = file.clone();
                for (int j = 0; j <= k % 4; j++) {
                    int at = k % 2 == 0 ? bad.length - 1 - random.nextInt(400) : random.nextInt(bad.length);
                    bad[at] = (byte) (k % 3 == 0 ? 0xff : random.nextInt(256));
                }
                try {
                    read(bad);
                } catch (DatasetFormatException e) {
                    assertEquals("a.tif", e.file());
                }
            }
            for (int n = 0; n < file.length - 6; n += 37) {
                byte[] cut = java.util.Arrays.copyOf(file, n);
                assertThrows(DatasetFormatException.class, () -> read(cut));
            }
        }
    }

    @Test
    void omeAndFeiAndTescanScalesAndBarsAreTaken() throws Exception {
        byte[] plane = new byte[100 * 120];
        String ome = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><OME><Image><Pixels ID='P' PhysicalSizeX=\"0.065\" "
                + "PhysicalSizeXUnit=\"\u00b5m\" PhysicalSizeY=\"0.13\" SizeX=\"100\"/></Image></OME>";
        TiffBytes t = TiffBytes.grey(ByteOrder.LITTLE_ENDIAN, 100, 120, 8, 1, 1, plane);
        byte[] utf = ome.getBytes(StandardCharsets.UTF_8);
        Raster r = read(t.raw(270, 2, utf.length, utf).bytes(0));
        assertEquals(0.065, r.calibration().pixelWidth(), 1e-9);
        assertEquals(0.13, r.calibration().pixelHeight(), 1e-9);
        assertEquals("OME PhysicalSizeX", r.calibration().source());
        Raster fei = read(TiffBytes.grey(ByteOrder.LITTLE_ENDIAN, 100, 120, 8, 1, 1, plane).text(34682,
                "[Scan]\r\nPixelWidth=1e-8\r\n[Image]\r\nResolutionX=100\r\nResolutionY=110\r\n").bytes(0));
        assertEquals(110, fei.field().height());
        Raster tescan = read(TiffBytes.grey(ByteOrder.LITTLE_ENDIAN, 100, 120, 8, 1, 1, plane).text(50431,
                "[MAIN]\r\nPixelSizeX=5e-8\r\nImageStripSize=16\r\n").bytes(0));
        assertEquals(104, tescan.field().height());
    }

    @Test
    void sideCarFilesMayBeInAnyEncoding() throws Exception {
        byte[] picture = TiffBytes.grey(ByteOrder.LITTLE_ENDIAN, 8, 8, 8, 1, 1, new byte[64]).bytes(0);
        String jeol = "$CM_FORMAT JEOL-SEM\r\n$$SM_MICRON_BAR 80\r\n$$SM_MICRON_MARKER 0,2\u00b5m\r\n";
        String hitachi = "\r\n[SemImageFile]\r\nSampleName=\u00e4\r\nPixelSize=12.5\r\n";
        int k = 0;
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE,
                StandardCharsets.ISO_8859_1)) {
            Path p = folder.resolve("s" + ++k + ".tif");
            Files.write(p, picture);
            Files.write(folder.resolve("s" + k + ".txt"), jeol.getBytes(charset));
            Raster r = (Raster) new TiffReader().read(Source.of(p), Progress.none()).get(0);
            assertEquals(2.5, r.calibration().pixelWidth(), 1e-9, charset.name());
            // a bar told in whole pixels
            assertEquals(1 / Math.sqrt(12) / 80, r.calibration().relativeUncertainty(), 1e-9);
            Files.write(folder.resolve("s" + k + ".txt"), hitachi.getBytes(charset));
            r = (Raster) new TiffReader().read(Source.of(p), Progress.none()).get(0);
            assertEquals(12.5, r.calibration().pixelWidth(), 1e-9, charset.name());
            assertEquals("\u00e4", r.metadata().text("sample").orElseThrow(), charset.name());
        }
    }
}
