package org.interphase.electro.impedance;

/** Names of the columns of an impedance spectrum (kind {@code eis}). The imaginary part is stored as -Im(Z). */
public final class EisColumns {

    /** Kind of data. */
    public static final String KIND = "eis";
    /** Frequency in Hz. */
    public static final String FREQUENCY = "frequency";
    /** Real part in ohm. */
    public static final String RE = "Re(Z)";
    /** Negative imaginary part in ohm, positive for a capacitor. */
    public static final String MINUS_IM = "-Im(Z)";
    /** Standard uncertainty of the real part in ohm, where known. */
    public static final String SIGMA_RE = "sigma Re(Z)";
    /** Standard uncertainty of the imaginary part in ohm, where known. */
    public static final String SIGMA_IM = "sigma Im(Z)";

    private EisColumns() {
    }
}
