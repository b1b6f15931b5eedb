package org.interphase.technique.battery.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.technique.battery.titration.ComparedCell;
import org.interphase.technique.battery.titration.PulsePoint;
import org.interphase.technique.battery.titration.StateCurve;
import org.interphase.technique.battery.titration.TitrationComparison;
import org.interphase.technique.battery.titration.TitrationState;

/** Cells over each other at equal state: diffusion and polarisation, measured at pulses and read between them. */
public final class CompareFigures {

    private static final double MILLI = 1000;

    private CompareFigures() {
    }

    /** The picture of a comparison. */
    public static List<Figure> of(TitrationComparison c) {
        boolean potential = c.by() == TitrationState.POTENTIAL;
        boolean known = c.cells().stream().allMatch(cell -> cell.size().isKnown());
        List<Layer> diffusion = new ArrayList<>();
        List<Layer> polarisation = new ArrayList<>();
        for (int k = 0; k < c.cells().size(); k++) {
            ComparedCell cell = c.cells().get(k);
            double area = known ? cell.size().area() : 1;
            ToDoubleFunction<PulsePoint> d = p -> known ? area / p.diffusionTime() : p.diffusionTime();
            diffusion.addAll(layers(c, cell, Colour.sample(k), d, p -> d.applyAsDouble(p) * p.logUncertainty(),
                    q -> cell.logTime(q).map(r -> reading(r, known, area))));
            polarisation.addAll(layers(c, cell, Colour.sample(k), p -> MILLI * p.polarisation(),
                    p -> MILLI * p.polarisationUncertainty(), q -> cell.polarisation(q).map(r -> new double[] {
                        MILLI * r.value(), MILLI * r.uncertainty()})));
        }
        AxisSpec x = potential ? AxisSpec.of("Rested potential", "V") : AxisSpec.of("Charge", c.unit());
        String direction = c.charging() ? "" : "-discharge";
        return List.of(new Figure("compared" + direction, "Cells at equal " + (potential ? "potential" : "charge"),
                (known ? "Diffusion coefficient D" : "Diffusion time L\u00b2/D") + " and polarisation of the cells "
                        + "over the " + (potential ? "rested potential" : "charge since the first pulse") + ". "
                        + "Filled: pulses; open: "
                        + "read between two pulses at the states that are compared; bars are standard uncertainties, "
                        + "those of the particles' size left out.",
                List.of(Panel.of("diffusion", x, AxisSpec.of(known ? "D" : "L\u00b2/D",
                        known ? "cm2/s" : "s").log(), diffusion),
                        Panel.of("polarisation", x, AxisSpec.of("Polarisation", "mV"), polarisation).noLegend()),
                true));
    }

    private static double[] reading(StateCurve.Reading r, boolean known, double area) {
        double v = known ? area * Math.exp(-r.value()) : Math.exp(r.value());
        return new double[] {v, v * r.uncertainty()};
    }

    private static List<Layer> layers(TitrationComparison c, ComparedCell cell, Colour colour,
            ToDoubleFunction<PulsePoint> value, ToDoubleFunction<PulsePoint> u,
            Function<Double, Optional<double[]>> between) {
        List<PulsePoint> points = cell.points().stream().filter(p -> !p.verdict().isWithheld()
                && Double.isFinite(value.applyAsDouble(p))).toList();
        double[] x = points.stream().mapToDouble(cell.state()).toArray();
        double[] y = points.stream().mapToDouble(value).toArray();
        List<Layer> out = new ArrayList<>();
        out.add(new Layer.Line("", x, y, Style.line(colour, 1)));
        out.add(new Layer.Points(cell.name(), x, y, points.stream().mapToDouble(u).toArray(), Style.points(colour,
                Style.Symbol.CIRCLE, 5)));
        double[] at = Arrays.stream(c.states()).filter(q -> cell != c.reference() && between.apply(q).isPresent())
                .toArray();
        if (at.length > 0) {
            List<double[]> read = Arrays.stream(at).mapToObj(q -> between.apply(q).orElseThrow()).toList();
            out.add(new Layer.Points("", at, read.stream().mapToDouble(r -> r[0]).toArray(), read.stream()
                    .mapToDouble(r -> r[1]).toArray(), Style.points(colour, Style.Symbol.SQUARE, 4)));
        }
        return out;
    }
}
