package org.interphase.numerics.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.interphase.numerics.background.PolynomialBackground;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.LeastSquares;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.SumModel;
import org.interphase.numerics.fit.Weights;
import org.interphase.numerics.shape.AreaPeak;
import org.interphase.numerics.shape.Gaussian;
import org.junit.jupiter.api.Test;

/** Two Gaussians on a line are fitted to what is and what is not two Gaussians on a line. */
class FitJudgeTest {

    private static final int N = 161;
    private static final double AREA = 4000;
    private static final double[] X = new double[N];
    private static final SumModel MODEL;

    static {
        for (int i = 0; i < N; i++) {
            X[i] = -8 + 0.1 * i;
        }
        MODEL = SumModel.on(X).add("a", new AreaPeak(new Gaussian())).add("b", new AreaPeak(new Gaussian()))
                .addUnseen("line", PolynomialBackground.over(X, 1)).build();
    }

    private record Case(FitResult fit, FitVerdict verdict) {
        double pull() {
            int a = fit.parameters().indexOf("a.area");
            return (fit.value(a) - AREA) / Math.sqrt(verdict.covariance()[a][a]);
        }

        double plainPull() {
            int a = fit.parameters().indexOf("a.area");
            return (fit.value(a) - AREA) / fit.uncertainty(a);
        }
    }

    private static double gauss(double x, double centre, double width, double area) {
        double t = (x - centre) / width;
        return area / width * Math.sqrt(4 * Math.log(2) / Math.PI) * Math.exp(-4 * Math.log(2) * t * t);
    }

    private static double lorentz(double x, double centre, double width, double area) {
        double t = 2 * (x - centre) / width;
        return 2 * area / (Math.PI * width) / (1 + t * t);
    }

    private static Case run(DoubleUnaryOperator truth, double noiseFactor, long seed) {
        Random random = new Random(seed);
        double[] y = new double[N];
        double[] sigma = new double[N];
        for (int i = 0; i < N; i++) {
            double f = truth.applyAsDouble(X[i]);
            sigma[i] = Math.sqrt(f);
            y[i] = f + noiseFactor * sigma[i] * random.nextGaussian();
        }
        Parameters start = start();
        FitResult fit = LeastSquares.fit(MODEL, start, y, Weights.sigma(sigma));
        double[] signal = MODEL.componentValues("a", fit.values());
        double[] second = MODEL.componentValues("b", fit.values());
        for (int i = 0; i < N; i++) {
            signal[i] += second[i];
        }
        return new Case(fit, FitJudge.judge(MODEL, fit, 1, X, signal));
    }

    private static Parameters start() {
        Parameters p = MODEL.defaults();
        for (String n : p.names()) {
            p = switch (n) {
                case "a.centre" -> p.start(n, -1.4);
                case "b.centre" -> p.start(n, 2.2);
                case "a.area", "b.area" -> p.start(n, 3000);
                case "a.fwhm", "b.fwhm" -> p.start(n, 1.5);
                default -> p;
            };
        }
        return p;
    }

    private static double truth(double x) {
        return gauss(x, -1.5, 1.6, AREA) + gauss(x, 2, 1.8, 2500) + 400 + 5 * x;
    }

    @Test
    void dataThatObeyTheModelAreRarelyDoubtedAndTheirPullsAreStandard() {
        int runs = 300;
        int doubted = 0;
        double square = 0;
        for (int i = 0; i < runs; i++) {
            Case c = run(FitJudgeTest::truth, 1, i);
            int a = c.fit.parameters().indexOf("a.area");
            doubted += c.verdict.grounds(a).isEmpty() ? 0 : 1;
            square += c.pull() * c.pull();
        }
        assertTrue(doubted <= 0.03 * runs, doubted + " of " + runs + " doubted");
        assertEquals(0.9, Math.sqrt(square / runs), 0.1);
    }

    @Test
    void noiseThatIsLargerThanStatedWidensAndIsNoMisfit() {
        double square = 0;
        int runs = 200;
        int doubted = 0;
        for (int i = 0; i < runs; i++) {
            Case c = run(FitJudgeTest::truth, 2, 1000 + i);
            square += c.pull() * c.pull();
            doubted += c.verdict.grounds(c.fit.parameters().indexOf("a.area")).isEmpty() ? 0 : 1;
            assertEquals(4, c.verdict.noise(), 2);
        }
        assertEquals(0.95, Math.sqrt(square / runs), 0.15);
        assertTrue(doubted <= 0.05 * runs, doubted + " doubted");
    }

