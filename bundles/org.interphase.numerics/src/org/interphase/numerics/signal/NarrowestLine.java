package org.interphase.numerics.signal;

/**
 * The width of the narrowest line a signal has. A line has wings: at one FWHM from its centre a Gaussian is at 0.0625
 * of its height and a Lorentzian at 0.2, at one and a half FWHM at 0.002 and 0.1. A cosmic ray hits one to three
 * points and has none.
 */
public final class NarrowestLine {

    /** Height over noise from which wings can be seen. */
    private static final double CLEAR = 20;
    private static final double WIDEST = 5;
    private static final double NARROWEST = 1.6;
    private static final int WING = 10;

    private NarrowestLine() {
    }

    /**
     * FWHM in points of the narrowest clear line of fewer than five points; positive infinity if there is none.
     *
     * @param y signal, equidistant
     * @param sigma standard uncertainty of each point
     */
    public static double find(double[] y, double[] sigma) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 2; i < y.length - 2; i++) {
            if (y[i] >= y[i - 1] && y[i] > y[i + 1]) {
                // the noise of the wings, which on a tall line is less than that of its top
                double noise = Math.min(sigma[Math.max(0, i - WING)], sigma[Math.min(y.length - 1, i + WING)]);
                least = Math.min(least, width(y, noise, i));
            }
        }
        return least;
    }

    private static double width(double[] y, double sigma, int top) {
        double left = lowest(y, top - WING, top);
        double right = lowest(y, top, top + WING);
        double[] half = crossings(y, top, 0.5 * (left + right));
        if (half == null || half[1] - half[0] > WIDEST) {
            return Double.POSITIVE_INFINITY;
        }
        double width = half[1] - half[0];
        double centre = 0.5 * (half[0] + half[1]);
        double base = 0.5 * (at(y, centre - 3 * width) + at(y, centre + 3 * width));
        half = crossings(y, top, base);
        double height = y[top] - base;
        if (half == null || !(height > CLEAR * sigma)) {
            return Double.POSITIVE_INFINITY;
        }
        width = half[1] - half[0];
        centre = 0.5 * (half[0] + half[1]);
        if (width < NARROWEST || width > WIDEST) {
            return Double.POSITIVE_INFINITY;
        }
        double a = (at(y, centre - width) - base) / height;
        double b = (at(y, centre + width) - base) / height;
        double far = 0.5 * (at(y, centre - 1.5 * width) + at(y, centre + 1.5 * width) - 2 * base) / height;
        double near = 0.5 * (a + b);
        // four standard uncertainties of the mean of two points
        boolean wings = near > 0.025 && near < 0.3 && near * height > 2.8 * sigma && Math.min(a, b) > 0.01
                && Math.max(a, b) < 0.4 && far < 0.16 && far < near;
        return wings ? width : Double.POSITIVE_INFINITY;
    }

    private static double lowest(double[] y, int from, int to) {
        double low = Double.POSITIVE_INFINITY;
        for (int i = Math.max(0, from); i <= Math.min(y.length - 1, to); i++) {
            low = Math.min(low, y[i]);
        }
        return low;
    }

    /** Where the signal falls to half its height over a base on either side, or null. */
    private static double[] crossings(double[] y, int top, double base) {
        double level = 0.5 * (y[top] + base);
        int a = top;
        while (a > 0 && y[a] > level && top - a < WING) {
            a--;
        }
        int b = top;
        while (b < y.length - 1 && y[b] > level && b - top < WING) {
            b++;
        }
        if (a == top || b == top || y[a] > level || y[b] > level) {
            return null;
        }
        return new double[] {a + (level - y[a]) / (y[a + 1] - y[a]), b - (level - y[b]) / (y[b - 1] - y[b])};
    }

    private static double at(double[] y, double position) {
        double p = Math.max(0, Math.min(y.length - 1, position));
        int i = Math.min(y.length - 2, (int) p);
        return y[i] + (p - i) * (y[i + 1] - y[i]);
    }
}
