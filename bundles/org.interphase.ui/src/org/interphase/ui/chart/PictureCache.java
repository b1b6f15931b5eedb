package org.interphase.ui.chart;

import java.util.LinkedHashMap;
import java.util.Map;
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
        ImageData data = new ImageData(toX - fromX, toY - fromY, 32, new PaletteData(0xff0000, 0xff00, 0xff));
        boolean transparent = pyramid.zeroIsNothing();
        int opacity = (int) Math.round(255 * Math.max(0, Math.min(1, p.style().opacity())));
        if (transparent || opacity < 255) {
            data.alphaData = new byte[data.width * data.height];
        }
        int[] table = table(p.colours(), palette.rgb(p.style().colour()));
        double sx = pyramid.width() / (x1 - x0);
        double sy = pyramid.height() / (y1 - y0);
        int level = pyramid.levelFor(Math.min(Math.abs(sx), Math.abs(sy)));
        double[] columns = new double[data.width];
        for (int x = 0; x < data.width; x++) {
            columns[x] = (fromX + x + 0.5 - x0) * sx;
        }
        // large pixels are shown as what they are
        boolean smooth = !transparent && Math.min(Math.abs(sx), Math.abs(sy)) > 0.5;
        int[] row = new int[data.width];
        byte[] alpha = new byte[data.width];
        for (int y = 0; y < data.height; y++) {
            pyramid.row(level, columns, (fromY + y + 0.5 - y0) * sy, smooth, row);
            for (int x = 0; x < data.width; x++) {
                alpha[x] = transparent && row[x] == 0 ? 0 : (byte) opacity;
                row[x] = table[row[x]];
            }
            data.setPixels(0, y, data.width, row, 0);
            if (data.alphaData != null) {
                data.setAlphas(0, y, data.width, alpha, 0);
            }
        }
        Image image = new Image(gc.getDevice(), data);
        gc.setAlpha(255);
        gc.drawImage(image, left + fromX, top + fromY);
        image.dispose();
    }
}
