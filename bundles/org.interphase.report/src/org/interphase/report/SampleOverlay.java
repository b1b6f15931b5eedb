package org.interphase.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Unit;

/**
 * The same figure of several samples drawn as one, each sample in its colour: spectra over an energy or a wavenumber
 * above each other, all others in common axes.
 */
final class SampleOverlay {

    /** More samples than this are told apart by no colour. */
    static final int MOST = 8;

    private static final Unit ENERGY = Unit.of("eV");
    private static final Unit WAVENUMBER = Unit.of("cm-1");
    private static final int MOST_KINDS = 2;
    private static final double GAP = 0.12;
    /** Where names of spectra stand, as a part of the axis from its end, and how far they reach. */
    private static final double NEAR = 0.1;

    private final List<Figure> figures;
    private final List<String> names;
    private final List<Colour> colours;
    private final boolean stacked;
    private final Optional<AnalysedPart> part;

    private SampleOverlay(List<Figure> figures, List<String> names, List<Colour> colours) {
        this.stacked = isSpectrum(figures.get(0).panels().get(0).x());
        this.part = stacked ? AnalysedPart.of(figures) : Optional.empty();
        this.figures = part.map(p -> figures.stream().map(p::of).toList()).orElse(figures);
        this.names = names;
        this.colours = colours;
    }

    /**
     * One figure of all, or none where they have other axes, pictures, or more curves a sample than can be told apart.
     *
     * @param figures one for each sample
     * @param names the samples' names
     * @param colours the samples' colours
     */
    static Optional<Figure> of(List<Figure> figures, List<String> names, List<Colour> colours) {
        if (figures.size() < 2 || figures.size() > MOST || Set.copyOf(names).size() < names.size()) {
            return Optional.empty();
        }
        SampleOverlay overlay = new SampleOverlay(figures, names, colours);
        return overlay.isPossible() ? Optional.of(overlay.figure()) : Optional.empty();
    }

    /** Whether curves over such an axis are drawn above each other rather than over each other. */
    static boolean isSpectrum(AxisSpec x) {
        return !x.logarithmic() && (x.unit().isCompatible(ENERGY) || x.unit().isCompatible(WAVENUMBER));
    }

    private boolean isPossible() {
        for (Figure f : figures) {
            if (f.panels().stream().map(Panel::id).distinct().count() < f.panels().size()) {
                return false;
            }
            for (Panel p : f.panels()) {
                Panel other = panel(longest(), p.id()).orElse(null);
                boolean drawn = p.x().visible() || p.y().visible();
                if (other == null || !drawn || !alike(p.x(), other.x()) || !alike(p.y(), other.y())
                        || !stacked && kinds(p).size() > MOST_KINDS
                        || p.layers().stream().anyMatch(SampleOverlay::standsAlone)) {
                    return false;
                }
            }
        }
        return !(stacked && longest().panels().get(0).y().logarithmic());
    }

    private static boolean standsAlone(Layer layer) {
        return layer instanceof Layer.Picture || layer instanceof Layer.Bars || layer instanceof Layer.Outline;
    }

    private static boolean alike(AxisSpec a, AxisSpec b) {
        return a.quantity().equals(b.quantity()) && a.unit().equals(b.unit()) && a.direction() == b.direction()
                && a.logarithmic() == b.logarithmic() && a.visible() == b.visible();
    }

    private static Optional<Panel> panel(Figure figure, String id) {
        return figure.panels().stream().filter(p -> p.id().equals(id)).findFirst();
    }

    private Figure longest() {
        return figures.stream().reduce((a, b) -> b.panels().size() > a.panels().size() ? b : a).orElseThrow();
    }

    /** What is drawn in a panel beside models and guides: names of curves in the legend. */
    private static Set<String> kinds(Panel panel) {
        Set<String> out = new LinkedHashSet<>();
        parts(panel).stream().filter(SampleOverlay::isCurve)
                .filter(l -> !l.label().isEmpty() && isMeasured(l)).forEach(l -> out.add(l.label()));
        return out;
    }

    /** What of a panel is drawn: beside measured data, the parts of a model only crowd. */
    private static List<Layer> parts(Panel panel) {
        boolean data = panel.layers().stream().anyMatch(l -> isCurve(l)
                && l.style().colour().role() == Colour.Role.DATA);
        return panel.layers().stream().filter(l -> !(data && l.style().colour().role() == Colour.Role.COMPONENT))
                .toList();
    }

    private static boolean isMeasured(Layer layer) {
        return switch (layer.style().colour().role()) {
            case MODEL, MUTED, BACKGROUND, RESIDUAL, HIGHLIGHT -> false;
            default -> true;
        };
    }

    private Figure figure() {
        Figure frame = longest();
        List<Panel> panels = new ArrayList<>();
        for (Panel p : frame.panels()) {
            panels.add(stacked ? stack(p) : together(p, panels.isEmpty()));
        }
        return new Figure(frame.id(), frame.title(), frame.caption() + note(frame), panels, frame.sharedX());
    }

