package org.interphase.technique.battery.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.interphase.model.Measurement;
import org.interphase.model.Segments;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.technique.battery.titration.PulsePoint;
import org.interphase.technique.battery.titration.Titration;

/** Pictures of a titration: potential over time with the fits, and what each pulse tells over the rested potential. */
public final class TitrationFigures {

    /** Identifier of the picture over time. */
    public static final String OVER_TIME = "titration";
    private static final double HOUR = 3600;
    private static final double MILLI = 1000;
    /** Points of the record that are drawn of a pulse and its rest. */
    private static final int DRAWN = 200;

    private TitrationFigures() {
    }

    /**
     * The pictures.
     *
     * @param area square of the radius or thickness, cm2; NaN to draw diffusion times
     */
    public static List<Figure> of(Titration t, double area) {
        return List.of(overTime(t), diffusion(t, area), polarisation(t));
    }

    /** A pulse and its rest as a stretch of the picture over time. */
    public static Segments.Segment segment(Titration t, PulsePoint p, List<Measurement> numbers) {
        double[] e = IntStream.rangeClosed(p.pulse().before(), p.pulse().end()).mapToDouble(t.potential()::get)
                .filter(Double::isFinite).toArray();
        return new Segments.Segment("pulse " + p.pulse().number(), t.time().applyAsDouble(p.pulse().before()) / HOUR,
                t.time().applyAsDouble(p.pulse().end()) / HOUR, DoubleStream.of(e).min().orElse(0),
                DoubleStream.of(e).max().orElse(0), numbers);
    }

    private static Figure overTime(Titration t) {
        int[] rows = t.points().stream().flatMapToInt(p -> {
            int stride = Math.max(1, (p.pulse().end() - p.pulse().before()) / DRAWN);
            return IntStream.rangeClosed(p.pulse().before(), p.pulse().end()).filter(r -> (r - p.pulse().before())
                    % stride == 0);
        }).toArray();
        double[] x = IntStream.of(rows).mapToDouble(r -> t.time().applyAsDouble(r) / HOUR).toArray();
        double[] y = IntStream.of(rows).mapToDouble(t.potential()::get).toArray();
        List<double[]> fit = new ArrayList<>();
        double[] gap = {Double.NaN, Double.NaN};
        for (PulsePoint p : t.points()) {
            double[] times = p.fittedTimes();
            double[] fitted = p.fittedPotentials();
            for (int i = 0; i < times.length; i++) {
                if (i > 0 && p.fittedOn(i) != p.fittedOn(i - 1)) {
                    fit.add(gap);
                }
                fit.add(new double[] {times[i] / HOUR, fitted[i]});
            }
            fit.add(gap);
        }
        List<Layer> layers = List.of(new Layer.Points("measured", x, y, null, Style.points(Colour.DATA,
                Style.Symbol.DOT, 3)), new Layer.Line("diffusion model", fit.stream().mapToDouble(q -> q[0]).toArray(),
                        fit.stream().mapToDouble(q -> q[1]).toArray(), Style.line(Colour.MODEL, 1.2)));
        return Figure.of(OVER_TIME, "Titration", "Potential over time with the diffusion model fitted to each pulse "
                + "and the rest behind it.", Panel.of(Panel.MAIN, AxisSpec.of("Time", "h"), AxisSpec.of("Potential",
                        "V"), layers));
    }

    private static Figure diffusion(Titration t, double area) {
        boolean known = !Double.isNaN(area);
        ToDoubleFunction<PulsePoint> value = p -> known ? area / p.diffusionTime() : p.diffusionTime();
        ToDoubleFunction<PulsePoint> formula = p -> known ? area * p.formulaRate() : 1 / p.formulaRate();
        ToDoubleFunction<PulsePoint> u = p -> value.applyAsDouble(p) * p.logUncertainty();
        List<Layer.Points> layers = new ArrayList<>();
        layers.add(points(t, "formula of Weppner and Huggins", p -> !p.formulaVerdict().isWithheld(), formula,
                p -> formula.applyAsDouble(p) * p.formulaUncertainty(), Style.points(Colour.MUTED, Style.Symbol.CROSS,
                        5)));
        layers.add(points(t, "diffusion model, doubtful", p -> !p.verdict().isSound() && !p.verdict().isWithheld(),
                value, u, Style.points(Colour.HIGHLIGHT, Style.Symbol.TRIANGLE, 5)));
        layers.add(points(t, "diffusion model", p -> p.verdict().isSound(), value, u,
                Style.points(Colour.component(0), Style.Symbol.CIRCLE, 5)));
        String what = known ? "Diffusion coefficient" : "Diffusion time L\u00b2/D";
        return Figure.of("diffusion", known ? "Diffusion coefficient" : "Diffusion time", what + " of each pulse over "
                + "the potential after its rest; bars are standard uncertainties, triangles doubtful values. The "
                + "formula of Weppner and Huggins is given as it comes out, without its bias taken off.",
                Panel.of("diffusion", AxisSpec.of("Rested potential", "V"), AxisSpec.of(what, known ? "cm2/s" : "s")
                        .log(), layers.stream().filter(l -> l.x().length > 0).toList()));
    }

    private static Figure polarisation(Titration t) {
        Layer points = points(t, "", p -> true, p -> MILLI * p.polarisation(), p -> MILLI * p.polarisationUncertainty(),
                Style.points(Colour.component(1), Style.Symbol.CIRCLE, 5));
        return Figure.of("polarisation", "Polarisation", "Potential at the end of each pulse over that at the end of "
                + "its rest.", Panel.of("polarisation", AxisSpec.of("Rested potential", "V"),
                        AxisSpec.of("Polarisation", "mV"), List.of(points)).noLegend());
    }

    private static Layer.Points points(Titration t, String name, Predicate<PulsePoint> which,
            ToDoubleFunction<PulsePoint> y, ToDoubleFunction<PulsePoint> u, Style style) {
        List<PulsePoint> some = t.points().stream().filter(which).filter(p -> !Double.isNaN(y.applyAsDouble(p)))
                .toList();
        return new Layer.Points(name, some.stream().mapToDouble(PulsePoint::rested).toArray(),
                some.stream().mapToDouble(y).toArray(), some.stream().mapToDouble(u).toArray(), style);
    }
}
