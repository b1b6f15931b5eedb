package org.interphase.testkit.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.interphase.model.Direction;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;

/** Figures as techniques make them, for tests. */
public final class DemoFigures {

    private DemoFigures() {
    }

    /** A spectrum with components, labels, legend and residual panel. */
    public static Figure spectrum(int points, int components, long seed) {
        Random random = new Random(seed);
        double[] x = new double[points];
        double[] base = new double[points];
        double[] sum = new double[points];
        List<Layer> layers = new ArrayList<>();
        List<Layer.Text> texts = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            x[i] = 680 + 14.0 * i / (points - 1);
            base[i] = 3000 + 10 * i * 400.0 / points;
            sum[i] = base[i];
        }
        for (int k = 0; k < components; k++) {
            double centre = 683 + 8 * random.nextDouble();
            double height = 2000 + 8000 * random.nextDouble();
            double[] upper = new double[points];
            for (int i = 0; i < points; i++) {
                double v = height * Math.exp(-(x[i] - centre) * (x[i] - centre));
                upper[i] = base[i] + v;
                sum[i] += v;
            }
            layers.add(new Layer.Band("component " + k, x, base, upper, Style.fill(Colour.component(k), 0.35)));
            texts.add(new Layer.Text(centre, 3000 + height, "component " + k + " at " + (float) centre, "",
                    Colour.component(k)));
        }
        double[] data = new double[points];
        double[] residual = new double[points];
        for (int i = 0; i < points; i++) {
            residual[i] = random.nextGaussian();
            data[i] = sum[i] + Math.sqrt(sum[i]) * residual[i];
        }
        layers.add(new Layer.Points("data", x, data, null, Style.points(Colour.DATA, Style.Symbol.DOT, 3)));
        layers.add(new Layer.Line("envelope", x, sum, Style.line(Colour.MODEL, 1.3)));
        layers.add(new Layer.Labels("", texts, Style.line(Colour.DATA, 1)));
        AxisSpec energy = AxisSpec.of("Binding energy", "eV").directed(Direction.DESCENDING);
        Panel main = Panel.of(Panel.MAIN, energy, AxisSpec.of("Intensity", "counts/s"), layers);
        Panel rest = Panel.of(Panel.RESIDUAL, energy, AxisSpec.of("Residual / \u03c3", "1"),
                List.of(new Layer.Line("", x, residual, Style.line(Colour.RESIDUAL, 0.8)))).weight(0.28).noLegend();
        return new Figure("spectrum", "F 1s <test> & \"more\"", "", List.of(main, rest), true);
    }

    /** A Nyquist plot on equal scales. */
    public static Figure nyquist() {
        int n = 60;
        double[] re = new double[n];
        double[] im = new double[n];
        for (int i = 0; i < n; i++) {
            double angle = Math.PI * i / (n - 1);
            re[i] = 10 + 50 * (1 - Math.cos(angle)) / 2;
            im[i] = 25 * Math.sin(angle);
        }
        return Figure.of("nyquist", "Nyquist", "", Panel.of("main", AxisSpec.of("Z\u2032", "ohm"),
                AxisSpec.of("\u2212Z\u2033", "ohm"),
                List.of(new Layer.Points("data", re, im, null, Style.points(Colour.DATA, Style.Symbol.CIRCLE, 5)),
                        new Layer.Line("fit", re, im, Style.line(Colour.MODEL, 1.2)))).equalScales());
    }
}
