package org.interphase.testkit.synthetic;

/**
 * A peak with known parameters: the weighted sum of a Gaussian and a Lorentzian of one height and width
 * (pseudo-Voigt; a pure Lorentzian at mixing 1).
 *
 * @param name what it stands for
 * @param position centre
 * @param fwhm full width at half maximum, in the axis unit
 * @param height value at the centre above the background
 * @param mixing share of the Lorentzian, 0 to 1
 */
public record PeakTruth(String name, double position, double fwhm, double height, double mixing) {

    /** The value at x. */
    public double at(double x) {
        double t = (x - position) / fwhm;
        return height * ((1 - mixing) * Math.exp(-4 * Math.log(2) * t * t) + mixing / (1 + 4 * t * t));
    }

    /** The area under the whole peak: Gaussian h w sqrt(pi / ln 2) / 2, Lorentzian h w pi / 2. */
    public double area() {
        return height * fwhm / 2 * ((1 - mixing) * Math.sqrt(Math.PI / Math.log(2)) + mixing * Math.PI);
    }
}
