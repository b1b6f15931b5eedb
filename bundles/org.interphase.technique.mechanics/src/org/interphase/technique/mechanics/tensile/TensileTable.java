package org.interphase.technique.mechanics.tensile;

/** Names of columns and facts of a tensile test, as readers give them. */
public final class TensileTable {

    /** Kind of data: the record of a tensile test. */
    public static final String KIND = "mechanics.tensile";
    /** Time in s. */
    public static final String TIME = "time";
    /** Force in N. */
    public static final String FORCE = "force";
    /** Engineering stress in MPa. */
    public static final String STRESS = "stress";
    /** Extension of the gauge length in mm. */
    public static final String EXTENSION = "extension";
    /** Travel of the crosshead in mm. */
    public static final String CROSSHEAD = "crosshead travel";
    /** Engineering strain, a pure number. */
    public static final String STRAIN = "strain";

    /** Fact: gauge length in mm. */
    public static final String GAUGE = "gauge length";
    /** Fact: cross-section in mm2. */
    public static final String SECTION = "cross-section";
    /** Fact: diameter in mm. */
    public static final String DIAMETER = "diameter";
    /** Fact: width in mm. */
    public static final String WIDTH = "width";
    /** Fact: thickness in mm. */
    public static final String THICKNESS = "thickness";
    /** Fact: length of the gauge after fracture in mm. */
    public static final String FINAL_LENGTH = "final length";
    /** Fact: diameter after fracture in mm. */
    public static final String FINAL_DIAMETER = "final diameter";
    /** Fact: cross-section after fracture in mm2. */
    public static final String FINAL_SECTION = "final cross-section";

    private TensileTable() {
    }
}
