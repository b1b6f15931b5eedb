package org.interphase.technique.microscopy.reader;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.model.Pixels;
import org.interphase.technique.microscopy.reader.tiff.TiffPixels;

/** Decodes through the JDK's image readers, without a display; the size is looked at before anything is decoded. */
public final class JdkImages {

    private JdkImages() {
    }

    /**
     * A picture of a file.
     *
     * @param format name of the JDK's reader: png, jpeg, bmp, gif, tiff
     * @param index which, from 0
     */
    public static TiffPixels.Picture read(Source source, String format, int index) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            throw new DatasetFormatException(source.name(), "", "this Java has no reader for " + format);
        }
        ImageReader reader = readers.next();
        try (InputStream stream = source.open();
                ImageInputStream input = new MemoryCacheImageInputStream(stream)) {
            reader.setInput(input, false, true);
            int w = reader.getWidth(index);
            int h = reader.getHeight(index);
            // a picture packs at most a few thousand to one (Deflate 1032, of several bytes per pixel)
            if (w < 1 || h < 1 || (long) w * h > Math.min(TiffPixels.MOST_PIXELS, source.size() * 8200L + 4096)) {
                throw new DatasetFormatException(source.name(), "header", "a picture of " + w + " x " + h
                        + " pixels does not fit a file of " + source.size() + " bytes");
            }
            return convert(reader.read(index));
        } catch (DatasetFormatException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // the JDK's decoders answer damaged input with exceptions of many types
            throw new DatasetFormatException(source.name(), "", "the " + format + " data are damaged: "
                    + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }

    private static TiffPixels.Picture convert(BufferedImage image) {
        int w = image.getWidth();
        int h = image.getHeight();
        Raster raster = image.getRaster();
        int bits = raster.getSampleModel().getSampleSize(0);
        boolean grey = raster.getNumBands() <= 2 && image.getColorModel().getColorSpace()
                .getType() == java.awt.color.ColorSpace.TYPE_GRAY;
        int[] row = new int[w];
        if (grey && bits == 16) {
            short[] out = new short[w * h];
            for (int y = 0; y < h; y++) {
                raster.getSamples(0, y, w, 1, 0, row);
                for (int x = 0; x < w; x++) {
                    out[y * w + x] = (short) row[x];
                }
            }
            return new TiffPixels.Picture(w, h, Pixels.ofShorts(out), false);
        }
        byte[] out = new byte[w * h];
        boolean colour = false;
        for (int y = 0; y < h; y++) {
            if (grey && bits == 8) {
                raster.getSamples(0, y, w, 1, 0, row);
                for (int x = 0; x < w; x++) {
                    out[y * w + x] = (byte) row[x];
                }
                continue;
            }
            image.getRGB(0, y, w, 1, row, 0, w);
            for (int x = 0; x < w; x++) {
                int r = row[x] >> 16 & 0xff;
                int g = row[x] >> 8 & 0xff;
                int b = row[x] & 0xff;
                colour |= r != g || g != b;
                out[y * w + x] = (byte) TiffPixels.luminance(r, g, b);
            }
        }
        return new TiffPixels.Picture(w, h, Pixels.ofBytes(out), colour);
    }
}
