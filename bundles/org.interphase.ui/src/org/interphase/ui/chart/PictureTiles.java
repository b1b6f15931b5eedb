package org.interphase.ui.chart;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.interphase.figure.Box;
import org.interphase.figure.BytePyramid;
import org.interphase.figure.Mark;
import org.interphase.figure.PictureColours;
import org.interphase.model.figure.Layer;

/**
 * Squares of pictures as they are on screen, kept while the scale stays: moving a picture then draws what is there and
 * samples only what comes into sight. Used on the user interface thread.
 */
final class PictureTiles {

    /** Side of a tile in screen pixels. */
    static final int SIDE = 256;
    private static final int MOST = 300;
    private static final int PHASES = 64;

    /**
     * What all tiles of a picture have in common.
     *
     * @param picture the reduced picture
     * @param scaleX picture pixels per screen pixel along x
     * @param scaleY the same along y
     * @param phaseX where within a screen pixel the picture begins
     * @param phaseY the same along y
     * @param map colours from low to high
     * @param mask colour of a mask's true pixels
     * @param opacity 0 to 1
     */
    private record Look(BytePyramid picture, float scaleX, float scaleY, int phaseX, int phaseY, Layer.ColourMap map,
            int mask, double opacity) {
    }

    private record Place(Look look, int column, int row) {
    }

    /**
     * Along one axis: where a picture lies on screen.
     *
     * @param first first screen pixel it touches
     * @param count screen pixels it touches
     * @param phase where in the first one it begins, in parts of a pixel
     * @param start pixel of the picture that lies there
     * @param scale picture pixels per screen pixel; negative if it runs the other way
     */
    private record Extent(int first, int count, int phase, double start, double scale) {
        static Extent of(double from, double to, int pixels) {
            double low = Math.min(from, to);
            int first = (int) Math.floor(low);
            int phase = (int) Math.round((low - first) * PHASES);
            if (phase == PHASES) {
                first++;
                phase = 0;
            }
            // nothing finer than what tiles are told apart by: the same tile then always has the same pixels
            double scale = (float) (pixels / (to - from));
            return new Extent(first, (int) Math.ceil(Math.max(from, to)) - first, phase, scale > 0 ? 0 : pixels, scale);
        }

        double[] places(int tile) {
            double[] out = new double[Math.min(SIDE, count - tile * SIDE)];
            for (int i = 0; i < out.length; i++) {
                out[i] = start + (tile * SIDE + i + 0.5 - (double) phase / PHASES) * scale;
            }
            return out;
        }
    }

    private final Map<Place, Image> tiles = new LinkedHashMap<>(64, 0.75f, true);

    /**
     * Draws the part of a picture that is in sight.
     *
     * @param area plot area it is cut at
     * @param imager makes an image of sampled pixels
     */
    void paint(GC gc, Mark.Image mark, Box area, Function<PictureColours.Sample, Image> imager) {
        PictureColours pixels = mark.pixels();
        BytePyramid picture = pixels.pyramid();
        int left = (int) area.left();
        int top = (int) area.top();
        int width = (int) area.width();
        int height = (int) area.height();
        Extent x = Extent.of(mark.x0() - left, mark.x1() - left, picture.width());
        Extent y = Extent.of(mark.y0() - top, mark.y1() - top, picture.height());
        Look look = new Look(picture, (float) x.scale, (float) y.scale, x.phase, y.phase, pixels.map(), pixels.mask(),
                pixels.opacity());
        int lastColumn = Math.floorDiv(Math.min(width, x.first + x.count) - 1 - x.first, SIDE);
        int lastRow = Math.floorDiv(Math.min(height, y.first + y.count) - 1 - y.first, SIDE);
        for (int row = Math.max(0, Math.floorDiv(-y.first, SIDE)); row <= lastRow; row++) {
            for (int column = Math.max(0, Math.floorDiv(-x.first, SIDE)); column <= lastColumn; column++) {
                Place place = new Place(look, column, row);
                Image tile = tiles.get(place);
                if (tile == null) {
                    tile = imager.apply(pixels.sample(x.places(column), y.places(row)));
                    tiles.put(place, tile);
                }
                gc.drawImage(tile, left + x.first + column * SIDE, top + y.first + row * SIDE);
            }
        }
        Iterator<Image> oldest = tiles.values().iterator();
        while (tiles.size() > MOST && oldest.hasNext()) {
            oldest.next().dispose();
            oldest.remove();
        }
    }

    /** Lets the tiles of other pictures go. */
    void keepOnly(Collection<BytePyramid> pictures) {
        tiles.entrySet().removeIf(e -> {
            boolean gone = !pictures.contains(e.getKey().look().picture());
            if (gone) {
                e.getValue().dispose();
            }
            return gone;
        });
    }

    /** Lets all tiles go. */
    void dispose() {
        tiles.values().forEach(Image::dispose);
        tiles.clear();
    }
}
