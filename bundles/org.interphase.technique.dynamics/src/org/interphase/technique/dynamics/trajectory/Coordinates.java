package org.interphase.technique.dynamics.trajectory;

/** What the coordinates of a trajectory are, as far as its file says. */
public enum Coordinates {
    /** Within a periodic cell: an atom that leaves on one side comes back on the other. */
    WRAPPED("wrapped into the cell"),
    /** Within a periodic cell, with counters of how often each atom has left it. */
    IMAGES("wrapped, with image flags"),
    /** Running on beyond the cell. */
    UNWRAPPED("unwrapped"),
    /** Without any cell: nothing tells whether atoms come back on the other side. */
    NO_CELL("without a cell");

    private final String words;

    Coordinates(String words) {
        this.words = words;
    }

    /** A few words for people. */
    public String words() {
        return words;
    }
}
