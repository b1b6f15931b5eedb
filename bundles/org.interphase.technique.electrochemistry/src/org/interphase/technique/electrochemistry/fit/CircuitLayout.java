package org.interphase.technique.electrochemistry.fit;

import java.util.ArrayList;
import java.util.List;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.CircuitNode;
import org.interphase.technique.electrochemistry.circuit.ElementParameter.Role;
import org.interphase.technique.electrochemistry.circuit.ElementParameter;

/**
 * What the parts of a circuit mean for a Nyquist plot: which are ohmic, inductive, arcs or low-frequency tails. Start
 * values follow from it.
 */
public final class CircuitLayout {

    /** What a part in series at the top looks like in a Nyquist plot. */
    public enum Kind {
        /** A shift along the real axis. */
        OHMIC,
        /** A vertical line below the real axis at high frequency. */
        INDUCTIVE,
        /** An arc. */
        ARC,
        /** A rising line at low frequency. */
        TAIL
    }

    /**
     * A part in series at the top.
     *
     * @param node its tree
     * @param kind what it looks like
     * @param exponent of an arc, its flatness; of a tail, the exponent of 1/(jω)^exponent, 0 if a constant phase
     *     element leaves it open
     */
    public record Block(CircuitNode node, Kind kind, double exponent) {
    }

    /** Flatness assumed for arcs with a constant phase element. */
    static final double DEPRESSED = 0.85;

    private final List<Block> blocks = new ArrayList<>();
    private final boolean diffusionInArc;

    public CircuitLayout(Circuit circuit) {
        boolean diffusion = false;
        for (CircuitNode node : circuit.blocks()) {
            Block block = classify(node);
            blocks.add(block);
            diffusion |= block.kind == Kind.ARC && blocks(node);
        }
        diffusionInArc = diffusion;
    }

    public List<Block> blocks() {
        return blocks;
    }

    public List<Block> arcs() {
        return blocks.stream().filter(b -> b.kind == Kind.ARC).toList();
    }

    boolean has(Kind kind) {
        return blocks.stream().anyMatch(b -> b.kind == kind);
    }

    /** Whether a diffusion element inside an arc makes the spectrum rise at low frequency. */
    boolean diffusionInArc() {
        return diffusionInArc;
    }

    private static Block classify(CircuitNode node) {
        return switch (node) {
            case CircuitNode.Leaf leaf -> leaf(leaf);
            case CircuitNode.InSeries s -> new Block(node, Kind.ARC, 1);
            case CircuitNode.InParallel p -> new Block(node, conducts(p) || blocks(p) ? Kind.ARC : Kind.TAIL,
                    flatness(p));
        };
    }

    private static Block leaf(CircuitNode.Leaf leaf) {
        List<ElementParameter> parameters = leaf.element().parameters();
        Role first = parameters.get(0).role();
        if (parameters.size() == 1) {
            return switch (first) {
                case RESISTANCE -> new Block(leaf, Kind.OHMIC, 0);
                case INDUCTANCE -> new Block(leaf, Kind.INDUCTIVE, 0);
                case DIFFUSION -> new Block(leaf, Kind.TAIL, 0.5);
                default -> new Block(leaf, Kind.TAIL, 1);
            };
        }
        if (first == Role.ADMITTANCE) {
            return new Block(leaf, Kind.TAIL, 0);
        }
        return rises(leaf) ? new Block(leaf, Kind.TAIL, 0.5)
                : new Block(leaf, Kind.ARC, parameters.size() > 2 ? DEPRESSED : 1);
    }

    /** Whether |Z| of an element keeps growing towards low frequency. */
    private static boolean rises(CircuitNode.Leaf leaf) {
        String symbol = leaf.element().symbol();
        return symbol.equals("Wo") || symbol.equals("TLMQ");
    }

    private static boolean conducts(CircuitNode node) {
        return switch (node) {
            case CircuitNode.Leaf leaf -> leaf.element().parameters().get(0).role() == Role.RESISTANCE
                    && !rises(leaf);
            case CircuitNode.InSeries s -> s.children().stream().allMatch(CircuitLayout::conducts);
            case CircuitNode.InParallel p -> p.children().stream().anyMatch(CircuitLayout::conducts);
        };
    }

    /** Whether a conducting branch ends in a diffusion element without direct-current path. */
    private static boolean blocks(CircuitNode node) {
        return switch (node) {
            case CircuitNode.Leaf leaf -> leaf.element().parameters().get(0).role() == Role.DIFFUSION || rises(leaf);
            case CircuitNode.InSeries s -> s.children().stream().anyMatch(CircuitLayout::blocks);
            case CircuitNode.InParallel p -> p.children().stream().anyMatch(CircuitLayout::blocks);
        };
    }

    private static double flatness(CircuitNode node) {
        boolean[] depressed = new boolean[1];
        node.forEachLeaf(l -> depressed[0] |= l.element().parameters().get(0).role() == Role.ADMITTANCE);
        return depressed[0] ? DEPRESSED : 1;
    }
}
