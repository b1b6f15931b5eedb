package org.interphase.numerics.fit;

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
        DerivativeCheck.check(model, 1e-8, 686, 3, 1.2, 688, 2, 2.2, 690, 4, 1.5, 0.4, 692, 7, 1.1, 0.7, 10, 0.3, -0.2);
    }

    @Test
    void columnsUnderAnActiveShirleyBackgroundAgreeWithDifferences() {
        SumModel model = SumModel.on(X).add("v", new PseudoVoigt()).addUnseen("bg", PolynomialBackground.over(X, 0))
                .addActive("shirley", new ActiveShirley(true)).build();
        DerivativeCheck.check(model, 1e-8, 690, 4, 1.5, 0.4, 12, 0.05);
    }
}
