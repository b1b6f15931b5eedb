package org.interphase.technique.battery.operation;

import org.interphase.model.unit.Numbers;

/** Clauses that the sentences of several operations on their methods share. */
final class MethodWords {

    private MethodWords() {
    }

    /** What capacities are referred to; empty where it is the file that states it or nobody does. */
    static String per(Double milligrams, Double squareCentimetres) {
        return milligrams != null ? "Capacities are per active mass of " + Numbers.plain(milligrams, 4) + " mg. "
                : squareCentimetres != null ? "Capacities are per area "
                        + "of " + Numbers.plain(squareCentimetres, 4) + " cm2. "
                        : "";
    }
}
