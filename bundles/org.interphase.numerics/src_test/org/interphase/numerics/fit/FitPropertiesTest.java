package org.interphase.numerics.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Random;
import org.interphase.numerics.shape.Gaussian;
import org.interphase.numerics.shape.Lorentzian;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What must hold of any fit whatever the data: units, origins, the direction of the axis, and the order of components
 * are the analyst's choice and change no number but as they say; twice the data have half the variance.
 */
class FitPropertiesTest {

    private static final double TIGHT = 1e-6;

    /** A property tried on twenty sets of data, the same at every run. */
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest(name = "data {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    private @interface OnRandomData {
    }

    /** Two peaks with noise: their parameters, the points, and one standard deviation for all. */
    private record Data(double[] truth, double[] x, double[] y, double sigma) {

        static Data of(long seed) {
            Random r = new Random(seed);
            double[] truth = {3 + r.nextDouble(), 5 + 20 * r.nextDouble(), 0.8 + r.nextDouble(),
                6.5 + r.nextDouble(), 5 + 20 * r.nextDouble(), 0.8 + r.nextDouble()};
            double[] x = TestSpectra.grid(0, 10, 120 + r.nextInt(80));
            double[] y = model(x, false).componentValues("a", truth);
            double[] other = model(x, false).componentValues("b", truth);
            double sigma = 0.1 + 0.3 * r.nextDouble();
            for (int i = 0; i < y.length; i++) {
                y[i] += other[i] + sigma * r.nextGaussian();
            }
            return new Data(truth, x, y, sigma);
        }

        FitResult fit() {
            return FitPropertiesTest.fit(model(x, false), truth, y, sigma);
        }
    }

    private static SumModel model(double[] x, boolean permuted) {
        return permuted ? SumModel.on(x).add("b", new Lorentzian()).add("a", new Gaussian()).build()
                : SumModel.on(x).add("a", new Gaussian()).add("b", new Lorentzian()).build();
    }

    private static FitResult fit(SumModel model, double[] starts, double[] y, double sigma) {
        double[] all = new double[y.length];
        java.util.Arrays.fill(all, sigma);
        return LeastSquares.fit(model, model.defaults().starts(starts), y, Weights.sigma(all), FitOptions.precise());
    }

    private static double[] map(double[] v, java.util.function.DoubleUnaryOperator f) {
        return java.util.Arrays.stream(v).map(f).toArray();
    }

    private static void assertClose(double wanted, double is, String what) {
        assertEquals(wanted, is, TIGHT * Math.max(1e-300, Math.abs(wanted)), what);
    }

    private static void assertParameter(FitResult one, FitResult other, String name, double factor, double shift) {
        double u = one.uncertainty(name) * Math.abs(factor);
        assertEquals(one.value(name) * factor + shift, other.value(name), 1e-4 * u, name);
        assertEquals(u, other.uncertainty(name), 1e-4 * u, "uncertainty of " + name);
    }

    @OnRandomData
    void anotherUnitOfTheSignal(long seed) {
        Data d = Data.of(seed);
        FitResult fit = d.fit();
        for (double k : new double[] {1e-9, 1e-3, 1e6, 1e12}) {
            double[] starts = {d.truth[0], k * d.truth[1], d.truth[2], d.truth[3], k * d.truth[4], d.truth[5]};
            FitResult scaled = fit(model(d.x, false), starts, map(d.y, v -> k * v), k * d.sigma);
            assertParameter(fit, scaled, "a.height", k, 0);
            assertParameter(fit, scaled, "b.height", k, 0);
            assertParameter(fit, scaled, "a.centre", 1, 0);
            assertParameter(fit, scaled, "b.fwhm", 1, 0);
            assertClose(fit.chiSquare(), scaled.chiSquare(), "chi square");
        }
    }

    @OnRandomData
    void anotherUnitAndOriginOfTheAxis(long seed) {
        Data d = Data.of(seed);
        FitResult fit = d.fit();
        for (double[] axis : new double[][] {{1e-9, 0}, {1e3, 0}, {8065.54, 0}, {1, 685}, {1, -1000}}) {
            double k = axis[0];
            double s = axis[1];
            double[] starts = {k * d.truth[0] + s, d.truth[1], k * d.truth[2], k * d.truth[3] + s, d.truth[4],
                k * d.truth[5]};
            FitResult moved = fit(model(map(d.x, v -> k * v + s), false), starts, d.y, d.sigma);
            assertParameter(fit, moved, "a.centre", k, s);
            assertParameter(fit, moved, "b.centre", k, s);
            assertParameter(fit, moved, "a.fwhm", k, 0);
            assertParameter(fit, moved, "b.height", 1, 0);
            assertClose(fit.chiSquare(), moved.chiSquare(), "chi square");
        }
    }

    @OnRandomData
    void theOtherDirectionOfTheAxis(long seed) {
        Data d = Data.of(seed);
        FitResult fit = d.fit();
        int n = d.x.length;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = d.x[n - 1 - i];
            y[i] = d.y[n - 1 - i];
        }
        FitResult reversed = fit(model(x, false), d.truth, y, d.sigma);
        FitResult mirrored = fit(model(map(x, v -> -v), false), new double[] {-d.truth[0], d.truth[1], d.truth[2],
            -d.truth[3], d.truth[4], d.truth[5]}, y, d.sigma);
        for (String name : fit.parameters().names()) {
            assertParameter(fit, reversed, name, 1, 0);
            assertParameter(fit, mirrored, name, name.endsWith("centre") ? -1 : 1, 0);
        }
    }

    @OnRandomData
    void anotherOrderOfComponents(long seed) {
        Data d = Data.of(seed);
        FitResult fit = d.fit();
        FitResult permuted = fit(model(d.x, true), new double[] {d.truth[3], d.truth[4], d.truth[5], d.truth[0],
            d.truth[1], d.truth[2]}, d.y, d.sigma);
        for (String name : fit.parameters().names()) {
            assertParameter(fit, permuted, name, 1, 0);
        }
        assertClose(fit.covariance(0, 3), permuted.covariance(3, 0), "covariance");
    }

    @OnRandomData
    void twiceTheDataHaveHalfTheVariance(long seed) {
        Data d = Data.of(seed);
        FitResult fit = d.fit();
        double[] x = new double[2 * d.x.length];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            // the same abscissa twice is refused, the next number is another
            x[i] = i % 2 == 0 ? d.x[i / 2] : d.x[i / 2] + 1e-9;
            y[i] = d.y[i / 2];
        }
        FitResult twice = fit(model(x, false), d.truth, y, d.sigma);
        for (String name : fit.parameters().names()) {
            assertEquals(fit.value(name), twice.value(name), 1e-4 * fit.uncertainty(name), name);
            assertEquals(Math.sqrt(0.5), twice.uncertainty(name) / fit.uncertainty(name), 1e-4, name);
        }
        assertClose(2 * fit.chiSquare(), twice.chiSquare(), "chi square");
    }

    @OnRandomData
    void halfOfTheDataAgreesWithAll(long seed) {
        Data d = Data.of(seed);
        FitResult fit = d.fit();
        int n = d.x.length / 2;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = d.x[2 * i];
            y[i] = d.y[2 * i];
        }
        FitResult half = fit(model(x, false), d.truth, y, d.sigma);
        for (String name : fit.parameters().names()) {
            // of a part and the whole the difference has the difference of the variances (Hausman)
            double u = Math.sqrt(Math.pow(half.uncertainty(name), 2) - Math.pow(fit.uncertainty(name), 2));
            assertTrue(Math.abs(half.value(name) - fit.value(name)) < 4.5 * u, name);
        }
    }
}
