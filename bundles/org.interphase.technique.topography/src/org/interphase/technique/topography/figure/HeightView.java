package org.interphase.technique.topography.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.api.DatasetView;
import org.interphase.model.Dataset;
import org.interphase.model.Direction;
import org.interphase.model.Raster;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.technique.topography.surface.HeightField;

/** Height maps in colours over physical coordinates, row 0 on top, with what steps laid over them. */
public final class HeightView implements DatasetView {

    @Override
    public List<String> kinds() {
        return List.of(HeightField.KIND, HeightField.OTHER_KIND);
    }

    @Override
    public List<Figure> figures(Dataset dataset, List<Overlay> overlays) {
        if (!(dataset instanceof Raster r)) {
            return List.of();
        }
        var c = r.calibration();
        double right = r.width() * c.pixelWidth();
        double bottom = r.height() * c.pixelHeight();
        double[] range = range(r);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Picture(r.quantity(), r, Layer.ColourMap.VIRIDIS, range[0], range[1], 0, 0, right, bottom,
                Style.fill(Colour.DATA, 1)));
        overlays.stream().filter(o -> o.panel().equals(Panel.MAIN)).map(Overlay::layer).forEach(layers::add);
        Panel panel = Panel.of(Panel.MAIN, AxisSpec.of("x", c.unit()).range(0, right), AxisSpec.of("y", c.unit())
                .range(0, bottom).directed(Direction.DESCENDING), layers).equalScales();
        return List.of(Figure.of("map", "Map", r.quantity() + " in colours; points that were not measured are left "
                + "blank.", panel));
    }

    /** Values between which nearly all points lie (0.1 % at each end), from a sample. */
    static double[] range(Raster r) {
        int step = Math.max(1, (int) Math.sqrt((double) r.width() * r.height() / 60_000));
        double[] v = new double[((r.width() + step - 1) / step) * ((r.height() + step - 1) / step)];
        int n = 0;
        for (int y = 0; y < r.height(); y += step) {
            for (int x = 0; x < r.width(); x += step) {
                double g = r.get(x, y);
                if (g == g) {
                    v[n++] = g;
                }
            }
        }
        if (n == 0) {
            return new double[] {0, 1};
        }
        Arrays.sort(v, 0, n);
        double low = v[(int) (0.001 * n)];
        double high = v[(int) Math.min(n - 1, 0.999 * n)];
        return high > low ? new double[] {low, high} : new double[] {low, low + 1};
    }
}
