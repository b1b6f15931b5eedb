package org.interphase.testkit.photoelectron;

/**
 * A photoelectron line with known area, of a shape a fit may not have.
 *
 * @param name chemical state
 * @param position binding energy of the line without its tail in eV
 * @param fwhm full width at half maximum without its tail in eV
 * @param area area in counts times eV
 * @param mixing share of the Lorentzian in the height, 0 to 1
 * @param tail mean length in eV of an exponential tail towards higher binding energy; 0 for none
 */
public record LineTruth(String name, double position, double fwhm, double area, double mixing, double tail) {

    private static final int TAIL_POINTS = 60;
    private static final double TAIL_REACH = 6;

    /** A symmetric line, a quarter Lorentzian. */
    public static LineTruth of(String name, double position, double fwhm, double area) {
        return new LineTruth(name, position, fwhm, area, 0.25, 0);
    }

    /** The same line elsewhere with a share of its area. */
    public LineTruth moved(double by, double share) {
        return new LineTruth(name, position + by, fwhm, share * area, mixing, tail);
    }

    /** The same line with another Lorentzian share. */
    public LineTruth mixed(double other) {
        return new LineTruth(name, position, fwhm, area, other, tail);
    }

    /** The same line with a tail. */
    public LineTruth tailed(double length) {
        return new LineTruth(name, position, fwhm, area, mixing, length);
    }

    /** The same line with another width. */
    public LineTruth wide(double factor) {
        return new LineTruth(name, position, factor * fwhm, area, mixing, tail);
    }

    /** Counts per channel at an energy. */
    public double at(double energy) {
        if (tail == 0) {
            return symmetric(energy);
        }
        double sum = 0;
        double weight = 0;
        double step = TAIL_REACH / TAIL_POINTS;
        for (int k = 0; k < TAIL_POINTS; k++) {
            double t = (k + 0.5) * step;
            double w = Math.exp(-t);
            sum += w * symmetric(energy - tail * t);
            weight += w;
        }
        return sum / weight;
    }

    private double symmetric(double energy) {
        double t = (energy - position) / fwhm;
        double unit = fwhm / 2 * ((1 - mixing) * Math.sqrt(Math.PI / Math.log(2)) + mixing * Math.PI);
        return area / unit * ((1 - mixing) * Math.exp(-4 * Math.log(2) * t * t) + mixing / (1 + 4 * t * t));
    }
}
