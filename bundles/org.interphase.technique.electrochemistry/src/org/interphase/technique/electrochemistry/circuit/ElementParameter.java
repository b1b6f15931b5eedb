package org.interphase.technique.electrochemistry.circuit;

import java.util.Objects;

/**
 * A parameter of a circuit element.
 *
 * @param name name for people, for example "resistance"
 * @param symbol formula symbol, for example "R" or "α"
 * @param unit unit as plain text
 * @param role what the parameter stands for; start values and default bounds follow from it
 */
public record ElementParameter(String name, String symbol, String unit, Role role) {

    /** What a parameter stands for. */
    public enum Role {
        /** A resistance in ohm, or the magnitude of an impedance. */
        RESISTANCE,
        /** A capacitance in F. */
        CAPACITANCE,
        /** An inductance in H. */
        INDUCTANCE,
        /** |Y| of a constant phase element at 1 rad/s, in S s^α. */
        ADMITTANCE,
        /** Real part of a Warburg impedance at 1 rad/s, in ohm s^-1/2. */
        DIFFUSION,
        /** A time constant in s. */
        TIME,
        /** A dimensionless exponent between 0 and 1. */
        EXPONENT;

        /** With which power of the impedance the parameter grows when all impedances are multiplied by an area. */
        public int impedancePower() {
            return switch (this) {
                case RESISTANCE, INDUCTANCE, DIFFUSION -> 1;
                case CAPACITANCE, ADMITTANCE -> -1;
                case TIME, EXPONENT -> 0;
            };
        }
    }

    /** Requires all parts. */
    public ElementParameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(role, "role");
    }

    /** Whether it is positive over many orders of magnitude and therefore fitted as its logarithm. */
    public boolean logarithmic() {
        return role != Role.EXPONENT;
    }

    /** Default lower bound. Below an exponent of 0.2 a constant phase element can hardly be told from a resistor. */
    public double lower() {
        return role == Role.EXPONENT ? 0.2 : 1e-18;
    }

    /** Default upper bound. */
    public double upper() {
        return role == Role.EXPONENT ? 1 : 1e18;
    }
}
