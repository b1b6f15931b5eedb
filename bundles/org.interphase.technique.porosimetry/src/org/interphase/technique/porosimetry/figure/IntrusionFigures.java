package org.interphase.technique.porosimetry.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.porosimetry.intrusion.Branches;
import org.interphase.technique.porosimetry.intrusion.Intrusion;
import org.interphase.technique.porosimetry.intrusion.PoreHistogram;
import org.interphase.technique.porosimetry.intrusion.VolumeBasis;

/** Pictures of mercury intrusion. */
public final class IntrusionFigures {

    private static final double MICRO = 1e6;

    private IntrusionFigures() {
    }

    /** Cumulative volume over the diameter, on the way in and out. */
    public static Figure cumulative(String dataset, Intrusion in, Branches.Branch back) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Line("intrusion", diameters(in, in.pressure()), in.volume(),
                Style.line(Colour.DATA, 1.5)));
        if (back.size() > 2) {
            layers.add(new Layer.Line("extrusion", diameters(in, back.pressure()), back.volume(),
                    Style.line(Colour.component(1), 1.5).dashed(Style.Dash.DASHED)));
        }
        return Figure.of("intrusion", "Mercury intrusion", "Cumulative volume of mercury in " + dataset
                + " over the diameter of the pore entrances (Washburn equation); in all "
                + Numbers.withUncertainty(in.total(), in.totalUncertainty()) + " " + in.basis().unit().text() + ".",
                Panel.of(Panel.MAIN, diameter(), AxisSpec.of("Cumulative volume", in.basis().unit()), layers));
    }

    /** Volume per decade of diameter, with the modes. */
    public static Figure distribution(String dataset, Intrusion in, PoreHistogram h, double[] modes) {
        List<Layer> layers = new ArrayList<>();
        double[] d = Arrays.stream(h.diameter()).map(x -> x * MICRO).toArray();
        layers.add(new Layer.Line("", d, h.density(), Style.line(Colour.DATA, 1.5)));
        if (modes.length > 0) {
            layers.add(new Layer.Guides("modes", true, Arrays.stream(modes).map(x -> x * MICRO).toArray(),
                    Style.line(Colour.HIGHLIGHT, 1).dashed(Style.Dash.DASHED)));
        }
        return Figure.of("distribution", "Pore size distribution", "Volume of the pores of " + dataset
                + " per decade of the diameter of their entrances, over steps of " + Numbers.plain(h.step(), 2)
                + " decades.", Panel.of(Panel.MAIN, diameter(), AxisSpec.of("dV/dlog D", in.basis()
                        == VolumeBasis.BULK ? in.basis().unit() : VolumeBasis.MASS.unit()), layers));
    }

    private static AxisSpec diameter() {
        return AxisSpec.of("Pore diameter", "um").log();
    }

    private static double[] diameters(Intrusion in, double[] pressure) {
        return Arrays.stream(pressure).map(p -> in.law().diameter(p) * MICRO).toArray();
    }
}
