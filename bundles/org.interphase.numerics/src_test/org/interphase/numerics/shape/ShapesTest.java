package org.interphase.numerics.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.numerics.fit.Component;
import org.interphase.numerics.fit.DerivativeCheck;
import org.interphase.numerics.fit.SumModel;
import org.interphase.numerics.fit.TestSpectra;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.stream.Stream;

class ShapesTest {

    private static final double[] X = TestSpectra.grid(-4, 6, 101);

    private static final double CENTRE = 0.713;

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(new Gaussian(), new double[] {}),
                Arguments.of(new Lorentzian(), new double[] {}),
                Arguments.of(new PseudoVoigt(), new double[] {0.3}),
                Arguments.of(new SplitPseudoVoigt(), new double[] {0.4, 0.3}),
                Arguments.of(new AsymmetricPseudoVoigt(), new double[] {0.4, -0.35}),
                Arguments.of(new Voigt(), new double[] {0.35}),
                Arguments.of(new Voigt(), new double[] {0.98}),
                Arguments.of(new GaussLorentzProduct(), new double[] {0.3}),
                Arguments.of(new GaussLorentzProduct(), new double[] {0.004}),
                Arguments.of(new DoniachSunjic(true), new double[] {0.12}),
                Arguments.of(new DoniachSunjic(false), new double[] {0.3}),
                Arguments.of(new Fano(), new double[] {-0.2}),
                Arguments.of(new PearsonVii(), new double[] {1.7}),
                Arguments.of(new ExponentiallyModifiedGaussian(true), new double[] {0.8}),
                Arguments.of(new ExponentiallyModifiedGaussian(false), new double[] {2.5}),
                Arguments.of(new CasaLorentzian(true), new double[] {1.2, 2.3, 0.6}),
                Arguments.of(new CasaLorentzian(false), new double[] {1.5, 1.5, 2.5}));
    }

    private static double[] parameters(double[] extras) {
        double[] p = Arrays.copyOf(new double[] {CENTRE, 5, 1.6}, 3 + extras.length);
        System.arraycopy(extras, 0, p, 3, extras.length);
        return p;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void centreHeightAndWidthAreTrue(LineShape shape, double[] extras) {
        double[] p = parameters(extras);
        double d = 1e-4;
        double[] around = shape.values(new double[] {CENTRE - d, CENTRE, CENTRE + d}, p);
        assertEquals(5, around[1], 1e-9);
        // slopes on both sides vanish to first order; split shapes differ in curvature
        assertTrue(around[0] <= around[1] && around[2] <= around[1], "the maximum is at the centre");
        double[] fine = TestSpectra.grid(CENTRE - 2.5, CENTRE + 2.5, 50_001);
        double[] y = shape.values(fine, p);
        int left = 0;
        while (y[left] < 2.5) {
            left++;
        }
        int right = y.length - 1;
        while (y[right] < 2.5) {
            right--;
        }
        assertEquals(1.6, fine[right] - fine[left], 2.5e-4);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void columnsAgreeWithDifferences(LineShape shape, double[] extras) {
        double[] p = parameters(extras);
        double tolerance = shape instanceof CasaLorentzian ? 2e-6 : 2e-7;
        DerivativeCheck.check(SumModel.on(X).add("s", shape).build(), tolerance, p);
        if (shape.hasFiniteArea(p, 3)) {
            DerivativeCheck.check(SumModel.on(X).add("s", new AreaPeak(shape)).build(), tolerance, p);
        }
        Component doublet = new Doublet(shape);
        double[] q = Arrays.copyOf(p, p.length + 3);
        q[p.length] = 1.9;
        q[p.length + 1] = 0.5;
        q[p.length + 2] = 1.2;
        DerivativeCheck.check(SumModel.on(X).add("d", doublet).build(), tolerance, q);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void unitAreaIsTheIntegralOverTheWholeAxis(LineShape shape, double[] extras) {
        double[] p = parameters(extras);
        boolean infinite = shape instanceof DoniachSunjic || shape instanceof Fano;
        assertEquals(!infinite, shape.hasFiniteArea(p, 3));
        if (infinite) {
            return;
        }
        // x = c + sinh(v) in steps fine enough that the trapezoidal rule has converged
        int n = 400_001;
        double[] v = TestSpectra.grid(-28, 28, n);
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = CENTRE + 0.1 * Math.sinh(v[i]);
        }
        double[] y = shape.values(x, p);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += y[i] * 0.1 * Math.cosh(v[i]) * (v[1] - v[0]);
        }
        double tolerance = shape instanceof CasaLorentzian ? 1e-7 : 1e-8;
        assertEquals(sum, 5 * 1.6 * shape.unitArea(p, 3), tolerance * sum);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void areaGradientAgreesWithDifferences(LineShape shape, double[] extras) {
        double[] p = parameters(extras);
        if (!shape.hasFiniteArea(p, 3)) {
            return;
        }
        double[] gradient = new double[extras.length];
        shape.unitAreaGradient(p, 3, gradient);
        for (int k = 0; k < extras.length; k++) {
            double h = 1e-5;
            double[] up = p.clone();
            double[] down = p.clone();
            up[3 + k] += h;
            down[3 + k] -= h;
            double slope = (shape.unitArea(up, 3) - shape.unitArea(down, 3)) / (2 * h);
            assertEquals(slope, gradient[k], 1e-6 * Math.max(1, Math.abs(slope)), shape + " " + k);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void valuesStayFiniteFarAway(LineShape shape, double[] extras) {
        for (double y : shape.values(new double[] {-1e6, -1e3, 1e3, 1e6}, parameters(extras))) {
            assertTrue(Double.isFinite(y) && y >= 0, () -> shape + " gives " + y);
        }
        assertFalse(shape.id().isBlank());
    }
}
