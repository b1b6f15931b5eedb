package org.interphase.testkit.porosimetry;

import java.util.Locale;
import java.util.Random;

/**
 * A nitrogen isotherm of open cylinders with a lognormal distribution of volume over diameter. A pore fills where its
 * film makes its core unstable (a cylindrical meniscus) and empties by a meniscus of half a sphere; before and after, a
 * film lies on its wall. Beside the pores there may be open surface, and cavities that cavitation alone empties.
 *
 * @param volume of the pores in cm3/g
 * @param diameter median diameter in nm
 * @param width standard deviation of the logarithm of diameter
 * @param surface open surface in m2/g
 * @param cavities cm3/g of pores of 20 nm that fill as the others and empty at p/p0 = 0.42 to 0.47
 * @param halsey part of the film that is Halsey's; the rest is Harkins and Jura's
 * @param points of each branch
 * @param noise relative standard deviation of an amount
 * @param seed of noise
 */
public record CylinderIsotherm(double volume, double diameter, double width, double surface, double cavities,
        double halsey, int points, double noise, long seed) {

    /** cm3/mmol of liquid nitrogen at 77 K. */
    private static final double LIQUID = 0.03467;
    /** 2 gamma V/(RT) in nm: 8.85 mN/m, 34.67 cm3/mol, 77.35 K. */
    private static final double KELVIN = 2 * 8.85e-3 * 34.67e-6 / (8.314462618 * 77.35) * 1e9;
    private static final double CAVITY = 20;
    private static final int CLASSES = 801;

    private double film(double p) {
        double h = 0.354 * Math.cbrt(-5 / Math.log(p));
        double j = 0.1 * Math.sqrt(13.99 / (0.034 - Math.log10(p)));
        return halsey * h + (1 - halsey) * j;
    }

    /** Part of a cylinder's volume that is filled. */
    private double filled(double d, double p, boolean desorption) {
        double t = film(p);
        double core = KELVIN / (desorption ? 1 : 2) / -Math.log(p);
        if (d / 2 <= core + t) {
            return 1;
        }
        double r = 1 - 2 * t / d;
        return 1 - r * r;
    }

    /** Amount in mmol/g. */
    private double amount(double p, boolean desorption) {
        double sum = surface * film(p) * 1e-3;
        double weight = 0;
        double pores = 0;
        for (int k = 0; k < CLASSES; k++) {
            double z = -5 + 10.0 * k / (CLASSES - 1);
            double w = Math.exp(-z * z / 2);
            weight += w;
            pores += w * filled(diameter * Math.exp(width * z), p, desorption);
        }
        sum += volume * pores / weight;
        double cavity = filled(CAVITY, p, false);
        double torn = Math.max(0, Math.min(1, (p - 0.42) / 0.05));
        sum += cavities * (desorption ? Math.max(cavity, torn + (1 - torn) * cavity) : cavity);
        return sum / LIQUID;
    }

    /** Relative pressure and amount in mmol/g: adsorption, then desorption. */
    public double[][] rows() {
        Random random = new Random(seed);
        double[][] out = new double[2 * points - 1][];
        for (int i = 0; i < points; i++) {
            double f = (double) i / (points - 1);
            // denser towards saturation, where wide pores are
            double p = 0.05 + 0.944 * (1 - Math.pow(1 - f, 1.6));
            out[i] = new double[] {p, amount(p, false) * (1 + noise * random.nextGaussian())};
            if (i < points - 1) {
                out[2 * points - 2 - i] = new double[] {p, amount(p, true) * (1 + noise * random.nextGaussian())};
            }
        }
        return out;
    }

    /** The same as delimited text, amounts in cm3/g at STP. */
    public String csv() {
        StringBuilder out = new StringBuilder("Adsorptive: N2\nBath temperature: 77.35 K\n"
                + "Relative Pressure (p/p0),Quantity Adsorbed (cm3/g STP)\n");
        for (double[] r : rows()) {
            out.append(String.format(Locale.ROOT, "%.8f,%.6f%n", r[0], r[1] * 22.413969));
        }
        return out.toString();
    }

    /** Area of the walls in m2/g, 4V/d over the distribution. */
    public double area() {
        return 4e3 * volume / diameter * Math.exp(width * width / 2);
    }
}
