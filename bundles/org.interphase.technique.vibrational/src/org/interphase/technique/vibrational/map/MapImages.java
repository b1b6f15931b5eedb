package org.interphase.technique.vibrational.map;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.interphase.model.Calibration;
import org.interphase.model.Column;
import org.interphase.model.CurveStack;
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
import org.interphase.model.unit.Unit;

/**
 * Turns one value per spectrum into a picture in the map's coordinates. Row 0 of a picture is on top, at the largest y;
 * rows of a map begin at the smallest.
 */
public final class MapImages {

    private static final Unit PIXEL = Unit.of("px");

    private MapImages() {
    }

    /** Number of pixels that have a spectrum: at least one finite value. */
    public static int measured(CurveStack map) {
        int n = 0;
        for (int i = 0; i < map.curves(); i++) {
            boolean any = false;
            for (int k = 0; k < map.axis().size() && !any; k++) {
                any = Double.isFinite(map.get(i, k));
            }
            n += any ? 1 : 0;
        }
        return n;
    }

    /** Whether the map has a grid to draw on. */
    public static boolean isDrawable(CurveStack stack) {
        return stack.grid().isPresent();
    }

    /**
     * The raster of one value per spectrum.
     *
     * @param kind kind of the raster
     * @throws IllegalArgumentException if the map has no grid
     */
    public static Raster raster(CurveStack stack, double[] values, String name, String kind, String quantity,
            Unit unit) {
        CurveStack.Grid grid = stack.grid().orElseThrow(
                () -> new IllegalArgumentException("the map has no regular grid"));
        float[] pixels = new float[values.length];
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                pixels[(grid.rows() - 1 - row) * grid.columns() + column] =
                        (float) values[row * grid.columns() + column];
            }
        }
        double[] f = frame(stack);
        double dx = (f[1] - f[0]) / grid.columns();
        double dy = (f[3] - f[2]) / grid.rows();
        Unit length = unit(stack);
        Calibration calibration = length.equals(PIXEL) ? Calibration.NONE
                : new Calibration(dx, dy, length, Double.NaN, "positions of the map");
        return Raster.of(DatasetHeader.of(name, kind, Metadata.EMPTY), grid.columns(), grid.rows(),
                Pixels.ofFloats(pixels), quantity, unit, calibration);
    }

    /** A figure of a raster of the map. */
    public static Figure figure(CurveStack stack, Raster raster, String id, String title, String caption,
            Layer.ColourMap colours) {
        return Figure.of(id, title, caption, panel(stack, raster, id, colours));
    }

    /** A panel with a raster of the map in physical coordinates. */
    public static Panel panel(CurveStack stack, Raster raster, String id, Layer.ColourMap colours) {
        double[] f = frame(stack);
        double[] limits = limits(raster);
        Layer picture = new Layer.Picture(raster.quantity(), raster, colours, limits[0], limits[1], f[0], f[3], f[1],
                f[2], Style.fill(Colour.DATA, 1));
        Unit length = unit(stack);
        return Panel.of(id, AxisSpec.of("x", length), AxisSpec.of("y", length), List.of(picture)).equalScales();
    }

    /** Values drawn darkest and brightest: the 1st and 99th percentile, so that a hot pixel does not hide the rest. */
    private static double[] limits(Raster raster) {
        double[] v = new double[raster.pixels().size()];
        int n = 0;
        for (int i = 0; i < v.length; i++) {
            double p = raster.pixels().get(i);
            if (Double.isFinite(p)) {
                v[n++] = p;
            }
        }
        if (n < 3) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double[] sorted = Arrays.copyOf(v, n);
        Arrays.sort(sorted);
        double low = sorted[(int) (0.01 * (n - 1))];
        double high = sorted[(int) Math.ceil(0.99 * (n - 1))];
        return high > low ? new double[] {low, high} : new double[] {Double.NaN, Double.NaN};
    }

    /** Left, right, bottom and top edge of the map, half a step outside its outermost positions. */
    static double[] frame(CurveStack stack) {
        CurveStack.Grid grid = stack.grid().orElseThrow(
                () -> new IllegalArgumentException("the map has no regular grid"));
        double[] x = ends(stack, "x", grid.columns());
        double[] y = ends(stack, "y", grid.rows());
        // a line scan has no extent across: its pixels are drawn square
        if (grid.rows() == 1 && grid.columns() > 1) {
            y = around(y, (x[1] - x[0]) / grid.columns());
        } else if (grid.columns() == 1 && grid.rows() > 1) {
            x = around(x, (y[1] - y[0]) / grid.rows());
        }
        return new double[] {x[0], x[1], y[0], y[1]};
    }

    private static double[] around(double[] ends, double step) {
        double middle = (ends[0] + ends[1]) / 2;
        return new double[] {middle - step / 2, middle + step / 2};
    }

    private static double[] ends(CurveStack stack, String name, int n) {
        Optional<Column> c = column(stack, name);
        if (c.isEmpty()) {
            return new double[] {-0.5, n - 0.5};
        }
        double step = n > 1 ? (c.get().max() - c.get().min()) / (n - 1) : 1;
        return new double[] {c.get().min() - step / 2, c.get().max() + step / 2};
    }

    private static Optional<Column> column(CurveStack stack, String name) {
        return stack.positions().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    private static Unit unit(CurveStack stack) {
        return column(stack, "x").map(Column::unit).orElse(PIXEL);
    }
}
