package org.interphase.technique.mechanics.indent;

/** Names of columns and facts of an indentation test, as readers give them. */
public final class IndentTable {

    /** Kind of data: load and depth of an indentation test. */
    public static final String KIND = "mechanics.indentation";
    /** Time in s. */
    public static final String TIME = "time";
    /** Depth in nm. */
    public static final String DEPTH = "depth";
    /** Force in mN. */
    public static final String FORCE = "force";
    /** Stiffness of the contact by a small oscillation, in N/m. */
    public static final String STIFFNESS = "contact stiffness";

    /** Fact: coefficients C0, C1, ... of the area function, in powers of nm, as text with commas. */
    public static final String AREA = "area function";
    /** Fact: compliance of the frame in nm/mN. */
    public static final String COMPLIANCE = "frame compliance";
    /** Fact: whether the depth is free of the deflection of the frame already. */
    public static final String COMPLIANCE_TAKEN_OFF = "frame compliance taken off";
    /** Fact: thermal drift in nm/s. */
    public static final String DRIFT = "thermal drift";
    /** Fact: whether the depth is free of thermal drift already. */
    public static final String DRIFT_TAKEN_OFF = "thermal drift taken off";
    /** Fact: Poisson's ratio of the sample. */
    public static final String POISSON = "Poisson ratio";
    /** Fact: where on the sample the indent is, along x, a length. */
    public static final String X = "position x";
    /** Fact: where on the sample the indent is, along y, a length. */
    public static final String Y = "position y";

    private IndentTable() {
    }
}
