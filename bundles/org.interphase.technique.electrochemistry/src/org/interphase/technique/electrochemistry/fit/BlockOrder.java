package org.interphase.technique.electrochemistry.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.numerics.fit.ParameterSpace;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.CircuitNode;
import org.interphase.technique.electrochemistry.circuit.Frequencies;

/**
 * Puts equal parts of a circuit in series into one order, the fastest first, so that arcs do not swap names between
 * spectra. Exchanging equal parts changes neither the impedance nor the sum of squares. Parts with a bounded, held or
 * tied parameter stay where the analyst put them.
 */
final class BlockOrder {

    private BlockOrder() {
    }

    private record Part(int first, int count, double time) {
    }

    /** The same values with equal parts in order of their time constants. */
    static double[] sorted(Circuit circuit, ParameterSpace space, double[] p) {
        Map<String, List<Part>> groups = new LinkedHashMap<>();
        int first = 0;
        for (CircuitNode block : circuit.blocks()) {
            Circuit part = Circuit.of(block);
            int count = part.parameters().size();
            if (!(block instanceof CircuitNode.Leaf) && isDefault(circuit, space, first, count)) {
                double[] own = Arrays.copyOfRange(p, first, first + count);
                groups.computeIfAbsent(part.description(), k -> new ArrayList<>())
                        .add(new Part(first, count, timeConstant(part, own)));
            }
            first += count;
        }
        double[] out = p.clone();
        for (List<Part> group : groups.values()) {
            List<Part> ordered = group.stream().sorted(Comparator.comparingDouble(Part::time)).toList();
            for (int i = 0; i < group.size(); i++) {
                System.arraycopy(p, ordered.get(i).first, out, group.get(i).first, group.get(i).count);
            }
        }
        return out;
    }

    private static boolean isDefault(Circuit circuit, ParameterSpace space, int first, int count) {
        ParameterSpace plain = ParameterTable.free(circuit);
        for (int i = first; i < first + count; i++) {
            if (space.isFixed(i) || space.source(i) >= 0) {
                return false;
            }
            for (int t = 0; t < space.all(); t++) {
                if (space.source(t) == i) {
                    return false;
                }
            }
        }
        for (int k = 0; k < space.size(); k++) {
            int i = space.parameter(k);
            if (i >= first && i < first + count
                    && (space.lower(k) != plain.lower(i) || space.upper(k) != plain.upper(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the arcs of a circuit, from left to right, get slower and slower. */
    static boolean inOrder(Circuit circuit, double[] p) {
        double last = 0;
        for (CircuitLayout.Block arc : new CircuitLayout(circuit).arcs()) {
            Circuit part = Circuit.of(arc.node());
            double time = timeConstant(part, part.parameters().stream().mapToDouble(
                    q -> p[circuit.indexOf(q.name())]).toArray());
            if (time < last) {
                return false;
            }
            last = time;
        }
        return true;
    }

    /**
     * Time constant of a part: 1/ω where -Im Z is largest between 1e-8 and 1e8 Hz, with its diffusion elements short
     * circuited.
     */
    static double timeConstant(Circuit part, double[] values) {
        double[] p = values.clone();
        for (int i = 0; i < p.length; i++) {
            Circuit.Parameter q = part.parameters().get(i);
            if (q.index() == 0 && q.leaf().element().isDiffusive()) {
                p[i] *= 1e-12;
            }
        }
        double[] hertz = new double[161];
        for (int i = 0; i < hertz.length; i++) {
            hertz[i] = Math.pow(10, 8 - i * 0.1);
        }
        CompiledCircuit compiled = new CompiledCircuit(part, Frequencies.ofHertz(hertz));
        compiled.evaluate(p, false);
        int best = 0;
        for (int i = 1; i < hertz.length; i++) {
            best = compiled.im()[i] < compiled.im()[best] ? i : best;
        }
        return 1 / (2 * Math.PI * hertz[best]);
    }
}
