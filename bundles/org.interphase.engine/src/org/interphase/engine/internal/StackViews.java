package org.interphase.engine.internal;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.Axis;
import org.interphase.model.Calibration;
import org.interphase.model.Column;
import org.interphase.model.CurveStack;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Unit;

/** Plain views of a stack of curves: lines while they can be told apart, else one picture row per curve; a map. */
final class StackViews {

    private static final int MAX_LINES = 12;
    private static final int MAX_PICTURE_WIDTH = 2048;

    private StackViews() {
    }

    static List<Figure> figures(CurveStack s, List<Overlay> overlays) {
        List<Figure> out = new ArrayList<>();
        out.add(DefaultViews.compose("curves", s.name(), s.curves() <= MAX_LINES ? lines(s) : heat(s), overlays));
        s.grid().filter(g -> g.rows() > 1 && g.columns() > 1).ifPresent(g -> out.add(map(s, g)));
        return out;
    }

    private static Panel lines(CurveStack s) {
        List<Layer> layers = new ArrayList<>();
        double[] x = s.axis().values();
        for (int i = 0; i < s.curves(); i++) {
            layers.add(new Layer.Line(label(s, i), x, s.row(i), Style.line(Colour.sample(i), 1)));
        }
        return Panel.of(Panel.MAIN, AxisSpec.of(s.axis()), AxisSpec.of(s.quantity(), s.unit()), layers);
    }

    private static String label(CurveStack s, int curve) {
        if (s.positions().isEmpty()) {
            return "#" + (curve + 1);
        }
        Column p = s.positions().get(0);
        return p.name() + " " + p.get(curve) + (p.unit().isOne() ? "" : "\u00a0" + p.unit().pretty());
    }

    // pictures have equal pixels, axes need not: each pixel shows the nearest point
    private static Panel heat(CurveStack s) {
        Axis axis = s.axis();
        int width = Math.min(axis.size(), MAX_PICTURE_WIDTH);
        int[] nearest = new int[width];
        for (int i = 0; i < width; i++) {
            nearest[i] = axis.nearest(axis.min() + (axis.max() - axis.min()) * (width == 1 ? 0 : (double) i
                    / (width - 1)));
        }
        float[] values = new float[width * s.curves()];
        for (int c = 0; c < s.curves(); c++) {
            for (int i = 0; i < width; i++) {
                values[c * width + i] = (float) s.get(c, nearest[i]);
            }
        }
        Layer picture = picture(s, width, s.curves(), values, axis.min(), 0.5, axis.max(), s.curves() + 0.5);
        AxisSpec y = AxisSpec.of("Curve", Unit.ONE).range(0.5, s.curves() + 0.5).directed(Direction.DESCENDING);
        return Panel.of(Panel.MAIN, AxisSpec.of(axis), y, List.of(picture)).noLegend();
    }

    private static Figure map(CurveStack s, CurveStack.Grid grid) {
        float[] mean = new float[s.curves()];
        double[] row = new double[s.axis().size()];
        for (int c = 0; c < mean.length; c++) {
            s.copyRow(c, row);
            double sum = 0;
            for (double v : row) {
                sum += v;
            }
            mean[c] = (float) (sum / row.length);
        }
        Unit unit = s.positions().size() >= 2 ? s.positions().get(0).unit() : Unit.of("px");
        double dx = s.positions().size() >= 2 ? step(s.positions().get(0), 1) : 1;
        double dy = s.positions().size() >= 2 ? step(s.positions().get(1), grid.columns()) : 1;
        Layer picture = picture(s, grid.columns(), grid.rows(), mean, 0, 0, grid.columns() * dx, grid.rows() * dy);
        Panel panel = Panel.of(Panel.MAIN, AxisSpec.of("x", unit).range(0, grid.columns() * dx),
                AxisSpec.of("y", unit).range(0, grid.rows() * dy).directed(Direction.DESCENDING), List.of(picture))
                .equalScales().noLegend();
        return Figure.of("map", "Map of mean " + s.quantity(), "", panel);
    }

    private static double step(Column positions, int stride) {
        double d = Math.abs(positions.get(Math.min(stride, positions.size() - 1)) - positions.get(0));
        return d > 0 && Double.isFinite(d) ? d : 1;
    }

    private static Layer picture(CurveStack s, int width, int height, float[] values, double left, double top,
            double right, double bottom) {
        Raster raster = Raster.of(DatasetHeader.of(s.name(), s.kind().id(), Metadata.EMPTY), width, height,
                Pixels.ofFloats(values), s.quantity(), s.unit(), Calibration.NONE);
        return new Layer.Picture("", raster, Layer.ColourMap.VIRIDIS, Double.NaN, Double.NaN, left, top, right, bottom,
                Style.fill(Colour.DATA, 1));
    }
}
