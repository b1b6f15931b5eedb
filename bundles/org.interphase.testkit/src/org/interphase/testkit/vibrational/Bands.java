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

    /** Sum of both with a share m of the Lorentz curve. */
    static double pseudoVoigt(double x, double centre, double fwhm, double m, double height) {
        return lorentzian(x, centre, fwhm, m * height) + gaussian(x, centre, fwhm, (1 - m) * height);
    }

    /** Area of it over the whole axis. */
    static double area(double fwhm, double m, double height) {
        return height * fwhm * (m * Math.PI / 2 + (1 - m) * Math.sqrt(Math.PI / Math.log(2)) / 2);
    }

    /** A pseudo-Voigt whose halves have widths in the ratio (1 + lean) to (1 - lean); its height and area stay. */
    static double leaning(double x, double centre, double fwhm, double m, double lean, double height) {
        return pseudoVoigt(x, centre, fwhm * (x > centre ? 1 + lean : 1 - lean), m, height);
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
