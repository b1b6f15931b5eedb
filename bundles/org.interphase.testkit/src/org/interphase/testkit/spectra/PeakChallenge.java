package org.interphase.testkit.spectra;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;
import org.interphase.testkit.synthetic.Poisson;

/**
 * A strong and a weak peak on a stepped background, as counts over binding energies; each family breaks one assumption
 * of a fit of two pseudo-Voigts on a Shirley background, at a level from 0 (not at all) to 3 (grossly).
 *
 * @param family what is broken
 * @param level how far, 0 to 3
 * @param counts height of the strong peak in counts
 * @param share share of the weak peak in the area of both, 0 to below 1
 * @param seed seed of noise and of small changes of position and width
 */
public record PeakChallenge(Family family, double level, double counts, double share, long seed) {

    /** Which assumption is broken. */
    public enum Family {
        /** None. */
        OBEYING,
        /** The lines are products of Gaussian and Lorentzian. */
        PRODUCT_SHAPE,
        /** The strong line has a tail towards high energies. */
        ASYMMETRY,
        /** The background slopes by up to 1.5 % of the peak per eV beside its step. */
        SLOPE,
        /** The background is curved. */
        CURVATURE,
        /** The background does not step at all. */
        NO_STEP,
        /** A third state lies between the two. */
        THIRD_STATE,
        /** A neighbour has its maximum beyond the edge of the range. */
        EDGE
    }

    /** Lowest energy in eV. */
    public static final double FROM = 680;
    /** Step of energy in eV. */
    public static final double STEP = 0.1;
    /** Number of points. */
    public static final int POINTS = 141;

    private static final double GAUSS = Math.sqrt(Math.PI / Math.log(2)) / 2;
    private static final double MIXING = 0.25;

    /**
     * What is true.
     *
     * @param position of the strong and the weak peak in eV
     * @param fwhm their widths in eV
     * @param area their areas in counts eV
     */
    public record Truth(double[] position, double[] fwhm, double[] area) {
    }

    /** The truth of this challenge. */
    public Truth truth() {
        Random r = new Random(seed);
        double[] position = {688.3 + 0.1 * (r.nextDouble() - 0.5), 685.15 + 0.1 * (r.nextDouble() - 0.5)};
        double[] fwhm = {1.75 + 0.1 * r.nextDouble(), 1.55 + 0.1 * r.nextDouble()};
        double strong = counts * area(fwhm[0]);
        return new Truth(position, fwhm, new double[] {strong, strong * share / (1 - share)});
    }

    private double area(double fwhm) {
        return integral(x -> line(x, 0, fwhm), -400, 400);
    }

    private static double integral(DoubleUnaryOperator f, double from, double to) {
        double sum = 0;
        double step = 0.01;
        for (double x = from + step / 2; x < to; x += step) {
            sum += step * f.applyAsDouble(x);
        }
        return sum;
    }

    /** The line of height one. */
    private double line(double x, double centre, double fwhm) {
        double t = (x - centre) / fwhm;
        if (family == Family.ASYMMETRY && t > 0) {
            t /= 1 + 0.12 * level;
        }
        double gauss = Math.exp(-4 * Math.log(2) * t * t);
        double lorentz = 1 / (1 + 4 * t * t);
        if (family == Family.PRODUCT_SHAPE) {
            double m = 0.1 + 0.2 * level;
            return Math.exp(-4 * Math.log(2) * (1 - m) * t * t) / (1 + 4 * m * t * t);
        }
        return (1 - MIXING) * gauss + MIXING * lorentz;
    }

    /** The spectrum as a dataset of kind {@code xps.region}. */
    public Curve curve() {
        Truth t = truth();
        double[] height = {counts, t.area[1] / area(t.fwhm[1])};
        DoubleUnaryOperator peaks = x -> height[0] * line(x, t.position[0], t.fwhm[0])
                + height[1] * line(x, t.position[1], t.fwhm[1]) + foreign(x);
        double[] energy = new double[POINTS];
        double[] expected = new double[POINTS];
        double below = 0;
        for (int i = 0; i < POINTS; i++) {
            energy[i] = Math.round((FROM + i * STEP) * 1e6) / 1e6;
            double at = energy[i];
            below += i == 0 ? 0 : integral(peaks, at - STEP, at);
            expected[i] = 0.3 * counts + (family == Family.NO_STEP ? 0 : 0.01 * below) + background(at)
                    + peaks.applyAsDouble(at);
        }
        return Curve.ofUnsorted(DatasetHeader.of("F 1s", "xps.region", Metadata.EMPTY.with("synthetic", true)),
                "Binding energy", Unit.of("eV"), Direction.DESCENDING, energy, "Intensity", Unit.of("counts"),
                new Poisson(seed).next(expected), null);
    }

    private double foreign(double x) {
        return switch (family) {
            case THIRD_STATE -> 0.03 * level * counts * line(x, 686.7, 1.7);
            case EDGE -> 0.1 * level * counts * line(x, 694.6, 2);
            default -> 0;
        };
    }

    private double background(double x) {
        double u = x - FROM;
        return switch (family) {
            case SLOPE -> 0.005 * level * counts * u;
            case CURVATURE -> 0.001 * level * counts * (u - 7) * (u - 7);
            default -> 0;
        };
    }

    /** Names of the two peaks in the order of the truth. */
    public static List<String> names() {
        return List.of("strong", "weak");
    }
}
