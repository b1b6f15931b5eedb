package org.interphase.technique.electrochemistry.kramerskronig;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import java.util.List;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from residuals that are given. */
class LinKkRecordTest {

    private static final int N = 20;

    private static LinKk of(double[] re, double[] im, Integer... outliers) {
        return new LinKk(3, 0.8, new double[2 * N], re, im, 0, List.of(outliers), new Drift(0, 1, new double[2 * N]));
    }

    private static int[] violating(LinKk kk) {
        boolean[] bad = kk.violations(0.01);
        return java.util.stream.IntStream.range(0, N).filter(i -> bad[i]).toArray();
    }

    private static double[] with(double value, int from, int to) {
        double[] out = new double[N];
        java.util.Arrays.fill(out, from, to, value);
        return out;
    }

    @Test
    void aDeviationAtEitherEndReachesTheLastPoint() {
        // means of five neighbours: 0.03 * 2/5 and more, above 0.01
        assertArrayEquals(new int[] {0, 1, 2, 3, 4}, violating(of(with(0.03, 0, 4), new double[N])));
        assertArrayEquals(new int[] {15, 16, 17, 18, 19}, violating(of(new double[N], with(-0.03, 16, 20))));
    }

    @Test
    void aDeviationWithinTheToleranceIsNone() {
        assertArrayEquals(new int[0], violating(of(with(0.0099, 0, N), new double[N])));
        assertEquals(N, violating(of(with(0.0101, 0, N), new double[N])).length);
    }

    @Test
    void singlePointsThatWereLeftOutCountBeyondTheTolerance() {
        double[] re = new double[N];
        re[5] = -0.04;
        re[9] = 0.005;
        assertArrayEquals(new int[] {5}, violating(of(re, new double[N], 5, 9)));
        assertArrayEquals(new int[0], violating(of(new double[N], new double[N], 5)));
    }

    @Test
    void aDriftThatWasSeenNamesItsLargestDeviations() {
        double[] shape = new double[2 * N];
        shape[18] = 0.2;
        shape[N + 19] = -0.3;
        shape[3] = 0.1;
        LinKk kk = new LinKk(3, 0.8, new double[2 * N], new double[N], new double[N], 0, List.of(),
                new Drift(0.1, 0.01, shape));
        assertArrayEquals(new int[] {18, 19}, violating(kk));
    }

    @Test
    void noiseIsTheMedianSecondDifference() {
        double[] zigzag = new double[N];
        for (int i = 0; i < N; i++) {
            zigzag[i] = i % 2 == 0 ? 1 : -1;
        }
        // second differences of four in the real part, none in the imaginary part: the upper median of both is 4
        assertEquals(1.4826 * 4 / Math.sqrt(6), LinKk.noise(zigzag, new double[N], 0, N), 1e-12);
        double[] line = new double[N];
        for (int i = 0; i < N; i++) {
            line[i] = 3 * i - 2;
        }
        assertEquals(0, LinKk.noise(line, line, 0, N));
        // only the rows asked for
        double[] half = zigzag.clone();
        java.util.Arrays.fill(half, 0, 12, 0);
        assertEquals(0, LinKk.noise(half, half, 0, 12));
        assertEquals(1.4826 * 4 / Math.sqrt(6), LinKk.noise(half, half, 12, N), 1e-12);
        assertEquals(0, LinKk.noise(zigzag, zigzag, 3, 5));
    }

    @Test
    void sizesOfTheResiduals() {
        double[] re = new double[N];
        double[] im = new double[N];
        re[4] = 0.03;
        im[4] = -0.04;
        im[0] = 0.02;
        LinKk kk = of(re, im);
        assertEquals(-0.04, kk.worst(4));
        assertEquals(0.02, kk.worst(0));
        assertEquals(0.04, kk.largest());
        assertEquals(Math.sqrt((9 + 16 + 4) * 1e-4 / 40), kk.rms(), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 63, 64})
    void aDisturbedPointIsNamedWhereverItStands(int row) {
        double[] hertz = ImpedanceTruth.frequencies(1e6, 1e-2, 65);
        double[][] z = ImpedanceTruth.of(10, new Arc(40, 1e-4, 0.85), new Arc(80, 0.5, 0.9)).measured(hertz, 0.001, 3);
        // the chain follows the ends more than what lies between
        z[0][row] *= row == 0 || row == 64 ? 1.3 : 1.05;
        z[1][row] *= 1.05;
        assertEquals(List.of(row), LinKk.usual(Spectra.spectrum(hertz, z)).outliers());
    }

    @Test
    void aNegativeRealPartIsDisturbed() {
        double[] hertz = ImpedanceTruth.frequencies(1e6, 1e-2, 65);
        double[][] z = ImpedanceTruth.of(10, new Arc(40, 1e-4, 0.85)).measured(hertz, 0.001, 3);
        z[0][0] = -1;
        assertEquals(List.of(0), LinKk.usual(Spectra.spectrum(hertz, z)).outliers());
    }
}
