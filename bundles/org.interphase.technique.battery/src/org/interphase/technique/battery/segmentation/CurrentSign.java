package org.interphase.technique.battery.segmentation;

/** What the sign of the recorded current means. */
public enum CurrentSign {
    /** As recorded unless the voltage contradicts it in nearly every step; what was found is said. */
    AUTOMATIC,
    /** Charging is positive, as records have it. */
    CHARGE_POSITIVE,
    /** Discharging is positive. */
    DISCHARGE_POSITIVE,
    /** The current has no sign: the voltage tells the direction of each step. */
    UNSIGNED
}
