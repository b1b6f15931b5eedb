package org.interphase.technique.microscopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Dataset;
import org.interphase.model.Raster;
import org.interphase.technique.microscopy.reader.TiffReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What ImageJ writes into TIFF files: units of each axis, stacks in one directory, labels, signed numbers. */
@Timeout(60)
class ImageJStackTest {

    private static List<Dataset> read(byte[] file) throws Exception {
        return new TiffReader().read(Source.of("a.tif", file), Progress.none());
    }

    private static TiffBytes picture(String description) {
        return TiffBytes.grey(ByteOrder.LITTLE_ENDIAN, 8, 8, 8, 1, 1, new byte[64]).ratio(282, 2, 1).ratio(283, 4, 1)
                .text(270, "ImageJ=1.54f\n" + description);
    }

    private static Raster one(String description) throws Exception {
        return (Raster) read(picture(description).bytes(0)).get(0);
    }

    private static double nm(double v, Raster r) {
        return v * r.calibration().unit().scaleTo(org.interphase.model.unit.Unit.of("nm"));
    }

    @Test
    void eachAxisHasItsOwnUnit() throws Exception {
        for (String micron : new String[] {"micron", "um", "\u00b5m", "\\u00B5m", "\\u00b5m", "microns"}) {
            Raster r = one("unit=nm\nyunit=" + micron + "\n");
            assertEquals(0.5, nm(r.calibration().pixelWidth(), r), 1e-9, micron);
            assertEquals(250, nm(r.calibration().pixelHeight(), r), 1e-9, micron);
        }
        Raster mixed = one("unit=nm\nyunit=pixel\n");
        assertFalse(mixed.calibration().isPhysical());
        assertTrue(mixed.header().remarks().get(0).text().contains("pixel"));
    }

    @Test
    void pixelsAreNoScaleAndInchesAreDoubted() throws Exception {
        assertFalse(one("unit=pixel\n").calibration().isPhysical());
        Raster r = one("unit=inch\n");
        assertEquals(25.4e6 / 2, nm(r.calibration().pixelWidth(), r), 1e-3);
        assertTrue(r.header().remarks().get(0).text().contains("print resolution"));
    }

