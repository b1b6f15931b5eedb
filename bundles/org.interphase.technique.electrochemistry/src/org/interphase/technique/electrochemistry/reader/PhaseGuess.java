package org.interphase.technique.electrochemistry.reader;

/**
 * What a column of phases must be where its heading leaves unit or sign open. Modulus and phase of an impedance belong
 * together: the phase is about 90 degrees times the slope of ln|Z| over ln f (the local form of the Kramers-Kronig
 * relations).
 *
 * @param radians whether the numbers are radians
 * @param reversed whether the numbers have the sign of -phase
 */
record PhaseGuess(boolean radians, boolean reversed) {

    /** Least mean slope of ln|Z| that tells something. */
    private static final double FLAT = 0.02;

    static PhaseGuess of(double[] hertz, double[] modulus, double[] phase) {
        double expected = 0;
        double found = 0;
        double product = 0;
        int n = 0;
        for (int i = 1; i + 1 < hertz.length; i++) {
            double slope = Math.log(modulus[i + 1] / modulus[i - 1]) / Math.log(hertz[i + 1] / hertz[i - 1]);
            if (Double.isFinite(slope) && Double.isFinite(phase[i])) {
                expected += Math.abs(90 * slope);
                found += Math.abs(phase[i]);
                product += slope * phase[i];
                n++;
            }
        }
        if (n < 3 || expected < 90 * FLAT * n || !(found > 0)) {
            return new PhaseGuess(false, false);
        }
        // the geometric mean of the two units' sizes divides them
        boolean radians = found / expected < Math.sqrt(Math.PI / 180);
        return new PhaseGuess(radians, product < 0);
    }
}
