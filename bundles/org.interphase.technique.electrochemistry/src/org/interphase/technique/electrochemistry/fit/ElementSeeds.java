package org.interphase.technique.electrochemistry.fit;

import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.CircuitNode;
import org.interphase.technique.electrochemistry.circuit.ElementParameter;

/** Turns the size and time constant of an arc or tail into values of the elements that make it. */
final class ElementSeeds {

    private final Circuit circuit;
    private final double[] p;

    ElementSeeds(Circuit circuit, double[] p) {
        this.circuit = circuit;
        this.p = p;
    }

    /**
     * Sets the parameters below a node.
     *
     * @param node part of the circuit
     * @param r resistance it should have, ohm
     * @param tau its time constant, s
     * @param alpha exponent of its constant phase elements
     * @param tail coefficient c of a diffusion tail c (jω)^-1/2; not positive if none was found
     */
    void set(CircuitNode node, double r, double tau, double alpha, double tail) {
        switch (node) {
            case CircuitNode.Leaf leaf -> leaf(leaf, r, tau, alpha, tail);
            case CircuitNode.InParallel g -> {
                int conducting = 0;
                for (CircuitNode child : g.children()) {
                    // further conducting branches take part in the current only a little
                    set(child, isStorage(child) ? r : r * (1 + 3 * conducting++), tau, alpha, tail);
                }
            }
            case CircuitNode.InSeries s -> {
                double share = r;
                double time = tau;
                for (CircuitNode child : s.children()) {
                    set(child, share, time, alpha, tail);
                    if (child instanceof CircuitNode.InParallel) {
                        time *= 8;
                        share *= 0.6;
                    }
                }
            }
        }
    }

    private static boolean isStorage(CircuitNode node) {
        if (!(node instanceof CircuitNode.Leaf leaf)) {
            return false;
        }
        return switch (leaf.element().parameters().get(0).role()) {
            case CAPACITANCE, ADMITTANCE, INDUCTANCE -> true;
            default -> false;
        };
    }

    private void leaf(CircuitNode.Leaf leaf, double r, double tau, double alpha, double tail) {
        int first = circuit.indexOf(leaf.element().parameters().size() == 1 ? leaf.label() : leaf.label() + "_0");
        boolean diffusion = leaf.element().isDiffusive();
        for (int i = 0; i < leaf.element().parameters().size(); i++) {
            ElementParameter q = leaf.element().parameters().get(i);
            p[first + i] = switch (q.role()) {
                case RESISTANCE -> diffusion && tail > 0 ? tail * Math.sqrt(30 * tau) : r;
                case CAPACITANCE -> tau / r;
                case INDUCTANCE -> tau * r;
                case ADMITTANCE -> Math.pow(tau, alpha) / r;
                case DIFFUSION -> tail > 0 ? tail / Math.sqrt(2) : 0.3 * r / Math.sqrt(tau);
                case TIME -> diffusion ? 30 * tau : tau;
                case EXPONENT -> alpha >= 1 ? 0.98 : alpha;
            };
        }
    }
}
