package org.interphase.technique.electrochemistry.drt;

/** Names of the columns of a distribution of relaxation times (kind {@code eis.drt}). */
public final class DrtColumns {

    /** Kind of data. */
    public static final String KIND = "eis.drt";
    /** Time constant in s. */
    public static final String TAU = "time constant";
    /** Distribution over ln tau, in the unit of the impedance. */
    public static final String GAMMA = "gamma";
    /** Standard uncertainty of the distribution. */
    public static final String SIGMA = "sigma gamma";

    private DrtColumns() {
    }
}
