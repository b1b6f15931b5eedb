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
import org.interphase.technique.porosimetry.sorption.Bjh;
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

    /** Both branches as far as pores are told from them. */
    public static Figure branches(String dataset, List<Bjh> all) {
        List<Layer> layers = all.stream().map(b -> (Layer) new Layer.Points(name(b), b.branch().pressure(), b.branch()
                .volume(), null, b.branch().desorption() ? Style.points(Colour.component(1), Style.Symbol.CIRCLE, 5)
                        : POINTS)).toList();
        return Figure.of("branches", "Branches of the isotherm", "Adsorbed nitrogen on " + dataset + " as a liquid "
                + "over the relative pressure.", Panel.of(Panel.MAIN, relative(), AxisSpec.of("Volume of liquid",
                        "cm3/g"), layers));
    }

    /** Volume per decade of diameter of each step. */
    public static Figure pores(String dataset, List<Bjh> all) {
        List<Layer> layers = new java.util.ArrayList<>();
        for (Bjh b : all) {
            int n = b.pores().volume().length;
            double[] x = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                x[n - 1 - i] = 2 * b.pores().radius()[i];
                y[n - 1 - i] = b.pores().volume()[i] / Math.log10(b.pores().edge()[i] / b.pores().edge()[i + 1]);
            }
            layers.add(new Layer.Line(name(b), x, y, b.branch().desorption() ? Style.line(Colour.component(1), 1.5)
                    : Style.line(Colour.DATA, 1.5)));
        }
        return Figure.of("pores", "Pore size distribution", "Volume of the pores of " + dataset + " per decade of "
                + "diameter, after Barrett, Joyner and Halenda.", Panel.of(Panel.MAIN, AxisSpec.of("Pore diameter",
                        "nm").log(), AxisSpec.of("dV/dlog D", "cm3/g"), layers));
    }

    private static String name(Bjh b) {
        return b.branch().desorption() ? "desorption" : "adsorption";
    }

    private static AxisSpec relative() {
        return AxisSpec.of("Relative pressure p/p0", "1");
    }
}
