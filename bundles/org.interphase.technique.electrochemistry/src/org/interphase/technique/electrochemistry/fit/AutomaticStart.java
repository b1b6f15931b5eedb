package org.interphase.technique.electrochemistry.fit;

import java.util.Arrays;
import java.util.List;
import org.interphase.numerics.linear.Cholesky;
import org.interphase.numerics.linear.NormalEquations;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.Frequencies;
import org.interphase.technique.electrochemistry.fit.CircuitLayout.Block;
import org.interphase.technique.electrochemistry.fit.CircuitLayout.Kind;

/**
 * Start values from the data. The spectrum is described by a resistance, an inductance, a tail and as many arcs as
 * the circuit has, with time constants taken from a logarithmic grid (a very coarse distribution of relaxation
 * times); for every choice of time constants the best amplitudes follow from linear least squares with the weights of
 * the fit, and the choice with the smallest sum of squares wins. The inner products are formed once, so a spectrum
 * costs a few microseconds. For one thread.
 */
final class AutomaticStart {

    private static final int MAX_GRID = 14;

    private final Circuit circuit;
    private final CircuitLayout layout;
    private final List<Block> arcs;
    private final double[] taus;
    private final double[][] basis;
    private final int n;
    private final int extras;
    private final double[] tailExponents;
    private final double flatness;
    private final NormalEquations equations;
    private double squares;
    private final int columns;
    private final int[] chosen;
    private final int[] best;
    private final double[] amplitudes;
    private final double[] system;
    private final double[] solution;
    private double bestScore;
    private final double slowest;
    private final double fastest;

    AutomaticStart(Circuit circuit, Frequencies f) {
        this.circuit = circuit;
        this.layout = new CircuitLayout(circuit);
        this.arcs = layout.arcs();
        this.n = f.size();
        fastest = 1 / f.maxOmega();
        slowest = 1 / f.minOmega();
        int grid = arcs.isEmpty() ? 0
                : Math.max(6, Math.min(MAX_GRID, 1 + (int) Math.round(1.75 * Math.log10(slowest / fastest))));
        taus = new double[grid];
        for (int i = 0; i < grid; i++) {
            taus[i] = fastest * Math.pow(slowest / fastest, (i + 0.25) / (grid - 0.5));
        }
        flatness = arcs.stream().mapToDouble(Block::exponent).average().orElse(1);
        tailExponents = tails();
        extras = 2 + tailExponents.length;
        columns = extras + grid;
        basis = basis(f);
        equations = new NormalEquations(columns, 2 * n);
        chosen = new int[arcs.size() + 3];
        best = new int[chosen.length];
        amplitudes = new double[chosen.length];
        system = new double[chosen.length * chosen.length];
        solution = new double[chosen.length];
    }

    private double[] tails() {
        boolean open = layout.blocks().stream().anyMatch(b -> b.kind() == Kind.TAIL && b.exponent() == 0);
        if (open) {
            return new double[] {0.4, 0.6, 0.8, 0.97};
        }
        double[] stated = layout.blocks().stream().filter(b -> b.kind() == Kind.TAIL).mapToDouble(Block::exponent)
                .distinct().toArray();
        return stated.length == 0 && layout.diffusionInArc() ? new double[] {0.5} : stated;
    }

    /** Columns: constant, jω scaled, tails scaled, arcs. */
    private double[][] basis(Frequencies f) {
        double[][] out = new double[columns][2 * n];
        for (int i = 0; i < n; i++) {
            double w = f.omega()[i];
            out[0][i] = 1;
            out[1][n + i] = w / f.maxOmega();
            for (int t = 0; t < tailExponents.length; t++) {
                double e = tailExponents[t];
                double m = Math.pow(w * slowest, -e);
                out[2 + t][i] = m * Math.cos(e * Math.PI / 2);
                out[2 + t][n + i] = -m * Math.sin(e * Math.PI / 2);
            }
            for (int t = 0; t < taus.length; t++) {
                double x = Math.pow(w * taus[t], flatness);
                double re = 1 + x * Math.cos(flatness * Math.PI / 2);
                double im = x * Math.sin(flatness * Math.PI / 2);
                double scale = 1 / (re * re + im * im);
                out[extras + t][i] = re * scale;
                out[extras + t][n + i] = -im * scale;
            }
        }
        return out;
    }

    /**
     * Start values for a spectrum.
     *
     * @param order which arc of the data (fastest first) each arc of the circuit takes; null for the circuit's order
     * @param p takes the natural values of all circuit parameters
     */
    void find(double[] re, double[] im, double[] wRe, double[] wIm, int[] order, double[] p) {
        if (order == null) {
            weigh(re, im, wRe, wIm);
            search();
        }
        apply(order, re, im, p);
    }

    private void weigh(double[] re, double[] im, double[] wRe, double[] wIm) {
        for (int c = 0; c < columns; c++) {
            multiply(basis[c], wRe, wIm, equations.column(c));
        }
        double[] y = equations.target();
        for (int i = 0; i < n; i++) {
            y[i] = re[i] * wRe[i];
        }
        for (int i = 0; i < n; i++) {
            y[n + i] = im[i] * wIm[i];
        }
        equations.form();
        squares = equations.squares();
    }

