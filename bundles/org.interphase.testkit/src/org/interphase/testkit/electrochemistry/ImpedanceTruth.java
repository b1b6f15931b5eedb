package org.interphase.testkit.electrochemistry;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A cell of a series resistance, an inductance, relaxation processes and a blocking or diffusion tail, whose impedance
 * and distribution of relaxation times are known in closed form.
 *
 * @param series series resistance in ohm
 * @param inductance in H, 0 for none
 * @param arcs relaxation processes
 * @param tail coefficient c of c (jω)^-exponent in ohm s^-exponent, 0 for none
 * @param tailExponent its exponent
 */
public record ImpedanceTruth(double series, double inductance, List<Arc> arcs, double tail, double tailExponent) {

    /**
     * A relaxation process Z = R / (1 + (jωτ)^φ) (ZARC, Cole and Cole 1941); a resistor beside a constant phase
     * element of Q = τ^φ / R.
     *
     * @param resistance R in ohm
     * @param tau time constant in s
     * @param phi exponent, 1 for a capacitor
     */
    public record Arc(double resistance, double tau, double phi) {
        /** Q of the constant phase element, S s^φ. */
        public double q() {
            return Math.pow(tau, phi) / resistance;
        }

        /** Distribution of relaxation times over ln τ at a time constant, ohm; φ below 1. */
        public double gamma(double t) {
            double c = Math.cos((1 - phi) * Math.PI);
            double s = Math.sin((1 - phi) * Math.PI);
            return resistance / (2 * Math.PI) * s / (Math.cosh(phi * Math.log(t / tau)) - c);
        }
    }

    /** Copies the list. */
    public ImpedanceTruth {
        arcs = List.copyOf(arcs);
    }

    /** A cell without inductance and tail. */
    public static ImpedanceTruth of(double series, Arc... arcs) {
        return new ImpedanceTruth(series, 0, List.of(arcs), 0, 0);
    }

    /** The same cell with a tail. */
    public ImpedanceTruth withTail(double coefficient, double exponent) {
        return new ImpedanceTruth(series, inductance, arcs, coefficient, exponent);
    }

    /** The same cell with an inductance. */
    public ImpedanceTruth withInductance(double henry) {
        return new ImpedanceTruth(series, henry, arcs, tail, tailExponent);
    }

    /** Frequencies in Hz from high to low, equally spaced in logarithm. */
    public static double[] frequencies(double high, double low, int points) {
        double[] f = new double[points];
        for (int i = 0; i < points; i++) {
            f[i] = high * Math.pow(low / high, i / (points - 1.0));
        }
        return f;
    }

    /** Real and imaginary part of the impedance at a frequency in Hz. */
    public double[] at(double hertz) {
        double w = 2 * Math.PI * hertz;
        double re = series;
        double im = w * inductance;
        for (Arc a : arcs) {
            double m = Math.pow(w * a.tau, a.phi);
            double dr = 1 + m * Math.cos(a.phi * Math.PI / 2);
            double di = m * Math.sin(a.phi * Math.PI / 2);
            double d = dr * dr + di * di;
            re += a.resistance * dr / d;
            im -= a.resistance * di / d;
        }
        if (tail > 0) {
            double m = tail * Math.pow(w, -tailExponent);
            re += m * Math.cos(tailExponent * Math.PI / 2);
            im -= m * Math.sin(tailExponent * Math.PI / 2);
        }
        return new double[] {re, im};
    }

    /**
     * A simulated measurement: {real parts, imaginary parts}, each with Gaussian noise of a standard deviation
     * relative to |Z|.
     */
    public double[][] measured(double[] hertz, double relativeNoise, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] out = new double[2][hertz.length];
        for (int i = 0; i < hertz.length; i++) {
            double[] z = at(hertz[i]);
            double s = relativeNoise * Math.hypot(z[0], z[1]);
            out[0][i] = z[0] + s * random.nextGaussian();
            out[1][i] = z[1] + s * random.nextGaussian();
        }
        return out;
    }

    /**
     * A measurement of a cell that changes meanwhile: the last process's resistance grows linearly with time, by a
     * factor of {@code 1 + growth} over the sweep; each frequency takes three periods.
     */
    public double[][] drifting(double[] hertz, double growth, double relativeNoise, long seed) {
        double total = 0;
        for (double f : hertz) {
            total += 3 / f;
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[][] out = new double[2][hertz.length];
        double time = 0;
        for (int i = 0; i < hertz.length; i++) {
            time += 3 / hertz[i];
            List<Arc> now = new ArrayList<>(arcs);
            Arc last = now.removeLast();
            now.add(new Arc(last.resistance * (1 + growth * time / total), last.tau, last.phi));
            double[] z = new ImpedanceTruth(series, inductance, now, tail, tailExponent).at(hertz[i]);
            double s = relativeNoise * Math.hypot(z[0], z[1]);
            out[0][i] = z[0] + s * random.nextGaussian();
            out[1][i] = z[1] + s * random.nextGaussian();
        }
        return out;
    }

    /** A spectrum as delimited text with the columns frequency, Re(Z), -Im(Z). */
    public static String text(double[] hertz, double[][] z) {
        StringBuilder out = new StringBuilder("frequency/Hz,Re(Z)/Ohm,-Im(Z)/Ohm\n");
        for (int i = 0; i < hertz.length; i++) {
            out.append(hertz[i]).append(',').append(z[0][i]).append(',').append(-z[1][i]).append('\n');
        }
        return out.toString();
    }
}
