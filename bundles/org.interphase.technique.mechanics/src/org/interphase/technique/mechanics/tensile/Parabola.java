package org.interphase.technique.mechanics.tensile;

/** A parabola by least squares through equally weighted neighbours, over the number of the point. */
final class Parabola {

    private Parabola() {
    }

    /** Its value at a point; the value of a line where there are too few points. */
    static double at(double[] y, int a, int b, int i) {
        int n = b - a + 1;
        if (n < 3) {
            return y[i];
        }
        double c = (a + b) / 2.0;
        double s2 = 0;
        double s4 = 0;
        double y0 = 0;
        double y1 = 0;
        double y2 = 0;
        for (int k = a; k <= b; k++) {
            double x = k - c;
            s2 += x * x;
            s4 += x * x * x * x;
            y0 += y[k];
            y1 += x * y[k];
            y2 += x * x * y[k];
        }
        double d = n * s4 - s2 * s2;
        double x = i - c;
        double quadratic = n > 3 ? (n * y2 - s2 * y0) / d : 0;
        double mean = (y0 - quadratic * s2) / n;
        return mean + y1 / s2 * x + quadratic * x * x;
    }
}