    private void multiply(double[] source, double[] wRe, double[] wIm, double[] target) {
        for (int i = 0; i < n; i++) {
            target[i] = source[i] * wRe[i];
        }
        for (int i = 0; i < n; i++) {
            target[n + i] = source[n + i] * wIm[i];
        }
    }

    private void search() {
        bestScore = Double.POSITIVE_INFINITY;
        Arrays.fill(best, -1);
        int used = 0;
        if (layout.has(Kind.OHMIC)) {
            chosen[used++] = 0;
        }
        if (layout.has(Kind.INDUCTIVE)) {
            chosen[used++] = 1;
        }
        if (tailExponents.length == 0) {
            choose(used, 0, arcs.size());
            return;
        }
        for (int t = 0; t < tailExponents.length; t++) {
            chosen[used] = 2 + t;
            choose(used + 1, 0, arcs.size());
        }
    }

    /** Tries every set of time constants for up to three arcs; more are added one after another. */
    private void choose(int used, int from, int left) {
        if (left == 0) {
            score(used);
            return;
        }
        if (left > 3) {
            // coarse: spread the arcs beyond the third evenly over the grid
            for (int i = 0; i < left - 3; i++) {
                chosen[used + i] = extras + (i + 1) * (taus.length - 1) / (left - 2);
            }
            choose(used + left - 3, 0, 3);
            return;
        }
        for (int t = from; t <= taus.length - left; t++) {
            chosen[used] = extras + t;
            choose(used + 1, t + 1, left - 1);
        }
    }

    private void score(int used) {
        double[] gram = equations.matrix();
        double[] rhs = equations.rhs();
        for (int i = 0; i < used; i++) {
            for (int j = 0; j <= i; j++) {
                system[i * used + j] = gram[chosen[i] * columns + chosen[j]];
            }
            system[i * used + i] *= 1 + 1e-12;
            solution[i] = rhs[chosen[i]];
        }
        if (!Cholesky.factor(system, used, used)) {
            return;
        }
        Cholesky.solve(system, used, used, solution);
        double s = squares;
        boolean negative = false;
        for (int i = 0; i < used; i++) {
            s -= solution[i] * rhs[chosen[i]];
            negative |= solution[i] <= 0 && chosen[i] >= extras;
        }
        // a negative arc may only win where no other choice is left
        double score = negative ? s * 1e6 : s;
        if (score < bestScore) {
            bestScore = score;
            System.arraycopy(chosen, 0, best, 0, used);
            Arrays.fill(best, used, best.length, -1);
            System.arraycopy(solution, 0, amplitudes, 0, used);
        }
    }

    private void apply(int[] order, double[] re, double[] im, double[] p) {
        double highest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        double modulus = 0;
        for (int i = 0; i < n; i++) {
            highest = Math.max(highest, re[i]);
            lowest = Math.min(lowest, Math.abs(re[i]));
            modulus = Math.max(modulus, Math.hypot(re[i], im[i]));
        }
        double span = Math.max(highest - lowest, 1e-6 * modulus);
        double ohmic = Math.max(0.5 * lowest, 1e-4 * modulus);
        double inductance = 1e-3 * modulus;
        double tail = 0;
        double exponent = 0.5;
        double[] size = new double[arcs.size()];
        double[] tau = new double[arcs.size()];
        int found = 0;
        for (int i = 0; i < best.length && best[i] >= 0; i++) {
            if (best[i] == 0) {
                ohmic = amplitudes[i] > 0 ? amplitudes[i] : ohmic;
            } else if (best[i] == 1) {
                inductance = Math.max(amplitudes[i], 1e-5 * modulus);
            } else if (best[i] < extras) {
                tail = amplitudes[i];
                exponent = tailExponents[best[i] - 2];
            } else {
                size[found] = Math.max(amplitudes[i], 1e-3 * span);
                tau[found++] = taus[best[i] - extras];
            }
        }
        ElementSeeds seeding = new ElementSeeds(circuit, p);
        double diffusion = tail > 0 ? tail / Math.sqrt(slowest) : 0;
        int arc = 0;
        for (Block block : layout.blocks()) {
            switch (block.kind()) {
                case OHMIC -> seeding.set(block.node(), ohmic, 1, 1, 0);
                case INDUCTIVE -> seeding.set(block.node(), 1, inductance * fastest, 1, 0);
                case TAIL -> {
                    double c = tail > 0 ? tail : 0.1 * span;
                    double e = block.exponent() == 0 ? exponent : block.exponent();
                    // c (jω slowest)^-e with r = c, tau = slowest
                    seeding.set(block.node(), c, slowest, e, e == 0.5 ? c / Math.sqrt(slowest) : 0);
                }
                case ARC -> {
                    int k = order == null ? arc : order[arc];
                    seeding.set(block.node(), size[k], tau[k], block.exponent(), diffusion);
                    arc++;
                }
            }
        }
    }


    /** Number of arcs in the circuit. */
    int arcs() {
        return arcs.size();
    }
}
