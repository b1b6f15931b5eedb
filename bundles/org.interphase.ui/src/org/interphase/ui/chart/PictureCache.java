package org.interphase.ui.chart;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;
import org.interphase.model.Raster;
import org.interphase.model.figure.Layer;
import org.interphase.report.figure.ColourMaps;
import org.interphase.report.figure.Palette;

/**
 * Paints rasters into plot areas. Each raster is reduced once to bytes with halved copies of itself, so that zooming
 * and panning a large picture samples about as many pixels as the screen has. Used on the user interface thread.
 */
public final class PictureCache {

    private static final int KEPT = 6;
    private static final long MOST_BYTES = 300_000_000;
    private static final int BYTES = 3;

    private record Key(Raster raster, double low, double high, boolean labels) {
        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && k.raster == raster && Double.compare(k.low, low) == 0
                    && Double.compare(k.high, high) == 0 && k.labels == labels;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(raster) * 31 + Double.hashCode(low) * 7 + Double.hashCode(high);
        }
    }

    private final PictureTiles tiles = new PictureTiles();
    private final Map<Key, BytePyramid> pyramids = new LinkedHashMap<>(8, 0.75f, true);

    /** The reduced form of a picture, made on first use; those used longest ago go when there are too many. */
    BytePyramid pyramid(Layer.Picture p) {
        boolean labels = p.colours().isDistinct();
        Key key = new Key(p.raster(), p.low(), p.high(), labels);
        BytePyramid found = pyramids.get(key);
        if (found == null) {
            found = BytePyramid.of(p.raster(), p.low(), p.high(), labels);
            pyramids.put(key, found);
            long bytes = pyramids.values().stream().mapToLong(BytePyramid::bytes).sum();
            Iterator<BytePyramid> oldest = pyramids.values().iterator();
            while ((pyramids.size() > KEPT || bytes > MOST_BYTES) && pyramids.size() > 1) {
                bytes -= oldest.next().bytes();
                oldest.remove();
            }
            tiles.keepOnly(pyramids.values());
        }
        return found;
    }

    private static int[] table(Layer.ColourMap map, int mask) {
        int[] out = new int[256];
        for (int i = 0; i < 256; i++) {
            out[i] = ColourMaps.argb(map, i, 0, 255, 255, mask) & 0xffffff;
        }
        return out;
    }

    /** Lets go what is kept for the screen. */
    void dispose() {
        tiles.dispose();
    }

    /**
     * Paints the part of a picture that is in sight.
     *
     * @param left where the plot's left edge is in the graphics context
     * @param top where its upper edge is
     * @param screen whether this is the screen at its own scale; then what was painted is kept and moved
     */
    void paint(GC gc, Layer.Picture p, Frame frame, int left, int top, Palette palette, boolean screen) {
        Rectangle plot = frame.plot();
        double x0 = frame.x().at(p.left());
        double x1 = frame.x().at(p.right());
        double y0 = frame.y().at(p.top());
        double y1 = frame.y().at(p.bottom());
        int fromX = (int) Math.max(0, Math.floor(Math.min(x0, x1)));
        int toX = (int) Math.min(plot.width, Math.ceil(Math.max(x0, x1)));
        int fromY = (int) Math.max(0, Math.floor(Math.min(y0, y1)));
        int toY = (int) Math.min(plot.height, Math.ceil(Math.max(y0, y1)));
        if (toX <= fromX || toY <= fromY) {
            return;
        }
        BytePyramid pyramid = pyramid(p);
        double sx = pyramid.width() / (x1 - x0);
        double sy = pyramid.height() / (y1 - y0);
        double finest = Math.min(Math.abs(sx), Math.abs(sy));
        int mask = palette.rgb(p.style().colour());
        Sampling how = new Sampling(pyramid, pyramid.levelFor(finest),
                // large pixels are shown as what they are
                !pyramid.zeroIsNothing() && finest > 0.5, table(p.colours(), mask),
                (int) Math.round(255 * Math.max(0, Math.min(1, p.style().opacity()))));
        gc.setAlpha(255);
        if (screen) {
            int colours = (p.colours().ordinal() * 31 + mask) * 31 + how.opacity;
            tiles.paint(gc, pyramid, new double[] {x0, x1, y0, y1}, plot.width, plot.height, colours,
                    (columns, rows) -> new Image(gc.getDevice(), how.sample(columns, rows)));
        } else {
            Image image = new Image(gc.getDevice(), how.sample(places(fromX, toX, x0, sx), places(fromY, toY, y0, sy)));
            gc.drawImage(image, left + fromX, top + fromY);
            image.dispose();
        }
    }

    private static double[] places(int from, int to, double origin, double scale) {
        return IntStream.range(from, to).mapToDouble(i -> (i + 0.5 - origin) * scale).toArray();
    }

    /** How bytes of a picture become pixels of the screen. */
    private record Sampling(BytePyramid pyramid, int level, boolean smooth, int[] table, int opacity) {

        ImageData sample(double[] columns, double[] rows) {
            int w = columns.length;
            int h = rows.length;
            boolean transparent = pyramid.zeroIsNothing();
            byte[] bytes = new byte[w * h * BYTES];
            byte[] alpha = transparent || opacity < 255 ? new byte[w * h] : null;
            IntStream.range(0, h).parallel().forEach(y -> {
                int[] row = new int[w];
                pyramid.row(level, columns, rows[y], smooth, row);
                int at = y * w * BYTES;
                for (int x = 0; x < w; x++) {
                    int rgb = table[row[x]];
                    bytes[at] = (byte) (rgb >> 16);
                    bytes[at + 1] = (byte) (rgb >> 8);
                    bytes[at + 2] = (byte) rgb;
                    at += BYTES;
                    if (alpha != null) {
                        alpha[y * w + x] = transparent && row[x] == 0 ? 0 : (byte) opacity;
                    }
                }
            });
            ImageData data = new ImageData(w, h, 8 * BYTES, new PaletteData(0xff0000, 0xff00, 0xff), w * BYTES, bytes);
            data.alphaData = alpha;
            return data;
        }
    }
}
