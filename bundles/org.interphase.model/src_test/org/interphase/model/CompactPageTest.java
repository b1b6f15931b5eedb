package org.interphase.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Pages of numbers of binary files keep every bit of every number, in no more bytes than they need. */
class CompactPageTest {

    private static void assertKept(long bytes, IntToDoubleFunction f) {
        int n = 1000;
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = f.applyAsDouble(i);
        }
        ColumnPage page = ColumnPage.compact(values, n);
        double[] copied = new double[n];
        page.copyTo(copied, 0);
        for (int i = 0; i < n; i++) {
            assertEquals(Double.doubleToLongBits(values[i]), Double.doubleToLongBits(page.get(i)), "row " + i);
            assertEquals(Double.doubleToLongBits(values[i]), Double.doubleToLongBits(copied[i]), "copied row " + i);
        }
        assertEquals(bytes, page.bytes());
        ColumnPage thousandth = page.times(1, 3);
        double scale = Double.isNaN(values[7]) ? 1 : Math.max(1, Math.abs(values[7]));
        assertEquals(0, Double.isNaN(values[7]) ? 0 : thousandth.get(7) - values[7] / 1000, 1e-18 * scale);
    }

    @Test
    void everyBitIsKept() {
        SplittableRandom random = new SplittableRandom(3);
        assertKept(0, i -> 3.7);
        assertKept(0, i -> Double.NaN);
        assertKept(0, i -> -0.0);
        assertKept(1000, i -> i % 200);
        assertKept(1000, i -> i % 3 == 0 ? Double.NaN : i % 200);
        assertKept(2000, i -> i * 60 / 1000.0);
        assertKept(4000, i -> 1.7e9 + i * 1000.25 + i % 4 * 0.25);
        assertKept(4000, i -> (float) (3 + 0.01 * i));
        assertKept(4000, i -> i % 2 == 0 ? Double.NaN : (float) random.nextDouble());
        assertKept(4000, i -> i == 0 ? -0.0 : i * 0.5f);
        assertKept(8000, i -> random.nextDouble());
        assertKept(8000, i -> i == 5 ? Double.POSITIVE_INFINITY : random.nextDouble());
        assertKept(8000, i -> 1e18 + 4096.0 * i * i * i);
    }
}
