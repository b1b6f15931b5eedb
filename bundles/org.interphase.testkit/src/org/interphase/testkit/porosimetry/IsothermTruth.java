package org.interphase.testkit.porosimetry;

import java.util.Locale;
import java.util.Random;

/**
 * An isotherm of known monolayer: BET layers, n of them at most, and micropores that fill by a Langmuir equation.
 *
 * @param monolayer of the layers in mmol/g
 * @param constant C of the layers
 * @param layers most layers
 * @param micropores amount that fills micropores in mmol/g
 * @param micropressure relative pressure at which they are half full
 * @param points number of points
 * @param noise relative standard deviation of an amount
 * @param seed of the noise
 */
public record IsothermTruth(double monolayer, double constant, int layers, double micropores, double micropressure,
        int points, double noise, long seed) {

    /** The points: relative pressure and amount in mmol/g, half of them below 0.3. */
    public double[][] rows() {
        Random random = new Random(seed);
        double[][] out = new double[points][];
        for (int i = 0; i < points; i++) {
            double f = (double) i / (points - 1);
            double x = f < 0.25 ? 1e-4 * Math.pow(300, f / 0.25) : 0.03 + (f - 0.25) / 0.75 * 0.95;
            double y = Math.pow(x, layers);
            // BET for a finite number of layers (Brunauer, Emmett, Teller 1938, equation 32)
            double layer = constant * x / (1 - x) * (1 - (layers + 1) * y + layers * y * x)
                    / (1 + (constant - 1) * x - constant * y * x);
            double n = monolayer * layer + micropores * x / (x + micropressure);
            out[i] = new double[] {x, n * (1 + noise * random.nextGaussian())};
        }
        return out;
    }

    /** The isotherm as delimited text with its gas and headings, amounts as cm3/g at STP. */
    public String csv() {
        StringBuilder out = new StringBuilder("Adsorptive: N2\nRelative Pressure (p/p0),"
                + "Quantity Adsorbed (cm3/g STP)\n");
        for (double[] r : rows()) {
            out.append(String.format(Locale.ROOT, "%.8f,%.6f%n", r[0], r[1] * 22.413969));
        }
        return out.toString();
    }
}
