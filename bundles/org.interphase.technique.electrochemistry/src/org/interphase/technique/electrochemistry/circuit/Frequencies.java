package org.interphase.technique.electrochemistry.circuit;

/** Angular frequencies with what elements need of them again and again. Arrays are shared and not to be written to. */
public final class Frequencies {

    private final double[] omega;
    private final double[] logOmega;
    private final double[] sqrtOmega;

    private Frequencies(double[] omega) {
        this.omega = omega;
        this.logOmega = new double[omega.length];
        this.sqrtOmega = new double[omega.length];
        for (int i = 0; i < omega.length; i++) {
            if (!(omega[i] > 0) || Double.isInfinite(omega[i])) {
                throw new IllegalArgumentException("frequency " + omega[i] / (2 * Math.PI) + " Hz at row " + (i + 1)
                        + " is not positive and finite");
            }
            logOmega[i] = Math.log(omega[i]);
            sqrtOmega[i] = Math.sqrt(omega[i]);
        }
    }

    /**
     * Frequencies in Hz, in any order.
     *
     * @throws IllegalArgumentException if one is not positive and finite
     */
    public static Frequencies ofHertz(double[] hertz) {
        double[] omega = new double[hertz.length];
        for (int i = 0; i < omega.length; i++) {
            omega[i] = 2 * Math.PI * hertz[i];
        }
        return new Frequencies(omega);
    }

    /** Number of frequencies. */
    public int size() {
        return omega.length;
    }

    /** Angular frequencies in rad/s. */
    public double[] omega() {
        return omega;
    }

    /** Natural logarithms of the angular frequencies. */
    public double[] logOmega() {
        return logOmega;
    }

    /** Square roots of the angular frequencies. */
    public double[] sqrtOmega() {
        return sqrtOmega;
    }

    /** The smallest angular frequency. */
    public double minOmega() {
        double min = Double.POSITIVE_INFINITY;
        for (double w : omega) {
            min = Math.min(min, w);
        }
        return min;
    }

    /** The largest angular frequency. */
    public double maxOmega() {
        double max = 0;
        for (double w : omega) {
            max = Math.max(max, w);
        }
        return max;
    }
}
