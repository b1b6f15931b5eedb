package org.interphase.engine.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.model.Column;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.model.Direction;
import org.interphase.model.Raster;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.OtherScale;
import org.interphase.model.figure.Overlay;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Unit;

/** Plain views of the five shapes, for kinds of data no technique draws itself. */
public final class DefaultViews {

    private static final double RESIDUAL_WEIGHT = 0.25;
    private static final double EXTRA_WEIGHT = 0.5;
    private static final int MAX_PANELS = 6;
    private static final int MAX_POINTS = 400;

    private DefaultViews() {
    }

    /** Figures of a dataset with overlays, the main one first. */
    public static List<Figure> figures(Dataset dataset, List<Overlay> overlays) {
        return switch (dataset) {
            case Curve c -> List.of(curve(c, overlays));
            case Raster r -> List.of(raster(r, overlays));
            case CurveStack s -> StackViews.figures(s, overlays);
            case Table t -> List.of(table(t, overlays));
            case Series s -> series(s, overlays);
        };
    }

    private static Figure curve(Curve c, List<Overlay> overlays) {
        AxisSpec x = axis(c);
        boolean fitted = overlays.stream().anyMatch(o -> o.panel().equals(Panel.RESIDUAL));
        Style style = fitted && c.points() <= MAX_POINTS ? Style.points(Colour.DATA, Style.Symbol.DOT, 2.5)
                : Style.line(Colour.DATA, 1);
        double[] xs = c.axis().values();
        double[] ys = c.signal().values();
        Layer data = style.symbol() == Style.Symbol.NONE ? new Layer.Line(c.name(), xs, ys, style)
                : new Layer.Points(c.name(), xs, ys, null, style);
        Panel main = Panel.of(Panel.MAIN, x, AxisSpec.of(c.signal().quantity(), c.signal().unit()), List.of(data));
        return compose("curve", c.name(), main, overlays);
    }

    private static AxisSpec axis(Curve c) {
        AxisSpec x = AxisSpec.of(c.axis());
        return c.product(OtherScale.class).map(x::withOther).orElse(x);
    }

