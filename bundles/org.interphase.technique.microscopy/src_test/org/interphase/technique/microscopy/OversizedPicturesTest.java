package org.interphase.technique.microscopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.interphase.api.DatasetReader;
import org.interphase.api.Source;
import org.interphase.technique.microscopy.reader.PictureReader;
import org.interphase.technique.microscopy.reader.TiffReader;
import org.interphase.technique.microscopy.reader.bruker.BcfReader;
import org.interphase.testkit.fuzz.ReaderTrial;
import org.junit.jupiter.api.Test;

/** Small files whose header tells of 60,000 x 60,000 pixels: refused before a pixel is made room for. */
class OversizedPicturesTest {

    private static final int SIDE = 60_000;

    private static void assertRefused(DatasetReader reader, String name, byte[] file) {
        ReaderTrial.Reading r = new ReaderTrial(reader, 64L << 20, 2).read(Source.of(name, file));
        assertEquals(Optional.empty(), r.fault(), name);
        assertNotNull(r.error(), name + " was read");
    }

    private static byte[] plain(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY), format, out);
        return out.toByteArray();
    }

    /** A chunk of a PNG with its checksum. */
    private static byte[] chunk(String type, byte[] content) {
        byte[] typed = ByteBuffer.allocate(4 + content.length).put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content).array();
        CRC32 crc = new CRC32();
        crc.update(typed);
        return ByteBuffer.allocate(typed.length + 8).putInt(content.length).put(typed).putInt((int) crc.getValue())
                .array();
    }

    private static byte[] png(int side, byte[] packed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        out.writeBytes(chunk("IHDR", ByteBuffer.allocate(13).putInt(side).putInt(side).put((byte) 8).array()));
        out.writeBytes(chunk("IDAT", packed));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    @Test
    void aPngThatTellsOfMoreThanItHoldsOrHoldsIt() throws IOException {
        assertRefused(new PictureReader(), "told.png", png(SIDE, new byte[100]));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(1))) {
            byte[] rows = new byte[1 << 20];
            for (int k = 0; k < 40; k++) {
                out.write(rows);
            }
        }
        assertRefused(new PictureReader(), "held.png", png(SIDE, packed.toByteArray()));
    }

    @Test
    void aJpeg() throws IOException {
        byte[] file = plain("jpeg");
        for (int at = 2; at < file.length - 9; at++) {
            if ((file[at] & 0xff) == 0xff && (file[at + 1] & 0xff) == 0xc0) {
                ByteBuffer.wrap(file).putShort(at + 5, (short) SIDE).putShort(at + 7, (short) SIDE);
            }
        }
        assertRefused(new PictureReader(), "a.jpg", file);
    }

    @Test
    void aBmp() throws IOException {
        byte[] file = plain("bmp");
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(18, SIDE).putInt(22, SIDE);
        assertRefused(new PictureReader(), "a.bmp", file);
    }

    @Test
    void aTiffOfAnyCompression() {
        for (int compression : new int[] {1, 5, 8, 32773}) {
            assertRefused(new TiffReader(), "a" + compression + ".tif", TiffBytes.grey(ByteOrder.LITTLE_ENDIAN, 8, 8, 8,
                    1, compression, new byte[64]).number(256, 4, SIDE).number(257, 4, SIDE).number(278, 4, SIDE)
                    .bytes(0));
        }
    }

    @Test
    void aMapOfSpectra() {
        byte[] file = BcfBytes.map(new int[2][2][80], 4096, false, true);
        String text = new String(file, StandardCharsets.ISO_8859_1);
        byte[] grown = text.replaceAll("<Width>2</Width>", "<Width>6</Width>").getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at + 8 < grown.length; at++) {
            ByteBuffer b = ByteBuffer.wrap(grown).order(ByteOrder.LITTLE_ENDIAN);
            if (b.getInt(at) == 2 && b.getInt(at + 4) == 2) {
                b.putInt(at, SIDE).putInt(at + 4, SIDE);
            }
        }
        assertRefused(new BcfReader(), "a.bcf", grown);
    }
}
