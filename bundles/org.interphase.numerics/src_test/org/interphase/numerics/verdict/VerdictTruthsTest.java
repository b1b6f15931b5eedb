package org.interphase.numerics.verdict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.interphase.numerics.background.PolynomialBackground;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.LeastSquares;
import org.interphase.numerics.fit.SumModel;
import org.interphase.numerics.fit.Weights;
import org.junit.jupiter.api.Test;

/** Tests of residuals, parts of an uncertainty and grounds on numbers one can work out by hand. */
class VerdictTruthsTest {

    @Test
    void chiSquareAutocorrelationAndRunsOfSixResiduals() {
        ResidualTests t = ResidualTests.of(new double[] {1, 2, -1, 1, -2, -1}, 1, 2);
        // chi2 12 with 4 degrees of freedom
        assertEquals(8 / Math.sqrt(8), t.chiSquare(), 1e-14);
        // products 2 - 2 - 1 - 2 + 2 = -1
        assertEquals((-1 / 12.0 + 2 / 6.0) * Math.sqrt(6), t.autocorrelation(), 1e-14);
        // four runs of three and three: mean 4, variance 3 * 2 / 5
        assertEquals(0, t.runs(), 1e-14);
        // as two channels: products 2 - 2 and -2 + 2, runs 2 and 2
        ResidualTests two = ResidualTests.of(new double[] {1, 2, -1, 1, -2, -1}, 2, 2);
        assertEquals(2 / 6.0 * Math.sqrt(6), two.autocorrelation(), 1e-14);
        assertEquals(0, two.runs(), 1e-14);
        // two runs of four and two: mean 11/3, variance 8/3 * 5/3 / 5
        assertEquals((11 / 3.0 - 2) / Math.sqrt(8 / 9.0), ResidualTests.of(new double[] {1, 1, 1, 1, -1, -1}, 1, 0)
                .runs(), 1e-14);
        assertEquals(3, ResidualTests.of(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1}, 1, 0).runs(), 1e-14, "one sign");
        assertEquals(3, ResidualTests.of(new double[] {-1, -1, -1, -1, -1, -1, -1, -1, -1}, 1, 0).runs(), 1e-14);
        assertEquals(0, ResidualTests.of(new double[] {1, 1}, 1, 0).runs());
        ResidualTests none = ResidualTests.of(new double[4], 1, 1);
        assertEquals(0.5, none.autocorrelation(), 1e-14);
        assertEquals(-3 / Math.sqrt(6), none.chiSquare(), 1e-14);
        assertEquals(-1 / Math.sqrt(2), ResidualTests.of(new double[3], 1, 3).chiSquare(), 1e-14, "at least one");
    }

    @Test
    void aBellInTheResidualsIsFoundWithItsPlaceWidthAndSignificance() {
        // width 2.25 of those tried: 1, 1.5, 2.25 ...; over 33 points the sum is the norm of the bell
        double[] r = IntStream.range(0, 64).mapToDouble(i -> Math.abs(i - 40) <= 7
                ? -Math.exp(-0.5 * (i - 40) * (i - 40) / (2.25 * 2.25)) : 0).toArray();
        double norm = Math.sqrt(Arrays.stream(r).map(v -> v * v).sum());
        ResidualTests t = ResidualTests.of(r, 1, 0);
        assertEquals(-norm, t.band(), 1e-12);
        assertEquals(40, t.bandAt());
        assertEquals(2.25, t.bandWidth(), 0);
        // scatter above one is taken for noise
        double[] large = Arrays.stream(r).map(v -> 100 * v).toArray();
        assertEquals(-norm * 100 / Math.sqrt(1e4 * norm * norm / 64), ResidualTests.of(large, 1, 0).band(), 1e-10);
        // in the second channel of two it does not reach over into the first
        double[] edge = new double[64];
        edge[32] = 0.5;
        edge[31] = -0.5;
        ResidualTests two = ResidualTests.of(edge, 2, 0);
        double half = 0;
        for (int k = 0; k <= 3; k++) {
            half += Math.exp(-k * k);
        }
        assertEquals(0.5 / Math.sqrt(half), Math.abs(two.band()), 1e-12);
        assertEquals(1, two.bandWidth(), 0);
        // an eighth of the points is the widest
        double[] all = new double[32];
        Arrays.fill(all, 0.5);
        assertEquals(1.5 * 1.5 * 1.5, ResidualTests.of(all, 1, 0).bandWidth(), 0);
        assertEquals(0, ResidualTests.of(new double[] {1, 1, 1, 1, 1, 1, 1}, 1, 0).bandWidth(), 0, "too few points");
        assertTrue(ResidualTests.of(new double[] {1, 1, 1, 1, 1, 1, 1, 1}, 1, 0).bandWidth() == 1);
    }

    @Test
    void uncertaintiesAddUpFromScatterMisfitAndShift() {
        FitVerdict v = new FitVerdict(new FitVerdict.Parts(new double[][] {{4, 1}, {1, 9}}, new double[][] {{1, -2},
            {-2, 16}}, new double[][] {{1, 0}, {0, 4}}, new double[] {3, -5}, true), 2.5, null, List.of(), Map.of());
        assertArrayEquals(new double[] {4 + 1 + 9, 1 - 2 - 15}, v.covariance()[0], 0);
        assertArrayEquals(new double[] {1 - 2 - 15, 9 + 16 + 25}, v.covariance()[1], 0);
        double[] gradient = {2, 0.5};
        assertEquals(Math.sqrt(16 + 2 + 2.25), v.scatter(gradient), 1e-14);
        assertEquals(Math.sqrt(4 - 4 + 4), v.misfit(gradient), 1e-14);
        assertEquals(Math.sqrt(4 + 1), v.visibleMisfit(gradient), 1e-14);
        assertEquals(3.5, v.shift(gradient), 1e-14);
        assertEquals(Math.sqrt(20.25 + 4 + 12.25), v.propagate(gradient), 1e-14);
        assertEquals(3, v.scatter(new double[] {0, 1}), 1e-14);
        assertEquals(0, v.misfit(new double[] {0, 0}), 0);
        assertEquals(2.5, v.noise(), 0);
        assertTrue(v.misfitEstablished());
    }

    @Test
    void groundsOfOneParameterComeBeforeThoseOfAll() {
        Ground common = new Ground(Ground.Kind.STRUCTURE, 7, Double.NaN, false);
        Ground own = new Ground(Ground.Kind.AT_BOUND, 1, Double.NaN, false);
        FitVerdict v = new FitVerdict(new FitVerdict.Parts(new double[2][2], new double[2][2], new double[2][2],
                new double[2], false), 1, null, List.of(common), Map.of(1, List.of(own)));
        assertEquals(List.of(common), v.grounds());
        assertEquals(List.of(common), v.grounds(0));
        assertEquals(List.of(own, common), v.grounds(1));
        assertFalse(v.misfitEstablished());
    }

    @Test
    void everyGroundSaysItsNumber() {
        String[] expected = {"the fit did not end in a minimum",
            "the model is not that of the data (reduced chi-square 31.3)", "the residuals hang together",
            "the residuals hold a band at 284.8 that no component describes",
            "the misfit of the model adds 31 times the uncertainty from noise", "it ended at its bound",
            "the data do not determine it", "it can hardly be told apart from another parameter (correlation 31.250)"};
        for (Ground.Kind kind : Ground.Kind.values()) {
            assertEquals(expected[kind.ordinal()], new Ground(kind, 31.25, 284.8, false).text());
        }
        // as people write numbers, not 3.2e+02
        assertEquals("the misfit of the model adds 320 times the uncertainty from noise", new Ground(
                Ground.Kind.MISFIT_DOMINATES, 321.4, 0, false).text());
        assertEquals("the model is not that of the data (reduced chi-square 1.35e+09)", new Ground(Ground.Kind.MISFIT,
                1.35e9, 0, false).text());
        assertEquals("the residuals hold a band that no component describes", new Ground(Ground.Kind.UNFITTED_BAND, 8,
                Double.NaN, false).text());
        assertThrows(NullPointerException.class, () -> new Ground(null, 1, 1, false));
    }

    private static double[] zigzag(int n, double size) {
        return IntStream.range(0, n).mapToDouble(i -> i % 2 == 0 ? size : -size).toArray();
    }

    private static Evidence evidence(double[] r, boolean absolute, boolean converged) {
        int n = r.length;
        double[] one = new double[n];
        Arrays.fill(one, 1);
        return new Evidence(r, 1, new double[][] {one}, new double[][] {{1.0 / n}}, 1, absolute, converged, null,
                new double[][] {one});
    }

    @Test
    void statedNoiseIsBelievedUpToThreeStandardDeviationsOfChiSquare() {
        int n = 101;
        // chi2 / 100 = s^2 101 / 100, the limit 1 + 3 sqrt(0.02)
        double limit = Math.sqrt((1 + 3 * Math.sqrt(0.02)) * 100 / 101.0);
        assertEquals(1, FitJudge.judge(evidence(zigzag(n, limit * 0.999), true, true), Map.of()).noise(), 0);
        FitVerdict more = FitJudge.judge(evidence(zigzag(n, limit * 1.001), true, true), Map.of());
        assertEquals(limit * 1.001 * limit * 1.001 * 1.01, more.noise(), 1e-12);
        assertEquals(more.noise() / n, more.covariance()[0][0], 1e-12);
        // unstated noise is what the scatter says
        FitVerdict relative = FitJudge.judge(evidence(zigzag(n, 0.5), false, true), Map.of());
        assertEquals(0.25 * 1.01, relative.noise(), 1e-12);
        assertEquals(0, relative.tests().chiSquare(), 1e-10, "residuals in that noise");
        assertEquals(1, FitJudge.judge(evidence(zigzag(n, 0.5), true, true), Map.of()).noise(), 0);
    }

    @Test
    void aMisfitIsCalledSoFromAReducedChiSquareOf25On() {
        for (double[] c : new double[][] {{24.9, 0}, {25.1, 1}}) {
            double size = Math.sqrt(c[0] * 100 / 101.0);
            List<Ground> grounds = FitJudge.judge(evidence(zigzag(101, size), true, true), Map.of()).grounds();
            assertEquals((int) c[1], grounds.size());
            if (c[1] > 0) {
                assertEquals(Ground.Kind.MISFIT, grounds.get(0).kind());
                assertEquals(25.1, grounds.get(0).weight(), 1e-9);
            }
            assertEquals(List.of(), FitJudge.judge(evidence(zigzag(101, size), false, true), Map.of()).grounds());
        }
        Ground broken = FitJudge.judge(evidence(zigzag(20, 1), true, false), Map.of()).grounds().get(0);
        assertEquals(Ground.Kind.NOT_CONVERGED, broken.kind());
        assertTrue(broken.severe());
    }

    @Test
    void aBoundIsWeighedByHowFarItsParameterWouldGo() {
        double[] r = zigzag(100, 1);
        r[10] += 20;
        Ground bound = new Ground(Ground.Kind.AT_BOUND, Double.NaN, Double.NaN, false);
        FitVerdict v = FitJudge.judge(evidence(r, true, true), Map.of(0, List.of(bound)));
        // C J'r = 20 / 100
        assertEquals(0.2, v.shift(new double[] {1}), 1e-12);
        assertEquals(0.2 / v.scatter(new double[] {1}), v.grounds(0).get(0).weight(), 1e-12);
        assertEquals(0, FitJudge.judge(evidence(r, true, true), Map.of()).shift(new double[] {1}), 0);
        Ground other = new Ground(Ground.Kind.UNDETERMINED, 5, Double.NaN, true);
        assertEquals(other, FitJudge.judge(evidence(r, true, true), Map.of(0, List.of(other))).grounds(0).get(0));
    }

    @Test
    void residualsMustFillTheirChannels() {
        double[][] none = {};
        assertThrows(IllegalArgumentException.class, () -> new Evidence(new double[5], 2, none, none, 0, true, true,
                null, none));
        assertThrows(IllegalArgumentException.class, () -> new Evidence(new double[5], 0, none, none, 0, true, true,
                null, none));
        new Evidence(new double[6], 2, none, none, 0, true, true, null, none);
    }

    /** The largest restricted likelihood of a misfit over noise, by dense matrices in the space the fit left. */
    private static double[] likelihood(double[] r, int channels, double[][] jacobian, double[] envelope) {
        int n = r.length;
        int k = jacobian.length;
        RealMatrix j = new Array2DRowRealMatrix(jacobian).transpose();
        RealMatrix c = new LUDecomposition(j.transpose().multiply(j)).getSolver().getInverse();
        RealMatrix p = MatrixUtils.createRealIdentityMatrix(n).subtract(j.multiply(c).multiply(j.transpose()));
        EigenDecomposition e = new EigenDecomposition(p);
        RealMatrix q = e.getV().getSubMatrix(0, n - 1, 0, n - k - 1);
        int nu = n - k;
        double total = Arrays.stream(r).map(v -> v * v).sum();
        double[] best = {0, total / nu, 0, 0};
        int each = n / channels;
        for (double width = 2; width * 4 <= each; width *= 2) {
            int count = (int) Math.ceil(each / width) + 1;
            double[][] bells = new double[count * channels][n];
            for (int b = 0; b < count * channels; b++) {
                int from = b / count * each;
                double centre = from + b % count * (each - 1.0) / (count - 1);
                for (int i = from; i < from + each; i++) {
                    bells[b][i] = Math.abs(i - centre) < 4 * width + 1e-9 ? envelope[i] * Math.exp(-Math.pow(i - centre,
                            2) / (2 * width * width)) : 0;
                }
            }
            RealMatrix b = q.transpose().multiply(new Array2DRowRealMatrix(bells).transpose());
            double top = Arrays.stream(new EigenDecomposition(b.transpose().multiply(b)).getRealEigenvalues()).max()
                    .orElseThrow();
            double[] left = q.transpose().operate(r);
            RealMatrix effect = c.multiply(j.transpose()).multiply(new Array2DRowRealMatrix(bells).transpose());
            for (int i = 0; i <= 40; i++) {
                double ratio = Math.pow(10, -3 + 9.0 * i / 40) / top;
                LUDecomposition kernel = new LUDecomposition(MatrixUtils.createRealIdentityMatrix(nu).add(b.multiply(b
                        .transpose()).scalarMultiply(ratio)));
                double[] solved = kernel.getSolver().solve(new Array2DRowRealMatrix(left)).getColumn(0);
                double noise = 0;
                for (int a = 0; a < nu; a++) {
                    noise += left[a] * solved[a] / nu;
                }
                double evidence = nu * Math.log(total / nu) - nu * Math.log(noise) - Math.log(kernel.getDeterminant());
                if (evidence > best[0]) {
                    best = new double[] {evidence, noise, ratio * noise * effect.multiply(effect.transpose())
                            .getEntry(0, 0), width};
                }
            }
        }
        return best;
    }

    @Test
    void theMisfitIsThatOfTheLargestRestrictedLikelihood() {
        for (int channels = 1; channels <= 2; channels++) {
            int n = 48;
            SplittableRandom random = new SplittableRandom(5);
            double[][] jacobian = new double[2][n];
            double[] envelope = new double[n];
            double[] r = new double[n];
            for (int i = 0; i < n; i++) {
                jacobian[0][i] = 1;
                jacobian[1][i] = i / 24.0 - 1;
                envelope[i] = 0.4 + 0.6 * i / n;
                r[i] = random.nextGaussian() + 3 * envelope[i] * Math.sin(i * 0.45);
            }
            RealMatrix j = new Array2DRowRealMatrix(jacobian).transpose();
            RealMatrix c = new LUDecomposition(j.transpose().multiply(j)).getSolver().getInverse();
            double[] fitted = j.operate(c.multiply(j.transpose()).operate(r));
            for (int i = 0; i < n; i++) {
                r[i] -= fitted[i];
            }
            double[] expected = likelihood(r, channels, jacobian, envelope);
            Misfit found = Misfit.of(r, channels, jacobian, c.getData(), 2, new double[][] {envelope});
            assertTrue(expected[0] > 10, "evidence " + expected[0]);
            assertTrue(found.exists());
            assertEquals(expected[0], found.evidence, 1e-3 * expected[0]);
            assertEquals(expected[1], found.noise, 1e-3 * expected[1]);
            assertEquals(expected[2], found.covariance()[0][0], 1e-3 * expected[2]);
            double[][] visible = found.visibleCovariance();
            assertTrue(visible[0][0] > 0 && visible[0][0] <= found.covariance()[0][0] * (1 + 1e-9));
        }
    }

    @Test
    void whatOnlyTheParametersAbsorbIsNotVisible() {
        int n = 48;
        double[] one = new double[n];
        Arrays.fill(one, 1);
        double[] r = IntStream.range(0, n).mapToDouble(i -> 4 * Math.sin(2 * Math.PI * i / n) + (i % 2 == 0 ? 1 : -1))
                .toArray();
        Misfit found = Misfit.of(r, 1, new double[][] {one}, new double[][] {{1.0 / n}}, 1, new double[][] {one});
        // a misfit of many independent bells may hold a constant, which the constant absorbs whole
        assertTrue(found.visibleCovariance()[0][0] < 0.5 * found.covariance()[0][0]);
        Misfit none = Misfit.of(zigzag(48, 1), 1, new double[][] {one}, new double[][] {{1.0 / n}}, 1,
                new double[][] {one});
        assertFalse(none.exists());
        assertEquals(48 / 47.0, none.noise, 1e-12);
        assertEquals(0, none.evidence, 0);
    }

    /** A level with a bell of 10 on it at 13 of 0 to 20 and a zigzag of one, every point known to one half. */
    private static double[] belled(double height) {
        return IntStream.range(0, 101).mapToDouble(i -> 50 + (i % 2 == 0 ? 1 : -1)
                + height * Math.exp(-0.5 * Math.pow((i * 0.2 - 13) / 0.6, 2))).toArray();
    }

    private static final double[] X = IntStream.range(0, 101).mapToDouble(i -> i * 0.2).toArray();

    @Test
    void aFitIsJudgedByTheEvidenceItHolds() {
        SumModel model = SumModel.on(X).add("level", new PolynomialBackground(0, 0, 1)).build();
        double[] y = belled(10);
        double[] half = new double[101];
        Arrays.fill(half, 0.5);
        FitResult fit = LeastSquares.fit(model, model.defaults(), y, Weights.sigma(half));
        double level = Arrays.stream(y).average().orElseThrow();
        double[] r = Arrays.stream(y).map(v -> (v - level) * 2).toArray();
        double[] two = new double[101];
        Arrays.fill(two, 2);
        double[] one = new double[101];
        Arrays.fill(one, 1);
        double[] ramp = IntStream.range(0, 101).mapToDouble(i -> i * 7.0).toArray();
        double[] share = IntStream.range(0, 101).mapToDouble(i -> i / 100.0).toArray();
        for (double[] signal : new double[][] {null, ramp}) {
            FitVerdict expected = FitJudge.judge(new Evidence(r, 1, new double[][] {two}, new double[][] {{1 / 404.0}},
                    1, true, true, X, new double[][] {one, signal == null ? one : share}), Map.of());
            FitVerdict found = FitJudge.judge(model, fit, 1, X, signal);
            assertEquals(expected.covariance()[0][0], found.covariance()[0][0], 1e-6 * expected.covariance()[0][0]);
            assertEquals(expected.noise(), found.noise(), 1e-6 * expected.noise());
            Ground band = found.grounds(0).stream().filter(g -> g.kind() == Ground.Kind.UNFITTED_BAND).findFirst()
                    .orElseThrow();
            assertEquals(13, band.at(), 0.2);
            assertTrue(band.weight() > 6);
            assertEquals(band, found.grounds().get(0));
            Ground share3 = found.grounds(0).stream().filter(g -> g.kind() == Ground.Kind.MISFIT_DOMINATES).findFirst()
                    .orElseThrow();
            assertEquals(found.misfit(new double[] {1}) / found.scatter(new double[] {1}), share3.weight(), 1e-9);
            assertTrue(found.misfitEstablished());
        }
        // proportions of the noise alone: its size is that of what the bell leaves
        FitVerdict relative = FitJudge.judge(model, LeastSquares.fit(model, model.defaults(), y,
                Weights.relative(half)), 1, X, null);
        FitVerdict absolute = FitJudge.judge(model, fit, 1, X, null);
        assertEquals(absolute.covariance()[0][0], relative.covariance()[0][0], 1e-6 * absolute.covariance()[0][0]);
    }

    @Test
    void aBandIsOneFromSixStandardDeviationsOnAndStandsWhereItsChannelHasIt() {
        double[] r = new double[80];
        for (int i = 0; i < 80; i++) {
            r[i] = i % 2 == 0 ? 1 : -1;
        }
        for (int k = -4; k <= 4; k++) {
            r[60 + k] += 6 * Math.exp(-0.5 * k * k / 2.25);
        }
        double[] abscissa = IntStream.range(0, 40).mapToDouble(i -> 1000 + i).toArray();
        double[][] none = {};
        FitVerdict v = FitJudge.judge(new Evidence(r, 2, none, none, 0, true, true, abscissa, none), Map.of());
        Ground band = v.grounds().stream().filter(g -> g.kind() == Ground.Kind.UNFITTED_BAND).findFirst().orElseThrow();
        assertEquals(1020, band.at(), 1);
        assertEquals(v.tests().band(), band.weight(), 0);
        assertTrue(Double.isNaN(FitJudge.judge(new Evidence(r, 2, none, none, 0, true, true, null, none), Map.of())
                .grounds().get(0).at()));
        // slow waves of either sign are structure
        double[] slow = IntStream.range(0, 400).mapToDouble(i -> (i / 2 % 2 == 0 ? 1 : -1) * 1.2).toArray();
        assertEquals(List.of(), FitJudge.judge(new Evidence(slow, 1, none, none, 0, true, true, null, none), Map.of())
                .grounds());
        double[] long2 = IntStream.range(0, 400).mapToDouble(i -> i / 4 % 2 == 0 ? 1 : -1).toArray();
        FitVerdict waves = FitJudge.judge(new Evidence(long2, 1, none, none, 0, true, true, null, none), Map.of());
        assertEquals(List.of(new Ground(Ground.Kind.STRUCTURE, waves.tests().autocorrelation(), Double.NaN, false)),
                waves.grounds());
        assertTrue(waves.tests().autocorrelation() > 9);
    }
}
