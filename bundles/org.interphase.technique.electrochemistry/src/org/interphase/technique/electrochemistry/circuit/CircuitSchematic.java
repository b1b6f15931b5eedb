package org.interphase.technique.electrochemistry.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Unit;

/** Draws a circuit as a schematic: series from left to right, parallel branches above each other. */
public final class CircuitSchematic {

    private static final double ELEMENT = 2;
    private static final double ROW = 2.1;
    private static final double LEAD = 0.4;
    private static final Style WIRE = Style.line(Colour.DATA, 1.2);

    private final List<Layer> layers = new ArrayList<>();
    private final List<Layer.Text> texts = new ArrayList<>();
    private final Map<String, String> values;

    private record Size(double width, double height) {
    }

    private CircuitSchematic(Map<String, String> values) {
        this.values = values;
    }

    /** The schematic with the elements' names. */
    public static Figure draw(Circuit circuit) {
        return draw(circuit, Map.of());
    }

    /**
     * The schematic with names and values.
     *
     * @param values text shown on hover for an element's label, for example "29.1 Ω"
     */
    public static Figure draw(Circuit circuit, Map<String, String> values) {
        CircuitSchematic s = new CircuitSchematic(values);
        Size size = size(circuit.root());
        s.wire(-LEAD, 0, 0, 0);
        s.node(circuit.root(), 0, 0);
        s.wire(size.width, 0, size.width + LEAD, 0);
        s.layers.add(new Layer.Labels("", s.texts, Style.line(Colour.DATA, 9)));
        double half = Math.max(size.height / 2, 1) + 0.3;
        AxisSpec x = AxisSpec.of("", Unit.ONE).range(-LEAD - 0.3, size.width + LEAD + 0.3).hidden();
        AxisSpec y = AxisSpec.of("", Unit.ONE).range(-half, half).hidden();
        return Figure.of("circuit", "Circuit", "Equivalent circuit " + circuit.dashed() + ".",
                Panel.of("circuit", x, y, s.layers).equalScales().noLegend());
    }

    private static Size size(CircuitNode node) {
        return switch (node) {
            case CircuitNode.Leaf leaf -> new Size(ELEMENT, ROW);
            case CircuitNode.InSeries s -> {
                double width = 0;
                double height = 0;
                for (CircuitNode c : s.children()) {
                    width += size(c).width;
                    height = Math.max(height, size(c).height);
                }
                yield new Size(width, height);
            }
            case CircuitNode.InParallel p -> {
                double width = 0;
                double height = 0;
                for (CircuitNode c : p.children()) {
                    width = Math.max(width, size(c).width);
                    height += size(c).height;
                }
                yield new Size(width + 2 * LEAD, height);
            }
        };
    }

    /** Draws a node whose left end lies at x, y. */
    private void node(CircuitNode node, double x, double y) {
        switch (node) {
            case CircuitNode.Leaf leaf -> leaf(leaf, x, y);
            case CircuitNode.InSeries s -> {
                double at = x;
                for (CircuitNode c : s.children()) {
                    node(c, at, y);
                    at += size(c).width;
                }
            }
            case CircuitNode.InParallel p -> parallel(p, x, y);
        }
    }

    private void parallel(CircuitNode.InParallel p, double x, double y) {
        Size whole = size(p);
        double left = x + LEAD;
        double right = x + whole.width - LEAD;
        double top = y + whole.height / 2;
        double first = Double.NaN;
        double last = y;
        for (CircuitNode child : p.children()) {
            Size own = size(child);
            double middle = top - own.height / 2;
            double start = left + (right - left - own.width) / 2;
            wire(left, middle, start, middle);
            node(child, start, middle);
            wire(start + own.width, middle, right, middle);
            first = Double.isNaN(first) ? middle : first;
            last = middle;
            top -= own.height;
        }
        wire(left, first, left, last);
        wire(right, first, right, last);
        wire(x, y, left, y);
        wire(right, y, x + whole.width, y);
    }

    private void leaf(CircuitNode.Leaf leaf, double x, double y) {
        double a = x + 0.5;
        double b = x + ELEMENT - 0.5;
        double middle = (a + b) / 2;
        switch (leaf.element().drawing()) {
            case RESISTOR -> box(x, y, a, b, 0.22);
            case CAPACITOR -> {
                plates(x, y, middle);
                line(new double[] {middle - 0.1, middle - 0.1}, new double[] {y - 0.4, y + 0.4});
                line(new double[] {middle + 0.1, middle + 0.1}, new double[] {y - 0.4, y + 0.4});
            }
            case CONSTANT_PHASE -> {
                plates(x, y, middle);
                line(new double[] {middle - 0.25, middle - 0.05, middle - 0.25}, new double[] {y - 0.4, y, y + 0.4});
                line(new double[] {middle - 0.02, middle + 0.18, middle - 0.02}, new double[] {y - 0.4, y, y + 0.4});
            }
            case INDUCTOR -> {
                wire(x, y, a, y);
                double[] xs = new double[49];
                double[] ys = new double[49];
                for (int i = 0; i < xs.length; i++) {
                    xs[i] = a + (b - a) * i / (xs.length - 1);
                    ys[i] = y + 0.25 * Math.abs(Math.sin(Math.PI * 4 * i / (xs.length - 1)));
                }
                line(xs, ys);
                wire(b, y, x + ELEMENT, y);
            }
            case BOX -> {
                box(x, y, a, b, 0.34);
                texts.add(new Layer.Text(middle, y, leaf.element().symbol(), "", Colour.DATA));
            }
        }
        String hint = values.getOrDefault(leaf.label(), leaf.element().title() + ", " + leaf.element().formula());
        texts.add(new Layer.Text(middle, y + 0.65, leaf.label(), hint, Colour.DATA));
    }

    private void plates(double x, double y, double middle) {
        wire(x, y, middle - 0.1, y);
        wire(middle + 0.1, y, x + ELEMENT, y);
    }

    private void box(double x, double y, double a, double b, double half) {
        wire(x, y, a, y);
        layers.add(new Layer.Outline("", new double[] {a, b, b, a}, new double[] {y - half, y - half, y + half,
            y + half}, true, WIRE));
        wire(b, y, x + ELEMENT, y);
    }

    private void wire(double x1, double y1, double x2, double y2) {
        if (x1 != x2 || y1 != y2) {
            line(new double[] {x1, x2}, new double[] {y1, y2});
        }
    }

    private void line(double[] x, double[] y) {
        layers.add(new Layer.Line("", x, y, WIRE));
    }
}
