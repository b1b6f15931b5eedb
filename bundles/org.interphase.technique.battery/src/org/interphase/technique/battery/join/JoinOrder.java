package org.interphase.technique.battery.join;

/** By what the parts of a test are put in order. */
public enum JoinOrder {
    /** By their times where those run on from part to part, else by the dates they were started. */
    AUTOMATIC,
    /** By their times, which run on from part to part. */
    TIME,
    /** By the dates at which they begin; each part's time counts from there. */
    DATE,
    /** In the order in which they are given, each beginning where the one before ends. */
    AS_GIVEN
}
