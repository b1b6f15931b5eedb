package org.interphase.technique.porosimetry.intrusion;

import org.interphase.model.Verdict;

/**
 * Volumes over pressure of one run, from zero at its first pressure.
 *
 * @param pressure in Pa, ascending
 * @param volume of the intrusion
 * @param extrusion the way back
 */
public record RunCurve(double[] pressure, double[] volume, Branches.Branch extrusion) {

    /** A run with volumes multiplied by a factor. */
    public static RunCurve of(Branches b, double factor) {
        double first = b.intrusion().volume()[0];
        return new RunCurve(b.intrusion().pressure(), less(b.intrusion().volume(), first, factor),
                new Branches.Branch(b.extrusion().pressure(), less(b.extrusion().volume(), first, factor)));
    }

    private static double[] less(double[] v, double first, double factor) {
        double[] out = new double[v.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (v[i] - first) * factor;
        }
        return out;
    }

    /** The same with corrections, in cm3 times a factor, taken off. */
    public RunCurve corrected(Corrections c, double factor) {
        return new RunCurve(pressure, off(pressure, volume, c, factor),
                new Branches.Branch(extrusion.pressure(), off(extrusion.pressure(), extrusion.volume(), c, factor)));
    }

    private double[] off(double[] p, double[] v, Corrections c, double factor) {
        double[] out = v.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] -= factor * c.at(p[i], pressure[0]);
        }
        return out;
    }

    /** Highest pressure in Pa. */
    public double highest() {
        return pressure[pressure.length - 1];
    }

    /** Standard uncertainty of one volume. */
    public double reading() {
        return ReadingNoise.of(pressure, volume);
    }

    /**
     * The uncertainty of the blank at the highest pressure that the run itself leaves: a blank that is off makes the
     * volume rise with pressure, so that it is hardly off by more than twice what the last octave rises, to what two
     * readings leave.
     *
     * @param stated what is stated of it; infinity for nothing
     */
    public double blankAtMost(double stated) {
        double reading = reading();
        return Math.min(stated, 2 * (Math.abs(HighPressure.of(pressure, volume, reading).rise()) + 2 * reading));
    }

    /** What the highest pressures say of the volumes. */
    public Verdict verdict(double blank) {
        return HighPressure.of(pressure, volume, reading()).verdict(volume[volume.length - 1], blank);
    }
}
