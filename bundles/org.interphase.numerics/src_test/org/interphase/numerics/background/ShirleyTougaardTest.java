package org.interphase.numerics.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.LeastSquares;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.SumModel;
import org.interphase.numerics.fit.TestSpectra;
import org.interphase.numerics.fit.Weights;
import org.interphase.numerics.shape.AreaPeak;
import org.interphase.numerics.shape.Gaussian;
import org.interphase.numerics.shape.Lorentzian;
import org.junit.jupiter.api.Test;

import java.util.SplittableRandom;

class ShirleyTougaardTest {

    private static final double[] X = TestSpectra.grid(680, 700, 301);

    private static double[] measured() {
        SumModel model = SumModel.on(X).add("p", new Lorentzian()).addUnseen("c", PolynomialBackground.over(X, 0))
                .addActive("s", new ActiveShirley(true)).build();
        double[] y = new double[X.length];
        model.evaluator().values(new double[] {690, 1000, 1.8, 200, 0.03}, y);
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < y.length; i++) {
            y[i] += random.nextGaussian();
        }
        return y;
    }

    /**
     * Independent of the iteration: for a given factor k, B' = k (y - B) with the trapezoidal rule is an explicit
     * recursion; k is the root at which B ends on the right level.
     */
    @Test
    void iteratedShirleySolvesItsIntegralEquation() {
        double[] y = measured();
        double left = mean(y, 0, 5);
        double right = mean(y, y.length - 5, y.length);
        double low = 0;
        double high = 0.1;
        for (int i = 0; i < 200; i++) {
            double k = 0.5 * (low + high);
            if (march(y, left, k)[y.length - 1] < right) {
                low = k;
            } else {
                high = k;
            }
        }
        double[] expected = march(y, left, 0.5 * (low + high));
        Baseline baseline = Shirley.withEndWindow(5).of(X, y);
        assertTrue(baseline.converged());
        for (int i = 0; i < y.length; i++) {
            assertEquals(expected[i], baseline.values()[i], 1e-8 * expected[i]);
        }
    }

    private static double[] march(double[] y, double left, double k) {
        double[] b = new double[y.length];
        b[0] = left;
        for (int i = 1; i < y.length; i++) {
            double h = 0.5 * k * (X[i] - X[i - 1]);
            b[i] = (b[i - 1] + h * (y[i - 1] - b[i - 1] + y[i])) / (1 + h);
        }
        return b;
    }

    private static double mean(double[] y, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += y[i];
        }
        return sum / (to - from);
    }

    @Test
    void directionOfTheAxisDoesNotMatter() {
        double[] y = measured();
        int n = y.length;
        double[] rx = new double[n];
        double[] ry = new double[n];
        for (int i = 0; i < n; i++) {
            rx[i] = X[n - 1 - i];
            ry[i] = y[n - 1 - i];
        }
        double[] forward = Shirley.withEndWindow(5).of(X, y).values();
        double[] backward = Shirley.withEndWindow(5).of(rx, ry).values();
        for (int i = 0; i < n; i++) {
            assertEquals(forward[i], backward[n - 1 - i], 1e-9);
        }
    }

    @Test
    void oneNoisyEndPointHardlyMovesTheAveragedEnd() {
        double[] y = measured();
        double[] before = Shirley.withEndWindow(15).of(X, y).values();
        y[y.length - 1] += 30;
        double[] after = Shirley.withEndWindow(15).of(X, y).values();
        assertEquals(before[200], after[200], 30.0 / 15 * 1.2);
    }

    /** A narrow line far from the point is a delta function: B(E) = K(E - E0) times its area. */
    @Test
    void tougaardOfANarrowLineIsTheCrossSection() {
        double[] x = TestSpectra.grid(0, 80, 40_01);
        double[] y = new Gaussian().values(x, 10, 1000, 0.1);
        TougaardKernel kernel = TougaardKernel.universalDefault();
        double[] b = new Tougaard(kernel, true, 1, false).of(x, y).values();
        double area = 1000 * 0.1 * 0.5 * Math.sqrt(Math.PI / Math.log(2));
        double sigma = 0.1 / Math.sqrt(8 * Math.log(2));
        for (int i = 1000; i < x.length; i += 500) {
            // second-order correction for the line's width
            double t = x[i] - 10;
            double h = 1e-3;
            double curvature = (kernel.at(t + h) - 2 * kernel.at(t) + kernel.at(t - h)) / (h * h);
            assertEquals(area * (kernel.at(t) + 0.5 * sigma * sigma * curvature), b[i], 1e-8 * b[i]);
        }
    }

    /** Direct double sum of the definition, written independently of the operator, on a kinetic-energy axis. */
    @Test
    void threeParameterTougaardAgreesWithTheDoubleSum() {
        double[] x = TestSpectra.grid(1000, 960, 201);
        double[] y = new Lorentzian().values(x, 990, 500, 2);
        TougaardKernel kernel = TougaardKernel.threeParameter(325, 542, 275);
        double[] b = new Tougaard(kernel, false, 1, false).of(x, y).values();
        double h = 0.2;
        for (int i = 0; i < 201; i += 20) {
            double sum = 0;
            for (int j = 0; j <= i; j++) {
                double t = x[j] - x[i];
                double k = 325 * t / (Math.pow(542 - t * t, 2) + 275 * t * t);
                sum += (j == 0 || j == i ? 0.5 : 1) * h * k * (y[j] - y[0]);
            }
            assertEquals(y[0] + sum, b[i], 1e-8 * Math.abs(b[i]));
        }
    }

    @Test
    void theActiveBackgroundIsRecoveredAndWidensTheAreaUncertainty() {
        SumModel model = SumModel.on(X).add("p", new AreaPeak(new Lorentzian()))
                .addUnseen("c", PolynomialBackground.over(X, 0)).addActive("s", new ActiveShirley(true)).build();
        Parameters p = model.defaults().starts(689.5, 2000, 1.5, 150, 0.01);
        double[] sigma = new double[X.length];
        java.util.Arrays.fill(sigma, 1);
        double[] y = measured();
        FitResult free = LeastSquares.fit(model, p, y, Weights.sigma(sigma));
        assertEquals(0.03, free.value("s.k"), 5 * free.uncertainty("s.k"));
        assertEquals(1000 * 1.8 * Math.PI / 2, free.value("p.area"), 5 * free.uncertainty("p.area"));
        FitResult fixed = LeastSquares.fit(model, p.fix("s.k", 0.03), y, Weights.sigma(sigma));
        assertTrue(free.uncertainty("p.area") > 1.02 * fixed.uncertainty("p.area"), free + " " + fixed);
    }
}
