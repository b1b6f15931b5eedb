package org.interphase.technique.dynamics.trajectory;

/** What atoms are followed relative to. */
public enum DriftReference {
    /** The centre of mass of all atoms that are not followed. */
    HOST,
    /** The centre of mass of all atoms. */
    ALL,
    /** The coordinates as they are. */
    NONE
}
