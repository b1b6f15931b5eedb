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
import org.interphase.technique.dynamics.displacement.SlopeEstimate;

/** Mean squared displacements with their straight part. */
public final class DisplacementFigures {

    private static final int LINE = 100;
    private static final double CM2_PER_S = 1e-4;

    private DisplacementFigures() {
    }

    /**
     * Mean squared displacement over time and, below, its local exponent, which is 1 where atoms diffuse.
     *
     * @param name name of the diffusion coefficient
     * @param suffix tells this figure from another of the same result
     */
    public static Figure msd(String dataset, String name, String suffix, SlopeEstimate e, int dimension) {
        SlopeEstimate.MsdCurve c = e.curve();
        double[] t = new double[LINE];
        double[] line = new double[LINE];
        double[] low = new double[LINE];
        double[] high = new double[LINE];
        double middle = 0.5 * (e.start() + e.end());
        for (int k = 0; k < LINE; k++) {
            t[k] = e.start() + (e.end() - e.start()) * k / (LINE - 1);
            line[k] = e.intercept() + e.slope() * t[k];
            double u = Math.abs(t[k] - middle) < 0.02 * middle ? 0.02 * middle * e.uncertainty()
                    : e.uncertainty() * t[k];
            low[k] = line[k] - u;
            high[k] = line[k] + u;
        }
        List<Layer> layers = new ArrayList<>(List.of(
                new Layer.Band("slope \u00b1 standard uncertainty", t, low, high, Style.fill(Colour.MODEL, 0.25)),
                new Layer.Points("mean squared displacement", c.time(), c.msd(), c.uncertainty(),
                        Style.points(Colour.DATA, Style.Symbol.CIRCLE, 4)),
                new Layer.Line("straight part", t, line, Style.line(Colour.MODEL, 1.5)),
                new Layer.Guides("", true, new double[] {e.start()}, Style.line(Colour.MUTED, 1)
                        .dashed(Style.Dash.DASHED))));
        AxisSpec time = AxisSpec.of("Time", "ps");
        Panel main = Panel.of(Panel.MAIN, time, AxisSpec.of("MSD", "Angstrom2"), layers)
                .weight(2);
        Panel exponent = Panel.of("exponent", time, AxisSpec.of("Exponent", "1").range(0, 2), List.of(
                new Layer.Guides("", false, new double[] {1}, Style.line(Colour.MUTED, 1).dashed(Style.Dash.DASHED)),
                exponent(c))).noLegend();
        String value = Numbers.withUncertainty(CM2_PER_S * e.diffusion(dimension), CM2_PER_S
                * e.diffusionUncertainty(dimension));
        return new Figure("msd" + suffix.replaceAll("[^a-z]", ""), "Mean squared displacement" + suffix,
                "Mean squared displacement of " + dataset + suffix + " with standard uncertainties; line: straight "
                + "part "
                + "from " + Numbers.plain(e.start(), 3) + " ps on, " + name + " " + value + " cm2/s (d = " + dimension
                + "). Below: local exponent of the growth, 1 for diffusion.", List.of(main, exponent), true);
    }

    private static Layer exponent(SlopeEstimate.MsdCurve c) {
        int n = c.time().length;
        int width = Math.max(1, n / 25);
        double[] x = new double[Math.max(0, n - width)];
        double[] y = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            x[k] = Math.sqrt(c.time()[k] * c.time()[k + width]);
            y[k] = Math.log(c.msd()[k + width] / c.msd()[k]) / Math.log(c.time()[k + width] / c.time()[k]);
            y[k] = Double.isFinite(y[k]) ? y[k] : Double.NaN;
        }
        return new Layer.Line("", x, y, Style.line(Colour.DATA, 1.5));
    }
}
