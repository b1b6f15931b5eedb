package org.interphase.report.figure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.interphase.figure.PictureColours;

/** Turns a raster into PNG bytes of at most 1,400 pixels a side. */
public final class PicturePng {

    static final int MOST = 1400;

    private PicturePng() {
    }

    /** The picture as a PNG file. */
    public static byte[] encode(PictureColours picture) {
        PictureColours.Sample s = picture.whole(MOST);
        BufferedImage image = new BufferedImage(s.width(), s.height(), BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < s.width() * s.height(); i++) {
            image.setRGB(i % s.width(), i / s.width(), s.argb(i));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture could not be written into memory", e);
        }
        return out.toByteArray();
    }
}
