package org.interphase.technique.electrochemistry.fit;

import java.util.SplittableRandom;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.CircuitNode;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;

/** Seeded random start values spread over everything the spectrum could mean. */
final class RandomStart {

    private final Circuit circuit;
    private final CircuitLayout layout;
    private final SplittableRandom random;
    private final double fast;
    private final double slow;
    private final double lowest;
    private final double modulus;

    RandomStart(Circuit circuit, ImpedanceSpectrum s, long seed) {
        this.circuit = circuit;
        this.layout = new CircuitLayout(circuit);
        this.random = new SplittableRandom(seed);
        this.fast = 1 / (2 * Math.PI * s.frequency()[0]);
        this.slow = 1 / (2 * Math.PI * s.frequency()[s.size() - 1]);
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int i = 0; i < s.size(); i++) {
            low = Math.min(low, Math.abs(s.re()[i]));
            high = Math.max(high, Math.hypot(s.re()[i], s.im()[i]));
        }
        this.lowest = Math.max(low, 1e-4 * high);
        this.modulus = high;
    }

    /** The next start. */
    void next(double[] p) {
        ElementSeeds seeding = new ElementSeeds(circuit, p);
        for (CircuitLayout.Block block : layout.blocks()) {
            switch (block.kind()) {
                case OHMIC -> seeding.set(block.node(), logUniform(0.1, 1.5) * lowest, 1, 1, 0);
                case INDUCTIVE -> seeding.set(block.node(), 1, logUniform(1e-3, 1) * lowest * fast, 1, 0);
                case TAIL -> seeding.set(block.node(), logUniform(1e-2, 2) * modulus, slow, alpha(block), 0);
                case ARC -> seeding.set(block.node(), logUniform(5e-3, 1) * modulus, logUniform(fast, 3 * slow),
                        alpha(block), 0);
            }
            scatterDiffusion(block.node(), p);
        }
    }

    /** Diffusion elements get a size and time of their own, independent of the arc they sit in. */
    private void scatterDiffusion(CircuitNode node, double[] p) {
        node.forEachLeaf(leaf -> {
            if (!leaf.element().isDiffusive()) {
                return;
            }
            double size = logUniform(1e-2, 2) * modulus;
            if (leaf.element().parameters().size() == 1) {
                p[circuit.indexOf(leaf.label())] = size / Math.sqrt(slow);
            } else {
                double time = logUniform(fast, 1e3 * slow);
                p[circuit.indexOf(leaf.label() + "_1")] = time;
                p[circuit.indexOf(leaf.label() + "_0")] = size * Math.max(1, Math.sqrt(time / slow));
            }
        });
    }

    private double alpha(CircuitLayout.Block block) {
        return block.kind() == CircuitLayout.Kind.TAIL && block.exponent() > 0 ? block.exponent()
                : 0.5 + 0.5 * random.nextDouble();
    }

    private double logUniform(double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }
}
