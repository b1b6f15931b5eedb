package org.interphase.technique.battery.figure;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.numerics.linear.StraightLine;
import org.interphase.technique.battery.voltammetry.DunnSplit;
import org.interphase.technique.battery.voltammetry.RateTrack;

/** Peak currents over the scan rate, exponents over the potential, and the capacitive part of a voltammogram. */
public final class KineticsFigures {

    private static final double MILLI = 1e3;

    private KineticsFigures() {
    }

    /** The figures there are data for. */
    public static List<Figure> of(List<RateTrack> tracks, List<DunnSplit> splits) {
        List<Figure> out = new ArrayList<>();
        if (!tracks.isEmpty()) {
            out.add(powers(tracks));
        }
        if (!splits.isEmpty()) {
            out.add(split(splits));
        }
        return out;
    }

    private static Figure powers(List<RateTrack> tracks) {
        List<Layer> logs = new ArrayList<>();
        List<Layer> roots = new ArrayList<>();
        for (int k = 0; k < tracks.size(); k++) {
            RateTrack t = tracks.get(k);
            int n = t.rates().size();
            double[] v = new double[n];
            double[] root = new double[n];
            double[] i = t.heights();
            double[] u = t.heightUncertainties();
            double[] law = new double[n];
            double[] line = new double[n];
            StraightLine power = t.powerLaw();
            StraightLine straight = t.rootLaw();
            for (int r = 0; r < n; r++) {
                v[r] = MILLI * t.rates().get(r);
                root[r] = Math.sqrt(t.rates().get(r));
                i[r] *= MILLI;
                u[r] *= MILLI;
                law[r] = MILLI * Math.exp(power.at(Math.log(t.rates().get(r))));
                line[r] = MILLI * straight.at(root[r]);
            }
            Colour colour = Colour.component(k);
            logs.add(new Layer.Line("", v, law, Style.line(colour, 1)));
            logs.add(new Layer.Points(t.name(), v, i, u, Style.points(colour, Style.Symbol.CIRCLE, 5)));
            roots.add(new Layer.Line("", root, line, Style.line(colour, 1)));
            roots.add(new Layer.Points(t.name(), root, i, u, Style.points(colour, Style.Symbol.CIRCLE, 5)));
        }
        return new Figure("rates", "Peak currents over the scan rate", "Peak currents over the scan rate with the "
                + "power "
                + "laws whose exponents are b, and over its square root with straight lines; bars are standard "
                + "uncertainties.", List.of(
                        Panel.of("b", AxisSpec.of("Scan rate", "mV/s").log(), AxisSpec.of("Peak current", "mA").log(),
                                logs),
                        Panel.of("root", AxisSpec.of("\u221a(scan rate / (V/s))", "1"),
                                AxisSpec.of("Peak current", "mA"), roots)), false);
    }

    private static Figure split(List<DunnSplit> splits) {
        List<Layer> currents = new ArrayList<>();
        List<Layer> powers = new ArrayList<>();
        int middle = splits.get(0).rates().length / 2;
        for (DunnSplit s : splits) {
            int sign = s.rising() ? 1 : -1;
            int n = s.potential().length;
            double[] total = new double[n];
            double[] part = s.capacitive(Math.min(middle, s.rates().length - 1));
            for (int p = 0; p < n; p++) {
                total[p] = sign * MILLI * s.current(Math.min(middle, s.rates().length - 1))[p];
                part[p] *= sign * MILLI;
            }
            String word = s.rising() ? "oxidation" : "reduction";
            currents.add(new Layer.Band(s.rising() ? "in proportion to the rate" : "", s.potential(), new double[n],
                    part, Style.fill(Colour.MODEL, 0.3)));
            currents.add(new Layer.Line(s.rising() ? "measured" : "", s.potential(), total,
                    Style.line(Colour.DATA, 1.2)));
            powers.add(new Layer.Line(word, s.potential(), s.powers(), Style.line(Colour.component(s.rising() ? 0 : 1),
                    1.2)));
        }
        powers.add(new Layer.Guides("", false, new double[] {0.5, 1}, Style.line(Colour.MUTED, 0.8)
                .dashed(Style.Dash.DOTTED)));
        return new Figure("split", "Capacitive part", "Current at the middle scan rate with its part in proportion to "
                + "the rate, and the exponent b at every potential; 0.5 is diffusion, 1 a surface.", List.of(
                        Panel.of("split", AxisSpec.of("Potential", "V"), AxisSpec.of("Current", "mA"), currents),
                        Panel.of("b-potential", AxisSpec.of("Potential", "V"), AxisSpec.of("b", "1").range(0, 1.5),
                                powers)), true);
    }
}
