package org.interphase.technique.mechanics.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.model.Calibration;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Numbers;
import org.interphase.model.unit.Unit;
import org.interphase.technique.mechanics.replicate.IndentGrid;
import org.interphase.technique.mechanics.replicate.IndentMap;

/** A number over the places of indents: a field of colour for each where they lie on a grid, else what it is. */
public final class IndentMapFigure {

    private static final int DIGITS = 3;

    private IndentMapFigure() {
    }

    /**
     * The map.
     *
     * @param number which of {@link IndentMap#NUMBERS}
     */
    public static Figure of(String dataset, IndentMap map, int number) {
        IndentGrid grid = IndentGrid.of(map.x(), map.y());
        String name = IndentMap.NUMBERS.get(number);
        double[] v = map.values()[number];
        List<Layer> layers = new ArrayList<>();
        if (grid == null) {
            layers.add(new Layer.Points("indents", map.x(), map.y(), null, Style.points(Colour.DATA,
                    Style.Symbol.CIRCLE, 5)));
            List<Layer.Text> texts = new ArrayList<>();
            for (int i = 0; i < v.length; i++) {
                texts.add(new Layer.Text(map.x()[i], map.y()[i], Double.isNaN(v[i]) ? "none" : Numbers.plain(v[i],
                        DIGITS), "", Colour.DATA));
            }
            layers.add(new Layer.Labels(name, texts, Style.line(Colour.DATA, 1)));
        } else {
            layers.add(picture(name, v, grid, IndentMap.unit(number)));
        }
        return Figure.of("map-" + name.replace(' ', '-'), Character.toUpperCase(name.charAt(0)) + name.substring(1)
                + " map", "The " + name + " (" + IndentMap.unit(number) + ") of each indent of " + dataset
                + " at its place" + (grid == null ? "." : "; fields without a number are left blank."),
                Panel.of(Panel.MAIN, AxisSpec.of("x", "um"), AxisSpec.of("y", "um"), layers).equalScales());
    }

    private static Layer picture(String name, double[] v, IndentGrid g, String unit) {
        double[] pixels = new double[g.columns() * g.rows()];
        Arrays.fill(pixels, Double.NaN);
        for (int i = 0; i < v.length; i++) {
            // y points up, the first row of a picture is the upper one
            pixels[(g.rows() - 1 - g.row()[i]) * g.columns() + g.column()[i]] = v[i];
        }
        Raster r = Raster.of(DatasetHeader.of(name, "table", Metadata.EMPTY), g.columns(), g.rows(),
                Pixels.ofDoubles(pixels), name, Unit.of(unit), new Calibration(g.stepX(), g.stepY(), Unit.of("um"),
                        Double.NaN, "stage"));
        double left = g.left() - g.stepX() / 2;
        double bottom = g.top() - g.stepY() / 2;
        return new Layer.Picture(name, r, Layer.ColourMap.VIRIDIS, Double.NaN, Double.NaN, left, bottom + g.rows()
                * g.stepY(), left + g.columns() * g.stepX(), bottom, Style.fill(Colour.DATA, 1));
    }
}
