package org.interphase.technique.battery.reader;

/** How the cells of a column are written. */
enum CellKind {
    /** Numbers. */
    NUMBER,
    /** Times as on a clock, read as seconds. */
    CLOCK,
    /** Dates, read as seconds since 1970-01-01 as their clock showed them. */
    DATE,
    /** Words that say what the instrument does, read as 1 (charging), -1 (discharging), 0 (resting). */
    STATE,
    /** Any other words: kept as a list of those that occur. */
    WORD
}
