package org.interphase.technique.vibrational.operation;

/** Kinds of data that operations take. */
final class Kinds {

    static final String RAMAN = "raman";
    static final String ABSORBANCE = "ftir.absorbance";
    static final String TRANSMITTANCE = "ftir.transmittance";
    static final String REFLECTANCE = "ftir.reflectance";
    static final String KUBELKA_MUNK = "ftir.kubelka-munk";
    static final String SINGLE_BEAM = "ftir.single-beam";
    static final String RAMAN_MAP = "raman.map";
    static final String FTIR_MAP = "ftir.map";

    private Kinds() {
    }
}
