package org.interphase.technique.electrochemistry.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.interphase.model.Column;
import org.interphase.model.Series;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.ElementParameter.Role;
import org.interphase.technique.electrochemistry.fit.CircuitFit;
import org.interphase.technique.electrochemistry.fit.CircuitVerdict;
import org.interphase.technique.electrochemistry.impedance.ImpedanceAccuracy;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;

/** Figures of a fitted series: parameters over the condition, and the spectra above each other. */
public final class TrendFigures {

    /** Name of the condition where the spectra have none but their number. */
    public static final String NUMBERED = "Spectrum";
    /** A quantity that varies by more than this factor is drawn on a logarithmic axis. */
    private static final double WIDE = 20;
    private static final Map<Role, String> TITLES = new EnumMap<>(Map.of(Role.RESISTANCE, "Resistance",
            Role.CAPACITANCE, "Capacitance", Role.INDUCTANCE, "Inductance", Role.ADMITTANCE, "Admittance Q",
            Role.DIFFUSION, "Warburg coefficient", Role.TIME, "Time constant", Role.EXPONENT, "Exponent"));

    /** Room for the names to the right of the waterfall, as part of the decades of frequency. */
    private static final double ROOM = 0.3;

    private TrendFigures() {
    }

    /** A panel for each kind of parameter over the condition, with error bars: resistances on top. */
    public static Figure figure(Series series, Column condition, CircuitVerdict[] judged,
            ImpedanceAccuracy accuracy) {
        CircuitFit[] fits = Arrays.stream(judged).map(CircuitVerdict::fit).toArray(CircuitFit[]::new);
        int[] order = order(condition);
        double[] x = IntStream.of(order).mapToDouble(condition::get).toArray();
        Map<Role, List<Integer>> kinds = new EnumMap<>(Role.class);
        List<Circuit.Parameter> parameters = fits[0].circuit().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            kinds.computeIfAbsent(parameters.get(i).definition().role(), r -> new ArrayList<>()).add(i);
        }
        List<Panel> panels = new ArrayList<>();
        kinds.forEach((role, members) -> panels.add(panel(role, members, condition, x, order, judged,
                accuracy)));
        String names = condition.name().equals(NUMBERED) ? " Spectra: " + IntStream.range(0, fits.length)
                .mapToObj(i -> (i + 1) + " " + series.members().get(i).name()).collect(Collectors.joining(", ")) + "."
                : "";
        return new Figure("trend", "Trends", "Parameters of " + fits[0].circuit().dashed() + " over "
                + condition.name().toLowerCase(Locale.ROOT) + "; bars are standard uncertainties." + names, panels,
                true);
    }

    private static Panel panel(Role role, List<Integer> members, Column condition, double[] x, int[] order,
            CircuitVerdict[] judged, ImpedanceAccuracy accuracy) {
        CircuitFit first = judged[0].fit();
        List<Layer> layers = new ArrayList<>();
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int i : members) {
            Circuit.Parameter p = first.circuit().parameters().get(i);
            double[] y = new double[x.length];
            double[] u = new double[x.length];
            for (int k = 0; k < x.length; k++) {
                boolean shown = !judged[order[k]].of(i).isWithheld();
                y[k] = shown ? judged[order[k]].fit().p()[i] : Double.NaN;
                u[k] = shown ? accuracy.with(role.impedancePower() * y[k], judged[order[k]].uncertainty(i))
                        : Double.NaN;
                if (!shown) {
                    continue;
                }
                low = Math.min(low, y[k]);
                high = Math.max(high, y[k]);
            }
            Colour colour = Colour.component(members.indexOf(i));
            layers.add(new Layer.Line("", x, y, Style.line(colour, 0.8)));
            layers.add(new Layer.Points(p.name(), x, y, u, Style.points(colour, Style.Symbol.CIRCLE, 5)));
        }
        Circuit.Parameter one = first.circuit().parameters().get(members.get(0));
        AxisSpec axis = AxisSpec.of(members.size() == 1 ? one.name() : TITLES.get(role),
                first.unit(one.definition()));
        return Panel.of("trend-" + role.name().toLowerCase(Locale.ROOT),
                AxisSpec.of(condition.name(), condition.unit()),
                one.definition().logarithmic() && high > WIDE * low ? axis.log() : axis, layers);
    }

    /** The members in ascending order of the condition. */
    private static int[] order(Column condition) {
        return IntStream.range(0, condition.size()).boxed().sorted(Comparator.comparingDouble(condition::get))
                .mapToInt(Integer::intValue).toArray();
    }

    /** -Im Z over frequency of all spectra, each shifted upwards and scaled to its own maximum. */
    public static Figure waterfall(Series series, Column condition, CircuitFit[] fits) {
        List<Layer> layers = new ArrayList<>();
        List<Layer.Text> names = new ArrayList<>();
        int[] order = order(condition);
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int k = 0; k < order.length; k++) {
            CircuitFit fit = fits[order[k]];
            ImpedanceSpectrum s = fit.spectrum();
            double max = 0;
            for (double v : s.im()) {
                max = Math.max(max, Math.abs(v));
            }
            double[] y = new double[s.size()];
            double[] m = new double[s.size()];
            for (int i = 0; i < y.length; i++) {
                y[i] = k - s.im()[i] / max;
                m[i] = k - fit.model()[s.size() + i] / max;
            }
            String name = series.members().get(order[k]).name();
            layers.add(new Layer.Points(name, s.frequency(), y, null,
                    Style.points(Colour.sample(order[k]), Style.Symbol.DOT, 4)));
            layers.add(new Layer.Line("", s.frequency(), m, Style.line(Colour.sample(order[k]), 1)));
            names.add(new Layer.Text(Double.NaN, k, name, "", Colour.sample(order[k])));
            low = Math.min(low, s.frequency()[s.size() - 1]);
            high = Math.max(high, s.frequency()[0]);
        }
        double beside = high * Math.pow(high / low, ROOM / 2);
        layers.add(new Layer.Labels("", names.stream().map(t -> new Layer.Text(beside, t.y(), t.text(), t.hint(),
                t.colour())).toList(), Style.line(Colour.DATA, 8)));
        AxisSpec frequency = AxisSpec.of("Frequency", "Hz").log().range(low / 2, high * Math.pow(high / low, ROOM));
        return Figure.of("waterfall", "Waterfall", "−Z″ over frequency, each spectrum relative to its largest "
                + "value and shifted by one, in the order of " + condition.name().toLowerCase(Locale.ROOT) + ", lowest "
                + "at the bottom; lines are the fits.", Panel.of("waterfall", frequency,
                        AxisSpec.of("−Z″ relative, shifted", "1"), layers).noLegend());
    }
}