    private String note(Figure frame) {
        List<String> kinds = List.copyOf(kinds(frame.panels().get(0)));
        if (stacked) {
            return " Shifted upwards sample by sample." + (part.isEmpty() ? ""
                    : " The part that was analysed is shown.");
        }
        return kinds.size() < 2 ? "" : " Filled or solid: " + kinds.get(0) + "; open or dashed: " + kinds.get(1) + ".";
    }

    private Panel together(Panel frame, boolean named) {
        List<Layer> layers = new ArrayList<>();
        List<String> kinds = List.copyOf(kinds(frame));
        for (int i = 0; i < figures.size(); i++) {
            Optional<Panel> panel = panel(figures.get(i), frame.id());
            String name = names.get(i);
            for (Layer l : panel.map(SampleOverlay::parts).orElse(List.of())) {
                boolean once = l instanceof Layer.Labels || l instanceof Layer.Span
                        || l.style().colour().role() == Colour.Role.MUTED;
                boolean places = l instanceof Layer.Labels && frame.equalScale();
                if (once && i > 0 || places) {
                    // frequencies along one curve say nothing of the others, and there are many
                    continue;
                }
                Style style = once ? l.style() : l.style().withColour(colours.get(i));
                boolean second = kinds.size() > 1 && l.label().equals(kinds.get(1));
                layers.add(restyled(l, !once && named && isCurve(l) ? name : "", second ? other(style) : style));
                name = !once && isCurve(l) ? "" : name;
            }
        }
        return new Panel(frame.id(), united(frame, true), united(frame, false), layers, frame.weight(),
                frame.equalScale(), named && longest().panels().size() == 1);
    }

    private static boolean isCurve(Layer layer) {
        return layer instanceof Layer.Points || layer instanceof Layer.Line;
    }

    private static Style other(Style s) {
        return new Style(s.colour(), s.width(), Style.Dash.DASHED,
                s.symbol() == Style.Symbol.DOT ? Style.Symbol.CIRCLE : s.symbol(), s.opacity());
    }

    private AxisSpec united(Panel frame, boolean x) {
        AxisSpec axis = x ? frame.x() : frame.y();
        double min = axis.min();
        double max = axis.max();
        for (Figure f : figures) {
            AxisSpec a = panel(f, frame.id()).map(p -> x ? p.x() : p.y()).orElse(axis);
            // one that follows its data lets all follow theirs
            min = Math.min(min, a.min());
            max = Math.max(max, a.max());
        }
        return axis.range(min, max);
    }

    private Panel stack(Panel frame) {
        List<Layer> layers = new ArrayList<>();
        List<Layer.Text> who = new ArrayList<>();
        double[] x = span(frame);
        double start = quietEnd(frame, x);
        double top = Double.NaN;
        double gap = GAP * widest(frame);
        for (int i = 0; i < figures.size(); i++) {
            Optional<Panel> panel = panel(figures.get(i), frame.id());
            if (panel.isEmpty()) {
                continue;
            }
            double[] y = heights(panel.get());
            double shift = Double.isNaN(top) ? 0 : top + gap - y[0];
            top = y[1] + shift;
            for (Layer l : panel.get().layers()) {
                if (l.style().colour().role() == Colour.Role.MUTED && i > 0 && l instanceof Layer.Span) {
                    continue;
                }
                boolean data = l.style().colour().role() == Colour.Role.DATA
                        || l.style().colour().role() == Colour.Role.RESIDUAL;
                layers.add(shifted(restyled(l, "", data ? l.style().withColour(colours.get(i)) : l.style()), shift));
            }
            double above = range(panel.get(), start, NEAR * (x[1] - x[0]), y)[1];
            who.add(new Layer.Text(start, shift + above, names.get(i), "", colours.get(i)));
        }
        if (frame == longest().panels().get(0)) {
            layers.add(new Layer.Labels("", who, Style.line(Colour.DATA, 1)));
        }
        AxisSpec y = frame.y();
        return new Panel(frame.id(), united(frame, true), AxisSpec.of(y.quantity(), y.unit()), namedOnce(layers),
                frame.weight(), false, false);
    }

    /** A component that several samples have is named once, at the highest; its places are numbers of the tables. */
    private static List<Layer> namedOnce(List<Layer> layers) {
        List<Layer.Text> texts = layers.stream().filter(Layer.Labels.class::isInstance)
                .flatMap(l -> ((Layer.Labels) l).texts().stream()).filter(t -> !t.component().isEmpty()).toList();
        Map<String, Layer.Text> last = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (Layer.Text t : texts) {
            if (last.put(t.component(), t) != null) {
                several.add(t.component());
            }
        }
        return layers.stream().map(l -> l instanceof Layer.Labels of ? (Layer) new Layer.Labels(of.label(),
                of.texts().stream().filter(t -> t.component().isEmpty() || last.get(t.component()) == t)
                        .map(t -> several.contains(t.component()) ? new Layer.Text(t.x(), t.y(), t.component(),
                                t.hint(), t.colour(), t.component()) : t).toList(),
                of.style(), of.component()) : l).toList();
    }

