package org.interphase.technique.microscopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Raster;
import org.interphase.technique.microscopy.reader.TiffReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TiffReaderTest {

    @TempDir
    Path folder;

    private static Raster read(byte[] file) throws Exception {
        return (Raster) new TiffReader().read(Source.of("a.tif", file), Progress.none()).get(0);
    }

    private static byte[] ramp(int n) {
        byte[] b = new byte[n];
        for (int i = 0; i < n; i++) {
            b[i] = (byte) (i * 7);
        }
        return b;
    }

    @Test
    void pixelsOfEveryDepthKeepTheirValues() throws Exception {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            ByteBuffer b = ByteBuffer.allocate(12 * 8).order(order);
            for (int i = 0; i < 12; i++) {
                b.putShort(2 * i, (short) (60000 + i));
            }
            Raster r = read(TiffBytes.grey(order, 4, 3, 16, 1, 1, java.util.Arrays.copyOf(b.array(), 24)).bytes(0));
            assertEquals(60011, r.get(3, 2));
            assertEquals(16, r.pixels().bits());
            for (int i = 0; i < 12; i++) {
                b.putFloat(4 * i, i - 2.5f);
            }
            r = read(TiffBytes.grey(order, 4, 3, 32, 3, 1, java.util.Arrays.copyOf(b.array(), 48)).bytes(0));
            assertEquals(8.5, r.get(3, 2));
            for (int i = 0; i < 12; i++) {
                b.putInt(4 * i, -i * 1000);
            }
            r = read(TiffBytes.grey(order, 4, 3, 32, 2, 1, java.util.Arrays.copyOf(b.array(), 48)).bytes(0));
            assertEquals(-11000, r.get(3, 2));
            for (int i = 0; i < 12; i++) {
                b.putDouble(8 * i, i + 1e-9);
            }
            r = read(TiffBytes.grey(order, 4, 3, 64, 3, 1, b.array()).bytes(0));
            assertEquals(11 + 1e-9, r.get(3, 2));
        }
    }

    @Test
    void compressedPicturesEqualTheJdksOwn() throws Exception {
        Random random = new Random(3);
        int w = 301;
        int h = 157;
        java.awt.image.BufferedImage image = new java.awt.image.BufferedImage(w, h,
                java.awt.image.BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = ((java.awt.image.DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i % w < w / 2 ? i / 9 : random.nextInt(256));
        }
        for (String compression : new String[] {"LZW", "PackBits", "Deflate", "ZLib"}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
            try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
                writer.setOutput(stream);
                ImageWriteParam p = writer.getDefaultWriteParam();
                p.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                p.setCompressionType(compression);
                writer.write(null, new javax.imageio.IIOImage(image, null, null), p);
            }
            Raster r = read(out.toByteArray());
            for (int i = 0; i < pixels.length; i++) {
                assertEquals(pixels[i] & 0xff, r.pixels().get(i), compression + " pixel " + i);
            }
        }
    }

    @Test
    void resolutionIsNoScaleUnlessImageJWroteTheFile() throws Exception {
        byte[] plain = TiffBytes.grey(ByteOrder.LITTLE_ENDIAN, 8, 8, 8, 1, 1, ramp(64)).ratio(282, 96, 1)
                .ratio(283, 96, 1).number(296, 3, 2).bytes(0);
        assertFalse(read(plain).calibration().isPhysical());
        byte[] imageJ = TiffBytes.grey(ByteOrder.BIG_ENDIAN, 8, 8, 8, 1, 1, ramp(64)).ratio(282, 2, 1)
                .ratio(283, 4, 1).text(270, "ImageJ=1.54p\nunit=nm\n").bytes(0);
        assertEquals(0.5, read(imageJ).calibration().pixelWidth());
        assertEquals(0.25, read(imageJ).calibration().pixelHeight());
        assertEquals("nm", read(imageJ).calibration().unit().text());
    }

    @Test
    void tescanTagGivesTheScale() throws Exception {
        byte[] file = TiffBytes.grey(ByteOrder.LITTLE_ENDIAN, 8, 8, 8, 1, 1, ramp(64)).text(50431,
                "xx[MAIN]\r\nDevice=TS\r\nPixelSizeX=5e-8\r\nPixelSizeY=5e-8\r\n[SEM]\r\nHV=15000.0\r\n").bytes(0);
        Raster r = read(file);
        assertEquals(50, r.calibration().pixelWidth(), 1e-9);
        assertEquals("nm", r.calibration().unit().text());
        assertEquals(15, r.metadata().number("beam energy", "keV").orElseThrow());
        assertEquals("sem", r.kind().id());
    }

    @Test
    void zeissMonitorPixelSizeIsNotTakenForTheImages() throws Exception {
        byte[] file = TiffBytes.grey(ByteOrder.LITTLE_ENDIAN, 8, 8, 8, 1, 1, ramp(64)).text(34118,
                "0\r\n0\r\n0\r\n9.9e-007\r\nAP_PIXEL_SIZE\r\nPixel Size = 990.0 nm\r\nAP_WIDTH\r\nWidth = 800.0 nm\r\n")
                .bytes(0);
        assertEquals(100, read(file).calibration().pixelWidth(), 1e-9);
    }

    @Test
    void sideCarFilesGiveTheScale() throws Exception {
        byte[] picture = TiffBytes.grey(ByteOrder.LITTLE_ENDIAN, 8, 8, 8, 1, 1, ramp(64)).bytes(0);
        Files.write(folder.resolve("j.tif"), picture);
        Files.writeString(folder.resolve("j.txt"), "$CM_FORMAT JEOL-SEM\r\n$CM_ACCEL_VOLT 15.0\r\n$$SM_MICRON_BAR "
                + "100\r\n$$SM_MICRON_MARKER 10um\r\n");
        Files.write(folder.resolve("h.tif"), picture);
        Files.writeString(folder.resolve("h.txt"), "[SemImageFile]\r\nInstructName=S-4800\r\nDataSize=8x8\r\n"
                + "PixelSize=9.921875\r\nAcceleratingVoltage=5000 Volt\r\n");
        Raster jeol = (Raster) new TiffReader().read(Source.of(folder.resolve("j.tif")), Progress.none()).get(0);
        assertEquals(100, jeol.calibration().pixelWidth(), 1e-9);
        assertEquals(15, jeol.metadata().number("beam energy", "keV").orElseThrow());
        Raster hitachi = (Raster) new TiffReader().read(Source.of(folder.resolve("h.tif")), Progress.none()).get(0);
        assertEquals(9.921875, hitachi.calibration().pixelWidth(), 1e-9);
    }

    @Test
    void aRingOfDirectoriesIsRefused() {
        TiffBytes t = TiffBytes.grey(ByteOrder.LITTLE_ENDIAN, 8, 8, 8, 1, 1, ramp(64));
        byte[] once = t.bytes(0);
        int directory = ByteBuffer.wrap(once).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> read(t.bytes(directory)));
        assertTrue(e.getMessage().contains("ring"), e.getMessage());
    }

    @Test
    void absurdSizesAreRefusedBeforeAnythingIsAllocated() {
        for (long[] size : new long[][] {{1L << 19, 500}, {16000, 16000}, {0, 5}, {0xffffffffL, 0xffffffffL}}) {
            for (int compression : new int[] {1, 5, 8, 32773}) {
                byte[] file = TiffBytes.grey(ByteOrder.LITTLE_ENDIAN, 8, 8, 8, 1, compression, ramp(64))
                        .number(256, 4, size[0]).number(257, 4, size[1]).number(278, 4, size[1]).bytes(0);
                DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> read(file));
                assertTrue(e.getMessage().startsWith("a.tif, byte "), e.getMessage());
            }
        }
    }

    @Test
    void everyTruncationIsAClearError() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(ramp(64));
        }
        byte[] file = TiffBytes.grey(ByteOrder.LITTLE_ENDIAN, 8, 8, 8, 1, 8, packed.toByteArray()).bytes(0);
        read(file);
        for (int n = 0; n < file.length - 4; n++) {
            byte[] cut = java.util.Arrays.copyOf(file, n);
            assertThrows(DatasetFormatException.class, () -> read(cut), "cut at " + n);
        }
    }

    @Test
    void noDamagedByteLeadsToAnythingButAClearErrorOrAPicture() {
        byte[] file = TiffBytes.grey(ByteOrder.BIG_ENDIAN, 8, 8, 8, 1, 1, ramp(64)).text(270, "ImageJ=1\nunit=nm")
                .ratio(282, 2, 1).bytes(0);
        Random random = new Random(5);
        for (int k = 0; k < 4000; k++) {
            byte[] damaged = file.clone();
            for (int j = 0; j <= k % 3; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                read(damaged);
            } catch (DatasetFormatException e) {
                assertFalse(e.reason().isBlank());
            } catch (Exception e) {
                throw new AssertionError("damage " + k + " gave " + e, e);
            }
        }
    }

    @Test
    void colourIsReadAsLuminance() throws Exception {
        byte[] rgb = new byte[4 * 3];
        rgb[0] = (byte) 255;
        rgb[4] = (byte) 255;
        rgb[8] = (byte) 255;
        byte[] file = TiffBytes.grey(ByteOrder.LITTLE_ENDIAN, 2, 2, 8, 1, 1, rgb).number(277, 3, 3).number(262, 3, 2)
                .bytes(0);
        Raster r = read(file);
        assertEquals(76, r.get(0, 0));
        assertEquals(150, r.get(1, 0));
        assertEquals(29, r.get(0, 1));
    }
}
