package org.interphase.technique.electrochemistry.eis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.model.Column;
import org.interphase.model.Series;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.technique.electrochemistry.circuit.Circuit;

/** Figures of a fitted series: parameters over the condition, and the spectra above each other. */
final class Trends {

    private static final int MOST_PANELS = 8;

    private Trends() {
    }

    /** A panel for each parameter over the condition, with error bars. */
    static Figure figure(Column condition, CircuitFit[] fits) {
        List<Panel> panels = new ArrayList<>();
        List<Circuit.Parameter> parameters = fits[0].circuit().parameters();
        double[] x = condition.values();
        for (int i = 0; i < Math.min(MOST_PANELS, parameters.size()); i++) {
            double[] y = new double[fits.length];
            double[] u = new double[fits.length];
            double low = Double.POSITIVE_INFINITY;
            double high = 0;
            for (int k = 0; k < fits.length; k++) {
                y[k] = fits[k].p()[i];
                u[k] = fits[k].uncertainty().of(i);
                low = Math.min(low, y[k]);
                high = Math.max(high, y[k]);
            }
            Circuit.Parameter p = parameters.get(i);
            AxisSpec axis = AxisSpec.of(p.name(), p.definition().unit());
            panels.add(Panel.of("trend-" + p.name(), AxisSpec.of(condition.name(), condition.unit()),
                    p.definition().logarithmic() && high > 20 * low ? axis.log() : axis,
                    List.of(new Layer.Points(p.name(), x, y, u,
                            Style.points(Colour.component(i), Style.Symbol.CIRCLE, 5)))).noLegend());
        }
        return new Figure("trend", "Trends", "Parameters of " + fits[0].circuit().dashed() + " over "
                + condition.name().toLowerCase(Locale.ROOT) + "; bars are standard uncertainties.", panels,
                true);
    }

    /** -Im Z over frequency of all spectra, each shifted upwards and scaled to its own maximum. */
    static Figure waterfall(Series series, CircuitFit[] fits) {
        List<Layer> layers = new ArrayList<>();
        for (int k = 0; k < fits.length; k++) {
            Spectrum s = fits[k].spectrum();
            double max = 0;
            for (double v : s.im()) {
                max = Math.max(max, Math.abs(v));
            }
            double[] y = new double[s.size()];
            double[] m = new double[s.size()];
            for (int i = 0; i < y.length; i++) {
                y[i] = k - s.im()[i] / max;
                m[i] = k - fits[k].model()[s.size() + i] / max;
            }
            layers.add(new Layer.Points(series.members().get(k).name(), s.frequency(), y, null,
                    Style.points(Colour.sample(k), Style.Symbol.DOT, 4)));
            layers.add(new Layer.Line("", s.frequency(), m, Style.line(Colour.sample(k), 1)));
        }
        return Figure.of("waterfall", "Waterfall", "−Z″ over frequency, each spectrum relative to its largest "
                + "value and "
                + "shifted by one, in the order of the "
                + "files.", Panel.of("waterfall", AxisSpec.of("Frequency", "Hz").log(),
                        AxisSpec.of("−Z″ relative, shifted", "1"), layers));
    }
}
