package org.interphase.report.figure;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.interphase.figure.PictureColours;

/**
 * A raster as a file within a page: no finer than a printer's dots, and lossy only where lossless gains nothing, as in
 * the noise of a micrograph. The raw file has every pixel.
 *
 * @param type media type
 * @param bytes content
 */
record EncodedPicture(String type, byte[] bytes) {

    /** Most pixels a side. */
    static final int MOST = 1400;
    /** 300 dots per inch, as journals ask for, of CSS px that are 1/96 inch. */
    private static final double DOTS_PER_PX = 300.0 / 96;
    private static final int WORTH_TRYING = 16 << 10;
    private static final int MOST_COLOURS = 256;
    private static final float QUALITY = 0.9f;

    /**
     * Encodes a picture.
     *
     * @param width width on the page in CSS px
     * @param height height on the page in CSS px
     */
    static EncodedPicture of(PictureColours picture, double width, double height) {
        PictureColours.Sample s = picture.whole((int) Math.min(MOST,
                Math.ceil(Math.max(Math.abs(width), Math.abs(height)) * DOTS_PER_PX)));
        boolean opaque = s.alpha() == null;
        Optional<BufferedImage> few = opaque && !isGrey(s) ? ofFewColours(s) : Optional.empty();
        if (few.isPresent()) {
            return new EncodedPicture("image/png", encoded(few.get(), "png"));
        }
        BufferedImage image = new BufferedImage(s.width(), s.height(), !opaque ? BufferedImage.TYPE_INT_ARGB
                : isGrey(s) ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            // as bytes: a colour model would bend the greys
            byte[] grey = new byte[s.width() * s.height()];
            for (int i = 0; i < grey.length; i++) {
                grey[i] = s.rgb()[3 * i];
            }
            image.getRaster().setDataElements(0, 0, s.width(), s.height(), grey);
        } else {
            for (int i = 0; i < s.width() * s.height(); i++) {
                image.setRGB(i % s.width(), i / s.width(), s.argb(i));
            }
        }
        byte[] png = encoded(image, "png");
        // colours are read against a key, so they are kept
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY && png.length > WORTH_TRYING) {
            byte[] jpeg = encoded(image, "jpeg");
            if (2 * jpeg.length < png.length) {
                return new EncodedPicture("image/jpeg", jpeg);
            }
        }
        return new EncodedPicture("image/png", png);
    }

    /** The same picture as numbers of its colours, which takes a third of the bytes; none if these are too many. */
    private static Optional<BufferedImage> ofFewColours(PictureColours.Sample s) {
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        byte[] pixels = new byte[s.width() * s.height()];
        for (int i = 0; i < pixels.length; i++) {
            int number = numbers.computeIfAbsent(s.argb(i) & 0xffffff, k -> numbers.size());
            if (number >= MOST_COLOURS) {
                return Optional.empty();
            }
            pixels[i] = (byte) number;
        }
        int[] colours = numbers.keySet().stream().mapToInt(c -> c | 0xff000000).toArray();
        BufferedImage image = new BufferedImage(s.width(), s.height(), BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE));
        image.getRaster().setDataElements(0, 0, s.width(), s.height(), pixels);
        return Optional.of(image);
    }

    private static boolean isGrey(PictureColours.Sample s) {
        for (int i = 0; i < s.rgb().length; i += 3) {
            if (s.rgb()[i] != s.rgb()[i + 1] || s.rgb()[i] != s.rgb()[i + 2]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        if (format.equals("jpeg")) {
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
        }
        ImageIO.setUseCache(false);
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture could not be written into memory", e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
