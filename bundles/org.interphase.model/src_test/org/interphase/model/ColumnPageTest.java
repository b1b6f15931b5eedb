package org.interphase.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

class ColumnPageTest {

    @Test
    void everyDecimalNumberIsTheDoubleNearestToIt() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int n = 1 + random.nextInt(200);
            int digits = 1 + random.nextInt(15);
            long[] m = new long[n];
            byte[] d = new byte[n];
            long around = (long) (random.nextDouble() * Math.pow(10, digits));
            long spread = (long) Math.pow(10, random.nextInt(digits + 1));
            for (int i = 0; i < n; i++) {
                m[i] = (random.nextBoolean() ? 1 : -1) * (around + (long) (random.nextDouble() * spread));
                d[i] = random.nextInt(20) == 0 ? ColumnPage.MISSING : (byte) (round % 3 == 0 ? 6 : random.nextInt(9));
            }
            ColumnPage page = ColumnPage.ofDecimals(m, d, n);
            double[] all = new double[n + 1];
            page.copyTo(all, 1);
            for (int i = 0; i < n; i++) {
                double expected = d[i] < 0 ? Double.NaN : BigDecimal.valueOf(m[i], d[i]).doubleValue();
                assertEquals(expected, page.get(i), "round " + round + ", row " + i);
                assertEquals(expected, all[i + 1]);
            }
        }
    }

    @Test
    void unitsOfDecimalPowersAndMinutesStayExact() {
        long[] m = {36001, -5, 0, 1853_8186};
        byte[] d = {4, 0, 2, 4};
        ColumnPage page = ColumnPage.ofDecimals(m, d, 4);
        long[][] factors = {{1, 3}, {60, 0}, {3600, 0}, {-1, 0}, {1, 20}};
        for (long[] f : factors) {
            ColumnPage scaled = page.times(f[0], (int) f[1]);
            for (int i = 0; i < 4; i++) {
                double exact = BigDecimal.valueOf(m[i], d[i]).multiply(BigDecimal.valueOf(f[0]))
                        .movePointLeft((int) f[1]).doubleValue();
                assertEquals(exact, scaled.get(i), f[1] > 18 ? Math.abs(exact) * 1e-15 : 0);
            }
        }
    }

    @Test
    void narrowRangesTakeFewBytes() {
        int n = ColumnPage.ROWS;
        long[] m = new long[n];
        byte[] d = new byte[n];
        java.util.Arrays.fill(m, 42);
        assertEquals(0, ColumnPage.ofDecimals(m, d, n).bytes());
        for (int i = 0; i < n; i++) {
            m[i] = 3_000_000_000L + i;
        }
        assertEquals(2L * n, ColumnPage.ofDecimals(m, d, n).bytes());
        m[0] = -m[0];
        assertEquals(8L * n, ColumnPage.ofDecimals(m, d, n).bytes());
    }

    @Test
    void aColumnOfPagesEqualsOneOfValues() {
        int n = ColumnPage.ROWS + 3;
        double[] v = new double[n];
        long[] m = new long[ColumnPage.ROWS];
        byte[] d = new byte[ColumnPage.ROWS];
        for (int i = 0; i < n; i++) {
            v[i] = i == 5 ? Double.NaN : i / 100.0;
            if (i < m.length) {
                m[i] = i;
                d[i] = i == 5 ? ColumnPage.MISSING : 2;
            }
        }
        ColumnPage last = ColumnPage.of(java.util.Arrays.copyOfRange(v, ColumnPage.ROWS, n), 3);
        Column pages = Column.of("t", Unit.of("s"), List.of(ColumnPage.ofDecimals(m, d, m.length), last));
        Column plain = Column.of("t", "s", v);
        assertEquals(plain, pages);
        assertEquals(plain.hashCode(), pages.hashCode());
        assertArrayEquals(v, pages.values());
        assertEquals(plain.max(), pages.max());
        assertEquals(0, pages.min());
        assertTrue(Double.isNaN(pages.get(5)));
        assertThrows(IllegalArgumentException.class, () -> Column.of("t", Unit.of("s"), List.of(last, last)));
    }
}
