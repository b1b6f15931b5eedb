package org.interphase.technique.electrochemistry.circuit;

import java.util.List;
import java.util.function.Consumer;

/** A node of a circuit tree. Nodes compare by identity of structure; labels are unique within a circuit. */
public sealed interface CircuitNode {

    /**
     * An element.
     *
     * @param element its kind
     * @param label its name in the circuit, for example "R0" or "R_ct"
     */
    record Leaf(CircuitElement element, String label) implements CircuitNode {
    }

    /** Nodes one after another: impedances add. */
    record InSeries(List<CircuitNode> children) implements CircuitNode {
        /** Copies the list. */
        public InSeries {
            children = List.copyOf(children);
        }
    }

    /** Nodes side by side: admittances add. */
    record InParallel(List<CircuitNode> children) implements CircuitNode {
        /** Copies the list. */
        public InParallel {
            children = List.copyOf(children);
        }
    }

    /** Calls a consumer with each element, from left to right. */
    default void forEachLeaf(Consumer<Leaf> consumer) {
        switch (this) {
            case Leaf leaf -> consumer.accept(leaf);
            case InSeries s -> s.children.forEach(c -> c.forEachLeaf(consumer));
            case InParallel p -> p.children.forEach(c -> c.forEachLeaf(consumer));
        }
    }
}
