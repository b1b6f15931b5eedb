package org.interphase.model;

/** Which way an axis runs on screen; in memory every axis ascends. */
public enum Direction {
    /** Small values left or below. */
    ASCENDING,
    /** Large values left: binding energy, wavenumber. */
    DESCENDING
}
