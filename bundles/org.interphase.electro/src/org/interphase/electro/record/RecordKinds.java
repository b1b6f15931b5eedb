package org.interphase.electro.record;

/** Kinds of the records of potentiostats; those of cyclers are {@link RecordColumns#CYCLING}. */
public final class RecordKinds {

    /** Cyclic voltammograms. */
    public static final String CV = "cv";
    /** Linear sweeps. */
    public static final String LSV = "lsv";
    /** Current at constant potential. */
    public static final String CA = "ca";
    /** Potential at constant current. */
    public static final String CP = "cp";
    /** Potential of the open circuit. */
    public static final String OCV = "ocv";
    /** Galvanostatic cycling. */
    public static final String GCPL = "gcpl";
    /** Records that do not say what they are. */
    public static final String RECORD = "electrochemistry.record";

    private RecordKinds() {
    }
}
