package org.interphase.numerics.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.interphase.numerics.background.ActiveShirley;
import org.interphase.numerics.background.PolynomialBackground;
import org.interphase.numerics.shape.AreaPeak;
import org.interphase.numerics.shape.Gaussian;
import org.interphase.numerics.shape.Lorentzian;
import org.interphase.numerics.shape.PseudoVoigt;
import org.junit.jupiter.api.Test;

class DerivativesTest {

    private static final double[] X = TestSpectra.grid(680, 700, 81);

    @Test
    void columnsOfAnOrdinarySumAgreeWithDifferences() {
        SumModel model = SumModel.on(X).add("g", new Gaussian()).add("l", new Lorentzian())
                .add("v", new PseudoVoigt()).add("a", new AreaPeak(new PseudoVoigt()))
                .add("bg", PolynomialBackground.over(X, 2)).build();
        check(model, 686, 3, 1.2, 688, 2, 2.2, 690, 4, 1.5, 0.4, 692, 7, 1.1, 0.7, 10, 0.3, -0.2);
    }

    @Test
    void columnsUnderAnActiveShirleyBackgroundAgreeWithDifferences() {
        SumModel model = SumModel.on(X).add("v", new PseudoVoigt()).addUnseen("bg", PolynomialBackground.over(X, 0))
                .addActive("shirley", new ActiveShirley(true)).build();
        check(model, 690, 4, 1.5, 0.4, 12, 0.05);
    }

    static void check(SumModel model, double... p) {
        int n = model.points();
        double[] f = new double[n];
        double[][] analytic = new double[p.length][n];
        double[][] numeric = new double[p.length][n];
        Evaluator evaluator = model.evaluator();
        evaluator.values(p, f);
        evaluator.jacobian(p, analytic);
        Evaluator other = model.evaluator();
        for (int j = 0; j < p.length; j++) {
            fivePoint(other, p, j, numeric[j]);
        }
        for (int j = 0; j < p.length; j++) {
            double largest = 1e-12;
            for (int i = 0; i < n; i++) {
                largest = Math.max(largest, Math.abs(numeric[j][i]));
            }
            for (int i = 0; i < n; i++) {
                assertEquals(numeric[j][i], analytic[j][i], 1e-8 * largest,
                        "column " + model.defaults().get(j).name() + " at point " + i);
            }
        }
    }

    /** Five-point stencil, error O(h^4). */
    private static void fivePoint(Evaluator evaluator, double[] p, int j, double[] column) {
        int n = column.length;
        double h = 1e-3;
        double[] offsets = {-2, -1, 1, 2};
        double[] factors = {1, -8, 8, -1};
        double[] f = new double[n];
        for (int k = 0; k < 4; k++) {
            double[] q = p.clone();
            q[j] += offsets[k] * h;
            evaluator.values(q, f);
            for (int i = 0; i < n; i++) {
                column[i] += factors[k] * f[i] / (12 * h);
            }
        }
    }
}
