package org.interphase.technique.dynamics.figure;

import java.util.List;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.dynamics.activation.ActivatedDiffusion;

/** Diffusion coefficients over inverse temperature. */
public final class ActivationFigures {

    private static final int POINTS = 60;

    private ActivationFigures() {
    }

    /** Arrhenius plot with the line and its standard uncertainty. */
    public static Figure arrhenius(String dataset, double[] kelvin, double[] d, double[] u, ActivatedDiffusion line) {
        double[] inverse = new double[kelvin.length];
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        double[] shown = new double[d.length];
        for (int k = 0; k < inverse.length; k++) {
            inverse[k] = 1000 / kelvin[k];
            low = Math.min(low, inverse[k]);
            high = Math.max(high, inverse[k]);
            shown[k] = d[k] > 0 ? d[k] : Double.NaN;
        }
        double[] x = new double[POINTS];
        double[] y = new double[POINTS];
        double[] below = new double[POINTS];
        double[] above = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            x[k] = low + (high - low) * k / (POINTS - 1);
            y[k] = line.at(1000 / x[k]);
            double factor = Math.exp(line.relativeAt(1000 / x[k]));
            below[k] = y[k] / factor;
            above[k] = y[k] * factor;
        }
        return Figure.of("arrhenius", "Arrhenius", "Diffusion coefficients of " + dataset + " over inverse "
                + "temperature; "
                + "line: activation energy " + Numbers.withUncertainty(line.energy(), line.energyUncertainty()) + " "
                + "eV.",
                Panel.of(Panel.MAIN, AxisSpec.of("1000/T", "K-1"), AxisSpec.of("Diffusion coefficient", "cm2/s").log(),
                        List.of(new Layer.Band("standard uncertainty", x, below, above, Style.fill(Colour.MODEL, 0.25)),
                                new Layer.Line("line", x, y, Style.line(Colour.MODEL, 1.5)),
                                new Layer.Points("diffusion coefficient", inverse, shown, u, Style.points(Colour.DATA,
                                        Style.Symbol.CIRCLE, 6)))));
    }
}
