package org.interphase.numerics.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.numerics.background.ArPls;
import org.interphase.numerics.background.PolynomialBackground;
import org.interphase.numerics.background.Shirley;
import org.interphase.numerics.shape.Gaussian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import java.util.Arrays;

class BadInputTest {

    private static final double[] X = TestSpectra.grid(0, 10, 50);
    private static final SumModel MODEL = SumModel.on(X).add("g", new Gaussian()).build();

    private static double[] data() {
        return new Gaussian().values(X, 5, 3, 2);
    }

    private static void says(Executable action, String... words) {
        String message = assertThrows(IllegalArgumentException.class, action).getMessage();
        for (String word : words) {
            assertTrue(message.contains(word), () -> "'" + message + "' does not mention " + word);
        }
    }

    @Test
    void notANumberInTheDataIsLocated() {
        double[] y = data();
        y[17] = Double.NaN;
        says(() -> LeastSquares.fit(MODEL, MODEL.defaults(), y, Weights.unit()), "17", "NaN");
        says(() -> new ArPls(1e3).of(y), "17", "NaN");
        says(() -> Shirley.withEndWindow(3).of(X, y), "17", "NaN");
    }

    @Test
    void abscissaeAreChecked() {
        says(() -> SumModel.on(new double[0]), "no abscissae");
        says(() -> SumModel.on(new double[] {1, 2, 2, 3}), "repeat", "1 and 2");
        says(() -> SumModel.on(new double[] {1, 2, 1.5}), "sorted", "point 2");
        says(() -> SumModel.on(new double[] {1, Double.POSITIVE_INFINITY}), "point 1");
    }

    @Test
    void weightsAreChecked() {
        says(() -> Weights.sigma(new double[] {1, 0, 1}), "point 1", "0.0");
        says(() -> Weights.sigma(new double[] {1, 2, -3}), "point 2", "-3.0");
        says(() -> Weights.poisson(new double[] {1, -2}), "point 1", "unsubtracted");
        says(() -> LeastSquares.fit(MODEL, MODEL.defaults(), data(), Weights.sigma(new double[] {1, 1})), "2 weights",
                "50");
    }

    @Test
    void parametersAreChecked() {
        says(() -> Parameter.of("w", 1, 5, 2), "w", "crossed");
        says(() -> MODEL.defaults().start("g.centre", Double.NaN), "g.centre");
        says(() -> MODEL.defaults().start("g.center", 1), "g.center", "g.centre");
        says(() -> LeastSquares.fit(MODEL, MODEL.defaults().bounds("g.centre", 3, 4), data(), Weights.unit()),
                "g.centre",
                "outside");
        says(() -> LeastSquares.fit(MODEL, MODEL.defaults().tie("g.height", Tie.shared("g.fwhm"))
                .tie("g.fwhm", Tie.ratio("g.height", 2)), data(), Weights.unit()), "circle");
        says(() -> LeastSquares.fit(MODEL, Parameters.unbounded(1, 2), data(), Weights.unit()), "3 parameters");
    }

    @Test
    void moreParametersThanPointsIsAnError() {
        SumModel model = SumModel.on(new double[] {1, 2}).add("g", new Gaussian()).build();
        says(() -> LeastSquares.fit(model, model.defaults(), new double[] {1, 2}, Weights.unit()), "3", "2");
        SumModel one = SumModel.on(new double[] {1}).add("c", new PolynomialBackground(0, 0, 1)).build();
        FitResult fit = LeastSquares.fit(one, one.defaults(), new double[] {4}, Weights.unit());
        assertEquals(4, fit.value(0), 1e-12);
        assertFalse(fit.remarks().isEmpty(), "an uncertainty that can't be estimated is remarked on");
    }

    @Test
    void aModelThatIsNotFiniteAtTheStartIsNamed() {
        Model model = Model.numeric(3, 1, (p, f) -> Arrays.fill(f, Math.log(p[0])));
        says(() -> LeastSquares.fit(model, Parameters.unbounded(-1), new double[] {1, 2, 3}, Weights.unit()),
                "not finite",
                "point 0");
    }

    @Test
    void rankDeficiencyIsFlaggedWithItsParameters() {
        Model model = Model.of(20, 3, (p, f) -> {
            for (int i = 0; i < 20; i++) {
                f[i] = p[0] + p[1] + p[2] * i;
            }
        }, (p, c) -> {
            for (int i = 0; i < 20; i++) {
                c[0][i] = 1;
                c[1][i] = 1;
                c[2][i] = i;
            }
        });
        double[] y = new double[20];
        for (int i = 0; i < 20; i++) {
            y[i] = 3 + 2 * i + 0.1 * Math.sin(i * 7.0);
        }
        FitResult fit = LeastSquares.fit(model, Parameters.unbounded(0, 0, 0), y, Weights.unit());
        assertTrue(fit.identifiability().rankDeficient(), fit::toString);
        assertEquals(java.util.List.of("p0", "p1"), fit.identifiability().undetermined());
        assertEquals(Double.POSITIVE_INFINITY, fit.uncertainty("p0"));
        assertEquals(2, fit.value("p2"), 0.01);
        assertTrue(fit.uncertainty("p2") < 0.01);
        assertFalse(fit.remarks().isEmpty());
    }

    @Test
    void strongCorrelationIsFlaggedWithItsPair() {
        double[] x = TestSpectra.grid(100, 101, 50);
        SumModel model = SumModel.on(x).add("line", new PolynomialBackground(1, 0, 1)).build();
        double[] y = new double[50];
        for (int i = 0; i < 50; i++) {
            y[i] = 3 + 0.1 * x[i] + 0.01 * Math.sin(9.0 * i);
        }
        FitResult fit = LeastSquares.fit(model, model.defaults(), y, Weights.unit());
        Identifiability.Pair pair = fit.identifiability().correlated().get(0);
        assertEquals("line.c0", pair.first());
        assertEquals("line.c1", pair.second());
        assertTrue(pair.correlation() < -0.9999);
    }
}
