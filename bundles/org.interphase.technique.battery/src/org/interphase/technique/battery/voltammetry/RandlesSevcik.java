package org.interphase.technique.battery.voltammetry;

import org.interphase.technique.battery.transport.PhysicalConstants;

/**
 * Peak current over the square root of the scan rate by semi-infinite planar diffusion (R. S. Nicholson, I. Shain,
 * Anal. Chem. 36 (1964) 706): per unit of area, concentration and root of the diffusion coefficient.
 */
public final class RandlesSevcik {

    /** Largest value of the dimensionless current of a reversible couple. */
    private static final double REVERSIBLE = 0.4463;
    /** The same of a totally irreversible step. */
    private static final double IRREVERSIBLE = 0.4958;

    private RandlesSevcik() {
    }

    /** Reversible: A s^1/2 V^-1/2 per cm², mol/cm³ and (cm²/s)^1/2. */
    public static double reversible(int electrons, double kelvin) {
        return REVERSIBLE * electrons * PhysicalConstants.FARADAY * Math.sqrt(electrons * PhysicalConstants.FARADAY
                / (PhysicalConstants.GAS * kelvin));
    }

    /**
     * Totally irreversible, in the same unit.
     *
     * @param transfer transfer coefficient times the electrons of the step that limits the rate
     */
    public static double irreversible(int electrons, double transfer, double kelvin) {
        return IRREVERSIBLE * electrons * PhysicalConstants.FARADAY * Math.sqrt(transfer * PhysicalConstants.FARADAY
                / (PhysicalConstants.GAS * kelvin));
    }
}
