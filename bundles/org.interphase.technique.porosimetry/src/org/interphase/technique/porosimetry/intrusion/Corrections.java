package org.interphase.technique.porosimetry.intrusion;

/**
 * Volumes that are no pores: what a blank run shows, and what mercury and sample give way under pressure. All seem
 * intruded, so that all are taken off.
 *
 * @param blankPressure pressures in Pa of a blank run, ascending; empty for none
 * @param blankVolume its volumes in cm3
 * @param mercury volume of mercury under pressure in cm3; 0 for no correction
 * @param solid compressibility of the solid in 1/Pa times its volume in cm3; 0 for no correction
 */
public record Corrections(double[] blankPressure, double[] blankVolume, double mercury, double solid) {

    /**
     * Isothermal compressibility of mercury near 20 degC, in 1/Pa (G. J. F. Holman, C. A. ten Seldam, J. Phys. Chem.
     * Ref. Data 23 (1994) 807, doi:10.1063/1.555952; third digit unverified).
     */
    public static final double MERCURY = 4.0e-11;
    /** Relative standard uncertainty of a correction by it: it falls with pressure (unverified). */
    public static final double MERCURY_UNCERTAINTY = 0.05;

    /** Part of a pressure by which the last points of two runs may differ. */
    private static final double REACHED = 0.01;

    /** Volume to take off at a pressure, in cm3, from that at the pressure the run begins. */
    public double at(double pressure, double start) {
        return blank(pressure) - blank(start) + (MERCURY * mercury + solid) * (pressure - start);
    }

    /** Whether a blank run, if there is one, reaches up to a pressure; above its last the volume is held. */
    public boolean reaches(double pressure) {
        return blankPressure.length == 0 || pressure <= (1 + REACHED) * blankPressure[blankPressure.length - 1];
    }

    private double blank(double p) {
        int n = blankPressure.length;
        if (n == 0) {
            return 0;
        }
        if (p <= blankPressure[0]) {
            return blankVolume[0];
        }
        int i = 1;
        while (i < n && blankPressure[i] < p) {
            i++;
        }
        if (i == n) {
            return blankVolume[n - 1];
        }
        double f = (p - blankPressure[i - 1]) / (blankPressure[i] - blankPressure[i - 1]);
        return blankVolume[i - 1] + f * (blankVolume[i] - blankVolume[i - 1]);
    }
}
