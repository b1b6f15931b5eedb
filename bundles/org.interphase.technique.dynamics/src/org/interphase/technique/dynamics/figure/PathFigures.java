package org.interphase.technique.dynamics.figure;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.dynamics.path.Barrier;
import org.interphase.technique.dynamics.path.ReactionPath;

/** Energies along a reaction path. */
public final class PathFigures {

    private static final int POINTS = 300;

    private PathFigures() {
    }

    /** Images, the curve through them and its highest point, relative to the first image. */
    public static Figure path(String dataset, ReactionPath p, Barrier b) {
        double first = p.energy()[0];
        double[] s = p.position();
        double[] e = java.util.Arrays.stream(p.energy()).map(v -> v - first).toArray();
        double[] x = new double[POINTS];
        double[] y = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            x[k] = s[0] + (s[s.length - 1] - s[0]) * k / (POINTS - 1);
            y[k] = b.curve().at(x[k]) - first;
        }
        List<Layer> layers = new ArrayList<>(List.of(
                new Layer.Guides("", false, new double[] {0}, Style.line(Colour.MUTED, 1).dashed(Style.Dash.DASHED)),
                new Layer.Line(b.hermite() ? "through energies and forces" : "cubic spline", x, y,
                        Style.line(Colour.MODEL, 1.5)),
                new Layer.Points("images", s, e, p.uncertainty(), Style.points(Colour.DATA, Style.Symbol.CIRCLE, 6))));
        if (b.forward() > 0) {
            layers.add(new Layer.Points("top", new double[] {b.saddle()}, new double[] {b.forward()},
                    new double[] {b.forwardUncertainty()}, Style.points(Colour.HIGHLIGHT, Style.Symbol.DIAMOND, 7)));
        }
        return Figure.of("path", "Reaction path", "Energies along the path of " + dataset + " relative to its first "
                + "image; "
                + "forward barrier " + Numbers.withUncertainty(b.forward(), b.forwardUncertainty())
                + " eV, reverse barrier " + Numbers.withUncertainty(b.reverse(), b.reverseUncertainty()) + " eV.",
                Panel.of(Panel.MAIN, p.length() ? AxisSpec.of("Path", "Angstrom") : AxisSpec.of("Path", "1"),
                        AxisSpec.of("Energy", "eV"), layers));
    }
}
