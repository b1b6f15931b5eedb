package org.interphase.numerics.background;

import org.interphase.numerics.fit.LinearOperator;
import org.interphase.numerics.fit.ParameterSpec;

import java.util.List;

/**
 * Shirley background inside the fit: {@code B(E) = k * integral of the peaks from the low-binding-energy side up to E},
 * the inelastic electrons of everything at lower binding energy (D. A. Shirley, Phys. Rev. B 5 (1972) 4709; as a fitted
 * term, A. Herrera-Gomez et al., Surf. Interface Anal. 46 (2014) 897). With k fitted together with the peaks, its
 * uncertainty reaches their areas. Add a constant or a line (not seen by it) for the level before the peaks.
 *
 * <p>The integral is by the trapezoidal rule from the smallest abscissa if {@code rising}, else from the largest: on a
 * binding-energy axis use {@code rising = true}, on a kinetic-energy axis {@code false}.
 *
 * @param rising whether the background grows with the abscissa
 */
public record ActiveShirley(boolean rising) implements LinearOperator {

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(ParameterSpec.between("k", 0.01, 0, Double.POSITIVE_INFINITY));
    }

    @Override
    public Bound on(double[] x) {
        boolean forward = x.length < 2 || x[1] > x[0] == rising;
        return (k, in, out) -> {
            int n = x.length;
            double sum = 0;
            if (forward) {
                out[0] = 0;
                for (int i = 1; i < n; i++) {
                    sum += 0.5 * (in[i] + in[i - 1]) * Math.abs(x[i] - x[i - 1]);
                    out[i] = sum;
                }
            } else {
                out[n - 1] = 0;
                for (int i = n - 2; i >= 0; i--) {
                    sum += 0.5 * (in[i] + in[i + 1]) * Math.abs(x[i + 1] - x[i]);
                    out[i] = sum;
                }
            }
        };
    }
}
