package org.interphase.technique.vibrational.reader;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.interphase.api.DatasetFormatException;
import org.interphase.model.Calibration;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;

/**
 * The white-light picture of a WDF file: a JPEG whose EXIF carries, in maker's tags, the stage position of its corner
 * (0xFEA0) and its field of view (0xFEA1), both in micrometres.
 */
final class WhiteLight {

    private static final long LARGEST = 1L << 26;
    private static final int ORIGIN = 0xfea0;
    private static final int FIELD = 0xfea1;

    private WhiteLight() {
    }

    static Dataset read(String file, String name, long position, byte[] jpeg) throws IOException {
        BufferedImage image = decode(file, position, jpeg);
        int w = image.getWidth();
        int h = image.getHeight();
        byte[] grey = new byte[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int rgb = image.getRGB(x, y);
                // luma weights of ITU-R BT.601, those of JPEG itself
                grey[y * w + x] = (byte) Math.round(0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255)
                        + 0.114 * (rgb & 255));
            }
        }
        Metadata m = Metadata.EMPTY.with("format", "JPEG inside Renishaw WDF");
        Calibration calibration = Calibration.NONE;
        double[] field = exif(file, position, jpeg, FIELD);
        double[] origin = exif(file, position, jpeg, ORIGIN);
        if (field != null && field[0] > 0 && field[1] > 0) {
            calibration = new Calibration(field[0] / w, field[1] / h, Unit.of("um"), Double.NaN,
                    "Renishaw field of view (EXIF 0xFEA1)");
        }
        if (origin != null) {
            m = m.with("x", origin[0], "um").with("y", origin[1], "um");
        }
        return Raster.of(DatasetHeader.of(name, "white-light", m), w, h, Pixels.ofBytes(grey), "Grey level",
                Unit.of("grey"), calibration);
    }

    private static BufferedImage decode(String file, long position, byte[] jpeg) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(jpeg))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
            if (in == null || !readers.hasNext()) {
                throw new DatasetFormatException(file, "byte " + position, "the white-light picture is no JPEG");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > LARGEST) {
                    throw new DatasetFormatException(file, "byte " + position, "the white-light picture claims "
                            + pixels + " pixels, more than " + LARGEST);
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (DatasetFormatException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new DatasetFormatException(file, "byte " + position,
                    "the white-light picture cannot be decoded: " + e.getMessage(), e);
        }
    }

    /** Two rational numbers of an EXIF tag of the first directory or the one below it; null if missing. */
    private static double[] exif(String file, long position, byte[] jpeg, int tag) throws DatasetFormatException {
        Bytes head = Bytes.of(file, position, jpeg, ByteOrder.BIG_ENDIAN);
        int at = 2;
        while (at + 10 < jpeg.length && head.u8(at, "marker") == 0xff && head.u8(at + 1, "marker") != 0xda) {
            int length = head.u16(at + 2, "segment length");
            if (head.u8(at + 1, "marker") == 0xe1 && head.text(at + 4, 4).equals("Exif")) {
                int start = at + 10;
                byte[] tiff = head.slice(start, Math.min(length - 8L, jpeg.length - start), "EXIF");
                if (tiff.length < 8) {
                    return null;
                }
                Bytes t = Bytes.of(file, position + start, tiff,
                        tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
                return rationals(t, t.u32(4, "EXIF directory"), tag);
            }
            at += 2 + length;
        }
        return null;
    }

    private static double[] rationals(Bytes t, long directory, int tag) throws DatasetFormatException {
        int entries = t.u16(directory, "EXIF directory");
        for (int i = 0; i < entries; i++) {
            long at = directory + 2 + 12L * i;
            if (t.u16(at, "EXIF tag") == tag) {
                long value = t.u32(at + 8, "EXIF value");
                double[] out = new double[2];
                for (int k = 0; k < 2; k++) {
                    out[k] = (double) t.i32(value + 8L * k, "EXIF value") / t.i32(value + 8L * k + 4, "EXIF value");
                }
                return out;
            }
        }
        return null;
    }
}
