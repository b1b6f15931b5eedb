package org.interphase.technique.topography.figure;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.technique.topography.areal.MaterialRatio;
import org.interphase.technique.topography.surface.HeightField;

/** What is drawn of the height distribution: the material ratio curve with its core. */
public final class RoughnessFigures {

    private static final int POINTS = 401;

    private RoughnessFigures() {
    }

    /** The figures of a surface, heights about their mean. */
    public static List<Figure> of(HeightField f, MaterialRatio r) {
        double mean = f.mean();
        double[] x = new double[POINTS];
        double[] z = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            x[i] = 100.0 * i / (POINTS - 1);
            z[i] = r.height(x[i]) - mean;
        }
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Line("Material ratio curve", x, z, Style.line(Colour.DATA, 1.5)));
        layers.add(new Layer.Line("Equivalent line", new double[] {0, 100}, new double[] {r.coreTop() - mean,
            r.coreBottom() - mean}, Style.line(Colour.MODEL, 1).dashed(Style.Dash.DASHED)));
        layers.add(new Layer.Guides("Core height Sk", false, new double[] {r.coreTop() - mean, r.coreBottom() - mean},
                Style.line(Colour.MUTED, 0.8)));
        layers.add(new Layer.Guides("10 % and 80 %", true, new double[] {10, 80}, Style.line(Colour.MUTED, 0.8)
                .dashed(Style.Dash.DOTTED)));
        Panel panel = Panel.of(Panel.MAIN, AxisSpec.of("Material ratio", "%").range(0, 100),
                AxisSpec.of("Height", f.unit()), layers);
        return List.of(Figure.of("abbott", "Material ratio", "Material ratio (Abbott) curve with the "
                + "equivalent line of the core; horizontal lines bound the core, vertical ones are at 10 % and 80 %.",
                panel));
    }
}
