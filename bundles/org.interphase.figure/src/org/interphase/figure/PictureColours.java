package org.interphase.figure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.interphase.model.figure.Layer;

/**
 * A raster as the colours of a theme, to be sampled as finely as a painter has pixels.
 *
 * @param pyramid the raster reduced to bytes
 * @param map colours from low to high
 * @param mask colour of a mask's true pixels, 0xRRGGBB
 * @param opacity 0 to 1
 */
public record PictureColours(BytePyramid pyramid, Layer.ColourMap map, int mask, double opacity) {

    private static final int BYTES = 3;

    /**
     * Pixels sampled.
     *
     * @param width pixels across
     * @param height pixels down
     * @param rgb three bytes a pixel
     * @param alpha a byte a pixel; null if all are opaque
     */
    public record Sample(int width, int height, byte[] rgb, byte[] alpha) {
        /** The pixel 0xAARRGGBB of an index. */
        public int argb(int i) {
            return (alpha == null ? 255 : alpha[i] & 0xff) << 24 | (rgb[BYTES * i] & 0xff) << 16
                    | (rgb[BYTES * i + 1] & 0xff) << 8 | rgb[BYTES * i + 2] & 0xff;
        }
    }

    /**
     * Samples a part of the raster.
     *
     * @param columns abscissas of the wanted pixels, in pixels of the raster
     * @param rows ordinates of the same
     */
    public Sample sample(double[] columns, double[] rows) {
        int w = columns.length;
        int h = rows.length;
        double finest = Math.min(step(columns), step(rows));
        int level = pyramid.levelFor(finest);
        // large pixels are shown as what they are
        boolean smooth = !pyramid.zeroIsNothing() && finest > 0.5;
        int[] table = IntStream.range(0, 256).map(i -> ColourMaps.argb(map, i, 0, 255, 255, mask)).toArray();
        byte[] bytes = new byte[w * h * BYTES];
        int through = (int) Math.round(255 * Math.clamp(opacity, 0, 1));
        byte[] alpha = pyramid.zeroIsNothing() || through < 255 ? new byte[w * h] : null;
        IntStream.range(0, h).parallel().forEach(y -> {
            int[] row = new int[w];
            pyramid.row(level, columns, rows[y], smooth, row);
            int at = y * w * BYTES;
            for (int x = 0; x < w; x++) {
                int rgb = table[row[x]];
                bytes[at++] = (byte) (rgb >> 16);
                bytes[at++] = (byte) (rgb >> 8);
                bytes[at++] = (byte) rgb;
                if (alpha != null) {
                    alpha[y * w + x] = pyramid.zeroIsNothing() && row[x] == 0 ? 0 : (byte) through;
                }
            }
        });
        return new Sample(w, h, bytes, alpha);
    }

    /** The whole raster with at most so many pixels a side. */
    public Sample whole(int most) {
        double shrink = Math.max(1, Math.max(pyramid.width(), pyramid.height()) / (double) most);
        return sample(places(pyramid.width(), shrink), places(pyramid.height(), shrink));
    }

    private static double[] places(int size, double shrink) {
        double[] out = new double[(int) Math.ceil(size / shrink)];
        Arrays.setAll(out, i -> (i + 0.5) * size / out.length);
        return out;
    }

    private static double step(double[] places) {
        return places.length < 2 ? 1 : Math.abs(places[1] - places[0]);
    }
}
