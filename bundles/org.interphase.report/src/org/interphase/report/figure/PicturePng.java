package org.interphase.report.figure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.figure.Layer;

/** Turns a raster layer into PNG bytes of at most 1,400 pixels a side. */
final class PicturePng {

    private static final int MOST = 1400;

    private PicturePng() {
    }

    static byte[] encode(Layer.Picture picture, Palette palette) {
        Layer.Picture small = reduced(picture);
        Raster r = small.raster();
        int n = r.width() * r.height();
        double[] range = ColourBar.range(small);
        int maskColour = palette.rgb(picture.style().colour());
        BufferedImage image = new BufferedImage(r.width(), r.height(), BufferedImage.TYPE_INT_ARGB);
        int alpha = (int) Math.round(255 * Math.clamp(picture.style().opacity(), 0, 1));
        for (int i = 0; i < n; i++) {
            image.setRGB(i % r.width(), i / r.width(),
                    ColourMaps.argb(picture.colours(), r.pixels().get(i), range[0], range[1], alpha, maskColour));
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

    /**
     * A picture with no more pixels than a page shows: means of blocks, or one pixel of each where values are labels.
     * One that is small enough keeps its pixels. Whatever else a raster carries (masks, other pictures) is left behind.
     */
    static Layer.Picture reduced(Layer.Picture picture) {
        Raster r = picture.raster();
        int every = Math.max(1, (Math.max(r.width(), r.height()) + MOST - 1) / MOST);
        DatasetHeader bare = DatasetHeader.of(r.name(), r.kind().id(), Metadata.EMPTY);
        if (every == 1) {
            return with(picture, r.withHeader(bare));
        }
        int w = (r.width() + every - 1) / every;
        int h = (r.height() + every - 1) / every;
        boolean distinct = picture.colours().isDistinct();
        float[] values = new float[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                values[y * w + x] = (float) (distinct ? r.get(x * every, y * every)
                        : mean(r, x * every, y * every, every));
            }
        }
        // only colours are made of it: what the pixels mean stays with the layer's own corners
        return with(picture, Raster.of(bare, w, h, Pixels.ofFloats(values), r.quantity(), r.unit(), r.calibration()));
    }

    private static Layer.Picture with(Layer.Picture picture, Raster raster) {
        return new Layer.Picture(picture.label(), raster, picture.colours(), picture.low(), picture.high(),
                picture.left(), picture.top(), picture.right(), picture.bottom(), picture.style());
    }

    private static double mean(Raster r, int x0, int y0, int size) {
        double sum = 0;
        int n = 0;
        for (int y = y0; y < Math.min(r.height(), y0 + size); y++) {
            for (int x = x0; x < Math.min(r.width(), x0 + size); x++) {
                double v = r.get(x, y);
                if (!Double.isNaN(v)) {
                    sum += v;
                    n++;
                }
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }
}
