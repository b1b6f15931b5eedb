package org.interphase.testkit.battery;

/**
 * A peak of a species bound to the electrode, or of a phase transition of an electrode in equilibrium: sech² in
 * potential (A. J. Bard and L. R. Faulkner, Electrochemical Methods, 2nd ed., section 14.3.2), of any width, at
 * different potentials on the way up and down.
 *
 * @param up potential of the peak on rising potential, V
 * @param down potential of the peak on falling potential, V
 * @param charge area of each peak, C
 * @param width full width at half maximum, V
 */
public record BoundWave(double up, double down, double charge, double width) {

    private static final double HALF = Math.log(1 + Math.sqrt(2));

    /** Current in A at a potential on a sweep of a rate in V/s. */
    public double current(double e, int direction, double rate) {
        double s = HALF / (width / 2);
        double z = 1 / Math.cosh(s * (e - (direction > 0 ? up : down)));
        return direction * height(rate) * z * z;
    }

    /** Height of the peak in A on a sweep of a rate in V/s: its area is the charge times the rate. */
    public double height(double rate) {
        return charge * rate * HALF / width;
    }

    /** The same peak moved along the potential, for one direction each. */
    public BoundWave moved(double byUp, double byDown) {
        return new BoundWave(up + byUp, down + byDown, charge, width);
    }
}
