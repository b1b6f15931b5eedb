package org.interphase.technique.battery.segmentation;

/** How half cycles make cycles. */
public enum CycleRule {
    /** The recorded numbers where they are right, else the order of the first half cycle; which one is said. */
    AUTOMATIC,
    /** The recorded numbers of cycles. */
    AS_RECORDED,
    /** A cycle is a charge and the discharge after it. */
    CHARGE_FIRST,
    /** A cycle is a discharge and the charge after it. */
    DISCHARGE_FIRST
}