    /**
     * How often the fit's own uncertainty misses the truth, how often the judge lets the number pass, and how often
     * that then misses. A judge that doubts all passes as little as one that doubts nothing.
     *
     * @param plain least and largest number of 100 that lie beyond two uncertainties of the fit alone
     * @param sound least and largest number of 100 the judge has no ground against
     */
    private static void judged(String what, DoubleUnaryOperator truth, int[] plain, int[] sound) {
        int missed = 0;
        int passed = 0;
        int beyond = 0;
        for (int i = 0; i < 100; i++) {
            Case c = run(truth, 1, 5000 + i);
            missed += Math.abs(c.plainPull()) > 2 ? 1 : 0;
            if (c.verdict.grounds(c.fit.parameters().indexOf("a.area")).isEmpty()) {
                passed++;
                beyond += Math.abs(c.pull()) > 2 ? 1 : 0;
            }
        }
        assertTrue(missed >= plain[0] && missed <= plain[1], what + ": the fit alone misses " + missed);
        assertTrue(passed >= sound[0] && passed <= sound[1], what + ": " + passed + " pass");
        assertTrue(beyond <= Math.max(2, 0.08 * passed), what + ": " + beyond + " of " + passed + " beyond 2 u");
    }

    private static final int[] MOST = {80, 100};
    private static final int[] NONE = {0, 4};

    /** A smaller part hides in width and background: only other models with other shapes can tell of it. */
    @Test
    void aLineShapeThatIsFarOffIsDoubted() {
        for (double part : new double[] {0.4, 0.8}) {
            judged("Lorentzian part " + part, x -> truth(x) + part * (lorentz(x, -1.5, 1.6, AREA)
                    - gauss(x, -1.5, 1.6, AREA)), MOST, NONE);
        }
    }

    @Test
    void anUnfittedNeighbourIsCoveredOrDoubted() {
        judged("faint neighbour", x -> truth(x) + gauss(x, 0.2, 1.6, 0.02 * AREA), new int[] {25, 60},
                new int[] {45, 90});
        judged("faint far neighbour", x -> truth(x) + gauss(x, -5, 1.6, 0.02 * AREA), new int[] {10, 35},
                new int[] {5, 40});
        for (double part : new double[] {0.05, 0.1, 0.3}) {
            judged("neighbour " + part, x -> truth(x) + gauss(x, 0.2, 1.6, part * AREA), MOST, NONE);
            judged("far neighbour " + part, x -> truth(x) + gauss(x, -5, 1.6, part * AREA), MOST, NONE);
        }
    }

    @Test
    void aCurvedBackgroundIsCoveredOrDoubted() {
        judged("slight curvature", x -> truth(x) + 0.3 * x * x, new int[] {8, 35}, new int[] {70, 100});
        judged("curvature", x -> truth(x) + x * x, MOST, NONE);
        judged("strong curvature", x -> truth(x) + 3 * x * x, MOST, NONE);
    }

    /** Fringes of this period cancel in the area, so the fit alone is right by luck; the judge sees the large ones. */
    @Test
    void fringesAreDoubtedFromWhereTheyShow() {
        int[] few = {0, 15};
        judged("slight fringes", x -> truth(x) + 6 * Math.sin(x * 1.7), few, new int[] {85, 100});
        judged("fringes", x -> truth(x) + 20 * Math.sin(x * 1.7), few, new int[] {10, 60});
        judged("strong fringes", x -> truth(x) + 60 * Math.sin(x * 1.7), few, NONE);
    }

    @Test
    void theJudgeNamesWhereABandIsMissing() {
        Case c = run(x -> truth(x) + gauss(x, 6, 1.2, 900), 1, 3);
        Ground band = c.verdict.grounds().stream().filter(g -> g.kind() == Ground.Kind.UNFITTED_BAND).findFirst()
                .orElseThrow();
        assertEquals(6, band.at(), 0.5);
        assertTrue(band.weight() > FitJudge.BAND);
    }

    @Test
    void aBoundIsAGroundAgainstItsParameterAlone() {
        double[] y = new double[N];
        double[] sigma = new double[N];
        for (int i = 0; i < N; i++) {
            y[i] = truth(X[i]) + ((i * 7919) % 11 - 5);
            sigma[i] = Math.sqrt(truth(X[i]));
        }
        Parameters p = start().start("a.fwhm", 1.2).bounds("a.fwhm", 1, 1.3);
        FitResult fit = LeastSquares.fit(MODEL, p, y, Weights.sigma(sigma));
        FitVerdict v = FitJudge.judge(MODEL, fit, 1, X, null);
        int width = fit.parameters().indexOf("a.fwhm");
        assertTrue(v.grounds(width).stream().anyMatch(g -> g.kind() == Ground.Kind.AT_BOUND));
        assertTrue(v.grounds(fit.parameters().indexOf("b.centre")).stream()
                .noneMatch(g -> g.kind() == Ground.Kind.AT_BOUND));
    }
}
