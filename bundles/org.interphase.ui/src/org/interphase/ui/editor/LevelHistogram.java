package org.interphase.ui.editor;

import java.util.List;
import org.interphase.api.parameters.Region;
import org.interphase.model.Raster;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;

/** How often each pixel value occurs in the specimen field of a picture, as a figure. */
final class LevelHistogram {

    private static final int BINS = 256;
    private static final double SAMPLED = 4e6;

    private LevelHistogram() {
    }

    /**
     * Counts pixels; of very large pictures, every second, third... of every second, third... row.
     *
     * @param region where to count within the specimen field
     */
    static Figure of(Raster r, Region region) {
        Raster.Field f = r.field();
        int step = (int) Math.max(1, Math.ceil(Math.sqrt((double) f.width() * f.height() / SAMPLED)));
        float[] values = new float[((f.width() + step - 1) / step) * ((f.height() + step - 1) / step)];
        float[] row = new float[f.width()];
        int n = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int y = f.y(); y < f.y() + f.height(); y += step) {
            r.pixels().copyTo(y * r.width() + f.x(), row, 0, row.length);
            for (int x = 0; x < row.length; x += step) {
                if (Float.isFinite(row[x]) && region.contains(f.x() + x + 0.5, y + 0.5)) {
                    values[n++] = row[x];
                    low = Math.min(low, row[x]);
                    high = Math.max(high, row[x]);
                }
            }
        }
        return figure(r, values, n, low <= high ? low : 0, low <= high ? high : 1);
    }

    private static Figure figure(Raster r, float[] values, int n, double low, double high) {
        boolean whole = r.pixels().isInteger();
        // whole numbers in bins of whole width, or the bins would fill unevenly
        double width = whole ? Math.max(1, Math.ceil((high - low + 1) / BINS)) : Math.max(1e-300, (high - low) / BINS);
        int bins = whole ? (int) Math.floor((high - low) / width) + 1 : BINS;
        double[] share = new double[bins];
        for (int i = 0; i < n; i++) {
            share[Math.min(bins - 1, (int) ((values[i] - low) / width))] += 100.0 / n;
        }
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = low + i * width;
        }
        Panel panel = Panel.of(Panel.MAIN, AxisSpec.of(r.quantity().isEmpty() ? Messages.LevelHistogram_value
                : r.quantity(), r.unit())
                .range(edges[0], edges[bins]), AxisSpec.of(Messages.LevelHistogram_pixels, "%").range(0, top(share)),
                List.of(new Layer.Bars("", edges, share, Style.fill(Colour.MUTED, 0.55)))).noLegend();
        return Figure.of("level-histogram", Messages.LevelHistogram_title, Messages.LevelHistogram_caption, panel);
    }

    /** Saturated pixels at either end must not press the rest flat. */
    private static double top(double[] share) {
        double inner = 0;
        double all = 0;
        for (int i = 0; i < share.length; i++) {
            all = Math.max(all, share[i]);
            inner = i > 0 && i < share.length - 1 ? Math.max(inner, share[i]) : inner;
        }
        return 1.08 * (inner > 0 && all > 3 * inner ? 1.5 * inner : all > 0 ? all : 1);
    }
}
