package org.interphase.testkit.vibrational;

/** Band shapes by their textbook formulas. */
final class Bands {

    private Bands() {
    }

    /** Height times the Lorentz curve of unit height. */
    static double lorentzian(double x, double centre, double fwhm, double height) {
        double half = fwhm / 2;
        return height * half * half / ((x - centre) * (x - centre) + half * half);
    }

    /** Height times the Gauss curve of unit height. */
    static double gaussian(double x, double centre, double fwhm, double height) {
        double s = fwhm / 2.3548200450309493;
        return height * Math.exp(-(x - centre) * (x - centre) / (2 * s * s));
    }

    /** Equally spaced values, both ends included. */
    static double[] grid(double from, double to, double step) {
        double[] x = new double[(int) Math.round((to - from) / step) + 1];
        for (int i = 0; i < x.length; i++) {
            x[i] = from + i * step;
        }
        return x;
    }
}
