package org.interphase.ui.batch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Quantity;
import org.interphase.model.unit.Unit;
import org.interphase.ui.results.Wording;

/** A number of a batch over what its measurements differ in. */
final class BatchPlot {

    private static final double SIZE = 5;

    /**
     * What a plot may be over.
     *
     * @param kind where its values come from
     * @param name name of the condition or number
     */
    record Abscissa(Kind kind, String name) {

        /** Where values come from. */
        enum Kind {
            /** What the files state. */
            CONDITION,
            /** A number that was found. */
            NUMBER,
            /** The place in the list. */
            PLACE
        }

        /** What is said of it in a list to choose from. */
        String label() {
            return kind == Kind.PLACE ? Messages.BatchPlot_place : name.substring(0,
                    1).toUpperCase(java.util.Locale.ROOT)
                    + name.substring(1);
        }
    }

    /** A row as a point. */
    private record Dot(double x, double y, double error, boolean sound) {
    }

    private BatchPlot() {
    }

    /** What rows can be plotted over: conditions in which they differ, then the place in the list, then numbers. */
    static List<Abscissa> abscissas(List<BatchRow> rows) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> numbers = new LinkedHashSet<>();
        for (BatchRow r : rows) {
            r.conditions().forEach(c -> names.add(c.name()));
            r.measurements().forEach(m -> numbers.add(m.name()));
        }
        List<Abscissa> out = new ArrayList<>();
        for (String n : names) {
            Abscissa a = new Abscissa(Abscissa.Kind.CONDITION, n);
            Unit unit = unit(rows, a);
            if (rows.stream().map(r -> at(r, a, unit, 0)).filter(x -> !Double.isNaN(x)).distinct().count() > 1) {
                out.add(a);
            }
        }
        out.add(new Abscissa(Abscissa.Kind.PLACE, ""));
        numbers.forEach(n -> out.add(new Abscissa(Abscissa.Kind.NUMBER, n)));
        return out;
    }

    private static Optional<Quantity> quantity(BatchRow r, Abscissa a) {
        return switch (a.kind()) {
            case CONDITION -> r.condition(a.name()).map(c -> new Quantity(c.value(), Double.NaN, c.unit()));
            case NUMBER -> r.measurement(a.name()).filter(BatchPlot::stands)
                    .map(m -> new Quantity(m.value(), m.uncertainty(), m.unit()));
            case PLACE -> Optional.empty();
        };
    }

    /** A number that is not there, or is withheld, has no place in a picture. */
    private static boolean stands(Measurement m) {
        return m.isDetected() && !m.verdict().isWithheld() && Double.isFinite(m.value());
    }

    private static Unit unit(List<BatchRow> rows, Abscissa a) {
        return rows.stream().flatMap(r -> quantity(r, a).stream()).map(Quantity::unit).findFirst().orElse(Unit.ONE);
    }

    private static double at(BatchRow r, Abscissa a, Unit unit, int place) {
        return a.kind() == Abscissa.Kind.PLACE ? place + 1.0 : quantity(r, a).filter(q -> q.unit().isCompatible(unit))
                .map(q -> q.unit().convert(q.value(), unit)).orElse(Double.NaN);
    }

    /** The plot; empty if no row has both. Doubtful numbers are set apart. */
    static Optional<Figure> of(List<BatchRow> rows, Abscissa over, String name) {
        Abscissa y = new Abscissa(Abscissa.Kind.NUMBER, name);
        Unit unitX = unit(rows, over);
        Unit unitY = unit(rows, y);
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            double px = at(rows.get(i), over, unitX, i);
            double py = at(rows.get(i), y, unitY, i);
            if (!Double.isNaN(px) && !Double.isNaN(py)) {
                Measurement m = rows.get(i).measurement(name).orElseThrow();
                double error = m.uncertainty() * Math.abs(m.unit().scaleTo(unitY));
                dots.add(new Dot(px, py, Double.isFinite(error) ? error : 0, m.verdict().isSound()));
            }
        }
        if (dots.isEmpty()) {
            return Optional.empty();
        }
        List<Layer> layers = new ArrayList<>();
        boolean doubted = dots.stream().anyMatch(d -> !d.sound());
        layer(layers, dots.stream().filter(Dot::sound).toList(), doubted ? Wording.quality(Verdict.Quality.SOUND)
                : "", Style.points(
                Colour.sample(0), Style.Symbol.CIRCLE, SIZE));
        layer(layers, dots.stream().filter(d -> !d.sound()).toList(), Wording.quality(Verdict.Quality.DOUBTFUL),
                Style.points(
                Colour.sample(1), Style.Symbol.TRIANGLE, SIZE + 1));
        return Optional.of(Figure.of("batch", name, "", Panel.of(Panel.MAIN, AxisSpec.of(over.label(), unitX),
                AxisSpec.of(name, unitY), layers)));
    }

    private static void layer(List<Layer> layers, List<Dot> dots, String label, Style style) {
        if (!dots.isEmpty()) {
            layers.add(new Layer.Points(label, of(dots.stream().mapToDouble(Dot::x)),
                    of(dots.stream().mapToDouble(Dot::y)), of(dots.stream().mapToDouble(Dot::error)), style));
        }
    }

    private static double[] of(DoubleStream values) {
        return values.toArray();
    }
}
