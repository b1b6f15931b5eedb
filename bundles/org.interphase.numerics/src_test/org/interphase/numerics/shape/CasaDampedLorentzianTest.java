package org.interphase.numerics.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.interphase.numerics.fit.SumModel;
import org.junit.jupiter.api.Test;

class CasaDampedLorentzianTest {

    private static double[] grid() {
        double[] x = new double[8001];
        for (int i = 0; i < x.length; i++) {
            x[i] = -40 + 0.01 * i;
        }
        return x;
    }

    @Test
    void centreHeightWidthAndAreaMeanWhatTheySay() {
        CasaDampedLorentzian shape = new CasaDampedLorentzian(0.54, 10);
        double[] x = grid();
        double[] y = new double[x.length];
        shape.on(x).addValues(new double[] {1.3, 7, 2.2}, 0, y);
        int top = 0;
        double area = 0;
        for (int i = 0; i < x.length; i++) {
            top = y[i] > y[top] ? i : top;
            area += 0.01 * y[i];
        }
        assertEquals(1.3, x[top], 0.006);
        assertEquals(7, y[top], 1e-3);
        int left = top;
        int right = top;
        while (y[left] > 3.5) {
            left--;
        }
        while (y[right] > 3.5) {
            right++;
        }
        assertEquals(2.2, x[right] - x[left], 0.02);
        assertEquals(area, 7 * 2.2 * shape.unitArea(new double[0], 0), 1e-4 * area);
    }

    @Test
    void derivativesAreThoseOfTheValues() {
        SumModel model = SumModel.on(new double[] {-3, -1, -0.4, 0, 0.3, 1, 2, 5}).add("a",
                new CasaDampedLorentzian(0.54, 10)).build();
        double[] p = {0.1, 5, 1.7};
        double[][] columns = new double[3][8];
        double[] ones = {1, 1, 1, 1, 1, 1, 1, 1};
        new CasaDampedLorentzian(0.54, 10).on(new double[] {-3, -1, -0.4, 0, 0.3, 1, 2, 5}).columns(p, 0, ones,
                columns);
        for (int j = 0; j < 3; j++) {
            double h = 1e-5;
            double[] up = p.clone();
            double[] down = p.clone();
            up[j] += h;
            down[j] -= h;
            double[] a = model.componentValues("a", up);
            double[] b = model.componentValues("a", down);
            for (int i = 0; i < 8; i++) {
                assertEquals((a[i] - b[i]) / (2 * h), columns[j][i], 2e-4, "parameter " + j + " point " + i);
            }
        }
    }

    @Test
    void exponentsOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new CasaDampedLorentzian(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new CasaDampedLorentzian(1, 0));
    }
}
