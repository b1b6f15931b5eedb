package org.interphase.numerics.fit;

import java.util.ArrayList;
import java.util.List;

/**
 * How the free parameters make up the full vector: positions, bounds, and ties in an order in which they can be
 * computed.
 */
final class Layout {

    final Parameters parameters;
    final int full;
    final int free;
    final int[] freeToFull;
    final double[] lower;
    final double[] upper;
    final boolean tied;
    private final int[] tiedOrder;
    private final int[][] tiedSources;
    private final double[][] sourceValues;
    private final double[][] gradients;

    Layout(Parameters parameters) {
        this.parameters = parameters;
        full = parameters.size();
        int[] state = new int[full];
        List<Integer> order = new ArrayList<>();
        List<Integer> frees = new ArrayList<>();
        for (int i = 0; i < full; i++) {
            if (parameters.get(i).tie() != null) {
                visit(i, state, order);
            } else if (parameters.get(i).free()) {
                frees.add(i);
            }
        }
        freeToFull = frees.stream().mapToInt(Integer::intValue).toArray();
        free = freeToFull.length;
        tiedOrder = order.stream().mapToInt(Integer::intValue).toArray();
        tied = tiedOrder.length > 0;
        tiedSources = new int[tiedOrder.length][];
        sourceValues = new double[tiedOrder.length][];
        gradients = new double[tiedOrder.length][];
        for (int k = 0; k < tiedOrder.length; k++) {
            tiedSources[k] = parameters.get(tiedOrder[k]).tie().sources().stream()
                    .mapToInt(parameters::indexOf).toArray();
            sourceValues[k] = new double[tiedSources[k].length];
            gradients[k] = new double[tiedSources[k].length];
        }
        lower = new double[free];
        upper = new double[free];
        for (int j = 0; j < free; j++) {
            Parameter p = parameters.get(freeToFull[j]);
            lower[j] = p.lower();
            upper[j] = p.upper();
        }
        transferBounds();
    }

    /** Depth-first order of ties; state 1 is being visited, 2 is done. */
    private void visit(int i, int[] state, List<Integer> order) {
        Parameter p = parameters.get(i);
        if (p.tie() == null || state[i] == 2) {
            return;
        }
        if (state[i] == 1) {
            throw new IllegalArgumentException("The ties go in a circle through " + p.name());
        }
        state[i] = 1;
        for (String source : p.tie().sources()) {
            visit(parameters.indexOf(source), state, order);
        }
        state[i] = 2;
        order.add(i);
    }

    /** Bounds of a parameter tied to one free parameter by a line become bounds of that parameter. */
    private void transferBounds() {
        for (int k = 0; k < tiedOrder.length; k++) {
            Parameter p = parameters.get(tiedOrder[k]);
            int j = tiedSources[k].length == 1 ? freeIndex(tiedSources[k][0]) : -1;
            if (j < 0 || !(p.tie() instanceof LinearTie line) || line.factors()[0] == 0) {
                continue;
            }
            double factor = line.factors()[0];
            double a = (p.lower() - line.constant()) / factor;
            double b = (p.upper() - line.constant()) / factor;
            lower[j] = Math.max(lower[j], Math.min(a, b));
            upper[j] = Math.min(upper[j], Math.max(a, b));
            if (lower[j] > upper[j]) {
                throw new IllegalArgumentException("The bounds of " + p.name() + " and of "
                        + parameters.get(freeToFull[j]).name() + ", to which it is tied, exclude each other");
            }
        }
    }

    private int freeIndex(int fullIndex) {
        for (int j = 0; j < free; j++) {
            if (freeToFull[j] == fullIndex) {
                return j;
            }
        }
        return -1;
    }

    /** Free start values, checked against the bounds. */
    void start(double[] starts, double[] q) {
        for (int j = 0; j < free; j++) {
            double value = starts[freeToFull[j]];
            String name = parameters.get(freeToFull[j]).name();
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("Start value of " + name + " must be a finite number, got " + value);
            }
            if (value < lower[j] || value > upper[j]) {
                throw new IllegalArgumentException("Start value " + value + " of " + name + " is outside its bounds ["
                        + lower[j] + ", " + upper[j] + "]");
            }
            q[j] = value;
        }
    }

    /** Fills the full vector; returns false if a tied parameter is outside its own bounds or not a number. */
    boolean expand(double[] q, double[] p) {
        for (int j = 0; j < free; j++) {
            p[freeToFull[j]] = q[j];
        }
        boolean inside = true;
        for (int k = 0; k < tiedOrder.length; k++) {
            Parameter parameter = parameters.get(tiedOrder[k]);
            double[] s = gather(k, p);
            double value = parameter.tie().value(s);
            p[tiedOrder[k]] = value;
            // a bound met up to rounding counts as met: the sources carry it exactly
            double slack = 1e-12 * Math.abs(value);
            inside &= value >= parameter.lower() - slack && value <= parameter.upper() + slack;
        }
        return inside;
    }

    /** Derivatives of the full vector by the free ones, {@code t[fullIndex * free + freeIndex]}. */
    void tangent(double[] p, double[] t) {
        java.util.Arrays.fill(t, 0);
        for (int j = 0; j < free; j++) {
            t[freeToFull[j] * free + j] = 1;
        }
        for (int k = 0; k < tiedOrder.length; k++) {
            parameters.get(tiedOrder[k]).tie().gradient(gather(k, p), gradients[k]);
            for (int s = 0; s < tiedSources[k].length; s++) {
                for (int j = 0; j < free; j++) {
                    t[tiedOrder[k] * free + j] += gradients[k][s] * t[tiedSources[k][s] * free + j];
                }
            }
        }
    }

    /** Adds the columns of tied parameters to those of the free parameters they follow. */
    void foldTies(double[] p, double[] t, double[][] columns, int n) {
        tangent(p, t);
        for (int k : tiedOrder) {
            for (int j = 0; j < free; j++) {
                double factor = t[k * free + j];
                if (factor != 0) {
                    double[] from = columns[k];
                    double[] to = columns[freeToFull[j]];
                    for (int i = 0; i < n; i++) {
                        to[i] += factor * from[i];
                    }
                }
            }
        }
    }

    private double[] gather(int k, double[] p) {
        double[] s = sourceValues[k];
        for (int i = 0; i < s.length; i++) {
            s[i] = p[tiedSources[k][i]];
        }
        return s;
    }
}
