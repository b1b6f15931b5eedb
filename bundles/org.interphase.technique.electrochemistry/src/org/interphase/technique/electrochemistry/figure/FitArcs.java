package org.interphase.technique.electrochemistry.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;
import org.interphase.model.figure.Style;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.CircuitNode;
import org.interphase.technique.electrochemistry.circuit.Frequencies;
import org.interphase.technique.electrochemistry.fit.CircuitFit;
import org.interphase.technique.electrochemistry.fit.CircuitLayout;
import org.interphase.technique.electrochemistry.fit.CompiledCircuit;

/** The arcs of a fitted circuit drawn one after another along the real axis, as their sum is read. */
final class FitArcs {

    private FitArcs() {
    }

    /** An overlay for every part in series that has an arc. */
    static List<Overlay> overlays(CircuitFit fit, double[] hertz) {
        List<Overlay> out = new ArrayList<>();
        List<CircuitLayout.Block> arcs = new CircuitLayout(fit.circuit()).arcs();
        double shift = ohmic(fit);
        int number = 0;
        for (CircuitLayout.Block arc : arcs) {
            Circuit part = Circuit.of(arc.node());
            double[] p = values(fit, part);
            CompiledCircuit compiled = new CompiledCircuit(part, Frequencies.ofHertz(hertz));
            compiled.evaluate(p, false);
            double[] re = compiled.re().clone();
            for (int i = 0; i < re.length; i++) {
                re[i] += shift;
            }
            String name = name(arc.node());
            out.add(Overlay.main("arc-" + number, new Layer.Line(name, re, EisFigures.negated(compiled.im()),
                    Style.line(Colour.component(number), 1).dashed(Style.Dash.DASHED))).of(name));
            shift += Arrays.stream(compiled.re()).max().orElse(0);
            number++;
        }
        return out;
    }

    private static double ohmic(CircuitFit fit) {
        double sum = 0;
        for (CircuitLayout.Block b : new CircuitLayout(fit.circuit()).blocks()) {
            if (b.kind() == CircuitLayout.Kind.OHMIC) {
                sum += values(fit, Circuit.of(b.node()))[0];
            }
        }
        return sum;
    }

    private static double[] values(CircuitFit fit, Circuit part) {
        return part.parameters().stream().mapToDouble(q -> fit.value(q.name())).toArray();
    }

    private static String name(CircuitNode node) {
        return Circuit.of(node).dashed();
    }
}
