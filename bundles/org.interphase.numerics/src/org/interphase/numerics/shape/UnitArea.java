package org.interphase.numerics.shape;

/** A bound shape that keeps its area of unit height and width for as long as its own parameters stay the same. */
interface UnitArea {

    /** As {@link LineShape#unitArea}. */
    double unitArea(double[] p, int at);

    /** As {@link LineShape#unitAreaGradient}. */
    void unitAreaGradient(double[] p, int at, double[] gradient);
}
