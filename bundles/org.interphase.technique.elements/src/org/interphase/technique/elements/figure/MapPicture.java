package org.interphase.technique.elements.figure;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.Calibration;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Unit;

/** A map with its rich and poor patches. */
public final class MapPicture {

    private MapPicture() {
    }

    /**
     * The figure.
     *
     * @param rich 1 where a block is richer than counting allows, block after block
     * @param poor 1 where it is poorer
     * @param columns blocks in a row
     * @param rows rows of blocks
     * @param size pixels along a block's side
     */
    public static Figure figure(Raster map, String name, byte[] rich, byte[] poor, int columns, int rows, int size) {
        Calibration c = map.calibration();
        double w = map.width() * c.pixelWidth();
        double h = map.height() * c.pixelHeight();
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Picture(name, map, Layer.ColourMap.VIRIDIS, Double.NaN, Double.NaN, 0, 0, w, h,
                Style.line(Colour.DATA, 1)));
        byte[][] masks = {rich, poor};
        String[] names = {"Richer", "Poorer"};
        for (int k = 0; k < 2; k++) {
            if (isEmpty(masks[k])) {
                // only what was found is named
                continue;
            }
            Style style = Style.fill(k == 0 ? Colour.component(0) : Colour.component(1), 0.5);
            Raster mask = Raster.of(DatasetHeader.of(names[k], "image", Metadata.EMPTY), columns, rows,
                    Pixels.ofBytes(masks[k]), names[k], Unit.ONE, Calibration.NONE);
            double left = map.field().x() * c.pixelWidth();
            double top = map.field().y() * c.pixelHeight();
            layers.add(new Layer.Picture(names[k], mask, Layer.ColourMap.MASK, 0, 1, left, top, left + columns * size
                    * c.pixelWidth(), top + rows * size * c.pixelHeight(), style));
            // pictures have no place in a legend: points that are nowhere tell the colours
            layers.add(new Layer.Points(names[k], new double[] {Double.NaN}, new double[] {Double.NaN}, null,
                    Style.points(style.colour(), Style.Symbol.SQUARE, 8)));
        }
        return Figure.of("uniformity", "Uniformity", "Map of " + name + "; blocks that hold more or less than counting "
                + "statistics allow are marked.", Panel.of(Panel.MAIN, AxisSpec.of("x", c.unit()).range(0, w),
                        AxisSpec.of("y", c.unit()).range(0, h).directed(Direction.DESCENDING), layers).equalScales());
    }

    private static boolean isEmpty(byte[] mask) {
        for (byte m : mask) {
            if (m != 0) {
                return false;
            }
        }
        return true;
    }
}