    /** A main panel with overlays, and the panels below it that overlays ask for. */
    static Figure compose(String id, String title, Panel main, List<Overlay> overlays) {
        List<Layer> behind = new ArrayList<>();
        List<Layer> front = new ArrayList<>();
        Map<String, List<Layer>> below = new LinkedHashMap<>();
        for (Overlay o : overlays) {
            if (!o.panel().equals(Panel.MAIN)) {
                below.computeIfAbsent(o.panel(), p -> new ArrayList<>()).add(o.layer());
            } else if (o.layer() instanceof Layer.Band || o.layer() instanceof Layer.Span) {
                // fills behind the data, so that no point is hidden
                behind.add(o.layer());
            } else {
                front.add(o.layer());
            }
        }
        behind.addAll(main.layers());
        behind.addAll(front);
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel(main.id(), main.x(), main.y(), behind, main.weight(), main.equalScale(), main.legend()));
        below.forEach((panel, layers) -> {
            boolean residual = panel.equals(Panel.RESIDUAL);
            AxisSpec y = AxisSpec.of(residual ? "Residual / \u03c3" : panel, Unit.ONE);
            panels.add(Panel.of(panel, main.x(), y, layers).weight(residual ? RESIDUAL_WEIGHT : EXTRA_WEIGHT)
                    .noLegend());
        });
        return new Figure(id, title, "", panels, panels.size() > 1);
    }

    private static Figure raster(Raster r, List<Overlay> overlays) {
        double right = r.width() * r.calibration().pixelWidth();
        double bottom = r.height() * r.calibration().pixelHeight();
        Layer picture = new Layer.Picture("", r, Layer.ColourMap.GREY, Double.NaN, Double.NaN, 0, 0, right, bottom,
                Style.fill(Colour.DATA, 1));
        Unit unit = r.calibration().unit();
        Panel main = Panel.of(Panel.MAIN, AxisSpec.of("x", unit).range(0, right),
                AxisSpec.of("y", unit).range(0, bottom).directed(Direction.DESCENDING), List.of(picture))
                .equalScales();
        return compose("picture", r.name(), main, overlays);
    }

    private static Figure table(Table t, List<Overlay> overlays) {
        Column x = t.columns().get(0);
        Map<Unit, List<Column>> byUnit = new LinkedHashMap<>();
        t.columns().stream().skip(t.columns().size() > 1 ? 1 : 0)
                .forEach(c -> byUnit.computeIfAbsent(c.unit(), u -> new ArrayList<>()).add(c));
        List<Panel> panels = new ArrayList<>();
        for (List<Column> columns : byUnit.values()) {
            if (panels.size() == MAX_PANELS) {
                break;
            }
            List<Layer> layers = new ArrayList<>();
            for (Column c : columns) {
                Colour colour = columns.size() == 1 ? Colour.DATA : Colour.component(layers.size());
                layers.add(t.rows() <= MAX_POINTS
                        ? new Layer.Points(c.name(), x.values(), c.values(), null,
                                Style.points(colour, Style.Symbol.DOT, 3))
                        : new Layer.Line(c.name(), x.values(), c.values(), Style.line(colour, 1)));
            }
            String quantity = columns.size() == 1 ? columns.get(0).name() : columns.get(0).name() + ", ...";
            Panel panel = Panel.of(panels.isEmpty() ? Panel.MAIN : "panel " + panels.size(),
                    AxisSpec.of(x.name(), x.unit()), AxisSpec.of(quantity, columns.get(0).unit()), layers);
            panels.add(columns.size() == 1 ? panel.noLegend() : panel);
        }
        Figure first = compose("table", t.name(), panels.get(0), overlays);
        List<Panel> all = new ArrayList<>(first.panels());
        all.addAll(panels.subList(1, panels.size()));
        return new Figure("table", t.name(), "", all, all.size() > 1);
    }

    private static List<Figure> series(Series s, List<Overlay> overlays) {
        List<Dataset> members = s.members();
        if (members.stream().allMatch(m -> m instanceof Curve c && overlayable(c, (Curve) members.get(0)))) {
            Curve first = (Curve) members.get(0);
            boolean relative = !members.stream().allMatch(m -> ((Curve) m).signal().unit().equals(
                    first.signal().unit()));
            List<Layer> layers = new ArrayList<>();
            for (Dataset m : members) {
                Curve c = (Curve) m;
                layers.add(new Layer.Line(c.name(), c.axis().values(), relative ? relative(c.signal().values())
                        : c.signal().values(), Style.line(Colour.sample(layers.size()), 1)));
            }
            Panel main = Panel.of(Panel.MAIN, AxisSpec.of(first.axis()), relative
                    ? AxisSpec.of("Relative " + first.signal().quantity().toLowerCase(java.util.Locale.ROOT), Unit.ONE)
                    : AxisSpec.of(first.signal().quantity(), first.signal().unit()), layers);
            return List.of(compose("series", s.name(), main, overlays));
        }
        List<Figure> all = new ArrayList<>();
        for (Dataset m : members) {
            for (Figure f : figures(m, all.isEmpty() ? overlays : List.of())) {
                all.add(new Figure((all.size() + 1) + "-" + f.id(), m.name(), f.caption(), f.panels(), f.sharedX()));
            }
        }
        return all;
    }

    private static boolean overlayable(Curve a, Curve b) {
        return a.axis().unit().equals(b.axis().unit()) && (a.signal().unit().equals(b.signal().unit())
                || a.kind().id().equals(b.kind().id()));
    }

    /** From 0 at the smallest to 1 at the largest value: signals in units that cannot be compared. */
    private static double[] relative(double[] values) {
        double low = java.util.Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
        double high = java.util.Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
        double span = high > low ? high - low : 1;
        return java.util.Arrays.stream(values).map(v -> (v - low) / span).toArray();
    }
}
