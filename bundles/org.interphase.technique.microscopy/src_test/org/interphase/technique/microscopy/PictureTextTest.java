package org.interphase.technique.microscopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Raster;
import org.interphase.technique.microscopy.reader.PictureReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Text and resolution beside the picture of PNG and JPEG files. */
@Timeout(60)
class PictureTextTest {

    private static byte[] plain(String format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY), format, out);
        return out.toByteArray();
    }

    /** A PNG with a chunk behind its header. */
    private static byte[] png(String type, byte[] content) throws Exception {
        byte[] file = plain("png");
        byte[] typed = (type + new String(content, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(typed);
        ByteBuffer out = ByteBuffer.allocate(file.length + typed.length + 8);
        out.put(file, 0, 33).putInt(content.length).put(typed).putInt((int) crc.getValue()).put(file, 33,
                file.length - 33);
        return out.array();
    }

    private static Raster read(String name, byte[] file) throws Exception {
        return (Raster) new PictureReader().read(Source.of(name, file), Progress.none()).get(0);
    }

    @Test
    void theResolutionOfAPrintIsNoScale() throws Exception {
        Raster r = read("a.png", png("pHYs", ByteBuffer.allocate(9).putInt(11811).putInt(11811).put((byte) 1).array()));
        assertFalse(r.calibration().isPhysical());
        assertEquals("118.1 per cm (not used as scale)", r.metadata().text("print resolution").orElseThrow());
        assertFalse(read("a.jpg", plain("jpeg")).calibration().isPhysical());
    }

    @Test
    void textIsKeptInAllItsForms() throws Exception {
        byte[] text = "Comment\0a sample".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("a sample", read("a.png", png("tEXt", text)).metadata().text("Comment").orElseThrow());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (DeflaterOutputStream d = new DeflaterOutputStream(packed)) {
            d.write("packed".getBytes(StandardCharsets.ISO_8859_1));
        }
        assertEquals("packed", read("a.png", png("zTXt", packed.toByteArray())).metadata().text("Comment")
                .orElseThrow());
        byte[] wide = "Comment\0\0\0de\0Kommentar\0\u00fcber".getBytes(StandardCharsets.UTF_8);
        assertEquals("\u00fcber", read("a.png", png("iTXt", wide)).metadata().text("Comment").orElseThrow());
    }

    @Test
    void aMakersTextGivesTheScale() throws Exception {
        byte[] text = "Info\0[MAIN]\r\nPixelSizeX=5e-8\r\nPixelSizeY=5e-8\r\n[SEM]\r\nHV=7000\r\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        Raster r = read("a.png", png("tEXt", text));
        assertEquals(50, r.calibration().pixelWidth(), 1e-9);
        assertEquals(7, r.metadata().number("beam energy", "keV").orElseThrow(), 1e-12);
    }

    @Test
    void damagedChunksGiveAClearErrorOrAPicture() throws Exception {
        byte[] good = png("iTXt", "Comment\0\1\0de\0x\0yz".getBytes(StandardCharsets.ISO_8859_1));
        Random random = new Random(3);
        for (int k = 0; k < 2000; k++) {
            byte[] bad = good.clone();
            for (int j = 0; j <= k % 3; j++) {
                bad[8 + random.nextInt(bad.length - 8)] = (byte) random.nextInt(256);
            }
            try {
                read("a.png", bad);
            } catch (DatasetFormatException e) {
                assertFalse(e.reason().isBlank());
            }
        }
    }
}
