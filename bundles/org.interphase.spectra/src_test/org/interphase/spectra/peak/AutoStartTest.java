package org.interphase.spectra.peak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.junit.jupiter.api.Test;

/** Starts of lines that overlap: each line moves by itself, areas are solved for together. */
class AutoStartTest {

    private static final double[] X = new double[141];

    static {
        for (int i = 0; i < X.length; i++) {
            X[i] = 680 + 0.1 * i;
        }
    }

    private static PeakComponent line(String name, String position) {
        return PeakComponent.of(name, "gaussian", position, "fixed 1.8", "auto");
    }

    private static double gaussian(double x, double centre, double area) {
        double t = (x - centre) / 1.8;
        return area * 2 / 1.8 * Math.sqrt(Math.log(2) / Math.PI) * Math.exp(-4 * Math.log(2) * t * t);
    }

    @Test
    void areasOfLinesThatOverlapAreThoseOfThePlacesFound() throws AnalysisException {
        Slots slots = Slots.of(List.of(line("a", "auto [684, 688]"), line("b", "auto [686, 690]")));
        double[] y = Arrays.stream(X).map(x -> gaussian(x, 686.3, 300) + gaussian(x, 687.6, 500)).toArray();
        double[] sigma = new double[X.length];
        Arrays.fill(sigma, 1);
        double[][] starts = AutoStart.find(slots, X, y, sigma, 1.8, new double[] {0.6, 5});
        // normal equations of both lines at the places found, solved by hand
        double[] a = Arrays.stream(X).map(x -> gaussian(x, starts[0][Slots.POSITION], 1)).toArray();
        double[] b = Arrays.stream(X).map(x -> gaussian(x, starts[1][Slots.POSITION], 1)).toArray();
        double aa = dot(a, a);
        double ab = dot(a, b);
        double bb = dot(b, b);
        double det = aa * bb - ab * ab;
        assertEquals((bb * dot(a, y) - ab * dot(b, y)) / det, starts[0][Slots.AREA], 0.1);
        assertEquals((aa * dot(b, y) - ab * dot(a, y)) / det, starts[1][Slots.AREA], 0.1);
        assertEquals(686.3, starts[0][Slots.POSITION], 0.3);
        assertEquals(687.6, starts[1][Slots.POSITION], 0.3);
    }

    private static double dot(double[] a, double[] b) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * b[i];
        }
        return s;
    }
}
