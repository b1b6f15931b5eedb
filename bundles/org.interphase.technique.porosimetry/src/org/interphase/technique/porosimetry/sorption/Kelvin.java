package org.interphase.technique.porosimetry.sorption;

/**
 * Core radius of a cylinder in which liquid nitrogen and its vapour stand in equilibrium, by Kelvin's equation
 * r = f gamma V_m / (R T ln(p0/p)): f = 2 for the half sphere at the end of a full pore, f = 1 for the cylindrical film
 * along one that fills (L. H. Cohan, J. Am. Chem. Soc. 60 (1938) 433-435, doi:10.1021/ja01269a058).
 *
 * @param length f gamma V_m / (R T) in nm
 */
public record Kelvin(double length) {

    /** Relative standard uncertainty: surface tension to 0.1 mN/m, bath to 0.2 K (the founders' choice). */
    public static final double UNCERTAINTY = 0.012;

    /** Surface tension of nitrogen at 77.35 K in N/m, as Barrett, Joyner and Halenda take it. */
    private static final double TENSION = 8.85e-3;
    /** R T at 77.35 K in J/mol (R of the SI Brochure 2019). */
    private static final double THERMAL = 8.314462618 * 77.35;
    private static final double NANO = 1e9;
    /** cm3/mmol in m3/mol. */
    private static final double MOLAR = 1e-3;

    /** Of full pores that empty. */
    public static Kelvin emptying() {
        return new Kelvin(2 * TENSION * TPlot.LIQUID * MOLAR / THERMAL * NANO);
    }

    /** Of pores that fill from the film on their walls. */
    public static Kelvin filling() {
        return new Kelvin(emptying().length / 2);
    }

    /** Core radius in nm at a relative pressure between 0 and 1. */
    public double core(double p) {
        return -length / Math.log(p);
    }

    /** The same with another scale. */
    Kelvin scaled(double factor) {
        return new Kelvin(length * factor);
    }
}
