package org.interphase.numerics.background;

import org.interphase.numerics.fit.LinearOperator;
import org.interphase.numerics.fit.ParameterSpec;

import java.util.List;

/**
 * Tougaard background inside the fit: {@code B(E) = scale * integral of K(loss) * peaks}, K the cross-section with its
 * own B, so that scale 1 means that cross-section as it is (A. Herrera-Gomez et al., Surf. Interface Anal. 46 (2014)
 * 897, "active" approach). The peaks stand for the loss-free spectrum; losses of losses are not followed.
 *
 * @param kernel cross-section
 * @param bindingEnergy whether abscissae are binding energies (else kinetic), in eV
 */
public record ActiveTougaard(TougaardKernel kernel, boolean bindingEnergy) implements LinearOperator {

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(ParameterSpec.between("scale", 1, 0, Double.POSITIVE_INFINITY));
    }

    @Override
    public Bound on(double[] x) {
        int n = x.length;
        boolean forward = n < 2 || x[1] > x[0] == bindingEnergy;
        double[] width = new double[n];
        for (int i = 0; i < n; i++) {
            // trapezoidal weights; the kernel vanishes at zero loss, so the end of each integral needs no halving
            double before = i > 0 ? Math.abs(x[i] - x[i - 1]) : 0;
            double after = i < n - 1 ? Math.abs(x[i + 1] - x[i]) : 0;
            width[i] = 0.5 * (before + after);
        }
        double[][] table = new double[n][];
        for (int i = 0; i < n; i++) {
            table[i] = new double[forward ? i : n - 1 - i];
            for (int k = 0; k < table[i].length; k++) {
                int source = forward ? k : n - 1 - k;
                table[i][k] = kernel.at(Math.abs(x[i] - x[source])) * width[source];
            }
        }
        return (o, in, out) -> {
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int k = 0; k < table[i].length; k++) {
                    sum += table[i][k] * in[forward ? k : n - 1 - k];
                }
                out[i] = sum;
            }
        };
    }
}
