package org.interphase.technique.elements.matrix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From k-ratios to a composition: mass fractions whose calculated k-ratios are the measured ones. */
public final class MatrixIteration {

    private static final int ROUNDS = 60;
    private static final double CLOSE = 1e-7;

    private MatrixIteration() {
    }

    /**
     * The composition.
     *
     * @param ratios one for each element measured
     * @param oxides gives the oxygen that goes with the others; null if oxygen is measured or there is none
     * @throws IllegalArgumentException if it does not converge
     */
    public static Composition solve(List<KRatio> ratios, Oxides oxides, MatrixModel model) {
        Map<String, Double> c = new LinkedHashMap<>();
        for (KRatio k : ratios) {
            c.put(k.symbol(), Math.max(1e-9, k.value() * k.standard().of(k.symbol())));
        }
        for (int round = 0; round < ROUNDS; round++) {
            if (oxides != null) {
                c.put("O", oxides.oxygen(c));
            }
            Composition now = new Composition(c);
            double moved = 0;
            for (KRatio k : ratios) {
                double next = k.value() * k.standard().of(k.symbol()) * model.perFraction(k.standard(), k.family())
                        / model.perFraction(now, k.family());
                next = Math.max(1e-9, next);
                moved = Math.max(moved, Math.abs(next - c.get(k.symbol())));
                c.put(k.symbol(), next);
            }
            if (moved < CLOSE) {
                if (oxides != null) {
                    c.put("O", oxides.oxygen(c));
                }
                return new Composition(c);
            }
        }
        throw new IllegalArgumentException("the matrix correction does not converge");
    }
}