    /** Near that end of the axis at which the curves change less, so that names there are near their curves. */
    private double quietEnd(Panel frame, double[] x) {
        double width = x[1] - x[0];
        double[] ends = {x[0] + NEAR * width, x[1] - NEAR * width};
        double[] change = new double[2];
        for (Figure f : figures) {
            for (int end = 0; end < 2; end++) {
                double at = ends[end];
                change[end] += panel(f, frame.id()).map(p -> {
                    double[] y = range(p, at, NEAR * width, new double[] {0, 0});
                    double[] all = heights(p);
                    return (y[1] - y[0]) / Math.max(all[1] - all[0], Double.MIN_NORMAL);
                }).orElse(0.0);
            }
        }
        return change[0] <= change[1] ? ends[0] : ends[1];
    }

    /** Lowest and highest point of the curves near a place, else those given. */
    private static double[] range(Panel panel, double at, double reach, double[] none) {
        double[] out = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Layer l : panel.layers()) {
            double[] x = l instanceof Layer.Line m ? m.x() : l instanceof Layer.Points m ? m.x() : new double[0];
            double[] y = l instanceof Layer.Line m ? m.y() : l instanceof Layer.Points m ? m.y() : new double[0];
            for (int i = 0; i < x.length; i++) {
                if (Math.abs(x[i] - at) < reach) {
                    extend(out, new double[] {y[i]});
                }
            }
        }
        return out[0] <= out[1] ? out : none;
    }

    private double widest(Panel frame) {
        double out = 0;
        for (Figure f : figures) {
            double[] y = panel(f, frame.id()).map(SampleOverlay::heights).orElse(new double[] {0, 0});
            out = Math.max(out, y[1] - y[0]);
        }
        return out;
    }

    private double[] span(Panel frame) {
        double[] out = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Figure f : figures) {
            panel(f, frame.id()).ifPresent(p -> p.layers().forEach(l -> extend(out, switch (l) {
                case Layer.Line m -> m.x();
                case Layer.Points m -> m.x();
                default -> new double[0];
            })));
        }
        AxisSpec x = united(frame, true);
        return new double[] {Double.isNaN(x.min()) ? out[0] : x.min(), Double.isNaN(x.max()) ? out[1] : x.max()};
    }

    private static double[] heights(Panel panel) {
        double[] out = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Layer l : panel.layers()) {
            extend(out, switch (l) {
                case Layer.Line m -> m.y();
                case Layer.Points m -> m.y();
                default -> new double[0];
            });
        }
        return out[0] <= out[1] ? out : new double[] {0, 1};
    }

    private static void extend(double[] range, double[] values) {
        for (double v : values) {
            if (Double.isFinite(v)) {
                range[0] = Math.min(range[0], v);
                range[1] = Math.max(range[1], v);
            }
        }
    }

    private static Layer restyled(Layer layer, String label, Style style) {
        return switch (layer) {
            case Layer.Line l -> new Layer.Line(label, l.x(), l.y(), style, l.component());
            case Layer.Points l -> new Layer.Points(label, l.x(), l.y(), l.yError(), style, l.component());
            case Layer.Band l -> new Layer.Band(label, l.x(), l.lower(), l.upper(), style, l.component());
            case Layer.Guides l -> new Layer.Guides(label, l.vertical(), l.at(), style, l.component());
            case Layer.Span l -> new Layer.Span(label, l.from(), l.to(), style, l.component());
            case Layer.Labels l -> new Layer.Labels(label, l.texts(), style, l.component());
            case Layer.Bars l -> new Layer.Bars(label, l.edges(), l.heights(), style, l.component());
            case Layer.Outline l -> new Layer.Outline(label, l.x(), l.y(), l.closed(), style, l.component());
            case Layer.Picture l -> l;
        };
    }

    private static Layer shifted(Layer layer, double by) {
        return switch (layer) {
            case Layer.Line l -> new Layer.Line(l.label(), l.x(), moved(l.y(), by), l.style(), l.component());
            case Layer.Points l -> new Layer.Points(l.label(), l.x(), moved(l.y(), by), l.yError(), l.style(),
                    l.component());
            case Layer.Band l -> new Layer.Band(l.label(), l.x(), moved(l.lower(), by), moved(l.upper(), by),
                    l.style(), l.component());
            case Layer.Guides l -> l.vertical() ? l
                    : new Layer.Guides(l.label(), false, moved(l.at(), by), l.style(), l.component());
            case Layer.Labels l -> new Layer.Labels(l.label(), l.texts().stream().map(t -> new Layer.Text(t.x(),
                    t.y() + by, t.text(), t.hint(), t.colour(), t.component())).toList(), l.style(), l.component());
            default -> layer;
        };
    }

    private static double[] moved(double[] values, double by) {
        double[] out = values.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] += by;
        }
        return out;
    }
}
