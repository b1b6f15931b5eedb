package org.interphase.technique.porosimetry.figure;

import java.util.Arrays;
import java.util.List;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.porosimetry.sorption.BetFit;
import org.interphase.technique.porosimetry.sorption.Isotherm;

/** Pictures of gas sorption. */
public final class SorptionFigures {

    private static final Style POINTS = Style.points(Colour.DATA, Style.Symbol.CIRCLE, 5);

    private SorptionFigures() {
    }

    /** The adsorption branch, with the range of the BET line. */
    public static Figure isotherm(String dataset, Isotherm iso, BetFit fit) {
        List<Layer> layers = new java.util.ArrayList<>();
        if (fit != null) {
            layers.add(new Layer.Span("BET range", iso.pressure()[fit.first()], iso.pressure()[fit.last()],
                    Style.fill(Colour.HIGHLIGHT, 0.15)));
        }
        layers.add(new Layer.Points("adsorption", iso.pressure(), iso.amount(), null, POINTS));
        return Figure.of("isotherm", "Isotherm", "Amount adsorbed on " + dataset + " over the relative pressure.",
                Panel.of(Panel.MAIN, relative(), AxisSpec.of("Amount adsorbed", "mmol/g"), layers));
    }

    /** The BET line through its points and a few beyond. */
    public static Figure bet(String dataset, Isotherm iso, BetFit fit) {
        int n = 0;
        while (n < iso.size() && iso.pressure()[n] <= 1.3 * iso.pressure()[fit.last()]) {
            n++;
        }
        double[] x = Arrays.copyOf(iso.pressure(), n);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = x[i] / iso.rouquerol(i);
        }
        double[] ends = {iso.pressure()[fit.first()], iso.pressure()[fit.last()]};
        return Figure.of("bet", "BET plot", "BET plot of " + dataset + "; monolayer " + Numbers.withUncertainty(
                fit.monolayer(), fit.uncertainty()) + " mmol/g, C = " + Numbers.plain(fit.constant(), 3) + ".",
                Panel.of(Panel.MAIN, relative(), AxisSpec.of("p/(n(p0 - p))", "g/mmol"), List.of(
                        new Layer.Points("data", x, y, null, POINTS),
                        new Layer.Line("BET line", ends, Arrays.stream(ends).map(fit.line()::at).toArray(),
                                Style.line(Colour.MODEL, 1.5)))));
    }

    private static AxisSpec relative() {
        return AxisSpec.of("Relative pressure p/p0", "1");
    }
}
