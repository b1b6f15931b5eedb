package org.interphase.technique.battery.titration;

/** By what two cells are said to be in the same state. */
public enum TitrationState {
    /** The charge since the first pulse, per mass where every record states one. */
    CHARGE,
    /** The potential at the end of the rest. */
    POTENTIAL
}
