package org.interphase.testkit.example;

/**
 * A simulated line: pseudo-Voigt with a mixing of Gaussian and Lorentzian of equal FWHM (Wertheim et al., Rev. Sci.
 * Instrum. 45 (1974) 1369), given by its area.
 *
 * @param name component
 * @param position centre
 * @param fwhm full width at half maximum
 * @param area area under the line, ordinate times abscissa units
 * @param lorentzian fraction of Lorentzian, 0 to 1
 */
record Peak(String name, double position, double fwhm, double area, double lorentzian) {

    /** Value of the line at x. */
    double at(double x) {
        double t = (x - position) / fwhm;
        double gauss = 2 * Math.sqrt(Math.log(2) / Math.PI) / fwhm * Math.exp(-4 * Math.log(2) * t * t);
        double lorentz = 2 / (Math.PI * fwhm) / (1 + 4 * t * t);
        return area * ((1 - lorentzian) * gauss + lorentzian * lorentz);
    }

    /** Sum of lines at every x. */
    static double[] sum(Iterable<Peak> peaks, double[] x) {
        double[] y = new double[x.length];
        for (Peak p : peaks) {
            for (int i = 0; i < x.length; i++) {
                y[i] += p.at(x[i]);
            }
        }
        return y;
    }
}
