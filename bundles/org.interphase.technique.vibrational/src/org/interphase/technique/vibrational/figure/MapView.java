package org.interphase.technique.vibrational.figure;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetView;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.model.Raster;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.technique.vibrational.map.BandImages;
import org.interphase.technique.vibrational.map.MapImages;

/** A map as its average spectrum and a picture of the total signal. */
public final class MapView implements DatasetView {

    @Override
    public List<String> kinds() {
        return List.of("raman.map", "ftir.map");
    }

    @Override
    public List<Figure> figures(Dataset dataset, List<Overlay> overlays) {
        if (!(dataset instanceof CurveStack stack)) {
            return List.of();
        }
        double[] x = stack.axis().values();
        double[] mean = BandImages.mean(stack, 0, x.length);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Line("Average of " + stack.curves() + " spectra", x, mean, Style.line(Colour.DATA, 1.2)));
        overlays.stream().filter(o -> o.panel().equals(Panel.MAIN)).forEach(o -> layers.add(o.layer()));
        Figure spectrum = Figure.of("spectrum", "Average spectrum", "Average spectrum of the map.", Panel.of(
                Panel.MAIN, AxisSpec.of(stack.axis()), AxisSpec.of(stack.quantity(), stack.unit()), layers));
        if (!MapImages.isDrawable(stack)) {
            return List.of(spectrum);
        }
        double[] total = new double[stack.curves()];
        for (int c = 0; c < total.length; c++) {
            for (int i = 0; i < x.length; i++) {
                total[c] += stack.get(c, i) / x.length;
            }
        }
        Raster raster = MapImages.raster(stack, total, stack.name(), "band-image", "Mean signal", stack.unit());
        return List.of(MapImages.figure(stack, raster, "map", "Map", "Mean signal of each spectrum of the map.",
                Layer.ColourMap.VIRIDIS), spectrum);
    }
}
