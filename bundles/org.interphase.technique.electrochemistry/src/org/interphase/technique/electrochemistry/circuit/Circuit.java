package org.interphase.technique.electrochemistry.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interphase.api.parameters.Constrained;

/** An equivalent circuit: a tree of elements, and its parameters in the order in which the elements appear. */
public final class Circuit {

    private final CircuitNode root;
    private final List<CircuitNode.Leaf> leaves;
    private final List<Parameter> parameters;
    private final Map<String, Constrained> presets;

    /**
     * A parameter of the circuit.
     *
     * @param leaf the element it belongs to
     * @param index its number within the element
     * @param definition what it is
     * @param name name as analysts write it: the element's label, and for elements of several parameters the label
     *     with the number behind it ("CPE1_0", "CPE1_1")
     */
    public record Parameter(CircuitNode.Leaf leaf, int index, ElementParameter definition, String name) {
    }

    /** A circuit of a tree, for example one part of a larger circuit. */
    public static Circuit of(CircuitNode root) {
        return new Circuit(root, Map.of());
    }

    Circuit(CircuitNode root, Map<String, Constrained> presets) {
        this.root = Objects.requireNonNull(root, "root");
        List<CircuitNode.Leaf> found = new ArrayList<>();
        root.forEachLeaf(found::add);
        leaves = List.copyOf(found);
        List<Parameter> all = new ArrayList<>();
        for (CircuitNode.Leaf leaf : leaves) {
            List<ElementParameter> own = leaf.element().parameters();
            for (int i = 0; i < own.size(); i++) {
                all.add(new Parameter(leaf, i, own.get(i), name(leaf.label(), i, own.size())));
            }
        }
        parameters = List.copyOf(all);
        this.presets = Map.copyOf(presets);
    }

    /** Name of a parameter of an element that has {@code count}. */
    static String name(String label, int index, int count) {
        return count == 1 ? label : label + "_" + index;
    }

    /** Start values and bounds that the circuit string stated in braces, by the parameter's name. */
    public Map<String, Constrained> presets() {
        return presets;
    }

    /** The tree. */
    public CircuitNode root() {
        return root;
    }

    /** The elements from left to right. */
    public List<CircuitNode.Leaf> leaves() {
        return leaves;
    }

    /** The parameters, element by element. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** Number of a parameter by its name, or -1. */
    public int indexOf(String name) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The parts that are in series at the top. */
    public List<CircuitNode> blocks() {
        return root instanceof CircuitNode.InSeries s ? s.children() : List.of(root);
    }

    /** The circuit with dashes for series and p(...) for parallel: {@code R0-p(R1,CPE1)}. */
    public String dashed() {
        StringBuilder out = new StringBuilder();
        dashed(root, out);
        return out.toString();
    }

    private static void dashed(CircuitNode node, StringBuilder out) {
        switch (node) {
            case CircuitNode.Leaf leaf -> out.append(leaf.label());
            case CircuitNode.InSeries s -> join(s.children(), "-", out);
            case CircuitNode.InParallel p -> {
                out.append("p(");
                join(p.children(), ",", out);
                out.append(')');
            }
        }
    }

    private static void join(List<CircuitNode> children, String separator, StringBuilder out) {
        for (int i = 0; i < children.size(); i++) {
            if (i > 0) {
                out.append(separator);
            }
            dashed(children.get(i), out);
        }
    }

    /**
     * The circuit description code: {@code R(RQ)}. Elements carry no numbers; those with a one-letter alias (Q, T, O)
     * are written with it.
     */
    public String description() {
        StringBuilder out = new StringBuilder();
        blocks().forEach(b -> describe(b, false, out));
        return out.toString();
    }

    private static void describe(CircuitNode node, boolean withinParallel, StringBuilder out) {
        switch (node) {
            case CircuitNode.Leaf leaf -> out.append(leaf.element().aliases().stream().filter(a -> a.length() == 1)
                    .findFirst().orElse(leaf.element().symbol()));
            case CircuitNode.InSeries s -> {
                out.append(withinParallel ? "[" : "");
                s.children().forEach(c -> describe(c, false, out));
                out.append(withinParallel ? "]" : "");
            }
            case CircuitNode.InParallel p -> {
                out.append('(');
                p.children().forEach(c -> describe(c, true, out));
                out.append(')');
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Circuit c && c.dashed().equals(dashed());
    }

    @Override
    public int hashCode() {
        return dashed().hashCode();
    }

    @Override
    public String toString() {
        return dashed();
    }
}
