package org.interphase.ui.chart;

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
 * and panning a large picture samples about as many pixels as the screen has.
 */
public final class PictureCache {

    private static final int KEPT = 6;
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

    private final Map<Key, BytePyramid> pyramids = new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, BytePyramid> eldest) {
            return size() > KEPT;
        }
    };

    /** The reduced form of a picture, made on first use; may be called from a background thread. */
    public synchronized BytePyramid pyramid(Layer.Picture p) {
        boolean labels = p.colours() == Layer.ColourMap.LABELS || p.colours() == Layer.ColourMap.MASK;
        Key key = new Key(p.raster(), p.low(), p.high(), labels);
        return pyramids.computeIfAbsent(key, k -> BytePyramid.of(p.raster(), p.low(), p.high(), labels));
    }

    private static int[] table(Layer.ColourMap map, int mask) {
        int[] out = new int[256];
        for (int i = 0; i < 256; i++) {
            out[i] = ColourMaps.argb(map, i, 0, 255, 255, mask) & 0xffffff;
        }
        return out;
    }

    void paint(GC gc, Layer.Picture p, Frame frame, int left, int top, Palette palette) {
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
        int w = toX - fromX;
        int h = toY - fromY;
        boolean transparent = pyramid.zeroIsNothing();
        int opacity = (int) Math.round(255 * Math.max(0, Math.min(1, p.style().opacity())));
        double sx = pyramid.width() / (x1 - x0);
        double sy = pyramid.height() / (y1 - y0);
        int level = pyramid.levelFor(Math.min(Math.abs(sx), Math.abs(sy)));
        double[] columns = new double[w];
        for (int x = 0; x < w; x++) {
            columns[x] = (fromX + x + 0.5 - x0) * sx;
        }
        // large pixels are shown as what they are
        boolean smooth = !transparent && Math.min(Math.abs(sx), Math.abs(sy)) > 0.5;
        int[] table = table(p.colours(), palette.rgb(p.style().colour()));
        byte[] bytes = new byte[w * h * BYTES];
        byte[] alpha = transparent || opacity < 255 ? new byte[w * h] : null;
        IntStream.range(0, h).parallel().forEach(y -> {
            int[] row = new int[w];
            pyramid.row(level, columns, (fromY + y + 0.5 - y0) * sy, smooth, row);
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
        Image image = new Image(gc.getDevice(), data);
        gc.setAlpha(255);
        gc.drawImage(image, left + fromX, top + fromY);
        image.dispose();
    }
}
