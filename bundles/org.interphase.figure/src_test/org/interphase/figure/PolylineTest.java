package org.interphase.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Thinning loses nothing that can be seen. */
class PolylineTest {

    private static final Scale ACROSS = new Scale(0, 100, 0, 500, false);
    private static final Scale DOWN = new Scale(-5, 5, 300, 0, false);

    private static double[][] noise(int n, boolean up, boolean gaps) {
        Random random = new Random(n);
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 100.0 * (up ? i : n - 1 - i) / (n - 1);
            y[i] = gaps && i % 1000 < 20 ? Double.NaN : random.nextGaussian();
        }
        return new double[][] {x, y};
    }

    /** Least and greatest position of each column, by the definition. */
    private static double[] extremes(double[] x, double[] y, int columns) {
        double[] out = new double[2 * columns];
        for (int c = 0; c < columns; c++) {
            out[2 * c] = Double.POSITIVE_INFINITY;
            out[2 * c + 1] = Double.NEGATIVE_INFINITY;
        }
        for (int i = 0; i < x.length; i++) {
            int c = (int) Math.floor(x[i]);
            if (c >= 0 && c < columns && !Double.isNaN(y[i])) {
                out[2 * c] = Math.min(out[2 * c], y[i]);
                out[2 * c + 1] = Math.max(out[2 * c + 1], y[i]);
            }
        }
        return out;
    }

    @Test
    void everyColumnKeepsItsExtremesWhicheverWayTheValuesRun() {
        for (boolean up : new boolean[] {true, false}) {
            for (boolean gaps : new boolean[] {true, false}) {
                double[][] xy = noise(200_000, up, gaps);
                double[] px = new double[xy[0].length];
                double[] py = new double[xy[0].length];
                for (int i = 0; i < px.length; i++) {
                    px[i] = ACROSS.at(xy[0][i]);
                    py[i] = DOWN.at(xy[1][i]);
                }
                Polyline p = Polyline.of(xy[0], xy[1], ACROSS, DOWN);
                assertTrue(p.x().length < 3000, p.x().length + " points");
                assertArrayEquals(extremes(px, py, 500), extremes(p.x(), p.y(), 500), 1e-9);
                assertEquals(gaps, java.util.Arrays.stream(p.y()).anyMatch(Double::isNaN), "gaps stay gaps");
            }
        }
    }

    @Test
    void onlyWhatIsInSightAndOnePointOnEachSideIsKept() {
        double[][] xy = noise(1001, true, false);
        Polyline p = Polyline.of(xy[0], xy[1], new Scale(40, 60, 0, 500, false), DOWN);
        assertEquals(40 - 0.1, 40 + p.x()[0] / 25, 1e-9);
        assertEquals(60 + 0.1, 40 + p.x()[p.x().length - 1] / 25, 1e-9);
    }

    @Test
    void aLoopIsThinnedToo() {
        int n = 100_000;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 50 + 40 * Math.cos(4 * Math.PI * i / n);
            y[i] = 4 * Math.sin(4 * Math.PI * i / n);
        }
        Polyline p = Polyline.of(x, y, ACROSS, DOWN);
        assertTrue(p.x().length < 10_000 && p.x().length > 500, p.x().length + " points");
        assertEquals(DOWN.at(4), java.util.Arrays.stream(p.y()).min().orElseThrow(), 1e-3);
        assertEquals(DOWN.at(-4), java.util.Arrays.stream(p.y()).max().orElseThrow(), 1e-3);
    }

    @Test
    void whatALogarithmicScaleCantShowIsAGap() {
        Polyline p = Polyline.of(new double[] {1, 2, 3}, new double[] {1, -1, 10}, ACROSS,
                new Scale(1, 100, 300, 0, true));
        assertEquals(300, p.y()[0], 1e-9);
        assertTrue(Double.isNaN(p.y()[1]));
        assertEquals(150, p.y()[2], 1e-9);
    }
}
