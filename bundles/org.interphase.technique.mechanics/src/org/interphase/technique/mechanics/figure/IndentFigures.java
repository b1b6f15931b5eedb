package org.interphase.technique.mechanics.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.technique.mechanics.indent.ContinuousStiffness;
import org.interphase.technique.mechanics.indent.IndentCurve;
import org.interphase.technique.mechanics.indent.UnloadingFit;

/** Load over depth, hardness and modulus over depth. */
public final class IndentFigures {

    private static final int POINTS = 200;

    private IndentFigures() {
    }

    /** Load over depth from first contact, with the fit of the unloading and its tangent. */
    public static Figure curve(String dataset, IndentCurve c, UnloadingFit fit) {
        double[] h = Arrays.copyOfRange(c.depth(), c.contact(), c.size());
        double[] p = Arrays.copyOfRange(c.force(), c.contact(), c.size());
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Line("record", h, p, Style.line(Colour.DATA, 1.2)));
        if (fit != null) {
            double[] x = new double[POINTS];
            double[] y = new double[POINTS];
            for (int k = 0; k < POINTS; k++) {
                x[k] = fit.residual() + (fit.start() - fit.residual()) * k / (POINTS - 1);
                y[k] = fit.at(x[k]);
            }
            double foot = fit.start() - fit.force() / fit.stiffness();
            layers.add(new Layer.Line("power law", x, y, Style.line(Colour.MODEL, 1.5)));
            layers.add(new Layer.Line("stiffness", new double[] {foot, fit.start()}, new double[] {0, fit.force()},
                    Style.line(Colour.HIGHLIGHT, 1).dashed(Style.Dash.DASHED)));
        }
        return Figure.of("load-depth", "Load and depth", "Force over depth from the first contact of " + dataset
                + (fit == null ? "." : ", with the power law through the unloading and the tangent that is the "
                        + "stiffness."), Panel.of(Panel.MAIN, AxisSpec.of("Depth", "nm"), AxisSpec.of("Force", "mN"),
                                layers));
    }

    /** Hardness and modulus over depth. */
    public static Figure overDepth(String dataset, ContinuousStiffness c) {
        double least = 0.05 * c.depth()[c.depth().length - 1];
        int from = 0;
        while (from < c.depth().length - 1 && c.depth()[from] < least) {
            from++;
        }
        double[] x = Arrays.copyOfRange(c.depth(), from, c.depth().length);
        Layer span = new Layer.Span("mean", c.from(), c.to(), Style.fill(Colour.MUTED, 0.2));
        Panel hardness = Panel.of(Panel.MAIN, AxisSpec.of("Depth", "nm"), AxisSpec.of("Hardness", "MPa"), List.of(span,
                new Layer.Points("hardness", x, Arrays.copyOfRange(c.hardness(), from, c.depth().length), null,
                        Style.points(Colour.DATA, Style.Symbol.CIRCLE, 3))));
        Panel modulus = Panel.of("modulus", AxisSpec.of("Depth", "nm"), AxisSpec.of("Elastic modulus", "MPa"),
                List.of(span, new Layer.Points("elastic modulus", x, Arrays.copyOfRange(c.modulus(), from,
                        c.depth().length), null, Style.points(Colour.component(1), Style.Symbol.CIRCLE, 3))));
        return new Figure("over-depth", "Hardness and modulus over depth", "Hardness and elastic modulus of " + dataset
                + " over depth, from the continuous stiffness; means are taken over the shaded depths.",
                List.of(hardness, modulus), true);
    }
}
