package org.interphase.technique.porosimetry.intrusion;

/**
 * Pressure at which mercury enters a cylinder: p D = -4 gamma cos(theta) (E. W. Washburn, PNAS 7 (1921) 115-116,
 * doi:10.1073/pnas.7.4.115).
 *
 * @param angle contact angle in rad, between 90 and 180 degrees
 * @param angleUncertainty its standard uncertainty in rad
 * @param tension surface tension in N/m
 * @param tensionUncertainty its standard uncertainty
 */
public record WashburnLaw(double angle, double angleUncertainty, double tension, double tensionUncertainty) {

    /** Diameter in m at a pressure in Pa. */
    public double diameter(double pressure) {
        return 4 * wetting() / pressure;
    }

    /** Pressure in Pa at a diameter in m. */
    public double pressure(double diameter) {
        return 4 * wetting() / diameter;
    }

    /** -gamma cos(theta), in N/m. */
    public double wetting() {
        return -tension * Math.cos(angle);
    }

    /** Relative standard uncertainty of every diameter (and, inversely, of areas): common to all of a run. */
    public double relativeUncertainty() {
        return Math.hypot(tensionUncertainty / tension, Math.tan(angle) * angleUncertainty);
    }
}
