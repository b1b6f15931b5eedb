package org.interphase.technique.battery.figure;

import java.util.List;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.battery.transport.ArrheniusLine;
import org.interphase.technique.battery.transport.CurrentDecay;

/** The decay of a current, and conductivities over temperature. */
public final class TransportFigures {

    private static final double MILLI = 1e3;
    private static final int LINE_POINTS = 200;

    private TransportFigures() {
    }

    /** Current over time with the fit of its tail, the steady and the initial current. */
    public static Figure decay(String name, CurrentDecay decay, double initial) {
        double[] i = new double[decay.current().length];
        for (int k = 0; k < i.length; k++) {
            i[k] = MILLI * decay.current()[k];
        }
        CurrentDecay.Tail tail = decay.tail();
        double end = decay.time()[decay.time().length - 1];
        double[] t = new double[LINE_POINTS];
        double[] fit = new double[LINE_POINTS];
        for (int k = 0; k < LINE_POINTS; k++) {
            t[k] = tail.time() + (end - tail.time()) * k / (LINE_POINTS - 1);
            fit[k] = MILLI * tail.at(t[k]);
        }
        double steady = MILLI * tail.current();
        double u = MILLI * tail.uncertainty();
        double[] ends = {0, end};
        return Figure.of("decay", "Current decay", "Current after the step of the potential of " + name + "; line: fit "
                + "of the tail; band: steady current with its standard uncertainty.", Panel.of("decay",
                        AxisSpec.of("Time after the step", "s"), AxisSpec.of("Current", "mA"), List.of(
                                new Layer.Band("steady current", ends, new double[] {steady - u, steady - u},
                                        new double[] {steady + u, steady + u}, Style.fill(Colour.MODEL, 0.25)),
                                new Layer.Line("measured", decay.time(), i, Style.line(Colour.DATA, 1)),
                                new Layer.Line("tail", t, fit, Style.line(Colour.MODEL, 1.5)),
                                new Layer.Points("initial current", new double[] {0}, new double[] {MILLI * initial},
                                        null, Style.points(Colour.HIGHLIGHT, Style.Symbol.DIAMOND, 6)))));
    }

    /** Arrhenius plot in both conventions. */
    public static Figure arrhenius(double[] kelvin, double[] sigma, double[] relative, ArrheniusLine withT,
            ArrheniusLine plain, String symbol) {
        return new Figure("arrhenius", "Arrhenius", "Arrhenius plot with straight lines: ln(" + symbol + "T), E_a = "
                + Numbers.withUncertainty(withT.energy(), withT.uncertainty()) + " eV, and ln(" + symbol + "), E_a = "
                + Numbers.withUncertainty(plain.energy(), plain.uncertainty()) + " eV.",
                List.of(panel("ln(" + symbol + "T)", kelvin, sigma, relative, withT),
                        panel("ln(" + symbol + ")", kelvin, sigma, relative, plain)), true);
    }

    private static Panel panel(String quantity, double[] kelvin, double[] sigma, double[] relative,
            ArrheniusLine line) {
        double[] x = new double[kelvin.length];
        double[] y = new double[x.length];
        double left = Double.POSITIVE_INFINITY;
        double right = 0;
        for (int k = 0; k < x.length; k++) {
            x[k] = 1000 / kelvin[k];
            y[k] = Math.log(sigma[k] * (line.withT() ? kelvin[k] : 1));
            left = Math.min(left, x[k]);
            right = Math.max(right, x[k]);
        }
        return Panel.of("arrhenius-" + quantity, AxisSpec.of("1000/T", "K-1"), AxisSpec.of(quantity, "1"), List.of(
                new Layer.Line("", new double[] {left, right}, new double[] {line.line().at(left / 1000),
                    line.line().at(right / 1000)}, Style.line(Colour.MODEL, 1.5)),
                new Layer.Points(quantity, x, y, relative, Style.points(Colour.DATA, Style.Symbol.CIRCLE, 5))))
                .noLegend();
    }
}
