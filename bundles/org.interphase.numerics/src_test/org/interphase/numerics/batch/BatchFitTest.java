package org.interphase.numerics.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.numerics.fit.FitOptions;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.Fitter;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.StopReason;
import org.interphase.numerics.fit.SumModel;
import org.interphase.numerics.fit.TestSpectra;
import org.interphase.numerics.fit.Weights;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

class BatchFitTest {

    private static final double[] X = TestSpectra.grid(680, 696, 201);
    private static final SumModel MODEL = TestSpectra.f1s(X);
    private static final Parameters PARAMETERS = MODEL.defaults()
            .starts(685.0, 2000, 1.5, 0.5, 687.9, 5000, 1.5, 0.5, 690.6, 2500, 1.5, 0.5, 1000, 0);

    private static double[][] curves(int count) {
        double[] clean = new double[X.length];
        MODEL.evaluator().values(TestSpectra.f1sTruth(), clean);
        SplittableRandom random = new SplittableRandom(6);
        double[][] curves = new double[count][];
        for (int i = 0; i < count; i++) {
            curves[i] = TestSpectra.poisson(clean, random);
        }
        return curves;
    }

    @Test
    void eachCurveGetsWhatASingleFitGivesItWhateverTheThreads() {
        double[][] curves = curves(150);
        List<Integer> progress = new ArrayList<>();
        BatchFit fit = BatchFit.of(MODEL, PARAMETERS, FitOptions.defaults()).onProgress(progress::add);
        BatchResult one = fit.threads(1).fit(curves, i -> Weights.poisson(curves[i]));
        BatchResult three = fit.threads(3).fit(curves, i -> Weights.poisson(curves[i]));
        assertEquals(150, progress.get(progress.size() - 1));
        Fitter single = new Fitter(MODEL, PARAMETERS, FitOptions.defaults());
        for (int i = 0; i < 150; i++) {
            FitResult direct = single.fit(curves[i], Weights.poisson(curves[i]));
            for (int j = 0; j < 14; j++) {
                assertEquals(direct.value(j), one.valuesOf(i)[j]);
                assertEquals(direct.value(j), three.valuesOf(i)[j]);
                assertEquals(direct.uncertainty(j), three.uncertaintiesOf(i)[j]);
                assertEquals(direct.covariance(j, 3), three.covariance(i, 3, j));
            }
            assertEquals(direct.reducedChiSquare(), three.reducedChiSquare(i), 1e-12);
        }
        assertEquals(150, one.convergedCount());
        assertEquals(one.values("b.centre")[7], one.valuesOf(7)[4]);
    }

    @Test
    void warmStartsTakeFewerStepsToTheSameAnswer() {
        double[][] curves = curves(64);
        BatchFit fit = BatchFit.of(MODEL, PARAMETERS, FitOptions.defaults()).threads(1);
        BatchResult cold = fit.fit(curves, i -> Weights.poisson(curves[i]));
        BatchResult warm = fit.warmStart(true).fit(curves, i -> Weights.poisson(curves[i]));
        int coldSteps = 0;
        int warmSteps = 0;
        for (int i = 0; i < 64; i++) {
            coldSteps += cold.iterations(i);
            warmSteps += warm.iterations(i);
            assertEquals(cold.chiSquare(i), warm.chiSquare(i), 1e-6 * cold.chiSquare(i));
        }
        assertTrue(warmSteps < coldSteps, warmSteps + " against " + coldSteps);
    }

    @Test
    void cancellingLeavesTheRestUnfitted() {
        double[][] curves = curves(200);
        AtomicInteger asked = new AtomicInteger();
        BatchResult result = BatchFit.of(MODEL, PARAMETERS, FitOptions.defaults()).threads(1)
                .cancelledWhen(() -> asked.incrementAndGet() > 50).fit(curves, i -> Weights.poisson(curves[i]));
        assertEquals(50, result.convergedCount());
        assertEquals(StopReason.CANCELLED, result.stopReason(199));
        assertTrue(Double.isNaN(result.values("a.centre")[199]));
    }

    @Test
    void aBadCurveIsNamed() {
        double[][] curves = curves(70);
        curves[41][3] = Double.NaN;
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> BatchFit
                .of(MODEL, PARAMETERS, FitOptions.defaults()).threads(2).fit(curves, i -> Weights.unit()));
        assertTrue(e.getMessage().startsWith("Curve 41: ") && e.getMessage().contains("point 3"), e.getMessage());
    }
}
