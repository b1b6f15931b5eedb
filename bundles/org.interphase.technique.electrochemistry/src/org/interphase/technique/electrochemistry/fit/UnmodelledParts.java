package org.interphase.technique.electrochemistry.fit;

import java.util.ArrayList;
import java.util.List;
import org.interphase.numerics.verdict.Unmodelled;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.CircuitNode;
import org.interphase.technique.electrochemistry.circuit.ElementParameter;
import org.interphase.technique.electrochemistry.circuit.ElementParameter.Role;

/**
 * What every circuit leaves out and recorded spectra may hold: a step between two ranges of the instrument, arcs that
 * lean to one side (β of Havriliak and Negami, Polymer 8 (1967) 161, which is one in a circuit of resistors and
 * constant phase elements), and a constant phase where the circuit has a capacitor. The widths are what such
 * deviations usually have, not what anybody could have measured: they are the founders' choice.
 */
final class UnmodelledParts {

    /** Standard deviation of a step between two ranges, as a part of |Z|, and how often there is one. */
    private static final double STEP = 0.02;
    private static final double STEPS = 0.2;
    /** Points at either end within which no step is looked for. */
    private static final int FEWEST = 3;
    /** Places of a step that are tried, about. */
    private static final int DENSE = 30;
    /** The same of β, and of the exponent of an element that was taken for a capacitor. */
    private static final double LEAN = 0.2;
    private static final double LEANS = 0.2;
    private static final double FLATNESS = 0.1;
    private static final double FLAT = 0.4;

    private final CircuitFit fit;
    private final int n;
    private final List<Unmodelled.Shape> shapes = new ArrayList<>();

    private UnmodelledParts(CircuitFit fit) {
        this.fit = fit;
        this.n = fit.spectrum().size();
    }

    /** The shapes. */
    static List<Unmodelled.Shape> of(CircuitFit fit) {
        UnmodelledParts out = new UnmodelledParts(fit);
        out.steps();
        List<CircuitLayout.Block> arcs = new CircuitLayout(fit.circuit()).arcs();
        for (CircuitLayout.Block arc : arcs) {
            if (arc.node() instanceof CircuitNode.InParallel p && p.children().size() == 2) {
                out.arc(p, arcs.size());
            }
        }
        return out.shapes;
    }

    /** From one frequency downwards or upwards all points are off by one factor: which range is right nobody knows. */
    private void steps() {
        // in dense spectra neighbouring places hardly differ
        int stride = Math.max(1, n / DENSE);
        int places = (n - 2 * FEWEST) / stride + 1;
        for (int k = FEWEST; k <= n - FEWEST; k += stride) {
            double[] below = new double[2 * n];
            double[] above = new double[2 * n];
            for (int i = 0; i < n; i++) {
                double[] side = i < k ? above : below;
                side[i] = fit.model()[i] * fit.weights()[i];
                side[n + i] = fit.model()[n + i] * fit.weights()[n + i];
            }
            shapes.add(new Unmodelled.Shape(below, STEP, STEPS / places / 2, false));
            shapes.add(new Unmodelled.Shape(above, STEP, STEPS / places / 2, false));
        }
    }

    private void arc(CircuitNode.InParallel node, int arcs) {
        CircuitNode.Leaf resistor = leaf(node, Role.RESISTANCE, 1);
        CircuitNode.Leaf capacitor = leaf(node, Role.CAPACITANCE, 1);
        boolean flat = leaf(node, Role.ADMITTANCE, 2) != null;
        if (resistor == null || capacitor == null && !flat) {
            return;
        }
        Circuit part = Circuit.of(node);
        CompiledCircuit c = new CompiledCircuit(part, fit.spectrum().frequencies());
        c.evaluate(part.parameters().stream().mapToDouble(q -> fit.value(q.name())).toArray(), false);
        double r = fit.value(resistor.label());
        double[] lean = new double[2 * n];
        double[] flatter = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double re = c.re()[i];
            double im = c.im()[i];
            // dZ/dβ = -Z ln(R/Z) where β is one
            double log = Math.log(r / Math.hypot(re, im));
            double angle = -Math.atan2(im, re);
            set(lean, i, -(re * log - im * angle), -(re * angle + im * log));
            if (capacitor != null) {
                // -dZ/dα = Z² jωC ln(jωτ) of Q = τ^α/R where α is one: an exponent below one, and the same time
                // constant RC = τ, so that the capacitance goes on meaning what it does (Hsu and Mansfeld)
                double omega = 2 * Math.PI * fit.spectrum().frequency()[i];
                double y = omega * fit.value(capacitor.label());
                double sr = re * re - im * im;
                double si = 2 * re * im;
                double ar = -y * Math.PI / 2;
                double ai = y * Math.log(y * r);
                set(flatter, i, sr * ar - si * ai, sr * ai + si * ar);
            }
        }
        shapes.add(new Unmodelled.Shape(lean, LEAN, LEANS / arcs, false));
        if (capacitor != null) {
            shapes.add(new Unmodelled.Shape(flatter, FLATNESS, FLAT / arcs, true));
        }
    }

    private void set(double[] shape, int i, double re, double im) {
        shape[i] = re * fit.weights()[i];
        shape[n + i] = im * fit.weights()[n + i];
    }

    private static CircuitNode.Leaf leaf(CircuitNode.InParallel node, Role first, int count) {
        for (CircuitNode child : node.children()) {
            if (child instanceof CircuitNode.Leaf leaf) {
                List<ElementParameter> own = leaf.element().parameters();
                if (own.size() == count && own.get(0).role() == first) {
                    return leaf;
                }
            }
        }
        return null;
    }
}
