package org.interphase.report.figure;

import java.util.List;
import org.interphase.figure.BytePyramid;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;

/** Makes figures small enough to be kept until the page is written. */
public final class FigureReducer {

    private FigureReducer() {
    }

    /** The figure with pictures of no more pixels than a page shows; it is drawn just as the original. */
    public static Figure reduced(Figure figure) {
        return new Figure(figure.id(), figure.title(), figure.caption(), figure.panels().stream()
                .map(FigureReducer::reduced).toList(), figure.sharedX());
    }

    private static Panel reduced(Panel panel) {
        List<Layer> layers = panel.layers().stream()
                .map(l -> l instanceof Layer.Picture p ? reduced(p) : l).toList();
        return new Panel(panel.id(), panel.x(), panel.y(), layers, panel.weight(), panel.equalScale(), panel.legend());
    }

    /**
     * A picture with no more pixels than a page shows: means of blocks, or one pixel of each where values are labels.
     * One that is small enough keeps its pixels. Whatever else a raster carries (masks, other pictures) is left behind;
     * the values of the first and last colour stay those of the whole.
     */
    private static Layer.Picture reduced(Layer.Picture picture) {
        Raster r = picture.raster();
        int every = Math.max(1, (Math.max(r.width(), r.height()) + EncodedPicture.MOST - 1) / EncodedPicture.MOST);
        DatasetHeader bare = DatasetHeader.of(r.name(), r.kind().id(), Metadata.EMPTY);
        if (every == 1) {
            return with(picture, r.withHeader(bare), picture.low(), picture.high());
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
        double[] range = BytePyramid.range(picture);
        Raster.Field f = r.field();
        Raster.Field field = new Raster.Field(f.x() / every, f.y() / every, Math.max(1, f.width() / every),
                Math.max(1, f.height() / every));
        // only colours are made of it: what the pixels mean stays with the layer's own corners
        return with(picture, Raster.of(bare, w, h, Pixels.ofFloats(values), r.quantity(), r.unit(), r.calibration())
                .withField(field), distinct ? picture.low() : range[0], distinct ? picture.high() : range[1]);
    }

    private static Layer.Picture with(Layer.Picture picture, Raster raster, double low, double high) {
        return new Layer.Picture(picture.label(), raster, picture.colours(), low, high,
                picture.left(), picture.top(), picture.right(), picture.bottom(), picture.style(),
                picture.component());
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