    /** A file of one directory with the pictures of a stack behind each other. */
    private static byte[] stack(int pictures, String description) {
        byte[] pixels = new byte[64 * pictures];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / 64 + 1);
        }
        return TiffBytes.grey(ByteOrder.LITTLE_ENDIAN, 8, 8, 8, 1, 1, pixels).number(279, 4, 64).ratio(282, 2, 1)
                .ratio(283, 2, 1).text(270, "ImageJ=1.54f\n" + description).bytes(0);
    }

    @Test
    void oneDirectoryForManyPicturesGivesThemAllWithScaleAndPlace() throws Exception {
        List<Dataset> all = read(stack(12, "images=12\nchannels=2\nslices=3\nframes=2\nhyperstack=true\nunit=um\n"
                + "spacing=0.25\nfinterval=1.5\n"));
        assertEquals(12, all.size());
        for (int i = 0; i < 12; i++) {
            Raster r = (Raster) all.get(i);
            assertEquals(i + 1, r.get(3, 3));
            assertEquals(500, nm(r.calibration().pixelWidth(), r), 1e-9);
            assertEquals(i % 2 + 1, r.metadata().number("channel").orElseThrow());
            assertEquals(i / 2 % 3 + 1, r.metadata().number("slice").orElseThrow());
            assertEquals(i / 6 + 1, r.metadata().number("frame").orElseThrow());
            assertEquals(0.25 * (i / 2 % 3), r.metadata().number("z position", "um").orElseThrow(), 1e-12);
            assertEquals(1.5 * (i / 6), r.metadata().number("frame time", "s").orElseThrow(), 1e-12);
        }
    }

    @Test
    void aStackThatEndsEarlyIsRefusedAndASinglePictureOfOneRemarked() throws Exception {
        // as ImageJ writes it: the directory first, the pictures behind it
        ByteBuffer cut = ByteBuffer.allocate(200 + 3 * 64 + 20).order(ByteOrder.LITTLE_ENDIAN);
        byte[] text = "ImageJ=1.54f\nimages=40\n\0".getBytes(StandardCharsets.ISO_8859_1);
        cut.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 6);
        for (int[] t : new int[][] {{256, 8}, {257, 8}, {258, 8}, {270, 120}, {273, 200}, {279, 64}}) {
            cut.putShort((short) t[0]).putShort((short) (t[0] == 270 ? 2 : 4)).putInt(t[0] == 270 ? text.length : 1)
                    .putInt(t[1]);
        }
        cut.put(120, text);
        assertTrue(assertThrows(DatasetFormatException.class, () -> read(cut.array())).reason()
                .contains("40 pictures of 64 bytes; the file ends within picture 4"));
        List<Dataset> single = read(picture("images=40\nunit=um\n").bytes(0));
        assertEquals(1, single.size());
        assertTrue(single.get(0).header().remarks().get(0).text().contains("states 40 pictures, the file holds 1"));
    }

    @Test
    void theFirstPagesDescriptionHoldsForAllPages() throws Exception {
        // the second directory is written behind the first file's bytes, with offsets of its own
        TiffBytes first = picture("images=2\nslices=2\nunit=nm\nspacing=3\n");
        byte[] second = TiffBytes.grey(ByteOrder.LITTLE_ENDIAN, 8, 8, 8, 1, 1, new byte[64]).number(296, 3, 2)
                .ratio(282, 100, 1).bytes(0);
        int at = first.bytes(0).length;
        ByteBuffer moved = ByteBuffer.wrap(second).order(ByteOrder.LITTLE_ENDIAN);
        int directory = moved.getInt(4);
        for (int k = 0, p = directory + 2; k < moved.getShort(directory); k++, p += 12) {
            int tag = moved.getShort(p) & 0xffff;
            if (tag == 273 || tag == 282) {
                moved.putInt(p + 8, moved.getInt(p + 8) + at);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first.bytes(at + directory));
        out.writeBytes(second);
        List<Dataset> all = read(out.toByteArray());
        assertEquals(2, all.size());
        for (Dataset d : all) {
            assertEquals(0.5, ((Raster) d).calibration().pixelWidth(), 1e-12);
            assertEquals(0.25, ((Raster) d).calibration().pixelHeight(), 1e-12);
            assertEquals("nm", ((Raster) d).calibration().unit().text());
        }
        assertEquals(3, all.get(1).header().metadata().number("z position", "nm").orElseThrow(), 1e-12);
    }

    @Test
    void labelsOfTheStackAreKept() throws Exception {
        byte[] a = "first".getBytes(StandardCharsets.UTF_16LE);
        byte[] b = "second".getBytes(StandardCharsets.UTF_16LE);
        ByteBuffer data = ByteBuffer.allocate(12 + a.length + b.length).order(ByteOrder.LITTLE_ENDIAN);
        data.putInt(0x494a494a).putInt(0x6c61626c).putInt(2).put(a).put(b);
        ByteBuffer counts = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putInt(12).putInt(a.length)
                .putInt(b.length);
        byte[] pixels = new byte[128];
        byte[] file = TiffBytes.grey(ByteOrder.LITTLE_ENDIAN, 8, 8, 8, 1, 1, pixels).number(279, 4, 64)
                .text(270, "ImageJ=1.54f\nimages=2\n").raw(50838, 4, 3, counts.array())
                .raw(50839, 1, data.capacity(), data.array()).bytes(0);
        List<Dataset> all = read(file);
        assertEquals("first", all.get(0).metadata().text("label").orElseThrow());
        assertEquals("second", all.get(1).metadata().text("label").orElseThrow());
    }

    @Test
    void signedNumbersComeOutSigned() throws Exception {
        ByteBuffer pixels = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
        pixels.putShort(0, (short) (32768 - 5)).putShort(2, (short) (32768 + 7));
        Raster r = (Raster) read(TiffBytes.grey(ByteOrder.LITTLE_ENDIAN, 8, 8, 16, 1, 1, pixels.array())
                .text(270, "ImageJ=1.54f\ncf=0\nc0=-32768.0\nc1=1.0\nvunit=gray value\n").bytes(0)).get(0);
        assertEquals(-5, r.get(0, 0));
        assertEquals(7, r.get(1, 0));
    }
}
