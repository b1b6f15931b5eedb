package org.interphase.technique.microscopy.figure;

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

/** Micrographs and maps as pictures in physical coordinates, row 0 on top, with what steps laid over them. */
public final class MicrographView implements DatasetView {

    @Override
    public List<String> kinds() {
        return List.of("sem", "tem", "image", "diffraction", "element-map");
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
        boolean map = r.kind().id().equals("element-map");
        layers.add(new Layer.Picture(r.name(), r, map ? Layer.ColourMap.MAGMA : Layer.ColourMap.GREY,
                range[0], range[1], 0, 0, right, bottom, Style.fill(Colour.DATA, 1)));
        overlays.stream().filter(o -> o.panel().equals(Panel.MAIN)).map(Overlay::layer).forEach(layers::add);
        Panel panel = Panel.of(Panel.MAIN, AxisSpec.of("x", c.unit()).range(0, right), AxisSpec.of("y", c.unit())
                .range(0, bottom).directed(Direction.DESCENDING), layers).equalScales();
        String scale = c.isPhysical() ? "" : "There is no scale; lengths are in pixels.";
        String caption = (map ? r.name() + ". " : "") + scale;
        return List.of(Figure.of("picture", map ? "Element map" : "Micrograph", caption.strip(), panel));
    }

    /** Grey levels between which nearly all pixels of the specimen field lie (0.2 % at each end), from a sample. */
    private static double[] range(Raster r) {
        Raster.Field f = r.field();
        int step = Math.max(1, (int) Math.sqrt((double) f.width() * f.height() / 40_000));
        double[] v = new double[((f.width() + step - 1) / step) * ((f.height() + step - 1) / step)];
        int n = 0;
        for (int y = 0; y < f.height(); y += step) {
            for (int x = 0; x < f.width(); x += step) {
                double g = r.get(f.x() + x, f.y() + y);
                if (!Double.isNaN(g)) {
                    v[n++] = g;
                }
            }
        }
        if (n == 0) {
            return new double[] {0, 1};
        }
        Arrays.sort(v, 0, n);
        double low = v[(int) (0.002 * n)];
        double high = v[(int) Math.min(n - 1, 0.998 * n)];
        return high > low ? new double[] {low, high} : new double[] {low, low + 1};
    }
}
