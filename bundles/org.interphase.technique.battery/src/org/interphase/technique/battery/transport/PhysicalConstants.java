package org.interphase.technique.battery.transport;

/** Constants of the SI, exact by definition (SI brochure, 9th ed., 2019). */
public final class PhysicalConstants {

    private static final double ELEMENTARY_CHARGE = 1.602176634e-19;
    private static final double AVOGADRO = 6.02214076e23;
    private static final double BOLTZMANN = 1.380649e-23;

    /** Faraday constant, C/mol. */
    public static final double FARADAY = ELEMENTARY_CHARGE * AVOGADRO;
    /** Gas constant, J/(mol K). */
    public static final double GAS = BOLTZMANN * AVOGADRO;
    /** Boltzmann constant, eV/K. */
    public static final double BOLTZMANN_EV = BOLTZMANN / ELEMENTARY_CHARGE;

    private PhysicalConstants() {
    }
}
