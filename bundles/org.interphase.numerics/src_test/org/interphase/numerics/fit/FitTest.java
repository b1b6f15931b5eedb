package org.interphase.numerics.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.SplittableRandom;

class FitTest {

    private static final double[] X = TestSpectra.grid(680, 696, 401);

    private static double[] roughStarts() {
        return new double[] {685.0, 2000, 1.5, 0.5, 687.9, 5000, 1.5, 0.5, 690.6, 2500, 1.5, 0.5, 1000, 0};
    }

    @Test
    void threePeaksAreRecoveredFromRoughStarts() {
        SumModel model = TestSpectra.f1s(X);
        double[] clean = new double[X.length];
        model.evaluator().values(TestSpectra.f1sTruth(), clean);
        double[] y = TestSpectra.poisson(clean, new SplittableRandom(1));
        FitResult fit = LeastSquares.fit(model, model.defaults().starts(roughStarts()), y, Weights.poisson(y));
        assertTrue(fit.converged(), fit::toString);
        for (int j = 0; j < 14; j++) {
            assertEquals(TestSpectra.f1sTruth()[j], fit.value(j), 5 * fit.uncertainty(j), model.defaults().get(j)
                    .name());
        }
        assertEquals(1, fit.reducedChiSquare(), 0.3);
    }

    @Test
    void noiseFreeDataGiveTheTruthBack() {
        SumModel model = TestSpectra.f1s(X);
        double[] y = new double[X.length];
        model.evaluator().values(TestSpectra.f1sTruth(), y);
        FitResult fit = LeastSquares.fit(model, model.defaults().starts(roughStarts()), y, Weights.unit(),
                FitOptions.precise());
        for (int j = 0; j < 14; j++) {
            assertEquals(TestSpectra.f1sTruth()[j], fit.value(j), 1e-9 * Math.abs(TestSpectra.f1sTruth()[j]));
        }
        assertTrue(fit.converged(), fit::toString);
    }

    @Test
    void tiesHoldExactlyAndBoundsAreKept() {
        SumModel model = TestSpectra.f1s(X);
        double[] clean = new double[X.length];
        model.evaluator().values(TestSpectra.f1sTruth(), clean);
        double[] y = TestSpectra.poisson(clean, new SplittableRandom(2));
        Parameters p = model.defaults().starts(roughStarts()).tie("b.fwhm", Tie.affine("a.fwhm", 1, 0.2))
                .tie("c.fwhm", Tie.ratio("a.fwhm", 1.25)).tie("b.mixing", Tie.shared("a.mixing"))
                .tie("c.mixing", Tie.shared("b.mixing")).bounds("a.centre", 684, 685.2);
        FitResult fit = LeastSquares.fit(model, p, y, Weights.poisson(y));
        assertEquals(fit.value("a.fwhm") + 0.2, fit.value("b.fwhm"), 0);
        assertEquals(fit.value("a.fwhm") * 1.25, fit.value("c.fwhm"), 0);
        assertEquals(fit.value("a.mixing"), fit.value("c.mixing"), 0);
        assertEquals(1.25 * fit.uncertainty("a.fwhm"), fit.uncertainty("c.fwhm"), 1e-12);
        assertEquals(685.2, fit.value("a.centre"), 0);
        assertEquals(java.util.List.of("a.centre"), fit.identifiability().atBound());
    }
}
