package org.interphase.technique.dynamics.activation;

/** Constants of the SI, exact by definition (SI brochure, 9th ed., 2019), and what follows from them. */
public final class ThermalConstants {

    private static final double ELEMENTARY_CHARGE = 1.602176634e-19;
    private static final double BOLTZMANN = 1.380649e-23;
    /** Boltzmann constant in eV/K. */
    public static final double BOLTZMANN_EV = BOLTZMANN / ELEMENTARY_CHARGE;
    /** 0 degC in K. */
    public static final double ZERO_CELSIUS = 273.15;

    private ThermalConstants() {
    }

    /**
     * Conductivity in S/cm per diffusion coefficient in angstrom^2/ps: {@code n q^2 / (k T)}.
     *
     * @param density ions per cubic angstrom
     * @param charge charge number
     * @param kelvin temperature
     */
    public static double conductivity(double density, double charge, double kelvin) {
        double q = charge * ELEMENTARY_CHARGE;
        double perCubicMetre = density * 1e30;
        double squareMetresPerSecond = 1e-8;
        return perCubicMetre * q * q * squareMetresPerSecond / (BOLTZMANN * kelvin) / 100;
    }
}
