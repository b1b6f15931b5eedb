package org.interphase.testkit.porosimetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A mercury run through a bundle of cylinders with log-normal diameters, and what is wrong with it.
 *
 * @param groups groups of cylinders
 * @param angle true contact angle in degrees
 * @param tension true surface tension in N/m
 * @param perDecade pressures per decade
 * @param low lowest pressure in MPa
 * @param high highest pressure in MPa
 * @param noise standard deviation of a volume in cm3/g
 * @param slope volume in cm3/g per MPa that is no pore: blank or compression
 * @param kept part of the mercury that stays behind; negative for a run without extrusion
 * @param seed of the noise
 */
public record CylinderBundle(List<Group> groups, double angle, double tension, int perDecade, double low, double high,
        double noise, double slope, double kept, long seed) {

    /**
     * Cylinders whose volumes are log-normal in the diameter.
     *
     * @param diameter median by volume, in um
     * @param spread standard deviation of ln D
     * @param volume in cm3/g
     */
    public record Group(double diameter, double spread, double volume) {
    }

    /** A run of 30 pressures per decade from 0.004 to 414 MPa at 140 degrees and 0.48 N/m. */
    public static CylinderBundle of(long seed, Group... groups) {
        return new CylinderBundle(List.of(groups), 140, 0.48, 30, 0.004, 414, 0.0001, 0, -1, seed);
    }

    /** The same at another contact angle. */
    public CylinderBundle at(double otherAngle) {
        return new CylinderBundle(groups, otherAngle, tension, perDecade, low, high, noise, slope, kept, seed);
    }

    /** The same with a volume that is no pore, in cm3/g per MPa. */
    public CylinderBundle sloping(double other) {
        return new CylinderBundle(groups, angle, tension, perDecade, low, high, noise, other, kept, seed);
    }

    /** The same with other noise. */
    public CylinderBundle noisy(double other) {
        return new CylinderBundle(groups, angle, tension, perDecade, low, high, other, slope, kept, seed);
    }

    /** The same at other pressures. */
    public CylinderBundle pressures(int number, double from, double to) {
        return new CylinderBundle(groups, angle, tension, number, from, to, noise, slope, kept, seed);
    }

    /** The same with an extrusion that leaves a part behind. */
    public CylinderBundle keeping(double part) {
        return new CylinderBundle(groups, angle, tension, perDecade, low, high, noise, slope, part, seed);
    }

    /** Diameter in um entered at a pressure in MPa. */
    public double diameter(double pressure) {
        return -4 * tension * Math.cos(Math.toRadians(angle)) / pressure;
    }

    /** Volume in cm3/g of the cylinders wider than a diameter in um. */
    public double wider(double d) {
        return groups.stream().mapToDouble(g -> g.volume / 2
                * erfc(Math.log(d / g.diameter) / g.spread / Math.sqrt(2))).sum();
    }

    /** Complementary error function to 1.5e-7 (Abramowitz and Stegun 1964, 7.1.26). */
    private static double erfc(double x) {
        double t = 1 / (1 + 0.3275911 * Math.abs(x));
        double tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
                * Math.exp(-x * x);
        return x < 0 ? 2 - tail : tail;
    }

    /** Total volume in cm3/g within the pressures. */
    public double volume() {
        return wider(diameter(high)) - wider(diameter(low));
    }

    /** Total wall area in m2/g within the pressures: the sum of 4 V/D, by many thin slices. */
    public double area() {
        int slices = 20000;
        double ratio = Math.pow(high / low, 1.0 / slices);
        double sum = 0;
        for (int i = 0; i < slices; i++) {
            double p = low * Math.pow(ratio, i);
            sum += 4 * (wider(diameter(p * ratio)) - wider(diameter(p))) / diameter(p * Math.sqrt(ratio));
        }
        return sum;
    }

    /** Diameter in um that halves the volume within the pressures. */
    public double median() {
        double a = diameter(high);
        double b = diameter(low);
        double half = wider(b) + volume() / 2;
        for (int i = 0; i < 100; i++) {
            double m = Math.sqrt(a * b);
            if (wider(m) > half) {
                a = m;
            } else {
                b = m;
            }
        }
        return Math.sqrt(a * b);
    }

    /** The run: pressure in MPa and cumulative volume in cm3/g, intrusion then extrusion. */
    public double[][] rows() {
        Random random = new Random(seed);
        List<double[]> out = new ArrayList<>();
        int n = (int) Math.ceil(Math.log10(high / low) * perDecade);
        double zero = wider(diameter(low));
        for (int i = 0; i <= n; i++) {
            double p = low * Math.pow(high / low, (double) i / n);
            out.add(new double[] {p, wider(diameter(p)) - zero + slope * (p - low) + noise * random.nextGaussian()});
        }
        for (int i = n - 1; i >= 0 && kept >= 0; i--) {
            double p = low * Math.pow(high / low, (double) i / n);
            // the way out needs pressures four times lower
            double left = kept * volume() + (1 - kept) * (wider(diameter(4 * p)) - zero);
            out.add(new double[] {p, Math.min(volume(), Math.max(left, kept * volume())) + slope * (p - low)
                    + noise * random.nextGaussian()});
        }
        return out.toArray(new double[0][]);
    }

    /** The run as delimited text with headings. */
    public String csv() {
        StringBuilder out = new StringBuilder("Pressure (MPa),Cumulative intrusion (cm3/g)\n");
        for (double[] r : rows()) {
            out.append(String.format(Locale.ROOT, "%.6g,%.6f%n", r[0], r[1]));
        }
        return out.toString();
    }
}
